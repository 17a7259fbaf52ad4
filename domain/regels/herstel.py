"""."""

from domain.feit import FeitInhoud
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.herstel import HerstelFeit, HerstelOpdracht


def decide(stand: Stand, opdracht: HerstelOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    raise TypeError(opdracht)


def evolve(stand: Stand, feit: HerstelFeit, ctx: Context) -> Stand:
    raise TypeError(feit)
