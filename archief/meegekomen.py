"""What a history holds that no fact tells. While geheimhouding rests such a history can't lie open.

A command that comes again under an id that was used does nothing and leaves no fact, but its text stands in the history
as a whole. So does the text of a command that the register doesn't know yet, and whatever somebody sends to a workflow
with another program.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from temporalio.api.history.v1 import HistoryEvent

from archief.geschiedenis import Rungeschiedenis
from workflows.namen import VOER_UIT

OPLEGGING = "LegGeheimhoudingOp"
_EINDE = "_event_attributes"
_OPDRACHT = "workflow_execution_update_accepted"
_EIGEN = frozenset(
    {
        *("workflow_execution_started", "workflow_execution_completed", "workflow_execution_continued_as_new"),
        *("workflow_task_scheduled", "workflow_task_started", "workflow_task_completed", "workflow_task_timed_out"),
        *("workflow_task_failed", "activity_task_scheduled", "activity_task_started", "activity_task_completed"),
        *("activity_task_failed", "activity_task_timed_out", "timer_started", "timer_fired", "marker_recorded"),
        *("upsert_workflow_search_attributes", "workflow_properties_modified", "workflow_execution_update_completed"),
    }
)
"""Events with nothing in them but what the shell made of facts; all others are strange here."""


@dataclass(frozen=True)
class Meegekomen:
    """`herhaald`: commands (ids) that came again with another text; `nieuw`: those that the register doesn't know.

    `oplegging`: one of the new ones asks for geheimhouding. `vreemd`: something came in that is no command of ours.
    """

    herhaald: frozenset[str]
    nieuw: frozenset[str]
    oplegging: bool
    vreemd: bool

    @property
    def sluit(self) -> bool:
        """Whether there is anything in the history that no fact tells."""
        return bool(self.herhaald or self.nieuw) or self.vreemd


def meegekomen(runs: Sequence[Rungeschiedenis], bekend: Collection[str]) -> Meegekomen:
    """Look through the histories of one opgave.

    Args:
        runs: all runs, in order.
        bekend: the ids of the commands whose facts the register has.
    """
    eerste, herhaald, nieuw = dict[str, bytes](), set[str](), set[str]()
    oplegging = vreemd = False
    for ruw in _opdrachten(runs):
        id_, soort = _lees(ruw)
        vreemd |= not id_
        if eerste.setdefault(id_, ruw) != ruw:
            herhaald.add(id_)
        if id_ and id_ not in bekend:
            nieuw.add(id_)
            oplegging |= soort == OPLEGGING
    return Meegekomen(frozenset(herhaald), frozenset(nieuw), oplegging, vreemd)


def _opdrachten(runs: Sequence[Rungeschiedenis]) -> Iterator[bytes]:
    """The bytes of every command; empty ones for each event that is none of ours."""
    for run in runs:
        for gebeurtenis in run.historie.events:
            soort = (gebeurtenis.WhichOneof("attributes") or "").removesuffix(_EINDE)
            if soort == _OPDRACHT:
                yield _inhoud(gebeurtenis)
            elif soort and soort not in _EIGEN:
                yield b""


def _inhoud(gebeurtenis: HistoryEvent) -> bytes:
    invoer = gebeurtenis.workflow_execution_update_accepted_event_attributes.accepted_request.input
    delen = [deel.data for deel in invoer.args.payloads]
    return bytes(delen[0]) if invoer.name == VOER_UIT and len(delen) == 1 else b""


def _lees(ruw: bytes) -> tuple[str, str]:
    """The id and the kind of a command; empty for what is none."""
    try:
        gelezen: Any = json.loads(ruw)
        return str(gelezen["id"]), str(gelezen["inhoud"]["soort"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return "", ""
