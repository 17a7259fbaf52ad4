"""A Merkle tree (as in RFC 6962): one root hash that stands for a list, and short proof that an item is in it.

Leaves and inner nodes are hashed with another first byte, so that the one can't pass for the other.
"""

import hashlib
from collections.abc import Sequence

LEEG = hashlib.sha256(b"").hexdigest()
"""The root of a list without items."""


def wortel(bladen: Sequence[bytes]) -> str:
    """The root (64 hex) over these items, in this order."""
    return _wortel([_blad(b) for b in bladen]).hex() if bladen else LEEG


def pad(bladen: Sequence[bytes], plaats: int) -> tuple[str, ...]:
    """The hashes (64 hex) that lead from the item at this place (from 0) to the root, the nearest first."""
    return tuple(h.hex() for h in _pad([_blad(b) for b in bladen], plaats))


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


def _blad(inhoud: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + inhoud).digest()


def _knoop(links: bytes, rechts: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + links + rechts).digest()


def _wortel(hashes: Sequence[bytes]) -> bytes:
    if len(hashes) == 1:
        return hashes[0]
    midden = _splitsing(len(hashes))
    return _knoop(_wortel(hashes[:midden]), _wortel(hashes[midden:]))


def _pad(hashes: Sequence[bytes], plaats: int) -> list[bytes]:
    if len(hashes) == 1:
        return []
    midden = _splitsing(len(hashes))
    if plaats < midden:
        return [*_pad(hashes[:midden], plaats), _wortel(hashes[midden:])]
    return [*_pad(hashes[midden:], plaats - midden), _wortel(hashes[:midden])]


def _splitsing(aantal: int) -> int:
    """The largest power of two below the number of items."""
    return 1 << (aantal - 1).bit_length() - 1
