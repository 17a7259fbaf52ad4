"""The two worked lives of domain.md section 6: complete, as expected, and the same dry as on a real server."""

import json
import os
from collections import Counter
from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest
import yaml

from archief.pak import open_pak
from audit.controle import controleer
from domain.feit import Feit
from domain.reglement.register import nieuwste
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
    genomen = [f for f in feiten if isinstance(f.inhoud, BesluitGenomen) and f.inhoud.stap == stap]
    return [(f.inhoud.genomen_op or f.gebeurd_op, f.inhoud) for f in genomen]  # type: ignore[union-attr,misc]


def plaats(feiten: list[Feit], soort: str, **velden: object) -> int:
    """The sequence number of the first fact of a kind with these values."""
    return next(
        f.seq for f in feiten if f.inhoud.soort == soort and all(getattr(f.inhoud, k) == v for k, v in velden.items())
    )


@pytest.mark.parametrize("bestand", BEIDE, ids=lambda b: b.stem)
def test_every_expectation_in_the_example_holds(bestand: Path) -> None:
    """And there is one on each vote and each refusal, so nothing is left unsaid; all under the newest rules."""
    scenario, stand, feiten = gespeeld(bestand)
    assert (stand.reglement, stand.vastleggingen) == (nieuwste().code, {})
    verwacht = {r.opdracht.id: r.verwacht for r in scenario.regels}
    for feit in feiten:
        if isinstance(feit.inhoud, OpdrachtGeweigerd):
            assert verwacht[feit.opdracht or ""].geweigerd == feit.inhoud.regel
        if isinstance(feit.inhoud, BesluitGenomen) and feit.inhoud.orgaan in ("GS", "PS", "statencommissie"):
            door, tweede = feit.inhoud.vastgelegd_door, feit.inhoud.bevestigd_door
            assert tweede
            assert door.split(":")[1] != tweede.split(":")[1]
        if isinstance(feit.inhoud, BesluitGenomen) and feit.inhoud.stemming and feit.inhoud.stemming.per_fractie:
            eis = verwacht[feit.opdracht or ""]
            assert None not in (eis.voor, eis.tegen, eis.uitkomst)


STEMMINGEN = [
    (ENERGIEHUB, "B3", ["2024-11-27 33-7 aangenomen kader"]),
    (ENERGIEHUB, "cooperatie.A3", ["2025-02-26 32-7 aangenomen_gewijzigd beide"]),
    (ENERGIEHUB, "B7", ["2026-06-24 34-7 aangenomen "]),
    (ADVIESLOKET, "B2", ["2024-12-18 None-None aangenomen kader"]),
    (ADVIESLOKET, "loket.A5.PS", ["2025-02-26 26-15 aangenomen zienswijze"]),
    (ADVIESLOKET, "loket.A6.PS", ["2025-06-04 20-20 uitgesteld_staking ", "2025-06-25 22-19 aangenomen verleend"]),
    (ADVIESLOKET, "B4", ["2026-11-04 25-15 aangenomen_gewijzigd aanpassen_en_verlengen"]),
]
"""Every vote of PS in domain.md section 6, with its day, its numbers and what it must come to."""


@pytest.mark.parametrize(("bestand", "stap", "verwacht"), STEMMINGEN, ids=lambda w: str(getattr(w, "stem", w)))
def test_every_vote_of_the_source_comes_out_as_it_says(bestand: Path, stap: str, verwacht: list[str]) -> None:
    """From the votes per fractie, never typed in."""
    _, _, feiten = gespeeld(bestand)
    genomen = [(dag, b, b.uitslag) for dag, b in besluiten(feiten, stap)]
    assert [f"{dag} {u.voor}-{u.tegen} {b.uitkomst} {b.resultaat}" for dag, b, u in genomen if u] == verwacht


UITERLIJK = {
    "loket.A5.PS": "2025-03-12",
    "loket.A5.gemeente-almere": "2025-03-12",
    "loket.A5.gemeente-dronten": "2025-03-12",
    "loket.A5.waterschap-zuiderzeeland": "2025-03-12",
    "loket.A5.gemeente-zeewolde": "2025-05-06",
    "loket.A6.PS": "2025-08-13",
}


def test_every_last_day_of_the_source_is_computed() -> None:
    """6.2: eight weeks for a zienswijze from each own day of receipt, thirteen for consent."""
    _, _, feiten = gespeeld(ADVIESLOKET)
    eindes = {f.inhoud.termijn.betreft: f.inhoud.termijn.einde for f in feiten if isinstance(f.inhoud, TermijnGestart)}
    assert {stap: str(eindes[stap]) for stap in UITERLIJK} == UITERLIJK


WANNEER = [
    (ENERGIEHUB, "B1", "2024-09-17", "conform"),
    (ENERGIEHUB, "B2", "2024-10-02", "onderschreven"),
    (ENERGIEHUB, "cooperatie.A13", "2025-01-09", "akkoord_met_melding"),
    (ENERGIEHUB, "cooperatie.A0", "2025-01-14", "conform"),
    (ENERGIEHUB, "B4", "2025-02-12", "bespreekstuk"),
    (ENERGIEHUB, "cooperatie.A0b", "2025-03-11", "aangepast"),
    (ENERGIEHUB, "cooperatie.A16.gemeente-dronten", "2025-03-28", "akkoord"),
    (ENERGIEHUB, "cooperatie.A16.gemeente-zeewolde", "2025-03-28", "akkoord_met_voorbehoud"),
    (ENERGIEHUB, "cooperatie.A16.netbeheerder", "2025-03-28", "akkoord"),
    (ENERGIEHUB, "cooperatie.A1", "2025-04-01", "conform"),
    (ENERGIEHUB, "cooperatie.A17", "2025-04-15", "ingeschreven"),
    (ENERGIEHUB, "B5", "2025-11-04", "conform"),
    (ADVIESLOKET, "B1", "2024-09-24", "conform"),
    (ADVIESLOKET, "loket.A0", "2025-01-14", "gewijzigd"),
    (ADVIESLOKET, "loket.A5.gemeente-almere", "2025-03-06", "zienswijze"),
    (ADVIESLOKET, "loket.A5.gemeente-dronten", "2025-02-20", "geen_zienswijze"),
    (ADVIESLOKET, "loket.A5.waterschap-zuiderzeeland", "2025-03-11", "zienswijze"),
    (ADVIESLOKET, "loket.A5.gemeente-zeewolde", "2025-04-24", "zienswijze"),
    (ADVIESLOKET, "loket.A0b", "2025-05-13", "aangepast"),
    (ADVIESLOKET, "loket.A6.gemeente-almere", "2025-06-19", "verleend"),
    (ADVIESLOKET, "loket.A6.gemeente-dronten", "2025-06-26", "verleend"),
    (ADVIESLOKET, "loket.A6.gemeente-zeewolde", "2025-06-26", "verleend"),
    (ADVIESLOKET, "loket.A6.waterschap-zuiderzeeland", "2025-06-24", "verleend"),
    (ADVIESLOKET, "loket.A1.GS", "2025-07-01", "conform"),
    (ADVIESLOKET, "loket.A7", "2025-07-15", "geregistreerd"),
    (ADVIESLOKET, "B3", "2026-10-06", "conform"),
]
"""Every other decision in domain.md section 6; A0b has words of its own where the source says gewijzigd or conform."""


@pytest.mark.parametrize("bestand", BEIDE, ids=lambda b: b.stem)
def test_every_other_decision_of_the_source_is_there(bestand: Path) -> None:
    """On its day, with its outcome, in the words of the reglement."""
    _, _, feiten = gespeeld(bestand)
    for van, stap, dag, uitkomst in WANNEER:
        if van == bestand:
            laatste_dag, laatste = besluiten(feiten, stap)[-1]
            assert (stap, str(laatste_dag), laatste.uitkomst) == (stap, dag, uitkomst)


def test_what_ps_brought_forward_is_answered_point_by_point() -> None:
    """6.1: a wish and an objection, one VVD member aside, and a reaction of GS to each; a half answer is refused."""
    _, _, feiten = gespeeld(ENERGIEHUB)
    [(_, a3)], [(_, a0b)] = besluiten(feiten, "cooperatie.A3"), besluiten(feiten, "cooperatie.A0b")
    assert a3.instrument is not None
    wb = a3.instrument.model_dump()
    assert (wb["wensen"], wb["bedenkingen"]) == (("uittreding",), ("financieel risico",))
    assert [b.model_dump() for b in a3.betrokken] == [
        {
            "fractie": "VVD",
            "reden": "bestuurder van aspirant-lid",
            "aantal": 1,
            "beraadslaging": False,
            "stemming": False,
        }
    ]
    [amendement] = a3.amendementen
    assert (amendement.indieners, amendement.uitkomst) == (("CDA", "CU", "D66"), "aangenomen")
    assert [(r.op, r.reactie) for r in a0b.reacties] == [("uittreding", "overgenomen"), ("financieel risico", "deels")]
    assert a0b.reacties[1].motivering == a0b.wijziging == "inleg begrensd op 250000 euro"
    nee = [f.inhoud for f in feiten if isinstance(f.inhoud, OpdrachtGeweigerd) and f.inhoud.regel == "Awb 3:46"]
    assert [n.ontbreekt for n in nee] == [("financieel risico",)]


def test_money_waits_two_weeks_after_its_notice() -> None:
    """6.1: notice on 5 June, so not on the 17th; on the 24th it can."""
    _, stand, feiten = gespeeld(ENERGIEHUB)
    [nee] = [f for f in feiten if isinstance(f.inhoud, OpdrachtGeweigerd) and f.inhoud.regel.startswith("PW 194")]
    assert stand.stappen["B7"].kennisgeving_op == date(2026, 6, 5)
    assert nee.gebeurd_op == date(2026, 6, 17)
    assert besluiten(feiten, "B7")[0][0] == date(2026, 6, 24)


def test_what_a_draft_became_is_written_down() -> None:
    """6.2: GS decide gewijzigd, and say what changed."""
    _, _, feiten = gespeeld(ADVIESLOKET)
    assert [b.wijziging for _, b in besluiten(feiten, "loket.A0")] == ["participatieparagraaf toegevoegd"]


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
    assert all((f.inhoud.genomen_op or f.gebeurd_op).weekday() == dagen[f.inhoud.orgaan] for f in genomen)  # type: ignore[union-attr]


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
    gang = _termijn_van(feiten, "loket.A6.PS")
    assert gang == [(date(2025, 5, 14), "TermijnGestart"), (dag2, "TermijnGehaald")], "the term ran on after the tie"
    tussen = [f for f in feiten if isinstance(f.inhoud, OpdrachtGeweigerd) and dag1 < f.gebeurd_op < dag2]
    assert ["loket.A6.PS" in f.inhoud.ontbreekt[0] for f in tussen] == [True]  # type: ignore[union-attr]


def _termijn_van(feiten: list[Feit], stap: str) -> list[tuple[date, str]]:
    """When the term of a step began and how it ended."""
    gestart = {f.inhoud.termijn.id for f in feiten if isinstance(f.inhoud, TermijnGestart) and f.inhoud.termijn.betreft == stap}  # fmt: skip
    namen = ("TermijnGestart", "TermijnGehaald", "TermijnVerstreken", "TermijnVervallen")
    over = [(f, getattr(f.inhoud, "termijn", None)) for f in feiten if f.inhoud.soort in namen]
    return [(f.gebeurd_op, f.inhoud.soort) for f, termijn in over if getattr(termijn, "id", termijn) in gestart]


def test_consent_is_only_given_or_withheld_and_never_by_one_person() -> None:
    """6.2: no amendement, no withholding out of a proposal that failed, and no confirming by who recorded it."""
    _, _, feiten = gespeeld(ADVIESLOKET)
    op_de_dag = [f for f in feiten if f.gebeurd_op == date(2025, 6, 4) and f.opdracht]
    gang = [getattr(f.inhoud, "regel", f.inhoud.soort) for f in op_de_dag]
    assert gang == ["Awb 10:29 lid 2", "instrument", "BesluitVastgelegd", "vier ogen", "BesluitGenomen"]


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


@pytest.mark.lang
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
    assert controleer(open_pak(map_), sleutels=[map_ / "ondertekensleutel.pub"]).bevindingen == ()
    assert klaar.feiten == len(verteld) == len(echt)
    assert Stand.model_validate_json((map_ / "stand.json").read_text("utf-8")).kop == echt[-1]["hash"]
    post = [message_from_bytes(pad.read_bytes()) for pad in (map_ / "post").glob("*.eml")]
    sleutels = [sleutel for bericht in post for sleutel in str(bericht["X-Opgave-Sleutel"]).split()]
    assert len(sleutels) == len(set(sleutels)) == klaar.berichten == klaar.verzonden > 300
    assert all(str(bericht["To"]).endswith("example.org") for bericht in post)
    assert len({bericht["Message-ID"] for bericht in post}) == len(post)
    verslag = (map_ / "verslag.md").read_text("utf-8")
    assert "## Niet opgenomen in de bron" in verslag
    assert klaar.titel in verslag
