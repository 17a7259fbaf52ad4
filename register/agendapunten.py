"""What stands on which regionale agenda, as the agenda last said: a list per agenda, and the agendas of an opgave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select

from domain.stand import Stand
from register.tabellen_samen import AGENDAPUNT
from register.verbinding import Register

_WIS = delete(AGENDAPUNT).where(AGENDAPUNT.c.agenda == bindparam("van_agenda"))
_NIEUW = insert(AGENDAPUNT)
_VELDEN = ("opgave", "titel", "thema", "periode", "horizon", "rijpheid", "status")


@dataclass(frozen=True, slots=True)
class Agendarij:
    """One opgave on one agenda."""

    agenda: str
    opgave: str
    titel: str
    thema: str
    periode: str
    horizon: str
    rijpheid: str
    status: str


def werk_bij(verbinding: Connection, stand: Stand) -> None:
    """Write anew what stands on this agenda; of an opgave there is nothing to write."""
    if stand.agenda is None:
        return
    verbinding.execute(_WIS, {"van_agenda": stand.opgave})
    rijen = [
        {"agenda": stand.opgave} | {veld: getattr(punt, veld) for veld in _VELDEN}
        for punt in stand.agenda.punten.values()
    ]
    if rijen:
        verbinding.execute(_NIEUW, rijen)


def van_agenda(register: Register, agenda: str) -> tuple[Agendarij, ...]:
    """Everything on one agenda, by half year and id; also what is parked or was taken off."""
    vraag = select(AGENDAPUNT).where(AGENDAPUNT.c.agenda == agenda)
    return _rijen(register, vraag.order_by(AGENDAPUNT.c.periode, AGENDAPUNT.c.opgave))


def van_opgave(register: Register, opgave: str) -> tuple[Agendarij, ...]:
    """The agendas that name this opgave."""
    return _rijen(register, select(AGENDAPUNT).where(AGENDAPUNT.c.opgave == opgave).order_by(AGENDAPUNT.c.agenda))


def _rijen(register: Register, vraag: Select[Any]) -> tuple[Agendarij, ...]:
    with register.lees() as verbinding:
        rijen: Sequence[Any] = verbinding.execute(vraag).mappings().all()
    return tuple(Agendarij(**rij) for rij in rijen)
