"""`opgave audit aansluiting`, `herbereken` and `overzicht`: exit codes, files, JSON, and files that can't be read."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archief.schrijven import schrijf
from starter.cli.hoofd import draai
from tests.gouden import maak_pak

HAPPY, PARTNERS = (str(maak_pak.PAKKEN / naam) for naam in ("happy-0.1.0.zip", "partners-0.3.0.zip"))
KOP = "orgaan;datum;nummer;titel;uitkomst;samenvatting"
BESLUITEN = (
    "PS;donderdag 10 september 2026;1;{ps};Aangenomen;Met ruime meerderheid.",
    "GS;10-9-2026;1;{gs[0]};Verzonden;",
    "GS;2026-09-10;2;{gs[1]};Conform besloten;",
)


@pytest.fixture
def lijst(tmp_path: Path) -> Callable[..., str]:
    """Write a published list and give its path."""

    def schrijf_lijst(*regels: str, kop: str = KOP, naam: str = "lijst.csv") -> str:
        pad = tmp_path / naam
        pad.write_text("\n".join((kop, *regels)) + "\n", encoding="utf-8")
        return str(pad)

    return schrijf_lijst


def _titels() -> list[str]:
    """The lines of a list on which everything that the golden life decided stands."""
    from archief.pak import open_pak
    from audit.rekenen.besluitregel import besluiten

    regels = besluiten(open_pak(Path(HAPPY))).regels
    ps = next(r.titel for r in regels if r.orgaan == "PS")
    gs = [r.titel for r in regels if r.orgaan == "GS"]
    return [regel.format(ps=ps, gs=gs) for regel in BESLUITEN]


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_een_lijst_die_klopt_sluit_aan(lijst: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """Dates as people write them, words for outcomes as they are published: exit 0."""
    assert draai(["audit", "aansluiting", lijst(*_titels()), HAPPY]) == 0
    uit = " ".join(capsys.readouterr().out.split())
    assert "Dit pak is heel." in uit
    assert "SLUIT AAN" in uit
    assert "'Conform besloten' is gelezen als conform" in uit


def test_een_gat_geeft_code_1_en_staat_in_het_bestand(
    lijst: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line too many and one too few: both are named, on the screen, in CSV and in JSON."""
    pad, uit = lijst(*_titels()[:1], _titels()[1], "GS;10-9-2026;9;=Dienstauto;akkoord;"), tmp_path / "uit.csv"
    assert draai(["audit", "aansluiting", pad, HAPPY, "--uit", str(uit)]) == 1
    assert "SLUIT NIET AAN: 2" in capsys.readouterr().out
    rijen = list(csv.DictReader(io.StringIO(uit.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [rij["oordeel"] for rij in rijen] == ["klopt", "klopt", "niet vastgelegd", "niet gepubliceerd"]
    assert rijen[2]["titel"] == "'=Dienstauto"
    assert draai(["audit", "aansluiting", pad, HAPPY, "--json"]) == 1
    gelezen = _json(capsys)
    assert gelezen["sluit_aan"] is False
    assert [b["code"] for b in gelezen["bevindingen"]] == ["niet_vastgelegd", "niet_gepubliceerd"]
    assert gelezen["pakken"] == [{"opgave": "GOUD-01", "heel": True}]


def test_komma_en_een_andere_volgorde_van_kolommen_mogen(lijst: Callable[..., str]) -> None:
    """The columns go by name; unknown ones and long texts that are not compared are let be."""
    titel = _titels()[0].split(";")[3]
    pad = lijst(
        f'{titel},2026-09-10,Provinciale Staten,"{"x" * 900}",7', kop="titel,datum,orgaan,samenvatting,wethouder"
    )
    assert draai(["audit", "aansluiting", pad, HAPPY]) == 0


def test_een_lijst_met_fouten_noemt_elke_regel(lijst: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, with the number of every line that can't be read, and nothing compared."""
    pad = lijst("XX;10-9-2026;1;a;b;", "GS;gisteren;1;a;b;", "GS;31-2-2026;1;a;b;", "GS;1-1-2026;1;;b;", "GS;1-1-2026")
    assert draai(["audit", "aansluiting", pad, HAPPY]) == 2
    fout = capsys.readouterr().err
    assert [f"regel {nr}: " in fout for nr in range(2, 7)] == [True] * 5
    assert "orgaan" in fout


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [("", "leeg"), ("naam;datum\n", "orgaan"), (KOP + "\n", "geen besluiten")],
)
def test_een_lijst_zonder_besluiten_is_geen_lijst(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], inhoud: str, zin: str
) -> None:
    """An empty file matches nothing, so it must not look as if all is well."""
    (tmp_path / "lijst.csv").write_text(inhoud, encoding="utf-8")
    assert draai(["audit", "aansluiting", str(tmp_path / "lijst.csv"), HAPPY]) == 2
    assert zin in capsys.readouterr().err


def test_onze_eigen_besluitenlijst_is_ook_een_lijst(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both forms that this engine exports: the rows of --json, and one meeting as JSON."""
    titel = _titels()[0].split(";")[3]
    rijen = [{"orgaan": "PS", "op": "2026-09-10", "nummer": 1, "titel": titel, "uitkomst": "aangenomen"}]
    besluit = {"nummer": 1, "titel": titel, "samenvatting": "Besluit: Aangenomen. 33 voor en 7 tegen."}
    vergadering = {"orgaan": "Provinciale Staten", "datum": "2026-09-10", "besluiten": [besluit]}
    for naam, inhoud in (("rijen.json", rijen), ("dag.json", vergadering)):
        (tmp_path / naam).write_text(json.dumps(inhoud), encoding="utf-8")
        assert draai(["audit", "aansluiting", str(tmp_path / naam), HAPPY, "--json"]) == 0
        (regel,) = [r for r in _json(capsys)["regels"] if r["gepubliceerd"]]
        assert (regel["oordeel"], regel["gepubliceerd"]["uitkomst"].lower()) == ("klopt", "aangenomen")
    for slecht in ("{", '"tekst"', '{"besluiten": [1]}'):
        (tmp_path / "slecht.json").write_text(slecht, encoding="utf-8")
        assert draai(["audit", "aansluiting", str(tmp_path / "slecht.json"), HAPPY]) == 2


def test_herbereken_laat_elke_som_in_woorden_zien(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the screen, as CSV with a mark for Excel, and as JSON; all agree, so exit 0."""
    assert draai(["audit", "herbereken", HAPPY, "--csv", str(tmp_path / "som.csv")]) == 0
    uit = " ".join(capsys.readouterr().out.split())
    assert "33 voor van 40 uitgebrachte stemmen: meer dan de helft (PW 30) -> aangenomen" in uit
    assert "GELIJK: alle 8 regels" in uit
    ruw = (tmp_path / "som.csv").read_bytes()
    assert ruw.startswith(b"\xef\xbb\xbf")
    assert len(list(csv.DictReader(io.StringIO(ruw.decode("utf-8-sig")), delimiter=";"))) == 8
    assert draai(["audit", "herbereken", HAPPY, "--json"]) == 0
    gelezen = _json(capsys)
    assert gelezen["gelijk"] is True
    assert len(gelezen["regels"]) == 8


@pytest.fixture
def vals(tmp_path: Path) -> str:
    """A pack in which the outcome of a vote was changed."""
    with zipfile.ZipFile(HAPPY) as archief:
        inhoud = {naam: archief.read(naam) for naam in archief.namelist()}
    inhoud["feiten.jsonl"] = inhoud["feiten.jsonl"].replace(b'"uitkomst":"aangenomen"', b'"uitkomst":"verworpen"')
    schrijf(inhoud, tmp_path / "vals.zip")
    return str(tmp_path / "vals.zip")


def test_een_verschil_geeft_code_1_en_zegt_wat(vals: str, capsys: pytest.CaptureFixture[str]) -> None:
    """That the pack is not whole stands on top; the sum that comes out otherwise is named."""
    assert draai(["audit", "herbereken", vals]) == 1
    uit = " ".join(capsys.readouterr().out.split())
    assert "LET OP: niet heel zijn: GOUD-01" in uit
    assert "ANDERS: vastgelegd is verworpen, de stemmen geven aangenomen" in uit
    assert draai(["audit", "herbereken", vals, "--zonder-controle", "--json"]) == 1
    gelezen = _json(capsys)
    assert gelezen["pakken"] == [{"opgave": "GOUD-01", "heel": None}]
    assert {b["code"] for b in gelezen["bevindingen"]} == {"stemming_anders"}


def test_cijfers_uit_een_pak_dat_niet_heel_is_geven_code_1(vals: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers are shown, but nobody can take them for sound."""
    assert draai(["audit", "overzicht", vals]) == 1
    assert "LET OP: niet heel zijn: GOUD-01" in capsys.readouterr().out


def test_overzicht_geeft_een_regel_per_opgave(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To the screen without a mark, details to a file, with commas on request."""
    details = tmp_path / "details.csv"
    assert draai(["audit", "overzicht", HAPPY, PARTNERS, "--csv", "-", "--details", str(details), "--komma"]) == 0
    rijen = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [rij["opgave"] for rij in rijen] == ["GOUD-01", "GOUD-03"]
    assert rijen[1]["herinneringen"] == "12"
    assert not details.read_bytes().startswith(b"\xef\xbb\xbf")
    onderwerpen = {rij["onderwerp"] for rij in csv.DictReader(io.StringIO(details.read_text(encoding="utf-8")))}
    assert {"huispoort gepasseerd", "geweigerd", "wachten op", "herinnerd"} <= onderwerpen


def test_overzicht_op_het_scherm_en_als_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A short table for people; everything for programs."""
    assert draai(["audit", "overzicht", str(maak_pak.PAKKEN), "--json"]) == 0
    opgaven = _json(capsys)["opgaven"]
    assert [o["opgave"] for o in opgaven] == ["GOUD-01", "GOUD-03"]
    assert opgaven[0]["details"]
    assert draai(["audit", "overzicht", HAPPY]) == 0
    assert "Wet te laat" in capsys.readouterr().out


def test_een_bestand_wordt_nooit_overschreven(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What lies there may be somebody's evidence."""
    (tmp_path / "a.csv").write_text("van een ander")
    assert draai(["audit", "herbereken", HAPPY, "--csv", str(tmp_path / "a.csv")]) == 2
    assert (tmp_path / "a.csv").read_text() == "van een ander"
    assert draai(["audit", "herbereken", HAPPY, "--csv", str(tmp_path / "map" / "a.csv")]) == 2
    assert "niet te schrijven" in capsys.readouterr().err


@pytest.mark.parametrize(
    "regel",
    [
        ["herbereken", HAPPY, "--csv", "-", "--json"],
        ["overzicht", HAPPY, "--csv", "-", "--details", "-"],
        ["overzicht", HAPPY, "--details", "-", "--json"],
        ["overzicht", "nergens"],
        ["herbereken", "nergens"],
    ],
)
def test_wat_niet_kan_is_verkeerde_invoer(regel: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Two tables on one screen, or no pack there: exit 2 with a sentence."""
    assert draai(["audit", *regel]) == 2
    assert capsys.readouterr().err
