"""Answering by link: from the mail to the receipt, corrected in time, recorded once, refused with the rule."""

from datetime import timedelta

import pytest
from portaalwereld import NETBEHEER, VRAAG, Portaalwereld
from test_cli_hulp import ID

from domain.regels.splitsing_verdeling import te_verdelen
from register import lezen
from runtime.temporal import Onbereikbaar
from starter.portaal.partner import bewijs

ANTWOORD = {"oordeel": "akkoord_met_voorbehoud", "antwoord": "Goed, maar\nniet voor 2027. <b>Let op</b>"}


def test_van_mail_tot_bewijs(portaal: Portaalwereld) -> None:
    """The whole way; what stands in the fact is who spoke, how sure we are, and the very words."""
    verzoek = portaal.vraag()
    bezoeker = portaal.binnen(portaal.link(verzoek))
    pagina = bezoeker.volg(bezoeker.get("/partner"))
    assert pagina.status == 200
    assert VRAAG in pagina.tekst
    assert "dinsdag 24 maart 2026" in pagina.tekst
    controle = bezoeker.vul_in("antwoord", **ANTWOORD)
    assert controle.kop == "Controleer uw antwoord"
    assert "Akkoord, met een voorbehoud" in controle.tekst
    assert "niet voor 2027. &lt;b&gt;Let op&lt;/b&gt;" in controle.tekst
    ontvangst = bezoeker.bevestig("antwoord", controle)
    feit = next(f for f in portaal.wereld.verstuurd if f.inhoud.soort == "BeantwoordVerzoek")
    assert (feit.door.functie, feit.door.namens, feit.door.zekerheid) == ("partner", "gemeente-dronten", "link")
    assert feit.door.subject.startswith("link.")
    assert feit.door.grondslag == "link per e-mail"
    stand = portaal.stand
    assert stand.verzoeken[verzoek].antwoord == ANTWOORD["antwoord"]
    assert stand.verzoeken[verzoek].oordeel == "akkoord_met_voorbehoud"
    (rij,) = (r for r in lezen.feiten(portaal.register, portaal.id) if r.soort == "VerzoekBeantwoord")
    later = bezoeker.volg(bezoeker.get("/partner"))
    for pagina in (ontvangst, later):
        assert rij.hash in pagina.tekst
        assert f"<dd>{rij.seq}</dd>" in pagina.tekst


def test_zolang_het_register_achterloopt_noemt_het_bewijs_geen_nummer(
    portaal: Portaalwereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number that differs from the one of a later visit would be no receipt."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    controle = bezoeker.vul_in("antwoord", **ANTWOORD)
    monkeypatch.setattr(bewijs, "GEDULD", 0.0)
    pagina = bezoeker.bevestig("antwoord", controle)
    assert pagina.status == 200
    assert "Feitnummer" not in pagina.tekst
    assert "over een minuut opnieuw" in pagina.tekst


def test_dubbelklik_legt_een_keer_vast(portaal: Portaalwereld) -> None:
    """The same confirmation sent twice gives the same receipt and one answer."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    controle = bezoeker.vul_in("antwoord", **ANTWOORD)
    een, twee = (bezoeker.post("/partner/antwoord/vastleggen", controle.velden) for _ in range(2))
    assert een.status == twee.status == 303
    assert een.koppen["location"] == twee.koppen["location"]
    assert [o.inhoud.soort for o in portaal.wereld.verstuurd].count("BeantwoordVerzoek") == 1


def test_wijzig_houdt_wat_er_stond(portaal: Portaalwereld) -> None:
    """Going back from the check keeps every word."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    controle = bezoeker.vul_in("antwoord", **ANTWOORD)
    terug = bezoeker.post("/partner/antwoord/wijzig", controle.velden)
    assert terug.status == 200
    assert "Goed, maar\nniet voor 2027." in terug.tekst
    assert 'value="akkoord_met_voorbehoud" id="oordeel-2" checked' in terug.tekst


def test_wat_ontbreekt_staat_bij_het_veld(portaal: Portaalwereld) -> None:
    """An empty answer is told in a summary and at the field, tied by aria-describedby."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    pagina = bezoeker.vul_in("antwoord", oordeel="niet_akkoord", antwoord="  ")
    assert pagina.status == 422
    assert '<a class="utrecht-link utrecht-link--html-a" href="#antwoord">Uw reactie: vul dit in.</a>' in pagina.tekst
    assert 'aria-describedby="antwoord-uitleg antwoord-fout" aria-invalid="true"' in pagina.tekst
    assert "<title>Fout: Geef uw antwoord" in pagina.tekst
    assert 'value="niet_akkoord" id="oordeel-3" checked' in pagina.tekst
    vreemd = bezoeker.vul_in("antwoord", oordeel="ja hoor", antwoord="x")
    assert "kies een van de mogelijkheden" in vreemd.tekst


def test_verbeteren_tot_de_laatste_dag(portaal: Portaalwereld) -> None:
    """Through the last day an answer can be corrected; a day later the same link shows the receipt only."""
    verzoek = portaal.vraag()
    token = portaal.link(verzoek)
    bezoeker = portaal.binnen(token)
    bezoeker.bevestig("antwoord", bezoeker.vul_in("antwoord", **ANTWOORD))
    assert "Antwoord verbeteren" in bezoeker.volg(bezoeker.get("/partner")).tekst
    laatste = portaal.stand.verzoeken[verzoek].uiterlijk
    portaal.op(laatste)
    bezoeker = portaal.binnen(token)
    begin = bezoeker.get("/partner/verbeteren")
    assert "niet voor 2027." in begin.tekst
    bewijs = bezoeker.bevestig("verbeteren", bezoeker.vul_in("verbeteren", oordeel="akkoord", antwoord="Toch goed."))
    assert bewijs.status == 200
    assert portaal.stand.verzoeken[verzoek].antwoord == "Toch goed."
    portaal.op(laatste + timedelta(days=1))
    later = portaal.binnen(token)
    na = later.volg(later.get("/partner"))
    assert "Toch goed." in na.tekst
    assert "Antwoord verbeteren" not in na.tekst
    assert later.get("/partner/verbeteren").kop == "Uw antwoord is vastgelegd"


def test_weigering_toont_de_regel_en_houdt_de_tekst(portaal: Portaalwereld) -> None:
    """What the core refuses comes back with its rule, and nothing typed is lost."""
    verzoek = portaal.vraag()
    bezoeker = portaal.binnen(portaal.link(verzoek))
    ver = "2026-12-31"
    controle = bezoeker.vul_in("uitstel", tot=ver, reden="De raad komt later bijeen.")
    assert "donderdag 31 december 2026" in controle.tekst
    nee = bezoeker.post("/partner/uitstel/vastleggen", controle.velden)
    assert nee.status == 409
    assert "Dit kan zo niet worden vastgelegd" in nee.tekst
    assert "Regel: " in nee.tekst
    assert "De raad komt later bijeen." in nee.tekst
    assert f'value="{ver}"' in nee.tekst
    assert portaal.stand.verzoeken[verzoek].uitstel is None


def test_uitstel_kan_een_keer(portaal: Portaalwereld) -> None:
    """A delay is asked once; after that the page says how it stands."""
    verzoek = portaal.vraag()
    bezoeker = portaal.binnen(portaal.link(verzoek))
    assert "Uitstel vragen" in bezoeker.get("/partner/antwoord").tekst
    bezoeker.bevestig("uitstel", bezoeker.vul_in("uitstel", tot="2026-03-31", reden="De raad vergadert later."))
    assert portaal.stand.verzoeken[verzoek].uitstel == "gevraagd"
    assert "Uitstel vragen" not in bezoeker.get("/partner/antwoord").tekst
    assert bezoeker.get("/partner/uitstel").kop == "U kunt geen uitstel meer vragen"


def test_link_gaat_mee_met_uitstel(portaal: Portaalwereld) -> None:
    """When the term moves, the link that was mailed before works until its new end."""
    verzoek = portaal.vraag()
    token = portaal.link(verzoek)
    eerst = portaal.stand.verzoeken[verzoek].uiterlijk
    portaal.wereld.tik("VraagUitstel", verzoek=verzoek, tot="2026-03-31", reden="De raad vergadert later.")
    portaal.wereld.tik("BeslisUitstel", verzoek=verzoek, akkoord=True)
    portaal.op(eerst + timedelta(days=2))
    bezoeker = portaal.binnen(token)
    assert bezoeker.get("/partner/antwoord").kop == "Geef uw antwoord"


def test_storing_houdt_de_controle_vast(portaal: Portaalwereld) -> None:
    """When nobody answers, the same button can be pressed later, and it is recorded once."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    controle = bezoeker.vul_in("antwoord", **ANTWOORD)
    echt = portaal.wereld.geef

    async def stuk(*_: object) -> None:
        raise Onbereikbaar("stil")

    portaal.wereld.geef = stuk  # type: ignore[method-assign, assignment]
    storing = bezoeker.post("/partner/antwoord/vastleggen", controle.velden)
    assert storing.status == 503
    assert storing.velden == controle.velden | {"csrf": storing.velden["csrf"]}
    portaal.wereld.geef = echt  # type: ignore[method-assign]
    assert bezoeker.bevestig("antwoord", storing).status == 200


def test_ingetrokken_verzoek(portaal: Portaalwereld) -> None:
    """A request that was withdrawn has a page of its own, and no form."""
    verzoek = portaal.vraag()
    token = portaal.link(verzoek)
    portaal.wereld.tik("TrekVerzoekIn", verzoek=verzoek, reden="niet meer nodig")
    bezoeker = portaal.binnen(token)
    pagina = bezoeker.volg(bezoeker.get("/partner"))
    assert pagina.kop == "De provincie heeft deze vraag ingetrokken"
    assert "<textarea" not in pagina.tekst


def test_een_verzoek_dat_verhuisde_loopt_ergens_anders_door(portaal: Portaalwereld) -> None:
    """The old link says in which opgave the question goes on, and not that no answer is needed."""
    verzoek = portaal.vraag()
    token = portaal.link(verzoek)
    delen = te_verdelen(portaal.stand)
    mee = {"verzoek": "gaat_mee", "partner": "beide"}
    verdeling = [{"soort": d.soort, "id": d.id, "waarheen": mee.get(d.soort, "blijft")} for d in delen if d.moet]
    portaal.wereld.tik("Splits", nieuw="FL-2026-77", titel="Oost", reden="te groot", verdeling=verdeling)
    bezoeker = portaal.binnen(token)
    pagina = bezoeker.volg(bezoeker.get("/partner"))
    assert pagina.kop == "Deze vraag loopt door in een andere opgave"
    assert "FL-2026-77" in pagina.tekst
    assert "hoeft niet" not in pagina.tekst


def test_al_per_brief_beantwoord(portaal: Portaalwereld) -> None:
    """An answer that came by letter is shown with its receipt."""
    verzoek = portaal.vraag()
    token = portaal.link(verzoek)
    bron = {"titel": "Brief", "referentie": "2026-1", "sha256": "a" * 64}
    brief = {"oordeel": "akkoord", "antwoord": "Akkoord.", "kanaal": "brief", "bron": bron}
    portaal.wereld.tik("LegAntwoordVast", verzoek=verzoek, **brief)
    bezoeker = portaal.binnen(token)
    pagina = bezoeker.volg(bezoeker.get("/partner"))
    assert pagina.kop == "Uw antwoord kwam al binnen per brief"
    assert "Uw ontvangstbewijs" in pagina.tekst


def test_opgave_voorbij(portaal: Portaalwereld) -> None:
    """After the end of the opgave nothing can be answered or brought in; reading goes on."""
    token = portaal.link("dossier", doel="dossier")
    portaal.wereld.tik("TrekIn", als="opgavemanager", reden="Het net is verzwaard.")
    bezoeker = portaal.binnen(token)
    assert bezoeker.get("/partner/inbreng").kop == "De opgave is afgerond"
    assert bezoeker.get("/partner/dossier").status == 200


def test_cijfers_vragen_geen_oordeel(portaal: Portaalwereld) -> None:
    """Each kind of request asks what it needs: figures have no judgement."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag(NETBEHEER, verzoeksoort="cijfers"), NETBEHEER))
    assert "Uw cijfers" in bezoeker.get("/partner/antwoord").tekst
    assert 'type="radio"' not in bezoeker.get("/partner/antwoord").tekst
    bezoeker.bevestig("antwoord", bezoeker.vul_in("antwoord", antwoord="12,4 MW"))
    assert [v.oordeel for v in portaal.stand.verzoeken.values()] == ["inbreng"]


@pytest.mark.parametrize("soort", ["wijziging", "initiatief", "vraag"])
def test_zelf_inbrengen(portaal: Portaalwereld, soort: str) -> None:
    """What a partner brings in is recorded in its name, and is seen in its dossier."""
    bezoeker = portaal.binnen(portaal.link("dossier", doel="dossier"))
    velden = {"inbrengsoort": soort, "onderwerp": "Laadplein", "tekst": "Zet er een laadplein bij."}
    assert bezoeker.bevestig("inbreng", bezoeker.vul_in("inbreng", **velden)).status == 200
    assert [i.van for i in portaal.stand.inbreng.values()] == ["gemeente-dronten"]
    assert "Zet er een laadplein bij." in bezoeker.get("/partner/dossier").tekst


def test_signaal(portaal: Portaalwereld) -> None:
    """A sign that the work goes badly reaches the record with its weight."""
    bezoeker = portaal.binnen(portaal.link("dossier", doel="dossier"))
    controle = bezoeker.vul_in("signaal", ernst="2", omschrijving="Overleg valt steeds uit.")
    bezoeker.bevestig("signaal", controle)
    assert [(s.ernst, s.partner) for s in portaal.stand.signalen.values()] == [(2, "gemeente-dronten")]


def test_verzoekenlijst(portaal: Portaalwereld) -> None:
    """A partner sees its own requests and no others."""
    portaal.vraag()
    portaal.vraag(NETBEHEER, vraag="Hoeveel megawatt is er over?")
    pagina = portaal.binnen(portaal.link("dossier", doel="dossier")).get("/partner/verzoeken")
    assert VRAAG in pagina.tekst
    assert "megawatt" not in pagina.tekst
    assert ID not in pagina.kop
