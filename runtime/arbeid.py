"""The worker process: which version it is, how much it takes on, and how it stops without dropping anything."""

import gc
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import cache
from typing import Any

from temporalio.api.workflowservice.v1 import (
    DescribeWorkerDeploymentRequest,
    SetWorkerDeploymentCurrentVersionRequest,
)
from temporalio.client import Client
from temporalio.common import VersioningBehavior, WorkerDeploymentVersion
from temporalio.service import RPCError, RPCStatusCode
from temporalio.worker import Worker, WorkerDeploymentConfig

from runtime.herhaal import herhaal_tot
from runtime.instellingen import Instellingen
from runtime.logboek import log
from runtime.programma import ServerFout
from runtime.versie import PAKKET, programmaversie, rang

WORKFLOWS_IN_GEHEUGEN = 2500
"""About 75 kB each: 190 MB when full; the next one pushes out the one that slept longest."""

ACTIVITEITEN = 20
"""At once. Equal to the number of threads, so that no activity waits for a thread while its clock runs."""

BEURT = 0.0005
"""Seconds a thread may keep the interpreter before another gets a turn."""

AFVAL = (10_000, 20, 20)
"""After how many new objects the collector looks for cycles, and after how many of those rounds it looks further."""

GEDULD = 60.0
_NOG_NIET = (RPCStatusCode.NOT_FOUND, RPCStatusCode.FAILED_PRECONDITION, RPCStatusCode.UNAVAILABLE)


def maak_worker(
    client: Client,
    instellingen: Instellingen,
    workflows: Sequence[type],
    activities: Sequence[Callable[..., Any]],
) -> Worker:
    """A worker with our limits; plugin, converter and sandbox come along with the client.

    Workflow tasks and activities share one interpreter. A shorter turn than Python's 5 ms keeps a large bundle in the
    register from holding up the answer to somebody's command.
    """
    sys.setswitchinterval(BEURT)
    _spaar_het_geheugen()
    return Worker(
        client,
        task_queue=instellingen.temporal.task_queue,
        workflows=workflows,
        activities=activities,
        activity_executor=ThreadPoolExecutor(ACTIVITEITEN, thread_name_prefix="activiteit"),
        max_concurrent_activities=ACTIVITEITEN,
        max_cached_workflows=WORKFLOWS_IN_GEHEUGEN,
        graceful_shutdown_timeout=timedelta(seconds=instellingen.stopseconden),
        deployment_config=_uitrol() if instellingen.temporal.versiebeheer else None,
    )


@cache
def _spaar_het_geheugen() -> None:
    """Let the garbage collector pass over what is there from the start and stays: looking through it takes 90 ms."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*AFVAL)


@asynccontextmanager
async def werkend(worker: Worker, client: Client, instellingen: Instellingen) -> AsyncIterator[Worker]:
    """Run the worker for as long as the block lasts, as the current version. Leaving the block lets it finish."""
    async with worker:
        if instellingen.temporal.versiebeheer:
            await maak_versie_actief(client, programmaversie())
        yield worker


async def maak_versie_actief(client: Client, versie: str, geduld: float = GEDULD) -> bool:
    """Let the server send work to this version; it can't until a worker of it has polled, so try again till then.

    An older version that comes back (a restart during a rollout) does not take over: False. Going back on purpose
    is for an operator: `temporal worker deployment set-current-version`.
    """
    try:
        await herhaal_tot(lambda: _is_gezet(client, versie), geduld)
    except TimeoutError:
        raise ServerFout(f"De Temporal-server zet versie {versie} van de worker niet actief.") from None
    return await _actieve_versie(client) == versie


def _uitrol() -> WorkerDeploymentConfig:
    """An opgave lives for years and moves along with every new version: old workers can't be kept that long."""
    return WorkerDeploymentConfig(
        version=WorkerDeploymentVersion(deployment_name=PAKKET, build_id=programmaversie()),
        use_worker_versioning=True,
        default_versioning_behavior=VersioningBehavior.AUTO_UPGRADE,
    )


async def _is_gezet(client: Client, versie: str) -> bool:
    """One attempt; True as well when there is nothing to do because this or a newer version is current."""
    try:
        nu = await _actieve_versie(client)
        if nu is not None and rang(nu) >= rang(versie):
            return True
        await _zet(client, versie)
    except RPCError as fout:
        if fout.status not in _NOG_NIET:
            raise
        return False
    log("arbeid").info("versie actief", versie=versie)
    return True


async def _actieve_versie(client: Client) -> str | None:
    verzoek = DescribeWorkerDeploymentRequest(namespace=client.namespace, deployment_name=PAKKET)
    antwoord = await client.workflow_service.describe_worker_deployment(verzoek)
    return antwoord.worker_deployment_info.routing_config.current_deployment_version.build_id or None


async def _zet(client: Client, versie: str) -> None:
    verzoek = SetWorkerDeploymentCurrentVersionRequest(
        namespace=client.namespace, deployment_name=PAKKET, build_id=versie, identity=client.identity
    )
    await client.workflow_service.set_worker_deployment_current_version(verzoek)
