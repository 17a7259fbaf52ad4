"""Holding the past against itself: what was recorded, what a replay computes, what the fold computes, what is live."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHistory
from temporalio.worker import (
    ExecuteWorkflowInput,
    HandleUpdateInput,
    Interceptor,
    Replayer,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
)

from audit.lezen import Vouwing, vouw
from domain.feit import Bewijs, Feit
from domain.opdracht import Opdracht
from domain.stand import Stand
from runtime.temporal import maak_plugin
from workflows.opgave import OpgaveWorkflow

NASPEELTIJD = 60.0


@dataclass
class Film(Interceptor):
    """Catches what the update handlers return, by update id."""

    gezien: dict[str, Bewijs] = field(default_factory=dict)

    def workflow_interceptor_class(self, input: WorkflowInterceptorClassInput) -> type[WorkflowInboundInterceptor]:
        """Made anew for each use, because a class is all that Temporal takes."""
        gezien = self.gezien

        class Camera(WorkflowInboundInterceptor):
            async def handle_update_handler(self, input: HandleUpdateInput) -> Any:
                gezien[input.id] = await super().handle_update_handler(input)
                return gezien[input.id]

            async def execute_workflow(self, input: ExecuteWorkflowInput) -> Any:
                return await super().execute_workflow(input)

        return Camera


@dataclass
class Verleden:
    """The runs of one life, with everything that was written down in them."""

    runs: Sequence[WorkflowHistory]
    schil: type = OpgaveWorkflow

    @property
    def gebeurtenissen(self) -> list[HistoryEvent]:
        """All events of all runs."""
        return [g for run in self.runs for g in run.events]

    def vastgelegd(self) -> dict[str, Bewijs]:
        """The receipts that callers got, by update id, as they stand in the history."""
        afgerond = [g.workflow_execution_update_completed_event_attributes for g in self._met("update_completed")]
        return {a.meta.update_id: Bewijs.model_validate_json(a.outcome.success.payloads[0].data) for a in afgerond}

    def opdrachten(self) -> dict[str, Opdracht]:
        """The commands, by update id."""
        aangenomen = [g.workflow_execution_update_accepted_event_attributes for g in self._met("update_accepted")]
        verzoeken = [a.accepted_request for a in aangenomen]
        return {v.meta.update_id: Opdracht.model_validate_json(v.input.args.payloads[0].data) for v in verzoeken}

    def vouwing(self) -> Vouwing:
        """The fold, which does not know Temporal."""
        return vouw([run.to_json_dict() for run in self.runs])

    async def nagespeeld(self) -> tuple[dict[str, Bewijs], list[str]]:
        """What a replay with the production plugin computes, and what went wrong in it."""
        film, fouten = Film(), []
        speler = Replayer(workflows=[self.schil], plugins=[maak_plugin()], interceptors=[film])
        for nummer, run in enumerate(self.runs, start=1):
            spel = speler.replay_workflow(run, raise_on_replay_failure=False)
            uitkomst = await asyncio.wait_for(spel, NASPEELTIJD)
            if uitkomst.replay_failure:
                fouten.append(f"naspelen van run {nummer}: {uitkomst.replay_failure}"[:300])
        return film.gezien, fouten

    async def fouten(self, levend: Stand, register: Sequence[Feit] | None = None) -> list[str]:
        """Every contradiction; empty when replay, fold, receipts, live state and register are one."""
        gespeeld, fouten = await self.nagespeeld()
        vastgelegd, vouwing, opdrachten = self.vastgelegd(), self.vouwing(), self.opdrachten()
        fouten += [f"replay geeft een ander bewijs voor {k}" for k, b in vastgelegd.items() if gespeeld.get(k) != b]
        gevouwen = {k: vouwing.stand.bewijzen.get(o.id) for k, o in opdrachten.items()}
        fouten += [f"vouwing geeft een ander bewijs voor {k}" for k, b in vastgelegd.items() if gevouwen.get(k) != b]
        if vouwing.stand != levend:
            fouten.append(f"vouwing is bij {vouwing.stand.seq}, de levende stand bij {levend.seq}")
        if register is not None and list(register) != list(vouwing.feiten):
            fouten.append(f"register heeft {len(register)} feiten, de vouwing {len(vouwing.feiten)}, of andere")
        return fouten

    def _met(self, deel: str) -> list[HistoryEvent]:
        return [g for g in self.gebeurtenissen if deel in soort(g)]


def soort(gebeurtenis: HistoryEvent) -> str:
    """The kind of an event, such as `timer_fired`."""
    naam = gebeurtenis.WhichOneof("attributes") or ""
    return naam.removesuffix("_event_attributes").removeprefix("workflow_execution_")


SPREEKT = (
    *("activity_task_scheduled", "timer_started", "upsert", "workflow_properties_modified"),
    *("update_accepted", "update_completed", "completed", "continued_as_new"),
)


def samenvoegbaar(gebeurtenissen: Sequence[HistoryEvent]) -> tuple[int, int]:
    """Tasks without any command, and those that a cold worker may merge with the next one (see `workflows.opgave`)."""
    namen = [soort(g) for g in gebeurtenissen]
    kaal = mengt = 0
    sprak = False
    for i, naam in enumerate(namen):
        sprak |= naam.startswith(SPREEKT)
        if naam == "workflow_task_started" and namen[i + 1 : i + 2] == ["workflow_task_completed"]:
            daarna = namen[i + 2] if i + 2 < len(namen) else ""
            kaal += bool(daarna) and not daarna.startswith(SPREEKT)
            mengt += daarna == "workflow_task_scheduled" and not sprak
            sprak = False
    return kaal, mengt
