"""A register with the small life of the register tests, and a real mail server on loopback."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "register")]

from mailserver import Mailserver
from postgres import DATABASES, eigen_schema, postgres_server

from register import contacten
from register.rijen import Contact
from register.verbinding import Register, open_register


@pytest.fixture(scope="session")
def postgres() -> Iterator[URL]:
    """One server for all tests of this process."""
    with postgres_server() as url:
        yield url


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
    with eigen_schema(request.getfixturevalue("postgres")) as url:
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


ADRESSEN = {
    ("opgavemanager", "provincie"): "manager@provincie.example",
    ("portefeuillehouder", "provincie"): "gedeputeerde@provincie.example",
    ("partner", "gemeente-dronten"): "post@dronten.example",
}


def zet_adressen(register: Register) -> None:
    """Addresses for three functions; the griffier and the secretariaat have none."""
    for (functie, organisatie), email in ADRESSEN.items():
        contacten.zet(register, Contact(functie, organisatie, email, "Jan Jansen" if functie == "partner" else None))
