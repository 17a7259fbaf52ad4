"""."""

from domain.feit import FeitInhoud
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.routes import RoutesFeit, RoutesOpdracht


def decide(stand: Stand, opdracht: RoutesOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    raise TypeError(opdracht)


def evolve(stand: Stand, feit: RoutesFeit, ctx: Context) -> Stand:
    raise TypeError(feit)
