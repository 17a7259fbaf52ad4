"""Books of facts to look back in: of a story told in commands, or of a golden pack. Nothing runs for them."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "domain"))  # stories told in commands

import verhaal as v
from test_eigenschappen import Leven
from test_herstel import agenda, herstel, hoofdelijk

from archief.pak import Pak, open_pak
from audit.tijd.moment import Boek
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.stand import Begin

__all__ = ["GOUDEN", "Leven", "agenda", "boek", "gouden_pak", "herstel", "hoofdelijk", "v"]
TESTS = Path(__file__).parents[1]
GOUDEN = tuple(sorted((TESTS / "gouden" / "pakken").glob("*.zip")))


def boek(begin: Begin, feiten: Sequence[Feit], *, tot_seq: int | None = None, afgerond: bool = False) -> Boek:
    """A book that was closed on the day of its last fact."""
    laatste: date = lokale_datum(feiten[-1].vastgelegd_op)
    return Boek(begin, tuple(feiten), tot_seq or len(feiten), laatste, afgerond)


def gouden_pak(naam: str) -> Pak:
    """The golden pack of this life."""
    return open_pak(next(pad for pad in GOUDEN if pad.name.startswith(naam)))
