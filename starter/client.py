"""The typed way to the opgaven. A command carries its own id, so asking again after a broken line is harmless.

`Opgaven` does so until its patience runs out; whoever repeats a command later does so with the same id.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, NoReturn, Self, TypeVar

from temporalio.client import (
    Client,
    RPCTimeoutOrCancelledError,
    WithStartWorkflowOperation,
    WorkflowHandle,
    WorkflowQueryFailedError,
    WorkflowQueryRejectedError,
    WorkflowUpdateFailedError,
)
from temporalio.common import QueryRejectCondition, WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand
from domain.taal.leven import StartOpgave
from runtime.instellingen import Instellingen
from runtime.temporal import Onbereikbaar, verbind
from workflows.namen import OPGAVE_WORKFLOW, STAND, VOER_UIT, workflow_id

GEDULD = 15.0  # seconds a person waits for the answer to a command
LEESGEDULD = 5.0  # seconds before the register is asked instead
PER_POGING = 4.0  # what reaches a run just as it continues as new is lost, so ask again soon

_TIJDELIJK = ("UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED", "CANCELLED", "INTERNAL", "UNKNOWN")
T = TypeVar("T")
Terugval = Callable[[str], Stand | None]
Greep = WorkflowHandle[Any, Any]


class OnbekendeOpgave(Exception):
    """There is no opgave with this id."""

    def __init__(self, opgave: str) -> None:
        super().__init__(f"De opgave {opgave} is niet bekend. Kijk met 'opgave lijst' welke er zijn.")


class OpgaveGesloten(Exception):
    """The life of this opgave is over; nothing can be recorded any more."""

    def __init__(self, opgave: str) -> None:
        super().__init__(f"De opgave {opgave} is helemaal afgerond. Er kan niets meer bij; kijken kan altijd.")


class Opgaven:
    """All opgaven behind one Temporal server. It connects at the first question, once."""

    def __init__(
        self,
        verbinding: Callable[[], Awaitable[Client]],
        task_queue: str,
        *,
        terugval: Terugval = lambda _: None,
        meld: Callable[[str], None] = lambda _: None,
        geduld: float = GEDULD,
        leesgeduld: float = LEESGEDULD,
    ) -> None:
        """Make a gateway.

        Args:
            verbinding: makes the connection; raises `Onbereikbaar` when it can't.
            terugval: the state the register holds, for when no worker answers or the life is over.
            meld: hears it in Dutch when a state comes from the register although the life still runs.
            geduld: seconds to wait for the answer to a command, all tries together; `leesgeduld` for a state.
        """
        self._verbinding = verbinding
        self._client: Client | None = None
        self._task_queue = task_queue
        self._terugval = terugval
        self._meld = meld
        self._geduld = geduld
        self._leesgeduld = leesgeduld

    @classmethod
    def van(cls, instellingen: Instellingen, **overig: Any) -> Self:
        """The gateway these settings lead to; other arguments as for the class itself."""
        return cls(lambda: verbind(instellingen), instellingen.temporal.task_queue, **overig)

    @classmethod
    def met_client(cls, client: Client, task_queue: str, **overig: Any) -> Self:
        """A gateway over a connection that is there; other arguments as for the class itself."""
        return cls(lambda: asyncio.sleep(0, client), task_queue, **overig)

    async def start(self, begin: Begin, opdracht: Opdracht) -> Bewijs:
        """Begin a life with its first command. A life that exists gets the command and will say so itself."""
        client = await self._verbonden()

        async def vraag(rest: timedelta) -> Any:
            return await client.execute_update_with_start_workflow(
                VOER_UIT,
                opdracht,
                start_workflow_operation=self._beginnend(begin, opdracht),
                id=opdracht.id,
                result_type=Bewijs,
                rpc_timeout=rest,
            )

        return await self._antwoord(begin.opgave, opdracht, vraag)

    async def geef(self, opgave: str, opdracht: Opdracht) -> Bewijs:
        """Give a command and get its receipt; a repeat with the same id gets the same receipt.

        Raises:
            OnbekendeOpgave: there is none with this id.
            OpgaveGesloten: its life is over.
            Onbereikbaar: no answer in time. The command may still be carried out, so repeat it with the same id.
        """
        greep = await self._greep(opgave)

        def vraag(rest: timedelta) -> Awaitable[Any]:
            return greep.execute_update(VOER_UIT, opdracht, id=opdracht.id, result_type=Bewijs, rpc_timeout=rest)

        return await self._antwoord(opgave, opdracht, vraag)

    async def stand(self, opgave: str) -> Stand:
        """Where the opgave stands now, or as last recorded when the life is over or nobody answers.

        Raises:
            OnbekendeOpgave: neither the server nor the register knows it.
            Onbereikbaar: nobody answers, and the register does not know it either.
        """
        try:
            greep = await self._greep(opgave)
            return await _volhouden(self._leesgeduld, lambda rest: _vraag_stand(greep, rest))
        except WorkflowQueryRejectedError:
            if bewaard := self._terugval(opgave):
                return bewaard
            return await _volhouden(self._leesgeduld, lambda rest: _vraag_stand(greep, rest, ook_gesloten=True))
        except (Onbereikbaar, WorkflowQueryFailedError) as fout:
            bewaard = self._terugval(opgave)
            if bewaard is None:
                raise _onbereikbaar(fout) from None
            self._meld(
                f"Let op: er komt geen antwoord. Dit is de stand uit het register, tot en met feit {bewaard.seq}."
            )
            return bewaard
        except RPCError as fout:
            return self._terugval(opgave) or _weiger(opgave, fout)

    async def _antwoord(
        self, opgave: str, opdracht: Opdracht, vraag: Callable[[timedelta], Awaitable[Bewijs]]
    ) -> Bewijs:
        try:
            return await _volhouden(self._geduld, vraag)
        except (RPCError, WorkflowAlreadyStartedError) as fout:
            bewaard = self._terugval(opgave) if _is_over(fout) else None
            if bewaard is not None and opdracht.id in bewaard.bewijzen:
                return bewaard.bewijzen[opdracht.id]
            if bewaard is not None:
                raise OpgaveGesloten(opgave) from None
            _weiger(opgave, fout)

    async def _verbonden(self) -> Client:
        if self._client is None:
            self._client = await self._verbinding()
        return self._client

    async def _greep(self, opgave: str) -> Greep:
        return (await self._verbonden()).get_workflow_handle(workflow_id(opgave))

    def _beginnend(self, begin: Begin, opdracht: Opdracht) -> WithStartWorkflowOperation[Any, Any]:
        """A life that ended is not begun again under the same id: its history must stay the only one."""
        return WithStartWorkflowOperation(
            OPGAVE_WORKFLOW,
            begin,
            id=workflow_id(begin.opgave),
            task_queue=self._task_queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
            static_summary=_samenvatting(opdracht),
            static_details=f"De opgave **{begin.opgave}**, van initiatief tot en met de laatste les.",
        )


def _samenvatting(opdracht: Opdracht) -> str:
    inhoud = opdracht.inhoud
    return f"{inhoud.titel} ({inhoud.thema})"[:180] if isinstance(inhoud, StartOpgave) else "Opgave"


async def _vraag_stand(greep: Greep, rest: timedelta, ook_gesloten: bool = False) -> Any:
    grens = None if ook_gesloten else QueryRejectCondition.NOT_OPEN
    return await greep.query(STAND, result_type=Stand, reject_condition=grens, rpc_timeout=rest)


async def _volhouden(geduld: float, vraag: Callable[[timedelta], Awaitable[T]]) -> T:
    """Ask the same question until there is an answer or patience runs out."""
    einde, pauze = time.monotonic() + geduld, 0.1
    while (rest := einde - time.monotonic()) > 0:
        poging = min(rest, PER_POGING)
        try:
            async with asyncio.timeout(poging):
                return await vraag(timedelta(seconds=poging))
        except (TimeoutError, RPCTimeoutOrCancelledError):
            _niet_van_ons()
        except WorkflowUpdateFailedError as fout:
            if not _run_eindigde(fout):
                raise
        except RPCError as fout:
            if not _tijdelijk(fout):
                raise
        await asyncio.sleep(min(pauze, max(einde - time.monotonic(), 0)))
        pauze = min(pauze * 2, 2.0)
    raise Onbereikbaar(f"Er kwam binnen {geduld:.0f} seconden geen antwoord. Draait er een worker? (opgave worker)")


def _niet_van_ons() -> None:
    """The SDK turns a cancellation into its own error; one that came from outside must go on."""
    taak = asyncio.current_task()
    if taak is not None and taak.cancelling():
        raise asyncio.CancelledError


def _tijdelijk(fout: RPCError) -> bool:
    geen_worker = fout.status is RPCStatusCode.FAILED_PRECONDITION and "poller" in fout.message
    return fout.status.name in _TIJDELIJK or geen_worker


def _run_eindigde(fout: WorkflowUpdateFailedError) -> bool:
    """Between accepting and answering; the next run, if there is one, knows the command by its id."""
    soort = fout.cause.type if isinstance(fout.cause, ApplicationError) else ""
    return soort == "AcceptedUpdateCompletedWorkflow" or "completed" in str(fout.cause)


def _is_over(fout: Exception) -> bool:
    """No running life under this id; the test server and the real one say so in different ways."""
    return not isinstance(fout, RPCError) or fout.status.name in ("NOT_FOUND", "ALREADY_EXISTS")


def _weiger(opgave: str, fout: Exception) -> NoReturn:
    if not isinstance(fout, RPCError) or fout.status.name == "ALREADY_EXISTS" or "completed" in fout.message:
        raise OpgaveGesloten(opgave) from None
    if fout.status is RPCStatusCode.NOT_FOUND:
        raise OnbekendeOpgave(opgave) from None
    raise Onbereikbaar(f"De Temporal-server weigert het verzoek ({fout.status.name}).") from None


def _onbereikbaar(fout: Exception) -> Onbereikbaar:
    return fout if isinstance(fout, Onbereikbaar) else Onbereikbaar("De worker kan de stand niet geven; zie zijn log.")
