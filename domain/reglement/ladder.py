"""Ladders of reminders: which function hears what, how long before or after the end of a term (domain.md 4.3)."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field

from domain.basis import Functie, Model
from domain.kalender import Kalender, op

Ontvanger = Literal["geadresseerde", "opdrachtgever_geadresseerde", "bestuurder_geadresseerde"]
"""Whoever owes the answer, and two functions above that at the same organisation."""
Toon = Literal["vriendelijk", "zakelijk", "vandaag", "herinnering", "escalatie", "bestuurlijk"]
VERZENDUUR = 9  # reminders go out on working days between 08:30 and 17:00


class Trede(Model):
    """One rung. `dagen` before (negative) or after the end; `geadresseerde` is whoever owes the answer.

    `akkoord`: it goes to bestuurders and leaves only when the manager agrees. `signaal`: it opens a signaal as well.
    """

    code: Annotated[str, Field(pattern=r"^T([+-][0-9]{1,3})?$")]
    dagen: int
    eenheid: Literal["werkdag", "kalenderdag"]
    aan: Functie | Ontvanger
    toon: Toon
    akkoord: bool = False
    signaal: bool = False


class Ladder(Model):
    """A named row of rungs; two rungs with one code go to two functions on the same day."""

    naam: str
    treden: tuple[Trede, ...]


class Herinnermoment(Model):
    """A reminder that is to go out: the rung's code, the function it goes to and the moment in UTC."""

    trede: str
    functie: Functie | Ontvanger
    toon: Toon
    moment: datetime
    akkoord: bool = False
    signaal: bool = False


def herinnermomenten(ladder: Ladder, einde: date, kalender: Kalender) -> tuple[Herinnermoment, ...]:
    """All reminders of a ladder for a term that ends on `einde`, in order of time.

    Each falls at 09:00 Amsterdam on a working day: calendar days move to the working day before, and so does the last
    day itself when it is not a working day. Moments that have passed are given too; the caller leaves them out.
    """
    momenten = (_moment(trede, einde, kalender) for trede in ladder.treden)
    return tuple(sorted(momenten, key=lambda m: (m.moment, m.trede, m.functie)))


def _moment(trede: Trede, einde: date, kalender: Kalender) -> Herinnermoment:
    moment = op(_verzenddag(trede, einde, kalender), VERZENDUUR)
    return Herinnermoment(
        trede=trede.code,
        functie=trede.aan,
        toon=trede.toon,
        moment=moment,
        akkoord=trede.akkoord,
        signaal=trede.signaal,
    )


def _verzenddag(trede: Trede, einde: date, kalender: Kalender) -> date:
    match trede.eenheid:
        case "kalenderdag":
            return kalender.laatste_werkdag_tot(einde + timedelta(days=trede.dagen))
        case "werkdag" if trede.dagen > 0:
            return kalender.werkdagen_na(einde, trede.dagen)
        case "werkdag":
            return kalender.laatste_werkdag_tot(kalender.werkdagen_voor(einde, -trede.dagen))
