"""The facts of packs, as far as they can be read, and which packs lie in a folder.

Here nothing is checked: whether a pack is whole is for `audit.controle` to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from archief import formaat
from archief.pak import Pak, PakFout, open_pak
from domain.feit import Feit


@dataclass(frozen=True)
class Leesbaar:
    """The facts that lie open, and the numbers of those that are shielded."""

    feiten: tuple[Feit, ...]
    afgeschermd: tuple[int, ...]


def lees_feiten(pak: Pak) -> Leesbaar:
    """All facts that lie open, also those after a shielded one.

    Raises:
        PakFout: a line is no fact.
    """
    open_, dicht = list[Feit](), list[int]()
    for nr, regel in enumerate(pak.feitregels, start=1):
        if regel.get("afgeschermd") is True:
            dicht.append(nr)
        else:
            open_.append(_feit(regel, nr))
    return Leesbaar(tuple(open_), tuple(dicht))


def open_pakken(plekken: Sequence[Path]) -> tuple[Pak, ...]:
    """The packs at these places (a pack, or a folder with packs or zips below it); of each opgave the one that goes
    furthest.

    Raises:
        PakFout: there is no pack at one of these places.
    """
    per_opgave = dict[str, Pak]()
    for pad in (pad for plek in plekken for pad in _paden(plek)):
        pak = open_pak(pad)
        bekend = per_opgave.get(pak.manifest.opgave)
        if bekend is None or bekend.manifest.tot_seq < pak.manifest.tot_seq:
            per_opgave[pak.manifest.opgave] = pak
    return tuple(per_opgave[opgave] for opgave in sorted(per_opgave))


def _paden(plek: Path) -> Iterator[Path]:
    if plek.is_file() or (plek / formaat.MANIFEST).is_file():
        yield plek
        return
    mappen = (pad.parent for pad in plek.rglob(formaat.MANIFEST)) if plek.is_dir() else ()
    gevonden = sorted((*mappen, *(plek.rglob("*.zip") if plek.is_dir() else ())))
    if not gevonden:
        raise PakFout(f"{plek}: hier ligt geen pak.")
    yield from gevonden


def _feit(regel: dict[str, object], nr: int) -> Feit:
    try:
        return Feit.model_validate(regel)
    except ValidationError:
        raise PakFout(f"Regel {nr} van {formaat.FEITEN} is geen feit.", formaat.FEITEN) from None
