"""."""

from domain.feit import FeitInhoud
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.geheim import GeheimFeit, GeheimOpdracht


def decide(stand: Stand, opdracht: GeheimOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    raise TypeError(opdracht)


def evolve(stand: Stand, feit: GeheimFeit, ctx: Context) -> Stand:
    raise TypeError(feit)
