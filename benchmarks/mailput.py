"""A mail server that takes everything and keeps nothing, in a process of its own: what is measured is the engine.

`python -m benchmarks.mailput` prints its port. It speaks just enough SMTP: EHLO, MAIL, RCPT, DATA, QUIT. With the name
of a file behind it, it writes a line there for every message: the moment, the size in bytes and the keys.
"""

import asyncio
import re
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial

ANTWOORDEN = {
    b"EHLO": b"250-put\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
    b"DATA": b"354 ga door\r\n",
    b"QUIT": b"221 dag\r\n",
}
EINDE = b"\r\n.\r\n"
SLEUTELS = re.compile(rb"^X-Opgave-Sleutel:((?:.*\r\n)(?:[ \t].*\r\n)*)", re.MULTILINE)

Noteer = Callable[[str], object]


class Put(asyncio.Protocol):
    """One connection."""

    def __init__(self, noteer: Noteer | None = None) -> None:
        self._buffer, self._in_bericht, self._noteer = b"", False, noteer

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet."""
        self._uit = transport
        self._zeg(b"220 put\r\n")

    def data_received(self, data: bytes) -> None:
        """Answer every whole line, and every whole message."""
        self._buffer += data
        while (grens := EINDE if self._in_bericht else b"\r\n") in self._buffer:
            regel, self._buffer = self._buffer.split(grens, 1)
            if self._in_bericht and self._noteer:
                self._noteer(beschrijf(regel))
            woord = b"" if self._in_bericht else regel[:4].upper()
            self._in_bericht = woord == b"DATA"
            self._zeg(ANTWOORDEN.get(woord, b"250 ok\r\n"))

    def _zeg(self, tekst: bytes) -> None:
        assert isinstance(self._uit, asyncio.WriteTransport)
        self._uit.write(tekst)


def beschrijf(bericht: bytes) -> str:
    """The line about a message that was taken just now."""
    kop = bericht[: bericht.find(b"\r\n\r\n") + 2]
    gevonden = SLEUTELS.search(kop)
    sleutels = gevonden[1].decode().split() if gevonden else []
    return " ".join((f"{time.time():.3f}", str(len(bericht)), *sleutels)) + "\n"


async def luister(noteer: Noteer | None) -> None:
    """Listen on a free port of this machine until stopped."""
    server = await asyncio.get_running_loop().create_server(partial(Put, noteer), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def hoofd(logboek: str | None) -> None:
    """Listen, and write down what comes when there is a file for it."""
    with open(logboek, "a", buffering=1) if logboek else nullcontext() as bestand:
        asyncio.run(luister(bestand.write if bestand else None))


if __name__ == "__main__":
    hoofd(sys.argv[1] if sys.argv[1:] else None)
