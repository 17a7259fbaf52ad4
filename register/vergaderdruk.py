"""How full the coming meetings of a body are: what lies there for each, what may still come, and what fits.

What fits is a number of the body itself (`Orgaankalender.capaciteit`). It is a plan: nothing is ever refused for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select

from domain import pad
from domain.orgaan import Orgaankalender, Reces
from domain.stand import Stand
from domain.vergaderkalender import eerstvolgende, stukken_op, vergaderdagen
from register import organen
from register.lezen import voorstellen
from register.tabellen import OPGAVE, WACHTPOST
from register.verbinding import Register

LIGT = ("voorgelegd", "aangehouden")
HORIZON = timedelta(weeks=53)


@dataclass(frozen=True, slots=True)
class Vergaderdruk:
    """One meeting. `gepland` are the opgaven with a proposal for that day, `verwacht` those that can still make it.

    An opgave with two proposals stands there twice. `later` are those of which a forecast says that they come here,
    when one was asked. `capaciteit` is None when the body did not say what fits.
    """

    orgaan: str
    op: date
    stukken_op: date
    gepland: tuple[str, ...]
    verwacht: tuple[str, ...]
    capaciteit: int | None
    later: tuple[str, ...] = ()

    @property
    def aantal(self) -> int:
        """How many proposals there are and may come."""
        return len(self.gepland) + len(self.verwacht) + len(self.later)

    @property
    def te_veel(self) -> int:
        """How many more than fit; 0 when it fits or nobody said what fits."""
        return 0 if self.capaciteit is None else max(self.aantal - self.capaciteit, 0)


@dataclass(frozen=True, slots=True)
class Orgaandruk:
    """A body with its coming meetings and reces, and what has no meeting to go to. `kalender` says if one is known.

    `geteld` are the proposals in it, as opgave and step. `later_buiten` is what a forecast expects on a day of which no
    meeting is known.
    """

    orgaan: str
    kalender: Orgaankalender | None
    vergaderingen: tuple[Vergaderdruk, ...]
    reces: tuple[Reces, ...]
    zonder_vergadering: tuple[str, ...]
    geteld: frozenset[tuple[str, str]] = frozenset()
    later_buiten: tuple[tuple[date, tuple[str, ...]], ...] = ()


def druk(register: Register, orgaan: str, vandaag: date) -> Orgaandruk:
    """How full the meetings of one body are from today on, a year ahead.

    A proposal without a day is expected at the next meeting; a step whose turn it is at the first one for which its
    papers can still be in on time.
    """
    kalender = organen.kalender(register, orgaan)
    dagen = vergaderdagen(kalender, vandaag) if kalender else ()
    punten = (*_gepland(register, orgaan, kalender, vandaag), *_komt(register, orgaan, dagen, kalender, vandaag))
    vol = {punt.dag for punt in punten}
    reces = tuple(sorted((r for r in kalender.reces if r.tot >= vandaag), key=lambda r: r.van)) if kalender else ()
    return Orgaandruk(
        orgaan,
        kalender,
        tuple(_vergadering(kalender, d, punten) for d in dagen if kalender and (d <= vandaag + HORIZON or d in vol)),
        reces,
        tuple(p.opgave for p in punten if p.dag not in dagen),
        frozenset((p.opgave, p.stap) for p in punten),
    )


def met_later(beeld: Orgaandruk, later: Mapping[date, tuple[str, ...]]) -> Orgaandruk:
    """The same with what a forecast expects besides, by day; also for a meeting further away than a year."""
    bekend = {v.op: v for v in beeld.vergaderingen}
    if beeld.kalender and later:
        dagen = (d for d in vergaderdagen(beeld.kalender, min(later)) if d in later and d not in bekend)
        bekend |= {d: _vergadering(beeld.kalender, d, ()) for d in dagen}
    return replace(
        beeld,
        vergaderingen=tuple(replace(bekend[d], later=later.get(d, ())) for d in sorted(bekend)),
        later_buiten=tuple((d, later[d]) for d in sorted(later) if d not in bekend),
    )


@dataclass(frozen=True, slots=True)
class _Punt:
    """A proposal, the day it goes to if any, and whether that day was set."""

    opgave: str
    stap: str
    dag: date | None
    vast: bool


def _vergadering(kalender: Orgaankalender, dag: date, punten: tuple[_Punt, ...]) -> Vergaderdruk:
    gepland, verwacht = (tuple(p.opgave for p in punten if p.dag == dag and p.vast == vast) for vast in (True, False))
    return Vergaderdruk(kalender.orgaan, dag, stukken_op(kalender, dag), gepland, verwacht, kalender.capaciteit)


def _gepland(register: Register, orgaan: str, kalender: Orgaankalender | None, vandaag: date) -> Iterator[_Punt]:
    """What lies before the body; a day that has passed says nothing about the next one."""
    for rij in voorstellen(register, orgaan):
        if rij.status in LIGT:
            vast = rij.vergadering_op is not None and rij.vergadering_op >= vandaag
            eerste = eerstvolgende(kalender, vandaag) if kalender else None
            yield _Punt(rij.opgave, rij.stap, rij.vergadering_op if vast else eerste, vast)


def _komt(
    register: Register, orgaan: str, dagen: tuple[date, ...], kalender: Orgaankalender | None, vandaag: date
) -> Iterator[_Punt]:
    """Steps whose turn it is to be put before the body."""
    haalbaar = next((dag for dag in dagen if kalender and stukken_op(kalender, dag) >= vandaag), None)
    for stand in _met_werk(register):
        for stap in stand.stappen.values():
            if stap.orgaan == orgaan and stap.status == "open" and not stap.klaar and pad.aan_de_beurt(stand, stap):
                yield _Punt(stand.opgave, stap.id, haalbaar, False)


def _met_werk(register: Register) -> tuple[Stand, ...]:
    """The opgaven in which someone must put a step before a body."""
    wie = select(WACHTPOST.c.opgave).where(WACHTPOST.c.soort == "voorleggen")
    vraag = select(OPGAVE.c.stand).where(OPGAVE.c.id.in_(wie)).order_by(OPGAVE.c.id)
    with register.lees() as verbinding:
        return tuple(Stand.model_validate_json(tekst) for tekst in verbinding.execute(vraag).scalars())
