"""Subamendementen, amendementen, moties and promises: voted in order, computed, tracked until settled."""

from typing import Any

import pytest
import verhaal as v
from verhaal import Verhaal, Zet, gegeven, griffier, manager

ZONDER = {"wijze": "zonder_stemming"}


def hoofdelijk(voor: int, tegen: int) -> dict[str, Any]:
    return {"wijze": "hoofdelijk", "voor": voor, "tegen": tegen}


def stuk(nr: str, soort: str = "amendement", **meer: Any) -> dict[str, Any]:
    return {"nr": nr, "titel": f"titel {nr}", "soort": soort, **meer}


def voor_ps() -> Verhaal:
    agenda = manager("OpenBesluit", code="agenda", orgaan="PS", onderwerp="op de regionale agenda")
    return gegeven(*v.BEGONNEN, agenda, manager("LegVoor", stap="B1"))


def besluit(*stukken: dict[str, Any], **meer: Any) -> Zet:
    return griffier("LegBesluitVast", stap="B1", amendementen=stukken, **{"stemming": hoofdelijk(33, 7), **meer})


@pytest.mark.parametrize(("voor", "tegen", "uitkomst"), [(21, 20, "aangenomen_gewijzigd"), (20, 21, "aangenomen")])
def test_gewijzigd_aangenomen_volgt_uit_de_stemmen_over_het_amendement(voor: int, tegen: int, uitkomst: str) -> None:
    na = voor_ps().als(besluit(stuk("A1", stemming=hoofdelijk(voor, tegen)))).dan("BesluitGenomen")
    assert na.het("BesluitGenomen").uitkomst == uitkomst


def test_een_getypte_uitkomst_van_een_amendement_zonder_stemmen_wordt_geweigerd() -> None:
    voor_ps().als(besluit(stuk("A1", uitkomst="aangenomen"))).geweigerd("amendementen.A1", "stemmen")
    fout = stuk("A1", uitkomst="verworpen", stemming=hoofdelijk(30, 11))
    voor_ps().als(besluit(fout)).geweigerd("amendementen.A1", "aangenomen")


def test_de_stukken_staan_in_de_volgorde_waarin_is_gestemd() -> None:
    """Sub before its amendement, furthest-reaching first, moties after the proposal."""
    stukken = (
        stuk("M1", "motie", stemming=ZONDER),
        stuk("A2", rang=2, stemming=ZONDER),
        stuk("A1", rang=1, stemming=ZONDER),
        stuk("S1", "subamendement", op="A2", stemming=ZONDER),
    )
    feit = voor_ps().als(besluit(*stukken)).het("BesluitGenomen")
    assert [a.nr for a in feit.amendementen] == ["A1", "S1", "A2", "M1"]
    voor_ps().als(besluit(stuk("S1", "subamendement", op="A9", stemming=ZONDER))).geweigerd("volgorde")
    voor_ps().als(besluit(stuk("A1", stemming=ZONDER), stuk("A1", stemming=ZONDER))).geweigerd("amendementen")


@pytest.mark.parametrize("open_", [{"uitkomst": "aangehouden"}, {"stemming": hoofdelijk(20, 20)}])
@pytest.mark.parametrize("soort", ["amendement", "subamendement"])
def test_een_aangehouden_of_stakend_amendement_houdt_ook_het_voorstel_op(open_: dict[str, Any], soort: str) -> None:
    stukken = (stuk("A1", **open_),)
    if soort == "subamendement":
        stukken = (stuk("A1", uitkomst="aangehouden"), stuk("S1", soort, op="A1", **open_))
    voor_ps().als(besluit(*stukken)).geweigerd("PW 32 lid 4")
    na = voor_ps().als(besluit(*stukken, stemming=None)).dan("BesluitGenomen")
    assert (na.het("BesluitGenomen").uitkomst, na.het("BesluitGenomen").afloop) == ("aangehouden", "open")
    assert na.stand.stappen["B1"].status == "aangehouden"


def test_over_een_amendement_wordt_niet_gestemd_voor_zijn_subamendement() -> None:
    stukken = (stuk("A1", stemming=ZONDER), stuk("S1", "subamendement", op="A1", uitkomst="aangehouden"))
    voor_ps().als(besluit(*stukken, stemming=None)).geweigerd("amendementen.A1", "S1")


def test_een_tweede_staking_over_hetzelfde_amendement_verwerpt_het() -> None:
    staakt = besluit(stuk("A1", stemming=hoofdelijk(20, 20)), stemming=None)
    verhaal = voor_ps().gegeven(staakt).later(days=28)
    na = verhaal.als(besluit(stuk("A1", stemming=hoofdelijk(20, 20)))).dan("BesluitGenomen")
    besluit_ = na.het("BesluitGenomen")
    assert besluit_.amendementen[0].uitkomst == "niet_aangenomen_staking"
    assert besluit_.uitkomst == "aangenomen"


def test_stemmen_die_niet_passen_noemen_het_stuk_en_het_veld() -> None:
    voor_ps().als(besluit(stuk("A1", stemming=hoofdelijk(40, 40)))).geweigerd("amendementen.A1.stemming", "A1")


def test_een_aangenomen_motie_en_een_toezegging_worden_gevolgd_tot_ze_zijn_afgedaan() -> None:
    motie = stuk("M1", "motie", stemming=hoofdelijk(25, 16), wie="GS", uiterlijk="2025-09-01")
    weg = stuk("M2", "motie", stemming=hoofdelijk(10, 31))
    belofte = {"tekst": "kwartaalbrief", "wie": "portefeuillehouder"}
    na = voor_ps().als(besluit(motie, weg, toezeggingen=[belofte]))
    na.dan("BesluitGenomen", "AfspraakGemaakt", "TermijnGestart", "AfspraakGemaakt")
    bronnen = {a.id: a.bron for a in na.stand.afspraken.values() if a.stap == "B1"}
    assert sorted(bronnen.values()) == ["motie", "toezegging"]
    nr = {bron: id_ for id_, bron in bronnen.items()}
    klaar = {"afspraak": nr["motie"], "resultaat": "PS namen er kennis van"}
    bron = {"titel": "lijst moties", "referentie": "PS-2025-90"}
    na.als(manager("RondAfspraakAf", **klaar)).geweigerd("bevoegdheid", "PS zelf")
    na.als(griffier("RondAfspraakAf", **klaar)).geweigerd("bron")
    na.als(griffier("RondAfspraakAf", **klaar, bron=bron)).dan("AfspraakAfgerond", "TermijnGehaald")
    na.als(manager("RondAfspraakAf", afspraak=nr["toezegging"], resultaat="gestuurd")).dan("AfspraakAfgerond")


def test_een_motie_vreemd_aan_de_orde_is_een_besluit_van_zichzelf() -> None:
    open_ = {"code": "motie", "orgaan": "PS", "onderwerp": "onderzoek het net"}
    gegeven(*v.BEGONNEN).als(griffier("OpenBesluit", **open_)).geweigerd("indieners")
    verhaal = gegeven(*v.BEGONNEN, griffier("OpenBesluit", **open_, indieners=["CDA", "D66"]))
    verhaal = verhaal.gegeven(manager("LegVoor", stap="B1"))
    na = verhaal.als(griffier("LegBesluitVast", stap="B1", stemming=hoofdelijk(21, 20)))
    na.dan("BesluitGenomen", "AfspraakGemaakt")
    nee = verhaal.als(griffier("LegBesluitVast", stap="B1", stemming=hoofdelijk(20, 21), motivering="te duur"))
    nee.dan("BesluitGenomen")


def test_wat_in_een_vorige_vergadering_openbleef_kan_niet_worden_overgeslagen() -> None:
    """A tied amendement holds its proposal also when the next record does not name it."""
    verhaal = voor_ps().gegeven(besluit(stuk("A1", stemming=hoofdelijk(20, 20)), stemming=None)).later(days=28)
    verhaal.als(besluit()).geweigerd("PW 32 lid 4", "eerdere vergadering", "A1")
    verhaal.als(besluit(stuk("A2", stemming=ZONDER))).geweigerd("PW 32 lid 4", ontbreekt="A1")
    verhaal.als(besluit(stuk("A1", uitkomst="ingetrokken"))).dan("BesluitGenomen")
    verhaal.als(besluit(stemming=None, uitkomst="aangehouden")).dan("BesluitGenomen")


def test_een_eerder_aangenomen_amendement_telt_mee_als_het_voorstel_later_wordt_aangenomen() -> None:
    eerst = (stuk("A1", stemming=hoofdelijk(25, 16)), stuk("A2", stemming=hoofdelijk(20, 20)))
    verhaal = voor_ps().gegeven(besluit(*eerst, stemming=None)).later(days=28)
    na = verhaal.als(besluit(stuk("A2", stemming=hoofdelijk(10, 31)))).het("BesluitGenomen")
    assert na.uitkomst == "aangenomen_gewijzigd"


@pytest.mark.parametrize("vlag", ["opnieuw_na_ongeldig", "na_geen_quorum", "eerdere_staking"])
def test_of_een_amendement_een_tweede_stemming_heeft_wordt_nooit_getypt(vlag: str) -> None:
    """PW 20 lid 3, 29 lid 2, 32 lid 5 follow from the earlier meetings."""
    stemming = {**hoofdelijk(5, 5), "aanwezig": 30, vlag: True}
    na = voor_ps().als(besluit(stuk("A1", stemming=stemming), stemming=None)).het("BesluitGenomen")
    assert na.amendementen[0].uitkomst == "stemming_ongeldig"


def test_een_ongeldige_stemming_over_een_amendement_kent_de_volgende_keer_geen_minimum() -> None:
    """PW 29 lid 2 a."""
    ongeldig = {**hoofdelijk(5, 3), "aanwezig": 30}
    verhaal = voor_ps().gegeven(besluit(stuk("A1", stemming=ongeldig), stemming=None))
    verhaal.als(besluit(stuk("A1", stemming=ongeldig))).geweigerd("PW 29 lid 2", "volgende vergadering")
    na = verhaal.later(days=28).als(besluit(stuk("A1", stemming=ongeldig))).het("BesluitGenomen")
    assert (na.amendementen[0].uitkomst, na.uitkomst) == ("aangenomen", "aangenomen_gewijzigd")


def test_na_intrekking_van_het_voorstel_is_een_staking_over_hetzelfde_nummer_weer_de_eerste() -> None:
    staakt = besluit(stuk("A1", stemming=hoofdelijk(20, 20)), stemming=None)
    weg = griffier("LegBesluitVast", stap="B1", uitkomst="ingetrokken")
    verhaal = voor_ps().gegeven(staakt).later(days=28).gegeven(weg, manager("LegVoor", stap="B1")).later(days=28)
    assert verhaal.als(staakt).het("BesluitGenomen").amendementen[0].uitkomst == "uitgesteld_staking"


def test_een_subamendement_op_een_ingetrokken_amendement_houdt_niets_op() -> None:
    stukken = (stuk("A1", uitkomst="ingetrokken"), stuk("S1", "subamendement", op="A1", uitkomst="aangehouden"))
    assert voor_ps().als(besluit(*stukken)).het("BesluitGenomen").uitkomst == "aangenomen"
