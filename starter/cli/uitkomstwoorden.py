"""Which words a body's decision can have, per step, as the reglement names them."""

from collections.abc import Sequence

from domain.beeld.mogelijk_stappen import resultaten, uitkomsten
from domain.regels import termijnen
from domain.regels.besluitvorming.uitkomsten import ZONDER_STEM
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.woorden import orgaan
from starter.cli import scherm
from starter.cli.geven import stand_van


def woorden(stand: Stand, stap: Besluitstap) -> str:
    """What can be typed as outcome, and as result where there is such a choice."""
    if stap.orgaan == "PS":
        delen = [f"--wijze en --stemmen; zonder stemming --uitkomst {_of(_zonder_stem(stand, stap))}"]
    else:
        delen = [f"--uitkomst {_of(uitkomsten(stand, stap))}"]
    if opties := _instrument(stand, stap):
        delen.append(opties)
    elif keuze := resultaten(stand, stap):
        delen.append(f"--resultaat {_of(keuze)}")
    return "; ".join(delen)


def _zonder_stem(stand: Stand, stap: Besluitstap) -> tuple[str, ...]:
    """What needs no vote; that a term went by only where one did."""
    verstreken = any(t.status == "verstreken" for t in termijnen.lopend(stand, stap.id))
    return tuple(woord for woord in ZONDER_STEM if verstreken or woord != "termijn_verstreken")


def _of(keuzes: Sequence[str]) -> str:
    """A choice in words: `a, b of c`."""
    return " of ".join(filter(None, (", ".join(keuzes[:-1]), *keuzes[-1:])))


# How each instrument of PS is typed; without wishes or points the result says so.
_INSTRUMENTEN = {
    "wensen_en_bedenkingen": "--wens en --bedenking, of --resultaat geen",
    "zienswijze": "--punt, of --resultaat geen_zienswijze",
    "toestemming": "--toestemming verleend of onthouden (met --strijd-met, --overleg-op, --overleg-met, --motivering)",
    "instemming": "--instemming ingestemd of geweigerd",
}


def _instrument(stand: Stand, stap: Besluitstap) -> str:
    """The options for what an adopted proposal of PS does, under a reglement that knows instruments as types."""
    regels = reglement(stand.reglement)
    if stap.traject is None or stap.orgaan != "PS" or regels.besluitvorming is None:
        return ""
    return _INSTRUMENTEN.get(regels.staptype(stap.code).instrument or "", "")


def hulp(opgave: str, nummer: str) -> None:
    """The words for one step, for who asks help about it."""
    stand = stand_van(opgave)
    stap = stand.stappen.get(nummer)
    if stap is None:
        open_ = ", ".join(s.id for s in stand.stappen.values() if not s.klaar) or "geen"
        return scherm.zeg(f"\nStap {nummer[:80]} is er niet. Open stappen: {open_}.")
    scherm.kop(f"{stap.id} {stap.naam} ({orgaan(stap.orgaan)})")
    return scherm.zeg_onder(woorden(stand, stap))
