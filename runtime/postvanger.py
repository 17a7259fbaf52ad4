"""A mail server that delivers nothing: every message becomes a file. For the embedded mode and the tests."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from itertools import count
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from runtime.bestanden import plaats
from runtime.poorten import LOKAAL, PoortBezet

KOPREGEL = "X-Opgave-Sleutel"
_VREEMD = re.compile(r"[^A-Za-z0-9._-]+")
_LANGSTE_NAAM = 120


@dataclass(frozen=True)
class Postvanger:
    """A running catcher: where it listens and where the messages are."""

    host: str
    poort: int
    map: Path


@dataclass(frozen=True)
class _Opvang:
    """What aiosmtpd calls for every message."""

    map: Path

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Write the message before saying yes; a full disk is a reason to try again later."""
        inhoud = envelope.content if isinstance(envelope.content, bytes) else b""
        try:
            await asyncio.to_thread(_bewaar, self.map, inhoud)
        except OSError:
            return "451 Het bericht kon niet worden opgeslagen, probeer het later"
        return "250 Bewaard"


@asynccontextmanager
async def postvanger(map_: Path, poort: int = 0, host: str = LOKAAL) -> AsyncIterator[Postvanger]:
    """Catch mail in `map_` (made at the first message) for as long as the block runs; port 0 takes a free one.

    It runs in the loop of the caller: no thread to wait for, and a free port is known at once.
    """
    lus = asyncio.get_running_loop()
    opvang = _Opvang(map_)

    def gesprek() -> SMTP:
        return SMTP(opvang, enable_SMTPUTF8=True, hostname="opgavenmotor", ident="opgavenmotor", loop=lus)

    try:
        server = await lus.create_server(gesprek, host, poort)
    except OSError:
        raise PoortBezet(poort) from None
    try:
        yield Postvanger(host, server.sockets[0].getsockname()[1], map_)
    finally:
        server.close()


def wis_gevangen(map_: Path, adressen: Iterable[str]) -> int:
    """Remove the caught messages in which one of these addresses stands; gives how many. Without a folder: none."""
    zoek = [adres.casefold() for adres in adressen if adres]
    weg = [pad for pad in sorted(map_.glob("*.eml")) if _noemt(pad, zoek)]
    for pad in weg:
        pad.unlink(missing_ok=True)
    return len(weg)


def _noemt(pad: Path, adressen: Sequence[str]) -> bool:
    """Whether an address stands in it as plain bytes, or folded or encoded in a header or a part of the text."""
    try:
        rauw = pad.read_bytes()
    except FileNotFoundError:
        return False
    delen = [rauw.decode("utf-8", errors="replace"), *_uitgepakt(message_from_bytes(rauw, policy=default))]
    tekst = "\n".join(delen).casefold()
    return any(adres in tekst for adres in adressen)


def _uitgepakt(bericht: EmailMessage) -> Iterator[str]:
    for deel in bericht.walk():
        yield from (str(waarde) for waarde in deel.values())
        inhoud = deel.get_payload(decode=True)
        if isinstance(inhoud, bytes):
            yield inhoud.decode("utf-8", errors="replace")


def _bewaar(map_: Path, inhoud: bytes) -> None:
    """Keep the bytes as they came; a name that is taken gets a number, so that sending twice can be seen."""
    naam = _naam(inhoud)
    for nummer in count(1):
        achter = "" if nummer == 1 and naam != "bericht" else f"-{nummer}"
        if plaats(map_ / f"{naam}{achter}.eml", inhoud):
            return


def _naam(inhoud: bytes) -> str:
    """The key of the message, made safe as a file name."""
    sleutel = message_from_bytes(inhoud).get(KOPREGEL, "")
    return _VREEMD.sub("-", str(sleutel)).strip("-.")[:_LANGSTE_NAAM] or "bericht"
