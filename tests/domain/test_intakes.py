"""Joint intakes: all overheden at once, each for itself, and one answer (S1-20)."""

from typing import Any

import verhaal as v
from samenhulp import rooster
from test_tafels import TAFEL
from verhaal import DRONTEN, NETBEHEER, ZEEWOLDE, Verhaal, gegeven, manager, partner

from domain.beeld.samen.intakes import intakes
from domain.gevolg import Bericht
from domain.gevolgen import gevolgen
from domain.zinnen import vertel

VRAAG = "een zonneveld bij de vaart"
START = manager(
    "StartIntake",
    intake="IN1",
    vraag=VRAAG,
    initiatiefnemer="energiecooperatie Oostrand",
    overheden=[DRONTEN, ZEEWOLDE, "provincie"],
    termijn="10wd",
)


def oordeel(wie: str, zegt: str = "ja", door: Any = None, **meer: Any) -> Any:
    spreker = door or (manager if wie == "provincie" else partner(wie))
    inhoud = {"intake": "IN1", "overheid": wie, "oordeel": zegt, "toelichting": "past in ons beleid", **meer}
    return spreker("GeefIntakeoordeel", **inhoud)


def antwoord(zegt: str = "ja", **meer: Any) -> Any:
    return manager("BeantwoordIntake", intake="IN1", oordeel=zegt, antwoord="U kunt verder.", **meer)


def gestart() -> Verhaal:
    return gegeven(*v.BEGONNEN, START)


def berichten(verhaal: Verhaal) -> list[Bericht]:
    return [g for f in verhaal.laatste for g in gevolgen(f) if isinstance(g, Bericht)]


def status(verhaal: Verhaal, termijn: str) -> str:
    return verhaal.stand.termijnen[termijn].status


def test_een_initiatief_ligt_tegelijk_bij_alle_overheden_en_een_antwoord_gaat_terug() -> None:
    verhaal = gegeven(*v.BEGONNEN).als(START).dan("IntakeGestart", *["TermijnGestart"] * 3)
    gevraagd = berichten(verhaal)
    assert [b.aan for b in gevraagd] == [(DRONTEN,), (ZEEWOLDE,), ("opgavemanager",)]
    assert {b.uiterlijk for b in gevraagd} == {verhaal.stand.termijnen[f"IN1.{DRONTEN}/H18"].einde}
    verhaal = verhaal.gegeven(oordeel(DRONTEN), oordeel("provincie"))
    assert "IN1/H19" not in verhaal.stand.termijnen
    verhaal = verhaal.als(oordeel(ZEEWOLDE)).dan("IntakeBeoordeeld", "TermijnGehaald", "TermijnGestart")
    assert status(verhaal, "IN1/H19") == "loopt"
    klaar = verhaal.als(antwoord()).dan("IntakeBeantwoord", "TermijnGehaald")
    brief, bericht = berichten(klaar)
    assert "U kunt verder." in brief.alineas
    assert "energiecooperatie Oostrand" in brief.vraag
    assert bericht.aan == (DRONTEN, ZEEWOLDE)
    assert klaar.stand.intakes["IN1"].beantwoord_op == klaar.vandaag
    klaar.als(antwoord()).geweigerd("S1-20", "al beantwoord", "veld reden")
    klaar.als(oordeel(DRONTEN, "nee")).geweigerd("S1-20", "al beantwoord")


def test_een_partner_geeft_niet_het_oordeel_van_een_ander() -> None:
    gestart().als(oordeel(DRONTEN, door=partner(ZEEWOLDE))).geweigerd("S1-20", "geeft gemeente-dronten zelf")
    gestart().als(oordeel("provincie", door=partner(ZEEWOLDE))).geweigerd("S1-20", "opgavemanager")
    gestart().als(oordeel(NETBEHEER)).geweigerd("S1-20", "niets gevraagd", DRONTEN)


def test_ook_een_partner_die_trekker_is_spreekt_niet_voor_een_ander() -> None:
    trekker = gestart().gegeven(manager("WijsTrekkerAan", trekker=ZEEWOLDE, reden="staat dichtbij"))
    trekker.als(oordeel(DRONTEN, door=partner(ZEEWOLDE))).geweigerd("S1-20")


def test_de_manager_legt_vast_wat_een_overheid_liet_weten_en_die_hoort_dat() -> None:
    gestart().als(oordeel(DRONTEN, door=manager)).geweigerd("kanaal", "hoe u dat hoorde", "telefoon")
    stuk = {"titel": "Brief", "referentie": "R-7"}
    verhaal = gestart().als(oordeel(DRONTEN, door=manager, kanaal="brief", stuk=stuk)).dan_ook("IntakeBeoordeeld")
    assert [b.aan for b in berichten(verhaal)] == [("opgavemanager",), (DRONTEN,)]
    assert "Gemeente-dronten (niet zelf vastgelegd, gehoord per brief (Brief, R-7)) zegt" in vertel(verhaal.laatste[0])
    gezien = next(r for r in rooster(intakes(verhaal.stand), "Per overheid").rijen if r[1] == "gemeente Dronten")
    assert "vastgelegd door de opgavemanager, per brief (Brief, R-7)" in gezien[-1]
    zelf = verhaal.als(oordeel(DRONTEN)).dan("IntakeBeoordeeld")
    assert zelf.stand.intakes["IN1"].oordelen[DRONTEN].namens is None


def test_wie_voor_zichzelf_oordeelt_noemt_geen_kanaal() -> None:
    gestart().als(oordeel(DRONTEN, kanaal="brief")).geweigerd("kanaal", "voor uzelf")
    gestart().als(oordeel("provincie", kanaal="tafel")).geweigerd("kanaal", "voor uzelf")


def test_een_oordeel_is_te_verbeteren_tot_het_antwoord_er_is() -> None:
    verhaal = gestart().gegeven(oordeel(DRONTEN)).als(oordeel(DRONTEN, "ja_mits", voorwaarden=["buiten de vaart"]))
    verhaal.dan("IntakeBeoordeeld")
    assert verhaal.stand.intakes["IN1"].oordelen[DRONTEN].voorwaarden == ("buiten de vaart",)
    verhaal.als(oordeel(DRONTEN, "ja_mits", voorwaarden=["buiten de vaart"])).geweigerd("S1-20", "al zo vast")


def test_zonder_een_overheid_pas_als_haar_termijn_voorbij_is_en_zij_is_genoemd() -> None:
    verhaal = gestart().gegeven(oordeel(DRONTEN), oordeel("provincie"))
    verhaal.als(antwoord()).geweigerd("S1-20", "Nog niet alle", ZEEWOLDE)
    verhaal.als(antwoord(zonder=[ZEEWOLDE])).geweigerd("S1-20", "loopt nog", ZEEWOLDE)
    later = verhaal.later(weeks=4)
    assert status(later, f"IN1.{ZEEWOLDE}/H18") == "verstreken"
    assert later.stand.termijnen["IN1/H19"].geadresseerde == "opgavemanager"
    later.als(antwoord()).geweigerd("S1-20", ontbreekt=ZEEWOLDE)
    later.als(antwoord(zonder=[ZEEWOLDE, DRONTEN])).geweigerd("S1-20", DRONTEN)
    klaar = later.als(antwoord(zonder=[ZEEWOLDE])).dan("IntakeBeantwoord", "TermijnGehaald", "TermijnVervallen")
    assert not [t for t in klaar.stand.termijnen.values() if t.loopt and t.betreft.startswith("IN1")]


def test_wie_te_laat_komt_telt_nog_mee_en_het_antwoord_wordt_een_keer_gevraagd() -> None:
    later = gestart().gegeven(oordeel(DRONTEN), oordeel("provincie")).later(weeks=3)
    laat = later.als(oordeel(ZEEWOLDE)).dan("IntakeBeoordeeld", "TermijnGehaald")
    assert status(laat, f"IN1.{ZEEWOLDE}/H18") == "te_laat"
    laat.als(antwoord()).dan("IntakeBeantwoord", "TermijnGehaald")


def test_het_antwoord_spreekt_een_overheid_niet_tegen_zonder_reden() -> None:
    verhaal = gestart().gegeven(oordeel(DRONTEN), oordeel(ZEEWOLDE, "nee"), oordeel("provincie"))
    reden = "Zeewolde trekt zijn bezwaar in als het veld kleiner is"
    verhaal.als(antwoord()).geweigerd("S1-20", "Noem bij afwijkend", f"{ZEEWOLDE}: nee")
    verhaal.als(antwoord(reden=reden)).geweigerd("S1-20", "Noem bij afwijkend", f"{ZEEWOLDE}: nee")
    verhaal.als(antwoord(afwijkend=[ZEEWOLDE])).geweigerd("S1-20", "waarom", "veld reden")
    verhaal.als(antwoord(afwijkend=[ZEEWOLDE, DRONTEN], reden=reden)).geweigerd("S1-20", "wijkt niet af", ZEEWOLDE)
    verhaal.als(antwoord("nee")).dan_ook("IntakeBeantwoord")
    toch = verhaal.als(antwoord(afwijkend=[ZEEWOLDE], reden=reden)).dan_ook("IntakeBeantwoord")
    for bericht in berichten(toch):
        assert "Anders oordeelde: gemeente-zeewolde (nee)." in bericht.alineas[0]
        assert "kleiner" in bericht.alineas[0]
    gezien = rooster(intakes(toch.stand), "Gezamenlijke intakes").rijen[0][-1]
    assert "Anders oordeelde: gemeente Zeewolde nee." in gezien
    assert "kleiner" in gezien


def test_een_gezamenlijk_antwoord_is_met_een_reden_te_verbeteren() -> None:
    """The one before stays in the chain; who got it hears of the other."""
    eerst = gestart().gegeven(oordeel(DRONTEN), oordeel(ZEEWOLDE), oordeel("provincie"), antwoord())
    eerst.als(antwoord(reden="nog eens")).geweigerd("S1-20", "hetzelfde antwoord")
    eerst.als(antwoord("nee", reden="vergissing")).geweigerd("S1-20", "Noem bij afwijkend")
    dag = eerst.vandaag
    beter = eerst.later(days=3).als(manager(**{**antwoord(reden="Verkeerd getypt").inhoud, "antwoord": "Ga verder."}))
    beter.dan("IntakeBeantwoord")
    assert beter.het("IntakeBeantwoord").verbetert == dag
    assert [b.aan for b in berichten(beter)] == [("opgavemanager",), (DRONTEN, ZEEWOLDE)]
    assert all("Verbeterd" in b.onderwerp for b in berichten(beter))
    assert "verbetert dat van" in rooster(intakes(beter.stand), "Gezamenlijke intakes").rijen[0][-1]


def test_alleen_overheden_die_meedoen_en_ieder_een_keer() -> None:
    def start(**anders: Any) -> Verhaal:
        basis = gegeven(*v.BEGONNEN, manager("OpenTafel", tafel="T1", inhoud=TAFEL))
        weg = basis.gegeven(manager("LaatPartnerUittreden", partner=ZEEWOLDE, reden="ander werk"))
        return weg.als(manager(**{**START.inhoud, "overheden": [DRONTEN, "provincie"], **anders}))

    start(overheden=[DRONTEN, DRONTEN]).geweigerd("S1-20", "twee keer")
    start(overheden=[DRONTEN, NETBEHEER]).geweigerd("S1-20", "geen overheid")
    start(overheden=[DRONTEN, ZEEWOLDE]).geweigerd("S1-20", "niet meer mee")
    start(tafel="T1").geweigerd("S1-18", "geen omgevingstafel")
    start().dan_ook("IntakeGestart")


def test_op_wie_vertrok_wordt_niet_gewacht() -> None:
    weg = manager("LaatPartnerUittreden", partner=ZEEWOLDE, reden="ander werk")
    verhaal = gestart().gegeven(weg, oordeel(DRONTEN)).als(oordeel("provincie"))
    verhaal.dan("IntakeBeoordeeld", "TermijnGehaald", "TermijnGestart")
    verhaal.als(antwoord(zonder=[ZEEWOLDE])).dan("IntakeBeantwoord", "TermijnGehaald")


def test_wie_opging_in_een_ander_spreekt_door_die_ander() -> None:
    verhaal = gestart().gegeven(
        manager("VoegPartnersSamen", partner=ZEEWOLDE, gaat_over_in=DRONTEN, reden="herindeling")
    )
    verhaal.als(oordeel(ZEEWOLDE, door=partner(DRONTEN))).dan("IntakeBeoordeeld", "TermijnGehaald")


def test_wie_uittreedt_wordt_niet_meer_gevraagd_en_de_laatste_maakt_het_antwoord_nodig() -> None:
    """Its term lapses at once; when nobody else is waited for, the joint answer is asked."""
    verhaal = gestart().als(manager("LaatPartnerUittreden", partner=DRONTEN, reden="stopt"))
    assert status(verhaal, f"IN1.{DRONTEN}/H18") == "vervallen"
    assert "IN1/H19" not in verhaal.stand.termijnen
    verhaal = verhaal.gegeven(oordeel("provincie"))
    verhaal = verhaal.als(manager("LaatPartnerUittreden", partner=ZEEWOLDE, reden="stopt"))
    verhaal.dan_ook("PartnerUitgetreden", "TermijnVervallen", "TermijnGestart")
    assert status(verhaal, "IN1/H19") == "loopt"
