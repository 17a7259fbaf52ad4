"""The table of what the sources name is complete, points at what is there, and happens in the play."""

import ast
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, get_args

import droog
import pytest
import typer
from nakijken import namen

from domain.feit import FEITEN
from domain.taal.bladen import Blad
from starter.cli.hoofd import maak_app

HIER = Path(__file__).parents[2]
TELLING = {"S0": 28, "S1": 32, "S2": 18, "S3": 31, "S4": 12}
BLADEN = {soort.model_fields["blad"].annotation for soort in get_args(get_args(Blad)[0])}


class Rij(NamedTuple):
    """One row: what it is, where it is seen, which facts keep it, and the test that holds it."""

    id: str
    wat: str
    gezien_in: str
    feiten: tuple[str, ...]
    proef: str


@lru_cache
def rijen() -> tuple[Rij, ...]:
    """The rows of docs/seeds.md."""
    tekst = (HIER / "docs" / "seeds.md").read_text(encoding="utf-8")
    gevonden = re.findall(r"^\| (S\d-\d\d) \| (.+?) \| `(.+?)` \| (.+?) \| `(.+?)` \|$", tekst, re.MULTILINE)
    return tuple(Rij(i, w, c, tuple(re.findall(r"`(.+?)`", f)), t) for i, w, c, f, t in gevonden)


def opdrachten() -> set[str]:
    """Every command people can type, without its arguments."""
    groep = typer.main.get_command(maak_app())
    namen = set[str]()
    for naam, deel in groep.commands.items():  # type: ignore[attr-defined]
        namen |= {f"opgave {naam}", *(f"opgave {naam} {onder}" for onder in getattr(deel, "commands", ()))}
    return namen


def test_elke_rij_die_de_bronnen_noemen_staat_er_een_keer() -> None:
    """All 121, in order."""
    verwacht = [f"{bron}-{nr:02d}" for bron, aantal in TELLING.items() for nr in range(1, aantal + 1)]
    assert [rij.id for rij in rijen()] == verwacht


def test_elke_rij_wijst_naar_een_opdracht_die_er_is() -> None:
    """A command that was renamed shows here."""
    assert {rij.gezien_in for rij in rijen()} <= opdrachten()


def test_elke_rij_wijst_naar_een_proef_die_er_is() -> None:
    """By file and name; a test that went away leaves its row without proof."""
    bestanden = {rij.proef.partition("::")[0] for rij in rijen()}
    namen = {f"{pad}::{naam}" for pad in bestanden for naam in _proeven(HIER / pad)}
    assert [rij.proef for rij in rijen() if rij.proef not in namen] == []


def _proeven(pad: Path) -> set[str]:
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    return {deel.name for deel in boom.body if isinstance(deel, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_elk_feit_en_elk_blad_in_de_tabel_bestaat() -> None:
    """Facts by their name, sheets by theirs."""
    bladen = {get_args(soort)[0] for soort in BLADEN}
    for rij in rijen():
        for feit in rij.feiten:
            naam, _, blad = feit.partition(":")
            assert naam in FEITEN, rij
            assert not blad or blad in bladen, rij


@pytest.fixture(scope="module")
def gebeurd() -> set[str]:
    """What happened in the play, played on the rules alone; `test_spel_echt` plays the same for real."""
    return {naam for reeks in droog.speel().feiten.values() for feit in reeks for naam in namen(feit)}


def test_elk_feit_uit_de_tabel_gebeurt_in_het_spel(gebeurd: set[str]) -> None:
    """Forty opgaven and an agenda, four years: nothing in the table is only words."""
    mist = {feit for rij in rijen() for feit in rij.feiten if feit not in gebeurd}
    assert mist == set()
