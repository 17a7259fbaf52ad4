"""A worker process for the measurements: `python -m benchmarks.arbeider vloer|echt|storm`.

Its settings are in the environment. It prints `klaar` when it polls, and stops at SIGTERM. The worker of a storm takes
as its next word for how many seconds reminders are gathered; its last line is a JSON object with the processor time it
used, in all and within transactions.
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, contextmanager

from sqlalchemy import Connection
from temporalio.client import Client
from temporalio.worker import Worker

from benchmarks.stormvloer import Stormvloer, post_alleen
from benchmarks.vloer import Vloer, niets
from register.verbinding import Register
from runtime.arbeid import maak_worker, werkend
from runtime.instellingen import Instellingen, lees_instellingen
from runtime.logboek import stel_logboek_in
from runtime.stoppen import tot_signaal
from runtime.temporal import verbind
from worker import worker

Transactie = Callable[[Register], AbstractContextManager[Connection]]
BASIS_URL = "https://antwoord.example.org"
"""Mails of a storm hold links, as they do where partners answer."""


def _arbeider(soort: str, client: Client, instellingen: Instellingen) -> AbstractAsyncContextManager[Worker]:
    if soort == "vloer":
        vloer = maak_worker(client, instellingen, [Vloer, Stormvloer], [niets, post_alleen])
        return werkend(vloer, client, instellingen)
    return worker(client, instellingen, maak_sleutel=True)


def _voor_storm(instellingen: Instellingen, seconden: float) -> Instellingen:
    """The settings count in minutes; a measurement does not last that long."""
    post = instellingen.post.model_copy(update={"verzamelminuten": seconden / 60})
    portaal = instellingen.portaal.model_copy(update={"basis_url": BASIS_URL})
    return instellingen.model_copy(update={"post": post, "portaal": portaal})


def _meet_transacties() -> Callable[[], float]:
    """Count the processor time of all transactions from now on; gives what it is so far, in seconds."""
    tijden: list[float] = []

    def gemeten(transactie: Transactie) -> Transactie:
        @contextmanager
        def meet(register: Register) -> Iterator[Connection]:
            begin = time.thread_time()
            with transactie(register) as verbinding:
                yield verbinding
            tijden.append(time.thread_time() - begin)

        return meet

    for naam in ("schrijf", "schrijf_licht", "lees"):
        setattr(Register, naam, gemeten(getattr(Register, naam)))
    return lambda: sum(tijden)


async def hoofd(soort: str, seconden: float | None) -> None:
    """Run until stopped."""
    instellingen = lees_instellingen()
    if seconden is not None:
        instellingen, register_s = _voor_storm(instellingen, seconden), _meet_transacties()
    stel_logboek_in("json", "WARNING")
    client = await verbind(instellingen, rol="worker")
    async with tot_signaal() as stop, _arbeider(soort, client, instellingen):
        print("klaar", flush=True)
        await stop.wait()
    if seconden is not None:
        print(json.dumps({"worker": time.process_time(), "register": register_s()}))


if __name__ == "__main__":
    asyncio.run(hoofd(sys.argv[1], float(sys.argv[2]) if sys.argv[2:] else None))
