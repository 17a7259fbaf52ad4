"""."""

from domain.feit import FeitInhoud
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.rechtsgang import RechtsgangFeit, RechtsgangOpdracht


def decide(stand: Stand, opdracht: RechtsgangOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    raise TypeError(opdracht)


def evolve(stand: Stand, feit: RechtsgangFeit, ctx: Context) -> Stand:
    raise TypeError(feit)


def toets(stand: Stand, stap: object) -> None:
    """Filled in by its owner."""
