"""The last day as an entry for the reader's calendar (iCalendar, RFC 5545 and 5546)."""

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from icalendar import Calendar, Event

from activities.brief.inhoud import Agendapunt

BESTAND = "uiterlijk.ics"
_MAKER = "-//Opgavenmotor//NL"
_ONZICHTBAAR = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""Signs for which a calendar refuses the whole file (RFC 5545, 3.1)."""


def als_agenda(punten: Sequence[Agendapunt]) -> bytes:
    """A calendar file with an all-day entry per item. The same item always has the same UID.

    Args:
        punten: at least one; either all of them hold, or all were withdrawn.
    """
    return _bestand(tuple(punten))


@lru_cache(maxsize=256)
def _bestand(punten: tuple[Agendapunt, ...]) -> bytes:
    """Made once for the dozen people who are asked the same: it is the slowest part of a mail."""
    agenda = Calendar()
    agenda.add("prodid", _MAKER)
    agenda.add("version", "2.0")
    agenda.add("method", methode(punten))
    for punt in punten:
        agenda.add_component(_gebeurtenis(punt))
    return bytes(agenda.to_ical())


def methode(punten: Sequence[Agendapunt]) -> str:
    """What a calendar must do with the file."""
    return "CANCEL" if punten[0].vervallen else "PUBLISH"


def _gebeurtenis(punt: Agendapunt) -> Event:
    een = Event()
    een.add("uid", f"{punt.kenmerk}@opgavenmotor")
    een.add("dtstamp", punt.gemaakt_op)
    een.add("dtstart", punt.dag)
    een.add("dtend", punt.dag + timedelta(days=1))
    een.add("sequence", punt.volgnummer)
    een.add("summary", _ONZICHTBAAR.sub(" ", punt.titel))
    een.add("status", "CANCELLED" if punt.vervallen else "CONFIRMED")
    een.add("transp", "TRANSPARENT")
    return een
