"""A worker process for the measurements: `python -m benchmarks.arbeider vloer|echt`, settings from the environment.

It prints `klaar` when it polls, and stops at SIGTERM.
"""

import asyncio
import sys
from contextlib import AbstractAsyncContextManager

from temporalio.client import Client
from temporalio.worker import Worker

from benchmarks.vloer import Vloer, niets
from runtime.arbeid import maak_worker, werkend
from runtime.instellingen import Instellingen, lees_instellingen
from runtime.logboek import stel_logboek_in
from runtime.stoppen import tot_signaal
from runtime.temporal import verbind
from worker import worker


def _arbeider(soort: str, client: Client, instellingen: Instellingen) -> AbstractAsyncContextManager[Worker]:
    if soort == "vloer":
        return werkend(maak_worker(client, instellingen, [Vloer], [niets]), client, instellingen)
    return worker(client, instellingen, maak_sleutel=True)


async def hoofd(soort: str) -> None:
    """Run until stopped."""
    instellingen = lees_instellingen()
    stel_logboek_in("json", "WARNING")
    client = await verbind(instellingen, rol="worker")
    async with tot_signaal() as stop, _arbeider(soort, client, instellingen):
        print("klaar", flush=True)
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(hoofd(sys.argv[1]))
