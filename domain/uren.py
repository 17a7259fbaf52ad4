"""Terms in hours: real hours on the clock of Amsterdam, which the Algemene termijnenwet leaves alone (Atw 4)."""

import re
from datetime import date, datetime, timedelta
from typing import Annotated, NamedTuple, Self

from pydantic import Field

from domain.basis import Model, Weigering
from domain.kalender import datum_voluit, lokaal, op

UUR = timedelta(hours=1)

_VORM = re.compile(r"([1-9][0-9]{0,3})u", re.ASCII)


class Uren(Model):
    """A number of hours, written as "48u"."""

    aantal: Annotated[int, Field(ge=1, le=9999)]

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read "48u". Raises ValueError for anything else."""
        treffer = _VORM.fullmatch(tekst.strip())
        if treffer is None:
            raise ValueError("een aantal uren is een getal met u erachter, zoals 48u")
        return cls(aantal=int(treffer[1]))

    @property
    def voluit(self) -> str:
        """In words: "48 uur"."""
        return f"{self.aantal} uur"


class Urenuitkomst(NamedTuple):
    """The moment at which a term in hours ends, with the offset of Amsterdam, and why."""

    einde: datetime
    grondslag: tuple[str, ...]
    uitleg: str


def klok(dag: date, uur: int, minuut: int = 0) -> datetime:
    """The moment at which the clock in Amsterdam says this time, with its offset.

    A time that comes twice (the night in October) means the first one.

    Raises:
        Weigering: the clock skipped this time (the night in March).
    """
    moment = lokaal(op(dag, uur, minuut))
    if (moment.hour, moment.minute) != (uur, minuut):
        raise Weigering(
            "tijdstip", f"{uur:02d}:{minuut:02d} bestaat niet op {datum_voluit(dag)}: de klok gaat dan een uur vooruit."
        )
    return moment


def komt_twee_keer(moment: datetime) -> bool:
    """Whether the clock in Amsterdam says the same once more an hour later (the night in October)."""
    return lokaal(moment).replace(tzinfo=None) == lokaal(moment + UUR).replace(tzinfo=None)


def tel_uren(van: datetime, uren: Uren, *, terug: bool = False) -> Urenuitkomst:
    """Count whole hours as they pass, whatever the clock does meanwhile; nothing is rolled.

    Args:
        van: the moment of the event, with a zone.
        terug: counted backwards from the event.
    """
    begin = lokaal(van)
    einde = lokaal(begin - uren.aantal * UUR if terug else begin + uren.aantal * UUR)
    telling = "terug vanaf" if terug else "vanaf"
    zinnen = [f"{uren.voluit} {telling} {tijdstip_voluit(begin)}: {tijdstip_voluit(einde)}."]
    if begin.utcoffset() != einde.utcoffset():
        zinnen.append("De klok wordt in die tijd verzet; geteld zijn echte uren.")
    zinnen.append("De Algemene termijnenwet geldt niet voor een termijn in uren.")
    return Urenuitkomst(einde, ("Atw 4",), " ".join(zinnen))


def tijdstip_voluit(moment: datetime) -> str:
    """A moment as people in Amsterdam read it: "dinsdag 10 maart 2026 om 14:00 uur"; seconds only when there are."""
    hier = lokaal(moment)
    vorm = "%H:%M:%S" if hier.second else "%H:%M"
    return f"{datum_voluit(hier.date())} om {hier.strftime(vorm)} uur"
