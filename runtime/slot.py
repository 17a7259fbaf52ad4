"""One embedded server per data folder: two on the same file would destroy it."""

import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from runtime.herhaal import herhaal_tot
from runtime.programma import ServerFout


@asynccontextmanager
async def slot(pad: Path, geduld: float = 3.0) -> AsyncIterator[int]:
    """Hold the lock file; the descriptor is for the child, so that the lock lasts as long as the child does.

    A short wait covers the moment in which the previous server is still going down.
    """
    greep = os.open(pad, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        await _wacht_op(greep, pad, geduld)
        yield greep
    finally:
        os.close(greep)


async def _wacht_op(greep: int, pad: Path, geduld: float) -> None:
    """Apart from the block above, so that a timeout in the caller's own work is not taken for ours."""
    try:
        await herhaal_tot(lambda: _neem(greep), geduld)
    except TimeoutError:
        raise ServerFout(f"De map {pad.parent} is al in gebruik door een andere opgavenmotor.") from None


async def _neem(greep: int) -> bool:
    try:
        fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
