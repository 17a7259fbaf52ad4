"""The calendar file says what was meant, whatever people write in it."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from activities.brief.agenda import als_agenda
from activities.brief.inhoud import Agendapunt

LANGSTE_REGEL = 75
"""In bytes (RFC 5545, 3.1)."""
LANG = "een lange vraag, met é en €; " * 12 + "einde"


def _punt(titel: str, nr: int = 1, *, vervallen: bool = False) -> Agendapunt:
    return Agendapunt(
        kenmerk=f"FL-2026-01.V{nr}",
        dag=date(2026, 12, 31),
        volgnummer=7,
        titel=titel,
        gemaakt_op=datetime(2026, 12, 1, 8, 30, 15, tzinfo=UTC),
        vervallen=vervallen,
    )


def test_een_agendaprogramma_leest_wat_er_bedoeld_is() -> None:
    """Both days of an all-day entry are dates, and the last one is not in it."""
    agenda = Calendar.from_ical(als_agenda([_punt("Antwoord"), _punt("Nog een", 2)]))
    een, twee = agenda.walk("VEVENT")
    assert (agenda["METHOD"], agenda["VERSION"], een["UID"]) == ("PUBLISH", "2.0", "FL-2026-01.V1@opgavenmotor")
    assert (een["DTSTART"].dt, een["DTEND"].dt) == (date(2026, 12, 31), date(2027, 1, 1))
    assert een["DTSTAMP"].dt == datetime(2026, 12, 1, 8, 30, 15, tzinfo=UTC)
    assert (een["SEQUENCE"], een["STATUS"], twee["SUMMARY"]) == (7, "CONFIRMED", "Nog een")


def test_wat_verviel_gaat_uit_de_agenda() -> None:
    """RFC 5546: the method says so, and the entry too."""
    agenda = Calendar.from_ical(als_agenda([_punt("x", vervallen=True)]))
    assert (agenda["METHOD"], agenda.walk("VEVENT")[0]["STATUS"]) == ("CANCEL", "CANCELLED")


@pytest.mark.parametrize("titel", ["a; b, c\\n d\\", 'met "aanhaling": ja', LANG, "é" * 200, "regel\nEND:VEVENT"])
def test_wat_mensen_schrijven_blijft_een_tekst(titel: str) -> None:
    """Signs with a meaning, long lines, characters of several bytes and line breaks come back as they were."""
    ruw = als_agenda([_punt(titel)])
    (een,) = Calendar.from_ical(ruw).walk("VEVENT")
    assert str(een["SUMMARY"]) == titel
    assert all(len(regel) <= LANGSTE_REGEL for regel in ruw.split(b"\r\n"))
    assert ruw.decode().count("BEGIN:") == 2


def test_een_onzichtbaar_teken_breekt_het_bestand_niet() -> None:
    """A calendar refuses the whole file for one control sign."""
    ruw = als_agenda([_punt("a\0b\x1bc")])
    assert b"SUMMARY:a b c\r\n" in ruw
