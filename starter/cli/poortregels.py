"""What opens a gate: for each requirement of the reglement the command that fills in what is missing."""

from collections.abc import Callable, Iterable
from typing import Any

from domain.overzicht import Poortstand
from domain.reglement.register import reglement
from domain.stand import Stand

Inhoud = dict[str, Any]


def openers(stand: Stand, poort: Poortstand) -> tuple[Inhoud, ...]:
    """Contents of commands that bring this gate closer to open; texts between `<` and `>` are for the sender."""
    maak = _OPENERS.get(reglement(stand.reglement).poort(poort.poort).eis)
    return tuple(maak(stand)) if maak and not poort.open else ()


def _blad(**velden: Any) -> Callable[[Stand], Iterable[Inhoud]]:
    return lambda _: ({"soort": "LegBladVast", "inhoud": velden},)


def _rolkeuze(stand: Stand) -> Iterable[Inhoud]:
    stijl = {"hierarchie": 20, "netwerk": 60, "markt": 20}
    rol = {"provincie_rol": "co-creatiepartner", "trede": "stimuleren", "netwerkrol": "mobiliseren"}
    blad = {"blad": "rolkeuze", "fase": str(stand.leven.fase), **rol, "stijl": stijl, "motivering": "<waarom deze rol>"}
    yield {"soort": "LegBladVast", "inhoud": blad}


def _reflectie(stand: Stand) -> Iterable[Inhoud]:
    vragen = ("waarom_doen_we_dit", "doen_we_het_goed", "hoe_gaat_de_samenwerking")
    antwoorden = dict.fromkeys(vragen, "<antwoord>")
    yield {"soort": "LegBladVast", "inhoud": {"blad": "reflectie", "fase": str(stand.leven.fase), **antwoorden}}


def _gedeeld_beeld(stand: Stand) -> Iterable[Inhoud]:
    for partner in stand.partners.values():
        blad = stand.bladen.get(f"gedeeld_beeld:{partner.id}")
        if partner.doet_mee and getattr(blad, "status", "nee") == "nee":
            velden = {"blad": "gedeeld_beeld", "partner": partner.id, "status": "ja"}
            yield {"soort": "LegBladVast", "inhoud": velden}


def _kaders(stand: Stand) -> Iterable[Inhoud]:
    return _besluit(stand, "kader", "PS", "Kaders voor inhoud en proces")


def _besluit(stand: Stand, code: str, orgaan: str, onderwerp: str) -> Iterable[Inhoud]:
    """A decision that is not open yet; an open one is already among what the sender may do."""
    if not any(s.code == code and s.afloop == "open" and s.status != "vervallen" for s in stand.stappen.values()):
        yield {"soort": "OpenBesluit", "code": code, "orgaan": orgaan, "onderwerp": onderwerp}


def _vorm(stand: Stand) -> Iterable[Inhoud]:
    if not any(t.status != "beeindigd" for t in stand.trajecten.values()):
        kandidaten = [{"code": "CONVENANT", "plus": "<voordeel>"}, {"code": "STICHTING", "min": "<nadeel>"}]
        yield {"soort": "StartVormtraject", "onderwerp": "<waarover>", "kandidaten": kandidaten}


def _pilotplan(stand: Stand) -> Iterable[Inhoud]:
    eenheid = {"naam": "<wat u meet>", "eenheid": "aantal", "nulmeting": 0, "streefwaarde": 10}
    plan = {
        "hypothese": "<als ..., dan ..., omdat ...>",
        "begin": "2027-01-04",
        "eind": "2027-12-31",
        "indicatoren": [eenheid],
        "beslisregel": "<wanneer het geslaagd is>",
        "exitplan": "<hoe u stopt>",
        "evaluator": "<onafhankelijk van de trekker>",
        "avg_getoetst": True,
    }
    gepland = [p for p in stand.pilots.values() if p.status == "gepland"]
    for pilot in gepland:
        eigen = pilot.plan.model_dump(mode="json", exclude_defaults=True)
        nieuw = {
            n: w for n, w in plan.items() if n not in eigen and not (n in ("begin", "eind") and _heeft_datum(eigen))
        }
        yield {"soort": "StelPilotplanOp", "pilot": pilot.id, "titel": pilot.titel, "plan": {**eigen, **nieuw}}
    if not gepland:
        yield {"soort": "StelPilotplanOp", "titel": "<naam van de pilot>", "plan": plan}


def _heeft_datum(plan: Inhoud) -> bool:
    """One date that is there already could make the other one of the example impossible."""
    return "begin" in plan or "eind" in plan


def _evaluatie(stand: Stand) -> Iterable[Inhoud]:
    if not stand.evaluaties:
        pilots = [p.id for p in stand.pilots.values() if p.geeindigd]
        yield {"soort": "StartEvaluatie", "pilots": pilots, "evaluator": "<onafhankelijk van de trekker>"}
    yield from _besluit(stand, "evaluatie", "GS", "Vaststellen van de evaluatie")


def _vervolg(stand: Stand) -> Iterable[Inhoud]:
    besluit = next((s.id for s in stand.stappen.values() if s.code in ("vervolg", "evaluatie")), None)
    for evaluatie in stand.evaluaties.values():
        if evaluatie.status == "opgesteld" and besluit:
            keuze = {"uitkomst": evaluatie.advies or "opschalen", "stap": besluit, "reden": "<waarom>"}
            yield {"soort": "BepaalVervolg", "evaluatie": evaluatie.id, **keuze}


def _les(stand: Stand) -> Iterable[Inhoud]:
    velden = {"titel": "<de les in een zin>", "eigenaar": "opgavemanager", "actie": "<wat er verandert>"}
    yield {"soort": "LegLesVast", **velden}


def _flevo(moment: str) -> Callable[[Stand], Iterable[Inhoud]]:
    return _blad(blad="toets_flevo", moment=moment, scores=[2, 2, 2, 2, 2, 2], toelichting="<waarom deze scores>")


_T = "<tekst>"
_OPENERS: dict[str, Callable[[Stand], Iterable[Inhoud]]] = {
    "betekenis": _blad(blad="betekenis", tekst="<wat inwoners eraan hebben>"),
    "flevo_toets_f1": _flevo("F1"),
    "flevo_toets_f3": _flevo("F3"),
    "flevo_toets_f5": _flevo("F5"),
    "kaders_ps": _kaders,
    "gezamenlijke_ambitie": _blad(blad="gezamenlijke_ambitie", tekst="<de ambitie>", ondertekend_door=["GS"]),
    "gedeeld_beeld": _gedeeld_beeld,
    "inhoud": _blad(blad="inhoud", opgave="<wat er speelt>", doelen=["<doel>"], doelgroep="<voor wie>"),
    "waarom_samenwerken": _blad(blad="waarom_samenwerken", nodig=_T, bijdrage=_T, alternatief_zelf=_T),
    "kernwaarden": _blad(
        blad="kernwaarden",
        transparantie=_T,
        rechtmatigheid=_T,
        rechtsgelijkheid=_T,
        gelijke_behandeling=_T,
        democratische_legitimiteit=_T,
    ),
    "rolkeuze": _rolkeuze,
    "vorm_in_werking": _vorm,
    "pilotplan": _pilotplan,
    "rol_na_afloop": _blad(blad="rol_na_afloop", tekst="<de rol na afloop>"),
    "reflectie": _reflectie,
    "evaluatie_vastgesteld": _evaluatie,
    "vervolg_besluit": _vervolg,
    "lessen": _les,
    "les_geborgd": _les,
}
