"""Destroyed documents out of the store: every copy in every pack goes, and the statement that explains it comes first.

All of it can be done again, and finishes what a killed process left half done. Several at once are in nobody's way. A
pack that was in the making at that moment may bring a document back: so it is done after each pack, and every day.
"""

from collections.abc import Callable, Collection, Sequence
from functools import cache

from archief import formaat
from archief.formaat import CONTAINER, sha
from archief.opslag import NietBewaard, Opslag, OpslagFout
from archief.verklaring import verklaringen
from archief.vertrouwelijk import ContainerFout, ontsleutel, ontvanger_van, versleutel
from domain import bewaring
from domain.sleutelwissel import Sleutelwissel
from domain.spoor import Spoorregel


def heeft_containers(opslag: Opslag, opgave: str) -> bool:
    """Whether packs of this opgave have a confidential part, so that the archive's key is needed to clear it."""
    return any(pad.endswith(f"/{CONTAINER}") for pad in opslag.lijst(opgave))


def ruim_op(
    opslag: Opslag,
    spoor: Sequence[Spoorregel],
    sleutel: Callable[[], str],
    wissels: Sequence[Sleutelwissel] = (),
) -> int:
    """Put the statements of this trail in every pack of its opgave, and take away what they say was destroyed.

    Args:
        spoor: the whole trail of one opgave.
        sleutel: gives the archive's own identity; asked for only when there is a confidential part.
        wissels: all changes of the signing key, for the statements.

    Returns:
        How many files were taken away or written anew.

    Raises:
        OpslagFout, ContainerFout: the store or a container can't be read; what was done so far stays.
    """
    shas = frozenset(sha for regel in spoor for sha in bewaring.vernietigd(regel))
    if not shas:
        return 0
    paden = opslag.lijst(spoor[0].opgave)
    for plek in _pakken(paden):
        for pad, inhoud in verklaringen(spoor, wissels).items():
            opslag.bewaar(f"{plek}/{pad}", inhoud)
    weg = [pad for pad in paden if _is_stuk(pad, shas) and _ligt_er(opslag, pad, shas)]
    for pad in weg:
        opslag.verwijder(pad)
    identiteit = cache(sleutel)
    dozen = [pad for pad in paden if pad.endswith(f"/{CONTAINER}")]
    return len(weg) + _alle(lambda pad: _container(opslag, pad, shas, identiteit()), dozen)


def _alle(doe: Callable[[str], bool], paden: Sequence[str]) -> int:
    """How many were changed. One that can't be opened holds up no other; the first trouble comes at the end."""
    gedaan, mis = 0, list[Exception]()
    for pad in paden:
        try:
            gedaan += doe(pad)
        except (ContainerFout, OpslagFout) as fout:
            mis.append(fout)
    if mis:
        raise mis[0]
    return gedaan


def _pakken(paden: Sequence[str]) -> list[str]:
    einde = f"/{formaat.MANIFEST}"
    return [pad.removesuffix(einde) for pad in paden if pad.endswith(einde)]


def _is_stuk(pad: str, shas: Collection[str]) -> bool:
    map_, _, naam = pad.rpartition("/")
    return map_.endswith(f"/{formaat.STUKKEN.rstrip('/')}") and naam[:12] in {sha[:12] for sha in shas}


def _ligt_er(opslag: Opslag, pad: str, shas: Collection[str]) -> bool:
    """Whether this is such a document; not when another one just took it away."""
    try:
        return _is(opslag.lees(pad), shas)
    except NietBewaard:
        return False


def _container(opslag: Opslag, pad: str, shas: Collection[str], identiteit: str) -> bool:
    """Write a container anew without what was destroyed; whether that was needed."""
    bestanden = ontsleutel(opslag.lees(pad), identiteit)
    rest = {naam: inhoud for naam, inhoud in bestanden.items() if not _is(inhoud, shas)}
    if len(rest) == len(bestanden):
        return False
    opslag.vervang(pad, versleutel(rest, [ontvanger_van(identiteit)]))
    return True


def _is(inhoud: bytes, shas: Collection[str]) -> bool:
    return sha(inhoud) in shas
