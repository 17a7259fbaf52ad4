"""Lives that were really lived once, whose packs each test may take and spoil."""

import asyncio
import sys
from pathlib import Path

import pytest

HIER = Path(__file__).parent
sys.path[:0] = [str(HIER), str(HIER.parent / "workflows"), str(HIER.parent / "activities")]

from pakken import Echt, rijk_leven  # noqa: E402  # after the path is set


@pytest.fixture(scope="session")
def levens(tmp_path_factory: pytest.TempPathFactory) -> tuple[Echt, Echt]:
    """A rich life of two runs, and a short one from the same register."""
    return asyncio.run(rijk_leven(tmp_path_factory.mktemp("levens")))


@pytest.fixture(scope="session")
def rijk(levens: tuple[Echt, Echt]) -> Echt:
    """The pack of the rich life; take `bestanden` to spoil it."""
    return levens[0]


@pytest.fixture(scope="session")
def ander(levens: tuple[Echt, Echt]) -> Echt:
    """The pack of the short life."""
    return levens[1]
