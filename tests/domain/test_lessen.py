"""Lessons keep the life open until it is known whether they are practised."""

from datetime import timedelta

import verhaal as v
from verhaal import evaluator, manager, partner

from domain import kern
from domain.stand import Begin

ACTIE = manager("LegLesVast", titel="x", actie="pas het sjabloon aan", actie_voor="2025-09-01")
SLUIT = manager("SluitAf", uitkomst="opschalen", reden="het werkt")


def _afgesloten_met_vastgestelde_les() -> v.Verhaal:
    return v.in_f6().gegeven(
        manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"), SLUIT
    )


def test_een_les_met_een_actie_wordt_een_afspraak_die_gevolgd_wordt() -> None:
    les = ACTIE
    verhaal = v.in_f2().als(les).dan("LesVastgelegd", "AfspraakGemaakt", "TermijnGestart")
    assert verhaal.stand.afspraken["L1.actie"].bron == "les"
    assert verhaal.stand.termijnen["L1.actie/H05"].soort == "huis"
    v.in_f2().als(partner(v.DRONTEN)("LegLesVast", titel="alleen een notitie")).dan("LesVastgelegd")


def test_vaststellen_start_de_controle_na_een_half_jaar_en_vervallen_stopt_haar() -> None:
    vast = v.in_f6().als(manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"))
    vast.dan("LesstatusGewijzigd", "TermijnGestart")
    assert vast.stand.termijnen["L1/T22"].einde == vast.vandaag + timedelta(weeks=26)
    vast.als(manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast")).geweigerd("status")
    vast.als(manager("WijzigLesstatus", les="L1", status="vervallen")).dan("LesstatusGewijzigd", "TermijnVervallen")


def test_na_het_afsluiten_blijft_het_leven_open_tot_de_controle_is_beantwoord() -> None:
    dicht = _afgesloten_met_vastgestelde_les()
    assert dicht.stand.leven.toestand == "afgerond"
    assert not kern.is_afgerond(dicht.stand)
    assert "L1/T22" in {t.id for t in dicht.stand.termijnen.values() if t.loopt}
    dicht.als(evaluator("ControleerLes", les="L1", in_praktijk_gebracht="ja")).geweigerd("S0-28", "na een half jaar")
    klaar = dicht.alles_nagekomen().later(weeks=23).als(evaluator("ControleerLes", les="L1", in_praktijk_gebracht="ja"))
    klaar.dan("LesGecontroleerd", "TermijnGehaald")
    assert kern.is_afgerond(klaar.stand)


def test_het_einde_van_de_ladder_beeindigt_het_leven_niet_maar_het_antwoord_wel() -> None:
    dicht = _afgesloten_met_vastgestelde_les().alles_nagekomen()
    beurten = 0
    while moment := kern.volgend_moment(dicht.stand):
        dicht = dicht.later(seconds=int((moment - dicht.nu).total_seconds()) + 1)
        beurten += 1
    assert beurten == 4
    assert [f.trede for f in dicht.feiten("HerinneringVerstuurd") if f.termijn == "L1/T22"] == ["T-3", "T", "T+5"]
    stil = dicht.later(days=2000)
    assert not kern.is_afgerond(stil.stand)
    assert kern.is_afgerond(stil.gegeven(evaluator("ControleerLes", les="L1", in_praktijk_gebracht="ja")).stand)


def test_onder_een_ouder_reglement_wordt_maar_een_keer_gevraagd() -> None:
    """And there a lesson may still skip a status: what was landed does not change."""
    oud = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_3"))).gegeven(
        v.START, manager("LegLesVast", titel="alleen een notitie")
    )
    vast = oud.gegeven(manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"))
    vast.als(evaluator("ControleerLes", les="L1", in_praktijk_gebracht="nee")).dan("LesGecontroleerd", "TermijnGehaald")
    oud.als(manager("WijzigLesstatus", les="L1", status="toegepast")).dan("LesstatusGewijzigd")


def test_ook_de_actie_van_een_les_houdt_het_leven_open_tot_zij_is_gedaan() -> None:
    dicht = v.in_f6().gegeven(manager("WijzigLesstatus", les="L1", status="vervallen"), ACTIE, SLUIT).later(days=900)
    assert [t.id for t in dicht.stand.termijnen.values() if t.loopt and t.code != "T18"] == ["L2.actie/H05"]
    assert not kern.is_afgerond(dicht.stand)
    assert kern.is_afgerond(dicht.alles_nagekomen().stand)


def test_een_les_kan_na_afloop_nog_worden_vastgesteld_of_vervallen() -> None:
    dicht = _afgesloten_met_vastgestelde_les().alles_nagekomen()
    vervallen = dicht.als(manager("WijzigLesstatus", les="L1", status="vervallen"))
    vervallen.dan("LesstatusGewijzigd", "TermijnVervallen")
    assert kern.is_afgerond(vervallen.stand)


def test_na_afloop_kan_alleen_nog_wat_geleerd_en_afgewikkeld_moet() -> None:
    dicht = _afgesloten_met_vastgestelde_les()
    dicht.als(manager("VoegPartnerToe", partner="gemeente-urk", naam="Urk", type="gemeente")).geweigerd("toestand")
    dicht.als(manager("RondAfspraakAf", afspraak="L1.actie", resultaat="gedaan")).dan_ook("AfspraakAfgerond")
    dicht.als(manager("BoekGeld", geldsoort="besteed", bedrag=1, bron="provincie", referentie="F-1")).dan("GeldGeboekt")
