"""A messenger as a process of its own, to be killed in the middle of a round: `bodeproces.py`, with a worker's settings.

The new opgave answers that it has begun, and this process never gets to write that down.
"""

import asyncio
import threading

from activities.bode import Bode
from domain.feit import Bewijs
from register.overbrengrij import EERSTE, Overbrenging
from register.verbinding import open_register
from runtime.instellingen import Instellingen
from runtime.temporal import verbind


class HalveBode(Bode):
    """Prints the key of the row that began a life, and stands still before that row is closed."""

    def _aangekomen(self, rij: Overbrenging, bewijs: Bewijs) -> None:
        if rij.soort != EERSTE:
            return super()._aangekomen(rij, bewijs)
        print(rij.sleutel, flush=True)
        threading.Event().wait()
        return None


async def hoofd() -> None:
    """Run one round, until killed."""
    instellingen = Instellingen()
    client = await verbind(instellingen)
    register = open_register(instellingen.database_verbinding)
    await HalveBode(register, lambda: client, instellingen.temporal.task_queue).ronde()


if __name__ == "__main__":
    asyncio.run(hoofd())
