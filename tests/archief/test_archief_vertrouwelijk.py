"""The container: opened by its recipient alone, only into the pack it belongs to, and never to harm."""

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]
import pytest

from archief import formaat, vertrouwelijk
from archief.formaat import Bestand, Manifest, Run, sha
from archief.ontsluiten import geopend, zet_neer
from archief.pak import Pak, open_pak
from archief.vertrouwelijk import (
    ContainerFout,
    archiefsleutel,
    lees_ontvanger,
    nieuwe_sleutel,
    ontsleutel,
    ontvanger_van,
    sleutelpad,
    versleutel,
)
from domain.stand import Begin
from runtime.instellingen import Instellingen

BESTANDEN = {"feiten.jsonl": b"{}\n", "geschiedenis/001-a.json": b"{}", "vertrouwelijk/abc-nota.pdf": b"%PDF"}
TOEN = datetime(2026, 3, 10, tzinfo=UTC)


@pytest.fixture
def sleutel() -> str:
    return nieuwe_sleutel()


@pytest.fixture
def pak(tmp_path: Path) -> Pak:
    """A pack of which these files are confidential."""
    manifest = Manifest(
        opgave="FL-2026-01",
        begin=Begin(opgave="FL-2026-01"),
        tot_seq=1,
        kop="0" * 64,
        aanleiding="gevraagd",
        gemaakt_op=TOEN,
        rust=True,
        afgerond=False,
        programma="0",
        kern="0" * 64,
        reglementen={},
        runs=(Run(nr=1, run_id="a", pad="geschiedenis/001-a.json", gebeurtenissen=1, einde="loopt", begonnen_op=TOEN),),
        bestanden=(),
        afgeschermd=(1,),
        vertrouwelijk=tuple(Bestand(pad=p, sha256=sha(b), omvang=len(b)) for p, b in BESTANDEN.items()),
    )
    map_ = tmp_path / "pak"
    map_.mkdir()
    (map_ / formaat.MANIFEST).write_text(manifest.model_dump_json())
    return open_pak(map_)


def zip_van(*leden: tuple[str, bytes]) -> bytes:
    pakket = io.BytesIO()
    with zipfile.ZipFile(pakket, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in leden:
            zip_.writestr(zipfile.ZipInfo(naam), inhoud, zipfile.ZIP_DEFLATED)
    return pakket.getvalue()


def gesloten(sleutel: str, inhoud: bytes) -> bytes:
    """These bytes as somebody else may have encrypted them."""
    ontvanger = pyrage.x25519.Recipient.from_str(ontvanger_van(sleutel))
    return bytes(pyrage.encrypt(inhoud, [ontvanger]))


def test_wie_de_sleutel_heeft_krijgt_precies_terug_wat_erin_ging(sleutel: str) -> None:
    """And each of several recipients does."""
    ander = nieuwe_sleutel()
    container = versleutel(BESTANDEN, [ontvanger_van(sleutel), ontvanger_van(ander)])
    assert ontsleutel(container, sleutel) == BESTANDEN
    assert ontsleutel(container, ander) == BESTANDEN
    assert b"nota" not in container


def test_een_ander_opent_hem_niet_en_een_veranderde_byte_valt_op(sleutel: str) -> None:
    container = versleutel(BESTANDEN, [ontvanger_van(sleutel)])
    with pytest.raises(ContainerFout, match="opent deze container niet"):
        ontsleutel(container, nieuwe_sleutel())
    for plek in (0, len(container) // 2, len(container) - 1):
        kapot = container[:plek] + bytes([container[plek] ^ 1]) + container[plek + 1 :]
        with pytest.raises(ContainerFout):
            ontsleutel(kapot, sleutel)


@pytest.mark.parametrize("ontvangers", [[], ["age1onzin"], ["ssh-ed25519 AAAA"]])
def test_zonder_goede_ontvanger_komt_er_geen_container(ontvangers: list[str]) -> None:
    with pytest.raises(ContainerFout):
        versleutel(BESTANDEN, ontvangers)


@pytest.mark.parametrize("naam", ["../uit", "/abs", "a/../../b", "a\\b", "c:d", "a//b", "./a", "a\nb", "map/"])
def test_een_bestand_met_een_rare_naam_wordt_niet_uitgepakt(sleutel: str, naam: str) -> None:
    with pytest.raises(ContainerFout, match="naam die niet kan"):
        ontsleutel(gesloten(sleutel, zip_van((naam, b"x"))), sleutel)


def test_dezelfde_naam_twee_keer_wordt_niet_uitgepakt(sleutel: str) -> None:
    """Also when only capitals differ: on some computers those are one file."""
    with pytest.raises(ContainerFout, match="naam die niet kan"):
        ontsleutel(gesloten(sleutel, zip_van(("a.txt", b"1"), ("A.txt", b"2"))), sleutel)


def test_een_zip_die_ontploft_houdt_op_bij_de_grens(sleutel: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is how much comes out, not what the zip says."""
    monkeypatch.setattr(vertrouwelijk, "MAX_UITGEPAKT", 10_000)
    bom = gesloten(sleutel, zip_van(("a", b"0" * 6_000), ("b", b"0" * 6_000)))
    with pytest.raises(ContainerFout, match="te groot"):
        ontsleutel(bom, sleutel)


def test_wat_geen_zip_is_of_te_veel_bestanden_heeft_wordt_geweigerd(
    sleutel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ContainerFout, match="geen leesbare zip"):
        ontsleutel(gesloten(sleutel, b"geen zip"), sleutel)
    monkeypatch.setattr(vertrouwelijk, "MAX_BESTANDEN", 1)
    with pytest.raises(ContainerFout, match="meer dan 1"):
        ontsleutel(gesloten(sleutel, zip_van(("a", b""), ("b", b""))), sleutel)


def test_een_container_gaat_alleen_open_in_het_pak_waar_hij_bij_hoort(pak: Pak, sleutel: str) -> None:
    """Each file must be what the signed manifest says of it; then the histories can be read from the pack."""
    goed = geopend(pak, versleutel(BESTANDEN, [ontvanger_van(sleutel)]), sleutel)
    assert set(goed) == {
        "vertrouwelijk/feiten.jsonl",
        "vertrouwelijk/geschiedenis/001-a.json",
        "vertrouwelijk/abc-nota.pdf",
    }
    for anders in ({**BESTANDEN, "feiten.jsonl": b"{ }\n"}, {**BESTANDEN, "erbij.txt": b""}):
        with pytest.raises(ContainerFout, match="hoort niet bij dit pak"):
            geopend(pak, versleutel(anders, [ontvanger_van(sleutel)]), sleutel)


def test_wat_is_ontsloten_leest_het_pak_mee(pak: Pak, sleutel: str, tmp_path: Path) -> None:
    """Opening twice is the same as once."""
    map_ = tmp_path / "pak"
    for _ in range(2):
        zet_neer(map_, geopend(pak, versleutel(BESTANDEN, [ontvanger_van(sleutel)]), sleutel))
    assert open_pak(map_).geschiedenissen == ({},)
    assert json.loads((map_ / "vertrouwelijk/feiten.jsonl").read_bytes()) == {}
    assert (map_ / "vertrouwelijk/feiten.jsonl").stat().st_mode & 0o077 == 0


def test_een_verwijzing_in_het_pak_leidt_nergens_heen(tmp_path: Path) -> None:
    """A pack of a stranger may hold a link to elsewhere on this computer."""
    map_, buiten = tmp_path / "pak", tmp_path / "buiten"
    map_.mkdir()
    buiten.mkdir()
    (map_ / "vertrouwelijk").symlink_to(buiten)
    with pytest.raises(ContainerFout, match="verwijzing"):
        zet_neer(map_, {"vertrouwelijk/feiten.jsonl": b"x"})
    assert list(buiten.iterdir()) == []


def test_wat_er_al_ligt_wordt_niet_overschreven(tmp_path: Path) -> None:
    (tmp_path / "vertrouwelijk").mkdir()
    (tmp_path / "vertrouwelijk/feiten.jsonl").write_bytes(b"anders")
    with pytest.raises(ContainerFout, match="ligt er al"):
        zet_neer(tmp_path, {"vertrouwelijk/feiten.jsonl": b"x"})


def test_het_archief_heeft_een_eigen_sleutel_die_alleen_de_eigenaar_leest(tmp_path: Path) -> None:
    """Made where that is allowed, once; elsewhere its absence is said."""
    velden: dict[str, Any] = {"gegevensmap": tmp_path, "ondertekensleutel": tmp_path / "ondertekensleutel.pem"}
    instellingen = Instellingen.model_construct(**velden)
    with pytest.raises(ContainerFout, match="is er niet"):
        archiefsleutel(instellingen)
    sleutel = archiefsleutel(instellingen, mag_maken=True)
    assert archiefsleutel(instellingen, mag_maken=True) == archiefsleutel(instellingen) == sleutel
    assert sleutelpad(instellingen).stat().st_mode & 0o777 == 0o600


def test_een_ontvanger_staat_los_of_in_een_bestand_met_opmerkingen(sleutel: str) -> None:
    publiek = ontvanger_van(sleutel)
    assert lees_ontvanger(f"# van de rekenkamer\n{publiek}\n") == publiek
    for tekst in ("", "age1", f"{publiek}\n{publiek}", sleutel):
        with pytest.raises(ContainerFout):
            lees_ontvanger(tekst)
