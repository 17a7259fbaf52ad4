"""A register with the small life of the register tests, and a real mail server on loopback."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
sys.path += [str(TESTS), str(TESTS / "register")]  # the helpers that rooms share

from mailserver import Mailserver  # noqa: E402
from postgres import DATABASES, eigen_schema  # noqa: E402

from register.verbinding import Register, open_register  # noqa: E402


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """An open register in a file."""
    register = open_register(f"sqlite:///{tmp_path / 'register.db'}")
    yield register
    register.sluit()


@pytest.fixture(params=DATABASES)
def elk_register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    """An open register, first in a file, then on PostgreSQL."""
    if request.param == "sqlite":
        yield request.getfixturevalue("register")
        return
    with eigen_schema() as url:
        register = open_register(url)
        yield register
        register.sluit()


@pytest.fixture
def mailserver() -> Iterator[Mailserver]:
    """A mail server that takes everything, until a test tells it otherwise."""
    server = Mailserver()
    server.start()
    yield server
    server.stop()
