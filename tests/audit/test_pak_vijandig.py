"""What calls itself a pack may be anything: it is read within limits, or refused in words, and never written to."""

import io
import json
import os
import resource
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pakken import Echt, los

from archief import formaat
from archief.bronnen import MAX_BESTAND, MAX_BESTANDEN, PakFout
from archief.ontleden import MAX_DIEPTE, MAX_WAARDEN, ontleed, regels
from archief.pak import open_pak
from audit.controle import controleer

GEHEUGEN = 1024**3
"""Bytes of address space that reading anything may take."""
PROEF = """
import resource, sys
from pathlib import Path
from archief.pak import PakFout, open_pak
from audit.controle import controleer
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]), int(sys.argv[2])))
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
try:
    oordeel = controleer(open_pak(Path(sys.argv[1])))
except PakFout as fout:
    print("PakFout", fout)
else:
    print("heel" if oordeel.heel else "niet heel", sorted({b.code for b in oordeel.bevindingen}))
"""


def in_het_klein(plek: Path) -> str:
    """What a process with little memory says of this pack."""
    klaar = subprocess.run(
        [sys.executable, "-c", PROEF, str(plek), str(GEHEUGEN)], capture_output=True, text=True, timeout=60, check=False
    )
    assert klaar.returncode == 0, klaar.stderr[-2000:]
    return klaar.stdout


@pytest.fixture
def map_(rijk: Echt, tmp_path: Path) -> Path:
    """The rich pack as a folder to spoil."""
    return rijk.schrijf(tmp_path / "pak")


def _zip(doel: Path, bestanden: dict[str, bytes], **lid: int) -> Path:
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as zip_:
        for pad, inhoud in bestanden.items():
            info = zipfile.ZipInfo(pad)
            info.external_attr = lid.get("external_attr", 0)
            zip_.writestr(info, inhoud, zipfile.ZIP_DEFLATED)
    return doel


def test_een_map_een_dossier_en_een_zip_zijn_hetzelfde_pak(rijk: Echt, map_: Path, tmp_path: Path) -> None:
    zip_ = rijk.schrijf(tmp_path / "pak.zip")
    for plek in (map_, tmp_path, zip_):
        assert controleer(open_pak(plek), sleutels=[rijk.sleutel]).heel


def test_lezen_laat_alles_zoals_het_was(rijk: Echt, map_: Path) -> None:
    def stand() -> dict[str, tuple[int, int]]:
        return {str(p): (p.stat().st_mtime_ns, p.stat().st_size) for p in [map_, *map_.rglob("*")]}

    voor = stand()
    controleer(open_pak(map_), sleutels=[rijk.sleutel])
    assert stand() == voor


@pytest.mark.parametrize("naam", ["bestand.txt", "leeg", "map"])
def test_wat_geen_pak_is_wordt_geweigerd(tmp_path: Path, naam: str) -> None:
    plek = tmp_path / naam
    if naam == "map":
        plek.mkdir()
    else:
        plek.write_bytes(b"" if naam == "leeg" else b"dit is geen zip" * 10)
    with pytest.raises(PakFout):
        open_pak(plek)


def test_een_koppeling_wordt_niet_gevolgd(map_: Path, tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("van een ander")
    (map_ / "spoor.jsonl").unlink()
    (map_ / "spoor.jsonl").symlink_to(geheim)
    with pytest.raises(PakFout, match=r"spoor\.jsonl is geen gewoon bestand"):
        open_pak(map_)


def test_een_map_achter_een_koppeling_wordt_niet_gevolgd(map_: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (map_ / "meer").symlink_to(tmp_path / "elders")
    with pytest.raises(PakFout, match="meer is geen gewoon bestand"):
        open_pak(map_)


def test_een_pijp_laat_niemand_wachten(map_: Path) -> None:
    os.mkfifo(map_ / "pijp")
    with pytest.raises(PakFout, match="pijp is geen gewoon bestand"):
        open_pak(map_)


def test_een_pijp_die_later_op_de_plaats_van_een_bestand_komt_ook_niet(map_: Path) -> None:
    pak = open_pak(map_)
    (map_ / "spoor.jsonl").unlink()
    os.mkfifo(map_ / "spoor.jsonl")
    with pytest.raises(PakFout):
        pak.lees("spoor.jsonl")


@pytest.mark.parametrize(
    "pad", ["../buiten.txt", "/etc/passwd", "a/../../b", "..", "a\\b", "C:/x", "a//b", "a\nb", "x" * 500]
)
def test_een_naam_die_ergens_anders_heen_wijst_wordt_geweigerd(rijk: Echt, tmp_path: Path, pad: str) -> None:
    plek = _zip(tmp_path / "pak.zip", {**rijk.bestanden, pad: b"x"})
    with pytest.raises(PakFout, match="mag niet in een pak voorkomen"):
        open_pak(plek)


def test_een_pad_buiten_de_lijst_is_niet_te_lezen(map_: Path, tmp_path: Path) -> None:
    (tmp_path / "buiten.txt").write_text("van een ander")
    with pytest.raises(PakFout, match="ontbreekt"):
        open_pak(map_).lees("../buiten.txt")


def test_namen_die_alleen_in_hoofdletters_verschillen_worden_geweigerd(rijk: Echt, tmp_path: Path) -> None:
    plek = _zip(tmp_path / "pak.zip", {**rijk.bestanden, "Manifest.json": b"{}"})
    with pytest.raises(PakFout, match="twee keer"):
        open_pak(plek)


def test_een_naam_twee_keer_in_een_zip_wordt_geweigerd(rijk: Echt, tmp_path: Path) -> None:
    plek = rijk.schrijf(tmp_path / "pak.zip")
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(plek, "a") as zip_:
        zip_.writestr(formaat.MANIFEST, b"{}")
    with pytest.raises(PakFout, match="twee keer"):
        open_pak(plek)


def test_een_koppeling_in_een_zip_wordt_geweigerd(rijk: Echt, tmp_path: Path) -> None:
    plek = _zip(
        tmp_path / "pak.zip", {formaat.MANIFEST: rijk.bestanden[formaat.MANIFEST]}, external_attr=0o120777 << 16
    )
    with pytest.raises(PakFout, match="geen gewoon bestand"):
        open_pak(plek)


def test_een_zip_met_een_wachtwoord_wordt_geweigerd(rijk: Echt, tmp_path: Path) -> None:
    plek = rijk.schrijf(tmp_path / "pak.zip")
    ruw = bytearray(plek.read_bytes())
    plaats = ruw.find(b"PK\x01\x02")
    ruw[plaats + 8] |= 1
    plek.write_bytes(ruw)
    with pytest.raises(PakFout, match="wachtwoord"):
        open_pak(plek)


def test_een_afgebroken_zip_wordt_geweigerd(rijk: Echt, tmp_path: Path) -> None:
    plek = rijk.schrijf(tmp_path / "pak.zip")
    plek.write_bytes(plek.read_bytes()[:-100])
    with pytest.raises(PakFout, match="geen zip"):
        open_pak(plek)


def test_een_beschadigd_bestand_in_een_zip_is_een_bevinding(rijk: Echt, tmp_path: Path) -> None:
    plek = rijk.schrijf(tmp_path / "pak.zip")
    ruw = bytearray(plek.read_bytes())
    naam = ruw.find(b"feiten.jsonl")
    ruw[naam + 200] ^= 0xFF
    plek.write_bytes(ruw)
    codes = {b.code for b in controleer(open_pak(plek), sleutels=[rijk.sleutel]).bevindingen}
    assert "onleesbaar" in codes


def test_een_zipbom_kost_geen_geheugen(rijk: Echt, tmp_path: Path) -> None:
    """A hundred megabytes of nothing in a few hundred kilobytes, and a file that says it is ten gigabytes."""
    plek = _zip(tmp_path / "bom.zip", {**rijk.bestanden, "nul.bin": bytes(90 * 1024 * 1024)})
    assert "te groot" in in_het_klein(plek)
    groot = rijk.schrijf(tmp_path / "groot.zip")
    ruw = bytearray(groot.read_bytes())
    struct.pack_into("<I", ruw, ruw.find(b"PK\x01\x02") + 24, 0xFFFFFFF0)
    groot.write_bytes(ruw)
    assert in_het_klein(groot).startswith("PakFout")


def test_een_zip_met_heel_veel_bestanden_wordt_niet_geladen(tmp_path: Path) -> None:
    plek = tmp_path / "veel.zip"
    with zipfile.ZipFile(plek, "w") as zip_:
        for nr in range(MAX_BESTANDEN + 1):
            zip_.writestr(zipfile.ZipInfo(f"{nr}"), b"")
    with pytest.raises(PakFout, match="te groot"):
        open_pak(plek)


def test_een_bestand_met_een_gat_van_een_gigabyte_wordt_niet_gelezen(map_: Path) -> None:
    with (map_ / "feiten.jsonl").open("wb") as bestand:
        bestand.truncate(1024**3)
    assert "te groot" in in_het_klein(map_)


def test_een_groot_bestand_vol_lege_lijsten_kost_geen_geheugen(map_: Path) -> None:
    (map_ / "grootboek.jsonl").write_bytes(b'{"a":[' + b"[]," * (MAX_BESTAND // 4) + b"[]]}\n")
    assert "onleesbaar" in in_het_klein(map_)


@pytest.mark.parametrize("bestand", ["manifest.json", "feiten.jsonl", "grootboek.jsonl", "documenten.json"])
def test_json_van_een_miljoen_diep_wordt_geweigerd(map_: Path, bestand: str) -> None:
    (map_ / bestand).write_bytes(b"[" * 10**6 + b"]" * 10**6 + b"\n")
    assert "niet te lezen" in (uit := in_het_klein(map_)) or "onleesbaar" in uit


def test_een_diepe_payload_in_de_geschiedenis_wordt_geweigerd(rijk: Echt, map_: Path) -> None:
    """JSON in JSON: what lies in base64 in a history is met by the fold."""
    pad = map_ / rijk.gepakt.manifest.runs[0].pad
    historie = json.loads(pad.read_bytes())
    diep = io.BytesIO()
    diep.write(b"[" * 10**6 + b"]" * 10**6)
    from base64 import b64encode

    invoer = historie["events"][0]["workflowExecutionStartedEventAttributes"]["input"]
    invoer["payloads"][0]["data"] = b64encode(diep.getvalue()).decode()
    pad.write_text(json.dumps(historie))
    assert "onleesbaar" in in_het_klein(map_)


@pytest.mark.parametrize(
    "tekst",
    [
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": 1e999}',
        b'{"a": ' + b"9" * 10_000 + b"}",
        b'{"a": 18446744073709551616}',
        b'{"a": 1, "a": 2}',
        b'{"a": "\xff"}',
        b'{"a": "\\ud800"}',
        b"\xef\xbb\xbf{}",
        '{"a": 1}'.encode("utf-16"),
        b"",
        b"{",
        b"[" * (MAX_DIEPTE + 1) + b"]" * (MAX_DIEPTE + 1),
        b"[" + b"0," * MAX_WAARDEN + b"0]",
    ],
    ids=lambda t: repr(t[:24]),
)
def test_dubbelzinnige_json_wordt_geweigerd(tekst: bytes) -> None:
    with pytest.raises(PakFout, match=r"proef\.json"):
        ontleed(tekst, dict, "proef.json")


@pytest.mark.parametrize("tekst", [b'{"a": 1}', b'{"a": "' + b"x" * 9_000_000 + b'"}\n', b"\n" * 600_000])
def test_regels_zonder_einde_te_lang_of_te_veel_worden_geweigerd(tekst: bytes) -> None:
    with pytest.raises(PakFout, match=r"proef\.jsonl"):
        list(regels(tekst, "proef.jsonl"))


@pytest.mark.parametrize("bestand", [n for n in dir(formaat) if n in ("FEITEN", "BEWIJZEN", "GROOTBOEK", "CONTROLEPUNTEN", "SPOOR", "BEKLEDING", "SLEUTELS", "DOCUMENTEN", "HANDTEKENING")])  # fmt: skip
@pytest.mark.parametrize("inhoud", [b"", b"null\n", b"[]\n", b"{}\n", b"\x00\xff\n", b'{"seq": "x", "opdracht": 3}\n'])
def test_onzin_in_een_deel_is_een_bevinding_en_geen_ongeluk(rijk: Echt, bestand: str, inhoud: bytes) -> None:
    bestanden = rijk.bestanden | {getattr(formaat, bestand): inhoud}
    gelijk = rijk.bestanden[getattr(formaat, bestand)] == inhoud
    assert controleer(los(bestanden), sleutels=[rijk.sleutel]).heel is gelijk


@pytest.mark.parametrize("inhoud", [b"{}", b'{"events": []}', b'{"events": "x"}', b'{"events": [{}]}', b'{"events": [[]]}', b'{"events": 5}', b'{"events": [5]}', b"[]"])  # fmt: skip
def test_onzin_als_geschiedenis_is_een_bevinding_en_geen_ongeluk(rijk: Echt, inhoud: bytes) -> None:
    for run in rijk.gepakt.manifest.runs:
        oordeel = controleer(los(rijk.bestanden | {run.pad: inhoud}), sleutels=[rijk.sleutel])
        assert "onleesbaar" in {b.code for b in oordeel.bevindingen}


def test_de_proef_met_weinig_geheugen_kan_een_heel_pak_lezen(map_: Path) -> None:
    """Otherwise the proofs above would prove nothing."""
    assert in_het_klein(map_).startswith("heel")
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != GEHEUGEN
