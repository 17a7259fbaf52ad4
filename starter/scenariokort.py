"""The short forms of a scenario file, written out as the fields of the domain's own commands."""

from decimal import Decimal
from typing import Any


def voluit(soort: str, velden: dict[str, Any]) -> dict[str, Any]:
    """The fields of a command as the domain knows them, from the fields as they stand in the file."""
    if soort == "LegBladVast" and "blad" in velden:
        velden = {"inhoud": {k: v for k, v in velden.items() if k != "reden"}, "reden": velden.get("reden", "")}
    if isinstance(velden.get("aan"), str):
        velden = {**velden, "aan": [velden["aan"]]}
    if soort == "BoekGeld":
        velden = _centen(velden, "euro", "bedrag")
    if isinstance(velden.get("plan"), dict):
        velden = {**velden, "plan": _centen(velden["plan"], "budget_euro", "budget")}
    return _besluit(velden)


def _besluit(velden: dict[str, Any]) -> dict[str, Any]:
    """Votes are called `stemmen`: those on the proposal, on each amendement, and in a record that is corrected."""
    if isinstance(velden.get("stemming"), dict):
        velden = {**velden, "stemming": _hernoem(velden["stemming"], "stemmen", "per_fractie")}
    if isinstance(velden.get("amendementen"), list):
        stukken = [_besluit(stuk) if isinstance(stuk, dict) else stuk for stuk in velden["amendementen"]]
        velden = {**velden, "amendementen": stukken}
    if isinstance(velden.get("besluit"), dict):
        velden = {**velden, "besluit": {"soort": "LegBesluitVast", **_besluit(velden["besluit"])}}
    return velden


def _hernoem(velden: dict[str, Any], kort: str, lang: str) -> dict[str, Any]:
    return {lang if k == kort and lang not in velden else k: v for k, v in velden.items()}


def _centen(velden: dict[str, Any], kort: str, lang: str) -> dict[str, Any]:
    """Euros become the eurocents the domain counts in; what is no amount is left for the model to refuse."""
    waarde = velden.get(kort)
    if isinstance(waarde, bool) or not isinstance(waarde, int | float) or lang in velden:
        return velden
    centen = Decimal(str(waarde)) * 100
    rest = {k: v for k, v in velden.items() if k != kort}
    return {**rest, lang: int(centen)} if centen == int(centen) else velden
