"""Which words a body's decision can have, per step, as the reglement names them."""

from domain.mogelijk import resultaten, uitkomsten
from domain.regels.uitkomsten import ZONDER_STEM
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.woorden import orgaan
from starter.cli import scherm
from starter.cli.geven import stand_van


def woorden(stand: Stand, stap: Besluitstap) -> str:
    """What can be typed as outcome, and as result where there is such a choice."""
    if stap.orgaan == "PS":
        delen = [f"--wijze en --stemmen; zonder stemming --uitkomst {' of '.join(ZONDER_STEM)}"]
    else:
        delen = [f"--uitkomst {' of '.join(uitkomsten(stand, stap))}"]
    if keuze := resultaten(stand, stap):
        delen.append(f"--resultaat {' of '.join(keuze)}")
    return "; ".join(delen)


def hulp(opgave: str, nummer: str) -> None:
    """The words for one step, for who asks help about it."""
    stand = stand_van(opgave)
    stap = stand.stappen.get(nummer)
    if stap is None:
        open_ = ", ".join(s.id for s in stand.stappen.values() if not s.klaar) or "geen"
        return scherm.zeg(f"\nStap {nummer[:80]} is er niet. Open stappen: {open_}.")
    scherm.kop(f"{stap.id} {stap.naam} ({orgaan(stap.orgaan)})")
    return scherm.zeg_onder(woorden(stand, stap))
