"""Tafels: who sits there and for what, reminded when they don't meet, asked every year what they mean."""

from datetime import date, timedelta
from typing import Any

import verhaal as v
from verhaal import Verhaal, gegeven, manager

from domain import kern
from domain.gevolgen import gevolgen
from domain.stand import Begin
from domain.zinnen import vertel

TAFEL: dict[str, Any] = {
    "tafelsoort": "gesprekstafel",
    "naam": "Energietafel",
    "doel": "samen plannen",
    "trekker": v.DRONTEN,
    "deelnemers": [v.DRONTEN, "ondernemersvereniging Oostrand"],
    "frequentie": "elk kwartaal",
}
LOKET = {**TAFEL, "tafelsoort": "subsidieloket", "naam": "Loket", "regeling": "Regeling warmte 2025"}
OPEN = manager("OpenTafel", tafel="T1", inhoud=TAFEL)


def met_tafel() -> Verhaal:
    return gegeven(*v.BEGONNEN, OPEN)


def status(verhaal: Verhaal, termijn: str) -> str:
    return verhaal.stand.termijnen[termijn].status


def test_een_tafel_gaat_open_met_twee_vragen_die_terugkomen() -> None:
    verhaal = gegeven(*v.BEGONNEN).als(OPEN).dan("TafelGeopend", "TermijnGestart", "TermijnGestart")
    assert verhaal.stand.tafels["T1"].inhoud.naam == "Energietafel"
    assert verhaal.stand.termijnen["T1.bijeen.1/H10"].einde == v.EERSTE_DAG + timedelta(weeks=26)
    assert verhaal.stand.termijnen["T1.betekenis.1/H11"].einde == v.EERSTE_DAG + timedelta(weeks=52)
    verhaal.als(OPEN).geweigerd("tafel", "Er bestaat al")


def test_een_bijeenkomst_haalt_de_termijn_en_telt_de_tijd_voor_inhoud_en_structuur() -> None:
    onderwerpen = [
        {"titel": "het net", "over": "inhoud", "minuten": 50},
        {"titel": "wie zit voor", "over": "structuur", "minuten": 30},
        {"titel": "de planning", "over": "inhoud", "minuten": 10},
    ]
    verhaal = met_tafel().later(weeks=10).als(manager("MeldBijeenkomst", tafel="T1", onderwerpen=onderwerpen))
    verhaal.dan("TafelBijeengekomen", "TermijnGehaald", "TermijnGestart")
    tafel = verhaal.stand.tafels["T1"]
    assert (tafel.minuten_inhoud, tafel.minuten_structuur, tafel.bijeen) == (60, 30, (verhaal.vandaag,))
    assert status(verhaal, "T1.bijeen.1/H10") == "gehaald"
    assert verhaal.stand.termijnen["T1.bijeen.2/H10"].einde == verhaal.vandaag + timedelta(weeks=26)
    assert "60 minuten" in vertel(verhaal.laatste[0])


def test_een_tafel_die_een_half_jaar_niet_bijeen_was_blijft_zichtbaar_overgeslagen_en_wordt_opnieuw_gevraagd() -> None:
    einde = met_tafel().later(v.EERSTE_DAG + timedelta(weeks=26))
    assert {f.aan for f in einde.feiten("HerinneringVerstuurd") if f.termijn == "T1.bijeen.1/H10"} == {"opgavemanager"}
    verhaal = einde.later(weeks=1)
    assert status(verhaal, "T1.bijeen.1/H10") == "overgeslagen"
    assert status(verhaal, "T1.bijeen.2/H10") == "loopt"
    verder = verhaal.gegeven(manager("MeldBijeenkomst", tafel="T1"))
    assert status(verder, "T1.bijeen.2/H10") == "gehaald"
    assert status(verder, "T1.bijeen.3/H10") == "loopt"


def test_een_bijeenkomst_die_later_wordt_vastgelegd_verschuift_niets() -> None:
    verhaal = met_tafel().later(weeks=10).gegeven(manager("MeldBijeenkomst", tafel="T1"))
    eerder = v.EERSTE_DAG + timedelta(weeks=4)
    na = verhaal.als(manager("MeldBijeenkomst", op=eerder, tafel="T1")).dan("TafelBijeengekomen")
    assert na.stand.tafels["T1"].bijeen == (eerder, verhaal.vandaag)
    na.als(manager("MeldBijeenkomst", op=eerder, tafel="T1")).geweigerd("S1-14", "staat al vast")


def test_elk_jaar_wordt_de_betekenis_opnieuw_gevraagd() -> None:
    kaal = met_tafel().als(manager("WijzigTafel", tafel="T1", inhoud=TAFEL, reden="namen")).dan("TafelGewijzigd")
    met = {**TAFEL, "betekenis": "bedrijven weten wat er komt"}
    verhaal = kaal.later(weeks=30).als(manager("WijzigTafel", tafel="T1", inhoud=met, reden="jaarlijkse vraag"))
    verhaal.dan("TafelGewijzigd", "TermijnGehaald", "TermijnGestart")
    assert verhaal.stand.tafels["T1"].inhoud.betekenis == "bedrijven weten wat er komt"
    na = verhaal.later(weeks=53)
    assert status(na, "T1.betekenis.2/H11") == "overgeslagen"
    assert status(na, "T1.betekenis.3/H11") == "loopt"


def test_een_gesloten_tafel_vraagt_niets_meer() -> None:
    verhaal = met_tafel().als(manager("SluitTafel", tafel="T1", reden="doel bereikt"))
    verhaal.dan("TafelGesloten", "TermijnVervallen", "TermijnVervallen")
    assert verhaal.stand.tafels["T1"].gesloten_op == v.EERSTE_DAG
    verhaal.als(manager("MeldBijeenkomst", tafel="T1")).geweigerd("tafel", "gesloten")
    assert not [f for f in verhaal.later(weeks=60).laatste if "T1." in str(getattr(f.inhoud, "termijn", ""))]


def test_een_subsidieloket_noemt_zijn_regeling_en_een_ander_niet() -> None:
    gegeven(*v.BEGONNEN).als(manager("OpenTafel", tafel="T2", inhoud=LOKET)).dan_ook("TafelGeopend")
    zonder = {**LOKET, "regeling": ""}
    gegeven(*v.BEGONNEN).als(manager("OpenTafel", tafel="T2", inhoud=zonder)).geweigerd("S1-19", ontbreekt="regeling")
    anders = {**TAFEL, "regeling": "Regeling warmte 2025"}
    gegeven(*v.BEGONNEN).als(manager("OpenTafel", tafel="T2", inhoud=anders)).geweigerd("S1-19")


def test_aan_een_tafel_zit_ieder_een_keer_en_alleen_wie_meedoet() -> None:
    def open_(**anders: Any) -> Verhaal:
        weg = gegeven(*v.BEGONNEN, manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="ander werk"))
        return weg.als(manager("OpenTafel", tafel="T1", inhoud={**TAFEL, "trekker": "VNO", **anders}))

    open_(deelnemers=["VNO", "VNO"]).geweigerd("S1-14", "twee keer")
    open_().geweigerd("S1-14", "doet niet meer mee")
    vreemd = [{"deelnemer": "LTO", "behoefte": "duidelijkheid"}]
    open_(deelnemers=["VNO"], behoeften=vreemd).geweigerd("S1-16", "LTO")


def test_een_gesprekstafel_wordt_geen_subsidieloket() -> None:
    met_tafel().als(manager("WijzigTafel", tafel="T1", inhoud=LOKET, reden="anders")).geweigerd("S1-13", "nieuwe tafel")


def test_ook_een_agenda_heeft_tafels() -> None:
    agenda = kern.begin(Begin(opgave="AGENDA-FLEVOLAND", reglement="r2026_4"))
    kaal = agenda.met(leven=agenda.leven.met(toestand="lopend", begonnen_op=date(2025, 1, 1)))
    verhaal = Verhaal(stand=kaal).als(manager("OpenTafel", tafel="T1", inhoud=TAFEL))
    verhaal.dan_ook("TafelGeopend")
    assert status(verhaal.later(weeks=27), "T1.bijeen.2/H10") == "loopt"


def test_een_ouder_reglement_kent_geen_tafels() -> None:
    oud = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_3"))).gegeven(*v.BEGONNEN)
    oud.als(OPEN).geweigerd("reglement", ontbreekt="StapOverOpReglement")


def test_een_tafel_stuurt_niemand_post() -> None:
    assert not [g for f in met_tafel().alles if f.inhoud.soort.startswith("Tafel") for g in gevolgen(f)]
