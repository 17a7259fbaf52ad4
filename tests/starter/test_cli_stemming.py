"""`opgave stemming BESTAND`: what a griffier hands in, what comes out, and what is refused with the field's name."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from domain.reglement.register import reglement
from starter.cli.hoofd import draai

SLEUTELS = {
    *("uitkomst", "geldig", "quorum", "voltallig", "voor", "tegen", "grondslag", "uitleg"),
    *("geldig_minimum", "blanco", "ongeldig", "art28", "afwezig", "kandidaten", "gekozen", "tussen", "invoer"),
}
PS = {"orgaan": "PS", "datum": "2026-11-04", "wijze": "hoofdelijk", "leden": 41, "zittend": 41, "aanwezig": 41}
GS = {"orgaan": "GS", "datum": "2026-11-03", "wijze": "hoofdelijk", "leden": 7, "zittend": 7, "aanwezig": 6}
PERSOON = {**PS, "soort": "persoon", "wijze": "schriftelijk_geheim"}
ZETELS = reglement("r2026_2").zetels_op(date(2026, 11, 4)).per_fractie
UNANIEM = {naam: [zetels, 0, 0, 0] for naam, zetels in ZETELS.items()}

Typ = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typ(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typ:
    """Put a vote in a file and type the command: gives the exit code and what was printed."""

    def _typ(velden: object, *opties: str) -> tuple[int, str, str]:
        pad = tmp_path / "stemming.json"
        pad.write_text(json.dumps(velden), encoding="utf-8")
        code = draai(["stemming", str(pad), *opties])
        uit, fout = capsys.readouterr()
        return code, uit, fout

    return _typ


def _json(typ: Typ, **velden: Any) -> dict[str, Any]:
    code, uit, fout = typ(velden, "--json")
    assert (code, fout) == (0, "")
    antwoord: dict[str, Any] = json.loads(uit)
    return antwoord


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({**PS, "voor": 21, "tegen": 20}, {"uitkomst": "aangenomen", "voltallig": True, "geldig_minimum": 21}),
        ({**PS, "voor": 20, "tegen": 21}, {"uitkomst": "verworpen"}),
        ({**PS, "voor": 20, "tegen": 20}, {"uitkomst": "uitgesteld_staking", "voltallig": False}),
        ({**PS, "voor": 20, "tegen": 20, "art28": 1}, {"uitkomst": "niet_aangenomen_staking", "voltallig": True}),
        ({**PS, "voor": 20, "tegen": 20, "eerdere_staking": True}, {"uitkomst": "niet_aangenomen_staking"}),
        ({**PS, "voor": 20, "tegen": 0, "aanwezig": 30}, {"uitkomst": "stemming_ongeldig", "geldig": False}),
        ({**PS, "aanwezig": 20}, {"uitkomst": "geen_quorum", "voor": None, "voltallig": None, "blanco": None}),
        ({**PS, "leden": 39, "zittend": 39, "aanwezig": 20, "voor": 20, "tegen": 0}, {"uitkomst": "aangenomen"}),
        ({**PS, "aanwezig": 3, "voor": 2, "tegen": 1, "na_geen_quorum": True}, {"uitkomst": "aangenomen"}),
        ({**PS, "voor": 3, "tegen": 2, "opnieuw_na_ongeldig": True}, {"uitkomst": "aangenomen"}),
        ({**PS, "wijze": "zonder_stemming"}, {"uitkomst": "aangenomen", "voor": None, "geldig_minimum": None}),
        (
            {**PS, "wijze": "schriftelijk_geheim", "voor": 6, "tegen": 5, "blanco": 8, "ongeldig": 2},
            {"uitkomst": "aangenomen", "blanco": 8, "ongeldig": 2, "afwezig": 20},
        ),
        ({**GS, "voor": 3, "tegen": 3}, {"uitkomst": "herstemmen", "voltallig": None, "geldig_minimum": None}),
        ({**GS, "voor": 3, "tegen": 3, "eerdere_staking": True, "voorzitter_stem": "voor"}, {"uitkomst": "aangenomen"}),
        ({**GS, "aanwezig": 3, "voor": 3, "tegen": 0}, {"uitkomst": "geen_quorum"}),
        ({**PERSOON, "kandidaten": {"A": 21, "B": 20}}, {"uitkomst": "aangenomen", "gekozen": "A", "voor": None}),
        (
            {**PERSOON, "kandidaten": {"A": 20, "B": 20}},
            {"uitkomst": "herstemming_personen", "gekozen": None, "tussen": ["A", "B"], "voltallig": None},
        ),
        ({**PERSOON, "kandidaten": {"A": 20, "B": 20}, "eerdere_staking": True}, {"uitkomst": "lot"}),
        ({**PERSOON, "voor": 25, "tegen": 16}, {"uitkomst": "aangenomen", "voor": 25, "kandidaten": None}),
        (
            {**PERSOON, **GS, "wijze": "schriftelijk_geheim", "kandidaten": {"A": 3, "B": 3}},
            {"uitkomst": "geen_besluit", "kandidaten": {"A": 3, "B": 3}},
        ),
    ],
)
def test_een_uitslag_met_alle_sleutels(typ: Typ, velden: dict[str, Any], verwacht: dict[str, Any]) -> None:
    """Every outcome has every key, null where it doesn't apply, with its articles; also a rejection ends well."""
    antwoord = _json(typ, **velden)
    assert set(antwoord) == SLEUTELS
    assert set(antwoord["quorum"]) == {"vereist", "aanwezig", "gehaald"}
    assert {veld: antwoord[veld] for veld in verwacht} == verwacht
    assert antwoord["uitleg"]
    assert all(artikel.startswith("PW ") for artikel in antwoord["grondslag"])


def test_de_uitslag_draagt_alle_invoer(typ: Typ) -> None:
    """What was handed in comes back, with what was filled in: members, seats and the source of the seats."""
    velden = {"orgaan": "PS", "datum": "2026-11-04", "wijze": "handopsteken_per_fractie", "stemmen": UNANIEM}
    invoer = _json(typ, **velden)["invoer"]
    assert {veld: invoer[veld] for veld in velden} == velden
    assert (invoer["leden"], invoer["zittend"], invoer["soort"], invoer["art28"]) == (41, 41, "zaak", 0)
    assert (invoer["zetels"], invoer["bron_zetels"]) == (ZETELS, "reglement r2026_4, vanaf 2023-03-15")


def test_na_een_splitsing_tellen_de_zetels_uit_het_bestand(typ: Typ) -> None:
    """The table in the file replaces that of the reglement, with its source; a vacancy in it is seen."""
    zetels = {**ZETELS, "BBB": 8, "Groep X": 1}
    stemmen = {naam: [aantal, 0, 0, 0] for naam, aantal in zetels.items()}
    bezetting = {"leden": 41, "fracties": zetels, "bron": "brief griffier"}
    basis = {"orgaan": "PS", "datum": "2026-11-04", "wijze": "hoofdelijk", "stemmen": stemmen}
    antwoord = _json(typ, **basis, bezetting=bezetting)
    assert (antwoord["voor"], antwoord["voltallig"]) == (40, False)
    assert antwoord["invoer"]["zittend"] == 40
    assert antwoord["invoer"]["bron_zetels"] == "brief griffier, vanaf 2026-11-04"
    assert typ(basis)[0] == 2
    assert "datum" in typ({**basis, "datum": "2019-01-01"})[2]
    assert _json(typ, **{**basis, "datum": "2019-01-01"}, bezetting=bezetting)["voor"] == 40


def test_een_ander_aantal_leden_wordt_gezegd(typ: Typ) -> None:
    """Totals with `leden` beside them are counted with that number; if the day has another, that is said."""
    assert (
        "bestaan PS uit 41 leden"
        in _json(typ, **{**PS, "leden": 39, "zittend": 39, "aanwezig": 39}, voor=20, tegen=19)["uitleg"]
    )
    assert "Let op" not in _json(typ, **PS, voor=20, tegen=19)["uitleg"]


def test_een_aantekening_verandert_niets(typ: Typ) -> None:
    """A fractie that counts as against is on record beside the outcome."""
    velden = {**PS, "wijze": "zonder_stemming"}
    kaal, met = _json(typ, **velden), _json(typ, **velden, aantekening_tegen=["PVV"])
    assert met["invoer"]["aantekening_tegen"] == ["PVV"]
    assert {**met, "invoer": None} == {**kaal, "invoer": None}


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({**PERSOON, "wijze": "hoofdelijk", "kandidaten": {"A": 21}}, "wijze"),
        ({**PERSOON, "wijze": "handopsteken_per_fractie", "kandidaten": {"A": 21}}, "wijze"),
        ({**PERSOON, "wijze": "zonder_stemming"}, "wijze"),
        ({**PERSOON, "stemmen": UNANIEM}, "stemmen"),
        ({**PERSOON, "kandidaten": {"A": 21}, "namen": ["X"]}, "namen"),
        ({**PERSOON, "kandidaten": {"A": ["X", "Y"]}}, "kandidaten"),
        ({**PERSOON, "kandidaten": {"A": 45}}, "kandidaten"),
        ({**PERSOON, "kandidaten": {"A": 20, "B": 20}, "voorzitter_stem": "voor"}, "voorzitter_stem"),
        ({**GS, "voor": 3, "tegen": 3, "eerdere_staking": True}, "voorzitter_stem"),
        ({**GS, "leden": None, "zittend": None, "voor": 3, "tegen": 2}, "leden"),
        ({**GS, "stemmen": UNANIEM}, "stemmen"),
        ({**PS, "voor": -1, "tegen": 20}, "voor"),
        ({**PS, "voor": 30, "tegen": 12}, "voor"),
        ({**PS, "voor": 20.5, "tegen": 12}, "voor"),
        ({**PS, "voor": 20, "tegen": 10, "aanwezig": 29}, "aanwezig"),
        ({**PS, "voor": 12, "tegen": 2, "aanwezig": None}, "aanwezig"),
        ({**PS, "voor": 20, "tegen": 18, "in_zaal": 39}, "in_zaal"),
        ({**PS, "voor": 20, "tegen": 18, "blanco": 1}, "blanco"),
        ({**PS, "voor": 20, "tegen": 18, "voorzitter_stem": "voor"}, "voorzitter_stem"),
        ({**PS, "voor": 20, "tegen": 18, "kandidaten": {"A": 3}}, "kandidaten"),
        ({**PS, "voor": 20, "tegen": 18, "kleur": "rood"}, "kleur"),
        ({**PS, "stemmen": {**UNANIEM, "BBB": [11, 0, 0, 0]}}, "stemmen.BBB"),
        ({**PS, "stemmen": {**UNANIEM, "LPF": [1, 0, 0, 0]}}, "stemmen.LPF"),
        ({**PS, "stemmen": {"BBB": [10, 0, 0, 0]}}, "stemmen"),
        ({**PS, "stemmen": {**UNANIEM, "BBB": ["Jan"]}}, "stemmen: BBB"),
        ({**PS, "stemmen": {**UNANIEM, "BBB": [10, 0, 0]}}, "stemmen: BBB"),
        ({**PS, "stemmen": [1, 2]}, "stemmen"),
        ({**PS, "stemmen": UNANIEM, "voor": 41, "tegen": 0}, "stemmen"),
        ({**PS, "wijze": "schriftelijk_geheim", "stemmen": UNANIEM}, "stemmen"),
        ({**PS, "stemmen": UNANIEM, "datum": None}, "datum"),
        ({**PS, "datum": "vandaag", "voor": 20, "tegen": 18}, "datum"),
        ({**PS, "stemmen": UNANIEM, "bezetting": {"leden": 41}}, "stemmen"),
        ({**PS, "stemmen": UNANIEM, "bezetting": {"leden": 40, "fracties": ZETELS}}, "bezetting"),
        ({**PS, "stemmen": UNANIEM, "bezetting": {"fracties": ZETELS, "vanaf": "2027-03-17"}}, "bezetting"),
        ({**PS, "stemmen": UNANIEM, "bezetting": {"fracties": ZETELS, "orgaan": "GS"}}, "bezetting"),
        ({**PS, "wijze": "zonder_stemming", "aantekening_tegen": ["LPF"]}, "aantekening_tegen"),
        ({**PS, "wijze": "zonder_stemming", "voor": 20, "tegen": 1}, "wijze"),
        ({"wijze": "hoofdelijk", "voor": 20, "tegen": 18}, "orgaan"),
        ({"orgaan": "PS", "leden": 41, "voor": 20, "tegen": 18}, "wijze"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_met_het_veld(typ: Typ, velden: dict[str, Any], veld: str) -> None:
    """Exit code 2, the field in the message, nothing on standard output but JSON when that was asked."""
    code, uit, fout = typ(velden)
    assert (code, uit) == (2, "")
    assert any(zo in fout for zo in (f"{veld}:", f"{veld}.fracties:", f"(veld: {veld})"))
    assert "per_fractie" not in fout
    code, uit, _ = typ(velden, "--json")
    assert (code, json.loads(uit)["fout"]["code"]) == (2, 2)


def test_yaml_mag_ook_en_leest_voor_mensen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A griffier reads the outcome first, in words, with the numbers it rests on; nothing is wider than 100 columns."""
    pad = tmp_path / "stemming.yaml"
    pad.write_text(
        "orgaan: PS\ndatum: 2026-11-04\nwijze: hoofdelijk\nleden: 41\nzittend: 40\naanwezig: 40\n"
        "in_zaal: 40\nvoor: 19\ntegen: 19\nart28: 2\n",
        encoding="utf-8",
    )
    assert draai(["stemming", str(pad)]) == 0
    uit = capsys.readouterr().out
    assert uit.startswith("Uitslag       Uitgesteld: de stemmen staken\nStemmen       19 voor, 19 tegen\n")
    for deel in (
        "40 aanwezig, 21 nodig",
        "Voltallig     nee",
        "PW 32 lid 4",
        "woensdag 4 november 2026",
        "40 in functie",
    ):
        assert deel in uit
    assert max(map(len, uit.splitlines())) <= 100


def test_een_keuze_tussen_personen_leest_voor_mensen(typ: Typ) -> None:
    """The label that won comes first; the most votes come first in the list."""
    code, uit, _ = typ({**PERSOON, "kandidaten": {"kandidaat 1": 12, "kandidaat 2": 25}, "blanco": 4})
    assert code == 0
    assert uit.startswith("Uitslag       Gekozen: kandidaat 2\nStemmen       kandidaat 2: 25, kandidaat 1: 12\n")
    assert "4 blanco, 0 ongeldig" in uit


def test_een_bestand_dat_er_niet_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong name is wrong input, not a traceback."""
    assert draai(["stemming", str(tmp_path / "weg.json")]) == 2
    assert "is er niet" in capsys.readouterr().err
