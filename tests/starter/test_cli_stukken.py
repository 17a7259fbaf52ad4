"""The commands for the documents: what a griffier puts on a site or in a folder, and can prove."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from test_cli_hulp import ID, Wereld, begonnen, leeg_register, wereld

from domain.gevolg import Bekendmaken
from register import documenten, lezen
from register.schrijver import Schrijver
from register.tabellen import DOCUMENT

__all__ = ["leeg_register", "wereld"]


def _met_voorstel(wereld: Wereld) -> Wereld:
    """A step before GS, and one before PS."""
    begonnen(wereld)
    for nr, (code, orgaan) in enumerate((("agenda", "GS"), ("kader", "PS")), start=1):
        wereld.tik("OpenBesluit", code=code, orgaan=orgaan, onderwerp=f"het net delen {nr}")
        wereld.tik("LegVoor", stap=f"B{nr}", toelichting="Het net is vol.")
    return wereld


def _met_besluiten(wereld: Wereld) -> Wereld:
    """Two decisions of GS on one day and one on another."""
    begonnen(wereld)
    feit = lezen.feiten(wereld.register, ID)[0].feit
    with wereld.register.schrijf() as verbinding:
        for nr, dag in enumerate((17, 17, 24), start=1):
            besluit = Bekendmaken(
                stap=f"B{nr}",
                code="agenda",
                orgaan="GS",
                op=date(2026, 3, dag),
                titel=f"besluit {nr}",
                uitkomst="conform",
                beslispunten=("Doen.",),
            )
            Schrijver(verbinding).maak_bekend(feit, nr, besluit, "Energie")
    return wereld


def test_de_stukken_van_een_opgave_staan_in_een_lijst(wereld: Wereld) -> None:
    """By step, with the file name and the hash; nothing is written."""
    _met_voorstel(wereld)
    uit = wereld("stuk", ID)
    assert (uit.code, uit.fout) == (0, "")
    assert "Nota voor Gedeputeerde Staten: het net delen 1" in " ".join(uit.uit.split())
    assert "Statenvoorstel: het net delen 2" in " ".join(uit.uit.split())
    for rij in documenten.documenten(wereld.register, ID):
        assert rij.sha256 in uit.uit
    assert max(map(len, uit.uit.splitlines())) <= 100


def test_alleen_de_stukken_van_een_stap(wereld: Wereld) -> None:
    """As JSON for programs: every field of the row, and no file yet."""
    _met_voorstel(wereld)
    regels = json.loads(wereld("stuk", ID.lower(), "B2", "--json").uit)
    assert [regel["document"]["stap"] for regel in regels] == ["B2", "B2"]
    assert [regel["document"]["soort"] for regel in regels] == ["statenvoorstel"] * 2
    assert [regel["bestand"] for regel in regels] == [None, None]


def test_met_uit_staan_de_stukken_in_de_map(wereld: Wereld, tmp_path: Path) -> None:
    """PDF and HTML, each with the hash that the register holds; the folder is made."""
    _met_voorstel(wereld)
    map_ = tmp_path / "nieuw" / "stukken"
    uit = wereld("stuk", ID, "B2", "--uit", str(map_))
    assert (uit.code, uit.fout) == (0, "")
    assert "2 bestanden geschreven in" in uit.uit
    rijen = documenten.documenten(wereld.register, ID, "B2")
    assert {p.name for p in map_.iterdir()} == {rij.bestandsnaam for rij in rijen}
    for rij in rijen:
        assert hashlib.sha256((map_ / rij.bestandsnaam).read_bytes()).hexdigest() == rij.sha256
    regels = json.loads(wereld("stuk", ID, "B2", "--uit", str(map_), "--json").uit)
    assert [regel["bestand"] for regel in regels] == [str(map_ / rij.bestandsnaam) for rij in rijen]


def test_een_opgave_zonder_stukken_zegt_wanneer_ze_komen(wereld: Wereld, tmp_path: Path) -> None:
    """No empty folder, no error."""
    begonnen(wereld)
    uit = wereld("stuk", ID, "--uit", str(tmp_path / "leeg"))
    assert uit.code == 0
    assert "zodra u een stap voorlegt" in uit.uit
    assert not (tmp_path / "leeg").exists()
    assert json.loads(wereld("stuk", ID, "--json").uit) == []


def test_een_veranderd_stuk_wordt_niet_geschreven(wereld: Wereld, tmp_path: Path) -> None:
    """Exit code 1, said on standard error; the others are written."""
    _met_voorstel(wereld)
    eerste, tweede = documenten.documenten(wereld.register, ID, "B1")
    with wereld.register.schrijf() as verbinding:
        verbinding.execute(DOCUMENT.update().where(DOCUMENT.c.sleutel == eerste.sleutel).values(inhoud=b"vals"))
    uit = wereld("stuk", ID, "B1", "--uit", str(tmp_path / "uit"))
    assert uit.code == 1
    assert f"{eerste.bestandsnaam} is veranderd sinds het is gemaakt" in uit.fout
    assert [p.name for p in (tmp_path / "uit").iterdir()] == [tweede.bestandsnaam]
    assert "1 bestand geschreven" in uit.uit


def test_een_naam_uit_het_register_verlaat_de_map_niet(wereld: Wereld, tmp_path: Path) -> None:
    """Whatever someone wrote in the database."""
    _met_voorstel(wereld)
    with wereld.register.schrijf() as verbinding:
        verbinding.execute(DOCUMENT.update().values(bestandsnaam="../../buiten.txt"))
    assert wereld("stuk", ID, "--uit", str(tmp_path / "a" / "b")).code == 0
    assert [p.name for p in (tmp_path / "a" / "b").iterdir()] == ["buiten.txt"]
    assert not (tmp_path / "buiten.txt").exists()


@pytest.mark.parametrize("regel", [["stuk", ID, "B1"], ["besluitenlijst", "GS"]], ids=" ".join)
def test_een_map_die_een_bestand_is_wordt_uitgelegd(wereld: Wereld, tmp_path: Path, regel: list[str]) -> None:
    """One sentence, exit code 2."""
    _met_besluiten(wereld)
    wereld.tik("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x")
    wereld.tik("LegVoor", stap="B1")
    (tmp_path / "bezet").write_text("x")
    uit = wereld(*regel, "--uit", str(tmp_path / "bezet"))
    assert uit.code == 2
    assert uit.fout.startswith("--uit: in ")


def test_de_besluitenlijst_komt_per_vergaderdag_in_de_map(wereld: Wereld, tmp_path: Path) -> None:
    """PDF, HTML and JSON for each day in the period."""
    _met_besluiten(wereld)
    uit = wereld("besluitenlijst", "gs", "--van", "2026-03-01", "--uit", str(tmp_path / "lijst"))
    assert (uit.code, uit.fout) == (0, "")
    assert "6 bestanden geschreven in" in uit.uit
    namen = [f"besluitenlijst-GS-2026-03-{dag}.{vorm}" for dag in (17, 24) for vorm in ("html", "json", "pdf")]
    assert sorted(p.name for p in (tmp_path / "lijst").iterdir()) == namen
    lijst = json.loads((tmp_path / "lijst" / "besluitenlijst-GS-2026-03-17.json").read_text())
    assert [b["titel"] for b in lijst["besluiten"]] == ["besluit 1", "besluit 2"]
    een_dag = ["--van", "2026-03-24", "--tot", "2026-03-24", "--uit", str(tmp_path / "lijst"), "--json"]
    regels = json.loads(wereld("besluitenlijst", "GS", *een_dag).uit)
    assert len(regels) == 3
    for regel in regels:
        assert hashlib.sha256(Path(regel["bestand"]).read_bytes()).hexdigest() == regel["sha256"]


def test_een_lege_periode_schrijft_niets(wereld: Wereld, tmp_path: Path) -> None:
    """And a period the wrong way round is refused."""
    _met_besluiten(wereld)
    uit = wereld("besluitenlijst", "PS", "--uit", str(tmp_path / "lijst"))
    assert uit.code == 0
    assert "In deze periode staat er niets op." in uit.uit
    assert not (tmp_path / "lijst").exists()
    verkeerd = ["--van", "2026-03-24", "--tot", "2026-03-01", "--uit", str(tmp_path)]
    assert wereld("besluitenlijst", "GS", *verkeerd).code == 2


def test_zonder_uit_blijft_de_besluitenlijst_zoals_zij_was(wereld: Wereld) -> None:
    """On the screen, and its rows as JSON."""
    _met_besluiten(wereld)
    assert "besluit 1" in wereld("besluitenlijst", "GS").uit
    assert json.loads(wereld("besluitenlijst", "GS", "--json").uit)[0]["titel"] == "besluit 1"


@pytest.mark.parametrize("naam", ["stuk", "besluitenlijst"])
def test_de_hulp_noemt_de_map(wereld: Wereld, naam: str) -> None:
    """In Dutch, with its own usage line."""
    hulp = wereld(naam, "--help")
    assert hulp.code == 0
    assert f"Gebruik: opgave {naam}" in hulp.uit
    assert "--uit MAP" in hulp.uit


def test_een_vernietigd_stuk_zegt_dat_het_vernietigd_is_en_is_geen_leeg_bestand(wereld: Wereld, tmp_path: Path) -> None:
    """In the list with its day; what is left is written; whoever asks for it alone hears when it went."""
    _met_voorstel(wereld)
    weg = documenten.documenten(wereld.register, ID)[0]
    with wereld.register.schrijf() as verbinding:
        waar = DOCUMENT.c.sleutel == weg.sleutel
        verbinding.execute(DOCUMENT.update().where(waar).values(inhoud=b"", vernietigd_op=wereld.nu))
    uit = wereld("stuk", ID, "--uit", str(tmp_path / "uit"))
    assert (uit.code, "vernietigd op" in uit.uit, "3 bestanden geschreven" in uit.uit) == (0, True, True)
    assert not (tmp_path / "uit" / weg.bestandsnaam).exists()
    assert all(pad.stat().st_size for pad in (tmp_path / "uit").iterdir())
    with pytest.raises(documenten.DocumentVernietigd, match=f"{weg.bestandsnaam} is vernietigd op"):
        documenten.document(wereld.register, weg.sleutel)
