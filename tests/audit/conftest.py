"""One short life, really played once, whose dossier each test may take and spoil."""

import asyncio
import shutil
from pathlib import Path

import pytest

from starter.scenario import simuleer

LEVEN = """
opgave: {id: FL-2026-91}
contacten: {opgavemanager: opgavemanager@flevoland.example.org}
opdrachten:
  - {op: 2026-03-02, als: opgavemanager, opdracht: StartOpgave, titel: Schone haven, thema: water,
     initiatief: {door: vissersvereniging}}
  - {op: 2026-03-03, als: opgavemanager, opdracht: VoegPartnerToe, partner: gemeente-urk, naam: gemeente Urk, type: gemeente}
  - {op: 2026-03-03, als: opgavemanager, opdracht: VraagPartner, aan: gemeente-urk, vraag: Doet u mee?, termijn: 10wd}
  - {op: 2026-03-20, als: 'partner:gemeente-urk', opdracht: BeantwoordVerzoek, verzoek: V1, oordeel: akkoord, antwoord: Ja.}
  - {op: 2026-03-23, als: opgavemanager, opdracht: GaNaarFase, naar: F2, verwacht: {geweigerd: true}}
  - {op: 2026-04-01, als: opgavemanager, opdracht: TrekIn, reden: De haven is al schoon.}
"""


@pytest.fixture(scope="session")
def gespeeld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of the played life; not to be touched."""
    map_ = tmp_path_factory.mktemp("audit")
    bestand = map_ / "leven.yaml"
    bestand.write_text(LEVEN)
    asyncio.run(simuleer(bestand, map_ / "uit"))
    return map_ / "uit" / "FL-2026-91"


@pytest.fixture
def dossier(gespeeld: Path, tmp_path: Path) -> Path:
    """A copy of the dossier to spoil."""
    return Path(shutil.copytree(gespeeld, tmp_path / "dossier"))
