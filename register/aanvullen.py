"""What an older version had not written down: lessons and lead times of lives that have no new facts any more."""

from sqlalchemy import ColumnElement, Connection, Table, select

from domain.basis import Fase
from domain.kern import begin
from domain.stand import Stand
from register import doorlooptijden, lesindex
from register.tabellen import FEIT, OPGAVE
from register.tabellen_samen import DOORLOOPTIJD, LES
from register.verbinding import Register, vergrendel


def vul_aan(register: Register) -> int:
    """Write them for every life that lacks them; gives for how many. Done again it does nothing.

    A life with a lesson has a row in `les`, one that left a phase has a row in `doorlooptijd`: who has the fact and not
    the row, was last written by a version that did not know the table. A closed one without a row for its last phase
    was written by a version that did not measure that, nor forms; one that runs gets those with its next measurement.
    """
    with register.lees() as verbinding:
        laatste = DOORLOOPTIJD.c.soort == "fase", DOORLOOPTIJD.c.code == Fase.BORGING.value
        missen = sorted(
            _mist(verbinding, "LesVastgelegd", LES)
            | _mist(verbinding, "FaseBegonnen", DOORLOOPTIJD)
            | _mist(verbinding, "OpgaveAfgesloten", DOORLOOPTIJD, *laatste)
        )
    for opgave in missen:
        with register.schrijf() as verbinding:
            vergrendel(verbinding, f"opgave:{opgave}")
            _schrijf(verbinding, opgave)
    return len(missen)


def _mist(verbinding: Connection, soort: str, tabel: Table, *waar: ColumnElement[bool]) -> set[str]:
    heeft = set(verbinding.execute(select(tabel.c.opgave).where(*waar).distinct()).scalars())
    return set(verbinding.execute(select(FEIT.c.opgave).where(FEIT.c.soort == soort).distinct()).scalars()) - heeft


def _schrijf(verbinding: Connection, opgave: str) -> None:
    rij = verbinding.execute(select(OPGAVE.c.stand, OPGAVE.c.bijgewerkt_op).where(OPGAVE.c.id == opgave)).one()
    stand = Stand.model_validate_json(rij.stand)
    lesindex.werk_bij(verbinding, stand, rij.bijgewerkt_op)
    doorlooptijden.werk_bij(verbinding, begin(stand.begin), stand)
