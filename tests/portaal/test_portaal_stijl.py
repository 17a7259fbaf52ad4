"""The style sheets of others are unchanged, carry their licence, and travel with the package."""

import re
from pathlib import Path

import pytest
from portaalwereld import Portaalwereld
from setuptools import Distribution
from setuptools.config.pyprojecttoml import read_configuration
from setuptools.discovery import PEP420PackageFinder

from starter.portaal import haal_stijl

ROOT = Path(__file__).parents[2]


def test_bestanden_zijn_zoals_herkomst_zegt() -> None:
    """Every file has the hash, and every package a licence and an integrity."""
    assert haal_stijl.controleer() == []
    for pakket in haal_stijl.pakketten():
        assert pakket["licentie"] == "EUPL-1.2"
        assert pakket["integriteit"].startswith("sha512-")
        assert any(b["naam"].startswith("LICENSE") for b in pakket["bestand"])


def test_een_veranderd_bestand_valt_op(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more, one file less or one too many is told."""
    for bron in haal_stijl.MAP.iterdir():
        (tmp_path / bron.name).write_bytes(bron.read_bytes())
    monkeypatch.setattr(haal_stijl, "MAP", tmp_path)
    (tmp_path / "utrecht-9.0.4.css").open("a").write(" ")
    (tmp_path / "LICENSE-utrecht.md").unlink()
    (tmp_path / "extra.js").write_text("")
    assert haal_stijl.controleer() == [
        "extra.js staat niet in HERKOMST.toml",
        "LICENSE-utrecht.md ontbreekt",
        "utrecht-9.0.4.css is veranderd",
    ]


def test_stijlbladen_van_de_pagina_bestaan(portaal: Portaalwereld) -> None:
    """What a page names is served, and the style asks nothing of elsewhere."""
    blad = portaal.bezoeker().get("/a/x")
    namen = re.findall(r'rel="stylesheet" href="([^"]+)"', blad.tekst)
    assert len(namen) == 3
    for naam in namen:
        stijl = portaal.bezoeker().get(naam)
        assert stijl.status == 200
        assert all(doel.startswith("data:") for doel in re.findall(r"url\(\s*[\"']?([^\"')]*)", stijl.tekst))
        assert "@import" not in stijl.tekst


def test_sjablonen_en_stijl_gaan_mee_in_het_pakket() -> None:
    """An installed engine has the templates, the style sheets and their licences."""
    instellingen = read_configuration(str(ROOT / "pyproject.toml"))["tool"]["setuptools"]
    pakketten = PEP420PackageFinder.find(str(ROOT), include=["starter*"])
    bouw = Distribution({"packages": pakketten, "package_data": instellingen["package-data"]})
    opdracht = bouw.get_command_obj("build_py")
    bouw.src_root = None
    opdracht.ensure_finalized()
    mee = {
        str(Path(map_, naam).resolve().relative_to(ROOT))
        for pakket, map_, _, namen in opdracht._get_data_files()
        if pakket.startswith("starter.portaal")
        for naam in namen
    }
    moet = {
        str(pad.relative_to(ROOT))
        for pad in (ROOT / "starter/portaal").rglob("*")
        if pad.suffix in (".j2", ".css", ".toml", ".md")
    }
    assert moet
    assert moet <= mee
