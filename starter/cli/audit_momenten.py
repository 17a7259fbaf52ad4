"""Moments as people type them: a date, or the number of a fact."""

from datetime import date

from audit.tijd import moment
from audit.tijd.moment import Boek
from domain.feit import Feit
from domain.kalender import lokaal
from domain.woorden import datum
from starter.cli.datums import lees_datum
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout


def lees_dag(tekst: str, veld: str) -> date:
    """A date as typed. Raises Invoerfout that names the field."""
    return lees_datum(tekst, omgeving().vandaag(), veld)


def lees_seq(boek: Boek, tekst: str, veld: str) -> int:
    """The number of the last fact at a moment that is a date or a number.

    Raises:
        Invoerfout: it is neither.
        MomentFout: nothing is known of that moment.
    """
    if tekst.strip().lstrip("-").isdigit():
        return moment.bij_feit(boek, int(tekst))
    return moment.op_dag(boek, lees_dag(tekst, veld))


def een_van(**keuzen: str | int | None) -> str | None:
    """Which of the options was given, None when none was. Raises Invoerfout for more than one."""
    gegeven = [f"--{naam.replace('_', '-')}" for naam, waarde in keuzen.items() if waarde is not None]
    if len(gegeven) > 1:
        raise Invoerfout(f"Kies een van deze, niet samen: {', '.join(gegeven)}.")
    return gegeven[0] if gegeven else None


def tijdstip(feit: Feit) -> str:
    """When a fact was recorded: `maandag 2 december 2024, 10:01`."""
    return f"{datum(lokaal(feit.vastgelegd_op).date())}, {lokaal(feit.vastgelegd_op):%H:%M}"
