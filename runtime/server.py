"""The embedded Temporal server and, for tests and what-ifs, the one that skips time."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from temporalio.client import Client
from temporalio.runtime import Runtime
from temporalio.service import RPCError
from temporalio.testing import WorkflowEnvironment

from runtime.inrichting import Zoekattributen, richt_in, voeg_zoekattributen_toe
from runtime.instellingen import Instellingen, Temporal
from runtime.poorten import LOKAAL, kies_poort
from runtime.programma import ServerFout, start_kind, stop_kind, zoek_programma
from runtime.slot import slot
from runtime.temporal import NAAM, Onbereikbaar, maak_plugin, verbind

DATABASE = "temporal.db"
LOGBESTAND = "temporal.log"
SLOTBESTAND = "temporal.slot"
STARTTIJD = 30.0
STARTPOGINGEN = 3
BEZET = b"address already in use"
"""What the server writes when a port was taken; some of its ports it chooses itself, before it listens on them."""

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL")
"""Nothing acknowledged is lost when the machine stops, and still about 1.5 times as fast as the default journal."""

DYNAMISCH = ('history.timerProcessorMaxTimeShift="50ms"', 'history.workflowIdReuseMinimalInterval="0s"')
"""Timers to 50 ms instead of about 1 s, and no pause of a second between two runs of one workflow."""


@dataclass(frozen=True)
class Adres:
    """Where the embedded server can be reached, and the process behind it."""

    grpc: str
    ui: str | None
    proces: asyncio.subprocess.Process = field(repr=False)

    @property
    def pid(self) -> int:
        """The process id of the server."""
        return self.proces.pid

    async def tot_einde(self) -> int:
        """Wait until the server stops by itself; nothing restarts it here."""
        return await self.proces.wait()


@asynccontextmanager
async def ingebouwde_server(
    instellingen: Instellingen, zoekattributen: Zoekattributen, *, runtime: Runtime | None = None
) -> AsyncIterator[Adres]:
    """Run the embedded server for as long as the block lasts; it is healthy and set up when the block begins.

    The port comes from `temporal.adres`; port 0 takes a free one, so connect to the address that is given here.
    """
    map_ = instellingen.gegevensmap
    map_.mkdir(parents=True, exist_ok=True)
    async with slot(map_ / SLOTBESTAND) as greep:
        with (map_ / LOGBESTAND).open("wb") as uitvoer:
            adres, client = await _start_gezond(instellingen, uitvoer, greep, runtime)
            try:
                await richt_in(client, instellingen.bewaardagen, zoekattributen)
                yield adres
            finally:
                await stop_kind(adres.proces)


@asynccontextmanager
async def tijdreisserver(
    zoekattributen: Zoekattributen, *, runtime: Runtime | None = None
) -> AsyncIterator[WorkflowEnvironment]:
    """Run a server that skips time, with our plugin on its client. One per life: its clock is shared by all."""
    programma = zoek_programma("temporal-test-server")
    omgeving = await WorkflowEnvironment.start_time_skipping(
        plugins=[maak_plugin()],
        identity=f"{NAAM}-tijdreis",
        runtime=runtime,
        test_server_existing_path=str(programma),
    )
    async with omgeving:
        await voeg_zoekattributen_toe(omgeving.client, zoekattributen)
        yield omgeving


async def _start_gezond(
    instellingen: Instellingen, uitvoer: IO[bytes], greep: int, runtime: Runtime | None
) -> tuple[Adres, Client]:
    """A server that answers, and a client of it; one that lost a race for a port is started again with others.

    Raises:
        PoortBezet: the port that was asked for is taken.
        ServerFout: it does not start, or loses every time.
    """
    for _ in range(STARTPOGINGEN - 1):
        try:
            return await _probeer_start(instellingen, uitvoer, greep, runtime)
        except ServerFout:
            if BEZET not in (instellingen.gegevensmap / LOGBESTAND).read_bytes():
                raise
    return await _probeer_start(instellingen, uitvoer, greep, runtime)


async def _probeer_start(
    instellingen: Instellingen, uitvoer: IO[bytes], greep: int, runtime: Runtime | None
) -> tuple[Adres, Client]:
    adres = await _start(instellingen, uitvoer, greep)
    try:
        return adres, await _wacht_tot_gezond(instellingen, adres, runtime)
    except BaseException:
        await stop_kind(adres.proces)
        raise


async def _start(instellingen: Instellingen, uitvoer: IO[bytes], greep: int) -> Adres:
    temporal = instellingen.temporal
    poort = kies_poort(int(temporal.adres.rpartition(":")[2]), "temporal.adres")
    ui_poort = kies_poort(temporal.ui_poort, "temporal.ui_poort") if temporal.ui else None
    programma = zoek_programma("temporal", temporal.binary)
    argumenten = _argumenten(temporal, instellingen.gegevensmap, poort, ui_poort)
    proces = await start_kind([str(programma), *argumenten], uitvoer, deel=[greep])
    return Adres(f"{LOKAAL}:{poort}", f"http://{LOKAAL}:{ui_poort}" if ui_poort else None, proces)


def _argumenten(temporal: Temporal, map_: Path, poort: int, ui_poort: int | None) -> Iterator[str]:
    """Everything on loopback: this server has no password and no TLS."""
    yield from ("server", "start-dev", "--ip", LOKAAL, "--port", str(poort))
    yield from ("--headless",) if ui_poort is None else ("--ui-ip", LOKAAL, "--ui-port", str(ui_poort))
    yield from ("--namespace", temporal.namespace, "--db-filename", str(map_ / DATABASE))
    yield from ("--log-level", "error", "--log-format", "json")
    for pragma in PRAGMAS:
        yield from ("--sqlite-pragma", pragma)
    for sleutel in DYNAMISCH:
        yield from ("--dynamic-config-value", sleutel)


async def _wacht_tot_gezond(instellingen: Instellingen, adres: Adres, runtime: Runtime | None) -> Client:
    """Try until the namespace answers; a server that stopped will not come back, so say what it said."""
    logbestand = instellingen.gegevensmap / LOGBESTAND
    try:
        async with asyncio.timeout(STARTTIJD):
            while adres.proces.returncode is None:
                if client := await _probeer(instellingen.met_adres(adres.grpc), runtime):
                    return client
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise ServerFout(f"De Temporal-server start niet binnen {STARTTIJD:.0f} seconden. Zie {logbestand}") from None
    raise ServerFout(f"De Temporal-server is bij het starten gestopt. Zie {logbestand}")


async def _probeer(instellingen: Instellingen, runtime: Runtime | None) -> Client | None:
    try:
        client = await verbind(instellingen, rol="inrichting", runtime=runtime)
        gezond = await client.service_client.check_health()
    except (Onbereikbaar, RPCError):
        return None
    return client if gezond else None
