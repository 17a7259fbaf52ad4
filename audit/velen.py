"""Checking many packs: spread over the processors, because each pack stands by itself."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from archief.pak import open_pak
from audit.controle import Oordeel, controleer

LOONT_VANAF = 12
"""So many packs take longer than starting a second process."""


def controleer_velen(
    plekken: Sequence[Path], *, sleutels: Sequence[str | Path] = (), ca: Path | None = None
) -> tuple[Oordeel, ...]:
    """The verdict over each pack, in this order.

    Args:
        sleutels: as for `controleer`; `ca`: as there.

    Raises:
        PakFout: something is no pack at all.
    """
    oordeel = partial(_oordeel, sleutels=tuple(sleutels), ca=ca)
    if len(plekken) < LOONT_VANAF:
        return tuple(map(oordeel, plekken))
    with ProcessPoolExecutor(cpu_count(), mp_context=get_context("spawn")) as processen:
        return tuple(processen.map(oordeel, plekken, chunksize=4))


def _oordeel(plek: Path, *, sleutels: Sequence[str | Path], ca: Path | None) -> Oordeel:
    return controleer(open_pak(plek), sleutels=sleutels, ca=ca)
