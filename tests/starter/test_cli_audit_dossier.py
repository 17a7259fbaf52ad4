"""`opgave audit dossier` at the command line: a folder that is whole, and a verdict that nobody can miss."""

import json
import shutil
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "audit"))

from dossierpak import geleefd, pak_van

from starter.cli.hoofd import draai


def pak_op_schijf(plek: Path) -> Path:
    """A pack with facts but without signature or history: it can be read, and does not hold."""
    pak = pak_van(geleefd("energiehub-oostrand.yaml"))
    for pad in pak.bron.namen():
        (plek / pad).parent.mkdir(parents=True, exist_ok=True)
        (plek / pad).write_bytes(pak.lees(pad))
    (plek / "manifest.json").write_bytes(pak.manifestbytes)
    return plek


def roep(*woorden: str) -> int:
    return draai(["audit", "dossier", *woorden])


def test_een_pak_dat_niet_klopt_geeft_toch_een_dossier_dat_dat_zegt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, the verdict on the screen and first on the page; an auditor still wants to read it."""
    pak, uit = pak_op_schijf(tmp_path / "pak"), tmp_path / "uit"
    assert roep(str(pak), "--uit", str(uit)) == 1
    assert "NIET HEEL" in capsys.readouterr().out
    assert "Klopt niet." in (uit / "dossier.html").read_text("utf-8")
    assert {p.name for p in uit.iterdir()} == {
        *("dossier.html", "dossier.pdf", "gebeurtenissen.jsonl", "LEESMIJ.txt", "stukken", "mdto"),
    }


def test_wat_er_al_staat_blijft_staan(tmp_path: Path) -> None:
    """A second time the folder is there already: nothing is overwritten."""
    pak, uit = pak_op_schijf(tmp_path / "pak"), tmp_path / "uit"
    uit.mkdir()
    (uit / "van-iemand").write_text("x")
    assert roep(str(pak), "--uit", str(uit)) == 2
    assert [p.name for p in uit.iterdir()] == ["van-iemand"]


def test_json_noemt_alle_bestanden_en_het_oordeel(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For programs: the folder, the files, the verdict."""
    pak, uit = pak_op_schijf(tmp_path / "pak"), tmp_path / "uit"
    roep(str(pak), "--uit", str(uit), "--json")
    data = json.loads(capsys.readouterr().out)
    assert data["oordeel"]["heel"] is False
    assert sorted(p.relative_to(uit).as_posix() for p in uit.rglob("*") if p.is_file()) == data["bestanden"]


@pytest.mark.parametrize("woorden", [("--xsd", "bestaat-niet.xsd"), ()], ids=["geen schema", "geen pak"])
def test_wat_er_niet_is_wordt_genoemd(tmp_path: Path, woorden: tuple[str, ...]) -> None:
    """A schema or a pack that is not there: no folder is made."""
    pak = pak_op_schijf(tmp_path / "pak")
    if not woorden:
        shutil.rmtree(pak)
    assert roep(str(pak), "--uit", str(tmp_path / "uit"), *woorden) == 2
    assert not (tmp_path / "uit").exists()
