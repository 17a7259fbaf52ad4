"""Two lists that should be one: what was left out, put in, moved or changed. It names each thing once."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
Soort = Literal["ontbreekt", "ingevoegd", "verwisseld", "gewijzigd", "afgeknipt"]
GROOTST = 1500
"""So many things that differ are compared one by one; of more, only which are in one list and not in the other."""


@dataclass(frozen=True)
class Verschil(Generic[T]):
    """One difference. `echt` is how it should be, `gegeven` how it is; one of both when it is in one list only."""

    soort: Soort
    echt: T | None = None
    gegeven: T | None = None


def verschillen(
    echt: Sequence[T], gegeven: Sequence[T], heel: Callable[[T], Hashable], wie: Callable[[T], Hashable]
) -> Iterator[Verschil[T]]:
    """Every difference, in order.

    Args:
        heel: two things are the same when this is the same.
        wie: two things that differ are versions of one another when this is the same.
    """
    a, b = [heel(x) for x in echt], [heel(x) for x in gegeven]
    voor = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if voor == len(b):
        yield from (Verschil("afgeknipt", echt=x) for x in echt[voor:])
        return
    achter = _gelijk_einde(a[voor:], b[voor:])
    paren = _paren(a[voor : len(a) - achter], b[voor : len(b) - achter])
    weg, bij, anders = list[T](), list[T](), list[Verschil[T]]()
    for i1, i2, j1, j2 in paren:
        oud, nieuw = _koppel(echt[voor + i1 : voor + i2], gegeven[voor + j1 : voor + j2], wie, anders)
        weg, bij = [*weg, *oud], [*bij, *nieuw]
    yield from anders
    yield from _enkel(weg, bij, heel, list(echt[voor:]) if not achter else [])


def _gelijk_einde(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    gelijk = 0
    while gelijk < min(len(a), len(b)) and a[-1 - gelijk] == b[-1 - gelijk]:
        gelijk += 1
    return gelijk


def _paren(a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of both lists that differ."""
    if max(len(a), len(b)) > GROOTST:
        yield 0, len(a), 0, len(b)
        return
    for soort, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if soort != "equal":
            yield i1, i2, j1, j2


def _koppel(
    oud: Sequence[T], nieuw: Sequence[T], wie: Callable[[T], Hashable], anders: list[Verschil[T]]
) -> tuple[list[T], list[T]]:
    """Versions of one another go to `anders`; the rest, which is in one list only, is given back."""
    wachtend = dict[Hashable, list[T]]()
    for x in oud:
        wachtend.setdefault(wie(x), []).append(x)
    bij = list[T]()
    for y in nieuw:
        if gelijken := wachtend.get(wie(y)):
            anders.append(Verschil("gewijzigd", gelijken.pop(0), y))
        else:
            bij.append(y)
    over = {id(x) for rij in wachtend.values() for x in rij}
    return [x for x in oud if id(x) in over], bij


def _enkel(weg: list[T], bij: list[T], heel: Callable[[T], Hashable], staart: list[T]) -> Iterator[Verschil[T]]:
    """What is in one list only, unless it was moved within it or is the end that was cut off."""
    verplaatst = {heel(x) for x in weg} & {heel(y) for y in bij}
    afgeknipt = not bij and len(weg) == len(staart)
    for x in weg:
        if heel(x) in verplaatst:
            yield Verschil("verwisseld", x, x)
        else:
            yield Verschil("afgeknipt" if afgeknipt else "ontbreekt", echt=x)
    yield from (Verschil("ingevoegd", gegeven=y) for y in bij if heel(y) not in verplaatst)
