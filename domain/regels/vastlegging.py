"""."""

from domain.feit import FeitInhoud
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.vastlegging import VastleggingFeit, VastleggingOpdracht


def decide(stand: Stand, opdracht: VastleggingOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    raise TypeError(opdracht)


def evolve(stand: Stand, feit: VastleggingFeit, ctx: Context) -> Stand:
    raise TypeError(feit)
