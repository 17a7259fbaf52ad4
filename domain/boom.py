"""A Merkle tree (as in RFC 6962): one root hash that stands for a list, and short proof that an item is in it.

Leaves and inner nodes are hashed with another first byte, so that the one can't pass for the other.
"""

import hashlib
from collections.abc import Sequence
from itertools import pairwise

LEEG = hashlib.sha256(b"").hexdigest()
"""The root of a list without items."""


class Boom:
    """The whole tree of a list, so that a changed item costs a few hashes only, however long the list is.

    Kept as layers: in each, two neighbours make one of the next; a last one without neighbour goes up as it is.
    """

    def __init__(self, bladen: Sequence[bytes]) -> None:
        """The tree of these items, in this order."""
        self._lagen = [[_blad(b) for b in bladen]]
        while len(onder := self._lagen[-1]) > 1:
            self._lagen.append([_samen(onder, plaats) for plaats in range(0, len(onder), 2)])

    def zet(self, plaats: int, blad: bytes) -> None:
        """Another item at this place (from 0)."""
        self._lagen[0][plaats] = _blad(blad)
        for onder, boven in pairwise(self._lagen):
            plaats //= 2
            boven[plaats] = _samen(onder, 2 * plaats)

    @property
    def wortel(self) -> str:
        """The root (64 hex)."""
        return self._lagen[-1][0].hex() if self._lagen[0] else LEEG

    def pad(self, plaats: int) -> tuple[str, ...]:
        """The hashes (64 hex) that lead from the item at this place to the root, the nearest first."""
        stappen = list[str]()
        for laag in self._lagen:
            if (naast := plaats ^ 1) < len(laag):
                stappen.append(laag[naast].hex())
            plaats //= 2
        return tuple(stappen)


def wortel(bladen: Sequence[bytes]) -> str:
    """The root (64 hex) over these items, in this order."""
    return Boom(bladen).wortel


def pad(bladen: Sequence[bytes], plaats: int) -> tuple[str, ...]:
    """The hashes (64 hex) that lead from the item at this place (from 0) to the root, the nearest first."""
    return Boom(bladen).pad(plaats)


def klopt(blad: bytes, plaats: int, aantal: int, pad_: Sequence[str], wortel_: str) -> bool:
    """Whether this item stands at this place of a list of so many items with this root; nonsense simply does not."""
    if not 0 <= plaats < aantal:
        return False
    try:
        stappen = [bytes.fromhex(h) for h in pad_]
    except ValueError:
        return False
    hash_, laatste = _blad(blad), aantal - 1
    for stap in stappen:
        if laatste == 0:
            return False
        if plaats % 2 or plaats == laatste:
            hash_ = _knoop(stap, hash_)
            while plaats % 2 == 0 and plaats:
                plaats, laatste = plaats // 2, laatste // 2
        else:
            hash_ = _knoop(hash_, stap)
        plaats, laatste = plaats // 2, laatste // 2
    return laatste == 0 and hash_.hex() == wortel_


def _samen(laag: Sequence[bytes], plaats: int) -> bytes:
    """What stands above this place (even) of a layer."""
    return _knoop(laag[plaats], laag[plaats + 1]) if plaats + 1 < len(laag) else laag[plaats]


def _blad(inhoud: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + inhoud).digest()


def _knoop(links: bytes, rechts: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + links + rechts).digest()
