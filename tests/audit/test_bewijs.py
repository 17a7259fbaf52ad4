"""A receipt from an old mail beside a pack: same, other, cut off, later, or about another opgave."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1]))  # the helpers that rooms share
sys.path.append(str(Path(__file__).parents[1] / "register"))

from ankerwereld import Ankerwereld

from audit.bewijs import toets_bewijs
from audit.keuring.ankertekst import Bewijsanker, Puntanker, lees_anker
from register.verbinding import open_register


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Ankerwereld]:
    register = open_register(f"sqlite:///{tmp_path / 'register.db'}")
    (tmp_path / "pakken").mkdir()
    yield Ankerwereld(register, tmp_path / "pakken").begin()
    register.sluit()


def test_elk_bewijs_van_toen_klopt_nog(wereld: Ankerwereld) -> None:
    pak = wereld.pak()
    for feit in wereld.leven.feiten:
        toets = toets_bewijs(pak, Bewijsanker(feit.seq, feit.hash, "de mail", "FL-2024-01"))
        assert (toets.uitkomst, toets.spreekt_tegen) == ("zelfde", False)
        assert f"feit {feit.seq} en alle feiten ervoor" in toets.zin


@pytest.mark.parametrize(
    ("anders", "uitkomst", "spreekt_tegen"),
    [
        ({"hash": "0" * 64}, "anders", True),
        ({"seq": 1}, "anders", True),
        ({"seq": 0}, "anders", True),
        ({"seq": 99}, "na_het_pak", False),
        ({"seq": 99, "dag": date(2024, 1, 9)}, "afgeknipt", True),
        ({"seq": 99, "dag": date(2024, 1, 10)}, "na_het_pak", False),
        ({"opgave": "FL-2024-02"}, "andere_opgave", False),
        ({"opgave": ""}, "zelfde", False),
    ],
)
def test_wat_niet_klopt_heeft_een_eigen_naam(
    wereld: Ankerwereld, anders: dict[str, object], uitkomst: str, spreekt_tegen: bool
) -> None:
    """The pack was made on 10 January. A fact of the day before should be in it; one of that day may have come after."""
    wereld.leef()
    laatste = wereld.leven.feiten[-1]
    velden = {"seq": laatste.seq, "hash": laatste.hash, "bron": "de mail", "opgave": "FL-2024-01", **anders}
    toets = toets_bewijs(wereld.pak(), Bewijsanker(**velden))  # type: ignore[arg-type]
    assert (toets.uitkomst, toets.spreekt_tegen) == (uitkomst, spreekt_tegen)


def test_een_mail_met_meer_punten_geeft_elk_bewijs_zijn_eigen_opgave_en_dag() -> None:
    """What people wrote above it does not mislead: only a line that begins so counts."""
    een, ander, punt = "1" * 64, "2" * 64, "abcd " * 7 + "ef01"
    tekst = f"""Beste griffier,

We zagen Opgave FL-2024-99: die is klaar. En dit: Bewijs: feit 9, {een}

> Opgave FL-2024-01: Warmte
> Vastgelegd op maandag 8 januari 2024.
> Bewijs: feit 12,
> {een}

Opgave FL-2024-02: Opgave FL-2024-77
Bewijs: feit 3, {ander}
Bewijs: feit 3, {ander}

Controlepunt 14 van 3 mei 2026: {punt}
"""
    assert lees_anker(tekst) == (
        Bewijsanker(12, een, "de tekst die u gaf", "FL-2024-01", date(2024, 1, 8)),
        Bewijsanker(3, ander, "de tekst die u gaf", "FL-2024-02", None),
        Puntanker(punt.replace(" ", ""), "de tekst die u gaf", 14, date(2026, 5, 3)),
    )


def test_een_mail_met_alleen_html_wordt_ook_gelezen(tmp_path: Path) -> None:
    pad = tmp_path / "html.eml"
    inhoud = f"<p>Opgave FL-2024-01: Warmte &amp; meer<br>\nBewijs: feit 12, {'1' * 64}</p>"
    pad.write_text(f"Content-Type: text/html; charset=utf-8\nDate: onzin\n\n{inhoud}")
    assert lees_anker(str(pad)) == (Bewijsanker(12, "1" * 64, "de mail html.eml", "FL-2024-01"),)
