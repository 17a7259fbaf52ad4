"""Legal days and local time: the vectors of domain.md 4.1 and two independent packages as oracles."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kalender import (
    DAG,
    Kalender,
    dagtekst,
    datum_in_cijfers,
    datum_voluit,
    einde_dag,
    feestdagen,
    koningsdag,
    lees_dagtekst,
    lokaal,
    lokale_datum,
    op,
    pasen,
)
from domain.reglement.r2026_1.kalender import KALENDER
from domain.reglement.register import nieuwste

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAGEN = st.dates(date(2020, 1, 1), date(2035, 12, 31))
MOMENTEN = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))


@pytest.mark.parametrize("dag", [date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16)])
def test_pasen_valt_op_de_dag_van_het_bronboek(dag: date) -> None:
    """Easter is the day written in domain.md 4.1."""
    assert pasen(dag.year) == dag


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2026, 5, 14), "hemelvaartsdag"),
        (date(2027, 5, 6), "hemelvaartsdag"),
        (date(2028, 5, 25), "hemelvaartsdag"),
        (date(2026, 5, 25), "tweede pinksterdag"),
        (date(2027, 5, 17), "tweede pinksterdag"),
        (date(2028, 6, 5), "tweede pinksterdag"),
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 5, 5), "bevrijdingsdag (5 mei)"),
    ],
)
def test_een_feestdag_staat_er_met_zijn_naam(dag: date, naam: str) -> None:
    """A movable day of domain.md 4.1 is a feestdag under its own name."""
    assert (dag, naam) in feestdagen(dag.year)
    assert KALENDER.vrij_omdat(dag) == naam


def test_koningsdag_wijkt_voor_de_zondag() -> None:
    """King's day is 27 April, and 26 April when the 27th is a Sunday."""
    assert koningsdag(2025) == date(2025, 4, 26)
    assert koningsdag(2026) == date(2026, 4, 27)


@pytest.mark.parametrize("jaar", range(2014, 2100))
def test_de_feestdagen_zijn_die_van_een_onafhankelijk_pakket(jaar: int) -> None:
    """Every year equals the holidays package (public and optional), without Easter and Whit Sunday."""
    anders = set(holidays.country_holidays("NL", years=jaar, categories=("public", "optional")))
    zondagen = {pasen(jaar), pasen(jaar) + 49 * DAG}
    assert {f.datum for f in feestdagen(jaar)} == anders - zondagen


def test_elke_dag_is_een_werkdag_of_niet_zoals_in_het_pakket() -> None:
    """All days of 2014 through 2099, one by one; without decrees, which the package does not know either."""
    vrij = holidays.country_holidays("NL", years=range(2014, 2100), categories=("public", "optional"))
    kaal = Kalender(dekt_jaren=(2014, 2099))
    dagen = [date(2014, 1, 1) + n * DAG for n in range((date(2100, 1, 1) - date(2014, 1, 1)).days)]
    anders = [dag for dag in dagen if kaal.is_werkdag(dag) != (dag.weekday() < 5 and dag not in vrij)]
    assert (len(dagen), anders) == (31411, [])


def test_de_gelijkgestelde_dagen_zijn_die_van_de_besluiten() -> None:
    """The days of domain.md 4.1, also in the newest reglement, and no others."""
    dagen = [
        "2023-04-28",
        "2023-05-19",
        "2024-05-10",
        "2024-12-27",
        "2025-05-30",
        "2026-01-02",
        "2026-05-15",
        "2027-05-07",
        "2028-04-28",
        "2028-05-26",
    ]
    assert [g.datum.isoformat() for g in nieuwste().kalender.gelijkgesteld] == dagen


@pytest.mark.parametrize("dag", [g.datum for g in KALENDER.gelijkgesteld])
def test_een_gelijkgestelde_dag_is_geen_werkdag(dag: date) -> None:
    """A day equated by decree is free, although no rule would make it so, and says where that was read."""
    assert KALENDER.vrij_omdat(dag) == "gelijkgestelde dag"
    assert Kalender(dekt_jaren=(2023, 2028)).is_werkdag(dag)
    assert all(g.bron.startswith("W31") for g in KALENDER.gelijkgesteld)


def test_een_lokale_dag_is_een_gewone_werkdag() -> None:
    """Carnival and biddag are working days."""
    assert KALENDER.is_werkdag(date(2026, 2, 16))
    assert KALENDER.is_werkdag(date(2026, 3, 11))


def test_de_kalender_zegt_welke_jaren_ze_dekt() -> None:
    """Outside the years of the decrees the calendar warns."""
    assert KALENDER.dekt(date(2028, 12, 31))
    assert not KALENDER.dekt(date(2029, 1, 1))
    assert not KALENDER.dekt(date(2022, 12, 31))


@given(DAGEN, st.integers(0, 60))
def test_vooruit_en_terug_tellen_heffen_elkaar_op(dag: date, aantal: int) -> None:
    """From a working day, n working days on and n back is the same day, and the other way round."""
    start = KALENDER.eerste_werkdag_vanaf(dag)
    assert KALENDER.werkdagen_voor(KALENDER.werkdagen_na(start, aantal), aantal) == start
    assert KALENDER.werkdagen_na(KALENDER.werkdagen_voor(start, aantal), aantal) == start


@given(DAGEN, st.integers(1, 60))
def test_werkdagen_tellen_is_dagen_tellen_zonder_de_vrije(dag: date, aantal: int) -> None:
    """The n-th working day after a day is a working day, with exactly n working days up to and including it."""
    einde = KALENDER.werkdagen_na(dag, aantal)
    assert KALENDER.is_werkdag(einde)
    assert KALENDER.aantal_werkdagen(dag + DAG, einde) == aantal


@given(DAGEN)
def test_opschuiven_gaat_naar_de_dichtstbijzijnde_werkdag(dag: date) -> None:
    """The next and the previous working day leave only free days in between, and a working day stays."""
    later, eerder = KALENDER.eerste_werkdag_vanaf(dag), KALENDER.laatste_werkdag_tot(dag)
    assert eerder <= dag <= later
    assert KALENDER.aantal_werkdagen(eerder, later) == (1 if KALENDER.is_werkdag(dag) else 2)


def test_een_negatief_aantal_werkdagen_bestaat_niet() -> None:
    """Counting a negative number of working days is an error, not a surprise."""
    with pytest.raises(ValueError, match="negatief"):
        KALENDER.werkdagen_na(date(2026, 1, 1), -1)


@given(MOMENTEN)
def test_de_klok_van_amsterdam_loopt_gelijk_met_de_tijdzonetabel(moment: datetime) -> None:
    """The own rule equals the time zone database, 2000 through 2037."""
    anders = moment.astimezone(AMSTERDAM)
    assert lokaal(moment).utcoffset() == anders.utcoffset()
    assert lokale_datum(moment) == anders.date()


@pytest.mark.parametrize("jaar", range(2000, 2038))
@pytest.mark.parametrize("maand", [3, 10])
def test_de_wissel_van_de_klok_klopt_op_de_minuut(jaar: int, maand: int) -> None:
    """On both sides of every change of the clock the own rule equals the database."""
    laatste = max(d for d in (date(jaar, maand, n) for n in range(25, 32)) if d.weekday() == 6)
    for minuten in (-1, 0, 1, 59, 60, 61):
        moment = datetime(jaar, maand, laatste.day, 1, tzinfo=UTC) + timedelta(minutes=minuten)
        assert lokaal(moment).utcoffset() == moment.astimezone(AMSTERDAM).utcoffset()


@given(st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31)))
def test_een_tijd_op_de_klok_wordt_hetzelfde_moment(klok: datetime) -> None:
    """A time on a date becomes the moment the database gives, in the doubled and the skipped hour too."""
    verwacht = klok.replace(second=0, microsecond=0, tzinfo=AMSTERDAM).astimezone(UTC)
    assert op(klok.date(), klok.hour, klok.minute) == verwacht


def test_een_dag_eindigt_om_middernacht_lokale_tijd() -> None:
    """A term ends at 24:00 in Amsterdam: 22:00 UTC in summer, 23:00 in winter."""
    assert einde_dag(date(2026, 5, 6)) == datetime(2026, 5, 6, 22, tzinfo=UTC)
    assert einde_dag(date(2026, 1, 6)) == datetime(2026, 1, 6, 23, tzinfo=UTC)


def test_een_moment_zonder_zone_wordt_geweigerd() -> None:
    """A moment without a zone has no date in Amsterdam."""
    with pytest.raises(ValueError, match="tijdzone"):
        lokale_datum(datetime(2026, 1, 1))


def test_een_datum_leest_als_nederlands() -> None:
    """A date is written the way people read it, as long as there is room for."""
    dag = date(2025, 5, 6)
    assert (datum_voluit(dag), dagtekst(dag)) == ("dinsdag 6 mei 2025", "6 mei 2025")
    assert datum_in_cijfers(dag) == "6-5-2025"


def test_een_datum_in_woorden_leest_terug_en_onzin_niet() -> None:
    """What is written in a mail can be read back from it; what is no date is none."""
    assert lees_dagtekst(dagtekst(date(2028, 2, 29))) == date(2028, 2, 29)
    assert [lees_dagtekst(t) for t in ("31 februari 2026", "3 may 2026", "", "x mei 2026")] == [None] * 4
