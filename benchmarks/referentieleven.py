"""The reference life: 80 commands, 12 partners, from initiatief to closing, with the mails and terms they cause."""

from collections.abc import Iterable, Iterator
from typing import Any

from domain.basis import Afzender
from domain.opdracht import Opdracht

PARTNERS = tuple(f"partner-{n:02d}" for n in range(1, 13))
MANAGER = Afzender(functie="opgavemanager", subject="bench", zekerheid="sleutel")
GRIFFIER = Afzender(functie="griffier", subject="bench-griffie", zekerheid="sleutel")
SECRETARIAAT = Afzender(functie="bestuurssecretariaat", subject="bench-gs", zekerheid="sleutel")
JURIST = Afzender(functie="jurist", subject="bench-jurist", zekerheid="sleutel")
AANTAL = 80
REGLEMENT = "r2026_2"

Stap = tuple[Afzender, str, dict[str, Any]]


def opdrachten(opgave: str) -> list[Opdracht]:
    """The commands in order; `tests/test_bench.py` checks that there are 80 and that none is refused."""
    return _genummerd(opgave, _stappen())


def notities(opgave: str) -> list[Opdracht]:
    """As many commands, but notes whose order does not matter, between a start and a withdrawal."""
    eerste = next(_stappen())
    noteer = (_m("Noteer", tekst="De wethouder belde terug.") for _ in range(AANTAL - 2))
    return _genummerd(opgave, (eerste, *noteer, _m("TrekIn", reden="Einde van de meting.")))


def _genummerd(opgave: str, stappen: Iterable[Stap]) -> list[Opdracht]:
    return [
        Opdracht.model_validate({"id": f"{opgave}-{nr}", "door": door, "inhoud": {"soort": soort, **velden}})
        for nr, (door, soort, velden) in enumerate(stappen, start=1)
    ]


def _stappen() -> Iterator[Stap]:
    yield from _initiatief()
    yield from _verkenning()
    yield from _vorm()
    yield from _pilot()
    yield from _evaluatie()
    yield from _borging()


def _m(soort: str, **velden: Any) -> Stap:
    return MANAGER, soort, velden


def _bevestig(stap: str) -> Stap:
    """The second person."""
    return JURIST, "BevestigBesluit", {"vastlegging": f"{stap}.v1"}


def _blad(blad: str, **velden: Any) -> Stap:
    return _m("LegBladVast", inhoud={"blad": blad, **velden})


def _initiatief() -> Iterator[Stap]:
    yield _m("StartOpgave", titel="Referentie", thema="water", initiatief={"door": "waterschap"})
    yield _m("RondAfspraakAf", afspraak="ontvangstbevestiging", resultaat="Bevestigd.")
    for nr, partner in enumerate(PARTNERS):
        yield _m("VoegPartnerToe", partner=partner, naam=f"Partner {nr}", type="gemeente")
    yield _blad("betekenis", tekst="Droge voeten.")
    yield _blad("toets_flevo", moment="F1", scores=[1, 2, 3, 2, 1, 2])
    yield _m("GaNaarFase", naar="F2")


def _verkenning() -> Iterator[Stap]:
    yield _m("VraagPartner", aan=PARTNERS, vraag="Deelt u het beeld van de opgave?")
    for nr in range(1, len(PARTNERS) + 1):
        yield _m("BeantwoordVerzoek", verzoek=f"V{nr}", antwoord="Ja.")
    for partner in PARTNERS:
        yield _blad("gedeeld_beeld", partner=partner, status="ja")
    yield _blad("gezamenlijke_ambitie", tekst="Samen droge voeten.", ondertekend_door=PARTNERS)
    yield _m("OpenBesluit", code="kader", orgaan="PS", onderwerp="Kaders")
    yield _m("LegVoor", stap="B1")
    yield GRIFFIER, "LegBesluitVast", {"stap": "B1", "resultaat": "kader", "stemming": {"wijze": "zonder_stemming"}}
    yield _bevestig("B1")
    yield _m("GaNaarFase", naar="F3")


def _vorm() -> Iterator[Stap]:
    yield _blad("inhoud", opgave="Wateroverlast", doelen=["minder schade"], doelgroep="inwoners")
    yield _blad("waarom_samenwerken", nodig="Ja.", bijdrage="Veiligheid.", alternatief_zelf="Nee.")
    yield _rolkeuze("F3")
    yield _m("StartVormtraject", onderwerp="Overleg", kandidaten=[{"code": "GESPREKSTAFEL"}, {"code": "LICHT_NETWERK"}])
    yield _m("KiesOrganiseervorm", traject="VT1", code="GESPREKSTAFEL", motivering="Licht en snel.")
    yield _m("BepaalStap", stap="VT1.A2", van_toepassing=False, reden="PS weten ervan.")
    yield _m("ZetInWerking", traject="VT1", per="2026-01-01")
    yield _m("StelPilotplanOp", titel="Wadi's", plan=_plan())
    yield _m("GaNaarFase", naar="F4")


def _rolkeuze(fase: str) -> Stap:
    stijl = {"hierarchie": 20, "netwerk": 60, "markt": 20}
    rollen = {"provincie_rol": "regisseur", "trede": "stimuleren", "netwerkrol": "balanceren"}
    return _blad("rolkeuze", fase=fase, stijl=stijl, **rollen)


def _plan() -> dict[str, Any]:
    return {
        "hypothese": "Als er wadi's zijn, dan is er minder schade.",
        "eind": "2030-12-31",
        "indicatoren": [{"naam": "schade", "eenheid": "euro", "nulmeting": "100", "streefwaarde": "50"}],
        "beslisregel": "Opschalen onder de 60.",
        "evaluator": "onderzoeksbureau",
    }


def _pilot() -> Iterator[Stap]:
    yield _rolkeuze("F4")
    yield _m("StartPilot", pilot="P1")
    for waarde in range(90, 65, -5):
        yield _m("MeetIndicator", pilot="P1", indicator="schade", waarde=str(waarde))
    yield _m("RondPilotAf", pilot="P1", samenvatting="Minder schade.")
    yield _reflectie("F4")
    yield _m("GaNaarFase", naar="F5")


def _reflectie(fase: str) -> Stap:
    vragen = {"waarom_doen_we_dit": "Schade.", "doen_we_het_goed": "Ja.", "hoe_gaat_de_samenwerking": "Goed."}
    return _blad("reflectie", fase=fase, **vragen)


def _evaluatie() -> Iterator[Stap]:
    yield _m("StartEvaluatie", pilots=["P1"], evaluator="onderzoeksbureau")
    yield _m("LegEvaluatieVast", evaluatie="E1", advies="opschalen")
    yield _m("OpenBesluit", code="vervolg", orgaan="GS", onderwerp="Opschalen")
    yield _m("LegVoor", stap="B2")
    yield SECRETARIAAT, "LegBesluitVast", {"stap": "B2", "uitkomst": "conform", "resultaat": "opschalen"}
    yield _bevestig("B2")
    yield _m("BepaalVervolg", evaluatie="E1", uitkomst="opschalen", stap="B2", reden="Het werkt.")
    yield _blad("toets_flevo", moment="F5", scores=[2, 2, 3, 3, 2, 2])
    yield _reflectie("F5")
    yield _m("GaNaarFase", naar="F6")


def _borging() -> Iterator[Stap]:
    yield _m("LegLesVast", titel="Meet eerder", actie="Nulmeting in het sjabloon")
    yield _m("SluitAf", uitkomst="opschalen", reden="De pilot is geslaagd.")
    yield _m("RondAfspraakAf", afspraak="L1.actie", resultaat="Staat in het sjabloon.")
