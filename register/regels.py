"""Adding a signed line to the ledger, inside the transaction that records the facts it stands for."""

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, bindparam, insert, select

from domain.feit import Feit
from domain.keten import GEEN
from register.grootboek import Grootboekregel, Regelinhoud, Regeltekenaar
from register.tabellen import GROOTBOEK

_LAATSTE = (
    select(GROOTBOEK).where(GROOTBOEK.c.opgave == bindparam("opgave")).order_by(GROOTBOEK.c.tot_seq.desc()).limit(1)
)
_NIEUWE_REGEL = insert(GROOTBOEK)


def boek_regel(verbinding: Connection, feiten: Sequence[Feit], tekenaar: Regeltekenaar) -> None:
    """One line for this batch, linked to the previous line of the opgave."""
    eerste, laatste = feiten[0], feiten[-1]
    vorige = verbinding.execute(_LAATSTE, {"opgave": eerste.opgave}).mappings().first()
    inhoud = Regelinhoud(
        opgave=eerste.opgave,
        van_seq=eerste.seq,
        tot_seq=laatste.seq,
        hash=laatste.hash,
        vorige=als_regel(vorige).eigen_hash if vorige else GEEN,
    )
    verbinding.execute(_NIEUWE_REGEL, tekenaar(inhoud).model_dump())


def als_regel(rij: RowMapping) -> Grootboekregel:
    """The line in a row; what the database gives back is not checked again."""
    return Grootboekregel.model_construct(**rij)
