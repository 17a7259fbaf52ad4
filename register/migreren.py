"""Bringing the tables up to date at start, by one process at a time."""

import threading
from pathlib import Path

from sqlalchemy import Connection, inspect, text

HOOFDVERSIE = "0005"
"""The newest migration. Knowing it here spares every start of the command line the loading of Alembic."""

_MAP = Path(__file__).parent / "migraties"
_SLOT = 20_240_611
"""Any fixed number: the advisory lock that all processes of this program share."""


_EEN_TEGELIJK = threading.Lock()
"""Alembic keeps its context in a global, so two threads of one process may not migrate at once."""


class RegisterTeNieuw(Exception):
    """The database was made by a newer version of this program."""


def breng_op_peil(verbinding: Connection) -> None:
    """Run the missing migrations inside the given write transaction, while others wait their turn.

    On SQLite the transaction itself is the lock (BEGIN IMMEDIATE); on PostgreSQL an advisory lock is.
    """
    if verbinding.dialect.name == "postgresql":
        verbinding.execute(text("SELECT pg_advisory_xact_lock(:slot)"), {"slot": _SLOT})
    versie = _versie(verbinding)
    if versie == HOOFDVERSIE:
        return
    if versie is not None and versie > HOOFDVERSIE:
        raise RegisterTeNieuw(f"Het register heeft versie {versie}; dit programma kent {HOOFDVERSIE}. Werk het bij.")
    _migreer(verbinding)


def _versie(verbinding: Connection) -> str | None:
    if not inspect(verbinding).has_table("alembic_version"):
        return None
    waarde = verbinding.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if waarde is None else str(waarde)


def _migreer(verbinding: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MAP).replace("%", "%%"))
    config.attributes["connection"] = verbinding
    with _EEN_TEGELIJK:
        command.upgrade(config, "head")
