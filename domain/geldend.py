"""The rules that hold in a life: its reglement, with what was added to it since by a recorded fact.

Added can be gelijkgestelde dagen (the calendar), and terms of the house that a lesson made shorter or longer.
"""

from functools import lru_cache

from domain.duur import Duur
from domain.kalender import GelijkgesteldeDag
from domain.reglement.model import Reglement, Termijnsoort
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.agendaplek import Huistermijn


def geldend(stand: Stand) -> Reglement:
    """The reglement of this life as it is now; the landed one itself when nothing was added."""
    if stand.agendaplek and stand.agendaplek.termijnen:
        return met_lessen(stand.reglement, stand.kalender_erbij, stand.agendaplek.termijnen)
    return met_dagen(stand.reglement, stand.kalender_erbij)


@lru_cache(maxsize=64)
def met_dagen(code: str, erbij: tuple[GelijkgesteldeDag, ...]) -> Reglement:
    """A landed reglement with more gelijkgestelde dagen. Raises Weigering when there is no reglement of this code."""
    landed = reglement(code)
    return landed.met(kalender=landed.kalender.met_dagen(erbij)) if erbij else landed


@lru_cache(maxsize=64)
def met_lessen(code: str, erbij: tuple[GelijkgesteldeDag, ...], termijnen: tuple[Huistermijn, ...]) -> Reglement:
    """The same, with other lengths for terms of the house; a term of the law keeps its own length whatever is said."""
    regels = met_dagen(code, erbij)
    nieuw = {t.termijn: Duur.lees(t.duur) for t in termijnen}
    return regels.met(
        termijnen=tuple(
            t.met(duur=nieuw[t.code]) if t.code in nieuw and _mag_anders(t) else t for t in regels.termijnen
        )
    )


def _mag_anders(soort: Termijnsoort) -> bool:
    """A term of the house with a length of its own; where people name the last day there is nothing to change."""
    return soort.soort == "huis" and soort.duur is not None
