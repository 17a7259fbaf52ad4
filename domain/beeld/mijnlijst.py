"""The grouping of what waits on somebody: too late, today, this week, later; for the screen and the weekly letter."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar

from domain.basis import Model, Moment

KOPPEN = {
    "te_laat": "Te laat",
    "vandaag": "Vandaag",
    "deze_week": "Deze week",
    "later": "Later",
    "zonder_datum": "Zonder datum",
}
"""The groups in order of urgency, with their headings."""


class Wachtend(Protocol):
    """Anything with a last day, or none."""

    @property
    def uiterlijk(self) -> date | None: ...


class Weekronde(Model):
    """A request to make the weekly letters, at this moment."""

    nu: Moment


W = TypeVar("W", bound=Wachtend)


def per_tijd(rijen: Iterable[W], vandaag: date) -> dict[str, list[W]]:
    """What waits by urgency, each group in the order given; a week ends on Sunday."""
    zondag = vandaag + timedelta(days=6 - vandaag.weekday())
    groepen: dict[str, list[W]] = {naam: [] for naam in KOPPEN}
    for rij in rijen:
        groepen[_tijdvak(rij.uiterlijk, vandaag, zondag)].append(rij)
    return groepen


def _tijdvak(dag: date | None, vandaag: date, zondag: date) -> str:
    if dag is None:
        return "zonder_datum"
    if dag <= vandaag:
        return "vandaag" if dag == vandaag else "te_laat"
    return "deze_week" if dag <= zondag else "later"
