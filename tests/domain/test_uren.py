"""Terms in hours: real hours on the clock of Amsterdam, checked against the time zone database."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.basis import Weigering
from domain.uren import Uren, klok, komt_twee_keer, tel_uren, tijdstip_voluit

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MOMENTEN = st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC))
AANTALLEN = st.builds(Uren, aantal=st.integers(1, 6000))


def test_achtenveertig_uur_eindigt_twee_dagen_later_op_hetzelfde_uur() -> None:
    """On 10 March 14:00 plus 48 hours: 12 March 14:00, with the offset of that day, and Atw 4 says why nothing rolls."""
    uitkomst = tel_uren(klok(date(2026, 3, 10), 14), Uren.lees("48u"))
    assert uitkomst.einde.isoformat() == "2026-03-12T14:00:00+01:00"
    assert uitkomst.grondslag == ("Atw 4",)
    assert "donderdag 12 maart 2026 om 14:00 uur" in uitkomst.uitleg
    assert "verzet" not in uitkomst.uitleg


def test_een_termijn_in_uren_mag_op_zondag_eindigen() -> None:
    """Friday noon plus 48 hours is Sunday noon: hours are not covered by the Atw."""
    assert tel_uren(klok(date(2026, 3, 13), 12), Uren.lees("48u")).einde.isoformat() == "2026-03-15T12:00:00+01:00"


@pytest.mark.parametrize(
    ("dag", "einde"),
    [(date(2026, 3, 28), "2026-03-29T13:00:00+02:00"), (date(2026, 10, 24), "2026-10-25T11:00:00+01:00")],
)
def test_wanneer_de_klok_wordt_verzet_tellen_echte_uren(dag: date, einde: str) -> None:
    """24 hours over the change of the clock end an hour later or earlier on it, and the explanation says so."""
    uitkomst = tel_uren(klok(dag, 12), Uren.lees("24u"))
    assert uitkomst.einde.isoformat() == einde
    assert "verzet" in uitkomst.uitleg


@given(MOMENTEN, AANTALLEN, st.booleans())
def test_uren_lopen_gelijk_met_de_tijdzonetabel(van: datetime, uren: Uren, terug: bool) -> None:
    """The end is the moment so many real hours on, with the offset of the database."""
    verschil = timedelta(hours=-uren.aantal if terug else uren.aantal)
    einde = tel_uren(van, uren, terug=terug).einde
    assert einde == van + verschil
    assert einde.utcoffset() == (van + verschil).astimezone(AMSTERDAM).utcoffset()


@given(MOMENTEN, AANTALLEN)
def test_uren_heen_en_terug_is_het_begin(van: datetime, uren: Uren) -> None:
    assert tel_uren(tel_uren(van, uren).einde, uren, terug=True).einde == van


def test_een_tijd_die_de_klok_overslaat_bestaat_niet() -> None:
    """Between 02:00 and 03:00 in the night of 29 March 2026 there was nothing."""
    with pytest.raises(Weigering, match="02:30 bestaat niet op zondag 29 maart 2026"):
        klok(date(2026, 3, 29), 2, 30)
    assert klok(date(2026, 3, 29), 3).isoformat() == "2026-03-29T03:00:00+02:00"


def test_een_tijd_die_twee_keer_komt_is_de_eerste() -> None:
    """In the night of 25 October 2026 02:30 comes twice; nothing else does."""
    eerste = klok(date(2026, 10, 25), 2, 30)
    assert eerste.isoformat() == "2026-10-25T02:30:00+02:00"
    assert komt_twee_keer(eerste)
    assert not komt_twee_keer(klok(date(2026, 10, 25), 3))
    assert not komt_twee_keer(klok(date(2026, 3, 29), 3))


@pytest.mark.parametrize("tekst", ["", "u", "0u", "-1u", "48", "48 u", "1.5u", "48U", "10000u", "٣u", "8w"])
def test_onleesbare_uren_worden_geweigerd(tekst: str) -> None:
    with pytest.raises(ValueError, match="48u"):
        Uren.lees(tekst)


def test_een_tijdstip_leest_als_nederlands() -> None:
    assert tijdstip_voluit(datetime(2026, 7, 1, 12, tzinfo=UTC)) == "woensdag 1 juli 2026 om 14:00 uur"
    assert tijdstip_voluit(datetime(2026, 7, 1, 12, 0, 5, tzinfo=UTC)) == "woensdag 1 juli 2026 om 14:00:05 uur"
    assert Uren.lees("1u").voluit == "1 uur"
