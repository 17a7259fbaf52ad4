"""The last day as an entry for the reader's calendar (iCalendar, RFC 5545 and 5546)."""

from collections.abc import Sequence
from datetime import timedelta

from icalendar import Calendar, Event

from activities.brief.inhoud import Agendapunt

BESTAND = "uiterlijk.ics"
_MAKER = "-//Opgavenmotor//NL"


def als_agenda(punten: Sequence[Agendapunt]) -> bytes:
    """A calendar file with an all-day entry per item. The same item always has the same UID.

    Args:
        punten: at least one; either all of them hold, or all were withdrawn.
    """
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
    een.add("summary", punt.titel)
    een.add("status", "CANCELLED" if punt.vervallen else "CONFIRMED")
    een.add("transp", "TRANSPARENT")
    return een
