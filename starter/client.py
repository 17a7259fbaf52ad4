"""The typed way to the opgaven. A command carries its own id, so asking again after a broken line is harmless.

`Opgaven` does so until its patience runs out; whoever repeats a command later does so with the same id.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Self

from temporalio.client import Client, WorkflowHandle, WorkflowQueryFailedError, WorkflowQueryRejectedError
from temporalio.common import QueryRejectCondition
from temporalio.service import RPCError

from activities import toegang
from activities.toegang import OnbekendeOpgave as OnbekendeOpgave
from activities.toegang import OpgaveGesloten as OpgaveGesloten
from activities.toegang import Terugval
from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand
from runtime.instellingen import Instellingen
from runtime.temporal import Onbereikbaar, verbind
from workflows.namen import STAND, workflow_id

GEDULD = 15.0  # seconds a person waits for the answer to a command
LEESGEDULD = 5.0  # seconds before the register is asked instead

Greep = WorkflowHandle[Any, Any]


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
        return await self._geef(begin.opgave, opdracht, begin)

    async def geef(self, opgave: str, opdracht: Opdracht) -> Bewijs:
        """Give a command and get its receipt; a repeat with the same id gets the same receipt.

        Raises:
            OnbekendeOpgave: there is none with this id.
            OpgaveGesloten: its life is over.
            Onbereikbaar: no answer in time. The command may still be carried out, so repeat it with the same id.
        """
        return await self._geef(opgave, opdracht)

    async def _geef(self, opgave: str, opdracht: Opdracht, begin: Begin | None = None) -> Bewijs:
        return await toegang.geef(
            await self._verbonden(),
            self._task_queue,
            opgave,
            opdracht,
            begin=begin,
            geduld=self._geduld,
            terugval=self._terugval,
        )

    async def stand(self, opgave: str) -> Stand:
        """Where the opgave stands now, or as last recorded when the life is over or nobody answers.

        Raises:
            OnbekendeOpgave: neither the server nor the register knows it.
            Onbereikbaar: nobody answers, and the register does not know it either.
        """
        try:
            greep = await self._greep(opgave)
            return await toegang.volhouden(self._leesgeduld, lambda rest: _vraag_stand(greep, rest))
        except WorkflowQueryRejectedError:
            if bewaard := self._terugval(opgave):
                return bewaard
            return await toegang.volhouden(self._leesgeduld, lambda rest: _vraag_stand(greep, rest, ook_gesloten=True))
        except (Onbereikbaar, WorkflowQueryFailedError) as fout:
            bewaard = self._terugval(opgave)
            if bewaard is None:
                raise _onbereikbaar(fout) from None
            self._meld(
                f"Let op: er komt geen antwoord. Dit is de stand uit het register, tot en met feit {bewaard.seq}."
            )
            return bewaard
        except RPCError as fout:
            return self._terugval(opgave) or toegang.weiger(opgave, fout)

    async def _verbonden(self) -> Client:
        if self._client is None:
            self._client = await self._verbinding()
        return self._client

    async def _greep(self, opgave: str) -> Greep:
        return (await self._verbonden()).get_workflow_handle(workflow_id(opgave))


async def _vraag_stand(greep: Greep, rest: timedelta, ook_gesloten: bool = False) -> Any:
    grens = None if ook_gesloten else QueryRejectCondition.NOT_OPEN
    return await greep.query(STAND, result_type=Stand, reject_condition=grens, rpc_timeout=rest)


def _onbereikbaar(fout: Exception) -> Onbereikbaar:
    return fout if isinstance(fout, Onbereikbaar) else Onbereikbaar("De worker kan de stand niet geven; zie zijn log.")
