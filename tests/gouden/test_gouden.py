"""Golden histories: what was promised in the past must be computed again by today's code, to the letter."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bewijzen import Verleden, soort
from temporalio.client import WorkflowHistory

from workflows.namen import workflow_id

HIER = Path(__file__).parent
NAMEN = sorted(pad.parent.name for pad in HIER.glob("*/bewijzen.json"))
VERWACHT = {"happy", "gepauzeerd", "voortgezet", "bestuurlijk", "zwijgen", "partners", "samen", "agenda"}
WAT_NU = """
Deze wijziging verandert het verleden van lopende opgaven. Kies een van deze wegen:
- een andere regel (poort, pad, termijn, ladder, zetels): maak een nieuw reglement naast het oude en laat dat staan;
- een andere volgorde of ander soort commando in workflows/schil.py: gebruik `workflow.patched`, het oude pad blijft;
- een nieuw veld in een feit of stand: geef het een lege standaardwaarde, die telt niet mee in de hash.
Neem daarna een nieuwe gouden geschiedenis op naast deze: python -m tests.gouden.maak NAAM-2. Vervang nooit een oude.
"""
MAG_VERSCHILLEN_PER_MACHINE = re.compile(r"^opgavenmotor-[a-z]+$")


@pytest.fixture(params=NAMEN)
def naam(request: pytest.FixtureRequest) -> str:
    """Each golden history in turn."""
    return str(request.param)


def runs(naam: str) -> list[WorkflowHistory]:
    """The recorded runs, the first one first."""
    paden = sorted((HIER / naam).glob("geschiedenis-*.json"), key=lambda p: int(p.stem.rpartition("-")[2]))
    return [WorkflowHistory.from_json(workflow_id("GOUD-01"), pad.read_text(encoding="utf-8")) for pad in paden]


def toegezegd(naam: str) -> dict[str, Any]:
    """The receipts and facts as they were when this was recorded."""
    gelezen: dict[str, Any] = json.loads((HIER / naam / "bewijzen.json").read_text(encoding="utf-8"))
    return gelezen


def test_elke_vorm_is_er() -> None:
    """There is a golden history of every shape."""
    assert {naam.partition("-")[0] for naam in NAMEN} >= VERWACHT


async def test_naspelen_geeft_dezelfde_bewijzen(naam: str) -> None:
    """Today's workflow, with the plugin of production, replays it and computes exactly the receipts of then."""
    gespeeld, fouten = await Verleden(runs(naam)).nagespeeld()
    assert fouten == [], WAT_NU
    assert {k: b.model_dump(mode="json") for k, b in gespeeld.items()} == toegezegd(naam)["bewijzen"], WAT_NU


def test_de_vouwing_geeft_dezelfde_feiten(naam: str) -> None:
    """The fold, which does not know Temporal, computes exactly the facts and receipts of then."""
    vouwing = Verleden(runs(naam)).vouwing()
    feiten = [{"seq": f.seq, "soort": f.inhoud.soort, "hash": f.hash} for f in vouwing.feiten]
    assert feiten == toegezegd(naam)["feiten"], WAT_NU
    assert {k: b.model_dump(mode="json") for k, b in vouwing.berekend.items()} == toegezegd(naam)["bewijzen"], WAT_NU
    assert vouwing.klopt, vouwing.bevindingen


def test_in_de_geschiedenis_staan_dezelfde_bewijzen(naam: str) -> None:
    """The receipts beside the histories are those inside them: neither was touched."""
    vastgelegd = {k: b.model_dump(mode="json") for k, b in Verleden(runs(naam)).vastgelegd().items()}
    assert vastgelegd == toegezegd(naam)["bewijzen"]


def test_geen_machine_of_mens_in_de_geschiedenis(naam: str) -> None:
    """Identities are roles: no host name, process id or account stands in a history."""
    gevonden: set[str] = set()
    for pad in (HIER / naam).glob("geschiedenis-*.json"):
        gevonden |= set(_waarden(json.loads(pad.read_text(encoding="utf-8")), "identity"))
    assert gevonden
    assert {g for g in gevonden if not MAG_VERSCHILLEN_PER_MACHINE.match(g)} <= {"history-service"}


def _waarden(deel: Any, sleutel: str) -> list[str]:
    """Every value under this key, at any depth."""
    if isinstance(deel, list):
        return [w for d in deel for w in _waarden(d, sleutel)]
    if not isinstance(deel, dict):
        return []
    eigen = [deel[sleutel]] if isinstance(deel.get(sleutel), str) and deel[sleutel] else []
    return eigen + [w for d in deel.values() for w in _waarden(d, sleutel)]


def test_klein_genoeg(naam: str) -> None:
    """A golden history stays small enough to read in a review."""
    assert all(pad.stat().st_size < 250_000 for pad in (HIER / naam).glob("*.json"))


def test_wat_in_elke_vorm_voorkomt() -> None:
    """Each shape holds what it is there for."""
    happy, gepauzeerd, voortgezet = (toegezegd(n) for n in ("happy", "gepauzeerd", "voortgezet"))
    assert {"BesluitGenomen", "OpdrachtGeweigerd", "HerinneringVerstuurd", "PilotGestopt", "OpgaveIngetrokken"} <= {
        f["soort"] for f in happy["feiten"]
    }
    assert {"OpgaveGepauzeerd", "OpgaveHervat", "TermijnVerstreken"} <= {f["soort"] for f in gepauzeerd["feiten"]}
    assert "HerinneringVerstuurd" in {f["soort"] for f in voortgezet["feiten"]}
    assert len(runs("voortgezet")) >= 3
    assert soort(runs("voortgezet")[0].events[-1]) == "continued_as_new"
    bestuurlijk, zwijgen = ({f["soort"] for f in toegezegd(n)["feiten"]} for n in ("bestuurlijk", "zwijgen"))
    assert {"BesluitVastgelegd", "AfspraakGemaakt", "GeheimhoudingOpgelegd", "RechtsmiddelGemeld"} <= bestuurlijk
    assert {"TermijnVerlengd", "BesluitHersteld", "GrondslagBeslist", "RechtswegeVastgesteld"} <= zwijgen
    partners = [f["soort"] for f in toegezegd("partners")["feiten"]]
    hoe_vaak = {"TermijnOpgeschort": 2, "TermijnHervat": 2, "EscalatieBeslist": 2, "HerinneringBijgestuurd": 3}
    assert {soort_: partners.count(soort_) for soort_ in hoe_vaak} == hoe_vaak
    assert {"TermijnHerberekend", "UitstelVerleend", "AntwoordVerbeterd", "InbrengBehandeld"} <= set(partners)
    assert partners.index("OpdrachtGeweigerd") < partners.index("OpgaveIngetrokken")
