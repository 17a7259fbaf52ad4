"""A portal on the real core, a real register, and visitors that come by a link."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "starter"))  # the world of the command line serves here too
sys.path.append(str(Path(__file__).parents[1] / "domain"))  # and so do the lives told in commands

from portaalwereld import Portaalwereld
from test_cli_hulp import Wereld, leeg_register, wereld

__all__ = ["leeg_register", "wereld"]


@pytest.fixture
def portaal(wereld: Wereld) -> Portaalwereld:
    """A portal with an opgave, two partners with a contact, and no requests yet."""
    return Portaalwereld(wereld)
