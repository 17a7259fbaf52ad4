"""Replay an exported history with Temporal's own Replayer and the very plugin that production runs with."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from runtime.temporal import maak_plugin
from workflows.opgave import OpgaveWorkflow

GEDULD = 60.0
"""Seconds per run: the Replayer waits for ever on a history of a single event."""


async def speel(geschiedenissen: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Replay every run; gives a Dutch finding for each run that does not replay, so nothing when all is well."""
    speler = Replayer(workflows=[OpgaveWorkflow], plugins=[maak_plugin()])
    return tuple([b for nr, g in enumerate(geschiedenissen, start=1) for b in await _speel_run(speler, nr, g)])


async def _speel_run(speler: Replayer, nummer: int, geschiedenis: dict[str, Any]) -> list[str]:
    if len(geschiedenis.get("events", [])) < 3:
        return [f"Run {nummer} is te kort om na te spelen."]
    try:
        historie = WorkflowHistory.from_json(f"run-{nummer}", json.dumps(geschiedenis))
        uitkomst = await asyncio.wait_for(speler.replay_workflow(historie, raise_on_replay_failure=False), GEDULD)
    except TimeoutError:
        return [f"Run {nummer} laat zich niet binnen {GEDULD:.0f} seconden naspelen."]
    except (ValueError, RuntimeError) as fout:
        return [f"Run {nummer} is niet na te spelen: {type(fout).__name__}."]
    if uitkomst.replay_failure is None:
        return []
    return [f"Run {nummer} speelt niet gelijk na: {type(uitkomst.replay_failure).__name__}."]
