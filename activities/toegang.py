"""Giving one command to one life, from wherever: a person's command, or what one life has to say to another.

A command carries its own id, so asking again after a broken line is harmless.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, NoReturn, TypeVar

from temporalio.client import (
    Client,
    RPCTimeoutOrCancelledError,
    WithStartWorkflowOperation,
    WorkflowUpdateFailedError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from domain.basis import is_agenda
from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand
from domain.taal.agenda import StartAgenda
from domain.taal.leven import StartOpgave
from runtime.temporal import Onbereikbaar
from workflows.namen import VOER_UIT, soort_van, workflow_id

PER_POGING = 4.0  # what reaches a run just as it continues as new is lost, so ask again soon

_TIJDELIJK = ("UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED", "CANCELLED", "INTERNAL", "UNKNOWN")
T = TypeVar("T")
Terugval = Callable[[str], Stand | None]


class OnbekendeOpgave(Exception):
    """There is no opgave, or no agenda, with this id."""

    def __init__(self, opgave: str) -> None:
        wat, lijst = ("agenda", "opgave agenda lijst") if is_agenda(opgave) else ("opgave", "opgave lijst")
        super().__init__(f"De {wat} {opgave} is niet bekend. Kijk met '{lijst}' welke er zijn.")


class OpgaveGesloten(Exception):
    """The life of this opgave is over; nothing can be recorded any more."""

    def __init__(self, opgave: str) -> None:
        wat = "agenda" if is_agenda(opgave) else "opgave"
        super().__init__(f"De {wat} {opgave} is helemaal afgerond. Er kan niets meer bij; kijken kan altijd.")


async def geef(
    client: Client,
    task_queue: str,
    opgave: str,
    opdracht: Opdracht,
    *,
    begin: Begin | None = None,
    geduld: float,
    terugval: Terugval = lambda _: None,
) -> Bewijs:
    """Give a command and get its receipt; a repeat with the same id gets the same receipt.

    Args:
        begin: what the life starts from, when it may not be there yet; one that exists gets the command and will say
            so itself.
        geduld: seconds to wait for the answer, all tries together.
        terugval: the state the register holds, for when the life is over.

    Raises:
        OnbekendeOpgave: there is none with this id.
        OpgaveGesloten: its life is over.
        Onbereikbaar: no answer in time. The command may still be carried out, so repeat it with the same id.
    """
    greep = client.get_workflow_handle(workflow_id(opgave))

    async def vraag(rest: timedelta) -> Any:
        if begin is None:
            return await greep.execute_update(VOER_UIT, opdracht, id=opdracht.id, result_type=Bewijs, rpc_timeout=rest)
        return await client.execute_update_with_start_workflow(
            VOER_UIT,
            opdracht,
            start_workflow_operation=_beginnend(task_queue, begin, opdracht),
            id=opdracht.id,
            result_type=Bewijs,
            rpc_timeout=rest,
        )

    return await _antwoord(opgave, opdracht, vraag, geduld, terugval)


async def _antwoord(
    opgave: str,
    opdracht: Opdracht,
    vraag: Callable[[timedelta], Awaitable[Bewijs]],
    geduld: float,
    terugval: Terugval,
) -> Bewijs:
    try:
        return await volhouden(geduld, vraag)
    except (RPCError, WorkflowAlreadyStartedError) as fout:
        bewaard = terugval(opgave) if _is_over(fout) else None
        if bewaard is not None and opdracht.id in bewaard.bewijzen:
            return bewaard.bewijzen[opdracht.id]
        if bewaard is not None:
            raise OpgaveGesloten(opgave) from None
        weiger(opgave, fout)


def _beginnend(task_queue: str, begin: Begin, opdracht: Opdracht) -> WithStartWorkflowOperation[Any, Any]:
    """A life that ended is not begun again under the same id: its history must stay the only one."""
    return WithStartWorkflowOperation(
        soort_van(begin.opgave),
        begin,
        id=workflow_id(begin.opgave),
        task_queue=task_queue,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
        static_summary=_samenvatting(opdracht),
        static_details=_toelichting(begin.opgave),
    )


def _samenvatting(opdracht: Opdracht) -> str:
    inhoud = opdracht.inhoud
    if isinstance(inhoud, StartAgenda):
        return f"{inhoud.titel} ({inhoud.gebied})"[:180]
    return f"{inhoud.titel} ({inhoud.thema})"[:180] if isinstance(inhoud, StartOpgave) else "Opgave"


def _toelichting(id_: str) -> str:
    if is_agenda(id_):
        return f"De regionale agenda **{id_}**, haar hele periode lang."
    return f"De opgave **{id_}**, van initiatief tot en met de laatste les."


async def volhouden(geduld: float, vraag: Callable[[timedelta], Awaitable[T]]) -> T:
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


def weiger(opgave: str, fout: Exception) -> NoReturn:
    if not isinstance(fout, RPCError) or fout.status.name == "ALREADY_EXISTS" or "completed" in fout.message:
        raise OpgaveGesloten(opgave) from None
    if fout.status is RPCStatusCode.NOT_FOUND:
        raise OnbekendeOpgave(opgave) from None
    raise Onbereikbaar(f"De Temporal-server weigert het verzoek ({fout.status.name}).") from None
