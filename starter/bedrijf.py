"""The lasting system: server, worker and mail catcher together, or a worker alone; each stops as one."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from rich.console import Console

from runtime.inrichting import per_naam
from runtime.instellingen import Instellingen
from runtime.logboek import stel_logboek_in
from runtime.metrics import maak_runtime
from runtime.postvanger import postvanger
from runtime.server import Adres, ingebouwde_server
from runtime.stoppen import tot_signaal
from runtime.temporal import verbind
from runtime.webserver import luister
from starter.portaal.draaien import met_adres, portaal
from worker import draai, worker
from workflows.namen import ZOEKATTRIBUTEN

POSTMAP = "post"
GESTOPT, ONBEREIKBAAR = 0, 3


async def start_worker(instellingen: Instellingen) -> int:
    """Run a worker on an existing server until SIGINT or SIGTERM; gives the exit code."""
    stel_logboek_in(instellingen.logboek.formaat, instellingen.logboek.niveau)
    await draai(instellingen)
    return GESTOPT


async def serve(instellingen: Instellingen) -> int:
    """Run the whole embedded system until Ctrl-C. Gives 3 when the server stopped by itself, 0 otherwise."""
    scherm = Console(stderr=True)
    stel_logboek_in(instellingen.logboek.formaat, instellingen.logboek.niveau)
    stopcontact = luister(instellingen.portaal.adres, "portaal.adres")
    instellingen = met_adres(instellingen, stopcontact)
    async with tot_signaal() as stop, _systeem(instellingen, stopcontact) as adres:
        _toon(scherm, instellingen, adres)
        server_weg = await _eerste(stop, adres)
        scherm.print("Het systeem stopt en maakt af wat loopt.")
    if server_weg:
        scherm.print("De Temporal-server is uit zichzelf gestopt. Start opnieuw; alles gaat verder waar het was.")
    return ONBEREIKBAAR if server_weg else GESTOPT


@asynccontextmanager
async def _systeem(instellingen: Instellingen, stopcontact: socket.socket) -> AsyncIterator[Adres]:
    """Server first, portal last; leaving goes the other way round, so the worker can finish what it holds."""
    runtime = maak_runtime(instellingen.metrics_adres)
    async with AsyncExitStack() as stapel:
        smtp = instellingen.smtp
        if smtp.host in ("127.0.0.1", "localhost"):
            await stapel.enter_async_context(postvanger(instellingen.gegevensmap / POSTMAP, smtp.poort, smtp.host))
        attributen = per_naam(ZOEKATTRIBUTEN)
        adres = await stapel.enter_async_context(ingebouwde_server(instellingen, attributen, runtime=runtime))
        ter_plekke = instellingen.met_adres(adres.grpc)
        client = await verbind(ter_plekke, rol="worker", runtime=runtime)
        await stapel.enter_async_context(worker(client, ter_plekke, maak_sleutel=True))
        await stapel.enter_async_context(portaal(ter_plekke, stopcontact))
        yield adres


async def _eerste(stop: asyncio.Event, adres: Adres) -> bool:
    """Wait for the signal or the end of the server; True when it was the server."""
    wachters = [asyncio.create_task(stop.wait()), asyncio.create_task(adres.tot_einde())]
    klaar, rest = await asyncio.wait(wachters, return_when=asyncio.FIRST_COMPLETED)
    for taak in rest:
        taak.cancel()
    return wachters[0] not in klaar


def _toon(scherm: Console, instellingen: Instellingen, adres: Adres) -> None:
    scherm.print("[bold]De Opgavenmotor draait.[/bold] Stoppen: Ctrl-C.")
    scherm.print(f"  Temporal     {adres.grpc}")
    if adres.ui:
        scherm.print(f"  Webscherm    {adres.ui}")
    scherm.print(
        f"  Portaal      {instellingen.portaal.basis_url} (hier antwoorden partners, met de link uit hun mail)"
    )
    scherm.print(f"  Gegevens     {instellingen.gegevensmap}")
    if instellingen.smtp.host in ("127.0.0.1", "localhost"):
        scherm.print(f"  Post         {instellingen.gegevensmap / POSTMAP} (alle berichten, als .eml)")
    scherm.print("Open een tweede venster en probeer: [bold]opgave nieuw[/bold]")
