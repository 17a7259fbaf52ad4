"""`opgave rapport`: files where they were asked for, numbers as JSON, clear words when it can't be done."""

import json
from pathlib import Path

import pytest
import rapportwereld as w
import verhaal as v
from proefleven import leg_vast
from test_cli_hulp import Wereld, leeg_register, wereld

from domain.bundel import Bundel

__all__ = ["leeg_register", "wereld"]


@pytest.fixture
def gevuld(wereld: Wereld) -> Wereld:
    """A register with an agenda and one opgave on it, in March 2026."""
    for verhaal in (w.agenda(), w.water()):
        leg_vast(wereld.register, Bundel(begin=verhaal.stand.begin, feiten=verhaal.alles))
    return wereld


@pytest.mark.parametrize(
    ("argumenten", "bestanden"),
    [
        (
            ("agenda", w.AGENDA, "--halfjaar", "2025-2"),
            [f"agenda-{w.AGENDA}-2025-2.html", f"agenda-{w.AGENDA}-2025-2.pdf"],
        ),
        (("leerverslag", "2025"), ["leerverslag-2025.html", "leerverslag-2025.pdf"]),
        (("verantwoording", w.WATER), [f"verantwoording-{w.WATER}.html", f"verantwoording-{w.WATER}.pdf"]),
        (("verbonden-partijen", "2025"), [f"verbonden-partijen-2025.{soort}" for soort in ("csv", "html", "pdf")]),
        (("statuspagina", w.WATER), [f"{w.WATER}.html"]),
        (("statuspagina", "--agenda", w.AGENDA), [f"{w.WATER}.html", "index.html"]),
    ],
    ids=lambda waarde: waarde[0] if isinstance(waarde, tuple) else "",
)
def test_elk_rapport_komt_in_de_map(
    gevuld: Wereld, tmp_path: Path, argumenten: tuple[str, ...], bestanden: list[str]
) -> None:
    """Each file is there and is named on the screen; made again it takes the place of the one before."""
    uit = tmp_path / "uit"
    for _ in range(2):
        gedaan = gevuld("rapport", *argumenten, "--uit", str(uit))
        assert gedaan.code == 0, gedaan.alles
    assert sorted(p.name for p in uit.iterdir()) == sorted(bestanden)
    assert all(naam in gedaan.uit.replace("\n", "") for naam in bestanden)


def test_met_json_komen_de_getallen(gevuld: Wereld, tmp_path: Path) -> None:
    """The same numbers as in the report, for another program."""
    gedaan = gevuld("rapport", "agenda", w.AGENDA, "--halfjaar", "2025-2", "--uit", str(tmp_path), "--json")
    cijfers = json.loads(gedaan.uit)["cijfers"]
    assert [p["opgave"] for p in cijfers["punten"]] == [w.WATER, w.WARMTE, w.WONEN]
    assert [x["wat"] for x in cijfers["wijzigingen"]] == ["verplaatst", "geparkeerd"]
    assert cijfers["op"] == "2025-12-31"


def test_een_half_jaar_geleden_telt_zoals_het_toen_was(gevuld: Wereld, tmp_path: Path) -> None:
    """The first half of 2025 knows nothing of July."""
    gedaan = gevuld("rapport", "agenda", w.AGENDA, "--halfjaar", "2025-1", "--uit", str(tmp_path), "--json")
    cijfers = json.loads(gedaan.uit)["cijfers"]
    assert {p["status"] for p in cijfers["punten"]} == {"op_agenda"}


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (("agenda", w.WATER), "is geen regionale agenda"),
        (("agenda", "AGENDA-ELDERS"), "kennen we niet"),
        (("agenda", w.AGENDA, "--halfjaar", "2025-3"), "2027-1"),
        (("agenda", w.AGENDA, "--halfjaar", "2031-1"), "nog niet begonnen"),
        (("agenda", w.AGENDA, "--halfjaar", "2020-1"), "kennen we niet"),
        (("leerverslag", "2031"), "nog niet begonnen"),
        (("verantwoording", "FL-ELDERS"), "FL-ELDERS"),
        (("verantwoording", w.AGENDA), "opgave rapport agenda"),
        (("statuspagina",), "Noem een opgave"),
        (("statuspagina", w.WATER, "--agenda", w.AGENDA), "Noem een opgave"),
    ],
    ids=lambda waarde: "-".join(waarde) if isinstance(waarde, tuple) else "",
)
def test_wat_niet_kan_wordt_gezegd(gevuld: Wereld, tmp_path: Path, argumenten: tuple[str, ...], zin: str) -> None:
    """Exit code 2, a sentence that helps, and no file."""
    uit = tmp_path / "uit"
    gedaan = gevuld("rapport", *argumenten, "--uit", str(uit))
    assert gedaan.code == 2, gedaan.alles
    assert zin in gedaan.fout
    assert not uit.exists()


def test_een_map_die_een_bestand_is_wordt_gezegd(gevuld: Wereld, tmp_path: Path) -> None:
    """What can't be written says where."""
    plek = tmp_path / "plek"
    plek.write_text("bezet")
    gedaan = gevuld("rapport", "statuspagina", w.WATER, "--uit", str(plek))
    assert gedaan.code == 2
    assert "--uit" in gedaan.fout


def test_een_opgave_onder_een_ouder_reglement_geeft_ook_een_rapport(gevuld: Wereld, tmp_path: Path) -> None:
    """What came with the fourth reglement is simply not there."""
    from domain import kern
    from domain.stand import Begin

    oud = v.Verhaal(stand=kern.begin(Begin(opgave="FL-OUD", reglement="r2026_1"))).gegeven(*v.BEGONNEN)
    leg_vast(gevuld.register, Bundel(begin=oud.stand.begin, feiten=oud.alles))
    assert gevuld("rapport", "verantwoording", "FL-OUD", "--uit", str(tmp_path)).code == 0
    assert gevuld("rapport", "leerverslag", "2025", "--uit", str(tmp_path)).code == 0
