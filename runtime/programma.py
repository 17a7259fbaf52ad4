"""Finding and running the programs that come with the engine."""

import asyncio
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from runtime import kind
from runtime.instelfout import InstellingenFout


class ServerFout(Exception):
    """The embedded server can't be started or used; the text is for the person who started it."""


def zoek_programma(naam: str, genoemd: Path | None = None) -> Path:
    """The program named in the settings, else on PATH, else beside our own Python (`pip` puts it there)."""
    if genoemd is not None:
        if not os.access(genoemd, os.X_OK) or genoemd.is_dir():
            raise InstellingenFout(f"Het programma uit de instellingen is er niet of kan niet starten: {genoemd}")
        return genoemd.absolute()
    gevonden = shutil.which(naam) or shutil.which(naam, path=str(Path(sys.executable).parent))
    if gevonden is None:
        raise ServerFout(f"Het programma '{naam}' is niet gevonden. Installeer het, of noem het in de instellingen.")
    return Path(gevonden).absolute()


async def start_kind(
    opdracht: Sequence[str], uitvoer: IO[bytes], deel: Sequence[int] = ()
) -> asyncio.subprocess.Process:
    """Start a child that dies with us (see `kind.py`); it inherits only the descriptors in `deel`."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", kind.__file__, str(os.getpid()), *opdracht),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=uitvoer,
        stderr=uitvoer,
        pass_fds=tuple(deel),
        process_group=0,
    )


async def stop_kind(kind_: asyncio.subprocess.Process, geduld: float = 10.0) -> None:
    """Ask first; whoever does not answer in time is stopped the hard way."""
    if kind_.returncode is not None:
        return
    kind_.terminate()
    try:
        await asyncio.wait_for(kind_.wait(), geduld)
    except TimeoutError:
        kind_.kill()
        await kind_.wait()
