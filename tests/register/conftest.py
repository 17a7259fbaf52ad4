"""The same register tests on both databases."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from register.verbinding import Register, open_register

sys.path.append(str(Path(__file__).parents[1]))  # the helpers that rooms share

from postgres import DATABASES, eigen_schema


@pytest.fixture(params=DATABASES)
def register_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, first SQLite, then PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'register.db'}"
        return
    with eigen_schema() as url:
        yield url


@pytest.fixture
def register(register_url: str) -> Iterator[Register]:
    """An open register."""
    register = open_register(register_url)
    yield register
    register.sluit()
