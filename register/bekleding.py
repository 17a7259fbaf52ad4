"""Sealed lines about who held a function: they stay when the contact is erased, and say nothing without the slip.

A contact gets its line when it is set. One from before there were seals gets it when it is touched for the first
time; the line then says so by its moment.
"""

import secrets
from datetime import date, datetime
from typing import Literal

from sqlalchemy import Connection, RowMapping, insert, select, update

from domain.briefje import Briefje
from domain.kalender import lokale_datum
from register.tabellen import CONTACT
from register.tabellen_archief import BEKLEDING
from register.verbinding import Register


def lijst(register: Register) -> tuple[RowMapping, ...]:
    """Every sealed line, in order."""
    with register.lees() as verbinding:
        return tuple(verbinding.execute(select(BEKLEDING).order_by(BEKLEDING.c.nr)).mappings())


def bezegel(verbinding: Connection, nr: int, nu: datetime) -> Briefje:
    """The slip of the contact in this row. A contact that has no seal yet gets one, recorded at `nu` (UTC)."""
    rij = verbinding.execute(select(CONTACT).where(CONTACT.c.nr == nr)).mappings().one()
    briefje = Briefje(**{**rij, "naam": rij["naam"] or "", "zout": rij["zout"] or secrets.token_hex(32)})
    if rij["zout"] is None:
        verbinding.execute(update(CONTACT).where(CONTACT.c.nr == nr).values(zout=briefje.zout))
        _regel(verbinding, "begin", briefje, briefje.van, briefje.tot, nu)
    return briefje


def beeindig(verbinding: Connection, nr: int, nu: datetime) -> None:
    """Record that what was sealed about this row holds no longer than today, and let go of its salt."""
    briefje = bezegel(verbinding, nr, nu)
    verbinding.execute(update(CONTACT).where(CONTACT.c.nr == nr).values(zout=None))
    _regel(verbinding, "einde", briefje, None, lokale_datum(nu), nu)


def _regel(
    verbinding: Connection,
    soort: Literal["begin", "einde"],
    briefje: Briefje,
    van: date | None,
    tot: date | None,
    nu: datetime,
) -> None:
    waarden = {"functie": briefje.functie, "organisatie": briefje.organisatie, "zegel": briefje.zegel}
    verbinding.execute(insert(BEKLEDING).values(**waarden, soort=soort, van=van, tot=tot, vastgelegd_op=nu))
