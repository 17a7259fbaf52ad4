"""Evaluations: results are computed, the follow-up rests on a decision."""

import pytest
import verhaal as v
from verhaal import evaluator, manager, partner, secretariaat

LEG_VAST = evaluator("LegEvaluatieVast", evaluatie="E1", advies="opschalen", minderheid="eerst een jaar rust")


def _gestart() -> v.Verhaal:
    return v.in_f5().gegeven(manager("StartEvaluatie", pilots=["P1"], evaluator="bureau"))


def test_het_resultaat_per_indicator_wordt_berekend_en_niet_getypt() -> None:
    resultaat = (
        _gestart().als(LEG_VAST).dan("EvaluatieOpgesteld", "TermijnGehaald").het("EvaluatieOpgesteld").resultaten[0]
    )
    assert (str(resultaat.nulmeting), str(resultaat.streefwaarde), str(resultaat.gemeten)) == ("12.4", "9.9", "9.5")
    assert resultaat.gehaald is True


@pytest.mark.parametrize(("gemeten", "gehaald"), [("9.9", True), ("10.1", False), (None, None)])
def test_niet_gehaald_en_niet_te_zeggen_zijn_verschillende_uitkomsten(
    gemeten: str | None, gehaald: bool | None
) -> None:
    verhaal = v.pilot_loopt()
    if gemeten:
        verhaal = verhaal.gegeven(manager("MeetIndicator", pilot="P1", indicator="piek", waarde=gemeten))
    verhaal = verhaal.gegeven(manager("StartEvaluatie", pilots=["P1"], evaluator="bureau"))
    assert verhaal.als(LEG_VAST).het("EvaluatieOpgesteld").resultaten[0].gehaald is gehaald


def test_een_vervolg_rust_op_een_genomen_besluit_van_gs_of_ps_dat_daarover_gaat() -> None:
    verhaal = _gestart().gegeven(LEG_VAST)
    vervolg = {"evaluatie": "E1", "uitkomst": "opschalen", "reden": "besloten"}
    verhaal.als(manager("BepaalVervolg", stap="B9", **vervolg)).geweigerd("stap")
    verhaal.als(manager("BepaalVervolg", stap="B1", **vervolg)).geweigerd("PW 158", ontbreekt="vervolg")
    open_ = verhaal.gegeven(manager("OpenBesluit", code="vervolg", orgaan="GS", onderwerp="vervolg"))
    open_.als(manager("BepaalVervolg", stap="B2", **vervolg)).geweigerd("PW 158")
    besloten = open_.klaar("B2")
    anders = {**vervolg, "uitkomst": "stoppen"}
    besloten.als(manager("BepaalVervolg", stap="B2", **anders)).geweigerd("uitkomst", "koos opschalen")
    besloten.als(manager("BepaalVervolg", stap="B2", **vervolg)).dan("VervolgBepaald")


def test_een_evaluatie_gaat_over_pilots_die_er_zijn_en_wordt_niet_herschreven_na_het_vervolg() -> None:
    v.in_f5().als(manager("StartEvaluatie", pilots=["P9"], evaluator="bureau")).geweigerd("pilot")
    v.geevalueerd().als(LEG_VAST).geweigerd("evaluatie", "vervolg al bepaald")
    _gestart().als(partner(v.DRONTEN)("LegEvaluatieVast", evaluatie="E1", advies="stoppen")).geweigerd("bevoegdheid")


def test_voor_het_schrijven_van_een_evaluatie_loopt_een_eigen_termijn_van_het_huis() -> None:
    termijn = _gestart().stand.termijnen["E1/H04"]
    assert (termijn.geadresseerde, termijn.soort, termijn.loopt) == ("evaluator", "huis", True)
    kort = v.pilot_loopt().gegeven(manager("StopPilotNu", pilot="P1", reden="brand"))
    assert kort.stand.termijnen["E1/H04"].einde < termijn.einde


def test_op_een_ingetrokken_besluit_rust_geen_vervolg() -> None:
    over = secretariaat("OpenBesluit", code="intrekking", orgaan="GS", over="B2", onderwerp="toch niet")
    besloten = _gestart().gegeven(LEG_VAST, manager("OpenBesluit", code="vervolg", orgaan="GS", onderwerp="vervolg"))
    besloten = besloten.klaar("B2")
    weg = besloten.gegeven(over).klaar("B3")
    vervolg = manager("BepaalVervolg", evaluatie="E1", uitkomst="opschalen", stap="B2", reden="volgens besluit")
    weg.als(vervolg).geweigerd("PW 158, 167", "ingetrokken met B3")
    besloten.als(vervolg).dan("VervolgBepaald")
