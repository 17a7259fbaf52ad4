"""The history of every run of one opgave, fetched from Temporal as it was recorded."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from temporalio.api.enums.v1 import EventType
from temporalio.client import Client, WorkflowHandle, WorkflowHistory

from archief.formaat import Runeinde

POGINGEN = 20
TUSSENPOOS = 0.25
"""Seconds between two looks at whether the opgave is at rest."""
_EINDES: dict[int, Runeinde] = {
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED: "voltooid",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW: "voortgezet",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED: "anders",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED: "anders",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED: "anders",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT: "anders",
}


@dataclass(frozen=True)
class Rungeschiedenis:
    """One run as it was recorded."""

    run_id: str
    historie: WorkflowHistory

    @property
    def gebeurtenissen(self) -> int:
        """How many events there are."""
        return len(self.historie.events)

    @property
    def einde(self) -> Runeinde:
        """How the run ended, if it did."""
        return _EINDES.get(self.historie.events[-1].event_type, "loopt")

    @property
    def begonnen_op(self) -> datetime:
        """When the run began (UTC)."""
        begin: datetime = self.historie.events[0].event_time.ToDatetime(UTC)
        return begin

    @property
    def builds(self) -> tuple[str, ...]:
        """The versions of the workers that worked on it, in order of first appearance."""
        return tuple(dict.fromkeys(_builds(self.historie)))

    def als_json(self) -> bytes:
        """The bytes of the history as they lie in a pack."""
        return (json.dumps(self.historie.to_json_dict(), ensure_ascii=False, separators=(",", ":")) + "\n").encode()


async def haal_runs(client: Client, workflow: str) -> tuple[Rungeschiedenis, ...]:
    """Every run of this workflow, from the first on along the links between them.

    Raises:
        temporalio.service.RPCError: NOT_FOUND when the server does not know the workflow, or no longer knows a run.
    """
    laatste = await client.get_workflow_handle(workflow).fetch_history()
    run = laatste.events[0].workflow_execution_started_event_attributes.first_execution_run_id or laatste.run_id
    runs = list[Rungeschiedenis]()
    while run:
        historie = await _greep(client, workflow, run).fetch_history()
        runs.append(Rungeschiedenis(run, historie))
        run = historie.events[-1].workflow_execution_continued_as_new_event_attributes.new_execution_run_id
    return tuple(runs)


async def haal_in_rust(client: Client, workflow: str) -> tuple[tuple[Rungeschiedenis, ...], bool]:
    """Every run, taken when nothing is under way, so that the register is as far as the history.

    Gives also whether that moment came; a life that is busy all the time is taken as it is.
    """
    for _ in range(POGINGEN):
        runs = await haal_runs(client, workflow)
        if await _in_rust(_greep(client, workflow, runs[-1].run_id), runs[-1]):
            return runs, True
        await asyncio.sleep(TUSSENPOOS)
    return runs, False


async def _in_rust(greep: WorkflowHandle[Any, Any], run: Rungeschiedenis) -> bool:
    """Nothing pending, and not a single event since the history was fetched."""
    nu = (await greep.describe()).raw_description
    bezig = nu.pending_activities or nu.HasField("pending_workflow_task")
    return not bezig and nu.workflow_execution_info.history_length == run.gebeurtenissen


def _greep(client: Client, workflow: str, run: str) -> WorkflowHandle[Any, Any]:
    return client.get_workflow_handle(workflow, run_id=run)


def _builds(historie: WorkflowHistory) -> Iterator[str]:
    for gebeurtenis in historie.events:
        taak = gebeurtenis.workflow_task_completed_event_attributes
        if build := taak.deployment_version.build_id or taak.worker_version.build_id:
            yield build
