"""A real SMTP server on loopback that keeps what it takes, and can be told how to behave."""

import asyncio
import socket
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

OK = "250 OK"


class Mailserver:
    """Start, stop and start again on the same port."""

    def __init__(self) -> None:
        self.poort = vrije_poort()
        self.berichten: list[EmailMessage] = []
        self.verbindingen = 0
        self.ontvanger: Callable[[str], str] = lambda adres: OK
        self.inhoud: Callable[[EmailMessage], str] = lambda bericht: OK
        self.traagheid = 0.0
        self.traag_antwoord = 0.0
        self._bewaker: Controller | None = None

    def start(self) -> None:
        """Listen."""
        self._bewaker = Controller(self, hostname="127.0.0.1", port=self.poort)
        self._bewaker.start()

    def stop(self) -> None:
        """Stop listening; what was taken stays."""
        if self._bewaker is not None:
            self._bewaker.stop()
            self._bewaker = None

    @property
    def sleutels(self) -> list[str]:
        """The keys of the messages in the order of arrival."""
        return [sleutel for bericht in self.berichten for sleutel in str(bericht["X-Opgave-Sleutel"]).split()]

    async def handle_EHLO(  # noqa: N802  # named by aiosmtpd
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Count connections."""
        self.verbindingen += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        """Take or refuse an address."""
        antwoord = self.ontvanger(address)
        if antwoord == OK:
            envelope.rcpt_tos.append(address)
        return antwoord

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep the message when it is taken."""
        await asyncio.sleep(self.traagheid)
        assert isinstance(envelope.content, bytes)
        bericht = message_from_bytes(envelope.content, policy=policy.default)
        antwoord = self.inhoud(bericht)
        if antwoord == OK:
            self.berichten.append(bericht)
        await asyncio.sleep(self.traag_antwoord)
        return antwoord


def platte_tekst(bericht: EmailMessage) -> str:
    """What a reader without HTML sees."""
    deel = bericht.get_body(("plain",))
    assert deel is not None
    return str(deel.get_content()).replace("\r\n", "\n")


def vrije_poort() -> int:
    """A port on loopback that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as bus:
        return int(bus.getsockname()[1])
