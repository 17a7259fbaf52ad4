"""Processes that are killed without warning and started again, as a supervisor would."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

WORTEL = Path(__file__).parents[2]


@dataclass
class Proces:
    """One program in a process group of its own; whatever ends it, `houd_in_leven` starts it again."""

    naam: str
    opdracht: Sequence[str]
    omgeving: Mapping[str, str]
    logboek: Path
    gestart: int = 0
    gedood: int = 0
    _kind: asyncio.subprocess.Process | None = None
    _mag: asyncio.Event = field(default_factory=asyncio.Event)

    async def houd_in_leven(self) -> None:
        """Start it, wait for its end, start it again; a program that can't start yet is tried again soon."""
        self._mag.set()
        while True:
            await self._mag.wait()
            with self.logboek.open("ab") as uitvoer:
                self._kind = await asyncio.create_subprocess_exec(
                    *self.opdracht,
                    env={**os.environ, **self.omgeving},
                    cwd=WORTEL,
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=uitvoer,
                    stderr=uitvoer,
                    start_new_session=True,
                )
            self.gestart += 1
            await self._kind.wait()
            await asyncio.sleep(0.1)

    async def dood(self) -> None:
        """SIGKILL for the whole group; it stays down until `mag_weer`. Children in groups of their own die with it."""
        self._mag.clear()
        if self._kind is not None and self._kind.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self._kind.pid, signal.SIGKILL)
            self.gedood += 1
            await self._kind.wait()

    def mag_weer(self) -> None:
        """Let it come back."""
        self._mag.set()


def python(*argumenten: str) -> tuple[str, ...]:
    """A command line for our own Python."""
    return (sys.executable, *argumenten)


@asynccontextmanager
async def in_leven(*processen: Proces) -> AsyncIterator[None]:
    """Keep these alive for as long as the block lasts; then stop what we started, and nothing else."""
    wachters = [asyncio.create_task(p.houd_in_leven()) for p in processen]
    try:
        yield
    finally:
        for proces in processen:
            await proces.dood()
        for wachter in wachters:
            wachter.cancel()
        await asyncio.gather(*wachters, return_exceptions=True)
