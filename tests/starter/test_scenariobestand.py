"""Reading scenario files: what is wrong is named with its line and field, and nothing else ever comes out."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from domain.opdracht import Bevestig
from domain.reglement.register import nieuwste
from domain.taal.bladen import LegBladVast
from domain.taal.bladen_toets import ToetsFlevo
from domain.taal.geld import BoekGeld
from starter.scenariobestand import MAX_BYTES, ScenarioFout, lees_bytes, lees_scenario
from starter.scenariodroog import speel_droog
from starter.scenarioregels import Scenario

DOCS = Path(__file__).parents[2] / "docs" / "scenario.md"
KOP = "opgave: {id: FL-2026-90}\nopdrachten:\n"
START = (
    "- {op: 2026-03-02, als: opgavemanager, opdracht: StartOpgave, titel: Haven, thema: water, initiatief: {door: v}}\n"
)
GS = "- {op: 2026-03-03, als: bestuurssecretariaat, opdracht: LegBesluitVast, stap: B1, uitkomst: conform}\n"
KORT = """
- {op: 2026-03-02, als: controller, opdracht: BoekGeld, geldsoort: krediet, euro: 12.50, bron: provincie, referentie: r}
- {op: 2026-03-02, als: jurist, opdracht: LegBladVast, blad: toets_flevo, moment: F1, scores: [1, 2, 3, 0, 1, 2]}
- {op: 2026-03-02, als: opgavemanager, opdracht: VraagPartner, aan: a, vraag: b}
- op: 2026-03-02
  als: griffier
  opdracht: LegBesluitVast
  stap: B1
  stemming: {wijze: hoofdelijk, stemmen: {BBB: [1, 2, 3, 4]}}
- {op: 2026-03-02, als: "partner:urk", opdracht: BeantwoordVerzoek, bevestigt: N1, verzoek: V1, antwoord: "ja"}
"""


def lees(tekst: str) -> Scenario:
    """The scenario in a text."""
    return lees_bytes(tekst.encode(), "proef.yaml")


def fout(tekst: str) -> str:
    """The message about a text that is no scenario."""
    with pytest.raises(ScenarioFout) as gevangen:
        lees(tekst)
    return str(gevangen.value)


@pytest.mark.parametrize(
    ("tekst", "regel", "deel"),
    [
        ("", 0, "de invoer"),
        ("opgave: {id: FL-2026-90}\n", 1, "opdrachten: dit ontbreekt"),
        ("opgave: {id: FL-2026-90}\nopdrachten: []\n", 2, "opdrachten: hier is er minstens 1 nodig"),
        ("opgave: {id: klein}\nopdrachten:\n" + START, 1, "opgave.id"),
        ("opgave: {id: FL-2026-90, reglement: r1900}\nopdrachten:\n" + START, 1, "opgave.reglement"),
        (KOP + START + "extra: 1\n", 4, "extra: dit veld bestaat hier niet"),
        (KOP + START + "tot: 2026-01-01\n", 4, "tot: deze datum ligt voor de laatste opdracht"),
        (KOP + START + "contacten: {baas: a@example.org}\n", 4, "functie"),
        (KOP + START + "contacten:\n  griffier: echt@flevoland.nl\n", 5, "example.org"),
        (KOP + START.replace("thema: water", "tema: water"), 3, "tema: dit veld bestaat hier niet"),
        (KOP + START.replace("{door: v}", "{door: v, wie: x}"), 3, "initiatief.wie"),
        (KOP + START.replace("StartOpgave", "StartOpgaaf"), 3, "Bedoelt u 'StartOpgave'"),
        (KOP + START.replace("opgavemanager", "systeem"), 3, "als: de functie systeem bestaat niet"),
        (KOP + START.replace("opgavemanager", "opgavemanger"), 3, "als: de functie opgavemanger bestaat niet"),
        (KOP + START.replace("opgavemanager", "partner"), 3, "partner:gemeente-dronten"),
        (KOP + START.replace("2026-03-02", "morgen"), 3, "op: schrijf een datum"),
        (KOP + START + START.replace("2026-03-02", "2026-03-01"), 4, "volgorde"),
        (KOP + START.replace("opdracht: StartOpgave", "opdracht: Bevestig"), 3, "bevestigt"),
        (KOP + START[:-2] + ", verwacht: {feit: X}}\n", 3, "verwacht.feit"),
        (KOP + START[:-2] + ", bevestigd_door: jurist}\n", 3, "bevestigd_door: dit hoort alleen bij LegBesluitVast"),
        (KOP + START + GS[:-2] + ", bevestigd_op: 2026-03-09}\n", 4, "noem ook wie bevestigt"),
        (KOP + START + GS[:-2] + ", bevestigd_door: baas}\n", 4, "bevestigd_door: de functie baas bestaat niet"),
        (KOP + START + GS[:-2] + ", bevestigd_door: jurist, bevestigd_op: 2026-03-02}\n", 4, "ligt voor de dag"),
        (KOP + START + GS[:-2] + ", bevestigd_door: jurist, verwacht: {geweigerd: true}}\n", 4, "niet bevestigd"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line_and_field(tekst: str, regel: int, deel: str) -> None:
    """The message names the file, the line and the field; without the mistake the file is read."""
    assert lees(KOP + START).regels[0].nr == 1
    melding = fout(tekst)
    assert melding.startswith("proef.yaml")
    assert deel in melding
    assert regel == 0 or f"regel {regel}" in melding


def test_a_field_deep_in_a_command_is_found_on_its_own_line() -> None:
    """In a command of many lines the message gives the line of the field, and the number of the command."""
    besluit = "- op: 2026-03-03\n  als: griffier\n  opdracht: LegBesluitVast\n  stap: B1\n"
    tekst = KOP + START + besluit + "  stemming:\n    wijze: fluisteren\n"
    melding = fout(tekst)
    assert "regel 9" in melding
    assert "opdracht 2 (LegBesluitVast)" in melding
    assert "stemming.wijze: kies uit" in melding


def test_yaml_tricks_are_refused() -> None:
    """Twice the same key, tags, and a file that is too large: each one clear line."""
    assert "twee keer" in fout(KOP + START.replace("thema: water", "thema: water, thema: lucht"))
    assert "tags" in fout("opgave: !!python/object:os.system {}\n")
    with pytest.raises(ScenarioFout, match="te groot"):
        lees_bytes(b"#" * (MAX_BYTES + 1), "groot.yaml")
    with pytest.raises(ScenarioFout, match="UTF-8"):
        lees_bytes(b"\xff\xfe\x00", "vreemd.yaml")
    with pytest.raises(ScenarioFout, match="is er niet"):
        lees_scenario(Path("bestaat-niet.yaml"))


def test_commands_come_a_minute_apart_on_the_day_of_recording() -> None:
    """From 10:00 in Amsterdam; `vastgelegd` moves the moment, `op` stays the day of the event."""
    laat = START.replace("op: 2026-03-02", "op: 2026-03-02, vastgelegd: 2026-04-01")
    eerste, tweede = lees(KOP + START + laat).regels
    assert eerste.moment == datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    assert tweede.moment == datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
    assert tweede.opdracht.gebeurd_op == date(2026, 3, 2)
    assert [r.moment.minute for r in lees(KOP + START * 3).regels] == [0, 1, 2]


def test_the_short_forms_give_the_commands_of_the_domain() -> None:
    """Sheets without a level, euros, one addressee, votes, a confirmed note."""
    tekst = KOP + KORT
    geld, blad, vraag, besluit, bevestigd = (regel.opdracht for regel in lees(tekst).regels)
    assert isinstance(geld.inhoud, BoekGeld)
    assert geld.inhoud.bedrag == 1250
    assert isinstance(blad.inhoud, LegBladVast)
    assert isinstance(blad.inhoud.inhoud, ToetsFlevo)
    assert vraag.inhoud.aan == ("a",)  # type: ignore[union-attr]
    assert besluit.inhoud.stemming.per_fractie[0].art28 == 4  # type: ignore[union-attr]
    assert isinstance(bevestigd.inhoud, Bevestig)
    assert (bevestigd.door.functie, bevestigd.door.namens) == ("partner", "urk")
    assert [o.door.namens for o in (geld, besluit)] == ["provincie", "PS"]


VOORAF = """
- {op: 2026-03-02, als: bestuurssecretariaat, opdracht: OpenBesluit, code: agenda, orgaan: GS, onderwerp: haven}
- {op: 2026-03-02, als: bestuurssecretariaat, opdracht: LegVoor, stap: B1}
"""
NOTEER = "- {op: 2026-03-04, als: opgavemanager, opdracht: Noteer, tekst: een belletje}\n"


def besloten(extra: str, daarna: str = "") -> Scenario:
    """A life in which GS decide on B1, recorded with these extra fields."""
    return lees(KOP + START + VOORAF.lstrip() + GS[:-2] + extra + "}\n" + daarna)


def test_a_second_person_confirms_in_a_command_of_its_own() -> None:
    """Right after it, as somebody else, also when the function is the same; what is expected is about the end."""
    scenario = besloten(", bevestigd_door: bestuurssecretariaat, verwacht: {status: besloten, afloop: positief}")
    eerste, tweede = scenario.regels[-2:]
    assert (eerste.opdracht.id, tweede.opdracht.id) == ("FL-2026-90-4", "FL-2026-90-4-tweede")
    assert eerste.moment < tweede.moment
    subjecten = [regel.opdracht.door.subject for regel in (eerste, tweede)]
    assert subjecten == ["bestuurssecretariaat", "bestuurssecretariaat-2"]
    [genomen] = [f.inhoud for f in speel_droog(scenario) if f.inhoud.soort == "BesluitGenomen"]
    assert genomen.vastlegging == "B1.v1"  # type: ignore[union-attr]
    with pytest.raises(ScenarioFout, match="bevestigd door jurist: afloop negatief verwacht, maar het is positief"):
        speel_droog(besloten(", bevestigd_door: jurist, verwacht: {afloop: negatief}"))


def test_confirming_can_wait_while_the_life_goes_on() -> None:
    """On a later day, before the commands of that day; without a second person what was recorded starts nothing."""
    scenario = besloten(", bevestigd_door: jurist, bevestigd_op: 2026-03-05", NOTEER)
    namen = [regel.opdracht.inhoud.soort for regel in scenario.regels[-3:]]
    assert namen == ["LegBesluitVast", "Noteer", "BevestigBesluit"]
    assert scenario.regels[-1].opdracht.gebeurd_op == date(2026, 3, 5)
    speel_droog(besloten(", verwacht: {uitkomst: conform, status: voorgelegd, feiten: BesluitVastgelegd}", NOTEER))


def test_confirming_finds_the_record_that_lies_there() -> None:
    """Also after one that was sent back: the number is looked up, not counted from the lines."""
    terug = "- {op: 2026-03-03, als: jurist, opdracht: KeurVastleggingAf, vastlegging: B1.v1, reden: fout}\n"
    feiten = speel_droog(besloten("", terug + GS[:-2] + ", bevestigd_door: jurist}\n"))
    assert [f.inhoud.vastlegging for f in feiten if f.inhoud.soort == "BesluitGenomen"] == ["B1.v2"]  # type: ignore[union-attr]


def test_a_life_without_a_reglement_gets_the_newest() -> None:
    """And one that names an older reglement keeps it; there nobody confirms."""
    assert lees(KOP + START).reglement == nieuwste().code
    oud = KOP.replace("}", ", reglement: r2026_1}") + START + VOORAF.lstrip()
    speel_droog(lees(oud + GS[:-2] + ", verwacht: {status: besloten}}\n"))
    with pytest.raises(ScenarioFout, match="vastlegging"):
        speel_droog(lees(oud + GS[:-2] + ", bevestigd_door: jurist}\n"))


def test_the_example_in_the_manual_plays() -> None:
    """What the manual shows as a whole file can be read and played as it stands."""
    blok = re.findall(r"```yaml\n(opgave:.*?)```", DOCS.read_text("utf-8"), re.DOTALL)[0]
    feiten = speel_droog(lees(blok))
    soorten = [feit.inhoud.soort for feit in feiten]
    assert "HerinneringVerstuurd" in soorten
    assert "OpdrachtGeweigerd" in soorten
    assert feiten[-1].gebeurd_op > date(2026, 6, 1)


_STUK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=8),
    lambda kind: st.lists(kind, max_size=3) | st.dictionaries(st.text(max_size=8), kind, max_size=3),
    max_leaves=12,
)
_OPDRACHT = st.dictionaries(
    st.sampled_from(
        [
            *("op", "vastgelegd", "als", "opdracht", "verwacht", "bevestigt", "euro", "stemming", "plan", "blad"),
            *("bevestigd_door", "bevestigd_op", "amendementen", "besluit", "stap"),
        ]
    ),
    _STUK | st.sampled_from(["StartOpgave", "LegBesluitVast", "LegBladVast", "griffier", "partner:a"]) | st.dates(),
)
_BESTAND = st.fixed_dictionaries(
    {"opgave": st.just({"id": "FL-2026-90"}) | _STUK, "opdrachten": st.lists(_OPDRACHT, max_size=3) | _STUK},
    optional={"contacten": _STUK, "tot": st.dates() | _STUK, "context": _STUK},
)


@given(st.binary(max_size=300))
def test_random_bytes_never_raise_anything_but_the_readers_own_error(rauw: bytes) -> None:
    """Whatever the bytes are."""
    with suppress(ScenarioFout):
        lees_bytes(rauw, "willekeur.yaml")


@given(_BESTAND)
def test_random_yaml_never_raises_anything_but_the_readers_own_error(gegevens: object) -> None:
    """Whatever the values are; what can be read can also be played, or says why not."""
    with suppress(ScenarioFout):
        speel_droog(lees(yaml.safe_dump(gegevens, allow_unicode=True)))


@given(st.text(alphabet="{}[]:,-&*!|>'\"#\n ab12", max_size=60))
def test_random_yaml_syntax_never_raises_anything_but_the_readers_own_error(tekst: str) -> None:
    """Whatever the punctuation is, below a head that is right."""
    with suppress(ScenarioFout):
        lees(KOP + START + tekst)


def test_the_second_person_in_the_manual_plays() -> None:
    """The example of a confirmation in the manual, after what it needs: confirmed on the day it says."""
    blok = re.findall(r"```yaml\n(- op: 2026-05-12.*?)```", DOCS.read_text("utf-8"), re.DOTALL)[0]
    feiten = speel_droog(lees(KOP + START + VOORAF.lstrip() + blok))
    [genomen] = [f for f in feiten if f.inhoud.soort == "BesluitGenomen"]
    assert genomen.gebeurd_op == date(2026, 5, 13)
