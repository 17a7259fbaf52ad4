"""The state after each recorded fact: what browsing through the past, fact by fact, is made of."""

from collections.abc import Iterable, Iterator

from domain import kern
from domain.feit import Feit
from domain.stand import Begin, Stand


def standen(begin: Begin, feiten: Iterable[Feit]) -> Iterator[tuple[Feit, Stand]]:
    """Each fact with the state after it.

    The facts are trusted: whether they link is for `kern.sluit_aan` and `audit.controle` to say.

    Raises:
        Weigering: there is no reglement of this code.
    """
    stand = kern.begin(begin)
    for feit in feiten:
        stand = kern.evolve(stand, feit)
        yield feit, stand
