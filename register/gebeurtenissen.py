"""The events in the register: numbered without a gap, in the transaction of the facts they tell of."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, func, insert, select

from domain.gebeurtenissen import Gebeurtenis, type_van
from register.tabellen_gebeurtenissen import GEBEURTENIS
from register.verbinding import Register, vergrendel

_HOOGSTE = select(func.max(GEBEURTENIS.c.volgnr))
_NIEUW = insert(GEBEURTENIS)


def schrijf(verbinding: Connection, gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Add these events with the next numbers.

    Call it last in a transaction: from here to the commit no other writer can number, and that is what keeps the row
    of numbers whole and lets a reader who saw number n be sure that all below it are there.
    """
    if not gebeurtenissen:
        return
    vergrendel(verbinding, "gebeurtenissen")
    eerste = hoogste(verbinding) + 1
    verbinding.execute(_NIEUW, [_rij(g, nr) for nr, g in enumerate(gebeurtenissen, start=eerste)])


def hoogste(verbinding: Connection) -> int:
    """The number of the last event, 0 when there is none."""
    return verbinding.execute(_HOOGSTE).scalar() or 0


def na(register: Register, volgnr: int, soorten: Sequence[str] = (), aantal: int = 100) -> tuple[Gebeurtenis, ...]:
    """The events after this number in order, at most so many; only of these kinds when they are named."""
    vraag = select(GEBEURTENIS).where(GEBEURTENIS.c.volgnr > volgnr).order_by(GEBEURTENIS.c.volgnr).limit(aantal)
    if soorten:
        vraag = vraag.where(GEBEURTENIS.c.type.in_([type_van(soort) for soort in soorten]))
    with register.lees() as verbinding:
        return tuple(uit_rij(rij) for rij in verbinding.execute(vraag).mappings())


def een(register: Register, id_: str) -> Gebeurtenis | None:
    """The event with this id (`<opgave>:<fact>`), None when there is none."""
    with register.lees() as verbinding:
        rij = verbinding.execute(select(GEBEURTENIS).where(GEBEURTENIS.c.id == id_)).mappings().first()
    return uit_rij(rij) if rij else None


def uit_rij(rij: RowMapping) -> Gebeurtenis:
    """The event in a row."""
    return Gebeurtenis.model_construct(**{**rij, "data": json.loads(rij["data"])})


def _rij(gebeurtenis: Gebeurtenis, volgnr: int) -> dict[str, object]:
    return {
        "volgnr": volgnr,
        "id": gebeurtenis.id,
        "type": gebeurtenis.type,
        "opgave": gebeurtenis.opgave,
        "tijd": gebeurtenis.tijd,
        "data": json.dumps(gebeurtenis.data, ensure_ascii=False, separators=(",", ":")),
    }
