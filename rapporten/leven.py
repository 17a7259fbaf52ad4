"""What a report is made of: lives as they stood on a day, already sifted. No report ever sees more than this."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from domain.basis import Model
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.stand import Stand

EEN_DAG_UUR = time(12)
"""Noon: the moment of a report about a day reads as that day in every zone."""


class Aanzet(Model):
    """Who is up, by function and organisation, since when and until when; never what about."""

    wie: str
    organisatie: str
    sinds: date
    uiterlijk: date | None = None


@dataclass(frozen=True)
class Gezeefd:
    """One life as it stood at the end of `op`, without what others may not read; see `rapporten.zeef`.

    `kop` is the hash of the last fact, `seq` its number: with them anyone can check what the report rests on.
    """

    stand: Stand
    feiten: tuple[Feit, ...]
    op: date
    seq: int
    kop: str
    aan_zet: tuple[Aanzet, ...] = ()

    @property
    def id(self) -> str:
        """The id of the opgave or agenda."""
        return self.stand.opgave

    @property
    def titel(self) -> str:
        """Its title."""
        return self.stand.leven.titel or self.id

    def inhoud(self, soort: str, van: date | None = None, tot: date | None = None) -> Iterator[tuple[date, Any]]:
        """Day and content of every fact of this kind that counts in a period, both days included."""
        for feit in self.feiten:
            if feit.inhoud.soort == soort and (van or date.min) <= telt_op(feit) <= (tot or date.max):
                yield feit.gebeurd_op, feit.inhoud


def telt_op(feit: Feit) -> date:
    """The day by which a fact is counted: that of recording.

    A report of a period never changes any more, so what is recorded after its end counts in the next one: every fact in
    exactly one half year and one year.
    """
    return lokale_datum(feit.vastgelegd_op)


def halfjaar_van(dag: date) -> str:
    """The half year of a day: `2027-1` is January through June."""
    return f"{dag.year}-{1 if dag.month <= 6 else 2}"


def grenzen(halfjaar: str) -> tuple[date, date]:
    """The first and the last day of a half year."""
    jaar, helft = halfjaar.split("-")
    maand = 1 if helft == "1" else 7
    return date(int(jaar), maand, 1), date(int(jaar), maand + 5, 30 if maand == 1 else 31)


def volgende(halfjaar: str) -> str:
    """The half year after this one."""
    jaar, helft = halfjaar.split("-")
    return f"{jaar}-2" if helft == "1" else f"{int(jaar) + 1}-1"


def kenmerk(levens: Iterable[Gezeefd]) -> str:
    """What a report rests on: of one life its last fact, of several one hash over the last fact of each."""
    rijen = sorted((leven.id, leven.seq, leven.kop) for leven in levens)
    if len(rijen) == 1:
        return f"{rijen[0][0]}:{rijen[0][1]} {rijen[0][2][:12]}"
    tekst = "\n".join(f"{id_}:{seq}:{kop}" for id_, seq, kop in rijen)
    return f"{len(rijen)} levens, {hashlib.sha256(tekst.encode()).hexdigest()[:12]}"


def moment(dag: date) -> datetime:
    """The moment of a report about this day."""
    return datetime.combine(dag, EEN_DAG_UUR, UTC)


def laatste_dag(levens: Sequence[Gezeefd], anders: date) -> date:
    """The day of the last fact of these lives, `anders` when there is none."""
    dagen = [leven.feiten[-1].gebeurd_op for leven in levens if leven.feiten]
    return max(dagen, default=anders)
