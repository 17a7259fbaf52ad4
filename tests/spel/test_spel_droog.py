"""The play on the rules alone: always the same, and what was forecast beside what then happened."""

import droog
import nakijken
import pytest
from agenda import AGENDA
from wereld import Regio


@pytest.fixture(scope="module")
def regio() -> Regio:
    """One agenda and forty opgaven after four years."""
    return droog.speel()


def test_het_spel_is_telkens_hetzelfde(regio: Regio) -> None:
    """Every head of every chain, to the last hash."""
    nog_eens = droog.speel()
    assert {id_: s.kop for id_, s in nog_eens.standen.items()} == {id_: s.kop for id_, s in regio.standen.items()}


def test_een_regio_is_een_agenda_met_veertig_opgaven_en_een_die_is_afgesplitst(regio: Regio) -> None:
    """Two of the forty are the worked examples; what one life had for another arrived."""
    assert len(regio.standen) == 42
    assert {"FL-2024-01", "FL-2024-02"} < set(regio.standen)
    agenda = regio.standen[AGENDA].agenda
    assert agenda is not None
    assert len(agenda.punten) == 40
    assert regio.onderweg == []


def test_elke_verwachting_is_vergeleken_met_wat_er_gebeurde(regio: Regio, capsys: pytest.CaptureFixture[str]) -> None:
    """The error of every step is known and reported, and what was seen makes later forecasts better."""
    kans = nakijken.trefkans(regio.feiten, {id_: s.begin for id_, s in regio.standen.items()})
    with capsys.disabled():
        print(f"\n{kans}")
    assert kans.gemaakt > 80
    assert len(kans.missers) > 300
    assert kans.per_jaar[2026] < kans.per_jaar[2025] < kans.per_jaar[2024]
