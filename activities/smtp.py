"""The talk with the mail server: connecting safely, handing a mail over, and what its answer means."""

import re
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import aiosmtplib

from runtime.instellingen import Smtp

LANGSTE_REDEN = 300
ADRES = re.compile(r"[^\s<>@:;,\"'()\[\]]+@[^\s<>@:;,\"'()\[\]]+")
"""Anything that looks like an e-mail address."""
_TE_GROOT = 552


class MailserverWeg(ConnectionError):
    """The mail server does not answer, or does not take mail from us at all: wait and try again.

    As a ConnectionError it makes the client hang up at once, instead of taking leave of a server that is gone.
    """


@dataclass(frozen=True)
class Antwoord:
    """What the server said to one mail: taken, never, or not now. Taken for some only: `reden` tells of the others."""

    soort: Literal["aangenomen", "geweigerd", "later"]
    reden: str = ""


def zonder_adres(tekst: str) -> str:
    """A short line without an e-mail address: servers repeat it in their answer, and the register must not keep it."""
    return ADRES.sub("<adres>", " ".join(tekst.split()))[:LANGSTE_REDEN]


@asynccontextmanager
async def verbonden(smtp: Smtp, geduld: float) -> AsyncIterator[aiosmtplib.SMTP]:
    """One connection for a whole round. Raises MailserverWeg when it can't be made or is lost."""
    if smtp.gebruiker is not None and not smtp.starttls:
        raise MailserverWeg("Inloggen bij de mailserver mag alleen versleuteld: zet smtp.starttls aan.")
    try:
        async with _maak_client(smtp, geduld) as server:
            yield server
    except MailserverWeg:
        raise
    except (aiosmtplib.SMTPException, OSError) as fout:
        raise MailserverWeg(_reden(fout)) from None


async def verstuur(server: aiosmtplib.SMTP, smtp: Smtp, aan: Sequence[str], mail: bytes) -> Antwoord:
    """Send one mail. Only what concerns this mail is answered; trouble of the server itself is raised."""
    try:
        geweigerd, _ = await server.sendmail(smtp.retour or smtp.afzender, aan, mail)
    except aiosmtplib.SMTPRecipientsRefused as fout:
        return _strengste(fout.recipients, aan)
    except aiosmtplib.SMTPDataError as fout:
        return _oordeel(fout, aan)
    except aiosmtplib.SMTPSenderRefused as fout:
        if fout.code != _TE_GROOT:
            raise
        return _oordeel(fout, aan)
    except (aiosmtplib.SMTPNotSupported, ValueError):
        return Antwoord("geweigerd", "Dit e-mailadres klopt niet, of de mailserver kan het niet aan.")
    if not geweigerd:
        return Antwoord("aangenomen")
    code, zin = next(iter(geweigerd.values()))
    return Antwoord("aangenomen", _zuiver(f"Niet voor {len(geweigerd)} van {len(aan)} adressen: {code} {zin}", aan))


def _maak_client(smtp: Smtp, geduld: float) -> aiosmtplib.SMTP:
    wachtwoord = smtp.wachtwoord.get_secret_value() if smtp.wachtwoord else None
    return aiosmtplib.SMTP(
        hostname=smtp.host,
        port=smtp.poort,
        username=smtp.gebruiker,
        password=wachtwoord,
        start_tls=smtp.starttls,
        tls_context=_tls(smtp.ca) if smtp.starttls else None,
        # Without a name of our own the host is looked up, which is slow and tells where we run.
        local_hostname="opgavenmotor",
        timeout=geduld,
    )


@lru_cache(maxsize=4)
def _tls(ca: Path | None) -> ssl.SSLContext:
    """The server must be who it says: by the given authority, or by those that this computer trusts."""
    return ssl.create_default_context(cafile=ca)


def _strengste(fouten: Sequence[aiosmtplib.SMTPRecipientRefused], aan: Sequence[str]) -> Antwoord:
    """Nobody could get it. As long as one of them might later, it is for later."""
    return _oordeel(min(fouten, key=lambda fout: fout.code), aan)


def _oordeel(fout: aiosmtplib.SMTPResponseException, aan: Sequence[str]) -> Antwoord:
    """5xx is final, 4xx is for later."""
    return Antwoord("geweigerd" if fout.code >= 500 else "later", _zuiver(f"{fout.code} {fout.message}", aan))


def _zuiver(tekst: str, aan: Sequence[str]) -> str:
    """The people it went to are taken out by name first, however odd their address is."""
    for adres in aan:
        tekst = tekst.replace(adres, "<adres>")
    return zonder_adres(tekst)


def _reden(fout: Exception) -> str:
    """Name the trouble by its code or kind only: the text may hold an address."""
    code = f" ({fout.code})" if isinstance(fout, aiosmtplib.SMTPResponseException) else ""
    return f"De mailserver neemt nu geen post aan: {type(fout).__name__}{code}."
