"""How fast a past is read: by fold and by film, beside the bare Replayer on the same histories, turn by turn.

All three start from the text of the histories, as an auditor has it. Bare means: Temporal's Replayer with the plugin
of production, and nobody who looks. Checking packs is measured on packs of the same lives.
"""

import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from archief.pak import open_pak
from audit.film import film
from audit.lezen import vouw
from audit.velen import controleer_velen
from runtime.temporal import maak_plugin
from workflows.opgave import OpgaveWorkflow

RONDES = 5
VEEL = 500
"""So many opgaven a province has."""

Leven = Sequence[str]
"""The text of the history of each run."""


async def _kaal(leven: Leven) -> None:
    speler = Replayer(workflows=[OpgaveWorkflow], plugins=[maak_plugin()])
    for tekst in leven:
        await speler.replay_workflow(WorkflowHistory.from_json("kaal", tekst))


async def _film(leven: Leven) -> None:
    gefilmd = await film([json.loads(tekst) for tekst in leven])
    if gefilmd.bevindingen:
        raise RuntimeError(gefilmd.bevindingen[0].zin)


async def _vouw(leven: Leven) -> None:
    gevouwen = vouw([json.loads(tekst) for tekst in leven])
    if not gevouwen.klopt:
        raise RuntimeError(gevouwen.bevindingen[0].zin)


LEZERS: dict[str, Callable[[Leven], Awaitable[None]]] = {"kaal": _kaal, "film": _film, "vouw": _vouw}


async def meet(levens: Sequence[Leven], rondes: int = RONDES) -> dict[str, Any]:
    """Events per second of each reader (median of the rounds), and each as a multiple of the bare Replayer."""
    gebeurtenissen = sum(len(json.loads(tekst)["events"]) for leven in levens for tekst in leven)
    tijden: dict[str, list[float]] = {naam: [] for naam in LEZERS}
    for _ in range(rondes):
        for naam, lees in LEZERS.items():
            begin = time.perf_counter()
            for leven in levens:
                await lees(leven)
            tijden[naam].append(time.perf_counter() - begin)
    per_s = {naam: gebeurtenissen / statistics.median(rij) for naam, rij in tijden.items()}
    return {
        "gebeurtenissen": gebeurtenissen,
        **{f"{naam}_per_s": round(waarde) for naam, waarde in per_s.items()},
        "film_op_kaal": round(per_s["film"] / per_s["kaal"], 2),
        "vouw_op_kaal": round(per_s["vouw"] / per_s["kaal"], 1),
    }


def meet_controle(pakken: Sequence[Path], aantal: int = 50) -> dict[str, Any]:
    """Check so many packs (those given, over and over), as the command does; gives the seconds 500 would take."""
    begin = time.perf_counter()
    for oordeel in controleer_velen([pakken[nr % len(pakken)] for nr in range(aantal)]):
        if not oordeel.heel:
            raise RuntimeError(f"het pak van {oordeel.opgave} is niet heel")
    duur = time.perf_counter() - begin
    return {"pakken": aantal, "per_pak_ms": round(duur / aantal * 1000, 1), "veel_s": round(duur / aantal * VEEL, 1)}


def geschiedenissen(pak: Path) -> Leven:
    """The histories in a pack, run after run."""
    geopend = open_pak(pak)
    return [geopend.lees(run.pad).decode() for run in geopend.manifest.runs]


def meet_pakken(pakken: Sequence[Path], rondes: int = RONDES) -> dict[str, Any]:
    """Everything about these packs: reading them in three ways, and checking them."""
    return {**asyncio.run(meet([geschiedenissen(pak) for pak in pakken], rondes)), **meet_controle(pakken)}


def toon(cijfers: dict[str, Any]) -> None:
    """Print the table."""
    tabel = Table(title=f"Het verleden lezen: {cijfers['gebeurtenissen']} gebeurtenissen")
    for kop in ("", "per s", "maal kaal"):
        tabel.add_column(kop, justify="left" if not kop else "right")
    tabel.add_row("kale Replayer", str(cijfers["kaal_per_s"]), "")
    tabel.add_row("film (doel 0.9)", str(cijfers["film_per_s"]), str(cijfers["film_op_kaal"]))
    tabel.add_row("vouwen (doel 30)", str(cijfers["vouw_per_s"]), str(cijfers["vouw_op_kaal"]))
    tabel.add_section()
    tabel.add_row(f"een pak controleren ({cijfers['pakken']} gemeten)", f"{cijfers['per_pak_ms']} ms", "")
    tabel.add_row(f"{VEEL} pakken (doel 60 s)", f"{cijfers['veel_s']} s", "")
    Console().print(tabel)
