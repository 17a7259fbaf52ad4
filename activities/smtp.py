"""The mail itself: one message as it goes over the wire, and what the answer of the mail server means."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email.header import Header
from email.utils import format_datetime, formataddr
from typing import Literal

import aiosmtplib

from domain.kalender import lokaal
from register.rijen import Contact, Postrij
from runtime.instellingen import Smtp

LANGSTE_REDEN = 300
_TE_GROOT = 552


class MailserverWeg(ConnectionError):
    """The mail server does not answer, or does not take mail from us at all: wait and try again.

    As a ConnectionError it makes the client hang up at once, instead of taking leave of a server that is gone.
    """


@dataclass(frozen=True)
class Antwoord:
    """What the server said to one message: taken, never, or not now."""

    soort: Literal["aangenomen", "geweigerd", "later"]
    reden: str = ""


def maak_bericht(post: Postrij, contact: Contact, afzender: str) -> bytes:
    """The same bytes for the same row, however often it is sent; the date is that of the fact.

    Raises ValueError for an address that can't stand in a header. The standard library's EmailMessage would do the same
    in four times the time: with a dozen partners that is most of what a command costs.
    """
    koppen = (
        ("From", formataddr(("Opgavenmotor", afzender))),
        ("To", formataddr((" ".join((contact.naam or "").split()), contact.email))),
        ("Subject", Header(post.onderwerp, header_name="Subject").encode()),
        ("Date", format_datetime(lokaal(post.aangemaakt_op))),
        ("Message-ID", post.message_id),
        ("X-Opgave-Sleutel", post.sleutel),
        ("Auto-Submitted", "auto-generated"),
        ("MIME-Version", "1.0"),
        ("Content-Type", 'text/plain; charset="utf-8"'),
        ("Content-Transfer-Encoding", "8bit"),
        ("Content-Language", "nl"),
    )
    kop = "\r\n".join(f"{naam}: {_zonder_regeleinde(waarde)}" for naam, waarde in koppen)
    tekst = "\r\n".join(post.tekst.splitlines())
    return f"{kop}\r\n\r\n{tekst}\r\n".encode()


def _zonder_regeleinde(waarde: str) -> str:
    """Only a folded line may break: anything else would be a second header."""
    if re.search(r"[\r\n](?![ \t])", waarde):
        raise ValueError("een regeleinde in een kop")
    return waarde.replace("\n", "\r\n")


@asynccontextmanager
async def verbonden(smtp: Smtp, geduld: float) -> AsyncIterator[aiosmtplib.SMTP]:
    """One connection for a whole round. Raises MailserverWeg when it can't be made or is lost."""
    server = _maak_client(smtp, geduld)
    try:
        async with server:
            yield server
    except MailserverWeg:
        raise
    except (aiosmtplib.SMTPException, OSError) as fout:
        raise MailserverWeg(_reden(fout)) from None


async def verstuur(server: aiosmtplib.SMTP, smtp: Smtp, post: Postrij, contact: Contact) -> Antwoord:
    """Send one message. Only what concerns this message is answered; trouble of the server itself is raised."""
    try:
        await server.sendmail(smtp.afzender, [contact.email], maak_bericht(post, contact, smtp.afzender))
    except aiosmtplib.SMTPRecipientsRefused as fout:
        return _oordeel(fout.recipients[0], contact.email)
    except aiosmtplib.SMTPDataError as fout:
        return _oordeel(fout, contact.email)
    except aiosmtplib.SMTPSenderRefused as fout:
        if fout.code != _TE_GROOT:
            raise
        return _oordeel(fout, contact.email)
    except (aiosmtplib.SMTPNotSupported, ValueError):
        return Antwoord("geweigerd", "Dit e-mailadres klopt niet, of de mailserver kan het niet aan.")
    return Antwoord("aangenomen")


def _maak_client(smtp: Smtp, geduld: float) -> aiosmtplib.SMTP:
    wachtwoord = smtp.wachtwoord.get_secret_value() if smtp.wachtwoord else None
    return aiosmtplib.SMTP(
        hostname=smtp.host,
        port=smtp.poort,
        username=smtp.gebruiker,
        password=wachtwoord,
        start_tls=smtp.starttls,
        # Without a name of our own the host is looked up, which is slow and tells where we run.
        local_hostname="opgavenmotor",
        timeout=geduld,
    )


def _oordeel(fout: aiosmtplib.SMTPResponseException, email: str) -> Antwoord:
    """5xx is final, 4xx is for later. Servers repeat the address in their answer; the register must not keep it."""
    tekst = " ".join(f"{fout.code} {fout.message}".split()).replace(email, "<adres>")
    return Antwoord("geweigerd" if fout.code >= 500 else "later", tekst[:LANGSTE_REDEN])


def _reden(fout: Exception) -> str:
    """Name the trouble by its code or kind only: the text may hold an address."""
    code = f" ({fout.code})" if isinstance(fout, aiosmtplib.SMTPResponseException) else ""
    return f"De mailserver neemt nu geen post aan: {type(fout).__name__}{code}."
