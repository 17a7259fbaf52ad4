"""A messenger is killed with SIGKILL while it closes what was refused; nothing that was given along gets lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from omgeving import wacht_tot
from postgres import DATABASES, eigen_schema
from processen import Proces, in_leven, python
from weigerbode import weiger

from activities import toegang
from activities.bode import Bode
from register import lezen, overbrengen
from register.verbinding import Register, open_register

pytestmark = pytest.mark.kill

VAN, NAAR = "KILL-B1", "KILL-B2"
LANG = 60.0


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty register, first SQLite, then PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'register.db'}"
        return
    with eigen_schema() as adres:
        yield adres


def _geef_mee(register: Register) -> None:
    """A split: a life that is to begin, and what it gets."""
    with register.schrijf() as verbinding:
        for nr, inhoud in ((1, _START), (2, _DELEN)):
            begin = _BEGIN if nr == 1 else ""
            overbrengen.zet(verbinding, f"{VAN}:7:{nr}:{NAAR}", (VAN, 7), NAAR, inhoud, begin)


_BEGIN = f'{{"opgave":"{NAAR}"}}'
_START = {"soort": "StartOpgave", "titel": "Oost", "thema": "water", "initiatief": {"door": f"opgave {VAN}"}}
_DELEN = {"soort": "OntvangDelen", "van": VAN, "bron": 7, "hoe": "splitsing", "delen": {}, "reden": "te groot"}


def _staat(register: Register) -> list[tuple[str, str]]:
    return [(rij.soort, rij.status) for rij in overbrengen.rijen(register)]


async def test_wie_sterft_bij_het_sluiten_liet_alles_te_doen(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing, giving back and the letter are one: the next messenger does all three, once."""
    register, logboek = open_register(url), tmp_path / "bode.log"
    _geef_mee(register)
    bode = Proces("bode", python(str(Path(__file__).with_name("weigerbode.py")), url), {"PYTHONPATH": "."}, logboek)

    async def halverwege() -> bool:
        return logboek.exists() and "halverwege" in logboek.read_text()

    async with in_leven(bode):
        await wacht_tot(halverwege, "de bode is halverwege", LANG)
        await bode.dood()
    assert _staat(register) == [("StartOpgave", "klaar"), ("OntvangDelen", "klaar")]
    assert lezen.post(register, VAN) == ()
    (start, *_) = overbrengen.rijen(register)
    overbrengen.leg_neer(register, start, start.fout, datetime.now(UTC))  # its lease is over
    monkeypatch.setattr(toegang, "geef", weiger)
    await Bode(register, lambda: None, "rij").ronde()  # type: ignore[arg-type, return-value]
    terug = ("BevestigAankomst", "geweigerd")  # in this street every life refuses
    assert _staat(register) == [("StartOpgave", "geweigerd"), ("OntvangDelen", "vervallen"), terug]
    assert len(lezen.post(register, VAN)) == 1
    register.sluit()
