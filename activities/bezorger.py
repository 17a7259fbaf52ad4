"""What leaves the house by the clock instead of by a fact: gathered reminders, mail that had to wait, events.

One activity looks for it in rounds, for a day on end. Every round is told to the server, so that a worker that died is
noticed and another goes on; a worker that stops is not held up.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

from temporalio import activity

from activities.namen import BEZORG_RONDEN
from runtime.logboek import activiteitlog

Ronde = Callable[[], Awaitable[None]]

TUSSENPOOS = 5.0
"""Seconds between two rounds."""
RONDE_HOOGSTENS = 50.0
"""Seconds one round may take: it is told to the server only when it is over."""
DUUR = 24 * 3600.0
"""Seconds one attempt lasts at most; the workflow then asks for the next."""


class Bezorger:
    """Runs the rounds one after another, again and again."""

    def __init__(self, *rondes: Ronde, tussenpoos: float = TUSSENPOOS, duur: float = DUUR) -> None:
        """Run these rounds, with a pause of `tussenpoos` seconds, for `duur` seconds at most."""
        self._rondes: Sequence[Ronde] = rondes
        self._tussenpoos = tussenpoos
        self._duur = duur

    @activity.defn(name=BEZORG_RONDEN)
    async def bezorg_ronden(self) -> None:
        """Ends when its day is over or when this worker stops; trouble in one round never ends it.

        A round under way is finished: cutting it off could send a mail twice.
        """
        einde = time.monotonic() + self._duur
        stopt = asyncio.create_task(activity.wait_for_worker_shutdown())
        try:
            while not stopt.done() and time.monotonic() < einde:
                for ronde in self._rondes:
                    if not stopt.done():
                        activity.heartbeat()
                        await _doe(ronde)
                await asyncio.wait((stopt,), timeout=self._tussenpoos)
        finally:
            stopt.cancel()


async def _doe(ronde: Ronde) -> None:
    """One round. What goes wrong in it is for the next one; the log names the kind of trouble and nothing else."""
    try:
        async with asyncio.timeout(RONDE_HOOGSTENS):
            await ronde()
    except Exception as fout:
        activiteitlog().warning("ronde mislukt", fout=type(fout).__name__)
