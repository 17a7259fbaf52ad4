"""The history of every run of one opgave, fetched from Temporal as it was recorded."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from temporalio.api.enums.v1 import EventType
from temporalio.client import Client, WorkflowExecutionDescription, WorkflowHandle, WorkflowHistory
from temporalio.service import RPCError, RPCStatusCode

from archief.draad import in_draad
from archief.formaat import Runeinde

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
    ruw: bytes | None = None
    """The bytes as they lay in an earlier pack, when the server no longer knows this run."""

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

    @property
    def volgende(self) -> str:
        """The id of the run in which this one was continued; empty when it was not."""
        verder = self.historie.events[-1].workflow_execution_continued_as_new_event_attributes
        return str(verder.new_execution_run_id)

    def als_json(self) -> bytes:
        """The bytes of the history as they lie in a pack; of a run from an earlier pack the same as there."""
        if self.ruw is not None:
            return self.ruw
        return (json.dumps(self.historie.to_json_dict(), ensure_ascii=False, separators=(",", ":")) + "\n").encode()


class Oudere(Protocol):
    """Histories that were kept elsewhere, for runs that the server no longer knows."""

    def eerste(self) -> str | None:
        """The id of the first run of this opgave; None when it is not known here either."""
        ...

    def geschiedenis(self, run_id: str) -> bytes | None:
        """The history of a run that had ended, as it lies in a pack; None when there is none."""
        ...


class RunVerdwenen(Exception):
    """A run that belongs in the pack is nowhere to be had; the text says which, in Dutch."""


async def haal_runs(client: Client, workflow: str, ouder: Oudere | None = None) -> tuple[Rungeschiedenis, ...]:
    """Every run of this workflow, from the first on along the links between them.

    Args:
        ouder: where the histories are of runs that the server no longer knows.

    Raises:
        RunVerdwenen: a run is nowhere any more, the server never knew this workflow, or it was reset.
        temporalio.service.RPCError: the server can't be asked.
    """
    laatste = await _haal(client, workflow, None)
    run, runs = await _eerste(workflow, laatste, ouder), list[Rungeschiedenis]()
    while run:
        al_hier = laatste if laatste and run == laatste.run_id else None
        runs.append(al_hier or await _haal(client, workflow, run) or await _uit_pak(workflow, run, ouder))
        run = runs[-1].volgende
    if laatste and laatste.run_id not in (een.run_id for een in runs):
        raise RunVerdwenen(f"Run {laatste.run_id} van {workflow} volgt niet op de runs ervoor: er is een reset gedaan.")
    return tuple(runs)


async def _haal(client: Client, workflow: str, run: str | None) -> Rungeschiedenis | None:
    """A run as the server has it, or the newest; None when the server does not know it (any more)."""
    try:
        historie = await client.get_workflow_handle(workflow, run_id=run).fetch_history()
    except RPCError as fout:
        if fout.status != RPCStatusCode.NOT_FOUND:
            raise
        return None
    return Rungeschiedenis(run or historie.run_id, historie)


async def _eerste(workflow: str, laatste: Rungeschiedenis | None, ouder: Oudere | None) -> str:
    """The run in which it all began, as each run says; the register may have learned of runs only later on."""
    if laatste is None:
        eerste = await in_draad(ouder.eerste) if ouder else None
        if eerste is None:
            raise RunVerdwenen(f"De Temporal-server kent {workflow} niet, en in het archief ligt er ook niets van.")
        laatste = await _uit_pak(workflow, eerste, ouder)
    begin = laatste.historie.events[0].workflow_execution_started_event_attributes
    return begin.first_execution_run_id or laatste.run_id


async def _uit_pak(workflow: str, run: str, ouder: Oudere | None) -> Rungeschiedenis:
    ruw = await in_draad(ouder.geschiedenis, run) if ouder else None
    if ruw is None:
        raise RunVerdwenen(
            f"De Temporal-server kent run {run} van {workflow} niet meer, en in het archief ligt die ook niet."
        )
    return Rungeschiedenis(run, WorkflowHistory.from_json(workflow, ruw.decode()), ruw)


async def is_bezig(client: Client, workflow: str) -> bool:
    """Whether something is pending in the newest run; not when the server no longer knows it."""
    try:
        return _is_bezig(await client.get_workflow_handle(workflow).describe())
    except RPCError as fout:
        if fout.status != RPCStatusCode.NOT_FOUND:
            raise
        return False


async def in_rust(client: Client, workflow: str, run: Rungeschiedenis) -> bool:
    """Whether nothing is pending, and not a single event was added since this history was fetched.

    A run that the server no longer knows rests for good.
    """
    if run.ruw is not None:
        return run.einde != "loopt"
    nu = await _greep(client, workflow, run.run_id).describe()
    return not _is_bezig(nu) and nu.raw_description.workflow_execution_info.history_length == run.gebeurtenissen


def _is_bezig(beschrijving: WorkflowExecutionDescription) -> bool:
    nu = beschrijving.raw_description
    return bool(nu.pending_activities) or nu.HasField("pending_workflow_task")


def _greep(client: Client, workflow: str, run: str) -> WorkflowHandle[Any, Any]:
    return client.get_workflow_handle(workflow, run_id=run)


def _builds(historie: WorkflowHistory) -> Iterator[str]:
    for gebeurtenis in historie.events:
        taak = gebeurtenis.workflow_task_completed_event_attributes
        if build := taak.deployment_version.build_id or taak.worker_version.build_id:
            yield build
