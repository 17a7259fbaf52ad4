"""From the options of `opgave besluit` to the content of LegBesluitVast; a file may hold the rest of the fields."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from starter.cli.datums import lees_datum
from starter.cli.stemmen import lees_stemmen, lees_totaal
from starter.invoer import Invoerfout, lees_bestand
from starter.scenariokort import voluit

SOORT = "LegBesluitVast"
_RECHTSTREEKS = ("uitkomst", "resultaat", "motivering", "wijziging")
_MET_HAND = ("handopsteken_per_fractie", "hoofdelijk")
_ZONDER_STEM = ("ingetrokken", "aangehouden", "overgenomen")

_WIE_TEKST = re.compile(r"([^:]{1,80}): *(.+)", re.DOTALL)
_REACTIE = re.compile(r"(.+?): *(overgenomen|deels|niet)(?:[,;:.]? +(.+))?", re.DOTALL)
_BIJSTUK = re.compile(r"([A-Za-z0-9][\w.-]{0,30}): *(.+?) *= *(\S+)", re.DOTALL)

# What an adopted proposal of PS comes to, where that word says it all.
_UIT_RESULTAAT: dict[str, dict[str, Any]] = {
    "geen": {"instrument": "wensen_en_bedenkingen"},
    "geen_zienswijze": {"instrument": "zienswijze"},
    "verleend": {"instrument": "toestemming", "besluit": "verleend"},
    "ingestemd": {"instrument": "instemming", "besluit": "ingestemd"},
    "geweigerd": {"instrument": "instemming", "besluit": "geweigerd"},
}


def inhoud(stap: str, opties: Mapping[str, Any], vandaag: date) -> dict[str, Any]:
    """The content of the command. Raises Invoerfout that names the option.

    Args:
        stap: the step as it was typed.
        opties: the options by their name, as the command line gives them; a list where one may be repeated.
        vandaag: what `gisteren` counts from.
    """
    velden = {naam: waarde for naam, waarde in _velden(opties, vandaag) if waarde}
    return {**_uit_bestand(opties.get("bestand"), stap), **velden, "soort": SOORT, "stap": stap}


def _uit_bestand(pad: str | Path | None, stap: str) -> dict[str, Any]:
    """All fields from a file, also in the short forms of a scenario."""
    velden = lees_bestand(Path(pad)) if pad else {}
    for naam, hoort in (("soort", SOORT), ("stap", stap)):
        if velden.get(naam, hoort) != hoort:
            raise Invoerfout(f"--bestand: hierin staat {naam} {str(velden[naam])[:80]}, niet {hoort}.")
    return voluit(SOORT, velden)


def _velden(opties: Mapping[str, Any], vandaag: date) -> Sequence[tuple[str, Any]]:
    wijze = opties.get("wijze")
    bijstukken: tuple[tuple[str, dict[str, Any]], ...] = (("amendement", {}), ("motie", {"soort": "motie"}))
    return (
        *((naam, opties.get(naam)) for naam in _RECHTSTREEKS),
        ("beslispunten", opties.get("beslispunt")),
        ("tot", lees_datum(opties["tot"], vandaag, "--tot") if opties.get("tot") else None),
        ("stemming", _stemming(opties)),
        ("instrument", _instrument(opties, vandaag)),
        ("reacties", _alle(opties, "reactie", _reactie)),
        ("toezeggingen", _alle(opties, "toezegging", _toezegging)),
        ("betrokken", _alle(opties, "betrokken", _betrokken)),
        ("amendementen", [{**_bijstuk(t, n, wijze), **extra} for n, extra in bijstukken for t in _lijst(opties, n)]),
    )


def _alle(opties: Mapping[str, Any], naam: str, lees: Callable[[str], Any]) -> list[Any]:
    return [lees(tekst) for tekst in _lijst(opties, naam)]


def _lijst(opties: Mapping[str, Any], naam: str) -> list[str]:
    return list(opties.get(naam) or ())


def _stemming(opties: Mapping[str, Any]) -> dict[str, Any] | None:
    wijze, stemmen, aanwezig = opties.get("wijze"), opties.get("stemmen"), opties.get("aanwezig")
    if not wijze:
        if stemmen or aanwezig is not None or opties.get("aantekening_tegen"):
            raise Invoerfout(f"--wijze: zeg erbij hoe er is gestemd, bijvoorbeeld {' of '.join(_MET_HAND)}.")
        return None
    cijfers: dict[str, Any] = {}
    if stemmen:
        cijfers = lees_totaal(stemmen) or {"per_fractie": lees_stemmen(stemmen)}
    tegen = _lijst(opties, "aantekening_tegen")
    rest = {"aanwezig": aanwezig, "aantekening_tegen": tegen or None}
    return {"wijze": wijze, **cijfers, **{naam: waarde for naam, waarde in rest.items() if waarde is not None}}


def _instrument(opties: Mapping[str, Any], vandaag: date) -> dict[str, Any] | None:
    """The instrument the options speak of: one of four, never two at once."""
    gegeven = [
        i for i in (_wensen(opties), _zienswijze(opties), _toestemming(opties, vandaag), _instemming(opties)) if i
    ]
    if len(gegeven) > 1:
        namen = " en ".join(i["instrument"].replace("_", " ") for i in gegeven)
        raise Invoerfout(f"Kies een instrument: {namen} gaan niet samen in een besluit.")
    return gegeven[0] if gegeven else _UIT_RESULTAAT.get(opties.get("resultaat") or "")


def _wensen(opties: Mapping[str, Any]) -> dict[str, Any] | None:
    wensen, bedenkingen = _lijst(opties, "wens"), _lijst(opties, "bedenking")
    if not (wensen or bedenkingen):
        return None
    return {"instrument": "wensen_en_bedenkingen", "wensen": wensen, "bedenkingen": bedenkingen}


def _zienswijze(opties: Mapping[str, Any]) -> dict[str, Any] | None:
    punten = _lijst(opties, "punt")
    return {"instrument": "zienswijze", "punten": punten} if punten else None


def _toestemming(opties: Mapping[str, Any], vandaag: date) -> dict[str, Any] | None:
    erbij = {"strijd_met": opties.get("strijd_met"), "deel": opties.get("deel"), "overleg": _overleg(opties, vandaag)}
    rest = {naam: waarde for naam, waarde in erbij.items() if waarde}
    if opties.get("toestemming"):
        return {"instrument": "toestemming", "besluit": opties["toestemming"], **rest}
    if rest:
        raise Invoerfout("--toestemming: zeg erbij of zij is onthouden of gedeeltelijk verleend.")
    return None


def _overleg(opties: Mapping[str, Any], vandaag: date) -> dict[str, Any] | None:
    op, met = opties.get("overleg_op"), opties.get("overleg_met")
    if not op and not met:
        return None
    if not op or not met:
        raise Invoerfout(f"--overleg-{'met' if op else 'op'}: bij een overleg horen de dag en met wie het was.")
    return {"op": lees_datum(op, vandaag, "--overleg-op"), "partij": met}


def _instemming(opties: Mapping[str, Any]) -> dict[str, Any] | None:
    besluit = opties.get("instemming")
    return {"instrument": "instemming", "besluit": besluit} if besluit else None


def _lees(vorm: re.Pattern[str], tekst: str, optie: str, voorbeeld: str) -> re.Match[str]:
    gevonden = vorm.fullmatch(tekst.strip())
    if gevonden is None:
        raise Invoerfout(f"--{optie}: '{tekst[:60]}' is niet te lezen; schrijf het als \"{voorbeeld}\".")
    return gevonden


def _reactie(tekst: str) -> dict[str, str]:
    m = _lees(_REACTIE, tekst, "reactie", "uittreden mogelijk maken: deels, alleen in de eerste drie jaar")
    return {"op": m[1], "reactie": m[2], **({"motivering": m[3]} if m[3] else {})}


def _toezegging(tekst: str) -> dict[str, str]:
    m = _lees(_WIE_TEKST, tekst, "toezegging", "portefeuillehouder: stuurt elk kwartaal een brief")
    return {"wie": m[1].strip().replace(" ", "_"), "tekst": m[2]}


def _betrokken(tekst: str) -> dict[str, Any]:
    """Someone who took part in neither the debate nor the vote; anything else is for a file."""
    m = _lees(_WIE_TEKST, tekst, "betrokken", "VVD: bestuurder van een lid van de cooperatie")
    return {"fractie": m[1].strip(), "reden": m[2], "beraadslaging": False, "stemming": False}


def _bijstuk(tekst: str, optie: str, wijze: str | None) -> dict[str, Any]:
    """An amendement or motie with its votes, or with what came of it without a vote."""
    m = _lees(_BIJSTUK, tekst, optie, f"{optie[0].upper()}1: korte titel = 30-11")
    stuk: dict[str, Any] = {"nr": m[1], "titel": m[2]}
    if totaal := lees_totaal(m[3]):
        hoe = wijze if wijze in _MET_HAND else _MET_HAND[0]
        return {**stuk, "stemming": {"wijze": hoe, **totaal}}
    if m[3] == "zonder_stemming":
        return {**stuk, "stemming": {"wijze": m[3]}}
    if m[3] in _ZONDER_STEM:
        return {**stuk, "uitkomst": m[3]}
    zonder = ", ".join(("zonder_stemming", *_ZONDER_STEM[:-1]))
    raise Invoerfout(f"--{optie}: na het = staan de stemmen (30-11), {zonder} of {_ZONDER_STEM[-1]}.")
