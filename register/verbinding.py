"""The connection with the register's database: SQLite in a file, or PostgreSQL."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text

from register.migreren import breng_op_peil

GEDULD_MS = 30_000
"""How long a writer waits for another process that is writing."""

_SCHRIJFT = "opgave_schrijft"


class Register:
    """The register: short read and write transactions, safe to share between threads."""

    def __init__(self, motor: Engine) -> None:
        """Share this engine; `open_register` makes one with its tables."""
        self._motor = motor
        self._schrijfmotor = motor.execution_options(**{_SCHRIJFT: "FULL"})
        self._lichtmotor = motor.execution_options(**{_SCHRIJFT: "NORMAL"})
        # SQLite has one writer. Threads queue here, because its own waiting is polling with ever longer sleeps.
        self._beurt = threading.Lock() if self.is_sqlite else nullcontext()

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a file here instead of a server."""
        return self._motor.dialect.name == "sqlite"

    @contextmanager
    def schrijf(self) -> Iterator[Connection]:
        """One write transaction: all of it, or nothing."""
        with self._beurt, self._schrijfmotor.begin() as verbinding:
            yield verbinding

    @contextmanager
    def schrijf_licht(self) -> Iterator[Connection]:
        """The same, for what may be done again after a power cut: on SQLite it does not wait for the disk.

        A killed process loses nothing of it, and the next full transaction brings it to the disk as well.
        """
        with self._beurt, self._lichtmotor.begin() as verbinding:
            yield verbinding

    @contextmanager
    def lees(self) -> Iterator[Connection]:
        """One read transaction, which never waits for a writer."""
        with self._motor.connect() as verbinding:
            yield verbinding

    def wis_sporen(self) -> bool:
        """Leave no byte of what was deleted in the file or its write-ahead log; gives whether nothing is left there.

        New deletions are overwritten with zeros as they happen; rewriting the file also clears what older versions of
        this program deleted. False when another process was reading an old version or writing all the time; trying
        again later helps. On PostgreSQL there is no such file here: its own vacuum does this.
        """
        bestand = self._motor.url.database
        if not self.is_sqlite or not bestand:
            return True
        try:
            with self._beurt, _exclusief(bestand) as verbinding:
                verbinding.execute("VACUUM")
                bezet, *_ = verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return False
        return not bezet

    def sluit(self) -> None:
        """Close all connections."""
        self._motor.dispose()


def open_register(url: str) -> Register:
    """Open the register at this URL and bring its tables up to date, also when others start at the same moment."""
    register = Register(_maak_motor(_adres(url)))
    try:
        with register.schrijf() as verbinding:
            breng_op_peil(verbinding)
    except BaseException:
        register.sluit()
        raise
    return register


def vergrendel(verbinding: Connection, wat: str) -> None:
    """Wait until nobody else is writing about the same thing. SQLite has one writer, so there it is always so."""
    if verbinding.dialect.name == "postgresql":
        verbinding.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:wat, 0))"), {"wat": wat})


def _adres(url: str) -> URL:
    """Take `postgresql://` as people write it: psycopg is the only driver here."""
    adres = make_url(url)
    if adres.drivername in ("postgres", "postgresql"):
        return adres.set(drivername="postgresql+psycopg")
    return adres


def _maak_motor(adres: URL) -> Engine:
    """Parameters stay out of error texts, because those travel into Temporal's history and the logs."""
    if adres.get_backend_name() != "sqlite":
        return create_engine(adres, hide_parameters=True, pool_pre_ping=True)
    _maak_wal(adres)
    motor = create_engine(adres, hide_parameters=True, connect_args={"timeout": GEDULD_MS / 1000})
    event.listen(motor, "connect", _bij_verbinden)
    event.listen(motor, "begin", _bij_begin)
    return motor


def _maak_wal(adres: URL) -> None:
    """Write-ahead logging lets readers read while one writes. It is a property of the file, so once is enough."""
    if not adres.database or adres.database == ":memory:":
        raise ValueError("het register heeft een bestand nodig, bijvoorbeeld sqlite:///register.db")
    Path(adres.database).parent.mkdir(parents=True, exist_ok=True)
    with _exclusief(adres.database) as verbinding:
        verbinding.execute("PRAGMA journal_mode=WAL")


@contextmanager
def _exclusief(bestand: str) -> Iterator[sqlite3.Connection]:
    verbinding = sqlite3.connect(bestand, timeout=GEDULD_MS / 1000, isolation_level=None)
    try:
        verbinding.execute("PRAGMA secure_delete=ON")
        yield verbinding
    finally:
        verbinding.close()


def _bij_verbinden(verbinding: Any, _: object) -> None:
    """SQLAlchemy decides when a transaction begins; without this the driver would do so, too late.

    What is deleted is overwritten: a person who is forgotten must not stay in the free space of the file.
    """
    verbinding.isolation_level = None
    for regel in ("foreign_keys=ON", f"busy_timeout={GEDULD_MS}", "secure_delete=ON"):
        verbinding.execute(f"PRAGMA {regel}")


def _bij_begin(verbinding: Connection) -> None:
    """A writer takes its lock at once: upgrading a read lock later would fail instead of wait."""
    schrijft = verbinding.get_execution_options().get(_SCHRIJFT)
    if schrijft:
        verbinding.exec_driver_sql(f"PRAGMA synchronous={schrijft}")
    verbinding.exec_driver_sql("BEGIN IMMEDIATE" if schrijft else "BEGIN")
