"""A calendar to count by, written out apart from the one of the rules: Easter by Gauss, feestdagen of Atw 3.

Only the days on a par with a feestdag come from the tables in the pack (Atw 3 lid 3).
"""

from collections.abc import Set
from datetime import UTC, date, datetime, timedelta

EEN_DAG = timedelta(days=1)
_WEEKEINDE = {5: "zaterdag", 6: "zondag"}


def pasen(jaar: int) -> date:
    """Easter Sunday by Gauss, with his two exceptions."""
    eeuw = jaar // 100
    m = (15 - (13 + 8 * eeuw) // 25 + eeuw - eeuw // 4) % 30
    n = (4 + eeuw - eeuw // 4) % 7
    d = (19 * (jaar % 19) + m) % 30
    e = (2 * (jaar % 4) + 4 * (jaar % 7) + 6 * d + n) % 7
    if (d, e) == (29, 6) or (d == 28 and e == 6 and (11 * m + 11) % 30 < 19):
        e -= 7
    return date(jaar, 3, 22) + timedelta(days=d + e)


def vrij(dag: date, gelijkgesteld: Set[date]) -> str:
    """Why a day is no working day (Atw 1 and 3), or an empty text for a working day."""
    paas = (dag - pasen(dag.year)).days
    bij_pasen = {-2: "Goede Vrijdag", 1: "tweede paasdag", 39: "hemelvaartsdag", 50: "tweede pinksterdag"}
    vast = {(1, 1): "nieuwjaarsdag", (5, 5): "5 mei", (12, 25): "eerste kerstdag", (12, 26): "tweede kerstdag"}
    if dag == _koningsdag(dag.year):
        return "koningsdag"
    feest = vast.get((dag.month, dag.day)) or bij_pasen.get(paas) or _WEEKEINDE.get(dag.weekday())
    return feest or ("gelijkgestelde dag" if dag in gelijkgesteld else "")


def werkdag_vanaf(dag: date, gelijkgesteld: Set[date]) -> date:
    """The day itself, or the first working day after it."""
    while vrij(dag, gelijkgesteld):
        dag += EEN_DAG
    return dag


def werkdagen_tussen(eerste: date, laatste: date, gelijkgesteld: Set[date]) -> int:
    """How many working days there are, both days counted."""
    return sum(not vrij(eerste + n * EEN_DAG, gelijkgesteld) for n in range((laatste - eerste).days + 1))


def einde_van(dag: date) -> datetime:
    """24:00 in Amsterdam at the end of a day, in UTC: summer time between the last Sundays of March and October."""
    morgen = dag + EEN_DAG
    zomer = _laatste_zondag(morgen.year, 3) < morgen <= _laatste_zondag(morgen.year, 10)
    return datetime(morgen.year, morgen.month, morgen.day, tzinfo=UTC) - timedelta(hours=2 if zomer else 1)


def _koningsdag(jaar: int) -> date:
    return date(jaar, 4, 26 if date(jaar, 4, 27).weekday() == 6 else 27)


def _laatste_zondag(jaar: int, maand: int) -> date:
    return max(d for n in range(25, 32) if (d := date(jaar, maand, n)).weekday() == 6)
