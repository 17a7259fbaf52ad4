"""The last day as an entry for the reader's calendar (iCalendar, RFC 5545 and 5546).

Written by hand, as the mail around it is: a library for calendars takes over ten times the time for it. A test reads
the result with such a library.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, timedelta

from activities.brief.inhoud import Agendapunt

BESTAND = "uiterlijk.ics"
LANGSTE_REGEL = 75
"""In bytes (RFC 5545, 3.1); what is longer goes on at the next line, after a space."""
_MAKER = "-//Opgavenmotor//NL"
_REGELEINDE = re.compile(r"\r\n|\r|\n")
_ONZICHTBAAR = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""Signs that may not stand in a text (RFC 5545, 3.1)."""


def als_agenda(punten: Sequence[Agendapunt]) -> bytes:
    """A calendar file with an all-day entry per item. The same item always has the same UID.

    Args:
        punten: at least one; either all of them hold, or all were withdrawn.
    """
    regels = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_MAKER}", f"METHOD:{methode(punten)}"]
    for punt in punten:
        regels += _gebeurtenis(punt)
    return b"".join(map(_gevouwen, (*regels, "END:VCALENDAR")))


def methode(punten: Sequence[Agendapunt]) -> str:
    """What a calendar must do with the file."""
    return "CANCEL" if punten[0].vervallen else "PUBLISH"


def _gebeurtenis(punt: Agendapunt) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{_tekst(punt.titel)}"
    yield f"DTSTART;VALUE=DATE:{punt.dag:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{punt.dag + timedelta(days=1):%Y%m%d}"
    yield f"DTSTAMP:{punt.gemaakt_op.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"UID:{_tekst(punt.kenmerk)}@opgavenmotor"
    yield f"SEQUENCE:{punt.volgnummer}"
    yield f"STATUS:{'CANCELLED' if punt.vervallen else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _tekst(tekst: str) -> str:
    """A text value (RFC 5545, 3.3.11): what people write can't begin a line or a property of its own."""
    for teken in ("\\", ";", ","):
        tekst = tekst.replace(teken, "\\" + teken)
    return _ONZICHTBAAR.sub(" ", _REGELEINDE.sub(r"\\n", tekst))


def _gevouwen(regel: str) -> bytes:
    """The line on lines that are short enough, never broken within a character."""
    if len(inhoud := regel.encode()) <= LANGSTE_REGEL:
        return inhoud + b"\r\n"
    delen, lengte = [""], 0
    for teken in regel:
        grootte = len(teken.encode())
        if lengte + grootte > LANGSTE_REGEL:
            delen.append(" ")
            lengte = 1
        delen[-1] += teken
        lengte += grootte
    return "\r\n".join((*delen, "")).encode()
