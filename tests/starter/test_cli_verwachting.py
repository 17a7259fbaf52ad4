"""`opgave verwachting`: when the next steps come, and what moves if something is later."""

import json
from pathlib import Path
from typing import Any

import pytest
import test_cli_hulp as hulp
from test_cli_hulp import ID, Uitkomst, Wereld, leeg_register, wereld

__all__ = ["leeg_register", "wereld"]
REGIO = "AGENDA-FLEVOLAND"


@pytest.fixture
def begonnen(wereld: Wereld) -> Wereld:
    """A life that has begun, with two partners."""
    return hulp.begonnen(wereld)


def plat(tekst: str) -> str:
    return " ".join(tekst.split())


def data(uitkomst: Uitkomst) -> Any:
    assert uitkomst.code == 0, uitkomst.alles
    return json.loads(uitkomst.uit)


def test_de_verwachting_noemt_elke_stap_met_twee_dagen_en_de_grond(begonnen: Wereld) -> None:
    uit = begonnen("verwachting", ID)
    assert uit.code == 0, uit.alles
    tekst = plat(uit.uit)
    for woord in ("Vroegst", "Verwacht", "begin van fase F2", "! F2", "Wat is aangenomen", "CONVENANT"):
        assert woord in tekst
    assert "reces onbekend" in plat(uit.fout)
    assert "ambtelijk concept" not in tekst
    assert "ambtelijk concept" in plat(begonnen("verwachting", ID, "--haltes").uit)


def test_de_tabel_noemt_de_code_waarmee_een_stap_kan_worden_aangehouden(begonnen: Wereld) -> None:
    """Only when asked for; each code in it is one that `--houd-aan` or `--later` knows."""
    assert "kader.1" not in begonnen("verwachting", ID).uit
    assert "--codes" in begonnen("verwachting", ID).uit
    regels = begonnen("verwachting", ID, "--codes").uit.splitlines()
    assert any("kader.1" in regel and "kaders" in regel for regel in regels)
    assert begonnen("verwachting", ID, "--houd-aan", "kader.1").code == 0


def test_json_heeft_dezelfde_rijen(begonnen: Wereld) -> None:
    beeld = data(begonnen("verwachting", ID, "--json"))
    assert beeld["opgave"] == ID
    assert beeld["af"] is True
    fasen = {r["sleutel"]: r for r in beeld["rijen"] if r["soort"] == "fase"}
    assert set(fasen) == {f"fase:F{n}" for n in range(2, 7)}
    assert all(r["vroegst"] <= r["waarschijnlijk"] for r in beeld["rijen"])
    assert beeld["einde_waarschijnlijk"] == max(r["waarschijnlijk"] for r in beeld["rijen"])


def test_een_andere_vorm_geeft_een_andere_verwachting(begonnen: Wereld) -> None:
    licht = data(begonnen("verwachting", ID, "--vorm", "licht-netwerk", "--json"))
    zwaar = data(begonnen("verwachting", ID, "--vorm", "openbaar-lichaam", "--json"))
    assert licht["einde_waarschijnlijk"] < zwaar["einde_waarschijnlijk"]


def test_wat_schuift_er_als_ps_aanhouden(begonnen: Wereld) -> None:
    uit = begonnen("verwachting", ID, "--houd-aan", "kader.1")
    assert uit.code == 0, uit.alles
    assert "28 dagen later" in plat(uit.uit)
    rijen = {r["sleutel"]: r for r in data(begonnen("verwachting", ID, "--houd-aan", "kader.1", "--json"))["rijen"]}
    assert rijen["stap:kader.1"]["dagen"] == 28
    assert rijen["fase:F2"]["dagen"] == 0
    tot = data(begonnen("verwachting", ID, "--houd-aan", "kader.1", "--tot", "2027-06-01", "--json"))
    assert next(r["wordt"] for r in tot["rijen"] if r["sleutel"] == "stap:kader.1") >= "2027-06-01"


def test_wat_als_een_orgaan_later_is(begonnen: Wereld) -> None:
    uit = data(begonnen("verwachting", ID, "--later", "kader.1=8w", "--json"))
    assert next(r["dagen"] for r in uit["rijen"] if r["sleutel"] == "stap:kader.1") >= 28


def test_tekening_tabel_en_pdf_in_een_map(begonnen: Wereld, tmp_path: Path) -> None:
    uit = begonnen("verwachting", ID, "--uit", str(tmp_path / "uit"))
    assert uit.code == 0, uit.alles
    namen = {pad.name for pad in (tmp_path / "uit").iterdir()}
    assert namen == {f"verwachting-{ID}.{soort}" for soort in ("html", "pdf", "svg")}
    bladzijde = (tmp_path / "uit" / f"verwachting-{ID}.html").read_text("utf-8")
    assert "geen afspraak en geen termijn" in bladzijde
    assert "<script" not in bladzijde
    assert (tmp_path / "uit" / f"verwachting-{ID}.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("regel", "code", "zin"),
    [
        (("--houd-aan", "VT9.A1"), 2, "komt in deze verwachting niet meer voor"),
        (("--later", "gemeente-elders=4w"), 2, "komt in deze verwachting niet meer voor"),
        (("--later", "vier weken"), 2, "waterschap=4w"),
        (("--later", "PS=veel"), 2, "duur"),
        (("--later", "PS=9999j"), 2, "tien jaar"),
        (("--houd-aan", "kader.1", "--tot", "2999-01-01"), 2, "tien jaar"),
        (("--tot", "2027-01-01"), 2, "horen bij --houd-aan"),
        (("--houd-aan", "kader.1", "--tot", "2020-01-01"), 2, "verleden"),
        (("--houd-aan", "kader.1", "--later", "PS=1w"), 2, "niet allebei"),
        (("--vorm", "KASTEEL"), 2, "kennen we niet"),
    ],
)
def test_wat_niet_kan_wordt_in_woorden_gezegd(begonnen: Wereld, regel: tuple[str, ...], code: int, zin: str) -> None:
    uit = begonnen("verwachting", ID, *regel)
    assert uit.code == code, uit.alles
    assert zin in plat(uit.alles)


def test_een_agenda_heeft_een_eigen_opdracht(begonnen: Wereld) -> None:
    uit = begonnen("verwachting", "AGENDA-FLEVOLAND")
    assert uit.code == 2
    assert "opgave agenda verwachting AGENDA-FLEVOLAND" in plat(uit.fout)


def test_het_antwoord_van_een_partner_kan_later_komen(wereld: Wereld) -> None:
    """Halfway, with a request that waits: only what rests on it moves, and its term lapses then."""
    half = hulp.halverwege(wereld)
    uit = half("verwachting", ID, "--later", "gemeente-dronten=6w")
    assert uit.code == 0, uit.alles
    assert "42 dagen later" in plat(uit.uit)
    assert "verstrijkt dan op" in plat(uit.fout)


def test_de_verwachting_van_een_agenda_op_een_rij(begonnen: Wereld, tmp_path: Path) -> None:
    """Everything on the agenda in order of the likely day; what has not begun has nothing to expect yet."""
    for regel in (
        ("nieuw", "--titel", "Flevolandse agenda", "--gebied", "Flevoland", "--periode", "2026-2029"),
        ("zet", REGIO, ID, "--periode", "2026-1", "--reden", "past bij de koers"),
        ("zet", REGIO, "FL-2027-09", "--periode", "2027-1", "--titel", "Water", "--thema", "water", "--reden", "later"),
    ):
        uit = begonnen("agenda", *regel)
        assert uit.code == 0, uit.alles
    scherm = begonnen("agenda", "verwachting", REGIO, "--uit", str(tmp_path / "uit"))
    assert scherm.code == 0, scherm.alles
    assert "begin van fase F2" in plat(scherm.uit)
    assert {p.name for p in (tmp_path / "uit").iterdir()} == {f"verwachting-{REGIO}.{s}" for s in ("html", "pdf")}
    beeld = data(begonnen("agenda", "verwachting", REGIO, "--json"))
    dagen = [r["waarschijnlijk"] for r in beeld["rijen"]]
    assert dagen == sorted(dagen)
    assert {r["opgave"] for r in beeld["rijen"]} == {ID}
    assert [v for v in beeld["vergaderingen"] if v["orgaan"] == "PS"]
