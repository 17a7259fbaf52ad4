"""Partners fill in their own sheets by link: for themselves only, with nothing lost, and the receipt as elsewhere."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from portaalwereld import DRONTEN, NETBEHEER, Bezoeker, Blad, Portaalwereld
from test_cli_hulp import ID
from test_portaal_agenda import REGIO, agenda, zeg

from domain import kern
from domain.reglement.register import reglement
from domain.stand import Begin
from starter.portaal.begrenzer import INZENDINGEN
from starter.portaal.formulier import Veld

BEELD = {
    "opgave": "Het net is vol.\nVeel bedrijven wachten.",
    "samenwerking": "Open, soms traag",
    "kern": "net\n\n tempo ",
}
NIVEAUS = {"volksvertegenwoordiging": "1", "bestuur": "2", "ambtelijk": "4"}


def bezoek(portaal: Portaalwereld, aan: str = DRONTEN) -> Bezoeker:
    return portaal.binnen(portaal.link("dossier", aan=aan, doel="dossier"))


def leg_vast(bezoeker: Bezoeker, formulier: str, **waarden: str) -> Blad:
    """The whole way of a form, to the receipt."""
    controle = bezoeker.vul_in(formulier, **waarden)
    assert controle.status == 200, controle.tekst
    bewijs = bezoeker.bevestig(formulier, controle)
    assert bewijs.kop == "Vastgelegd. Dank u wel", bewijs.tekst
    assert "Controlegetal" in bewijs.tekst
    return bewijs


def test_van_dossier_tot_bewijs(portaal: Portaalwereld) -> None:
    """From the dossier to the list to the form; the fact is of this partner, by link, with the words as typed."""
    bezoeker = bezoek(portaal)
    assert "/partner/weten" in bezoeker.get("/partner/dossier").tekst
    lijst = bezoeker.get("/partner/weten")
    assert lijst.kop == "Wat wij van u willen weten"
    assert '<span class="utrecht-status-badge utrecht-status-badge--neutral">ingevuld' not in lijst.tekst
    leg_vast(bezoeker, "beeld", **BEELD)
    blad = portaal.stand.bladen[f"beeld:{DRONTEN}"]
    assert (blad.opgave, blad.kern) == (BEELD["opgave"], ("net", "tempo"))
    door = portaal.wereld.verstuurd[-1].door
    assert (door.functie, door.namens, door.zekerheid) == ("partner", DRONTEN, "link")
    assert bezoeker.get("/partner/weten").tekst.count(">ingevuld<") == 1


EENVOUDIG: dict[str, tuple[dict[str, str], str, dict[str, Any]]] = {
    "belangen": ({"publiek_belang": "stroom", "eigen_belang": "banen", "spanning": ""}, "", {"eigen_belang": "banen"}),
    "doelstellingen": ({"doelen": "meer groen\nminder auto's"}, "", {"doelen": ("meer groen", "minder auto's")}),
    "complementaire_rol": ({"rol": "Wij geven vergunningen."}, "", {"rol": "Wij geven vergunningen."}),
    "draagvlak-F1": ({"score": "0", "toelichting": "De raad twijfelt."}, ":F1", {"score": 0, "moment": "F1"}),
    "verwachting": ({"van_ons": "geld", "van_henzelf": "mensen"}, "", {"van_ons": ("geld",), "wij_bieden": ()}),
}


@pytest.mark.parametrize("blad", EENVOUDIG)
def test_elk_blad_wordt_vastgelegd_en_staat_er_de_volgende_keer(portaal: Portaalwereld, blad: str) -> None:
    """What was recorded stands in the form at the next visit."""
    waarden, achter, verwacht = EENVOUDIG[blad]
    leg_vast(bezoek(portaal), blad, **waarden)
    vast = portaal.stand.bladen[f"{blad.partition('-')[0]}:{DRONTEN}{achter}"].model_dump()
    assert {naam: vast[naam] for naam in verwacht} == verwacht
    opnieuw = bezoek(portaal).get(f"/partner/{blad}").tekst.replace("&#39;", "'")
    for naam, waarde in waarden.items():
        assert (f'value="{waarde}" id="{naam}-1" checked' if naam == "score" else waarde) in opnieuw


def test_het_draagvlak_heeft_de_woorden_van_het_reglement(portaal: Portaalwereld) -> None:
    tekst = bezoek(portaal).get("/partner/draagvlak-F1").tekst
    samen = reglement(portaal.stand.reglement).samen
    assert all(f">{label.capitalize()}</label>" in tekst for label in samen.draagvlak)


def test_draagvlak_van_de_ene_fase_telt_nooit_voor_de_andere(portaal: Portaalwereld) -> None:
    """The phase began between the check and the button: nothing is recorded, and the text is given back."""
    velden = bezoek(portaal).vul_in("draagvlak-F1", score="3", toelichting="Iedereen is enthousiast.").velden
    huis = [p.code for p in reglement(portaal.stand.reglement).poorten if p.soort == "huis"]
    portaal.wereld.tik("GaNaarFase", naar="F2", reden="Het net is nu vol.", passeer=huis)
    later = bezoek(portaal)
    csrf = later.get("/partner/draagvlak-F2").velden["csrf"]
    te_laat = later.post("/partner/draagvlak-F1/vastleggen", velden | {"csrf": csrf})
    assert te_laat.kop == "Dit kunt u nu niet invullen"
    assert "Iedereen is enthousiast." in te_laat.tekst
    assert not [sleutel for sleutel in portaal.stand.bladen if sleutel.startswith("draagvlak")]


def test_een_verwachting_laat_staan_wat_de_provincie_zei(portaal: Portaalwereld) -> None:
    """The partner fills in its own two fields; those of the province stay, also when the form sends them."""
    van_ons = {"wij_bieden": ["een projectleider"], "wij_rekenen_op": ["cijfers"], "resultaat": "afgesproken"}
    blad = {"blad": "verwachting", "partner": DRONTEN, "van_ons": ["oud"], **van_ons}
    portaal.wereld.tik("LegBladVast", inhoud=blad, kanaal="tafel")
    bezoeker = bezoek(portaal)
    assert "projectleider" not in bezoeker.get("/partner/verwachting").tekst
    leg_vast(bezoeker, "verwachting", van_ons="nieuw", van_henzelf="", wij_bieden="niets", resultaat="anders")
    vast = portaal.stand.bladen[f"verwachting:{DRONTEN}"]
    assert (vast.van_ons, vast.wij_bieden, vast.resultaat) == (("nieuw",), ("een projectleider",), "afgesproken")
    assert vast.wij_rekenen_op == ("cijfers",)


@pytest.mark.parametrize("formulier", ["beeld", f"spelniveau-{DRONTEN}", "spelniveau-provincie", "les-L1"])
def test_wie_voor_de_een_spreekt_spreekt_niet_voor_de_ander(portaal: Portaalwereld, formulier: str) -> None:
    """A forged partner in the form changes nothing: who speaks is who the link was given to."""
    portaal.wereld.tik("LegLesVast", titel="Bel eerst")
    vals = dict.fromkeys(("partner", "van", "namens", "overheid", "organisatie", "inhoud.partner"), DRONTEN)
    waarden = {**BEELD, **NIVEAUS, "toelichting": "", "klopt": "ja", **vals}
    bezoeker = bezoek(portaal, NETBEHEER)
    controle = bezoeker.vul_in(formulier, **waarden)
    bezoeker.volg(bezoeker.post(f"/partner/{formulier}/vastleggen", {**controle.velden, **vals}))
    stand = portaal.stand
    assert f"beeld:{DRONTEN}" not in stand.bladen
    assert {s.van for s in stand.spelscores} <= {NETBEHEER}
    assert set(stand.lessen["L1"].gevalideerd_door) <= {NETBEHEER}
    assert portaal.wereld.verstuurd[-1].door.namens == NETBEHEER
    gezegd = (*stand.bladen, *(s.over for s in stand.spelscores), *stand.lessen["L1"].gevalideerd_door)
    assert len(gezegd) == 1


def test_een_link_van_de_een_toont_niets_van_de_ander(portaal: Portaalwereld) -> None:
    """Neither sheets nor levels of another stand in any form; its role is for all."""
    leg_vast(bezoek(portaal), "beeld", **BEELD)
    leg_vast(bezoek(portaal), f"spelniveau-{DRONTEN}", **NIVEAUS, toelichting="Onze raad wil meer.")
    leg_vast(bezoek(portaal), "complementaire_rol", rol="Wij geven vergunningen.")
    ander = bezoek(portaal, NETBEHEER)
    paden = ("dossier", "weten", "beeld", f"spelniveau-{DRONTEN}", f"spelniveau-{NETBEHEER}")
    alles = "".join(ander.get(f"/partner/{pad}").tekst for pad in paden)
    assert "Het net is vol" not in alles
    assert "Onze raad wil meer" not in alles
    assert "checked" not in alles
    assert "Wij geven vergunningen." in ander.get("/partner/dossier").tekst


def test_spelniveau_van_zichzelf_en_van_een_ander(portaal: Portaalwereld) -> None:
    """Three layers each, apart; the page says when they are shown, and holds what was said before."""
    bezoeker = bezoek(portaal)
    assert "pas getoond als beide er zijn" in bezoeker.get("/partner/spelniveau-provincie").tekst
    leg_vast(bezoeker, f"spelniveau-{DRONTEN}", **NIVEAUS, toelichting="zo is het")
    leg_vast(bezoeker, "spelniveau-provincie", **NIVEAUS | {"bestuur": "3"}, toelichting="")
    scores = {(s.van, s.over): s.niveaus.bestuur for s in portaal.stand.spelscores}
    assert scores == {(DRONTEN, DRONTEN): 2, (DRONTEN, "provincie"): 3}
    assert 'value="3" id="bestuur-3" checked' in bezoeker.get("/partner/spelniveau-provincie").tekst
    assert bezoeker.get("/partner/spelniveau-gemeente-urk").status == 404


def test_een_intake_die_op_deze_overheid_wacht(portaal: Portaalwereld) -> None:
    """Only who was asked sees it; the judgement is recorded, can be changed, and ends with the joint answer."""
    portaal.wereld.tik("VoegPartnerToe", partner="gemeente-zeewolde", naam="gemeente Zeewolde", type="gemeente")
    intake = {
        "vraag": "Mag er een zonnepark?",
        "initiatiefnemer": "Zon BV",
        "overheden": [DRONTEN, "gemeente-zeewolde"],
    }
    portaal.wereld.tik("StartIntake", intake="IT1", **intake)
    assert "Zon BV" not in bezoek(portaal, NETBEHEER).get("/partner/weten").tekst
    naam, bezoeker = f"intake-IT1.{DRONTEN}", bezoek(portaal)
    assert bezoek(portaal, NETBEHEER).get(f"/partner/{naam}").status == 404
    assert "Mag er een zonnepark?" in bezoeker.get(f"/partner/{naam}").tekst
    waarden = {"oordeel": "ja_mits", "voorwaarden": "geen kabels\nrecycling", "toelichting": "Past in ons beleid."}
    leg_vast(bezoeker, naam, **waarden)
    oordeel = portaal.stand.intakes["IT1"].oordelen[DRONTEN]
    assert (oordeel.oordeel, oordeel.voorwaarden) == ("ja_mits", ("geen kabels", "recycling"))
    assert "geen kabels\nrecycling" in bezoeker.get(f"/partner/{naam}").tekst
    gehoord = {"oordeel": "ja", "toelichting": "x", "kanaal": "telefoon"}
    portaal.wereld.tik("GeefIntakeoordeel", intake="IT1", overheid="gemeente-zeewolde", **gehoord)
    getypt = bezoek(portaal).vul_in(naam, **waarden)
    portaal.wereld.tik("BeantwoordIntake", intake="IT1", oordeel="ja_mits", antwoord="Ja, mits.")
    later = bezoek(portaal)
    te_laat = later.post(
        f"/partner/{naam}/vastleggen", getypt.velden | {"csrf": later.get("/partner/beeld").velden["csrf"]}
    )
    assert te_laat.kop == "Dit kunt u nu niet invullen"
    assert "geen kabels\nrecycling" in te_laat.tekst


def test_klopt_deze_les(portaal: Portaalwereld) -> None:
    """A no without a reason is refused with the text kept; a lesson that is not open or no draft is not asked."""
    portaal.wereld.tik("LegLesVast", les="L1", titel="Bel eerst", aanbeveling="Bel voor u schrijft.")
    portaal.wereld.tik("LegLesVast", les="L2", titel="Intern verhaal", openbaar=False)
    bezoeker = bezoek(portaal)
    assert "Intern verhaal" not in bezoeker.get("/partner/weten").tekst
    assert "Bel voor u schrijft." in bezoeker.get("/partner/les-L1").tekst
    controle = bezoeker.vul_in("les-L1", klopt="nee", toelichting="")
    geweigerd = bezoeker.post("/partner/les-L1/vastleggen", controle.velden)
    assert geweigerd.status == 409
    assert "Zeg wat er niet klopt aan de les." in geweigerd.tekst
    assert 'value="nee" id="klopt-2" checked' in geweigerd.tekst
    leg_vast(bezoeker, "les-L1", klopt="ja", toelichting="")
    leg_vast(bezoek(portaal, NETBEHEER), "les-L1", klopt="ja", toelichting="")
    assert portaal.stand.lessen["L1"].status == "gevalideerd"
    assert "Bel eerst" not in bezoeker.get("/partner/weten").tekst


def test_een_weigering_is_te_lezen_en_kost_geen_tekst(portaal: Portaalwereld) -> None:
    """The same sheet twice is refused by the core; what was typed stands there still."""
    bezoeker = bezoek(portaal)
    leg_vast(bezoeker, "beeld", **BEELD)
    geweigerd = bezoeker.post("/partner/beeld/vastleggen", bezoeker.vul_in("beeld", **BEELD).velden)
    assert geweigerd.status == 409
    assert "staat al zo vast" in geweigerd.tekst
    assert "Het net is vol.\nVeel bedrijven wachten." in geweigerd.tekst


def test_wat_niet_past_staat_bij_het_veld(portaal: Portaalwereld) -> None:
    """A choice that does not exist and a point that is too long are told at their field, which is tied to it."""
    bezoeker = bezoek(portaal)
    fout = bezoeker.vul_in("draagvlak-F1", score="4", toelichting="Dit blijft staan.")
    assert fout.status == 422
    assert 'aria-describedby="score-fout" aria-invalid="true" id="score"' in fout.tekst
    assert "Dit blijft staan." in fout.tekst
    lang = bezoeker.vul_in("doelstellingen", doelen="kort\n" + "x" * 201)
    assert lang.status == 422
    assert "maak punt 2 korter" in lang.tekst
    assert "hoogstens 50 regels" in Veld("a", "A", "regels").fout("x\n" * 51)


def test_een_geheim_komt_niet_in_een_formulier(portaal: Portaalwereld) -> None:
    """What the manager typed of a step at rest stands neither in a prefilled sheet nor in the shared dossier."""
    geheim, tik = "aankoop van het perceel aan de Kust", portaal.wereld.tik
    tik("OpenBesluit", code="A8", orgaan="PS", onderwerp=geheim)
    belangen = {"blad": "belangen", "partner": DRONTEN, "publiek_belang": geheim, "eigen_belang": "x"}
    tik("LegBladVast", inhoud=belangen, kanaal="tafel")
    ambitie = {"blad": "gezamenlijke_ambitie", "tekst": f"Samen: {geheim}.", "ondertekend_door": [DRONTEN]}
    tik("LegBladVast", inhoud=ambitie)
    assert geheim in bezoek(portaal).get("/partner/belangen").tekst
    op = {"orgaan": "GS", "grond": "Woo 5.1 lid 2 b", "neutrale_titel": "grondzaak 7", "referentie": "DOC-7"}
    tik("LegGeheimhoudingOp", als="bestuurssecretariaat", stap="B1", **op)
    bezoeker = bezoek(portaal)
    for pad in ("belangen", "dossier", "weten"):
        blad = bezoeker.get(f"/partner/{pad}")
        assert blad.status == 200
        assert geheim not in blad.tekst
    assert "[geheim]" in bezoeker.get("/partner/dossier").tekst


def test_het_dossier_is_voor_alle_partners_hetzelfde(portaal: Portaalwereld) -> None:
    """Shared ambition, way of working, roles and what comes (S1-05); what another must do is not among it."""
    tik = portaal.wereld.tik
    ambitie = {"blad": "gezamenlijke_ambitie", "tekst": "Stroom voor iedereen.", "ondertekend_door": [DRONTEN]}
    tik("LegBladVast", inhoud=ambitie)
    tik("LegBladVast", inhoud={"blad": "werkwijze", "afspraak": "Eerst bellen.", "samen_met": [NETBEHEER]})
    tik("LegBladVast", inhoud={"blad": "een_overheid", "als_een_overheid": True, "overheden": [DRONTEN]})
    rol = {"blad": "complementaire_rol", "partner": NETBEHEER, "rol": "Wij leggen kabels."}
    tik("LegBladVast", inhoud=rol, kanaal="telefoon")
    portaal.vraag(aan=NETBEHEER)
    een, ander = (bezoek(portaal, wie).get("/partner/dossier").tekst for wie in (DRONTEN, NETBEHEER))
    delen = ("Stroom voor iedereen.", "Eerst bellen.", "één overheid: gemeente Dronten", "Wij leggen kabels.")
    for tekst in (een, ander):
        assert all(deel in tekst for deel in delen)
    assert "Wat er komt" in ander
    assert "Wat er komt" not in een


def test_bij_een_vraag_staat_de_weg_ernaartoe(portaal: Portaalwereld) -> None:
    """Also with the link of a request, which is answered by the same visitor."""
    verzoek = portaal.vraag()
    bezoeker = portaal.binnen(portaal.link(verzoek))
    assert bezoeker.get("/partner/antwoord").tekst.count('href="/partner/weten"') == 2
    leg_vast(bezoeker, "complementaire_rol", rol="Wij geven vergunningen.")
    assert portaal.stand.verzoeken[verzoek].status == "open"


def _uitgetreden(portaal: Portaalwereld) -> None:
    portaal.wereld.tik("LaatPartnerUittreden", partner=DRONTEN, reden="herindeling")


def _ouder(portaal: Portaalwereld) -> None:
    """The same opgave as it would be under the third edition."""
    stand = kern.begin(Begin(opgave=ID, reglement="r2026_3"))
    for opdracht in portaal.wereld.verstuurd:
        stand, _ = kern.stap(stand, portaal.wereld.nu, opdracht)
    portaal.wereld.standen[ID] = stand


@pytest.mark.parametrize("anders", [_uitgetreden, _ouder])
def test_wie_niets_kan_invullen_krijgt_geen_formulieren(
    portaal: Portaalwereld, anders: Callable[[Portaalwereld], None]
) -> None:
    """A partner that left, and an opgave under an edition that knew no such sheets."""
    anders(portaal)
    bezoeker = bezoek(portaal)
    assert DRONTEN in portaal.stand.partners
    assert "/partner/weten" not in bezoeker.get("/partner/dossier").tekst
    for pad in ("weten", "beeld", f"spelniveau-{DRONTEN}"):
        assert bezoeker.get(f"/partner/{pad}").kop == "Hier is voor u niets in te vullen"


def test_in_een_pauze_staat_er_alleen_wat_dan_kan(portaal: Portaalwereld) -> None:
    """No form is offered that the core would refuse: own sheets go on, levels wait."""
    portaal.wereld.tik("Pauzeer", reden="verkiezingen", tot="2026-06-01")
    lijst = bezoek(portaal).get("/partner/weten").tekst
    assert "/partner/beeld" in lijst
    assert "/partner/spelniveau" not in lijst


def test_zonder_teken_of_te_vaak_gebeurt_er_niets(portaal: Portaalwereld) -> None:
    """The same guards as on every other form."""
    bezoeker = bezoek(portaal)
    controle = bezoeker.vul_in("beeld", **BEELD)
    assert bezoeker.post("/partner/beeld/vastleggen", controle.velden | {"csrf": "x"}).status == 403
    assert bezoeker.post("/partner/beeld/vastleggen", controle.velden, **{"sec-fetch-site": "cross-site"}).status == 403
    for _ in range(INZENDINGEN.aantal):
        laatste = bezoeker.post("/partner/beeld", controle.velden)
    assert laatste.status == 429
    assert "Het net is vol" in laatste.tekst
    assert not portaal.stand.bladen


def test_een_verlopen_link_toont_geen_formulieren(portaal: Portaalwereld) -> None:
    verlopen = portaal.binnen(portaal.link("dossier", doel="dossier", tot=portaal.wereld.nu + timedelta(minutes=1)))
    portaal.wereld.nu += timedelta(minutes=5)
    for pad in ("weten", "beeld", f"spelniveau-{DRONTEN}"):
        assert verlopen.get(f"/partner/{pad}").kop == "Uw link is verlopen"


def test_een_partner_stelt_de_agenda_vast(portaal: Portaalwereld) -> None:
    """On the dossier of an agenda: what waits on this overheid and the levels, and no sheets of an opgave."""
    portaal.id = agenda(portaal).id
    bezoeker = portaal.binnen(portaal.link("", doel="dossier"))
    lijst = bezoeker.get("/partner/weten").tekst
    assert "/partner/vaststelling-1" in lijst
    assert "/partner/spelniveau-provincie" in lijst
    assert "/partner/beeld" not in lijst
    vandaag = date.isoformat(portaal.wereld.nu.date())
    waarden = {
        "orgaan": "de gemeenteraad",
        "besluit": "gewijzigd_vastgesteld",
        "op": vandaag,
        "toelichting": "Zonder p3.",
    }
    stuk = {"titel": "Raadsbesluit", "referentie": "R-7", "sha256": "A" * 64, "overheid": "provincie"}
    leg_vast(bezoeker, "vaststelling-1", **waarden, **stuk)
    gezegd = portaal.wereld.verstuurd[-1].inhoud
    assert (gezegd.overheid, gezegd.stuk.sha256) == (DRONTEN, "a" * 64)
    besluiten = portaal.wereld.standen[REGIO].agenda.vaststellingen
    gemeld = besluiten[f"{DRONTEN}/1"]
    assert (gemeld.gemeld, gemeld.telt) == ("gewijzigd_vastgesteld", None)
    assert besluiten["provincie/1"].besluit is None
    assert "nog niet bevestigd" in bezoeker.get("/partner/vaststelling-1").tekst
    zeg(portaal, "LegVaststellingVast", overheid=DRONTEN, orgaan="de gemeenteraad", besluit="gewijzigd_vastgesteld")
    assert portaal.wereld.standen[REGIO].agenda.vaststellingen[f"{DRONTEN}/1"].telt == "gewijzigd_vastgesteld"
    assert "/partner/vaststelling-1" not in bezoeker.get("/partner/weten").tekst
    leg_vast(bezoeker, "spelniveau-provincie", **NIVEAUS, toelichting="")
    assert [s.over for s in portaal.stand.spelscores] == ["provincie"]


def test_wie_niet_is_gevraagd_stelt_de_agenda_niet_vast(portaal: Portaalwereld) -> None:
    agenda(portaal)
    zeg(portaal, "VoegPartnerToe", partner=NETBEHEER, naam="regionale netbeheerder", type="bedrijf")
    bezoeker = portaal.binnen(portaal.link("", aan=NETBEHEER, doel="dossier"))
    assert bezoeker.get("/partner/vaststelling-1").status == 404
