"""The lives for a report, out of the register and through the sieve."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from domain.basis import is_agenda
from domain.kalender import lokale_datum
from domain.orgaan import Orgaankalender
from rapporten.leven import Gezeefd
from rapporten.zeef import zeef
from register import lezen, organen
from register.afkomst import van_voorouders
from register.tabellen import OPGAVE
from register.verbinding import Register

ORGANEN = ("GS", "PS")
"""The bodies whose meetings a report looks ahead to."""


def leven(register: Register, id_: str, op: date) -> Gezeefd | None:
    """One life as it stood at the end of a day; None when the register does not know it, or it began later."""
    feiten = tuple(rij.feit for rij in lezen.feiten(register, id_))
    if not feiten or lokale_datum(feiten[0].vastgelegd_op) > op:
        return None
    stand = lezen.stand(register, id_)
    if stand is None:
        return None
    return zeef(stand, tuple(f for f in feiten if f.seq <= stand.seq), op, van_voorouders(register, stand))


def levens(register: Register, ids: tuple[str, ...], op: date) -> dict[str, Gezeefd]:
    """These lives, those the register knows."""
    gevonden = ((id_, leven(register, id_, op)) for id_ in ids)
    return {id_: een for id_, een in gevonden if een is not None}


def opgaven(register: Register, op: date) -> tuple[Gezeefd, ...]:
    """Every opgave, by id; an agenda is none."""
    return tuple(levens(register, tuple(i for i in _ids(register) if not is_agenda(i)), op).values())


def alle(register: Register, op: date) -> tuple[Gezeefd, ...]:
    """Every life, by id: opgaven and agendas."""
    return tuple(levens(register, _ids(register), op).values())


def agendas(register: Register) -> tuple[str, ...]:
    """The ids of all agendas."""
    return tuple(i for i in _ids(register) if is_agenda(i))


def van_agenda(register: Register, agenda: Gezeefd, op: date) -> dict[str, Gezeefd]:
    """The opgaven that are or were on an agenda, those that began."""
    punten = () if agenda.stand.agenda is None else tuple(agenda.stand.agenda.punten)
    return levens(register, punten, op)


def kalenders(register: Register) -> Mapping[str, Orgaankalender]:
    """The calendars of GS and PS, as far as they were entered."""
    gevonden = ((orgaan, organen.kalender(register, orgaan)) for orgaan in ORGANEN)
    return {orgaan: kalender for orgaan, kalender in gevonden if kalender is not None}


def _ids(register: Register) -> tuple[str, ...]:
    with register.lees() as verbinding:
        return tuple(verbinding.execute(select(OPGAVE.c.id).order_by(OPGAVE.c.id)).scalars())
