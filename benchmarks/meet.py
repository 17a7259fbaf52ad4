"""Measure the engine beside a bare floor on one embedded server: `make bench`.

Both sides run in a worker process of their own, turn by turn, so a machine whose speed drifts hits both alike. Read the
ratios; absolute figures say more about the machine. Prints a table and one JSON line.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from temporalio.client import Client, WorkflowHandle

from benchmarks import naspelen, storm, verwachten, vloer, zoeken
from benchmarks.opstelling import Opstelling, arbeider, opstelling
from benchmarks.referentieleven import AANTAL, REGLEMENT, notities, opdrachten
from domain.feit import Bewijs
from domain.opdracht import Opdracht
from workflows.namen import OPGAVE_WORKFLOW, VOER_UIT, workflow_id
from workflows.staat import Start

SOORTEN = ("vloer", "echt")
TEGELIJK = 4
STROOM = 10


@dataclass
class Meting:
    """What was measured of one side. Latencies in seconds, per command."""

    soort: str
    latenties: list[float] = field(default_factory=list)
    levens_per_s: list[float] = field(default_factory=list)
    gebeurtenissen_een: float = 0.0
    gebeurtenissen_stroom: float = 0.0

    def kwantiel(self, deel: int) -> float:
        """A percentile of the latency, in milliseconds."""
        return statistics.quantiles(self.latenties, n=100)[deel - 1] * 1000


Geven = Callable[[int], Awaitable[Any]]
Reeks = Callable[[str], list[Opdracht]]


async def _begin(
    client: Client, opstelling_: Opstelling, soort: str, id_: str, reeks_van: Reeks = opdrachten
) -> tuple[WorkflowHandle[Any, Any], Geven]:
    """Start one life; gives its handle and a function that gives its n-th command."""
    queue = opstelling_.instellingen(soort).temporal.task_queue
    if soort == "vloer":
        kaal = await client.start_workflow(vloer.NAAM, AANTAL, id=f"vloer:{id_}", task_queue=queue, result_type=int)
        return kaal, lambda nr: kaal.execute_update(vloer.VOER_UIT, "x" * 300, id=f"{id_}-{nr}", result_type=int)
    reeks = reeks_van(id_)
    echt = await client.start_workflow(
        OPGAVE_WORKFLOW,
        Start(opgave=id_, reglement=REGLEMENT),
        id=workflow_id(id_),
        task_queue=queue,
        result_type=Bewijs,
    )
    return echt, lambda nr: echt.execute_update(VOER_UIT, reeks[nr], id=reeks[nr].id, result_type=Bewijs)


async def leef(client: Client, opstelling_: Opstelling, soort: str, id_: str, meting: Meting | None) -> None:
    """Live one life, command after command, until the workflow has ended."""
    handle, geef = await _begin(client, opstelling_, soort, id_)
    for nr in range(AANTAL):
        begin = time.perf_counter()
        await geef(nr)
        if meting is not None:
            meting.latenties.append(time.perf_counter() - begin)
    await handle.result()


async def _vloot(client: Client, opstelling_: Opstelling, meting: Meting, ronde: int, levens: int) -> None:
    """Several lives at once; the rate is lives per second until the last has ended."""
    poort = asyncio.Semaphore(TEGELIJK)

    async def een(nr: int) -> None:
        async with poort:
            await leef(client, opstelling_, meting.soort, f"M{ronde}-{nr:03d}", None)

    begin = time.perf_counter()
    await asyncio.gather(*(een(nr) for nr in range(levens)))
    meting.levens_per_s.append(levens / (time.perf_counter() - begin))


async def _een_voor_een(client: Client, opstelling_: Opstelling, soort: str) -> float:
    """History events per command, everything included, when each waits for the effects of the one before."""
    handle, geef = await _begin(client, opstelling_, soort, "BENCH-EEN")
    for nr in range(AANTAL):
        await geef(nr)
        await _tot_rust(handle)
    await handle.result()
    return len((await handle.fetch_history()).events) / AANTAL


async def _stroom(client: Client, opstelling_: Opstelling, soort: str) -> float:
    """History events per command when ten notes are in flight at a time (their order does not matter)."""
    handle, geef = await _begin(client, opstelling_, soort, "BENCH-STROOM", notities)
    await geef(0)
    for van in range(1, AANTAL - 1, STROOM):
        await asyncio.gather(*(geef(nr) for nr in range(van, min(van + STROOM, AANTAL - 1))))
    await geef(AANTAL - 1)
    await handle.result()
    return len((await handle.fetch_history()).events) / AANTAL


async def _tot_rust(handle: WorkflowHandle[Any, Any]) -> None:
    """Wait until the effects of the last command are done: no activity and no workflow task is pending."""
    while True:
        stand = (await handle.describe()).raw_description
        if not stand.pending_activities and not stand.HasField("pending_workflow_task"):
            return
        await asyncio.sleep(0.005)


@asynccontextmanager
async def _beide(opstelling_: Opstelling) -> AsyncIterator[None]:
    async with arbeider(opstelling_, "vloer"), arbeider(opstelling_, "echt"):
        yield


async def meet(rondes: int, levens: int, slapers: int) -> dict[str, Any]:
    """All measurements; gives the figures by name."""
    metingen = {soort: Meting(soort) for soort in SOORTEN}
    with tempfile.TemporaryDirectory() as map_:
        async with opstelling(Path(map_)) as opstelling_:
            client = await opstelling_.client()
            async with _beide(opstelling_):
                for ronde in range(rondes):
                    for soort, meting in metingen.items():
                        for leven in range(2):
                            await leef(client, opstelling_, soort, f"BENCH-{ronde}-{leven}", meting if ronde else None)
                        await _vloot(client, opstelling_, meting, ronde, levens)
                for soort, meting in metingen.items():
                    meting.gebeurtenissen_een = await _een_voor_een(client, opstelling_, soort)
                    meting.gebeurtenissen_stroom = await _stroom(client, opstelling_, soort)
            per_slaper = await _geheugen(client, opstelling_, slapers) if slapers else None
    return {
        **_cijfers(metingen),
        "geheugen_per_slapende_opgave_kb": per_slaper,
        "slapers": slapers,
        **await _demo(),
    }


async def _demo() -> dict[str, Any]:
    """Seconds to play the demo, installed: both lives and the check of their evidence; and how fast they read."""
    opgave = Path(sys.executable).with_name("opgave")
    with tempfile.TemporaryDirectory() as map_:
        begin = time.perf_counter()
        proces = await asyncio.create_subprocess_exec(
            str(opgave), "demo", "--uit", map_, stdout=asyncio.subprocess.DEVNULL
        )
        if await proces.wait():
            raise RuntimeError("de demo is niet geslaagd")
        duur = round(time.perf_counter() - begin, 1)
        pakken = await asyncio.to_thread(lambda: sorted(Path(map_).glob("*/pak")))
        return {"demo_s": duur, "naspelen": await asyncio.to_thread(naspelen.meet_pakken, pakken)}


async def _geheugen(client: Client, opstelling_: Opstelling, aantal: int) -> float:
    """Resident memory (kB) that a worker needs for each opgave that sleeps in its cache."""
    async with arbeider(opstelling_, "echt") as proces:
        poort = asyncio.Semaphore(8)

        async def een(nr: int) -> None:
            async with poort:
                _, geef = await _begin(client, opstelling_, "echt", f"S-{nr:05d}")
                for opdracht in range(2):
                    await geef(opdracht)

        await asyncio.gather(*(een(nr) for nr in range(50)))
        voor = proces.geheugen_kb()
        await asyncio.gather(*(een(nr) for nr in range(50, aantal + 50)))
        return round((proces.geheugen_kb() - voor) / aantal, 1)


def _cijfers(metingen: dict[str, Meting]) -> dict[str, Any]:
    kaal, echt = metingen["vloer"], metingen["echt"]
    per_soort = {
        m.soort: {
            "levens_per_s": round(statistics.median(m.levens_per_s), 3),
            "p50_ms": round(m.kwantiel(50), 1),
            "p99_ms": round(m.kwantiel(99), 1),
            "gebeurtenissen_per_opdracht_een": round(m.gebeurtenissen_een, 2),
            "gebeurtenissen_per_opdracht_stroom": round(m.gebeurtenissen_stroom, 2),
        }
        for m in metingen.values()
    }
    paren = [e / k for e, k in zip(echt.levens_per_s, kaal.levens_per_s, strict=True)]
    return {
        **per_soort,
        "verhouding_levens": round(statistics.median(paren), 2),
        "verhouding_p99": round(echt.kwantiel(99) / kaal.kwantiel(99), 2),
    }


def toon(cijfers: dict[str, Any]) -> None:
    """Print the table and the JSON line."""
    tabel = Table(title=f"Een referentieleven: {AANTAL} opdrachten, 12 partners")
    for kop in ("", "vloer", "echt"):
        tabel.add_column(kop, justify="left" if not kop else "right")
    for regel in cijfers["vloer"]:
        tabel.add_row(regel, str(cijfers["vloer"][regel]), str(cijfers["echt"][regel]))
    tabel.add_section()
    tabel.add_row("verhouding levens per s (doel 0.8)", "", str(cijfers["verhouding_levens"]))
    tabel.add_row("verhouding p99 (doel hooguit 1.25)", "", str(cijfers["verhouding_p99"]))
    tabel.add_row("kB per slapende opgave", "", str(cijfers["geheugen_per_slapende_opgave_kb"]))
    tabel.add_row("demo spelen (s)", "", str(cijfers["demo_s"]))
    Console().print(tabel)
    print(json.dumps(cijfers))


def hoofd() -> None:
    """Read the options and measure."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--rondes", type=int, default=4, help="rounds; the first warms up for the latencies")
    lezer.add_argument("--levens", type=int, default=8, help="lives per round and side")
    lezer.add_argument("--slapers", type=int, default=2000, help="sleeping opgaven for the memory figure; 0 skips it")
    lezer.add_argument("--storm", type=int, default=300, help="opgaven in each storm of reminders; 0 skips it")
    keuze = lezer.parse_args()
    cijfers = asyncio.run(meet(keuze.rondes, keuze.levens, keuze.slapers))
    if keuze.storm:
        cijfers["storm"] = asyncio.run(storm.meet(keuze.storm))
        storm.toon(cijfers["storm"], keuze.storm)
    cijfers["verwachten"] = verwachten.meet()
    verwachten.toon(cijfers["verwachten"])
    naspelen.toon(cijfers["naspelen"])
    cijfers["zoeken"] = zoeken.zoeken()
    zoeken.toon(cijfers["zoeken"])
    toon(cijfers)


if __name__ == "__main__":
    hoofd()
