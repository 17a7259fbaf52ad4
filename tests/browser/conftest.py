"""A real Chromium against the real web server on this computer. Without Chromium these tests say so, loudly."""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "starter"))
sys.path.append(str(Path(__file__).parents[1] / "domain"))
sys.path.append(str(Path(__file__).parents[1] / "portaal"))

from browsersite import Site
from test_cli_hulp import Wereld, leeg_register, wereld

from runtime.webserver import luister, webserver
from starter.portaal.app import maak_app

__all__ = ["leeg_register", "wereld"]
ZONDER = "Er is geen Chromium: de browsertests zijn NIET gedraaid. Installeer hem met: make browser"
VLAGGEN = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
VLAGGEN += ("--disable-sync", "--no-first-run", "--disable-quic")


def chromium() -> str | None:
    """Where Chromium is; on a machine of our own with apt it is installed first."""
    namen = ("chromium", "chromium-browser", "google-chrome")
    gevonden = next(filter(None, map(shutil.which, namen)), None)
    if gevonden or os.geteuid() != 0 or not shutil.which("apt-get"):
        return gevonden
    for opdracht in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        if subprocess.run(opdracht, capture_output=True).returncode != 0:
            return None
    return shutil.which("chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, started once for these tests and gone before others: Playwright keeps an event loop running."""
    if not (programma := chromium()):
        warnings.warn(ZONDER, stacklevel=1)
        pytest.skip(ZONDER)
    with sync_playwright() as speler:
        browser = speler.chromium.launch(executable_path=programma, args=list(VLAGGEN))
        yield browser
        browser.close()


@pytest.fixture
def scherm(browser: Browser) -> Iterator[BrowserContext]:
    """A window of 1280 by 900 without JavaScript, as the pages promise to need none."""
    venster = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield venster
    venster.close()


@pytest.fixture
def site(wereld: Wereld) -> Iterator[Site]:
    """The portal of one test on a free port of this computer."""
    stopcontact = luister("127.0.0.1:0")
    with ThreadPoolExecutor(1) as draad, ThreadPoolExecutor(1) as server:
        site = Site(draad, wereld, f"http://127.0.0.1:{stopcontact.getsockname()[1]}")
        klaar: Future[Callable[[], None]] = Future()
        loopt = server.submit(asyncio.run, _bedien(maak_app(site.portaal.huis), stopcontact, klaar))
        stop = klaar.result(10)
        yield site
        stop()
        loopt.result(20)


async def _bedien(app: Any, stopcontact: socket.socket, klaar: Future[Callable[[], None]]) -> None:
    """Serve until the function that is given along is called."""
    stop, lus = asyncio.Event(), asyncio.get_running_loop()
    async with webserver(app, stopcontact):
        klaar.set_result(partial(lus.call_soon_threadsafe, stop.set))
        await stop.wait()
