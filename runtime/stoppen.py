"""Stopping in two steps: the first signal asks, the second one insists."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

SIGNALEN = (signal.SIGINT, signal.SIGTERM)


@asynccontextmanager
async def tot_signaal() -> AsyncIterator[asyncio.Event]:
    """Give an event that is set at the first Ctrl-C or SIGTERM.

    From then on the signals do again what they did before, so that an impatient second one really stops the process.
    """
    stop = asyncio.Event()
    lus = asyncio.get_running_loop()
    vorige = {nummer: signal.getsignal(nummer) for nummer in SIGNALEN}

    def geef_terug() -> None:
        for nummer, oud in vorige.items():
            lus.remove_signal_handler(nummer)
            signal.signal(nummer, oud)

    def bij_eerste() -> None:
        geef_terug()
        stop.set()

    for nummer in SIGNALEN:
        lus.add_signal_handler(nummer, bij_eerste)
    try:
        yield stop
    finally:
        if not stop.is_set():
            geef_terug()
