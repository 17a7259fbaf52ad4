"""Sheets: filled in, filled in again with the old one kept in the chain, content before structure."""

import pytest
import verhaal as v
from pydantic import ValidationError
from verhaal import gegeven

RANDVOORWAARDEN = v.blad("randvoorwaarden", tekst="een eigen bureau")


def test_een_blad_opnieuw_invullen_vervangt_het_en_het_oude_blijft_in_de_keten() -> None:
    verhaal = gegeven(*v.BEGONNEN, v.BETEKENIS).als(v.blad("betekenis", tekst="iets anders")).dan("BladVastgelegd")
    assert verhaal.het("BladVastgelegd").vervangt
    assert [f.inhoud.tekst for f in verhaal.feiten("BladVastgelegd")] == ["bedrijven kunnen groeien", "iets anders"]
    verhaal.als(v.blad("betekenis", tekst="iets anders")).geweigerd("blad", "al zo vast")


def test_de_inhoud_gaat_voor_de_randvoorwaarden() -> None:
    gegeven(*v.BEGONNEN).als(RANDVOORWAARDEN).geweigerd("S4-02", ontbreekt="inhoud")
    gegeven(*v.BEGONNEN, v.INHOUD).als(RANDVOORWAARDEN).dan("BladVastgelegd")


def test_een_blad_over_een_partner_gaat_over_een_partner_die_er_is() -> None:
    gegeven(*v.BEGONNEN).als(v.blad("gedeeld_beeld", partner="urk", status="ja")).geweigerd("partner", "urk")


def test_een_score_houdt_niets_tegen_maar_zes_zijn_er_nodig() -> None:
    nul = v.blad("toets_flevo", moment="F1", scores=[0] * 6)
    gegeven(*v.BEGONNEN, v.BETEKENIS, nul).als(v.manager("GaNaarFase", naar="F2")).dan("FaseBegonnen")
    for scores in ([3] * 5, [4] * 6, [-1] * 6):
        with pytest.raises(ValidationError, match="scores"):
            gegeven(*v.BEGONNEN, v.blad("toets_flevo", moment="F1", scores=scores))


def test_een_stijl_telt_op_tot_honderd() -> None:
    stijl = {"hierarchie": 50, "netwerk": 60, "markt": 0}
    with pytest.raises(ValidationError, match="samen 100"):
        gegeven(
            *v.BEGONNEN,
            v.Zet(
                v.manager.door,
                {"soort": "LegBladVast", "inhoud": {**v.rolkeuze("F3").inhoud["inhoud"], "stijl": stijl}},
            ),
        )
