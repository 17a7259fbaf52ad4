"""Pilots: several, each its own end; frozen at the start; suspended or stopped at once, whatever is shut."""

from datetime import date
from decimal import Decimal

import pytest
import verhaal as v
from pydantic import ValidationError
from verhaal import Verhaal, manager, partner, portefeuillehouder, secretariaat

from domain.gevolg import Bericht
from domain.gevolgen import adressen, gevolgen

STOP = manager("StopPilotNu", pilot="P1", reden="brand in de hub")
SCHORT = manager("SchortPilotOp", pilot="P1", reden="onveilige situatie")
IEDEREEN = {"opgavemanager@provincie", "portefeuillehouder@provincie", "griffier@provincie", f"partner@{v.DRONTEN}"}


def plan(**anders: object) -> dict[str, object]:
    return {**v.PLAN, **anders}


def test_een_opgave_heeft_meer_pilots_elk_met_eigen_id_en_einde() -> None:
    verhaal = v.in_f4().gegeven(
        manager("StelPilotplanOp", pilot="hub-west", titel="hub West", plan=plan(eind="2026-01-30")),
        manager("StartPilot", pilot="P1"),
        manager("StartPilot", pilot="hub-west"),
        manager("RondPilotAf", pilot="hub-west", samenvatting="klaar"),
    )
    assert {p.id: p.status for p in verhaal.stand.pilots.values()} == {"P1": "loopt", "hub-west": "afgerond"}
    assert verhaal.stand.pilots["hub-west"].plan.eind == date(2026, 1, 30)
    naar = verhaal.gegeven(v.reflectie("F4"), v.rolkeuze("F4")).als(manager("GaNaarFase", naar="F5"))
    naar.geweigerd(ontbreekt="einde van de pilot hub Oostrand")


def test_een_pilot_start_alleen_in_f4_en_met_een_volledig_plan() -> None:
    kaal = manager("StelPilotplanOp", titel="kaal", plan={})
    v.in_werking().gegeven(kaal).als(manager("StartPilot", pilot="P1")).geweigerd("fase")
    half = v.in_f4().gegeven(manager("StelPilotplanOp", titel="kaal", plan={}))
    nee = half.als(manager("StartPilot", pilot="P2")).geweigerd("5.1")
    assert {"pilotplan: hypothese", "pilotplan: beslisregel", "pilotplan: evaluator"} <= set(nee.neen.ontbreekt)


def test_een_tweede_pilot_zonder_traject_vraagt_evenveel_als_de_zwaarste_vorm() -> None:
    verhaal = v.in_f4("CONVENANT").gegeven(manager("StelPilotplanOp", titel="los", plan=plan(exitplan="")))
    verhaal.als(manager("StartPilot", pilot="P2")).geweigerd(ontbreekt="exitplan")


def test_na_de_start_ligt_het_plan_vast_en_is_een_wijziging_een_feit_met_reden() -> None:
    loopt = v.pilot_loopt()
    loopt.als(manager("StelPilotplanOp", pilot="P1", titel="x", plan=v.PLAN)).geweigerd("pilot", "WijzigPilotafspraak")
    lager = [{**v.INDICATOR, "nulmeting": "10"}]
    anders = plan(indicatoren=lager, beslisregel="altijd doorgaan")
    na = loopt.als(manager("WijzigPilotafspraak", pilot="P1", plan=anders, reden="meter was stuk"))
    feit = na.dan("PilotafspraakGewijzigd").het("PilotafspraakGewijzigd")
    assert (feit.onderdelen, feit.reden) == (("indicatoren", "beslisregel"), "meter was stuk")
    loopt.als(manager("WijzigPilotafspraak", pilot="P1", plan=v.PLAN, reden="x")).geweigerd("plan", "verandert niets")
    with pytest.raises(ValidationError):
        loopt.als(manager("WijzigPilotafspraak", pilot="P1", plan=anders, reden=""))


def test_een_nieuwe_einddatum_brengt_nieuwe_herinneringen_en_laat_de_oude_vervallen() -> None:
    na = v.pilot_loopt().als(manager("WijzigPilotafspraak", pilot="P1", plan=plan(eind="2026-08-28"), reden="reces"))
    na.dan("PilotafspraakGewijzigd", "TermijnVervallen", "TermijnGestart")
    assert na.stand.termijnen["P1/H02"].einde == date(2026, 8, 28)


@pytest.mark.parametrize("zet", [STOP, SCHORT], ids=["stop", "schorsing"])
@pytest.mark.parametrize("wanneer", ["gewoon", "gepauzeerd", "terug in F2"])
def test_stoppen_en_opschorten_kan_altijd_meteen(zet: v.Zet, wanneer: str) -> None:
    verhaal = v.pilot_loopt()
    if wanneer == "gepauzeerd":
        verhaal = verhaal.gegeven(manager("Pauzeer", reden="formatie"))
    elif wanneer == "terug in F2":
        verhaal = verhaal.gegeven(manager("GaNaarFase", naar="F2", reden="andere kaders"))
    na = verhaal.als(zet)
    na.dan_ook("BesluitstapGeopend", "BesluitVoorgelegd", "EvaluatieGestart")
    eerste = na.laatste[0]
    assert eerste.inhoud.soort in ("PilotGestopt", "PilotOpgeschort")
    wie = {str(a) for g in gevolgen(eerste) if isinstance(g, Bericht) for rol in g.aan for a in adressen(na.stand, rol)}
    assert wie >= IEDEREEN | {f"partner@{v.ZEEWOLDE}", f"partner@{v.NETBEHEER}"}
    stap = na.het("BesluitstapGeopend").stap
    assert (stap.code, stap.orgaan, stap.pilot) == ("bekrachtiging", "GS", "P1")
    assert na.het("EvaluatieGestart").kort
    na.als(secretariaat("LegBesluitVast", stap=stap.id, uitkomst="conform")).dan("BesluitGenomen")


def test_wie_na_een_opschorting_stopt_krijgt_geen_tweede_korte_evaluatie() -> None:
    na = v.pilot_loopt().gegeven(SCHORT).als(STOP)
    assert "EvaluatieGestart" not in na.namen()
    assert len(na.stand.evaluaties) == 1


def test_een_opgeschorte_pilot_gaat_verder_of_stopt() -> None:
    stil = v.pilot_loopt().gegeven(SCHORT)
    stil.als(SCHORT).geweigerd("pilot", "opgeschort")
    stil.als(portefeuillehouder("HervatPilot", pilot="P1", reden="veilig")).dan("PilotHervat")
    gestopt = stil.gegeven(STOP)
    gestopt.als(manager("HervatPilot", pilot="P1", reden="x")).geweigerd("pilot", "gestopt")
    assert not [t for t in gestopt.stand.termijnen.values() if t.loopt and t.betreft.startswith("P1")]


def test_een_gestopte_pilot_leidt_tot_een_voltooid_leven() -> None:
    verhaal = v.pilot_loopt().gegeven(
        STOP,
        *(v.reflectie("F4"), v.rolkeuze("F4"), manager("GaNaarFase", naar="F5")),
        secretariaat("LegBesluitVast", stap="B2", uitkomst="conform"),
        v.evaluator("LegEvaluatieVast", evaluatie="E1", advies="stoppen"),
        manager("OpenBesluit", code="vervolg", orgaan="GS", onderwerp="stoppen"),
        manager("LegVoor", stap="B3"),
        secretariaat("LegBesluitVast", stap="B3", uitkomst="conform", resultaat="stoppen"),
        manager("BepaalVervolg", evaluatie="E1", uitkomst="stoppen", stap="B3", reden="volgens besluit"),
        *(v.flevo("F5"), v.reflectie("F5"), *v.leervragen(), manager("GaNaarFase", naar="F6")),
        manager("LegLesVast", titel="test de brandmelder", actie="in het sjabloon"),
        manager("SluitAf", uitkomst="stoppen", reden="te gevaarlijk"),
    )
    assert (verhaal.stand.leven.toestand, verhaal.stand.leven.uitkomst) == ("afgerond", "stoppen")


def test_een_go_besluit_beantwoordt_de_dag_die_het_plan_daarvoor_noemt() -> None:
    verhaal = v.pilot_loopt().gegeven(
        manager("OpenBesluit", code="go_no_go", orgaan="GS", onderwerp="halverwege", pilot="P1"),
        manager("LegVoor", stap="B2"),
    )
    na = verhaal.als(secretariaat("LegBesluitVast", stap="B2", uitkomst="conform", resultaat="go"))
    na.dan("BesluitGenomen", "TermijnGehaald")
    assert not na.stand.termijnen["P1.go_no_go/H03"].loopt
    verhaal.als(secretariaat("LegBesluitVast", stap="B2", uitkomst="conform")).geweigerd("resultaat", ontbreekt="no_go")


def _tweede_ronde() -> Verhaal:
    return v.geevalueerd("aanpassen_en_verlengen").gegeven(
        manager("GaNaarFase", naar="F4", reden="tweede ronde"),
        manager("StelPilotplanOp", titel="hub Oostrand 2", volgt_op="P1", plan=v.PLAN, traject="VT1"),
        manager("StartPilot", pilot="P2"),
    )


def test_een_tweede_ronde_volgt_op_een_geeindigde_pilot_en_vraagt_haar_eigen_evaluatie() -> None:
    verhaal = _tweede_ronde()
    assert (verhaal.stand.pilots["P2"].ronde, verhaal.stand.pilots["P2"].volgt_op) == (2, "P1")
    verder = manager("GaNaarFase", naar="F5")
    terug = verhaal.gegeven(manager("RondPilotAf", pilot="P2", samenvatting="klaar"), v.reflectie("F4"), verder)
    zonder = terug.als(manager("GaNaarFase", naar="F6")).geweigerd(ontbreekt="hub Oostrand 2")
    assert "F5/5.1" in "".join(zonder.neen.ontbreekt)
    v.pilot_loopt().als(manager("StelPilotplanOp", titel="x", volgt_op="P1", plan=v.PLAN)).geweigerd("volgt_op")


def test_meten_kan_de_partner_ook_en_alleen_wat_is_afgesproken() -> None:
    loopt = v.pilot_loopt()
    meting = {"pilot": "P1", "indicator": "piek", "waarde": "10.1"}
    assert loopt.als(partner(v.NETBEHEER)("MeetIndicator", **meting)).het("IndicatorGemeten").waarde == Decimal("10.1")
    loopt.als(manager("MeetIndicator", **{**meting, "indicator": "geluid"})).geweigerd("indicator", ontbreekt="piek")


@pytest.mark.parametrize("waarde", ["NaN", "Infinity", "-Infinity", "1E+400", "1E-400", "1" * 30, float("nan")])
def test_een_meting_is_een_eindig_en_leesbaar_getal(waarde: object) -> None:
    with pytest.raises(ValidationError):
        v.pilot_loopt().als(manager("MeetIndicator", pilot="P1", indicator="piek", waarde=waarde))
    with pytest.raises(ValidationError):
        v.in_f4().als(
            manager("StelPilotplanOp", titel="x", plan=plan(indicatoren=[{**v.INDICATOR, "nulmeting": waarde}]))
        )
