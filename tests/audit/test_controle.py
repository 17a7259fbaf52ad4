"""The verdict over a pack: in words, for programs, with and without a key, and on the command line."""

import json
from pathlib import Path

import pytest
from pakken import Echt, los
from vervalser import VALS, Werk, eigen_sleutel, feit_naam, naief

from archief import formaat
from archief.schrijven import schrijf
from audit.bevinding import Bevinding
from audit.controle import controleer
from audit.keuring.runs import BUNDEL
from audit.keuring.sleutels import vingerafdruk
from audit.oordeel import HOOGUIT, ingekort
from audit.velen import LOONT_VANAF, controleer_velen
from runtime.sleutels import Ondertekenaar, publieke_pem
from starter.cli.hoofd import draai
from workflows.namen import VERWERK


def test_zonder_sleutel_van_buiten_zegt_het_oordeel_dat(rijk: Echt) -> None:
    """All agrees, so the pack is whole; that the key came with the pack is said."""
    oordeel = controleer(rijk.pak)
    assert oordeel.heel
    assert oordeel.verdict.startswith("HEEL:")
    assert "niet van buiten bewezen" in oordeel.bewezen


def test_een_vingerafdruk_is_genoeg_om_de_sleutel_te_kennen(rijk: Echt) -> None:
    afdruk = vingerafdruk(rijk.ondertekenaar.publiek)
    assert controleer(rijk.pak, sleutels=[afdruk]).heel
    vreemd = controleer(rijk.pak, sleutels=["0" * 64])
    assert {b.code for b in vreemd.bevindingen} == {"sleutel_onbekend"}


def test_een_vervalser_met_een_eigen_sleutel_valt_pas_op_als_de_echte_bekend_is(rijk: Echt, ander: Echt) -> None:
    """What a pack says about its own key proves nothing, and so does a whole pack without a key from elsewhere."""
    werk = Werk(rijk.bestanden, rijk, ander)
    eigen_sleutel(werk)
    codes = {b.code for b in controleer(los(werk.bestanden), sleutels=[rijk.sleutel]).bevindingen}
    assert "sleutel_onbekend" in codes


def test_alles_wordt_nagekeken_ook_na_een_eerste_bevinding(rijk: Echt, ander: Echt) -> None:
    """A fact, a receipt, a line of the ledger, a document and a stranger: each is told."""
    werk = Werk(rijk.bestanden, rijk, ander)
    feit_naam(werk)
    werk.bewijzen[4]["bewijs"]["hash"] = "c" * 64
    del werk.grootboek[2]
    werk.bestanden[min(p for p in werk.bestanden if p.startswith(formaat.STUKKEN))] += b"x"
    werk.bestanden["vreemd.txt"] = b""
    naief(werk)
    codes = {b.code for b in controleer(los(werk.bestanden), sleutels=[rijk.sleutel]).bevindingen}
    verwacht = {"feit_gewijzigd", "bewijs_gewijzigd", "grootboek_ontbreekt", "document_gewijzigd", "bestand_onbekend"}
    assert codes >= verwacht


def test_elke_bevinding_noemt_de_plaats(rijk: Echt, ander: Echt) -> None:
    werk = Werk(rijk.bestanden, rijk, ander)
    feit_naam(werk)
    naief(werk)
    oordeel = controleer(los(werk.bestanden), sleutels=[rijk.sleutel])
    seq = next(f["seq"] for f in werk.feiten if f["inhoud"].get("naam") == "Gemeente B")
    assert {(b.code, b.waar) for b in oordeel.bevindingen} == {
        ("bestand_gewijzigd", formaat.FEITEN),
        ("feit_gewijzigd", f"feit {seq}"),
    }


def test_van_veel_van_hetzelfde_worden_de_eerste_genoemd_en_de_rest_geteld() -> None:
    veel = [Bevinding(code="feit_gewijzigd", waar=f"feit {nr}", zin="Anders.") for nr in range(62)]
    kort = ingekort([*veel, Bevinding(code="run_gewijzigd", waar="run 1", zin="Anders.")])
    assert [b.waar for b in kort] == [*(f"feit {nr}" for nr in range(HOOGUIT)), "run 1", "verder"]
    assert kort[-1].zin == "En nog 57 van deze soort."


def test_de_controle_kent_de_bundel_bij_de_naam_van_de_schil() -> None:
    """The check does not import Temporal, so it holds the name of the activity itself."""
    assert BUNDEL == VERWERK


@pytest.fixture
def map_(rijk: Echt, tmp_path: Path) -> Path:
    return rijk.schrijf(tmp_path / "pak")


def test_de_opdrachtregel_zegt_heel_en_eindigt_met_nul(
    rijk: Echt, map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai(["audit", "controleer", str(map_), "--sleutel", str(rijk.sleutel)]) == 0
    uit = capsys.readouterr().out
    assert "HEEL: geschiedenis, feiten, bewijzen, grootboek en bestanden zijn het eens" in uit
    assert "Wat dit bewijst" in uit


def test_de_opdrachtregel_noemt_wat_er_mis_is_en_eindigt_met_een(
    rijk: Echt, map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (map_ / "bewijzen.jsonl").write_bytes(b"")
    assert draai(["audit", "controleer", str(map_), "--sleutel", str(rijk.sleutel)]) == 1
    uit = capsys.readouterr().out
    assert "NIET HEEL" in uit
    assert "bewijs_ontbreekt, opdracht " in uit


@pytest.mark.parametrize("plek", ["niets", "leeg"])
def test_wat_geen_pak_is_eindigt_met_twee(tmp_path: Path, plek: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leeg").mkdir()
    assert draai(["audit", "controleer", str(tmp_path / plek)]) == 2
    assert plek in capsys.readouterr().err


def test_een_sleutel_die_er_geen_is_eindigt_met_twee(map_: Path) -> None:
    assert draai(["audit", "controleer", str(map_), "--sleutel", "geen-sleutel"]) == 2


def test_voor_programma_s_is_er_json(
    map_: Path, ander: Echt, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twee = ander.schrijf(tmp_path / "ander.zip")
    assert draai(["audit", "controleer", str(map_), str(twee), "--alle", "--json"]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert (uit["heel"], uit["samen"]) == (True, [])
    assert [p["opgave"] for p in uit["pakken"]] == ["GOUD-01", "GOUD-02"]
    assert draai(["audit", "controleer", str(map_), "--alle", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["samen"][0]["code"] == "opgave_ontbreekt"


def test_met_een_sleutel_waar_niets_mee_getekend_is_komt_er_een_bevinding(rijk: Echt) -> None:
    """And not one for each signature; and nowhere that it was checked with that key."""
    for vreemd in (vingerafdruk(VALS.publiek), _pem_van(VALS, rijk.sleutel.parent)):
        oordeel = controleer(rijk.pak, sleutels=[vreemd])
        assert [(b.code, b.waar) for b in oordeel.bevindingen] == [("sleutel_onbekend", "handtekening.json")]
        assert "van voor een wissel" in oordeel.bevindingen[0].zin
        assert "Geen enkele handtekening in dit pak is van de sleutel die u gaf" in oordeel.bewezen
        assert "Nagekeken met de sleutel" not in oordeel.bewezen


def _pem_van(ondertekenaar: Ondertekenaar, map_: Path) -> Path:
    pad = map_ / "vreemd.pub"
    pad.write_bytes(publieke_pem(ondertekenaar.publiek))
    return pad


def test_veel_pakken_tegelijk_krijgen_elk_hun_eigen_oordeel(ander: Echt, tmp_path: Path) -> None:
    """Spread over processes, in the order in which they were given; one that is spoiled is the one that is named."""
    plekken = [tmp_path / str(nr) for nr in range(LOONT_VANAF)]
    for plek in plekken:
        schrijf(ander.bestanden, plek)
    (plekken[3] / formaat.FEITEN).write_bytes(ander.bestanden[formaat.FEITEN].replace(b"a", b"b", 1))
    oordelen = controleer_velen(plekken)
    assert [nr for nr, oordeel in enumerate(oordelen) if not oordeel.heel] == [3]
