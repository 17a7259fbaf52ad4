"""Stopping in two steps, with real signals to a real process."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
WERK = """
import asyncio
from runtime.stoppen import tot_signaal

async def hoofd():
    async with tot_signaal() as stop:
        print("klaar", flush=True)
        await stop.wait()
        print("afronden", flush=True)
        try:
            await asyncio.sleep(0.3 if {kort} else 30)
            print("netjes", flush=True)
        finally:
            print("opgeruimd", flush=True)

asyncio.run(hoofd())
"""


def _start(kort: bool) -> subprocess.Popen[str]:
    opdracht = [sys.executable, "-c", WERK.format(kort=kort)]
    proces = subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=WORTEL)
    assert proces.stdout is not None
    assert proces.stdout.readline() == "klaar\n"
    return proces


@pytest.mark.parametrize("nummer", [signal.SIGINT, signal.SIGTERM])
def test_eerste_signaal_laat_afmaken(nummer: signal.Signals) -> None:
    """One Ctrl-C or SIGTERM lets the work be finished, and the process ends well."""
    proces = _start(kort=True)
    proces.send_signal(nummer)
    assert proces.communicate(timeout=10)[0] == "afronden\nnetjes\nopgeruimd\n"
    assert proces.returncode == 0


@pytest.mark.parametrize("nummer", [signal.SIGINT, signal.SIGTERM])
def test_tweede_signaal_dwingt(nummer: signal.Signals) -> None:
    """A second one does not wait for the work."""
    proces = _start(kort=False)
    proces.send_signal(nummer)
    assert proces.stdout is not None
    assert proces.stdout.readline() == "afronden\n"
    begin = time.monotonic()
    proces.send_signal(nummer)
    rest = proces.communicate(timeout=10)[0]
    assert time.monotonic() - begin < 5
    assert proces.returncode != 0
    assert "netjes" not in rest
    assert rest == ("opgeruimd\n" if nummer == signal.SIGINT else "")
