"""Lessons keep the life open until it is known whether they are practised."""

from datetime import timedelta

import verhaal as v
from verhaal import evaluator, manager, partner

from domain import kern

SLUIT = manager("SluitAf", uitkomst="opschalen", reden="het werkt")


def _afgesloten_met_vastgestelde_les() -> v.Verhaal:
    return v.in_f6().gegeven(manager("WijzigLesstatus", les="L1", status="vastgesteld"), SLUIT)


def test_een_les_met_een_actie_wordt_een_afspraak_die_gevolgd_wordt() -> None:
    les = manager("LegLesVast", titel="x", actie="pas het sjabloon aan", actie_voor="2025-09-01")
    verhaal = v.in_f2().als(les).dan("LesVastgelegd", "AfspraakGemaakt", "TermijnGestart")
    assert verhaal.stand.afspraken["L1.actie"].bron == "les"
    v.in_f2().als(partner(v.DRONTEN)("LegLesVast", titel="alleen een notitie")).dan("LesVastgelegd")


def test_vaststellen_start_de_controle_na_een_half_jaar_en_vervallen_stopt_haar() -> None:
    vast = v.in_f6().als(manager("WijzigLesstatus", les="L1", status="vastgesteld"))
    vast.dan("LesstatusGewijzigd", "TermijnGestart")
    assert vast.stand.termijnen["L1/T22"].einde == vast.vandaag + timedelta(weeks=26)
    vast.als(manager("WijzigLesstatus", les="L1", status="vastgesteld")).geweigerd("status")
    vast.als(manager("WijzigLesstatus", les="L1", status="vervallen")).dan("LesstatusGewijzigd", "TermijnVervallen")


def test_na_het_afsluiten_blijft_het_leven_open_tot_de_controle_is_beantwoord() -> None:
    dicht = _afgesloten_met_vastgestelde_les()
    assert dicht.stand.leven.toestand == "afgerond"
    assert not kern.is_afgerond(dicht.stand)
    assert {t.id for t in dicht.stand.termijnen.values() if t.loopt} == {"L1/T22"}
    klaar = dicht.als(evaluator("ControleerLes", les="L1", in_praktijk_gebracht="deels"))
    klaar.dan("LesGecontroleerd", "TermijnGehaald")
    assert kern.is_afgerond(klaar.stand)


def test_of_tot_de_ladder_van_de_controle_op_is() -> None:
    dicht = _afgesloten_met_vastgestelde_les()
    beurten = 0
    while moment := kern.volgend_moment(dicht.stand):
        dicht = dicht.later(seconds=int((moment - dicht.nu).total_seconds()) + 1)
        beurten += 1
    assert beurten == 4
    assert [f.trede for f in dicht.feiten("HerinneringVerstuurd") if f.termijn == "L1/T22"] == ["T-3", "T", "T+5"]
    assert kern.is_afgerond(dicht.stand)


def test_na_afloop_kan_alleen_nog_wat_geleerd_en_afgewikkeld_moet() -> None:
    dicht = _afgesloten_met_vastgestelde_les()
    dicht.als(manager("VoegPartnerToe", partner="gemeente-urk", naam="Urk", type="gemeente")).geweigerd("toestand")
    dicht.als(manager("RondAfspraakAf", afspraak="L1.actie", resultaat="gedaan")).dan_ook("AfspraakAfgerond")
    dicht.als(manager("BoekGeld", geldsoort="besteed", bedrag=1, bron="provincie", referentie="F-1")).dan("GeldGeboekt")
