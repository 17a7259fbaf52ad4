"""A web server inside our own process: it leaves signals to the program and writes no log of who asked what."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn

from runtime.poorten import PoortBezet

STOPTIJD = 10
"""Seconds that pages under way get when the server stops."""
STILTIJD = 15
"""Seconds an idle connection stays open."""


class _Server(uvicorn.Server):
    """Signals belong to the program; it leaves the block when it has to stop."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.klaar = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.klaar.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def luister(adres: str) -> socket.socket:
    """Take this address (host:port; port 0 is a free one). Raises PoortBezet when another program has it."""
    host, _, poort = adres.rpartition(":")
    familie = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), int(poort)), family=familie, backlog=128)
    except OSError:
        raise PoortBezet(int(poort)) from None


@asynccontextmanager
async def webserver(app: Any, stopcontact: socket.socket) -> AsyncIterator[asyncio.Task[None]]:
    """Serve this ASGI app on a socket for as long as the block lasts; gives the task that serves."""
    server = _Server(_instellingen(app))
    taak = asyncio.create_task(server.serve([stopcontact]))
    try:
        begonnen = asyncio.create_task(server.klaar.wait())
        await asyncio.wait((begonnen, taak), return_when=asyncio.FIRST_COMPLETED)
        begonnen.cancel()
        yield taak
    finally:
        server.should_exit = True
        await taak


def _instellingen(app: Any) -> uvicorn.Config:
    """Lines of requests hold tokens, so none are logged; who asked is found in the headers by the app itself."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        timeout_keep_alive=STILTIJD,
        timeout_graceful_shutdown=STOPTIJD,
        limit_concurrency=200,
        h11_max_incomplete_event_size=16_384,
    )
