"""Where an opgave stood at a moment: as it was known then, from the facts recorded until then."""

from collections.abc import Iterator

from archief.formaat import FEITEN
from archief.pak import PakFout
from audit.standen import standen
from audit.tijd.moment import Boek
from domain import kern
from domain.basis import Weigering
from domain.feit import Feit
from domain.stand import Stand

NIET_TE_VOUWEN = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    StopIteration,
    Weigering,
)
"""What `evolve` raises for a fact that doesn't fit the state it comes into; it trusts its facts and checks nothing.

A StopIteration reaches us as RuntimeError, because `standen` is a generator.
"""


def alle_standen(boek: Boek) -> Iterator[tuple[Feit, Stand]]:
    """Each fact that lies open with the state after it.

    Raises:
        PakFout: a fact doesn't fit those before it, so the pack was tampered with or is of other rules.
    """
    gedaan = 0
    try:
        for feit, stand in standen(boek.begin, boek.feiten):
            yield feit, stand
            gedaan = feit.seq
    except NIET_TE_VOUWEN as fout:
        raise PakFout(f"Feit {gedaan + 1} past niet bij de feiten ervoor ({type(fout).__name__}).", FEITEN) from fout


def zoals_bekend(boek: Boek, seq: int) -> Stand:
    """The state as it was known just after fact `seq`.

    Raises:
        PakFout: a fact doesn't fit those before it.
    """
    stand = kern.begin(boek.begin)
    for feit, na in alle_standen(boek):
        if feit.seq > seq:
            break
        stand = na
    return stand
