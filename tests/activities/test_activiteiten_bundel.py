"""Reminders of one morning come in one mail, within office hours, at the pace the mail server can take."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from types import SimpleNamespace

import pytest
from adressen import zet_adressen
from herinnerleven import Herinnerleven
from mailserver import Mailserver, platte_tekst
from proefleven import GROOTBOEK, leg_vast
from sqlalchemy import func, select, update

from activities import notificaties
from activities.gevolgen import voer_uit
from activities.notificaties import Notificaties
from domain.bundel import Bundel, Postronde
from register import contacten, lezen, postbus, posthouding, postvoorwaarden, postvragen
from register.postvoorwaarden import Bezorgregels
from register.rijen import Contact, Postrij
from register.schrijven import verwerk
from register.tabellen import UITGAAND
from register.tabellen_partners import LINK
from register.verbinding import Register
from runtime.instellingen import Portaal, Post, Smtp

OPGAVE, ANDER = "FL-2024-01", "FL-2024-02"
TIJD = timedelta(seconds=30)
OCHTEND = datetime(2026, 3, 10, 9, tzinfo=UTC)
NACHT = datetime(2026, 3, 11, 3, tzinfo=UTC)
VERZAMELEND = Post(verzamelminuten=10, kantooruren=False)


@pytest.fixture
def klok(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The clock on the wall of whoever delivers: its last moment counts."""
    momenten = [OCHTEND]

    def nu() -> tuple[datetime, object]:
        return momenten[-1], postvoorwaarden.lokale_datum(momenten[-1])

    for kamer in ("register.postbus", "register.schrijver", "activities.notificaties"):
        monkeypatch.setattr(f"{kamer}.nu_en_vandaag", nu)
    return momenten


def _post(register: Register, mailserver: Mailserver, per_minuut: int = 0, post: Post | None = None) -> Notificaties:
    smtp = Smtp(poort=mailserver.poort, per_minuut=per_minuut)
    return Notificaties(register, smtp, post or Post(verzamelminuten=0, kantooruren=False))


def _leg_vast(register: Register, bundel: Bundel, post: Post) -> int:
    def doe(*gevolg: object) -> None:
        voer_uit(*gevolg, post=post)  # type: ignore[arg-type]

    return verwerk(register, bundel, doe, GROOTBOEK.teken_regel).wachtend


async def _begonnen(register: Register, mailserver: Mailserver, opgave: str = OPGAVE) -> Herinnerleven:
    """Both requests are sent; nothing is left to deliver."""
    zet_adressen(register)
    leven = Herinnerleven(opgave)
    leg_vast(register, leven.alles())
    assert await _post(register, mailserver).bezorg(opgave, 5) == 0
    mailserver.berichten.clear()
    return leven


def _aan_dronten(mailserver: Mailserver) -> list[EmailMessage]:
    return [bericht for bericht in mailserver.berichten if "dronten" in str(bericht["To"])]


def _herinneringen(register: Register) -> list[Postrij]:
    return [r for r in lezen.post(register) if r.soort == "herinnering" and r.functie == "partner"]


async def test_twee_herinneringen_uit_een_transactie_komen_in_een_mail(
    elk_register: Register, mailserver: Mailserver
) -> None:
    """Also without gathering: one greeting, per item title, question, last day and receipt; the subject says how many."""
    leven = await _begonnen(elk_register, mailserver)
    leg_vast(elk_register, leven.eerste_herinnering())
    assert await _post(elk_register, mailserver).bezorg(OPGAVE, 5) == 0
    (mail,) = _aan_dronten(mailserver)
    rijen = _herinneringen(elk_register)
    tekst = platte_tekst(mail)
    assert str(mail["Subject"]) == f"[{OPGAVE}] 2 herinneringen"
    assert tekst.count("Beste ") == 1
    for vraag in ("Kunt u de cijfers geven?", "Wat vindt u van het plan?"):
        assert tekst.count(f"\n{vraag}\n") == 1
    assert tekst.count("Uiterlijk maandag 5 februari 2024.") == 2
    hashes = [f.hash for f in leven.feiten if f.inhoud.soort == "HerinneringVerstuurd"]
    assert all(f"feit {rij.seq}, " in tekst for rij in rijen)
    assert sum(h in tekst for h in hashes) == 2
    assert str(mail["X-Opgave-Sleutel"]).split() == [rij.sleutel for rij in rijen]
    assert {rij.zending for rij in rijen} == {mail["Message-ID"]}
    assert {rij.status for rij in rijen} == {"verzonden"}


async def test_een_enkele_herinnering_gaat_verder_op_de_mail_van_het_verzoek(
    register: Register, mailserver: Mailserver
) -> None:
    """In-Reply-To and References: mail readers show them together. Several requests in one mail belong to none."""
    leven = await _begonnen(register, mailserver)
    leven.geef("TrekVerzoekIn", verzoek="V2", reden="Niet meer nodig.")
    leg_vast(register, leven.alles())
    leg_vast(register, leven.eerste_herinnering())
    await _post(register, mailserver).bezorg(OPGAVE, 5)
    (mail,) = (m for m in _aan_dronten(mailserver) if "erinnering" in str(m["Subject"]))
    eerste = next(r for r in lezen.post(register, OPGAVE) if r.betreft == "V1" and r.soort == "bericht")
    assert mail["In-Reply-To"] == mail["References"] == eerste.message_id
    assert mail["Message-ID"] == _herinneringen(register)[0].message_id


async def test_twee_verzoeken_in_een_mail_horen_bij_geen_eerdere(register: Register, mailserver: Mailserver) -> None:
    leven = await _begonnen(register, mailserver)
    leg_vast(register, leven.eerste_herinnering())
    await _post(register, mailserver).bezorg(OPGAVE, 5)
    (mail,) = _aan_dronten(mailserver)
    assert mail["In-Reply-To"] is None


async def test_herinneringen_wachten_op_elkaar_en_gaan_dan_samen_ook_uit_twee_opgaven(
    elk_register: Register, mailserver: Mailserver, klok: list[datetime]
) -> None:
    """Until then nothing counts as waiting, so that nobody keeps trying."""
    levens = [await _begonnen(elk_register, mailserver, opgave) for opgave in (OPGAVE, ANDER)]
    post = _post(elk_register, mailserver, post=VERZAMELEND)
    for leven in levens:
        assert _leg_vast(elk_register, leven.eerste_herinnering(), VERZAMELEND) == 0
        assert await post.bezorg(leven.begin.opgave, 5) == 0
        klok.append(klok[-1] + timedelta(minutes=4))
    assert mailserver.berichten == []
    klok.append(OCHTEND + timedelta(minutes=10))
    await post.ronde()
    (mail,) = _aan_dronten(mailserver)
    assert str(mail["Subject"]) == "4 herinneringen over 2 opgaven"
    assert {r.status for r in _herinneringen(elk_register)} == {"verzonden"}


async def test_de_ronde_van_een_opgave_neemt_de_bundel_heel_mee(
    register: Register, mailserver: Mailserver, klok: list[datetime]
) -> None:
    levens = [await _begonnen(register, mailserver, opgave) for opgave in (OPGAVE, ANDER)]
    for leven in levens:
        _leg_vast(register, leven.eerste_herinnering(), VERZAMELEND)
    klok.append(OCHTEND + timedelta(minutes=11))
    assert await _post(register, mailserver, post=VERZAMELEND).bezorg(ANDER, 5) == 0
    assert len(_aan_dronten(mailserver)) == 1
    assert {r.opgave for r in _herinneringen(register) if r.status == "verzonden"} == {OPGAVE, ANDER}


async def test_wat_eenmaal_samen_is_gegaan_blijft_samen_en_er_komt_niets_bij(
    elk_register: Register, mailserver: Mailserver
) -> None:
    """The Message-ID is fixed when the mail is put together: a second attempt is the same mail."""
    leven = await _begonnen(elk_register, mailserver)
    anders = await _begonnen(elk_register, mailserver, ANDER)
    leg_vast(elk_register, leven.eerste_herinnering())
    mailserver.stop()
    assert await _post(elk_register, mailserver).bezorg(OPGAVE, 2) > 0
    vast = {r.zending for r in _herinneringen(elk_register)}
    leg_vast(elk_register, anders.eerste_herinnering())
    mailserver.start()
    await _post(elk_register, mailserver).ronde()
    per_mail = {str(m["Message-ID"]): len(str(m["X-Opgave-Sleutel"]).split()) for m in _aan_dronten(mailserver)}
    assert len(vast) == 1
    assert sorted(per_mail.values()) == [2, 2]
    assert vast < set(per_mail)


async def test_een_aangehouden_bericht_verlaat_de_bundel_en_gaat_later_als_eigen_mail(
    register: Register, mailserver: Mailserver
) -> None:
    """Under the Message-ID of a mail that arrived before, a mail reader would hide it."""
    leven = await _begonnen(register, mailserver)
    leg_vast(register, leven.eerste_herinnering())
    (samen,) = (z for z in postbus.pak(register, OPGAVE, TIJD) if len(z.rijen) == 2)
    postbus.laat_los(register, samen.sleutels)
    with register.schrijf() as verbinding:
        posthouding.houd_aan(verbinding, OPGAVE, ["V1"])
    await _post(register, mailserver).bezorg(OPGAVE, 5)
    with register.schrijf() as verbinding:
        posthouding.geef_vrij(verbinding, OPGAVE, ["V1"])
    await _post(register, mailserver).bezorg(OPGAVE, 5)
    eerst, later = _aan_dronten(mailserver)
    assert (eerst["Message-ID"], str(later["Subject"])) == (samen.message_id, _herinneringen(register)[0].onderwerp)
    assert later["Message-ID"] == _herinneringen(register)[0].message_id


async def test_bezorgers_die_tegelijk_werken_sturen_een_bundel_een_keer(
    elk_register: Register, mailserver: Mailserver
) -> None:
    levens = [await _begonnen(elk_register, mailserver, opgave) for opgave in (OPGAVE, ANDER)]
    for leven in levens:
        leg_vast(elk_register, leven.eerste_herinnering())
    mailserver.traagheid = 0.02
    rondes = [_post(elk_register, mailserver).bezorg(opgave, 5) for opgave in (OPGAVE, ANDER, None, None)]
    await asyncio.gather(*rondes)
    (mail,) = _aan_dronten(mailserver)
    assert len(str(mail["X-Opgave-Sleutel"]).split()) == 4


async def test_buiten_kantooruren_gaat_er_geen_herinnering_de_deur_uit(
    register: Register, mailserver: Mailserver, klok: list[datetime]
) -> None:
    """Neither one that was written at night, nor one that was late; other mail goes at any hour."""
    leven = await _begonnen(register, mailserver)
    kantoor = Post(verzamelminuten=0)
    leg_vast(register, leven.eerste_herinnering())
    klok.append(NACHT)
    post = _post(register, mailserver, post=kantoor)
    assert await post.bezorg(OPGAVE, 5) == 0
    assert mailserver.berichten == []
    leg_vast(register, leven.geef("MaakAfspraak", tekst="Bel Dronten", wie="opgavemanager", uiterlijk="2024-02-01"))
    assert await post.bezorg(OPGAVE, 5) == 0
    assert len(mailserver.berichten) == 1
    klok.append(OCHTEND + timedelta(days=1))
    assert await post.bezorg(OPGAVE, 5) == 0
    assert len(_aan_dronten(mailserver)) == 1


async def test_wie_s_nachts_schrijft_mikt_op_de_opening_van_het_kantoor(
    register: Register, mailserver: Mailserver, klok: list[datetime]
) -> None:
    leven = await _begonnen(register, mailserver)
    klok.append(NACHT)
    _leg_vast(register, leven.eerste_herinnering(), Post(verzamelminuten=10))
    opent = datetime(2026, 3, 11, 7, 30, tzinfo=UTC)
    assert {r.niet_voor for r in _herinneringen(register)} == {opent}


@pytest.mark.parametrize(("uiterlijk", "gaat"), [("2026-03-10", True), ("2026-03-11", False), ("2026-03-12", False)])
async def test_een_wettelijke_herinnering_wacht_nooit_tot_na_haar_laatste_dag(
    register: Register, mailserver: Mailserver, klok: list[datetime], uiterlijk: str, gaat: bool
) -> None:
    """At three at night: if the office opens on the last day or before it, it waits; otherwise it goes now."""
    leven = await _begonnen(register, mailserver)
    leg_vast(register, leven.eerste_herinnering())
    eerste = _herinneringen(register)[0]
    inhoud = eerste.inhoud.replace('"uiterlijk":"2024-02-05"', f'"uiterlijk":"{uiterlijk}"')
    assert inhoud != eerste.inhoud
    with register.schrijf() as verbinding:
        zo = {"wettelijk": True, "inhoud": inhoud}
        verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel == eerste.sleutel).values(zo))
    klok.append(NACHT)
    await _post(register, mailserver, post=Post(verzamelminuten=0)).ronde()
    assert mailserver.sleutels == ([eerste.sleutel] if gaat else [])


async def test_wat_samen_hoort_blijft_samen_ook_als_het_kantoor_intussen_dicht_is(
    elk_register: Register, mailserver: Mailserver, klok: list[datetime]
) -> None:
    """A worker died with the mail in hand. What must go now goes under its Message-ID with all that was in it."""
    leven = await _begonnen(elk_register, mailserver)
    leg_vast(elk_register, leven.eerste_herinnering())
    eerste, tweede = _herinneringen(elk_register)
    inhoud = eerste.inhoud.replace('"uiterlijk":"2024-02-05"', '"uiterlijk":"2026-03-10"')
    with elk_register.schrijf() as verbinding:
        zo = {"wettelijk": True, "inhoud": inhoud}
        verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel == eerste.sleutel).values(zo))
    (gepakt,) = (z for z in postbus.pak(elk_register, OPGAVE, TIJD) if len(z.rijen) == 2)
    klok.append(NACHT)
    await _post(elk_register, mailserver, post=Post(verzamelminuten=0)).ronde()
    (mail,) = _aan_dronten(mailserver)
    assert mail["Message-ID"] == gepakt.message_id
    assert str(mail["X-Opgave-Sleutel"]).split() == [eerste.sleutel, tweede.sleutel]


async def test_een_mail_waar_de_server_in_blijft_steken_houdt_de_andere_niet_voor_altijd_op(
    elk_register: Register, mailserver: Mailserver
) -> None:
    """Some tries in the order of the facts; then the others have their turn first."""
    zet_adressen(elk_register)
    leg_vast(elk_register, Herinnerleven().alles())
    alles = [r.sleutel for r in lezen.post(elk_register, status="klaar")]
    mailserver.inhoud = lambda mail: "onzin" if mail["X-Opgave-Sleutel"] == alles[0] else "250 OK"
    for _ in range(postvragen.VERGEEFS + 1):
        wachtend = await _post(elk_register, mailserver).bezorg(OPGAVE, 5)
    assert wachtend == 1
    assert sorted(mailserver.sleutels) == sorted(alles[1:])


async def test_wie_niets_kwijt_kan_klopt_steeds_minder_vaak_aan(
    register: Register, mailserver: Mailserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rounds by the clock come every few seconds; as soon as something gets through they go on as before."""
    zet_adressen(register)
    leg_vast(register, Herinnerleven().alles())
    seconden = [1000.0]
    post = _post(register, mailserver)
    monkeypatch.setattr(notificaties, "time", SimpleNamespace(monotonic=lambda: seconden[-1]))
    mailserver.ontvanger = lambda adres: "450 4.7.1 try again later"
    momenten = []
    for _ in range(200):
        voor = mailserver.verbindingen
        await post.ronde()
        if mailserver.verbindingen > voor:
            momenten.append(seconden[-1] - 1000)
        seconden.append(seconden[-1] + 5)
    assert momenten == [0, 10, 30, 70, 150, 310, 610, 910]
    mailserver.ontvanger = lambda adres: "250 OK"
    seconden.append(seconden[-1] + notificaties.PAUZE_LANGST)
    await post.ronde()
    assert lezen.post(register, status="klaar") == ()
    leg_vast(register, Herinnerleven("FL-2024-02").alles())
    await post.ronde()
    assert lezen.post(register, status="klaar") == ()


async def test_er_gaan_niet_meer_mails_per_minuut_dan_de_server_aankan(
    elk_register: Register, mailserver: Mailserver, klok: list[datetime]
) -> None:
    """Counted over all deliverers together, through the database; the rest waits and goes in the next minute."""
    zet_adressen(elk_register)
    leven = Herinnerleven()
    leg_vast(elk_register, leven.alles())
    alles = len(lezen.post(elk_register, status="klaar"))
    assert alles > 4
    posten = [_post(elk_register, mailserver, per_minuut=2) for _ in range(3)]
    wachtend = await asyncio.gather(*(post.bezorg(OPGAVE, 5) for post in posten))
    assert len(mailserver.berichten) == 2
    assert min(wachtend) == alles - 2
    klok.append(OCHTEND + timedelta(seconds=61))
    await posten[0].bezorg(OPGAVE, 5)
    assert len(mailserver.berichten) == 4
    assert len(set(mailserver.sleutels)) == 4


async def test_wat_nog_onderweg_is_telt_mee_in_het_tempo(register: Register, mailserver: Mailserver) -> None:
    zet_adressen(register)
    leg_vast(register, Herinnerleven().alles())
    gepakt = postbus.pak(register, OPGAVE, TIJD, regels=Bezorgregels(per_minuut=3))
    assert len(gepakt) == 3
    assert postbus.pak(register, OPGAVE, TIJD, regels=Bezorgregels(per_minuut=3)) == ()


async def test_een_mail_gaat_naar_iedereen_die_de_functie_vandaag_heeft(
    elk_register: Register, mailserver: Mailserver, klok: list[datetime]
) -> None:
    zet_adressen(elk_register)
    vandaag = OCHTEND.date()
    gisteren, morgen = vandaag - timedelta(days=1), vandaag + timedelta(days=1)
    for naam, van, tot in (("nu", vandaag, vandaag), ("oud", None, gisteren), ("nieuw", morgen, None)):
        adres = f"{naam}@dronten.example"
        contacten.zet(elk_register, Contact("partner", "gemeente-dronten", adres, van=van, tot=tot))
    leven = Herinnerleven()
    leg_vast(elk_register, leven.alles())
    await _post(elk_register, mailserver).bezorg(OPGAVE, 5)
    aan = {a.addr_spec for mail in _aan_dronten(mailserver) for a in mail["To"].addresses}
    assert aan == {"post@dronten.example", "nu@dronten.example"}
    assert len(_aan_dronten(mailserver)) == len({str(m["Message-ID"]) for m in _aan_dronten(mailserver)})


async def test_valt_een_van_meer_adressen_weg_dan_gaat_de_mail_en_staat_dat_erbij(
    register: Register, mailserver: Mailserver
) -> None:
    zet_adressen(register)
    contacten.zet(register, Contact("partner", "gemeente-dronten", "weg@dronten.example"))
    mailserver.ontvanger = lambda adres: "550 5.1.1 <weg@dronten.example> unknown" if "weg" in adres else "250 OK"
    leg_vast(register, Herinnerleven().alles())
    await _post(register, mailserver).bezorg(OPGAVE, 5)
    rijen = [r for r in lezen.post(register, OPGAVE) if r.organisatie == "gemeente-dronten"]
    assert {r.status for r in rijen} == {"verzonden"}
    assert {r.fout for r in rijen} == {"Niet voor 1 van 2 adressen: 550 5.1.1 <<adres>> unknown"}


async def test_een_link_wordt_gemaakt_bij_het_versturen_en_staat_nergens_in_het_postvak(
    register: Register, mailserver: Mailserver
) -> None:
    """Each mail its own token; what is kept is no token and no address."""
    zet_adressen(register)
    leg_vast(register, Herinnerleven().alles())
    portaal = Portaal(basis_url="https://portaal.example")
    smtp = Smtp(poort=mailserver.poort)
    await Notificaties(register, smtp, portaal=portaal).bezorg(OPGAVE, 5)
    links = [regel for m in _aan_dronten(mailserver) for regel in platte_tekst(m).splitlines() if "/a/" in regel]
    assert len(links) == len(set(links)) == len(_aan_dronten(mailserver)) > 2
    assert all(link.startswith("https://portaal.example/a/") for link in links)
    bewaard = repr(lezen.post(register))
    assert not [link for link in links if link.rpartition("/")[2] in bewaard]
    assert not [m for m in mailserver.berichten if "provincie" in str(m["To"]) and "/a/" in platte_tekst(m)]
    with register.lees() as verbinding:
        doelen = set(verbinding.execute(select(LINK.c.doel)).scalars())
        aantal = verbinding.execute(select(func.count()).select_from(LINK)).scalar_one()
    assert doelen == {"verzoek", "dossier"}
    assert aantal == 3


async def test_geen_adres_blijft_achter_in_het_postvak(register: Register, mailserver: Mailserver) -> None:
    """Whatever the server answered."""
    zet_adressen(register)
    mailserver.ontvanger = lambda adres: f"451 4.2.1 {adres.upper()} and <other@dronten.example> greylisted"
    leg_vast(register, Herinnerleven().alles())
    await _post(register, mailserver).bezorg(OPGAVE, 5)
    rijen = lezen.post(register)
    assert any("greylisted" in r.fout for r in rijen)
    assert not [r for r in rijen if "dronten.example" in repr(r).lower() or "provincie.example" in repr(r).lower()]


async def test_de_oude_platte_berichten_gaan_zoals_ze_zijn(register: Register, mailserver: Mailserver) -> None:
    """Rows from before the letters were kept as JSON."""
    await _begonnen(register, mailserver)
    with register.schrijf() as verbinding:
        plat = {"inhoud": "", "tekst": "Beste lezer,\n\nOud.\n", "status": "klaar"}
        verbinding.execute(update(UITGAAND).where(UITGAAND.c.functie == "opgavemanager").values(plat))
    assert await _post(register, mailserver).bezorg_post(Postronde(opgave=OPGAVE))
    assert mailserver.berichten
    assert {m.get_content_type() for m in mailserver.berichten} == {"text/plain"}
    assert mailserver.berichten[0].get_content().split() == ["Beste", "lezer,", "Oud."]
