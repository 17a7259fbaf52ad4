"""An auditor reads a pack at the terminal: the state at a moment, what is different, and the timeline. Nothing runs."""

import io
import json
import os
import subprocess
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from test_cli_hulp import Uitkomst

from runtime.sleutels import publieke_pem
from starter.cli.hoofd import draai
from tests.gouden import maak_pak

PARTNERS = maak_pak.PAKKEN / "partners-0.3.0.zip"
LOPEND = maak_pak.PAKKEN / "voortgezet-0.1.0.zip"


@pytest.fixture(autouse=True)
def _elders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder: whatever these commands need, they find in the pack."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def sleutel(tmp_path: Path) -> str:
    """The public key, as it came to the auditor by another way."""
    pad = tmp_path / "sleutel.pub"
    pad.write_bytes(publieke_pem(maak_pak.TESTSLEUTEL.publiek))
    return str(pad)


@pytest.fixture
def vervalst(tmp_path: Path) -> str:
    """The pack unpacked, with another word in an answer that was given."""
    doel = tmp_path / "vervalst"
    with zipfile.ZipFile(PARTNERS) as zip_:
        zip_.extractall(doel)
    feiten = doel / "feiten.jsonl"
    tekst = feiten.read_text(encoding="utf-8")
    assert "Hoeveel stroom gebruikt u?" in tekst
    feiten.write_text(tekst.replace("Hoeveel stroom gebruikt u?", "Hoeveel water gebruikt u?"), encoding="utf-8")
    return str(doel)


def audit(*argumenten: object) -> Uitkomst:
    uit, fout = io.StringIO(), io.StringIO()
    with redirect_stdout(uit), redirect_stderr(fout):
        code = draai(["audit", *map(str, argumenten)])
    return Uitkomst(code, uit.getvalue(), fout.getvalue())


def als_json(*argumenten: object) -> Any:
    uit = audit(*argumenten, "--zonder-controle", "--json")
    assert uit.code == 0, uit.alles
    return json.loads(uit.uit)


def test_de_stand_van_een_dag_zegt_welk_moment_dat_is_en_laat_hem_zien_zoals_toon() -> None:
    uit = audit("stand", PARTNERS, "--op", "2026-09-09", "--zonder-controle")
    assert uit.code == 0, uit.alles
    assert "Zoals bekend op woensdag 9 september 2026" in uit.uit
    assert "feit 22 van 80" in uit.uit
    assert als_json("stand", PARTNERS, "--bij", 22)["kop"] in uit.uit
    for kop in ("Aan zet", "Wat wacht op wie", "Partners"):
        assert kop in uit.uit
    assert "opgave kan" not in uit.uit, "nothing can be done in the past"


def test_bij_een_voorstel_dat_toen_voorlag_staat_niet_hoe_je_het_vastlegt() -> None:
    """An auditor records nothing."""
    toen = " ".join(audit("stand", maak_pak.PAKKEN / "happy-0.1.0.zip", "--bij", 16, "--zonder-controle").uit.split())
    assert ("ligt voor" in toen, "--uitkomst" in toen, "--wijze" in toen) == (True, False, False)


def test_dag_en_feitnummer_wijzen_dezelfde_stand_aan() -> None:
    op, bij = als_json("stand", PARTNERS, "--op", "9-9-2026"), als_json("stand", PARTNERS, "--bij", 22)
    assert (op["seq"], op["kop"], op["stand"]) == (bij["seq"], bij["kop"], bij["stand"])
    assert op["moment"]["as"] == "kennis"
    assert als_json("stand", PARTNERS)["seq"] == 80, "without a moment: the end"


def test_zoals_het_was_noemt_wat_pas_later_bekend_werd() -> None:
    waar = als_json("stand", PARTNERS, "--geldig-op", "2026-10-13")
    assert waar["moment"]["as"] == "geldig"
    assert waar["seq"] == 80
    assert waar["niet_geplaatst"] == []
    assert waar["stand"] == als_json("stand", PARTNERS)["stand"]


@pytest.mark.parametrize(
    ("pak", "opties", "zin"),
    [
        (PARTNERS, ("--op", "2026-09-06"), "was deze opgave er nog niet"),
        (PARTNERS, ("--geldig-op", "2020-01-01"), "was deze opgave er nog niet"),
        (LOPEND, ("--op", "2026-12-24"), "vraag een nieuwer pak"),
        (LOPEND, ("--geldig-op", "2026-12-24"), "vraag een nieuwer pak"),
        (PARTNERS, ("--bij", "0"), "Kies een nummer van 1 tot en met 80"),
        (PARTNERS, ("--bij", "81"), "Kies een nummer van 1 tot en met 80"),
        (PARTNERS, ("--op", "ooit"), "--op: deze datum bestaat niet"),
        (PARTNERS, ("--op", "2026-09-09", "--bij", "3"), "--op, --bij"),
    ],
)
def test_een_moment_dat_er_niet_is_geeft_een_zin(pak: Path, opties: tuple[str, ...], zin: str) -> None:
    uit = audit("stand", pak, *opties, "--zonder-controle")
    assert uit.code == 2
    assert zin in " ".join(uit.fout.split())


def test_op_de_dag_van_het_pak_zelf_staat_dat_er_nog_meer_kan_komen() -> None:
    assert "op deze dag is het pak gemaakt" in " ".join(audit("stand", LOPEND, "--zonder-controle").uit.split())
    assert "is het pak gemaakt" not in audit("stand", PARTNERS, "--zonder-controle").uit, "nothing can come any more"


@pytest.mark.parametrize("opdracht", [("stand",), ("verschil", "--van", "1", "--tot", "20"), ("tijdlijn",)])
def test_eerst_staat_er_of_het_pak_heel_is(opdracht: tuple[str, ...], sleutel: str, vervalst: str) -> None:
    """A pack that is not whole is still shown, with exit code 1; unchecked it says so."""
    naam, *opties = opdracht
    heel = audit(naam, PARTNERS, *opties, "--sleutel", sleutel)
    assert (heel.code, heel.uit.splitlines()[0]) == (0, "Dit pak is heel."), heel.alles
    stuk = audit(naam, vervalst, *opties, "--sleutel", sleutel)
    assert stuk.code == 1
    assert stuk.uit.startswith("LET OP: dit pak is NIET heel (")
    assert len(stuk.uit.splitlines()) > 10
    kaal = audit(naam, vervalst, *opties, "--zonder-controle")
    assert (kaal.code, kaal.uit.splitlines()[0]) == (0, "Dit pak is NIET gecontroleerd. Zie: opgave audit controleer")


def test_json_zegt_ook_of_het_pak_heel_is(sleutel: str, vervalst: str) -> None:
    heel = json.loads(audit("tijdlijn", PARTNERS, "--json", "--sleutel", sleutel).uit)["pak"]
    assert (heel["heel"], heel["bevindingen"]) == (True, 0)
    uit = audit("stand", vervalst, "--json", "--sleutel", sleutel)
    stuk = json.loads(uit.uit)["pak"]
    assert (uit.code, stuk["heel"], stuk["bevindingen"] > 0) == (1, False, True)
    assert als_json("stand", PARTNERS)["pak"]["heel"] is None


def test_verschil_noemt_de_feiten_en_wat_zij_veranderden() -> None:
    uit = audit("verschil", PARTNERS, "--van", "14", "--tot", "2026-09-08", "--zonder-controle")
    assert uit.code == 0, uit.alles
    assert "Wat er veranderde na feit 14, tot en met feit 18" in uit.uit
    assert "Termijnen" in uit.uit
    fase = audit("verschil", PARTNERS, "--van", "1", "--tot", "80", "--zonder-controle").uit
    assert [regel.split() for regel in fase.splitlines()].count(["Levensloop"]) == 1, "a heading, and no thing in it"
    assert "laatste dag: 21 september 2026 > 22 september 2026" in " ".join(uit.uit.split())
    beide = als_json("verschil", PARTNERS, "--van", "14", "--tot", "2026-09-08")
    assert [f["seq"] for f in beide["feiten"]] == [15, 16, 17, 18]
    assert {x["deel"] for x in beide["veranderingen"]} >= {"termijnen", "kalender_erbij"}


def test_verschil_kent_ook_de_as_van_wat_waar_was() -> None:
    geldig = als_json("verschil", PARTNERS, "--van", "2026-09-08", "--tot", "2026-09-09", "--geldig")
    assert geldig["veranderingen"]
    kennis = audit("verschil", PARTNERS, "--kennis", "2026-10-13", "--zonder-controle")
    assert "Er is geen verschil." in kennis.uit, "on the last day all is known"


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        ((), "Geef --van en --tot"),
        (("--van", "3"), "allebei"),
        (("--van", "9", "--tot", "3"), "--tot ligt voor --van"),
        (("--kennis", "2026-09-08", "--van", "3"), "of alleen --kennis"),
        (("--kennis", "2026-09-08", "--geldig"), "of alleen --kennis"),
        (("--van", "3", "--tot", "99"), "tot en met 80"),
        (("--van", "5", "--tot", "9", "--geldig"), "--van: deze datum bestaat niet"),
    ],
)
def test_een_verschil_vraagt_twee_momenten_of_een_dag(opties: tuple[str, ...], zin: str) -> None:
    uit = audit("verschil", PARTNERS, *opties, "--zonder-controle")
    assert uit.code == 2
    assert zin in uit.fout


def test_de_tijdlijn_is_te_lezen_per_maand_en_past_op_het_scherm() -> None:
    uit = audit("tijdlijn", PARTNERS, "--zonder-controle")
    assert uit.code == 0, uit.alles
    regels = uit.uit.splitlines()
    assert [r for r in regels if r in ("September 2026", "Oktober 2026")] == ["September 2026", "Oktober 2026"]
    assert max(map(len, regels)) <= 100
    assert any(r.startswith("ma 7   1-4      De opgave 'Energiehub Zuid' begint") for r in regels)
    assert "Gewacht op Gemeente A" in uit.uit
    assert "via een persoonlijke link in de mail" in " ".join(uit.uit.split())


def test_de_tijdlijn_is_te_kiezen_op_dag_functie_en_soort() -> None:
    alle = als_json("tijdlijn", PARTNERS)["tijdlijn"]
    dag = als_json("tijdlijn", PARTNERS, "--van", "2026-09-08", "--tot", "2026-09-08")["tijdlijn"]
    assert 0 < len(dag) < len(alle)
    assert {r["gebeurd_op"] for r in dag} == {"2026-09-08"}
    jurist = als_json("tijdlijn", PARTNERS, "--wie", "jurist")["tijdlijn"]
    assert {r["door"]["functie"] for r in jurist} == {"jurist"}
    uitstel = als_json("tijdlijn", PARTNERS, "--soort", "UitstelGevraagd, geld")["tijdlijn"]
    assert {f["soort"] for r in uitstel for f in r["feiten"]} == {"UitstelGevraagd"}


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (("--wie", "burgemeester"), "burgemeester deed niets in dit pak"),
        (("--soort", "besluit"), "Bedoelt u 'besluiten'"),
        (("--van", "2026-10-01", "--tot", "2026-09-01"), "--tot ligt voor --van"),
    ],
)
def test_wat_niet_te_kiezen_is_geeft_een_zin_met_wat_wel_kan(opties: tuple[str, ...], zin: str) -> None:
    uit = audit("tijdlijn", PARTNERS, *opties, "--zonder-controle")
    assert uit.code == 2
    assert zin in uit.fout


def test_waar_geen_pak_ligt_komt_een_zin_en_geen_spoor(tmp_path: Path) -> None:
    for naam in ("stand", "tijdlijn"):
        uit = audit(naam, tmp_path / "niets")
        assert uit.code == 2, uit.alles
        assert "Traceback" not in uit.alles


def test_lezen_gaat_zonder_temporal_en_zonder_register(tmp_path: Path) -> None:
    """Everything comes from the pack: no database file, no settings, no server appear."""
    assert audit("tijdlijn", PARTNERS, "--zonder-controle").code == 0
    assert list(tmp_path.iterdir()) == []
    modules = ", ".join(f"starter.cli.audit_{naam}" for naam in ("stand", "verschil", "tijdlijn"))
    vraag = f"import {modules}, sys; print('temporalio' in sys.modules)"
    wortel = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    kaal = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True, env=wortel)
    assert kaal.stdout.strip() == "False"


def test_speel_leest_het_pak_twee_keer() -> None:
    uit = audit("speel", LOPEND, "--json")
    assert uit.code == 0, uit.alles
    assert json.loads(uit.uit)["eens"] is True


@pytest.mark.parametrize("opdracht", ["stand", "tijdlijn"])
def test_ook_als_er_niets_te_tonen_is_staat_er_eerst_dat_het_pak_niet_heel_is(
    opdracht: str, vervalst: str, sleutel: str
) -> None:
    """A fact was taken out: no state can be made, and the reader still learns why to look further."""
    feiten = Path(vervalst, "feiten.jsonl")
    regels = feiten.read_text(encoding="utf-8").splitlines(keepends=True)
    feiten.write_text("".join(regels[:20] + regels[21:]), encoding="utf-8")
    uit = audit(opdracht, vervalst, "--sleutel", sleutel)
    assert uit.code == 2
    assert uit.uit.startswith("LET OP: dit pak is NIET heel (")
    assert "niet doorlopend genummerd" in uit.fout
