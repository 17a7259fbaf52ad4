"""Portefeuilles reassigned in one command: every opgave its own line, and a second time changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from test_cli_hulp import NU, START, NepOmgeving, Uitkomst, Wereld, leeg_register, wereld

from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.stand import Begin
from runtime.temporal import Onbereikbaar
from starter.cli.wie import afzender
from starter.client import OpgaveGesloten
from starter.invoer import Invoerfout, maak_opdracht
from starter.portefeuilles import lees

__all__ = ["leeg_register", "wereld"]

A, B, C, D = "FL-2026-01", "FL-2026-02", "FL-2026-03", "FL-2026-04"
ALS = ("--als", "bestuurssecretariaat")
BESTAND = """\
grondslag: verdeling GS 2027
portefeuilles:
  - van: energie
    naar: Klimaat
    houder: s-gs3
  - opgaven: [fl-2026-03]
    naar: Wonen
"""


def doe(wereld: Wereld, opgave: str, soort: str, **velden: Any) -> Bewijs:
    """One accepted command in one of the opgaven."""
    opdracht = maak_opdracht({"soort": soort, **velden}, afzender("opgavemanager", None, 1000))
    omgeving = NepOmgeving(wereld)
    begin = Begin(opgave=opgave, reglement="r2026_2")
    bewijs = omgeving.wacht_op(
        wereld.start(begin, opdracht) if soort == "StartOpgave" else wereld.geef(opgave, opdracht)
    )
    omgeving.sluit()
    assert not bewijs.geweigerd, bewijs
    return bewijs


@pytest.fixture
def vier(wereld: Wereld) -> Wereld:
    """Two opgaven under Energie, one paused; one under Water; one under Energie that was withdrawn."""
    for opgave, portefeuille in ((A, "Energie"), (B, "Energie"), (C, "Water"), (D, "Energie")):
        doe(wereld, opgave, "StartOpgave", **{**START, "portefeuille": portefeuille})
    doe(wereld, B, "Pauzeer", reden="formatie")
    doe(wereld, D, "TrekIn", reden="geen geld")
    wereld.verstuurd.clear()
    return wereld


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "formatie.yaml"
    pad.write_text(BESTAND)
    return pad


def regels(uitkomst: Uitkomst) -> dict[str, str]:
    return {r["opgave"]: r["uitkomst"] for r in json.loads(uitkomst.uit)["opgaven"]}


def test_alle_lopende_opgaven_krijgen_hun_portefeuille(vier: Wereld, bestand: Path) -> None:
    """Those of the old portefeuille, also when paused, and those named; what ended is left alone."""
    uit = vier("formatie", str(bestand), *ALS)
    assert (uit.code, uit.fout) == (0, "")
    for opgave, portefeuille, houder in ((A, "Klimaat", "s-gs3"), (B, "Klimaat", "s-gs3"), (C, "Wonen", None)):
        leven = vier.standen[opgave].leven
        assert (leven.portefeuille, leven.functies.get("portefeuillehouder")) == (portefeuille, houder)
        assert opgave in uit.uit
    assert D not in uit.uit
    assert vier.standen[D].leven.portefeuille == "Energie"
    assert uit.uit.count("toegewezen") == 3


def test_een_tweede_keer_verandert_niets(vier: Wereld, bestand: Path) -> None:
    """Also when the register has not caught up and everything is sent again."""
    vier("formatie", str(bestand), *ALS)
    na = dict(vier.standen)
    weer = vier("formatie", str(bestand), *ALS, "--json")
    assert weer.code == 0
    assert set(regels(weer).values()) == {"was_al_gedaan"}
    eerste = {o.id: o for o in vier.verstuurd}
    assert len(eerste) == len(vier.verstuurd) == 3
    omgeving = NepOmgeving(vier)
    for opgave, opdracht in zip((A, B, C), tuple(vier.verstuurd), strict=True):
        omgeving.wacht_op(vier.geef(opgave, opdracht))
    omgeving.sluit()
    assert vier.standen == na


def test_een_ruil_keert_niet_terug_bij_herhalen(vier: Wereld, tmp_path: Path) -> None:
    """Two portefeuilles that change places stay changed, however often the file is done."""
    pad = tmp_path / "ruil.yaml"
    pad.write_text("grondslag: g\nportefeuilles:\n- {van: Energie, naar: Water}\n- {van: Water, naar: Energie}\n")
    for _ in range(3):
        assert vier("formatie", str(pad), *ALS).code == 0
        assert [vier.standen[o].leven.portefeuille for o in (A, B, C)] == ["Water", "Water", "Energie"]


def test_wat_weigert_houdt_de_rest_niet_op(vier: Wereld, tmp_path: Path) -> None:
    """A refusal and an unknown opgave: the others are done, each says what happened, and the exit code is 1."""
    pad = tmp_path / "f.yaml"
    al = "- {opgaven: [FL-2026-01], naar: Energie}\n- {opgaven: [FL-2099-99], naar: Wonen}\n"
    pad.write_text(f"grondslag: g\nportefeuilles:\n{al}- {{van: Water, naar: Wonen}}\n")
    uit = vier("formatie", str(pad), *ALS)
    assert uit.code == 1
    assert "GEWEIGERD: De opgave valt al onder Energie" in uit.uit
    assert "FL-2099-99" in uit.uit
    assert "niet bekend" in " ".join(uit.uit.split())
    assert vier.standen[C].leven.portefeuille == "Wonen"
    assert "gerust nog eens" in uit.fout


def test_een_weigering_kan_met_hetzelfde_bestand_opnieuw(vier: Wereld, tmp_path: Path) -> None:
    """Once the reason is gone the same file works; its refused try does not stick."""
    pad = tmp_path / "f.yaml"
    pad.write_text("grondslag: g\nportefeuilles:\n- {opgaven: [FL-2026-01], naar: Energie}\n")
    assert vier("formatie", str(pad), *ALS).code == 1
    assert vier("formatie", str(pad), *ALS).code == 1
    anders = tmp_path / "anders.yaml"
    anders.write_text("grondslag: g\nportefeuilles:\n- {opgaven: [FL-2026-01], naar: Wonen}\n")
    assert vier("formatie", str(anders), *ALS).code == 0
    uit = vier("formatie", str(pad), *ALS, "--json")
    assert (uit.code, regels(uit)) == (0, {A: "toegewezen"})
    ids = [o.id for o in vier.verstuurd]
    assert len(set(ids)) == 4


def test_wie_niet_antwoordt_houdt_de_rest_niet_op(vier: Wereld, bestand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One silent opgave and one whose life is over; exit 3 when nothing was refused, and a later run finishes it."""
    echt = vier.geef

    async def stil(opgave: str, opdracht: Opdracht) -> Bewijs:
        if opgave == B:
            raise Onbereikbaar("Er kwam geen antwoord.")
        return await echt(opgave, opdracht)

    monkeypatch.setattr(vier, "geef", stil)
    uit = vier("formatie", str(bestand), *ALS, "--json")
    assert uit.code == 3
    assert regels(uit) == {A: "toegewezen", B: "onbereikbaar", C: "toegewezen"}
    monkeypatch.setattr(vier, "geef", echt)
    weer = vier("formatie", str(bestand), *ALS, "--json")
    assert (weer.code, regels(weer)) == (0, {A: "was_al_gedaan", B: "toegewezen", C: "was_al_gedaan"})


def test_een_leven_dat_over_is_zegt_dat(vier: Wereld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gesloten(opgave: str, opdracht: Opdracht) -> Bewijs:
        raise OpgaveGesloten(opgave)

    monkeypatch.setattr(vier, "geef", gesloten)
    pad = tmp_path / "f.yaml"
    pad.write_text(f"grondslag: g\nportefeuilles:\n- {{opgaven: [{D}], naar: Wonen}}\n")
    uit = vier("formatie", str(pad), *ALS)
    assert uit.code == 1
    assert "helemaal afgerond" in " ".join(uit.uit.split())


def test_droog_verandert_niets(vier: Wereld, bestand: Path) -> None:
    voor = dict(vier.standen)
    uit = vier("formatie", str(bestand), *ALS, "--droog", "--json")
    assert (uit.code, set(regels(uit).values())) == (0, {"zou_worden_toegewezen"})
    assert (vier.standen, vier.verstuurd) == (voor, [])
    assert "niets vastgelegd" in vier("formatie", str(bestand), *ALS, "--droog").uit


def test_wie_het_niet_mag_laat_nergens_een_weigering_achter(vier: Wereld, bestand: Path) -> None:
    uit = vier("formatie", str(bestand))
    assert uit.code == 1
    assert "--als bestuurssecretariaat" in uit.fout
    assert vier.verstuurd == []


def test_de_dag_van_de_formatie_staat_in_het_feit(vier: Wereld, bestand: Path) -> None:
    vier.nu = NU.replace(day=25)
    assert vier("formatie", str(bestand), *ALS, "--op", "20-3-2026").code == 0
    assert {str(o.gebeurd_op) for o in vier.verstuurd} == {"2026-03-20"}


def test_een_portefeuille_die_niemand_heeft_wordt_genoemd(vier: Wereld, tmp_path: Path) -> None:
    pad = tmp_path / "f.yaml"
    pad.write_text("grondslag: g\nportefeuilles:\n- {van: Jeugd, naar: Wonen}\n")
    uit = vier("formatie", str(pad), *ALS)
    assert uit.code == 0
    assert "Geen lopende opgave valt onder de portefeuille Jeugd" in uit.fout
    assert json.loads(vier("formatie", str(pad), *ALS, "--json").uit)["zonder_opgave"] == ["Jeugd"]


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("portefeuilles:\n- {van: A, naar: B}", "grondslag"),
        ("grondslag: g\nportefeuilles: []", "portefeuilles"),
        ("grondslag: g\nportefeuilles:\n- {naar: B}", "een van beide"),
        ("grondslag: g\nportefeuilles:\n- {van: A, opgaven: [FL-2026-01], naar: B}", "een van beide"),
        ("grondslag: g\nportefeuilles:\n- {van: A}", "naar"),
        ("grondslag: g\nportefeuilles:\n- {van: A, naar: B, wie: s-1}", "wie"),
        ("grondslag: g\nportefeuilles:\n- {van: A, naar: B}\n- {van: a, naar: C}", "meer dan een keer: a"),
        ("grondslag: g\nportefeuilles:\n- {opgaven: [FL-1-1, fl-1-1], naar: C}", "meer dan een keer: FL-1-1"),
        ("grondslag: g\nportefeuilles:\n- {opgaven: ['?'], naar: C}", "opgaven"),
    ],
)
def test_een_fout_in_het_bestand_wordt_genoemd(tmp_path: Path, tekst: str, fout: str) -> None:
    """Before anything is sent: the file, the field, and what is wrong with it."""
    pad = tmp_path / "f.yaml"
    pad.write_text(tekst)
    with pytest.raises(Invoerfout) as gezegd:
        lees(pad)
    assert "f.yaml: " in str(gezegd.value)
    assert fout in str(gezegd.value)
