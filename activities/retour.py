"""What comes back from mail servers (RFC 3464): mail that can't be delivered, or that takes long.

A report is matched by the Message-ID of the mail it is about, never by an address; what it says is kept without any.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import Path
from typing import Literal

from activities.smtp import zonder_adres
from register.mislukt import meld_retour
from register.verbinding import Register

GROOTSTE = 5_000_000
"""Bytes of a report that are read: the rest is the letter that came back."""
_MAILDIR = ("new", "cur")

Uitkomst = Literal["onbestelbaar", "vertraagd", "onbekend"]


@dataclass(frozen=True)
class Retour:
    """What a report says about one mail; `reden` holds the code (RFC 3463) and no address."""

    message_id: str
    soort: Literal["onbestelbaar", "vertraagd"]
    reden: str


@dataclass(frozen=True)
class Regel:
    """What was done with a report: the messages it was noted at; `onbekend` when the mail is not ours."""

    message_id: str
    uitkomst: Uitkomst
    reden: str
    sleutels: tuple[str, ...]


def lees_berichten(pad: Path) -> Iterator[bytes]:
    """The messages in a file, a folder or a Maildir, in the order of their names. Raises OSError."""
    if not pad.is_dir():
        yield _begin(pad)
        return
    mappen = [pad / naam for naam in _MAILDIR if (pad / naam).is_dir()] or [pad]
    for bestand in sorted(b for map_ in mappen for b in map_.iterdir() if b.is_file()):
        yield _begin(bestand)


def verwerk(register: Register, berichten: Iterable[bytes]) -> tuple[Regel, ...]:
    """Note every report at the messages it is about. The same report twice changes nothing."""
    return tuple(_noteer(register, retour) for ruw in berichten if (retour := lees(ruw)))


def lees(ruw: bytes) -> Retour | None:
    """What this message reports; None when it is no report about mail that failed or waits, or names no mail."""
    bericht = message_from_bytes(ruw, policy=policy.default)
    message_id = _oorspronkelijk(bericht)
    meldingen = [veld for deel in bericht.walk() for veld in _meldingen(deel)]
    for actie, soort in (("failed", "onbestelbaar"), ("delayed", "vertraagd")):
        for melding in meldingen:
            if message_id and _veld(melding, "Action").lower() == actie:
                return Retour(message_id, "onbestelbaar" if soort == "onbestelbaar" else "vertraagd", _reden(melding))
    return None


def _noteer(register: Register, retour: Retour) -> Regel:
    sleutels = meld_retour(register, retour.message_id, retour.soort, retour.reden)
    uitkomst: Uitkomst = retour.soort if sleutels else "onbekend"
    return Regel(retour.message_id, uitkomst, retour.reden, sleutels)


def _begin(bestand: Path) -> bytes:
    with bestand.open("rb") as open_:
        return open_.read(GROOTSTE)


def _meldingen(deel: Message) -> Sequence[Message]:
    """The groups of fields, the first about the mail as a whole, the others each about one recipient."""
    if deel.get_content_type() != "message/delivery-status":
        return ()
    groepen = deel.get_payload()
    return [groep for groep in groepen if isinstance(groep, Message)] if isinstance(groepen, list) else ()


def _oorspronkelijk(bericht: EmailMessage) -> str:
    """The Message-ID of the mail that came back, which is there whole or with its headers only."""
    for deel in bericht.walk():
        soort = deel.get_content_type()
        if soort == "message/rfc822" and isinstance(inhoud := deel.get_payload(), list) and inhoud:
            return _veld(inhoud[0], "Message-ID")
        if soort == "text/rfc822-headers":
            kop = deel.get_payload(decode=True)
            return _veld(message_from_bytes(kop, policy=policy.default), "Message-ID") if isinstance(kop, bytes) else ""
    return ""


def _reden(melding: Message) -> str:
    uitleg = _veld(melding, "Diagnostic-Code").partition(";")[2].strip()
    return zonder_adres(f"{_veld(melding, 'Status')} {uitleg}".strip() or "zonder opgave van reden")


def _veld(bericht: object, naam: str) -> str:
    return " ".join(str(bericht.get(naam, "")).split()) if isinstance(bericht, Message) else ""
