"""The mail as it goes over the wire.

The bytes are put together by hand: the standard library's EmailMessage takes over twenty times the time for it, and
with a dozen partners that is most of what a command costs. A test reads the result with the standard library.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import format_datetime, formataddr
from functools import lru_cache

from activities.brief.agenda import BESTAND, als_agenda, methode
from activities.brief.html import als_html
from activities.brief.opbouw import Onderdeel
from activities.brief.tekst import als_tekst, voettekst
from domain.kalender import lokaal
from register.rijen import Contact

LANGSTE_REGEL = 990
"""In bytes: a mail server may refuse a line of over 998."""

_KAAL = re.compile(r"[!-~]([ -~]{0,64}[!-~])?")
"""A subject that fits on its line, in plain characters."""


@dataclass(frozen=True)
class Omslag:
    """What stands on the outside of a mail. `draad` is the Message-ID of the mail it continues on."""

    message_id: str
    sleutels: tuple[str, ...]
    onderwerp: str
    aan: tuple[Contact, ...]
    afzender: str
    op: datetime
    draad: str = ""


def als_mail(omslag: Omslag, onderdelen: Sequence[Onderdeel], controlepunt: str = "") -> bytes:
    """A mail with the letter as text and as HTML, and an entry for the calendar when there is one.

    At its foot stands the checkpoint that was the newest when the mail was put together, if any.

    The same letter gives the same bytes, however often it is sent, but for a link: that is new each time.
    Raises ValueError for an address that can't stand in a header.
    """
    brief = _alternatieven(onderdelen, controlepunt)
    if agenda := _bijlage(onderdelen):
        brief = _veeldelig("mixed", (brief, agenda))
    return _koppen(omslag) + brief


def als_kale_mail(omslag: Omslag, tekst: str, controlepunt: str = "") -> bytes:
    """A mail of plain text and nothing more, with the checkpoint at its foot, if any."""
    voet = f"\n\n{voettekst(controlepunt)}" if controlepunt else ""
    return _koppen(omslag) + _deel('text/plain; charset="utf-8"', tekst + voet)


def _koppen(omslag: Omslag) -> bytes:
    """The date is that of the fact; the keys are all there, for who looks for one of them."""
    koppen = [
        ("From", formataddr(("Opgavenmotor", omslag.afzender))),
        ("To", ",\n ".join(_adres(contact) for contact in omslag.aan)),
        ("Subject", _onderwerp(omslag.onderwerp)),
        ("Date", format_datetime(lokaal(omslag.op))),
        ("Message-ID", omslag.message_id),
        *((kop, omslag.draad) for kop in ("In-Reply-To", "References") if omslag.draad),
        ("X-Opgave-Sleutel", "\n ".join(omslag.sleutels)),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Language", "nl"),
        ("MIME-Version", "1.0"),
    ]
    return "".join(f"{naam}: {_zonder_regeleinde(waarde)}\r\n" for naam, waarde in koppen).encode()


@lru_cache(maxsize=64)
def _onderwerp(tekst: str) -> str:
    """On one line, encoded and folded; a short plain one stays as it is."""
    tekst = " ".join(tekst.split())
    return tekst if _KAAL.fullmatch(tekst) else Header(tekst, header_name="Subject").encode()


def _adres(contact: Contact) -> str:
    if "\n" in contact.email or "\r" in contact.email:
        raise ValueError("een regeleinde in een adres")
    return formataddr((" ".join((contact.naam or "").split()), contact.email))


def _zonder_regeleinde(waarde: str) -> str:
    """Only a folded line may break: anything else would be a second header."""
    if re.search(r"[\r\n](?![ \t])", waarde):
        raise ValueError("een regeleinde in een kop")
    return waarde.replace("\n", "\r\n")


def _alternatieven(onderdelen: Sequence[Onderdeel], controlepunt: str) -> bytes:
    tekst = _deel('text/plain; charset="utf-8"', als_tekst(onderdelen, controlepunt))
    html = _deel('text/html; charset="utf-8"', als_html(onderdelen, controlepunt))
    return _veeldelig("alternative", (tekst, html))


def _veeldelig(soort: str, delen: Sequence[bytes]) -> bytes:
    """The boundary is a hash of all that it separates, so nobody can write a text that holds it.

    Were it known beforehand, what a partner writes could end our letter and begin another one in its place.
    """
    grens = "=_" + hashlib.sha256(b"\0".join((soort.encode(), *delen))).hexdigest()[:40]
    kop = f'Content-Type: multipart/{soort}; boundary="{grens}"\r\n\r\n'.encode()
    scheiding = f"--{grens}\r\n".encode()
    return kop + b"".join(scheiding + deel + b"\r\n" for deel in delen) + f"--{grens}--\r\n".encode()


def _deel(soort: str, tekst: str) -> bytes:
    """Readable as it is; only with a line too long for a mail server it is put in base64."""
    inhoud = "\r\n".join(tekst.splitlines()).encode() + b"\r\n"
    te_lang = max(map(len, inhoud.split(b"\r\n"))) > LANGSTE_REGEL
    codering = "base64" if te_lang else "8bit"
    kop = f"Content-Type: {soort}\r\nContent-Transfer-Encoding: {codering}\r\n\r\n".encode()
    return kop + (_base64(inhoud) if te_lang else inhoud)


def _bijlage(onderdelen: Sequence[Onderdeel]) -> bytes:
    """What goes into the calendar; one file holds either days to keep or days that fell away."""
    punten = [onderdeel.inhoud.agenda for onderdeel in onderdelen if onderdeel.inhoud.agenda]
    samen = [punt for punt in punten if punt.vervallen == punten[0].vervallen]
    if not samen:
        return b""
    kop = (
        f'Content-Type: text/calendar; charset="utf-8"; method={methode(samen)}; name="{BESTAND}"\r\n'
        f'Content-Disposition: attachment; filename="{BESTAND}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    )
    return kop.encode() + _base64(als_agenda(samen))


def _base64(inhoud: bytes) -> bytes:
    return base64.encodebytes(inhoud).replace(b"\n", b"\r\n")
