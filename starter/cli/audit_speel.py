"""Reading a pack twice, by fold and by replay, and saying whether both tell one story."""

import asyncio
from pathlib import Path

from typer import Exit

from archief.pak import open_pak
from audit.eens import Eensgezindheid, lees_en_speel
from starter.cli import scherm
from starter.cli.fouten import GEWEIGERD


def speel(plek: Path, json: bool) -> None:
    """Read the pack in this place twice. Raises Exit with code 1 when something differs.

    Raises:
        PakFout, OnleesbareGeschiedenis: there is nothing to read.
    """
    uitkomst = asyncio.run(lees_en_speel(open_pak(plek)))
    _als_json(uitkomst) if json else _in_woorden(uitkomst)
    if not uitkomst.eens:
        raise Exit(GEWEIGERD)


def _als_json(uitkomst: Eensgezindheid) -> None:
    velden = ("opgave", "runs", "gebeurtenissen", "taken", "feiten", "opdrachten", "eens", "bevindingen")
    scherm.json_uit({naam: getattr(uitkomst, naam) for naam in velden})


def _in_woorden(uitkomst: Eensgezindheid) -> None:
    scherm.zeg(f"Opgave {uitkomst.opgave} is twee keer gelezen: gevouwen zonder Temporal, en nagespeeld met Temporal.")
    scherm.koppeltabel(
        (
            ("runs", str(uitkomst.runs)),
            ("gebeurtenissen", str(uitkomst.gebeurtenissen)),
            ("werkmomenten", str(uitkomst.taken)),
            ("opdrachten", str(uitkomst.opdrachten)),
            ("feiten", str(uitkomst.feiten)),
        )
    )
    scherm.zeg(uitkomst.zin, "" if uitkomst.eens else "bold red")
    for bevinding in uitkomst.bevindingen:
        scherm.punt(f"{bevinding.waar}: {bevinding.zin} ({bevinding.code})")
