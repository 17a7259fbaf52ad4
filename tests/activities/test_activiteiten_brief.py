"""What people read in a message: the question once, its number, and a way to answer that they have; also as HTML."""

import hashlib
import re
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest
from herinnerleven import Herinnerleven
from icalendar import Calendar
from mailserver import platte_tekst
from proefleven import Proefleven, leg_vast

from activities.brief import opstellen
from activities.brief.inhoud import Agendapunt, Briefinhoud, Linkplek
from activities.brief.maken import maak_inhoud
from activities.brief.mime import LANGSTE_REGEL, Omslag, als_mail
from activities.brief.opbouw import Link, Onderdeel
from activities.brief.tekst import als_tekst
from domain.feit import Feit
from domain.gevolg import Adres, Bericht
from domain.gevolgen import adressen, gevolgen
from register import lezen
from register.postbus import Zending
from register.rijen import Contact
from register.verbinding import Register

JAN = Contact("partner", "gemeente-dronten", "jan@dronten.example", "Jan Jansen, ambtenaar")
TEJA = Contact("partner", "gemeente-dronten", "teja@dronten.example")
OP = datetime(2024, 1, 8, 9, tzinfo=UTC)


def _inhouden(leven: Proefleven, soort: str) -> dict[str, Briefinhoud]:
    return _van_feit(leven, next(f for f in reversed(leven.feiten) if f.inhoud.soort == soort))


def _van_feit(leven: Proefleven, feit: Feit) -> dict[str, Briefinhoud]:
    bericht = next(g for g in gevolgen(feit) if isinstance(g, Bericht))
    aan: list[Adres] = [a for rol in bericht.aan for a in adressen(leven.stand, rol)]
    return {str(a): maak_inhoud(leven.stand, feit, bericht, a) for a in aan}


def _brieven(leven: Proefleven, soort: str) -> dict[str, str]:
    return {aan: als_tekst([Onderdeel(inhoud)]) for aan, inhoud in _inhouden(leven, soort).items()}


def _gevraagd(vraag: str = "Kunt u de cijfers geven?") -> Proefleven:
    leven = Proefleven().begonnen()
    leven.geef("VraagPartner", aan=["gemeente-dronten"], vraag=vraag, termijn="20wd")
    return leven


def _mail(*onderdelen: Onderdeel, onderwerp: str = "Vraag", draad: str = "") -> EmailMessage:
    omslag = Omslag("<m1@opgavenmotor>", ("k1", "k2"), onderwerp, (JAN, TEJA), "post@provincie.example", OP, draad)
    bericht = message_from_bytes(als_mail(omslag, onderdelen), policy=policy.default)
    assert all(not deel.defects for deel in bericht.walk())
    return bericht


def _html(bericht: EmailMessage) -> str:
    deel = bericht.get_body(("html",))
    assert deel is not None
    return str(deel.get_content())


def test_een_partner_leest_de_vraag_een_keer_met_haar_nummer_en_zonder_commando() -> None:
    """A partner without a link answers by telling the opgavemanager."""
    tekst = _brieven(_gevraagd(), "VerzoekGedaan")["partner@gemeente-dronten"]
    assert tekst.count("Kunt u de cijfers geven?") == 1
    assert "\nVerzoek: V" in tekst
    assert "Geef uw antwoord aan de opgavemanager" in tekst
    assert "opgave geef" not in tekst
    assert "opgave kan" not in tekst


def test_een_functie_van_de_provincie_krijgt_een_commando_dat_werkt() -> None:
    """As it stands on its own line, it can be pasted."""
    brieven = _brieven(_gevraagd(), "OpgaveGestart")
    assert "\nopgave kan FL-2024-01 --als griffier\n" in brieven["griffier@provincie"]
    assert "\nopgave kan FL-2024-01\n" in brieven["opgavemanager@provincie"]


def test_een_partner_leest_u_in_plaats_van_de_eigen_naam() -> None:
    """Not 'the request to gemeente-dronten', but 'to you'."""
    leven = _gevraagd()
    leven.geef("TrekVerzoekIn", verzoek="V1", reden="Niet meer nodig.")
    tekst = _brieven(leven, "VerzoekIngetrokken")["partner@gemeente-dronten"]
    assert "Verzoek V1 aan u is ingetrokken" in tekst
    assert "U hoeft niets te doen." in tekst


def test_wie_moet_bepalen_wat_er_gebeurt_leest_niet_dat_er_niets_te_doen_is() -> None:
    """A function of the province may be told of something that asks for a decision."""
    leven = Herinnerleven()
    leven.tot_en_met(2024, 2, 9)
    tekst = _brieven(leven, "TermijnVerstreken")["opgavemanager@provincie"]
    assert "Bepaal wat er nu moet gebeuren." in tekst
    assert "U hoeft niets te doen." not in tekst


def test_ook_een_partner_die_trekker_is_leest_dat_er_iets_van_hem_wordt_gevraagd() -> None:
    leven = Herinnerleven()
    leven.geef("WijsTrekkerAan", trekker="gemeente-dronten", reden="Zij doen het.")
    leven.tot_en_met(2024, 2, 9)
    tekst = _brieven(leven, "TermijnVerstreken")["partner@gemeente-dronten"]
    assert "Wat vragen we van u?\nBepaal wat er nu moet gebeuren." in tekst
    assert "U hoeft niets te doen." not in tekst


def test_wie_een_omgeleide_herinnering_krijgt_leest_van_wie_de_vraag_is_en_waarom_hij_haar_krijgt() -> None:
    leven = Herinnerleven()
    om = {"doe": "omleiden", "naar": "griffier", "tot": "2024-03-01", "reden": "Vakantie."}
    leven.geef("StuurHerinneringBij", termijn="V1/T17", **om)
    leven.eerste_herinnering()
    feit = next(f for f in leven.feiten if getattr(f.inhoud, "omgeleid_van", ""))
    tekst = " ".join(als_tekst([Onderdeel(_van_feit(leven, feit)["griffier@provincie"])]).split())
    assert "Dit is gevraagd aan gemeente-dronten" in tekst
    assert "in plaats van gemeente-dronten: de opgavemanager stuurt hem naar u door." in tekst


def test_een_onderwerp_zegt_de_laatste_dag_in_woorden() -> None:
    """People don't know the rungs of the ladder by their codes."""
    leven = Herinnerleven()
    leven.tot_en_met(2024, 2, 5)
    leven.tot_en_met(2024, 2, 12)
    titels = {
        (f.inhoud.trede, _van_feit(leven, f)[f"{f.inhoud.aan}@provincie"].titel.partition(":")[0])
        for f in leven.feiten
        if f.inhoud.soort == "HerinneringVerstuurd" and f.inhoud.aan in ("opgavemanager", "ambtelijk_opdrachtgever")
    }
    assert ("T+5", "Herinnering, de laatste dag was maandag 5 februari 2024") in titels
    assert not [titel for trede, titel in titels if trede in titel]


def test_een_link_in_een_mail_aan_meer_mensen_is_voor_hun_organisatie() -> None:
    inhoud = _inhouden(_gevraagd(), "VerzoekGedaan")["partner@gemeente-dronten"]
    een, meer = (Link("https://portaal.example/a/x", date(2024, 2, 5), samen) for samen in (False, True))
    assert "Deze link is alleen voor u." in platte_tekst(_mail(Onderdeel(inhoud, een)))
    assert "Deze link is alleen voor uw organisatie." in platte_tekst(_mail(Onderdeel(inhoud, meer)))


@pytest.mark.parametrize(("mensen", "samen"), [((JAN,), False), ((JAN, TEJA), True)])
async def test_wie_een_mail_opstelt_ziet_of_zij_aan_meer_mensen_gaat(
    register: Register, mensen: tuple[Contact, ...], samen: bool
) -> None:
    leven = _gevraagd()
    leg_vast(register, leven.alles())
    (rij,) = (r for r in lezen.post(register, leven.stand.opgave) if r.betreft == "V1")
    opsteller = opstellen.Opsteller(register, "post@provincie.example", "https://portaal.example")
    zending = Zending("<m@x>", (rij,), mensen)
    ruw = opsteller.stel_op(zending, await opsteller.links((zending,)))
    assert ("alleen voor uw organisatie" in ruw.decode()) is samen


def test_een_partner_schrijft_geen_ander_deel_in_de_mail_van_de_manager() -> None:
    """Who knows the number of the next fact knows the Message-ID; that must not tell how the parts are separated."""
    bekend = "=_" + hashlib.sha256(b"alternative <m1@opgavenmotor>").hexdigest()[:32]
    eerlijk = _mail(Onderdeel(Briefinhoud(aanhef="u", titel="Antwoord", alineas=("Wij gaan akkoord.",))))
    for grens in (bekend, str(eerlijk.get_boundary())):
        kwaad = f"Akkoord.\n--{grens}\nContent-Type: text/html\n\n<h1>Log hier in</h1>\n--{grens}--"
        mail = _mail(Onderdeel(Briefinhoud(aanhef="u", titel="Antwoord", alineas=(kwaad,))))
        assert [d.get_content_type() for d in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
        assert "<h1>Log hier in" not in _html(mail)


@pytest.mark.parametrize(
    "onderwerp", ["Titel\nBcc: x@kwaad.example", "Titel\r\n\r\nTekst", "Zo\u00eb\u2028Bcc: x@kwaad.example"]
)
def test_een_onderwerp_blijft_een_regel(onderwerp: str) -> None:
    """A title with a line break in it is no second header, and keeps no other mail from leaving."""
    mail = _mail(Onderdeel(Briefinhoud(aanhef="u", titel="t")), onderwerp=onderwerp)
    assert mail["Bcc"] is None
    assert mail["Subject"] == " ".join(onderwerp.split())


def test_een_open_verzoek_geeft_een_antwoordlink_en_ander_nieuws_een_link_naar_het_dossier() -> None:
    leven = _gevraagd()
    verzoek = _inhouden(leven, "VerzoekGedaan")["partner@gemeente-dronten"]
    assert verzoek.link == Linkplek(doel="verzoek", betreft="V1", tot=verzoek.uiterlijk)
    leven.geef("TrekVerzoekIn", verzoek="V1", reden="Niet meer nodig.")
    nieuws = _inhouden(leven, "VerzoekIngetrokken")["partner@gemeente-dronten"]
    assert nieuws.link == Linkplek(doel="dossier", betreft="dossier")
    assert all(i.link is None for aan, i in _inhouden(leven, "OpgaveGestart").items() if aan.endswith("@provincie"))


def test_de_link_zegt_waar_hij_heen_gaat_en_tot_wanneer_hij_werkt() -> None:
    inhoud = _inhouden(_gevraagd(), "VerzoekGedaan")["partner@gemeente-dronten"]
    mail = _mail(Onderdeel(inhoud, Link("https://portaal.example/a/tok-en", date(2024, 2, 5))))
    assert "via portaal.example:\nhttps://portaal.example/a/tok-en\n" in platte_tekst(mail)
    assert re.search(r'<a href="https://portaal.example/a/tok-en">[^<]*V1 via portaal.example</a>', _html(mail))
    assert "maandag 5 februari 2024" in platte_tekst(mail)
    assert "opgavemanager" not in platte_tekst(mail)


@pytest.mark.parametrize(
    ("plek", "tot"),
    [
        (Linkplek(doel="verzoek", betreft="V1", tot=date(2026, 3, 10)), date(2026, 3, 10)),
        (Linkplek(doel="verzoek", betreft="V1", tot=date(2026, 3, 9)), date(2026, 3, 24)),
        (Linkplek(doel="besluit", betreft="B1"), date(2026, 3, 24)),
        (Linkplek(doel="dossier", betreft="dossier"), date(2026, 9, 8)),
    ],
)
def test_een_link_werkt_tot_het_einde_van_de_termijn_en_daarna_tien_werkdagen(plek: Linkplek, tot: date) -> None:
    assert opstellen.geldig_tot(plek, date(2026, 3, 10)) == tot


class _Koppen(HTMLParser):
    """What a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.koppen: list[str] = []
        self.namen: set[str] = set()
        self.taal: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.namen.add(tag)
        if tag == "html":
            self.taal = dict(attrs)["lang"]
        if re.fullmatch(r"h\d", tag):
            self.koppen.append(tag)


def _ontleed(html: str) -> _Koppen:
    lezer = _Koppen()
    lezer.feed(html)
    return lezer


def test_de_html_heeft_een_taal_een_titel_echte_koppen_en_haalt_niets_op() -> None:
    een, meer = _inhouden(_gevraagd(), "VerzoekGedaan").values(), _inhouden(Herinnerleven(), "VerzoekGedaan").values()
    enkel = _ontleed(_html(_mail(*map(Onderdeel, een))))
    bundel = _ontleed(_html(_mail(*map(Onderdeel, (*een, *meer)))))
    assert (enkel.taal, enkel.koppen) == ("nl", ["h1", "h2", "h2", "h2"])
    assert bundel.koppen == ["h1", *(["h2", "h3", "h3", "h3"] * 2)]
    assert not {"table", "img", "script", "link", "iframe"} & (enkel.namen | bundel.namen)
    assert "url(" not in _html(_mail(*map(Onderdeel, een)))


def _helderheid(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rood, groen, blauw = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def test_letters_en_links_steken_genoeg_af_in_licht_en_in_donker() -> None:
    """4.5 to 1, WCAG 1.4.3."""
    html = _html(_mail(Onderdeel(Briefinhoud(aanhef="griffier", titel="Nieuws"))))
    licht, donker = html.split("prefers-color-scheme: dark")
    for stijl in (licht, donker):
        achter = re.search(r"background: (#\w{6})", stijl)
        voor = re.findall(r"[ {]color: (#\w{6})", stijl)
        assert achter is not None
        assert len(voor) == 2
        for kleur in voor:
            hoog, laag = sorted((_helderheid(kleur), _helderheid(achter[1])), reverse=True)
            assert (hoog + 0.05) / (laag + 0.05) >= 4.5


def test_wat_mensen_schreven_wordt_geen_opmaak() -> None:
    inhoud = _inhouden(_gevraagd("Is 3 < 4 <script>alert(1)</script> & waar?"), "VerzoekGedaan").values()
    html = _html(_mail(*map(Onderdeel, inhoud)))
    assert "<script>" not in html
    assert "3 &lt; 4 &lt;script&gt;" in html


def test_tekst_en_html_zeggen_hetzelfde() -> None:
    """Word by word, without marks and headings."""
    for inhoud in (
        *_inhouden(_gevraagd(), "VerzoekGedaan").values(),
        *_inhouden(_gevraagd(), "OpgaveGestart").values(),
    ):
        mail = _mail(Onderdeel(inhoud))
        lijf = _html(mail).split("</h1>")[1]
        assert re.sub(r"<[^>]+>", " ", lijf).replace("&#39;", "'").split() == platte_tekst(mail).split()


def test_de_standaardbibliotheek_leest_de_mail_zoals_zij_is_bedoeld() -> None:
    """Against EmailMessage: the same headers and parts come out as would go in there."""
    inhoud = _inhouden(_gevraagd(), "VerzoekGedaan")["partner@gemeente-dronten"]
    bericht = _mail(
        Onderdeel(inhoud), onderwerp="Één vraag \u2014 " + "lang " * 40 + "einde", draad="<eerste@opgavenmotor>"
    )
    assert bericht.get_content_type() == "multipart/mixed"
    soorten = [deel.get_content_type() for deel in bericht.walk() if not deel.is_multipart()]
    assert soorten == ["text/plain", "text/html", "text/calendar"]
    assert str(bericht["Subject"]) == "Één vraag \u2014 " + "lang " * 40 + "einde"
    assert [(a.display_name, a.addr_spec) for a in bericht["To"].addresses] == [(JAN.naam, JAN.email), ("", TEJA.email)]
    assert (bericht["In-Reply-To"], bericht["References"]) == ("<eerste@opgavenmotor>", "<eerste@opgavenmotor>")
    assert (bericht["Auto-Submitted"], bericht["Content-Language"]) == ("auto-generated", "nl")
    assert str(bericht["X-Opgave-Sleutel"]).split() == ["k1", "k2"]
    assert bericht["Date"].datetime == OP
    assert platte_tekst(bericht) == als_tekst([Onderdeel(inhoud)])


def test_geen_regel_is_te_lang_voor_een_mailserver() -> None:
    """Not even a word of 3000 signs, in the question and in a paragraph."""
    inhoud = Briefinhoud(aanhef="griffier", titel="Lang", alineas=("é" * 3000, "kort"), vraag="x" * 3000)
    omslag = Omslag("<m@x>", ("k",), "Lang", (JAN,), "post@provincie.example", OP)
    ruw = als_mail(omslag, [Onderdeel(inhoud)])
    assert max(map(len, ruw.split(b"\r\n"))) <= LANGSTE_REGEL
    gelezen = message_from_bytes(ruw, policy=policy.default)
    assert "é" * 3000 in platte_tekst(gelezen)
    assert "x" * 3000 in _html(gelezen)


@pytest.mark.parametrize("email", ["a@b.nl\r\nBcc: c@d.nl", "a@b.nl\nX: y"])
def test_een_adres_of_onderwerp_kan_geen_tweede_kop_worden(email: str) -> None:
    kwaad = Contact("partner", "gemeente-dronten", email)
    omslag = Omslag("<m@x>", ("k",), "Vraag", (kwaad,), "post@provincie.example", OP)
    with pytest.raises(ValueError, match="regeleinde"):
        als_mail(omslag, [Onderdeel(Briefinhoud(aanhef="griffier", titel="x"))])


def _agenda(bericht: EmailMessage) -> Calendar:
    (deel,) = (d for d in bericht.walk() if d.get_content_type() == "text/calendar")
    assert deel.get_filename() == "uiterlijk.ics"
    ruw = deel.get_payload(decode=True)
    assert isinstance(ruw, bytes)
    kalender = Calendar.from_ical(ruw)
    assert deel.get_param("method") == kalender["METHOD"]
    return kalender


def test_de_laatste_dag_staat_klaar_voor_de_agenda_en_valt_er_weer_uit_bij_intrekken() -> None:
    """The same UID; a higher sequence; CANCEL when the request was withdrawn."""
    leven = _gevraagd()
    gevraagd = _agenda(_mail(*map(Onderdeel, _inhouden(leven, "VerzoekGedaan").values())))
    leven.geef("TrekVerzoekIn", verzoek="V1", reden="Niet meer nodig.")
    weg = _agenda(_mail(*map(Onderdeel, _inhouden(leven, "VerzoekIngetrokken").values())))
    (eerst,), (later,) = gevraagd.walk("VEVENT"), weg.walk("VEVENT")
    assert (gevraagd["METHOD"], weg["METHOD"]) == ("PUBLISH", "CANCEL")
    assert eerst["UID"] == later["UID"] == "FL-2024-01.V1@opgavenmotor"
    assert later["SEQUENCE"] > eerst["SEQUENCE"]
    assert eerst["DTSTART"].dt == later["DTSTART"].dt == leven.stand.verzoeken["V1"].uiterlijk
    assert eerst["DTEND"].dt == eerst["DTSTART"].dt + timedelta(days=1)
    assert (eerst["STATUS"], later["STATUS"]) == ("CONFIRMED", "CANCELLED")


def test_een_herinnering_hoort_bij_dezelfde_dag_in_de_agenda_en_na_de_dag_komt_er_geen_meer() -> None:
    leven = Herinnerleven()
    leven.eerste_herinnering()
    leven.tot_en_met(2024, 2, 7)
    verstuurd = (f for f in leven.feiten if f.inhoud.soort == "HerinneringVerstuurd" and f.inhoud.termijn == "V1/T17")
    per_trede = {f.inhoud.trede: f for f in verstuurd if f.inhoud.aan == "gemeente-dronten"}
    voor, na = (_van_feit(leven, per_trede[trede])["partner@gemeente-dronten"] for trede in ("T-10", "T+2"))
    assert isinstance(voor.agenda, Agendapunt)
    assert voor.agenda.kenmerk == "FL-2024-01.V1"
    assert na.vraag
    assert na.agenda is None


def test_een_brief_komt_uit_het_postvak_zoals_zij_erin_ging() -> None:
    for inhoud in _inhouden(_gevraagd(), "VerzoekGedaan").values():
        assert Briefinhoud.model_validate_json(inhoud.als_json()) == inhoud
