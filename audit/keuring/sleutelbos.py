"""Keys and their changes that an auditor got apart from the pack, in the form of `sleutels.json`."""

from collections.abc import Sequence
from pathlib import Path

from archief.bronnen import PakFout
from archief.formaat import Sleutelbos
from archief.ontleden import ontleed

GROOTSTE = 5_000_000
"""Bytes of such a file that are read."""


class SleutelOnleesbaar(Exception):
    """What the auditor gave is no key and no fingerprint; the text says so, in Dutch."""


def sleutelbossen(gegeven: Sequence[str | Path]) -> tuple[Sleutelbos, tuple[str | Path, ...]]:
    """The keys and changes in files like `sleutels.json`, together; and what else was given.

    A pack from before a change knows nothing of it, so whoever has the newest key only needs the change as well.

    Raises:
        SleutelOnleesbaar: nothing else was given, so that there is no key to start from.
    """
    bossen = {een: bos for een in gegeven if (bos := _bos(een))}
    rest = tuple(een for een in gegeven if een not in bossen)
    if bossen and not rest:
        raise SleutelOnleesbaar(
            f"{next(iter(bossen))} zegt alleen hoe sleutels op elkaar volgen. Geef er een sleutel bij."
        )
    return Sleutelbos(
        sleutels=tuple(dict.fromkeys(s for bos in bossen.values() for s in bos.sleutels)),
        wissels=tuple(dict.fromkeys(w for bos in bossen.values() for w in bos.wissels)),
    ), rest


def _bos(een: str | Path) -> Sleutelbos | None:
    try:
        with Path(een).open("rb") as bestand:
            ruw = bestand.read(GROOTSTE)
        return Sleutelbos.model_validate(ontleed(ruw, dict, str(een))) if ruw.startswith(b"{") else None
    except (OSError, ValueError, PakFout):
        return None
