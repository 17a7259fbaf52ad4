"""Holding the past against itself: what was recorded, what a replay computes, what the fold computes, what is live."""

from collections.abc import Sequence
from dataclasses import dataclass

from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHistory

from audit.eens import oneens
from audit.film import SCHILLEN, film
from audit.lezen import Vouwing, vouw
from domain.feit import Bewijs, Feit
from domain.opdracht import Opdracht
from domain.stand import Stand


@dataclass
class Verleden:
    """The runs of one life, with everything that was written down in them."""

    runs: Sequence[WorkflowHistory]
    schillen: Sequence[type] = SCHILLEN

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
        gefilmd = await film([run.to_json_dict() for run in self.runs], schillen=self.schillen)
        return gefilmd.bewijzen, [b.zin for b in gefilmd.bevindingen]

    async def fouten(self, levend: Stand, register: Sequence[Feit] | None = None) -> list[str]:
        """Every contradiction; empty when replay, fold, receipts, live state and register are one."""
        vastgelegd, vouwing, opdrachten = self.vastgelegd(), self.vouwing(), self.opdrachten()
        gefilmd = await film([run.to_json_dict() for run in self.runs], schillen=self.schillen)
        gespeeld, fouten = gefilmd.bewijzen, [b.zin for b in (*gefilmd.bevindingen, *vouwing.bevindingen)]
        fouten += [b.zin for b in oneens(vouwing, gefilmd)]
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
    """Tasks without any command, and those that a cold worker may merge with the next one (see `workflows.schil`)."""
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
