"""What the calendar of a body says: which meetings count, when the papers must be in, and where it denies itself.

A reces stops meetings, and nothing after the last known day is guessed.
"""

from datetime import date, timedelta

from domain.kalender import datum_voluit
from domain.orgaan import Orgaankalender, Reces


def in_reces(kalender: Orgaankalender, dag: date) -> Reces | None:
    """The reces of the body in which a day falls, or None."""
    return next((reces for reces in kalender.reces if reces.van <= dag <= reces.tot), None)


def vergaderdagen(kalender: Orgaankalender, vanaf: date) -> tuple[date, ...]:
    """The meetings from a day on that count: in order, none in a reces, none after `bekend_tot`."""
    dagen = sorted(set(kalender.vergaderingen))
    return tuple(d for d in dagen if vanaf <= d <= kalender.bekend_tot and in_reces(kalender, d) is None)


def eerstvolgende(kalender: Orgaankalender, vandaag: date) -> date | None:
    """The first meeting from today on, also when the day for its papers has passed; None when none is known."""
    return next(iter(vergaderdagen(kalender, vandaag)), None)


def stukken_op(kalender: Orgaankalender, vergadering: date) -> date:
    """The last day to hand in the papers for a meeting."""
    return vergadering - timedelta(days=kalender.stukken_dagen)


def tegenstrijdig(kalender: Orgaankalender, vanaf: date, tot: date) -> tuple[str, ...]:
    """A Dutch sentence for each listed meeting in this period that does not count, because the calendar denies it."""
    dagen = (dag for dag in sorted(set(kalender.vergaderingen)) if vanaf <= dag <= tot)
    return tuple(
        f"De vergadering van {datum_voluit(d)} telt niet mee: {w}." for d in dagen if (w := _omdat(kalender, d))
    )


def uittreksel(kalender: Orgaankalender, van: date, tot: date) -> Orgaankalender:
    """The part of a calendar from one day through another, to travel with a command; it knows nothing after `tot`.

    How much fits in a meeting stays behind: no rule of a single opgave rests on it.
    """
    return kalender.met(
        vergaderingen=tuple(dag for dag in kalender.vergaderingen if van <= dag <= tot),
        reces=tuple(reces for reces in kalender.reces if reces.van <= tot and reces.tot >= van),
        bekend_tot=min(kalender.bekend_tot, tot),
        capaciteit=None,
    )


def _omdat(kalender: Orgaankalender, dag: date) -> str:
    """Why a listed meeting does not count; empty for one that does."""
    if reces := in_reces(kalender, dag):
        return f"dan is het {recesnaam(reces)}"
    return f"de kalender is bekend tot en met {datum_voluit(kalender.bekend_tot)}" if dag > kalender.bekend_tot else ""


def recesnaam(reces: Reces) -> str:
    """A reces after "het": "zomerreces 2026", or "reces (meivakantie)" when its name does not say so."""
    naam = reces.naam
    if naam[1:2].islower():  # not the capitals of an abbreviation
        naam = naam[:1].lower() + naam[1:]
    return naam if "reces" in naam.lower() else f"reces ({naam})"
