"""A web server inside our own process: it leaves signals to the program and writes no log of who asked what."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from runtime.poorten import PoortBezet

STOPTIJD = 10
"""Seconds that pages under way get when the server stops."""
STILTIJD = 15
"""Seconds an idle connection stays open; one that never ends its request at most twice as long."""


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


class _Verbinding(H11Protocol):
    """Hangs up on who connects and says nothing, or never ends a sentence: a few hundred of those would fill it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._gezien: object = None
        self._straks = self.loop.call_later(STILTIJD, self._kijk)

    def connection_lost(self, exc: Exception | None) -> None:
        self._straks.cancel()
        super().connection_lost(exc)

    def _kijk(self) -> None:
        """Twice in a row waiting for the same request is once too often."""
        vraag = self.cycle
        wacht = vraag is None or vraag.response_complete or vraag.more_body
        if wacht and vraag is self._gezien:
            self.transport.close()
            return
        self._gezien = vraag if wacht else None
        self._straks = self.loop.call_later(STILTIJD, self._kijk)


def luister(adres: str, instelling: str = "") -> socket.socket:
    """Take this address (host:port; port 0 is a free one), chosen by this setting.

    Raises PoortBezet when another program has it.
    """
    host, _, poort = adres.rpartition(":")
    familie = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), int(poort)), family=familie, backlog=128)
    except OSError:
        raise PoortBezet(int(poort), instelling) from None


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
        http=_Verbinding,
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
