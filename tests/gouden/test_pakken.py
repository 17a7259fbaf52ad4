"""A pack of an older build is judged by today's: whole, with a remark that another version made it.

Real in these packs, and recorded by the older build: histories, facts and receipts. Made later: the wrapping (manifest,
signature and ledger lines by a test key, the reglement in today's rendering). See `maak_pak.py`, which makes the very
same bytes again.
"""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from archief.pak import open_pak
from archief.schrijven import schrijf
from audit.controle import controleer
from audit.rekenen.herbereken import herbereken
from runtime.sleutels import publieke_pem
from tests.gouden import maak_pak

OORDELEN: dict[str, dict[str, Any]] = json.loads((maak_pak.PAKKEN / "oordelen.json").read_text(encoding="utf-8"))


@pytest.fixture
def sleutel(tmp_path: Path) -> Path:
    """The public key of the test key, as an auditor holds it."""
    pad = tmp_path / "testsleutel.pub"
    pad.write_bytes(publieke_pem(maak_pak.TESTSLEUTEL.publiek))
    return pad


def _pad(naam: str) -> Path:
    return maak_pak.PAKKEN / f"{naam}.zip"


def test_elk_oud_pak_heeft_een_oordeel() -> None:
    """No pack without its verdict of then, and none that went missing."""
    assert {pad.stem for pad in maak_pak.PAKKEN.glob("*.zip")} == set(OORDELEN)
    assert {naam.partition("-")[0] for naam in OORDELEN} >= {"happy", "voortgezet", "partners"}


@pytest.mark.parametrize("naam", OORDELEN)
def test_een_pak_van_een_oudere_bouw_is_heel(naam: str, sleutel: Path) -> None:
    """History, facts, receipts and ledger still agree, computed by today's rules; the other version is said."""
    oordeel = controleer(open_pak(_pad(naam)), sleutels=[sleutel])
    toen = OORDELEN[naam]
    assert oordeel.bevindingen == ()
    assert oordeel.heel is toen["heel"] is True
    assert (oordeel.opgave, oordeel.tot_seq) == (toen["opgave"], toen["tot_seq"])
    assert any(toen["programma"] in m.zin for m in oordeel.mededelingen), oordeel.mededelingen


@pytest.mark.parametrize("naam", OORDELEN)
def test_een_oud_pak_houdt_kop_en_runs(naam: str) -> None:
    """Head, number of runs and version are those that were written down when it was made."""
    manifest, toen = open_pak(_pad(naam)).manifest, OORDELEN[naam]
    assert (manifest.kop, len(manifest.runs), manifest.programma) == (toen["kop"], toen["runs"], toen["programma"])


@pytest.mark.parametrize("naam", OORDELEN)
def test_wat_echt_is_in_een_oud_pak_is_dat_van_de_gouden_geschiedenis(naam: str) -> None:
    """The histories are the golden files byte for byte; facts and receipts are those that were promised then."""
    gouden, pak = maak_pak.HIER / naam.partition("-")[0], open_pak(_pad(naam))
    toegezegd = json.loads((gouden / "bewijzen.json").read_text(encoding="utf-8"))
    for run in pak.manifest.runs:
        assert pak.lees(run.pad) == (gouden / f"geschiedenis-{run.nr}.json").read_bytes()
    assert [(f.seq, f.inhoud.soort, f.hash) for f in pak.feiten] == [
        (f["seq"], f["soort"], f["hash"]) for f in toegezegd["feiten"]
    ]
    assert {k: b.model_dump(mode="json") for k, b in pak.bewijzen.items()} == toegezegd["bewijzen"]


@pytest.mark.parametrize("naam", OORDELEN)
def test_een_oud_pak_is_opnieuw_te_maken(naam: str) -> None:
    """The maker gives the same bytes for what is real; nobody made the pack by hand."""
    opnieuw, pak = maak_pak.bestanden(naam.partition("-")[0]), open_pak(_pad(naam))
    echt = [pad for pad in opnieuw if pad.startswith("geschiedenis/") or pad in ("feiten.jsonl", "bewijzen.jsonl")]
    assert len(echt) == len(pak.manifest.runs) + 2
    assert all(pak.lees(pad) == opnieuw[pad] for pad in echt)


@pytest.mark.parametrize("naam", OORDELEN)
def test_stemmingen_en_termijnen_van_toen_komen_nu_hetzelfde_uit(naam: str) -> None:
    """Counted apart from the rules of the engine, every vote and term of the old life comes out as recorded."""
    rekening = herbereken(open_pak(_pad(naam)))
    assert rekening.regels
    assert rekening.bevindingen == ()


def test_een_oud_pak_met_een_ander_woord_is_niet_heel(tmp_path: Path, sleutel: Path) -> None:
    """The verdict can fail: one word changed in a fact of then, and the pack is no longer whole."""
    with zipfile.ZipFile(_pad("happy-0.1.0")) as archief:
        inhoud = {naam: archief.read(naam) for naam in archief.namelist()}
    inhoud["feiten.jsonl"] = inhoud["feiten.jsonl"].replace(b"Energiehub", b"Energiehut", 1)
    schrijf(inhoud, tmp_path / "vals.zip")
    assert not controleer(open_pak(tmp_path / "vals.zip"), sleutels=[sleutel]).heel


def test_een_oud_pak_wordt_nooit_overschreven() -> None:
    """The maker refuses a pack that is there, and a name it does not know."""
    assert maak_pak.hoofd(["happy"]) == 2
    assert maak_pak.hoofd(["niets"]) == 2
