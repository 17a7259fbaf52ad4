"""Reading what people hand in: whatever it is, it fits or there is a clear Dutch message."""

import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.basis import Afzender
from domain.opdracht import OPDRACHTEN
from starter.invoer import (
    MAX_BYTES,
    Invoerfout,
    controleer,
    lees_bestand,
    lees_json,
    lees_opdracht,
    lees_yaml,
    maak_opdracht,
)

DOOR = {"functie": "griffier", "subject": "os-1", "zekerheid": "os-gebruiker"}
LOS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40) | st.dates() | st.binary(max_size=9)
)
WAARDEN = st.recursive(LOS, lambda d: st.lists(d, max_size=5) | st.dictionaries(LOS, d, max_size=5), max_leaves=30)


def fout_van(werk: Any, *argumenten: Any) -> str:
    with pytest.raises(Invoerfout) as gevangen:
        werk(*argumenten)
    return str(gevangen.value)


def opdracht(**inhoud: Any) -> dict[str, Any]:
    return {"id": "a", "door": DOOR, "inhoud": inhoud}


def test_onbekend_veld_op_elk_niveau() -> None:
    """A field that doesn't exist is refused wherever it stands, and named."""
    goed = opdracht(soort="LegBladVast", inhoud={"blad": "betekenis", "tekst": "x"})
    assert lees_opdracht(goed).inhoud.soort == "LegBladVast"
    assert "extra: dit veld bestaat hier niet" in fout_van(lees_opdracht, {**goed, "extra": 1})
    diep = opdracht(soort="LegBladVast", inhoud={"blad": "betekenis", "tekst": "x", "foo": 1})
    assert "inhoud.inhoud.foo: dit veld bestaat hier niet" in fout_van(lees_opdracht, diep)
    assert "door.naam: dit veld" in fout_van(lees_opdracht, {**goed, "door": {**DOOR, "naam": "Jan"}})


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        ({"soort": "StartPilot"}, "pilot: dit ontbreekt"),
        ({"soort": "StartPilot", "pilot": "a b"}, "pilot: gebruik letters, cijfers"),
        ({"soort": "Noteer", "tekst": "x" * 10_001}, "tekst: dit is te lang: hoogstens 10000 tekens"),
        ({"soort": "Noteer", "tekst": ""}, "tekst: dit mag niet leeg zijn"),
        ({"soort": "Noteer", "tekst": "a\x1b[2J"}, "tekst: hier staat een onzichtbaar stuurteken"),
        ({"soort": "Bestaatniet"}, "soort: deze keuze bestaat niet; kies uit StartOpgave"),
        ({"soort": "GaNaarFase", "naar": "F9"}, "naar: kies uit F1, F2, F3, F4, F5, F6"),
        ({"soort": "ZetInWerking", "traject": "V1", "per": "morgen"}, "per: schrijf een datum als 2026-03-10"),
        ({"soort": "MeldSignaal", "ernst": 9, "omschrijving": "x"}, "ernst: kies uit 1, 2, 3"),
        ({"soort": "VraagPartner", "aan": [], "vraag": "x"}, "aan: hier is er minstens 1 nodig"),
        ({"soort": "VraagPartner", "aan": ["a"], "vraag": "x", "termijn": "snel"}, "termijn: schrijf een termijn als"),
        (
            {"soort": "StelPilotplanOp", "titel": "x", "plan": {"begin": "2026-02-02", "eind": "2026-02-01"}},
            "plan: eind ligt voor begin",
        ),
    ],
)
def test_zin_per_fout(inhoud: dict[str, Any], zin: str) -> None:
    """Each mistake is one Dutch line with the field as people know it."""
    assert zin in fout_van(maak_opdracht, inhoud, Afzender(functie="griffier"))


def test_stemmen_tellen_niet() -> None:
    """A vote with the wrong shape names the fractie."""
    stemming = {"wijze": "hoofdelijk", "per_fractie": {"BBB": [1, 2]}}
    tekst = fout_van(lees_opdracht, opdracht(soort="LegBesluitVast", stap="B1", stemming=stemming))
    assert "BBB: geef vier getallen" in tekst


def test_eigen_id_of_nieuw() -> None:
    """Two commands never share an id by accident; a given id is kept."""
    door = Afzender(functie="griffier")
    een, twee = (maak_opdracht({"soort": "Hervat"}, door) for _ in range(2))
    assert een.id != twee.id
    assert maak_opdracht({"soort": "Hervat"}, door, id="k-1").id == "k-1"


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("a: 1\na: 2", "Het veld 'a' staat er twee keer"),
        ("1: x", "naam van een veld moet gewone tekst zijn"),
        ("? [a]\n: 1", "naam van een veld moet gewone tekst zijn"),
        ("b: {<<: {a: 1}}", "naam van een veld moet gewone tekst zijn"),
        ("a: !!python/object:os.system x", "Gebruik geen YAML-tags"),
        ("a: 2026-02-30", "geen geldige YAML"),
        ("a: b\n---\nc: d", "geen geldige YAML, kijk bij regel"),
        ("&a [*a]", "te diep"),
        ("[" * 50 + "]" * 50, "te diep"),
        ("a: .inf", "getal is te groot of bestaat niet"),
        ("x" * (MAX_BYTES + 1), "te groot"),
        ("[" + "1," * 200_000 + "]", "te veel"),
    ],
)
def test_yaml_kwaad(tekst: str, zin: str) -> None:
    """Bad YAML is refused with the reason, at once."""
    assert zin in fout_van(lees_yaml, tekst)


def test_yaml_bom() -> None:
    """A small file that unfolds into billions of values costs nothing."""
    lagen = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
    lagen += [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    assert "te veel" in fout_van(lees_yaml, "\n".join(lagen))


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ('{"a": 1, "a": 2}', "'a' staat er twee keer"),
        ("[" * 100_000, "geen geldige JSON"),
        ('{"a": NaN}', "getal is te groot of bestaat niet"),
        ('{"a": ' + "9" * 5000 + "}", "geen geldige JSON"),
        ('{"a": 1' + "0" * 20 + "}", "te groot"),
        ("{", "geen geldige JSON, kijk bij regel 1"),
    ],
)
def test_json_kwaad(tekst: str, zin: str) -> None:
    """Bad JSON likewise."""
    assert zin in fout_van(lees_json, tekst)


def test_bestand(tmp_path: Path) -> None:
    """A file is read by its kind; everything that is no readable file says so."""
    goed = tmp_path / "a.yaml"
    goed.write_bytes("\ufeffpilot: P1\nop: 2026-03-10\n".encode())
    assert lees_bestand(goed)["pilot"] == "P1"
    (tmp_path / "a.json").write_text(json.dumps({"pilot": "P1"}))
    assert lees_bestand(tmp_path / "a.json") == {"pilot": "P1"}
    (tmp_path / "lijst.yaml").write_text("- 1")
    assert "velden met een naam" in fout_van(lees_bestand, tmp_path / "lijst.yaml")
    (tmp_path / "groot.yaml").write_bytes(b"a" * (2 * MAX_BYTES))
    assert "te groot" in fout_van(lees_bestand, tmp_path / "groot.yaml")
    (tmp_path / "beeld.yaml").write_bytes(b"\xff\xfe\x00")
    assert "geen tekst in UTF-8" in fout_van(lees_bestand, tmp_path / "beeld.yaml")
    assert "is er niet" in fout_van(lees_bestand, tmp_path / "weg.yaml")
    assert "is er niet" in fout_van(lees_bestand, tmp_path)
    assert fout_van(lees_bestand, Path("a\0b"))


@settings(max_examples=150)
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_elk_bestand_is_goed_of_een_zin(rauw: bytes) -> None:
    """Any bytes: a mapping, or one clear refusal."""
    for naam in (".yaml", ".json"):
        with tempfile.NamedTemporaryFile(suffix=naam) as bestand, suppress(Invoerfout):
            bestand.write(rauw)
            bestand.flush()
            assert isinstance(lees_bestand(Path(bestand.name)), dict)


@settings(max_examples=150)
@given(st.text(alphabet="ab:-[]{}&*!?|>%@`'\"#,\n \t<0123456789.", max_size=60))
def test_elke_yaml_is_goed_of_een_zin(tekst: str) -> None:
    """Anything that looks like YAML: a value, or one clear refusal."""
    with suppress(Invoerfout):
        controleer(lees_yaml(tekst))


@settings(max_examples=200)
@given(
    st.sampled_from(sorted(OPDRACHTEN)).flatmap(
        lambda soort: st.fixed_dictionaries(
            {"soort": st.just(soort)},
            optional={naam: WAARDEN for naam in OPDRACHTEN[soort].model_fields if naam != "soort"},
        )
    ),
    WAARDEN,
)
def test_elke_opdracht_is_goed_of_een_zin(inhoud: dict[str, Any], extra: Any) -> None:
    """Any content in any field: a command, or lines that name fields. Never anything else."""
    for data in ({"id": "a", "door": DOOR, "inhoud": inhoud}, {"id": extra, "door": extra, "inhoud": inhoud}, extra):
        with suppress(Invoerfout):
            lees_opdracht(data)
