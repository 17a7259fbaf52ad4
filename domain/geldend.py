"""The rules that hold in a life: its reglement, with the gelijkgestelde dagen that were added after it landed."""

from functools import lru_cache

from domain.kalender import GelijkgesteldeDag
from domain.reglement.model import Reglement
from domain.reglement.register import reglement
from domain.stand import Stand


def geldend(stand: Stand) -> Reglement:
    """The reglement of this life with its calendar as it is now; the landed one itself when no day was added."""
    return met_dagen(stand.reglement, stand.kalender_erbij)


@lru_cache(maxsize=64)
def met_dagen(code: str, erbij: tuple[GelijkgesteldeDag, ...]) -> Reglement:
    """A landed reglement with more gelijkgestelde dagen. Raises Weigering when there is no reglement of this code."""
    landed = reglement(code)
    return landed.met(kalender=landed.kalender.met_dagen(erbij)) if erbij else landed
