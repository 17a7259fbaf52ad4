"""The forecast of all opgaven of an agenda together: what comes when, and how full the meetings become."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from domain.basis import Kenmerk, Model
from domain.verwachting.huisnormen import VERGADERRITME
from domain.verwachting.model import Rij, Verwachting, Vraag


class Agendarij(Model):
    """A coming step of one of the opgaven."""

    opgave: Kenmerk
    titel: str
    rij: Rij


class Drukte(Model):
    """How many proposals are expected in one meeting, and how many fit, if the calendar of the body says so."""

    orgaan: Kenmerk
    op: date
    aantal: int
    opgaven: tuple[Kenmerk, ...]
    capaciteit: int | None = None

    @property
    def vol(self) -> bool:
        return self.capaciteit is not None and self.aantal > self.capaciteit


class Agendaverwachting(Model):
    """All rows in order of the likely day, and the meetings with what is expected there."""

    agenda: Kenmerk
    op: date
    verwachtingen: tuple[Verwachting, ...]
    rijen: tuple[Agendarij, ...]
    vergaderingen: tuple[Drukte, ...]

    @property
    def druk(self) -> tuple[Drukte, ...]:
        return tuple(d for d in self.vergaderingen if d.vol)


def bundel(agenda: str, vraag: Vraag, verwachtingen: Iterable[Verwachting]) -> Agendaverwachting:
    """Forecasts of several opgaven as one, held against the calendars with which they were made."""
    alle = tuple(verwachtingen)
    rijen = [Agendarij(opgave=v.opgave, titel=v.titel, rij=r) for v in alle for r in v.rijen]
    gesorteerd = tuple(sorted(rijen, key=lambda r: (r.rij.waarschijnlijk, r.opgave)))
    vergaderingen = tuple(_vergaderingen(gesorteerd, vraag))
    return Agendaverwachting(
        agenda=agenda, op=vraag.vandaag, verwachtingen=alle, rijen=gesorteerd, vergaderingen=vergaderingen
    )


def later_verwacht(
    rijen: Iterable[Agendarij], orgaan: str, al: Collection[tuple[str, str]]
) -> dict[date, tuple[str, ...]]:
    """The opgaven of which a proposal is expected before this body, by likely day; one with two stands there twice.

    Args:
        al: what is counted already, as opgave and id of the step. Only the first time such a step comes is left out:
            put before the body once more it is a proposal once more.
    """
    dagen = dict[date, tuple[str, ...]]()
    for r in rijen:
        if _voor_vergadering(r.rij) and r.rij.wie == orgaan and not _is_geteld(r, al):
            dagen[r.rij.waarschijnlijk] = (*dagen.get(r.rij.waarschijnlijk, ()), r.opgave)
    return dagen


def _is_geteld(r: Agendarij, al: Collection[tuple[str, str]]) -> bool:
    return r.rij.id is not None and (r.opgave, r.rij.id) in al and "#" not in r.rij.sleutel


def _voor_vergadering(rij: Rij) -> bool:
    """Decisions only: a halt on the way is no proposal before the body."""
    return rij.soort == "stap" and rij.wie in VERGADERRITME


def _vergaderingen(rijen: Iterable[Agendarij], vraag: Vraag) -> Iterable[Drukte]:
    telling, wie = Counter[tuple[date, str]](), dict[tuple[date, str], dict[str, None]]()
    for r in rijen:
        if _voor_vergadering(r.rij):
            plek = (r.rij.waarschijnlijk, r.rij.wie)
            telling[plek] += 1
            wie.setdefault(plek, {})[r.opgave] = None
    for (op, orgaan), aantal in sorted(telling.items()):
        kalender = vraag.kalenders.get(orgaan)
        past = kalender.capaciteit if kalender else None
        yield Drukte(orgaan=orgaan, op=op, aantal=aantal, opgaven=tuple(wie[(op, orgaan)]), capaciteit=past)
