"""What the tests of working together share: a life with three partners, sheets in one line, and reading a page."""

from collections.abc import Callable, Sequence
from typing import Any

from verhaal import BEGONNEN, Verhaal, Zet, blad, gegeven

from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand

Kijk = Callable[[Stand, Sequence[Feit]], Vel]


def leven(*zetten: Zet) -> Verhaal:
    """A life that began, with Dronten, Zeewolde and the netbeheerder, and these sheets."""
    return gegeven(*BEGONNEN, *zetten)


def bij(partner: str, soort: str, **velden: Any) -> Zet:
    """A sheet about a partner."""
    return blad(soort, partner=partner, **velden)


def zie(verhaal: Verhaal, kijk: Kijk) -> Vel:
    """The page of a life, with its facts."""
    return kijk(verhaal.stand, verhaal.alles)


def rooster(vel: Vel, titel: str) -> Rooster:
    """The one table whose title begins so."""
    (gevonden,) = (r for r in vel.roosters if r.titel.startswith(titel))
    return gevonden


def rij(vel: Vel, titel: str, eerste: str) -> tuple[str, ...]:
    """The row of a table that begins with this cell."""
    return next(r for r in rooster(vel, titel).rijen if r[0] == eerste)


def let_op(vel: Vel) -> str:
    """All remarks as one text."""
    return "\n".join(vel.let_op)
