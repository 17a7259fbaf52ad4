"""Of which pack an anchor is that does not say so itself: a bare hash, or a receipt without the name of its opgave.

Handed in with several packs, such an anchor is about one of them and says nothing against the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from archief.formaat import Controlepuntregel
from archief.pak import Pak, PakFout
from audit.keuring.ankertekst import Anker, Bewijsanker, Puntanker
from domain.kalender import lokale_datum


def benoem(anker: Anker, pak: Pak, naast: Sequence[Pak]) -> Anker:
    """The anchor with its name, when only a pack beside this one holds it; otherwise as it was given.

    What a pack beside it says is not checked here: it can only make an anchor speak of that pack, and no longer of
    this one.
    """
    if _heeft_naam(anker) or _past(anker, pak):
        return anker
    return next((genoemd for ander in naast if (genoemd := _uit(anker, pak, ander))), anker)


def _heeft_naam(anker: Anker) -> bool:
    return anker.nr is not None if isinstance(anker, Puntanker) else bool(anker.opgave)


def _past(anker: Anker, pak: Pak) -> bool:
    """Whether this pack holds what the anchor is about."""
    if isinstance(anker, Bewijsanker):
        return _koppen(pak).get(anker.seq) == anker.hash
    return anker.begin in _koppen(pak).values() or _punt(anker, pak) is not None


def _uit(anker: Anker, pak: Pak, ander: Pak) -> Anker | None:
    """The anchor as the other pack knows it; None when that holds nothing of the kind.

    A receipt in a pack of the same opgave stays as it is: those two should hold the same facts.
    """
    elders = ander.manifest.opgave if ander.manifest.opgave != pak.manifest.opgave else ""
    if isinstance(anker, Bewijsanker):
        return replace(anker, opgave=elders) if elders and _past(anker, ander) else None
    if regel := _punt(anker, ander):
        punt = regel.controlepunt
        return replace(anker, nr=punt.nr, dag=lokale_datum(punt.op))
    seq = next((seq for seq, kop in _koppen(ander).items() if kop == anker.begin), 0)
    return Bewijsanker(seq, anker.begin, anker.bron, elders) if seq and elders else None


def _punt(anker: Puntanker, pak: Pak) -> Controlepuntregel | None:
    try:
        regels = pak.controlepunten
    except PakFout:
        return None
    return next((regel for regel in regels if regel.controlepunt.eigen_hash.startswith(anker.begin)), None)


def _koppen(pak: Pak) -> Mapping[int, str]:
    try:
        return {r["seq"]: str(r.get("hash")) for r in pak.feitregels if isinstance(r.get("seq"), int)}
    except PakFout:
        return {}
