"""The two worked lives of domain.md section 6: complete, as expected, and the same dry as on a real server."""

import json
import os
from collections import Counter
from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest
import yaml

from audit.controle import controleer_map
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.besluiten import BesluitGenomen
from domain.taal.leven import OpdrachtGeweigerd, OpgaveAfgesloten
from domain.taal.termijnen import TermijnGestart
from domain.taal.vormen import VormInWerking, VormWijzigingGestart
from starter.scenario import simuleer
from starter.scenariobestand import ScenarioFout, lees_bytes, lees_scenario
from starter.scenariodroog import speel
from starter.scenarioregels import Scenario

VOORBEELDEN = Path(__file__).parents[2] / "examples"
ENERGIEHUB, ADVIESLOKET = VOORBEELDEN / "energiehub-oostrand.yaml", VOORBEELDEN / "adviesloket-polderrand.yaml"
BEIDE = (ENERGIEHUB, ADVIESLOKET)


def gespeeld(bestand: Path) -> tuple[Scenario, Stand, list[Feit]]:
    """An example played dry; every `verwacht` in it held, or this raises."""
    scenario = lees_scenario(bestand)
    return scenario, *speel(scenario)


def besluiten(feiten: list[Feit], stap: str) -> list[tuple[date, BesluitGenomen]]:
    """All treatments of a step, with their days."""
    return [(f.gebeurd_op, f.inhoud) for f in feiten if isinstance(f.inhoud, BesluitGenomen) and f.inhoud.stap == stap]


def plaats(feiten: list[Feit], soort: str, **velden: object) -> int:
    """The sequence number of the first fact of a kind with these values."""
    return next(
        f.seq for f in feiten if f.inhoud.soort == soort and all(getattr(f.inhoud, k) == v for k, v in velden.items())
    )


@pytest.mark.parametrize("bestand", BEIDE, ids=lambda b: b.stem)
def test_every_expectation_in_the_example_holds(bestand: Path) -> None:
    """And there is one on each vote and each refusal, so nothing is left unsaid."""
    scenario, _, feiten = gespeeld(bestand)
    verwacht = {r.opdracht.id: r.verwacht for r in scenario.regels}
    for feit in feiten:
        if isinstance(feit.inhoud, OpdrachtGeweigerd):
            assert verwacht[feit.opdracht or ""].geweigerd == feit.inhoud.regel
        if isinstance(feit.inhoud, BesluitGenomen) and feit.inhoud.stemming and feit.inhoud.stemming.per_fractie:
            eis = verwacht[feit.opdracht or ""]
            assert None not in (eis.voor, eis.tegen, eis.uitkomst)


@pytest.mark.parametrize("bestand", BEIDE, ids=lambda b: b.stem)
def test_reminders_really_fire_in_between(bestand: Path) -> None:
    """To partners that are late, up to those above them; one request is answered late, one is withdrawn."""
    _, stand, feiten = gespeeld(bestand)
    soorten = Counter(f.inhoud.soort for f in feiten)
    assert soorten["HerinneringVerstuurd"] > 50
    assert {"VerzoekIngetrokken", "NotitieBevestigd", "DoorgegaanZonderReactie"} <= set(soorten)
    verzoeken = stand.verzoeken.values()
    assert any(v.beantwoord_op and v.beantwoord_op > v.uiterlijk for v in verzoeken)
    assert {f.inhoud.aan for f in feiten if f.inhoud.soort == "HerinneringVerstuurd"} >= {  # type: ignore[union-attr]
        "opgavemanager",
        "ambtelijk_opdrachtgever",
        "gemeente-zeewolde",
    }


@pytest.mark.parametrize("bestand", BEIDE, ids=lambda b: b.stem)
def test_gs_meet_on_tuesday_and_ps_on_wednesday(bestand: Path) -> None:
    """As in the source."""
    _, _, feiten = gespeeld(bestand)
    dagen = {"GS": 1, "PS": 2}
    genomen = [f for f in feiten if isinstance(f.inhoud, BesluitGenomen) and f.inhoud.orgaan in dagen]
    assert genomen
    assert all(f.gebeurd_op.weekday() == dagen[f.inhoud.orgaan] for f in genomen)  # type: ignore[union-attr]


def test_gs_can_not_decide_before_they_answered_the_wishes_of_ps() -> None:
    """6.1: A1 is refused before the reaction (A0b) on A3, and decided after it."""
    _, _, feiten = gespeeld(ENERGIEHUB)
    geweigerd = [f for f in feiten if isinstance(f.inhoud, OpdrachtGeweigerd) and f.inhoud.regel == "volgorde"]
    assert [f.inhoud.opdracht_soort for f in geweigerd] == ["LegVoor", "LegBesluitVast"]  # type: ignore[union-attr]
    assert all("cooperatie.A0b" in f.inhoud.ontbreekt[0] for f in geweigerd)  # type: ignore[union-attr]
    [(wb, a3)], [(antwoord, _)], [(besluit, _)] = (besluiten(feiten, f"cooperatie.{s}") for s in ("A3", "A0b", "A1"))
    assert wb < geweigerd[0].gebeurd_op < antwoord < besluit
    assert (a3.uitkomst, a3.resultaat) == ("aangenomen_gewijzigd", "beide")
    assert a3.uitslag is not None
    assert (a3.uitslag.voor, a3.uitslag.tegen, a3.uitslag.geldig_minimum, a3.uitslag.art28) == (32, 7, 21, 1)


def test_the_energy_hub_ends_completed_and_its_lesson_is_checked() -> None:
    """6.1: opschalen, with the T22 check of the lesson after the close."""
    _, stand, feiten = gespeeld(ENERGIEHUB)
    assert (stand.leven.toestand, stand.leven.uitkomst) == ("afgerond", "opschalen")
    dicht = next(f for f in feiten if isinstance(f.inhoud, OpgaveAfgesloten))
    assert plaats(feiten, "LesGecontroleerd") > dicht.seq
    assert stand.lessen["les-datalevering"].in_praktijk_gebracht == "ja"
    assert len(stand.lessen) == 2


def test_the_term_of_zeewolde_ends_on_the_sixth_of_may() -> None:
    """6.2: eight weeks after 10 March 2025 is 5 May, a feestdag (Atw 1 and 3)."""
    _, _, feiten = gespeeld(ADVIESLOKET)
    termijnen = [f.inhoud.termijn for f in feiten if isinstance(f.inhoud, TermijnGestart)]
    t01 = {t.betreft: t for t in termijnen if t.code == "T01"}
    assert t01["loket.A5.gemeente-zeewolde"].einde == date(2025, 5, 6)
    assert {"Atw 1 lid 1", "Atw 3"} <= set(t01["loket.A5.gemeente-zeewolde"].grondslag)
    assert t01["loket.A5.PS"].einde == date(2025, 3, 12)
    t02 = next(t for t in termijnen if t.betreft == "loket.A6.PS")
    assert t02.einde == date(2025, 8, 13)


def test_a_tie_in_a_meeting_that_is_not_complete_keeps_the_step_open() -> None:
    """6.2: 20-20 with one absent is put off; three weeks later 22-19 gives consent."""
    _, _, feiten = gespeeld(ADVIESLOKET)
    (dag1, staking), (dag2, verleend) = besluiten(feiten, "loket.A6.PS")
    assert (dag1, dag2) == (date(2025, 6, 4), date(2025, 6, 25))
    assert (staking.uitkomst, staking.afloop) == ("uitgesteld_staking", "open")
    assert staking.uitslag is not None
    assert (staking.uitslag.voor, staking.uitslag.tegen, staking.uitslag.voltallig) == (20, 20, False)
    assert (verleend.uitkomst, verleend.resultaat, verleend.afloop) == ("aangenomen", "verleend", "positief")
    tussen = [f for f in feiten if isinstance(f.inhoud, OpdrachtGeweigerd) and dag1 < f.gebeurd_op < dag2]
    assert ["loket.A6.PS" in f.inhoud.ontbreekt[0] for f in tussen] == [True]  # type: ignore[union-attr]


def test_nothing_enters_into_force_before_its_publication() -> None:
    """6.2: ZetInWerking is refused before A7, and may not name a day before the published one."""
    _, stand, feiten = gespeeld(ADVIESLOKET)
    werkt = next(f for f in feiten if isinstance(f.inhoud, VormInWerking))
    eerder = [
        f for f in feiten if isinstance(f.inhoud, OpdrachtGeweigerd) and f.inhoud.opdracht_soort == "ZetInWerking"
    ]
    assert [f.inhoud.regel.split(" jo")[0] for f in eerder] == ["Wgr 26", "Wgr 26"]  # type: ignore[union-attr]
    assert all(f.seq < werkt.seq for f in eerder)
    assert plaats(feiten, "BesluitGenomen", stap="loket.A7", afloop="positief") < werkt.seq
    assert stand.trajecten["loket"].in_werking_per == date(2025, 9, 1)


def test_the_extension_restarts_the_path_and_the_life_goes_on() -> None:
    """6.2: aanpassen_en_verlengen leads to A5, A6 and A7 again, and to a second round of the pilot."""
    _, stand, feiten = gespeeld(ADVIESLOKET)
    opnieuw = next(f.inhoud for f in feiten if isinstance(f.inhoud, VormWijzigingGestart))
    codes = {s.code for s in opnieuw.stappen}
    assert {"A5", "A6", "A7"} <= codes
    assert opnieuw.ronde == 2
    assert stand.stappen["loket.r2.A5.gemeente-zeewolde"].afloop == "positief"
    assert stand.stappen["loket.r2.A6.PS"].status == "voorgelegd"
    assert stand.trajecten["loket"].status == "wordt_gewijzigd"
    assert (stand.pilots["loket-2"].ronde, stand.pilots["loket-2"].status) == (2, "loopt")
    assert (stand.leven.toestand, stand.leven.fase) == ("lopend", "F4")
    assert stand.evaluaties["evaluatie-1"].uitkomst == "aanpassen_en_verlengen"


def test_a_what_if_stops_at_the_first_refusal_and_says_why() -> None:
    """Take the reaction on the wishes out of the life: the message names the command, the rule and what is missing."""
    gegevens = yaml.safe_load(ENERGIEHUB.read_text("utf-8"))
    gegevens["opdrachten"] = [o for o in gegevens["opdrachten"] if o.get("stap") != "cooperatie.A0b"]
    scenario = lees_bytes(yaml.safe_dump(gegevens, allow_unicode=True, sort_keys=False).encode(), "als.yaml")
    with pytest.raises(ScenarioFout, match=r"als\.yaml, regel \d+, opdracht \d+ .*volgorde.*cooperatie\.A0b"):
        speel(scenario)


async def test_a_folder_that_is_no_dossier_is_left_alone(tmp_path: Path) -> None:
    """Nothing is thrown away that a play did not make, and a play that fails leaves nothing behind."""
    ander = tmp_path / "FL-2024-01" / "brief.txt"
    ander.parent.mkdir()
    ander.write_text("bewaren")
    with pytest.raises(ScenarioFout, match="geen dossier"):
        await simuleer(ENERGIEHUB, tmp_path)
    assert ander.read_text() == "bewaren"
    assert os.listdir(tmp_path) == ["FL-2024-01"]


@pytest.mark.parametrize("bestand", BEIDE, ids=lambda b: b.stem)
async def test_the_real_life_is_the_dry_life(bestand: Path, tmp_path: Path) -> None:
    """On the real workflow, activities and mail: the same facts on the same days, and all evidence agrees."""
    scenario, _, droog = gespeeld(bestand)
    verteld: list[tuple[date, str]] = []
    klaar = await simuleer(bestand, tmp_path, lambda dag, zin: verteld.append((dag, zin)))
    map_ = tmp_path / scenario.opgave
    echt = json.loads((map_ / "tijdlijn.json").read_text("utf-8"))
    assert [(f["inhoud"]["soort"], f["gebeurd_op"]) for f in echt] == [
        (f.inhoud.soort, f.gebeurd_op.isoformat()) for f in droog
    ]
    assert klaar.bevindingen == ()
    assert (await controleer_map(map_)).gelijk
    assert klaar.feiten == len(verteld) == len(echt)
    assert Stand.model_validate_json((map_ / "stand.json").read_text("utf-8")).kop == echt[-1]["hash"]
    post = [message_from_bytes(pad.read_bytes()) for pad in (map_ / "post").glob("*.eml")]
    assert len(post) == klaar.berichten == klaar.verzonden > 300
    assert all(str(bericht["To"]).endswith("example.org") for bericht in post)
    assert len({bericht["X-Opgave-Sleutel"] for bericht in post}) == len(post)
    verslag = (map_ / "verslag.md").read_text("utf-8")
    assert "## Niet opgenomen in de bron" in verslag
    assert klaar.titel in verslag
