"""History, fold and ledger agree on a real dossier, and stop agreeing as soon as any of them is touched."""

import base64
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit.controle import controleer_map
from audit.lezen import OnleesbareGeschiedenis, vouw

Geschiedenis = dict[str, Any]


def _bestand(dossier: Path) -> Path:
    return next((dossier / "geschiedenis").glob("*.json"))


def _geschiedenis(dossier: Path) -> Geschiedenis:
    return json.loads(_bestand(dossier).read_text())


def _verander(dossier: Path, doe: Callable[[Geschiedenis], None]) -> None:
    geschiedenis = _geschiedenis(dossier)
    doe(geschiedenis)
    _bestand(dossier).write_text(json.dumps(geschiedenis))


def _in_payload(geschiedenis: Geschiedenis, soort: str, van: str, naar: str) -> None:
    """Change a word inside the encoded data of the first event of this kind that holds it."""
    for gebeurtenis in geschiedenis["events"]:
        if gebeurtenis["eventType"] == f"EVENT_TYPE_{soort}" and _vervang(gebeurtenis, van, naar):
            return
    raise AssertionError(f"{van} niet gevonden")


def _vervang(waarde: Any, van: str, naar: str) -> bool:
    if isinstance(waarde, list):
        return any(_vervang(w, van, naar) for w in waarde)
    if not isinstance(waarde, dict):
        return False
    if isinstance(waarde.get("data"), str):
        tekst = base64.b64decode(waarde["data"]).decode()
        waarde["data"] = base64.b64encode(tekst.replace(van, naar).encode()).decode()
        return van in tekst
    return any(_vervang(w, van, naar) for w in waarde.values())


def _laatste_opdracht(geschiedenis: Geschiedenis) -> int:
    """Where the last command of the life was accepted."""
    soort = "EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED"
    return max(i for i, g in enumerate(geschiedenis["events"]) if g["eventType"] == soort)


async def test_an_untouched_dossier_agrees_with_itself(gespeeld):
    """History, fold, register and ledger tell one story, down to the last fact."""
    verdict = await controleer_map(gespeeld)
    assert verdict.gelijk, verdict.bevindingen
    assert verdict.feiten > 10
    assert verdict.grootboekregels > 0


@pytest.mark.parametrize(
    ("soort", "van", "naar"),
    [
        pytest.param("WORKFLOW_EXECUTION_UPDATE_ACCEPTED", "al schoon", "nu schoon", id="text of a command"),
        pytest.param("WORKFLOW_EXECUTION_UPDATE_ACCEPTED", "gemeente Urk", "gemeente Ens", id="name of a partner"),
        pytest.param("WORKFLOW_EXECUTION_UPDATE_COMPLETED", '"seq":', '"seq":1', id="receipt"),
        pytest.param("WORKFLOW_EXECUTION_STARTED", "FL-2026-91", "FL-2026-92", id="start input"),
    ],
)
async def test_an_edited_payload_is_found(dossier, soort, van, naar):
    """Temporal's own replay passes these forgeries; the receipts don't."""
    _verander(dossier, lambda g: _in_payload(g, soort, van, naar))
    assert not (await controleer_map(dossier)).gelijk


async def test_another_time_of_the_deciding_task_is_found(dossier):
    """A decision can't be moved to another day."""

    def verlaat(geschiedenis: Geschiedenis) -> None:
        gestart = None
        for gebeurtenis in geschiedenis["events"][: _laatste_opdracht(geschiedenis)]:
            if gebeurtenis["eventType"] == "EVENT_TYPE_WORKFLOW_TASK_STARTED":
                gestart = gebeurtenis
        gestart["eventTime"] = f"{int(gestart['eventTime'][:4]) + 1}{gestart['eventTime'][4:]}"

    _verander(dossier, verlaat)
    assert not (await controleer_map(dossier)).gelijk


async def test_a_cut_tail_is_found(dossier):
    """Leaving out the last events leaves the ledger with more facts than the history."""

    def knip(geschiedenis: Geschiedenis) -> None:
        del geschiedenis["events"][_laatste_opdracht(geschiedenis) :]

    _verander(dossier, knip)
    bevindingen = (await controleer_map(dossier)).bevindingen
    assert any("grootboek gaat tot" in b for b in bevindingen), bevindingen


@pytest.mark.parametrize(
    ("opdracht", "verwacht"),
    [
        ("UPDATE grootboek SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE van_seq = 1", "handtekening"),
        ("DELETE FROM grootboek WHERE van_seq = 1", "ontbreekt"),
        ("UPDATE feit SET hash = replace(hash, substr(hash, 1, 2), 'zz') WHERE seq = 2", "Feit 2 in het register"),
        ("DELETE FROM feit WHERE seq = 3", "Feit 3 in het register"),
    ],
)
async def test_a_touched_register_is_found(dossier, opdracht, verwacht):
    """Whoever edits the database has the history and the signatures against him."""
    with sqlite3.connect(dossier / "register.db") as verbinding:
        assert verbinding.execute(opdracht).rowcount > 0
    bevindingen = (await controleer_map(dossier)).bevindingen
    assert any(verwacht in b for b in bevindingen), bevindingen


async def test_a_missing_key_is_said(dossier):
    """Without the public key the ledger proves nothing, and the verdict says so."""
    next(dossier.glob("*.pub")).unlink()
    assert any("sleutel ontbreekt" in b for b in (await controleer_map(dossier)).bevindingen)


def test_the_fold_arrives_at_the_recorded_receipts(gespeeld):
    """Without Temporal, from JSON alone, every receipt is computed again."""
    vouwing = vouw([_geschiedenis(gespeeld)])
    assert vouwing.klopt
    assert vouwing.vastgelegd == vouwing.berekend
    assert len(vouwing.berekend) == 6


@pytest.mark.parametrize("onzin", [[], [{}], [{"events": []}], [{"events": [{"eventType": 3}]}], [{"events": "x"}]])
def test_nonsense_is_refused_in_words(onzin):
    """What is no history gives one Dutch sentence, never a traceback of another kind."""
    with pytest.raises(OnleesbareGeschiedenis):
        vouw(onzin)


async def test_a_folder_without_a_history_is_refused_in_words(tmp_path):
    """An empty folder is said to be empty."""
    with pytest.raises(OnleesbareGeschiedenis, match="geen geschiedenis"):
        await controleer_map(tmp_path)
