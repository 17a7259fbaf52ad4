"""Legal days and local time, from dated data and two fixed rules; no clock and no time zone database.

A day is a working day unless it is a Saturday, a Sunday, a feestdag (Atw 3) or a gelijkgestelde dag (Atw 3 lid 3).
Local time is Europe/Amsterdam by the EU rule (summer time from the last Sunday of March to the last Sunday of October,
01:00 UTC), written out here because an update of a time zone database must never change an old history.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple, Self

from domain.basis import Dag, Model

DAG = timedelta(days=1)
WINTERTIJD = timezone(timedelta(hours=1))
ZOMERTIJD = timezone(timedelta(hours=2))
DAGNAMEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDNAMEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


class Feestdag(NamedTuple):
    """One algemeen erkende feestdag of a year."""

    datum: date
    naam: str


def pasen(jaar: int) -> date:
    """Easter Sunday of a Gregorian year (the anonymous computus)."""
    eeuw, rest = divmod(jaar, 100)
    gulden = jaar % 19
    schrikkel, eeuwrest = divmod(eeuw, 4)
    correctie = (eeuw - (eeuw + 8) // 25 + 1) // 3
    epacta = (19 * gulden + eeuw - schrikkel - correctie + 15) % 30
    weekdag = (32 + 2 * eeuwrest + 2 * (rest // 4) - epacta - rest % 4) % 7
    inhaal = (gulden + 11 * epacta + 22 * weekdag) // 451
    maand, dag = divmod(epacta + weekdag - 7 * inhaal + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """The day the King's birthday is celebrated: 27 April, or 26 April when the 27th is a Sunday (since 2014)."""
    dag = date(jaar, 4, 27)
    return dag - DAG if dag.weekday() == 6 else dag


@lru_cache(maxsize=256)
def feestdagen(jaar: int) -> tuple[Feestdag, ...]:
    """The feestdagen of Atw 3 in date order, Goede Vrijdag included (Atw 3 lid 2), 5 mei every year.

    Easter and Whit Sunday are left out: they are Sundays. Holds from 2014 on (before that there was Koninginnedag).
    """
    zondag = pasen(jaar)
    dagen = (
        Feestdag(date(jaar, 1, 1), "nieuwjaarsdag"),
        Feestdag(zondag - 2 * DAG, "Goede Vrijdag"),
        Feestdag(zondag + DAG, "tweede paasdag"),
        Feestdag(koningsdag(jaar), "koningsdag"),
        Feestdag(date(jaar, 5, 5), "bevrijdingsdag (5 mei)"),
        Feestdag(zondag + 39 * DAG, "hemelvaartsdag"),
        Feestdag(zondag + 50 * DAG, "tweede pinksterdag"),
        Feestdag(date(jaar, 12, 25), "eerste kerstdag"),
        Feestdag(date(jaar, 12, 26), "tweede kerstdag"),
    )
    return tuple(sorted(dagen))


class GelijkgesteldeDag(Model):
    """A day that a royal decree puts on a par with a feestdag (Atw 3 lid 3), with the source it was read in."""

    datum: Dag
    bron: str


class Kalender(Model):
    """The working days as known to one reglement.

    `dekt_jaren` is the first and the last year for which the decrees were looked up. Outside it a day still gets an
    answer, by the fixed rules alone; ask `dekt` and warn.
    """

    gelijkgesteld: tuple[GelijkgesteldeDag, ...] = ()
    dekt_jaren: tuple[int, int]

    def met_dagen(self, dagen: Iterable[GelijkgesteldeDag]) -> Self:
        """This calendar with more gelijkgestelde dagen; a day it knew already stays as it was."""
        bekend = {g.datum for g in self.gelijkgesteld}
        return self.met(gelijkgesteld=(*self.gelijkgesteld, *(d for d in dagen if d.datum not in bekend)))

    def dekt(self, dag: date) -> bool:
        """Whether the table of gelijkgestelde dagen is complete for the year of this day."""
        eerste, laatste = self.dekt_jaren
        return eerste <= dag.year <= laatste

    def vrij_omdat(self, dag: date) -> str | None:
        """Why a day is no working day, in Dutch ("zaterdag", "koningsdag", ...), or None for a working day."""
        if vast := _altijd_vrij(dag):
            return vast
        for gelijkgesteld in self.gelijkgesteld:
            if gelijkgesteld.datum == dag:
                return "gelijkgestelde dag"
        return None

    def is_werkdag(self, dag: date) -> bool:
        """Whether a day is a working day (Atw 1 and 3)."""
        return self.vrij_omdat(dag) is None

    def werkdagen_na(self, dag: date, aantal: int) -> date:
        """The n-th working day after a day; n = 0 gives the day itself. Raises ValueError when n is negative."""
        return self._tel(dag, aantal, DAG)

    def werkdagen_voor(self, dag: date, aantal: int) -> date:
        """The n-th working day before a day; n = 0 gives the day itself. Raises ValueError when n is negative."""
        return self._tel(dag, aantal, -DAG)

    def eerste_werkdag_vanaf(self, dag: date) -> date:
        """The day itself when it is a working day, else the next one (Atw 1 lid 1)."""
        while self.vrij_omdat(dag):
            dag += DAG
        return dag

    def laatste_werkdag_tot(self, dag: date) -> date:
        """The day itself when it is a working day, else the one before it."""
        while self.vrij_omdat(dag):
            dag -= DAG
        return dag

    def aantal_werkdagen(self, eerste: date, laatste: date) -> int:
        """How many working days there are from the first through the last day, both counted."""
        return sum(self.is_werkdag(eerste + n * DAG) for n in range((laatste - eerste).days + 1))

    def _tel(self, dag: date, aantal: int, stap: timedelta) -> date:
        if aantal < 0:
            raise ValueError("het aantal werkdagen mag niet negatief zijn")
        for _ in range(aantal):
            dag += stap
            while self.vrij_omdat(dag):
                dag += stap
        return dag


@lru_cache(maxsize=8192)
def _altijd_vrij(dag: date) -> str | None:
    """Why a day is free in every year by a fixed rule, or None."""
    for feestdag in feestdagen(dag.year):
        if feestdag.datum == dag:
            return feestdag.naam
    return DAGNAMEN[dag.weekday()] if dag.weekday() >= 5 else None


def datum_voluit(dag: date) -> str:
    """A date as people read it: "dinsdag 6 mei 2025"."""
    return f"{DAGNAMEN[dag.weekday()]} {dagtekst(dag)}"


def datum_in_cijfers(dag: date) -> str:
    """A date for where there is little room: "6-5-2025"."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def dagtekst(dag: date) -> str:
    """A date without the day of the week: "3 mei 2026"."""
    return f"{dag.day} {MAANDNAMEN[dag.month - 1]} {dag.year}"


def lees_dagtekst(tekst: str) -> date | None:
    """The date in such a text; None when it is none."""
    delen = tekst.split()
    if len(delen) != 3 or delen[1] not in MAANDNAMEN:
        return None
    try:
        return date(int(delen[2]), MAANDNAMEN.index(delen[1]) + 1, int(delen[0]))
    except ValueError:
        return None


def _laatste_zondag(jaar: int, maand: int) -> date:
    laatste = date(jaar, maand, 31)  # March and October both have 31 days
    return laatste - timedelta(days=(laatste.weekday() + 1) % 7)


@lru_cache(maxsize=256)
def _zomertijd(jaar: int) -> tuple[datetime, datetime]:
    """First and last moment (UTC, last excluded) of summer time in a year."""
    een_uur = time(1, tzinfo=UTC)
    begin, eind = (datetime.combine(_laatste_zondag(jaar, maand), een_uur) for maand in (3, 10))
    return begin, eind


def lokaal(moment: datetime) -> datetime:
    """A moment on the clock of Amsterdam, with its fixed offset. Raises ValueError for a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError("een moment heeft een tijdzone nodig")
    begin, eind = _zomertijd(moment.astimezone(UTC).year)
    return moment.astimezone(ZOMERTIJD if begin <= moment < eind else WINTERTIJD)


@lru_cache(maxsize=8192)
def lokale_datum(moment_utc: datetime) -> date:
    """The date in Amsterdam at a moment. Raises ValueError for a moment without a zone."""
    return lokaal(moment_utc).date()


@lru_cache(maxsize=8192)
def op(datum: date, uur: int, minuut: int = 0) -> datetime:
    """The moment in UTC at which the clock in Amsterdam says this time on this date.

    An hour that comes twice (October) means the first one; an hour that is skipped (March) is read as winter time.
    """
    klok = datetime.combine(datum, time(uur, minuut))
    begin, eind = (datetime.combine(_laatste_zondag(datum.year, maand), time(3)) for maand in (3, 10))
    return klok.replace(tzinfo=ZOMERTIJD if begin <= klok < eind else WINTERTIJD).astimezone(UTC)


def einde_dag(datum: date) -> datetime:
    """The moment in UTC at which a term that ends on this date is over: 24:00 in Amsterdam (domain.md 4.1 rule 10)."""
    return op(datum + DAG, 0)
