"""What people see: what waits on whom, which gates are shut, what they can do now."""

from datetime import timedelta

import pytest
import verhaal as v
from verhaal import gegeven, manager

from domain import kern
from domain.beeld import overzicht
from domain.beeld.mogelijk import mogelijkheden


def test_wat_wacht_staat_op_naam_met_de_vroegste_laatste_dag_voorop() -> None:
    verhaal = v.gekozen("CONVENANT").gegeven(
        manager("VraagPartner", aan=[v.ZEEWOLDE], vraag="cijfers", termijn="5wd"),
        manager("MaakAfspraak", tekst="bel de pers", wie="portefeuillehouder", uiterlijk="2025-06-02"),
    )
    posten = overzicht.wachtposten(verhaal.stand)
    dagen = [p.uiterlijk for p in posten if p.uiterlijk]
    assert dagen == sorted(dagen)
    wie = {(p.id, p.op_wie, p.organisatie) for p in posten}
    assert {("V1", "partner", v.ZEEWOLDE), ("AF2", "portefeuillehouder", "provincie")} <= wie
    assert ("VT1.A13", "opgavemanager", "provincie") in wie
    assert overzicht.uiterlijk(verhaal.stand) == dagen[0]
    assert f"partner@{v.ZEEWOLDE}" in overzicht.aan_zet(verhaal.stand)


@pytest.mark.parametrize("wie", ["partners", "trekker", "betrokkenen"])
def test_een_afspraak_voor_een_groep_die_leeg_is_komt_bij_de_opgavemanager(wie: str) -> None:
    verhaal = gegeven(v.START, manager("MaakAfspraak", tekst="x", wie=wie))
    assert "AF2" in {p.id for p in overzicht.wachtposten(verhaal.stand)}


def test_na_het_intrekken_wacht_er_niets_meer() -> None:
    verhaal = v.gekozen("CONVENANT").gegeven(manager("VraagPartner", aan=[v.ZEEWOLDE], vraag="x"))
    weg = verhaal.gegeven(manager("TrekIn", reden="klaar"))
    assert overzicht.wachtposten(weg.stand) == ()


def test_de_poortstand_noemt_elke_poort_uit_de_fase_en_wat_er_ontbreekt() -> None:
    standen = overzicht.poortstand(gegeven(*v.BEGONNEN).stand)
    assert {p.poort: p.open for p in standen} == {"F1/S1-04": False, "F1/S1-31": False}


@pytest.mark.parametrize("wanneer", [v.in_f2, lambda: v.gekozen("COOPERATIE"), v.pilot_loopt, v.in_f5, v.in_f6])
@pytest.mark.parametrize("wie", [v.manager, v.griffier, v.secretariaat, v.jurist, v.partner(v.DRONTEN)])
def test_wat_als_mogelijk_wordt_getoond_wordt_ook_aangenomen(wanneer: object, wie: v.Spreker) -> None:
    verhaal: v.Verhaal = wanneer()  # type: ignore[operator]
    for m in mogelijkheden(verhaal.stand, wie.door, verhaal.nu + timedelta(minutes=1)):
        nee = verhaal.als(v.Zet(wie.door, m.voorbeeld)).neen
        assert (nee is None) is m.kan, (m, nee)
        assert m.uitleg


@pytest.mark.parametrize("code", ["A13", "A0", "A3", "A0b", "A16", "A1", "A17", "A18", "A2"])
def test_bij_elke_voorgelegde_stap_wordt_een_uitkomst_voorgesteld_die_bestaat(code: str) -> None:
    verhaal = v.gekozen("COOPERATIE").loop_pad("VT1", tot=code)
    stap = next(s.id for s in verhaal.stand.stappen.values() if s.code == code)
    verhaal = verhaal.gegeven(manager("LegVoor", stap=stap))
    wie = v.VASTLEGGER.get(verhaal.stand.stappen[stap].orgaan, manager)
    nu = verhaal.nu + timedelta(minutes=1)
    keuzes = [m for m in mogelijkheden(verhaal.stand, wie.door, nu) if m.opdracht == "LegBesluitVast"]
    assert keuzes
    assert all(m.kan for m in keuzes), keuzes


def test_de_samenvatting_leest_ook_zonder_onze_schermen() -> None:
    tekst = overzicht.samenvatting(v.in_f2().stand)
    assert "Warmte uit water" in tekst
    assert "F2 verkenning en kaderstelling" in tekst
    assert overzicht.samenvatting(kern.begin(v.Begin(opgave="FL-2025-01")))
