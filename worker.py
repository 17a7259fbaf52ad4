"""Composition root of a worker process: settings, log, client, register, key, worker; stopped without losing work."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.service import RPCError
from temporalio.worker import Worker

from activities.alle import maak_activiteiten
from archief.vertrouwelijk import archiefsleutel
from register import sleutels
from register.aanvullen import vul_aan
from register.verbinding import Register, open_register
from runtime.arbeid import maak_worker, werkend
from runtime.inrichting import per_naam, registreer_zoekattributen
from runtime.instelfout import InstellingenFout
from runtime.instellingen import Instellingen, lees_instellingen
from runtime.logboek import log, stel_logboek_in
from runtime.metrics import maak_runtime
from runtime.planning import NACHT, zorg_voor_planning
from runtime.programma import ServerFout
from runtime.sleutels import Ondertekenaar, SleutelFout, lees_ondertekenaar
from runtime.stoppen import tot_signaal
from runtime.temporal import Onbereikbaar, verbind
from workflows.agenda import RegionaleAgendaWorkflow
from workflows.bezorging import BezorgingWorkflow
from workflows.namen import BEZORGING, BEZORGING_ID, ONDERHOUD, WEEKOVERZICHT, ZOEKATTRIBUTEN
from workflows.onderhoud import OnderhoudWorkflow
from workflows.opgave import OpgaveWorkflow
from workflows.weekoverzicht import WeekoverzichtWorkflow

WORKFLOWS = (OpgaveWorkflow, RegionaleAgendaWorkflow, BezorgingWorkflow, WeekoverzichtWorkflow, OnderhoudWorkflow)


@asynccontextmanager
async def worker(client: Client, instellingen: Instellingen, *, maak_sleutel: bool = False) -> AsyncIterator[Worker]:
    """Run a worker on this client as long as the block lasts; leaving it lets running activities finish.

    Args:
        maak_sleutel: generate the keys that are not there; only for the embedded system and for play.

    Raises:
        SleutelFout: there is no signing key, or another key took over from it.
    """
    ondertekenaar = lees_ondertekenaar(instellingen.ondertekensleutel, mag_maken=maak_sleutel)
    register = await asyncio.to_thread(open_register, instellingen.database_verbinding)
    try:
        await asyncio.to_thread(_noteer_sleutels, register, instellingen, ondertekenaar, maak=maak_sleutel)
        await asyncio.to_thread(vul_aan, register)
        activiteiten = maak_activiteiten(register, instellingen, ondertekenaar)
        arbeider = maak_worker(client, instellingen, WORKFLOWS, activiteiten)
        async with werkend(arbeider, client, instellingen):
            await _start_bezorging(client, instellingen)
            await zorg_voor_planning(client, instellingen, WEEKOVERZICHT)
            await zorg_voor_planning(client, instellingen, ONDERHOUD, NACHT)
            yield arbeider
    finally:
        register.sluit()


def _noteer_sleutels(
    register: Register, instellingen: Instellingen, ondertekenaar: Ondertekenaar, *, maak: bool
) -> None:
    """Auditors must know with which key this process signs; and the archive needs one for what is confidential."""
    if sleutels.noteer(register, ondertekenaar.publiek, datetime.now(UTC)) == "zonder_wissel":
        log("worker").warning("ondertekensleutel is nieuw en door geen eerdere aangekondigd")
    if maak:
        archiefsleutel(instellingen, mag_maken=True)


async def _start_bezorging(client: Client, instellingen: Instellingen) -> None:
    """Deliveries by the clock run once per namespace, whichever worker came first. Where time is skipped they can't."""
    if not instellingen.temporal.versiebeheer:
        return
    try:
        await client.start_workflow(
            BEZORGING,
            id=BEZORGING_ID,
            task_queue=instellingen.temporal.task_queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        )
    except RPCError as fout:
        raise ServerFout(f"De Temporal-server start de bezorging niet ({fout.status.name}).") from None


async def draai(instellingen: Instellingen) -> None:
    """Run a worker until SIGINT or SIGTERM. Raises Onbereikbaar when the Temporal server is not there."""
    client = await verbind(instellingen, rol="worker", runtime=maak_runtime(instellingen.metrics_adres))
    await registreer_zoekattributen(client, per_naam(ZOEKATTRIBUTEN))
    async with tot_signaal() as stop, worker(client, instellingen):
        log("worker").info("worker draait", task_queue=instellingen.temporal.task_queue)
        await stop.wait()
        log("worker").info("worker stopt")


def hoofd() -> int:
    """Entry point of `python worker.py`: 0 stopped as asked, 2 wrong settings, 3 server unreachable."""
    try:
        instellingen = lees_instellingen()
        stel_logboek_in(instellingen.logboek.formaat, instellingen.logboek.niveau)
        asyncio.run(draai(instellingen))
    except (InstellingenFout, SleutelFout) as fout:
        print(fout, file=sys.stderr)
        return 2
    except (Onbereikbaar, ServerFout) as fout:
        print(fout, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(hoofd())
