"""The reference life that `make bench` plays must be a real life, or its figures mean nothing."""

from datetime import UTC, datetime

import pytest

from benchmarks.referentieleven import AANTAL, PARTNERS, REGLEMENT, notities, opdrachten
from domain import kern
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand

NU = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _speel(reeks: list[Opdracht]) -> Stand:
    stand = kern.begin(Begin(opgave="BENCH-1", reglement=REGLEMENT))
    for opdracht in reeks:
        stand, _ = kern.stap(stand, NU, opdracht)
        assert not kern.bewijs(stand, opdracht.id).geweigerd, kern.bewijs(stand, opdracht.id)
    return stand


@pytest.mark.parametrize("reeks", [opdrachten, notities])
def test_both_reference_lives_have_eighty_accepted_commands_and_end(reeks):
    """Eighty commands, none refused, and the workflow ends by itself."""
    gegeven = reeks("BENCH-1")
    assert len(gegeven) == AANTAL == 80
    assert kern.is_afgerond(_speel(gegeven))


def test_the_reference_life_has_twelve_partners():
    """The figure is about twelve partners, so there are twelve."""
    assert len(_speel(opdrachten("BENCH-1")).partners) == len(PARTNERS) == 12
