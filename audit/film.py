"""Replay exported histories with Temporal's own Replayer and the plugin of production, and keep each frame.

The second reader of the past: the shell itself, where `audit.lezen` is the first. A frame costs a reference, because a
state is never changed. The Replayer can wait for ever on a history that never gets to a workflow task, and can't be
cancelled; so it runs in a thread of its own that is left behind when patience is over.
"""

import asyncio
import logging
import re
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from temporalio.client import WorkflowHistory
from temporalio.runtime import LoggingConfig, Runtime, TelemetryConfig
from temporalio.worker import Replayer
from temporalio.workflow import NondeterminismError

from audit.beeld import Beeld
from audit.bevinding import Bevinding
from audit.gebeurtenis import Geschiedenis
from audit.opname import Opnamerunner
from domain.feit import Bewijs
from domain.stand import Stand
from runtime.temporal import maak_plugin
from workflows.agenda import RegionaleAgendaWorkflow
from workflows.opgave import OpgaveWorkflow

SCHILLEN: tuple[type, ...] = (OpgaveWorkflow, RegionaleAgendaWorkflow)
T = TypeVar("T")

GEDULD = 10.0
"""Seconds that any history may take, however short."""
TEMPO = 50
"""Events per second below which a replay is given up; a slow machine does twenty times as many."""
VOORVOEGSEL = "EVENT_TYPE_"
TAAKEINDE = {f"WORKFLOW_TASK_{einde}" for einde in ("COMPLETED", "FAILED", "TIMED_OUT")}
BUITEN_VOLGORDE = "de gebeurtenissen staan niet op volgorde, of er ontbreken er"


@dataclass
class Film:
    """Every frame of a replay, run after run, with the receipts by update id, and what went wrong."""

    beelden: tuple[Beeld, ...] = ()
    bewijzen: dict[str, Bewijs] = field(default_factory=dict)
    bevindingen: tuple[Bevinding, ...] = ()


@dataclass
class _Rol:
    """What is being recorded. `taken` gives the event that completed a task by the one that started it."""

    run: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    beelden: list[Beeld] = field(default_factory=list)
    bewijzen: dict[str, Bewijs] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)

    def zie(self, gestart: int, tijd: datetime, stand: Stand) -> None:
        if klaar := self.taken.get(gestart):
            self.beelden.append(Beeld(self.run, klaar, tijd, stand))

    def hoor(self, update: str, bewijs: Bewijs) -> None:
        self.bewijzen[update] = bewijs

    def mislukt(self, run: int, reden: str) -> None:
        zin = f"Run {run} is niet na te spelen: {reden}."
        self.bevindingen.append(Bevinding(code="naspelen_mislukt", waar=f"run {run}", zin=zin))


async def film(
    geschiedenissen: Sequence[Geschiedenis], *, schillen: Sequence[type] = SCHILLEN, geduld: float = GEDULD
) -> Film:
    """Replay the runs of one opgave, in order. Never raises: what can't be replayed is a finding.

    Args:
        geschiedenissen: the exported histories (parsed JSON), the first run first.
        schillen: the workflows to replay with; the history says which of them it is.
        geduld: seconds to wait, apart from the time that the number of events asks for.
    """
    rol = _Rol()
    maximum = geduld + sum(len(_gebeurtenissen(g)) for g in geschiedenissen) / TEMPO
    try:
        await asyncio.wait_for(asyncio.wrap_future(_apart(lambda: _neem_op(rol, geschiedenissen, schillen))), maximum)
    except TimeoutError:
        for run in range(max(rol.run, 1), len(geschiedenissen) + 1):
            rol.mislukt(run, f"na {maximum:.0f} seconden was het niet klaar")
    return Film(tuple(rol.beelden), dict(rol.bewijzen), tuple(rol.bevindingen))


def _apart(werk: Callable[[], Coroutine[Any, Any, T]]) -> "Future[T]":
    """Run in a thread with an event loop of its own, which nobody has to wait for."""
    uitkomst: Future[T] = Future()

    def draai() -> None:
        try:
            klaar = asyncio.run(werk())
        except BaseException as fout:
            if not uitkomst.cancelled():
                uitkomst.set_exception(fout)
        else:
            if not uitkomst.cancelled():
                uitkomst.set_result(klaar)

    threading.Thread(target=draai, name="naspelen", daemon=True).start()
    return uitkomst


async def _neem_op(rol: _Rol, geschiedenissen: Sequence[Geschiedenis], schillen: Sequence[type]) -> None:
    plugin = maak_plugin(lambda runner: Opnamerunner(runner, rol.zie, rol.hoor))
    speler = Replayer(workflows=list(schillen), plugins=[plugin], runtime=_stil())
    try:
        async with speler.workflow_replay_iterator(_leg_in(rol, geschiedenissen)) as uitkomsten:
            async for uitkomst in uitkomsten:
                if uitkomst.replay_failure is not None:
                    rol.mislukt(rol.run, _reden(uitkomst.replay_failure))
    except Exception as fout:  # the bridge to Temporal raises what it likes
        rol.mislukt(rol.run, _reden(fout))


@lru_cache(maxsize=1)
def _stil() -> Runtime:
    """Temporal without its own log: what goes wrong becomes a finding."""
    logging.getLogger("temporalio").addHandler(logging.NullHandler())
    return Runtime(telemetry=TelemetryConfig(logging=LoggingConfig(filter="off")))


async def _leg_in(rol: _Rol, geschiedenissen: Sequence[Geschiedenis]) -> AsyncIterator[WorkflowHistory]:
    """The histories that can be read, each when the one before it is done."""
    for rol.run, geschiedenis in enumerate(geschiedenissen, start=1):
        gebeurtenissen = _gebeurtenissen(geschiedenis)
        if bezwaar := _bezwaar(gebeurtenissen):
            rol.mislukt(rol.run, bezwaar)
            continue
        try:
            rol.taken = dict(_taak(g) for g in gebeurtenissen if "workflowTaskCompletedEventAttributes" in g)
            historie = WorkflowHistory.from_json(f"run-{rol.run}", geschiedenis)
        except Exception:  # json_format raises what it likes on a stranger's file
            rol.mislukt(rol.run, "dit is geen geschiedenis zoals Temporal die schrijft")
            continue
        if rol.taken:  # without a completed task there is nothing to replay, and the Replayer would wait for ever
            yield historie


def _gebeurtenissen(geschiedenis: Geschiedenis) -> Sequence[Any]:
    events = geschiedenis.get("events") if isinstance(geschiedenis, dict) else None
    return events if isinstance(events, list) else ()


def _bezwaar(gebeurtenissen: Sequence[Any]) -> str:
    """Why Temporal's core would break down on a history instead of refusing it; empty when it would not."""
    if not all(isinstance(g, dict) for g in gebeurtenissen):
        return "dit is geen geschiedenis zoals Temporal die schrijft"
    start = gebeurtenissen[0].get("workflowExecutionStartedEventAttributes") if gebeurtenissen else None
    if not isinstance(start, dict) or not start.get("originalExecutionRunId"):
        return "zij begint niet met het begin van een run"
    nummers = [str(g.get("eventId")) for g in gebeurtenissen]
    soorten = [str(g.get("eventType")).removeprefix(VOORVOEGSEL) for g in gebeurtenissen]
    na_start = {daarna for soort, daarna in pairwise(soorten) if soort == "WORKFLOW_TASK_STARTED"}
    if nummers != [str(nr) for nr in range(1, len(nummers) + 1)] or not na_start <= TAAKEINDE:
        return BUITEN_VOLGORDE
    return ""


def _taak(gebeurtenis: dict[str, Any]) -> tuple[int, int]:
    """Of a completed task: the event that started it (the one before, when a test server does not say), and its own."""
    klaar = int(gebeurtenis["eventId"])
    return int(gebeurtenis["workflowTaskCompletedEventAttributes"].get("startedEventId", klaar - 1)), klaar


def _reden(fout: BaseException) -> str:
    """In plain Dutch, with what Temporal said when that may help."""
    if isinstance(fout, NondeterminismError):
        return f"de stappen erin volgen niet uit de opdrachten ({_kort(fout)})"
    if "out of order" in str(fout).lower():
        return BUITEN_VOLGORDE
    if "Encoded failure" in str(fout):
        return "het programma loopt erop vast"
    return f"{type(fout).__name__}, {_kort(fout)}"


def _kort(fout: BaseException) -> str:
    """What Temporal said, without the wrapping."""
    tekst = " ".join(str(fout).split())
    gezegd = re.search(r'message: "((?:[^"\\]|\\.)*)"', tekst)
    return (gezegd[1] if gezegd else tekst)[:200]
