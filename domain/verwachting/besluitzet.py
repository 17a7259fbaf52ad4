"""The commands that record a decision in favour, as the body's own people give them."""

from typing import Any

from domain.basis import Functie
from domain.beeld.mogelijk_stappen import resultaten
from domain.regels.besluitvorming import instrumenten
from domain.reglement.model import Uitkomsten
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.verwachting.taak import Zet, zet

BEHANDELAAR: tuple[Functie, str] = ("opgavemanager", "provincie")
VASTLEGGER: dict[str, tuple[Functie, str]] = {
    "GS": ("bestuurssecretariaat", "GS"),
    "PS": ("griffier", "PS"),
    "statencommissie": ("griffier", "PS"),
    "jurist": ("jurist", "provincie"),
    "notaris": ("notaris", "provincie"),
    "ondertekenaars": ("opgavemanager", "provincie"),
    "bestuurlijke_conferentie": ("opgavemanager", "provincie"),
}
_INSTRUMENTEN: dict[str, dict[str, Any]] = {
    "wensen_en_bedenkingen": {"instrument": "wensen_en_bedenkingen"},
    "zienswijze": {"instrument": "zienswijze"},
    "toestemming": {"instrument": "toestemming", "besluit": "verleend"},
    "instemming": {"instrument": "instemming", "besluit": "ingestemd"},
}
_LIEVER = ("geen", "geen_zienswijze", "verleend", "ingestemd", "conform", "ongewijzigd", "akkoord", "gepubliceerd")
"""What is supposed to come out where more than one outcome is good: the plainest."""


def besluitzetten(stand: Stand, stap: Besluitstap) -> tuple[Zet, ...]:
    """The commands that record a decision in favour; more than one where all outcomes are needed."""
    functie, namens = _wie_legt_vast(stand, stap)
    if stap.orgaan == "PS":
        stemming = {"stemming": {"wijze": "zonder_stemming"}}
        return (zet(functie, "LegBesluitVast", namens, stap=stap.id, **stemming, **_van_ps(stand, stap)),)
    keuze = {"resultaat": r} if (r := _resultaat(stand, stap)) else {}
    reacties = [{"op": punt, "reactie": "overgenomen"} for punt in instrumenten.te_beantwoorden(stand, stap)]
    meer = {**keuze, **({"reacties": reacties} if reacties else {})}
    uitkomsten = _uitkomsten(stand, stap)
    return tuple(zet(functie, "LegBesluitVast", namens, stap=stap.id, uitkomst=u, **meer) for u in uitkomsten)


def _wie_legt_vast(stand: Stand, stap: Besluitstap) -> tuple[Functie, str]:
    if stap.orgaan in stand.partners:
        return ("partner", stap.orgaan) if stand.partners[stap.orgaan].doet_mee else BEHANDELAAR
    return VASTLEGGER.get(stap.orgaan, ("griffier", "PS"))


def _van_ps(stand: Stand, stap: Besluitstap) -> dict[str, Any]:
    regels = reglement(stand.reglement)
    soort = regels.staptype(stap.code).instrument if stap.traject and regels.besluitvorming else None
    keuze = {"resultaat": r} if (r := _resultaat(stand, stap)) else {}
    return {**keuze, "instrument": _INSTRUMENTEN[soort]} if soort else keuze


def _resultaat(stand: Stand, stap: Besluitstap) -> str:
    """What an adopted proposal comes to, where there is a choice; what follows an evaluation is what it advises."""
    mogelijk = resultaten(stand, stap)
    if stap.code == "vervolg":
        adviezen = [e.advies for e in stand.evaluaties.values() if e.advies in mogelijk and not e.kort]
        return next((a for a in reversed(adviezen) if a and a != "aanpassen_en_verlengen"), "opschalen")
    return next((r for r in _LIEVER if r in mogelijk), next(iter(mogelijk), ""))


def _uitkomsten(stand: Stand, stap: Besluitstap) -> tuple[str, ...]:
    mogelijk = _mogelijk(stand, stap)
    if not mogelijk.samen:
        return (next((u for u in _LIEVER if u in mogelijk.positief), mogelijk.positief[0]),)
    traject = stand.trajecten[stap.traject or ""]
    wgr = reglement(stand.reglement).vorm(traject.code or "").wgr
    return tuple(u for u in mogelijk.positief if wgr or u not in mogelijk.alleen_wgr)


def _mogelijk(stand: Stand, stap: Besluitstap) -> Uitkomsten:
    regels = reglement(stand.reglement)
    if stap.traject is None:
        return regels.besluitsoort(stap.code).mogelijk or regels.uitkomsten_gs
    return regels.staptype(stap.code).mogelijk
