"""Dates as people type them and as they read them."""

import re
from datetime import date, timedelta

from domain.kalender import DAGNAMEN, MAANDNAMEN, dagtekst
from starter.invoer import Invoerfout

_WOORDEN = {"vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CIJFERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_VOLUIT = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")


def lees_datum(tekst: str, vandaag: date, veld: str = "datum") -> date:
    """Read 2026-03-10, 10-3-2026, 10 maart 2026, gisteren, vandaag. Raises Invoerfout that names the field."""
    schoon = tekst.strip().lower()
    if schoon in _WOORDEN:
        return vandaag + timedelta(days=_WOORDEN[schoon])
    try:
        return _uit_cijfers(schoon)
    except (ValueError, OverflowError):
        raise Invoerfout(
            f"{veld}: deze datum bestaat niet of is niet te lezen; schrijf 2026-03-10, 10-3-2026 of gisteren"
        ) from None


def lees_periode(van: str | None, tot: str | None, vandaag: date) -> tuple[date | None, date | None]:
    """The first and last day of `--van` and `--tot`. Raises Invoerfout for a date that can't be read or comes first."""
    begin, eind = (lees_datum(t, vandaag, v) if t else None for t, v in ((van, "--van"), (tot, "--tot")))
    if begin and eind and eind < begin:
        raise Invoerfout("--tot ligt voor --van.")
    return begin, eind


def _uit_cijfers(tekst: str) -> date:
    if m := _ISO.fullmatch(tekst):
        return date(int(m[1]), int(m[2]), int(m[3]))
    if m := _CIJFERS.fullmatch(tekst):
        return date(int(m[3]), int(m[2]), int(m[1]))
    if (m := _VOLUIT.fullmatch(tekst)) and m[2] in MAANDNAMEN:
        return date(int(m[3]), MAANDNAMEN.index(m[2]) + 1, int(m[1]))
    raise ValueError(tekst)


def kort(dag: date | None) -> str:
    """A date with a short name of the day: `di 6 mei 2025`; empty when there is none."""
    if dag is None:
        return ""
    return f"{DAGNAMEN[dag.weekday()][:2]} {dagtekst(dag)}"


def nog(dag: date | None, vandaag: date) -> str:
    """How long until a last day, in words: `te laat (3 dagen)`, `vandaag`, `over 5 dagen`."""
    if dag is None:
        return "geen datum"
    dagen = (dag - vandaag).days
    match dagen:
        case 0:
            return "vandaag"
        case 1:
            return "morgen"
        case _ if dagen < 0:
            return f"TE LAAT ({_aantal(-dagen)})"
        case _:
            return f"over {_aantal(dagen)}"


def _aantal(dagen: int) -> str:
    if dagen >= 730:
        return f"{dagen // 365} jaar"
    if dagen >= 60:
        return f"{dagen // 30} maanden"
    return f"{dagen} dag" if dagen == 1 else f"{dagen} dagen"
