"""What brings a decision step further: the commands that fit it now, with the words it knows."""

from collections.abc import Iterable
from typing import Any

from domain import pad
from domain.beeld import mogelijk_besluiten
from domain.regels.besluitvorming import instrumenten
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap


def voorstellen(stand: Stand) -> Iterable[dict[str, Any]]:
    for stap in stand.stappen.values():
        yield from voor_stap(stand, stap)
        if stap.id not in stand.controversieel and stap.status == "voorgelegd" and stap.orgaan in ("GS", "PS"):
            yield {"soort": "HoudAan", "stap": stap.id, "reden": mogelijk_besluiten.waarom(stand, stap)}


def voor_stap(stand: Stand, stap: Besluitstap) -> Iterable[dict[str, Any]]:
    """What brings a step further whose turn it is: determine, put before its body, or record what that decided."""
    if wacht := stand.vastleggingen.get(stap.id):
        yield {"soort": "BevestigBesluit", "vastlegging": wacht.id}
        yield {"soort": "KeurVastleggingAf", "vastlegging": wacht.id, "reden": "<wat er niet klopt>"}
    elif stap.id in stand.controversieel:
        return
    elif stap.status in ("voorgelegd", "aangehouden"):
        yield {"soort": "LegBesluitVast", "stap": stap.id, **_uitkomst(stand, stap)}
    elif stap.status != "open" or not pad.aan_de_beurt(stand, stap):
        return
    elif stap.voorwaardelijk and stap.van_toepassing is None:
        yield {"soort": "BepaalStap", "stap": stap.id, "van_toepassing": True, "reden": "<waarom>"}
    else:
        yield {"soort": "LegVoor", "stap": stap.id, **_kennisgeving(stand, stap)}


def _kennisgeving(stand: Stand, stap: Besluitstap) -> dict[str, Any]:
    """Of a change of the budget there is notice first (PW 194, 196)."""
    if stap.code != "A8" or reglement(stand.reglement).besluitvorming is None or stand.laatste_op is None:
        return {}
    return {"kennisgeving_op": stand.laatste_op.date().isoformat()}


def _uitkomst(stand: Stand, stap: Besluitstap) -> dict[str, Any]:
    """An outcome that exists for this step: the first that closes it well."""
    keuze: dict[str, Any] = {"resultaat": r[0]} if (r := resultaten(stand, stap)) else {}
    if stap.orgaan == "PS":
        return {"stemming": {"wijze": "zonder_stemming"}, **(_instrument(stand, stap) or keuze)}
    antwoord = {"op": "", "reactie": "overgenomen"}
    reacties = [{**antwoord, "op": punt} for punt in instrumenten.te_beantwoorden(stand, stap)]
    return {"uitkomst": uitkomsten(stand, stap)[0], **keuze, **({"reacties": reacties} if reacties else {})}


def _instrument(stand: Stand, stap: Besluitstap) -> dict[str, Any]:
    """What PS do with an adopted proposal at this step, under a reglement that knows instruments as types."""
    regels = reglement(stand.reglement)
    if stap.traject is None or regels.besluitvorming is None:
        return {}
    return {"instrument": _INSTRUMENTEN[naam]} if (naam := regels.staptype(stap.code).instrument) else {}


_INSTRUMENTEN: dict[str, dict[str, Any]] = {
    "wensen_en_bedenkingen": {"instrument": "wensen_en_bedenkingen", "wensen": ["<wens>"], "bedenkingen": []},
    "zienswijze": {"instrument": "zienswijze", "punten": ["<punt>"]},
    "toestemming": {"instrument": "toestemming", "besluit": "verleend"},
    "instemming": {"instrument": "instemming", "besluit": "ingestemd"},
}
"""An example of each instrument, to fill in."""


def uitkomsten(stand: Stand, stap: Besluitstap) -> tuple[str, ...]:
    """The words for what the body decided. Those of PS come from the votes."""
    regels = reglement(stand.reglement)
    if stap.orgaan == "PS":
        return regels.uitkomsten_ps.alle
    if stap.traject is not None:
        return regels.staptype(stap.code).uitkomsten
    return (regels.besluitsoort(stap.code).mogelijk or regels.uitkomsten_gs).alle


def resultaten(stand: Stand, stap: Besluitstap) -> tuple[str, ...]:
    """The words for what an adopted proposal comes to, where there is such a choice."""
    regels = reglement(stand.reglement)
    if stap.traject is None:
        return regels.besluitsoort(stap.code).keuzes
    return regels.staptype(stap.code).uitkomsten if stap.orgaan == "PS" else ()
