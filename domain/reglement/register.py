"""The reglementen that have landed, by code. Adding one is adding a row; a row never changes."""

from domain.basis import Weigering
from domain.reglement.model import Reglement
from domain.reglement.r2026_1 import REGLEMENT as R2026_1
from domain.reglement.r2026_2 import REGLEMENT as R2026_2
from domain.reglement.r2026_3 import REGLEMENT as R2026_3
from domain.reglement.r2026_4 import REGLEMENT as R2026_4

_REGLEMENTEN: tuple[Reglement, ...] = (R2026_1, R2026_2, R2026_3, R2026_4)

LANDED: tuple[str, ...] = tuple(r.code for r in _REGLEMENTEN)


def reglement(code: str) -> Reglement:
    """The landed reglement with this code. Raises Weigering when there is none."""
    for landed in _REGLEMENTEN:
        if landed.code == code:
            return landed
    raise Weigering("reglement", f"Dit reglement bestaat niet: {code[:80]}.", LANDED)


def nieuwste() -> Reglement:
    """The reglement under which a new life starts: the one that holds from the latest day."""
    return max(_REGLEMENTEN, key=lambda r: r.geldig_vanaf)
