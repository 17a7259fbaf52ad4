"""The calendar file of an agenda stays a calendar, whatever people typed."""

import re
from datetime import UTC, date, datetime

from icalendar import Calendar

from starter.agendakalender import Kalenderpunt, als_ics

RICHTING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def test_tekens_die_sturen_in_plaats_van_zeggen_komen_niet_in_de_kalender() -> None:
    """A sign that turns the reading around, a control sign or a line break could make a day say something else."""
    dag = date(2026, 3, 2)
    titel = "plan\u202eneg\u2066\x00\x07\r\nBEGIN:VEVENT <b>" + "x" * 10_000
    bestand = als_ics(titel, [Kalenderpunt("a.1", "termijn", dag, dag, titel)], datetime(2026, 3, 2, tzinfo=UTC))
    gelezen = Calendar.from_ical(bestand)
    assert len(gelezen.walk("VEVENT")) == 1
    for tekst in (bestand.decode(), str(gelezen.walk("VEVENT")[0]["summary"])):
        assert not RICHTING.search(tekst)
        assert not set(tekst) & {"\x00", "\x07"}
