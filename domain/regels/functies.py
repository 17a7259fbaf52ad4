"""."""

from domain.feit import FeitInhoud
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.functies import FunctiesFeit, FunctiesOpdracht


def decide(stand: Stand, opdracht: FunctiesOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    raise TypeError(opdracht)


def evolve(stand: Stand, feit: FunctiesFeit, ctx: Context) -> Stand:
    raise TypeError(feit)
