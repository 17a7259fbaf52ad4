"""The replay as a film: a frame per workflow task, equal to the fold, and never a wait without an end."""

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from temporalio.client import WorkflowHistory
from test_lezen import NAMEN, herschrijf, runs, van_soort

from audit.eens import oneens
from audit.film import film
from audit.lezen import vouw
from domain.stand import Stand


@pytest.mark.parametrize("naam", NAMEN)
async def test_elk_beeld_is_de_stand_die_vouwen_daar_ook_ziet(naam: str) -> None:
    """Sequence number, head, time and the whole state, at every task that left something, in every run."""
    geschiedenissen = runs(naam)
    vouwing, gefilmd = vouw(geschiedenissen), await film(geschiedenissen)
    assert gefilmd.bevindingen == ()
    gelezen = {(b.run, b.gebeurtenis): b for b in vouwing.taken}
    assert len(gefilmd.beelden) >= len(gelezen) - 3
    assert [b for b in gefilmd.beelden if gelezen[b.run, b.gebeurtenis] != b] == []
    assert {b.run for b in gefilmd.beelden} == set(range(1, len(geschiedenissen) + 1))
    assert gefilmd.beelden[-1].stand == vouwing.stand
    assert oneens(vouwing, gefilmd) == ()
    assert {vouwing.updates[u]: b for u, b in gefilmd.bewijzen.items()} == vouwing.vastgelegd


async def test_beelden_delen_wat_gelijk_bleef() -> None:
    """A frame is a reference: what no fact touched is one and the same object in both frames."""
    gefilmd = await film(runs("happy"))
    for een, ander in zip(gefilmd.beelden, gefilmd.beelden[1:], strict=False):
        gelijk = [n for n in Stand.model_fields if getattr(een.stand, n) == getattr(ander.stand, n)]
        assert all(getattr(een.stand, n) is getattr(ander.stand, n) for n in ("begin", "geld", "lessen") if n in gelijk)


async def _bezwaren(*geschiedenissen: Any) -> list[tuple[str, str, str]]:
    gefilmd = await film(list(geschiedenissen))
    return [(b.code, b.waar, b.zin) for b in gefilmd.bevindingen]


async def test_een_ander_soort_stap_is_niet_na_te_spelen() -> None:
    """The replay wants the activity that the shell asks for."""
    tekst = json.dumps(runs("happy")[0])
    assert "verwerk_feiten" in tekst
    ((code, waar, zin),) = await _bezwaren(json.loads(tekst.replace("verwerk_feiten", "iets_anders")))
    assert (code, waar) == ("naspelen_mislukt", "run 1")
    assert "volgen niet uit de opdrachten" in zin


@pytest.mark.parametrize("hernummerd", [False, True])
@pytest.mark.parametrize("plek", [2, 19, 20, 60])
async def test_een_gat_in_de_gebeurtenissen_is_niet_na_te_spelen(plek: int, hernummerd: bool) -> None:
    """Whichever event is gone, and also when the others were given new numbers."""
    happy = runs("happy")[0]
    del happy["events"][plek]
    for nr, gebeurtenis in enumerate(happy["events"], start=1):
        gebeurtenis["eventId"] = str(nr) if hernummerd else gebeurtenis["eventId"]
    ((code, _, zin),) = await _bezwaren(happy)
    assert code == "naspelen_mislukt"
    assert hernummerd or "niet op volgorde" in zin


async def test_een_run_die_mislukt_houdt_de_andere_niet_tegen() -> None:
    """The frames of the other runs are there, and only the spoilt run is named."""
    een, twee, drie = runs("voortgezet")
    del twee["events"][20]
    gefilmd = await film([een, twee, drie])
    assert [b.waar for b in gefilmd.bevindingen] == ["run 2"]
    assert {1, 3} <= {b.run for b in gefilmd.beelden}


KORT: list[Any] = [None, "x", {}, {"events": []}, {"events": "x"}, {"events": [None]}, {"events": [{"eventType": 3}]}]


@pytest.mark.parametrize("onzin", KORT)
async def test_onzin_is_een_bevinding(onzin: Any) -> None:
    assert [code for code, _, _ in await _bezwaren(onzin)] == ["naspelen_mislukt"]


@pytest.mark.parametrize("aantal", [1, 2, 3])
async def test_een_run_die_net_begon_is_geen_fout_en_wacht_nergens_op(aantal: int) -> None:
    """Before the first workflow task is done there is nothing to see; the Replayer alone would wait for ever."""
    happy = runs("happy")[0]
    gefilmd = await film([{"events": happy["events"][:aantal]}])
    assert (gefilmd.beelden, gefilmd.bevindingen) == ((), ())


@pytest.mark.parametrize("tot", range(4, 60, 7))
async def test_een_geschiedenis_tot_een_gebeurtenis_geeft_dezelfde_beelden_als_de_hele(tot: int) -> None:
    """What comes later has no influence on what was."""
    happy = runs("happy")[0]
    heel = {b.gebeurtenis: b for b in (await film([happy])).beelden}
    deel = await film([{"events": happy["events"][:tot]}])
    assert deel.bevindingen == ()
    assert [b for b in deel.beelden[:-1] if heel[b.gebeurtenis] != b] == []


EINDELOOS = """
import asyncio, json, sys
from temporalio import workflow
from audit.film import film

@workflow.defn(name="Opgave", sandboxed=False)
class Eindeloos:
    @workflow.run
    async def run(self, start: dict) -> None:
        while True:
            pass

gefilmd = asyncio.run(film([json.load(open(sys.argv[1]))], schillen=[Eindeloos], geduld=float(sys.argv[2])))
print(json.dumps([b.zin for b in gefilmd.bevindingen]))
"""


@pytest.mark.parametrize(("geduld", "reden"), [(-3.0, "was het niet klaar"), (10.0, "loopt erop vast")])
def test_naspelen_zonder_einde_is_een_bevinding_en_houdt_het_programma_niet_op(
    tmp_path: Path, geduld: float, reden: str
) -> None:
    """Rules that never end: patience runs out, or Temporal breaks in; and the process ends in both cases."""
    bestand = tmp_path / "g.json"
    bestand.write_text(json.dumps(runs("happy")[0]))
    opdracht = [sys.executable, "-c", EINDELOOS, str(bestand), str(geduld)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, timeout=60, check=True)
    (zin,) = json.loads(klaar.stdout)
    assert reden in zin


async def test_de_ingelezen_geschiedenis_blijft_zoals_zij_was() -> None:
    """Reading leaves the parsed JSON as it was, so that the other reader sees the same."""
    happy = runs("happy")[0]
    eerder = copy.deepcopy(happy)
    await film([happy])
    assert happy == eerder
    assert len(WorkflowHistory.from_json("x", happy).events) == 182


async def test_een_gewijzigde_tekst_speelt_gelijk_na_maar_geeft_een_ander_bewijs() -> None:
    """Temporal's own replay passes this forgery; the frames show what it leads to."""
    happy = runs("happy")[0]
    verzoek = van_soort(happy, "WORKFLOW_EXECUTION_UPDATE_ACCEPTED", 1)
    args = verzoek["workflowExecutionUpdateAcceptedEventAttributes"]["acceptedRequest"]["input"]["args"]
    herschrijf(args, lambda o: {**o, "door": {**o["door"], "subject": "u-99"}})
    gefilmd, echt = await film([happy]), await film(runs("happy"))
    assert gefilmd.bevindingen == ()
    assert gefilmd.bewijzen != echt.bewijzen
    assert gefilmd.beelden[0] == echt.beelden[0]


async def test_ook_voor_de_eerste_run_begon_heet_hij_bij_zijn_nummer() -> None:
    """On a machine that is too busy to start at all: one finding per run, and there is no run 0."""
    gefilmd = await film(runs("voortgezet"), geduld=-1e9)
    assert [b.waar for b in gefilmd.bevindingen] == ["run 1", "run 2", "run 3"]
