"""On which days people do something: no weekend, no feestdag."""

from datetime import date

from domain.kalender import Kalender

_ALGEMEEN = Kalender(dekt_jaren=(0, 0))
"""The days that are free in every year; a forecast looks further than gelijkgestelde dagen are known."""


def werkdag(dag: date) -> date:
    """The day itself, or the first working day after it: nobody answers in a weekend."""
    return _ALGEMEEN.eerste_werkdag_vanaf(dag)


def is_werkdag(dag: date) -> bool:
    return _ALGEMEEN.is_werkdag(dag)
