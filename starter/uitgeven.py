"""The files of what is handed out: a container for one reader, and the open pack that belongs to it."""

import os
from collections.abc import Mapping
from pathlib import Path

from archief.schrijven import schrijf
from runtime.bestanden import plaats
from starter.invoer import Invoerfout
from starter.schijffout import waarom

PAK_ERBIJ = ".pak.zip"
"""What stands behind the name of a container in the name of the open pack that belongs to it."""


def erbij(uit: Path) -> Path:
    """Where the open pack lies that belongs to this container."""
    return uit.with_name(uit.name + PAK_ERBIJ)


def toets_vrij(plek: Path) -> None:
    """Raises Invoerfout when there is something there already."""
    if os.path.lexists(plek):
        raise Invoerfout(f"--uit: {plek} bestaat al; er wordt nooit iets overschreven.")


def schrijf_pak(bestanden: Mapping[str, bytes], plek: Path) -> None:
    """Write the open pack. Raises PlekBezet, and Invoerfout when it can't be written there."""
    try:
        schrijf(bestanden, plek)
    except OSError as fout:
        raise Invoerfout(f"--uit: {plek} is niet te schrijven ({waarom(fout)}).") from None


def leg_neer(plek: Path, inhoud: bytes) -> None:
    """Write a file that its owner alone can read. Raises Invoerfout when it can't be done or something is there."""
    try:
        nieuw = plaats(plek, inhoud, 0o600)
    except OSError as fout:
        raise Invoerfout(f"--uit: {plek} is niet te schrijven ({waarom(fout)}).") from None
    if not nieuw:
        toets_vrij(plek)
