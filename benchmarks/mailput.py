"""A mail server that takes everything and keeps nothing, in a process of its own: what is measured is the engine.

`python -m benchmarks.mailput` prints its port. It speaks just enough SMTP: EHLO, MAIL, RCPT, DATA, QUIT.
"""

import asyncio

ANTWOORDEN = {
    b"EHLO": b"250-put\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
    b"DATA": b"354 ga door\r\n",
    b"QUIT": b"221 dag\r\n",
}
EINDE = b"\r\n.\r\n"


class Put(asyncio.Protocol):
    """One connection."""

    def __init__(self) -> None:
        self._buffer, self._in_bericht = b"", False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet."""
        self._uit = transport
        self._zeg(b"220 put\r\n")

    def data_received(self, data: bytes) -> None:
        """Answer every whole line, and every whole message."""
        self._buffer += data
        while (grens := EINDE if self._in_bericht else b"\r\n") in self._buffer:
            regel, self._buffer = self._buffer.split(grens, 1)
            woord = b"" if self._in_bericht else regel[:4].upper()
            self._in_bericht = woord == b"DATA"
            self._zeg(ANTWOORDEN.get(woord, b"250 ok\r\n"))

    def _zeg(self, tekst: bytes) -> None:
        assert isinstance(self._uit, asyncio.WriteTransport)
        self._uit.write(tekst)


async def hoofd() -> None:
    """Listen on a free port of this machine until stopped."""
    server = await asyncio.get_running_loop().create_server(Put, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(hoofd())
