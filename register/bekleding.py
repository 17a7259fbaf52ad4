"""Sealed lines about who held a function: they stay when the contact is erased, and say nothing without the slip."""

from sqlalchemy import RowMapping, select

from register.tabellen_archief import BEKLEDING
from register.verbinding import Register


def lijst(register: Register) -> tuple[RowMapping, ...]:
    """Every sealed line, in order."""
    with register.lees() as verbinding:
        return tuple(verbinding.execute(select(BEKLEDING).order_by(BEKLEDING.c.nr)).mappings())
