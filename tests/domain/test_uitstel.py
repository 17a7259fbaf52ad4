"""Delay: asked once, before the end; given or refused by the owner. Asking stops nothing."""

from datetime import date, timedelta
from typing import Any

import pytest
import verhaal as v
from verhaal import gegeven, manager, partner

from domain import kern
from domain.beeld.overzicht import wachtposten
from domain.gevolg import Bericht
from domain.gevolgen import gevolgen
from domain.stand import Begin

VRAAG = manager("VraagPartner", aan=[v.DRONTEN], vraag="wat vindt u?", termijn="10wd")
EINDE = date(2025, 3, 17)
LATER = date(2025, 3, 28)


def vraag_uitstel(tot: date = LATER, **velden: Any) -> v.Zet:
    return partner(v.DRONTEN)("VraagUitstel", verzoek="V1", tot=tot, reden="de raad komt later bijeen", **velden)


def gevraagd() -> v.Verhaal:
    return gegeven(*v.BEGONNEN, VRAAG).als(vraag_uitstel()).dan("UitstelGevraagd")


def test_uitstel_verzet_de_laatste_dag_van_verzoek_en_termijn() -> None:
    verhaal = gevraagd().als(manager("BeslisUitstel", verzoek="V1", akkoord=True))
    verhaal.dan("UitstelVerleend", "TermijnVerlengd")
    verzoek, termijn = verhaal.stand.verzoeken["V1"], verhaal.stand.termijnen["V1/T17"]
    assert (verzoek.uiterlijk, verzoek.uitstel, termijn.einde, termijn.begin) == (
        LATER,
        "verleend",
        LATER,
        v.EERSTE_DAG,
    )
    op_de_nieuwe = verhaal.later(dag=LATER).als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="goed"))
    assert op_de_nieuwe.het("TermijnGehaald").op_tijd


def test_de_eigenaar_kan_een_kortere_dag_geven_maar_geen_langere() -> None:
    verhaal = gevraagd()
    korter = verhaal.als(manager("BeslisUitstel", verzoek="V1", akkoord=True, tot="2025-03-21"))
    assert korter.stand.verzoeken["V1"].uiterlijk == korter.stand.termijnen["V1/T17"].einde == date(2025, 3, 21)
    for dag in (EINDE, LATER + timedelta(days=1)):
        verhaal.als(manager("BeslisUitstel", verzoek="V1", akkoord=True, tot=dag)).geweigerd("tot", "hoogstens")


def test_weigeren_vraagt_een_reden_en_laat_de_termijn_zoals_die_was() -> None:
    verhaal = gevraagd()
    verhaal.als(manager("BeslisUitstel", verzoek="V1", akkoord=False)).geweigerd("reden")
    nee = verhaal.als(manager("BeslisUitstel", verzoek="V1", akkoord=False, reden="GS besluit al op 1 april"))
    nee.dan("UitstelGeweigerd")
    assert nee.stand.verzoeken["V1"].uiterlijk == nee.stand.termijnen["V1/T17"].einde == EINDE
    nee.als(manager("BeslisUitstel", verzoek="V1", akkoord=True)).geweigerd("uitstel", "wacht geen vraag")


def test_uitstel_wordt_maar_een_keer_gevraagd() -> None:
    for beslist in (gevraagd(), gevraagd().gegeven(manager("BeslisUitstel", verzoek="V1", akkoord=True))):
        beslist.als(vraag_uitstel(date(2025, 4, 4))).geweigerd("uitstel", "al een keer")


def test_vragen_kan_tot_en_met_de_laatste_dag_en_hoogstens_twintig_werkdagen_erbij() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG)
    verhaal.later(dag=EINDE).als(vraag_uitstel()).dan("UitstelGevraagd")
    verhaal.later(dag=EINDE).later(days=1).als(vraag_uitstel()).geweigerd("termijn", "kon tot en met")
    twintig = v.REGLEMENT.kalender.werkdagen_na(EINDE, 20)
    verhaal.als(vraag_uitstel(twintig)).dan("UitstelGevraagd")
    verhaal.als(vraag_uitstel(twintig + timedelta(days=1))).geweigerd("tot", "hoogstens")
    verhaal.als(vraag_uitstel(EINDE)).geweigerd("tot", "Kies een dag na")


def test_een_vraag_om_uitstel_stopt_de_termijn_niet() -> None:
    """It lapses as it would have, and the owner can still decide; then the term runs again."""
    stil = gevraagd().later(dag=EINDE).later(days=2)
    assert stil.stand.termijnen["V1/T17"].status == "verstreken"
    door = stil.als(manager("BeslisUitstel", verzoek="V1", akkoord=True))
    assert door.stand.termijnen["V1/T17"].status == "loopt"
    assert door.later(dag=LATER).later(days=2).stand.termijnen["V1/T17"].status == "verstreken"
    voorbij = stil.later(dag=LATER).later(days=1)
    voorbij.als(manager("BeslisUitstel", verzoek="V1", akkoord=True)).geweigerd("tot", "al voorbij")


def test_de_provincie_kan_voor_de_partner_vragen_maar_een_andere_partner_niet() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG)
    zet = {"verzoek": "V1", "tot": LATER, "reden": "gebeld"}
    verhaal.als(manager("VraagUitstel", **zet)).dan("UitstelGevraagd")
    verhaal.als(partner(v.ZEEWOLDE)("VraagUitstel", **zet)).geweigerd("bevoegdheid", v.DRONTEN)


def test_een_trekker_beslist_niet_over_zijn_eigen_uitstel() -> None:
    trekker = manager("WijsTrekkerAan", trekker=v.DRONTEN, reden="afspraak")
    verhaal = gegeven(*v.BEGONNEN, trekker, VRAAG, vraag_uitstel())
    verhaal.als(partner(v.DRONTEN)("BeslisUitstel", verzoek="V1", akkoord=True)).geweigerd("bevoegdheid")


def test_doorgaan_zonder_reactie_kan_niet_terwijl_een_vraag_om_uitstel_wacht() -> None:
    vraag = v.opdrachtgever(
        "VraagPartner", aan=[v.DRONTEN], vraag="x", termijn="10wd", bij_stilte="doorgaan_na_besluit"
    )
    stil = gegeven(*v.BEGONNEN, vraag, vraag_uitstel()).later(days=60)
    door = manager("GaDoorZonderReactie", verzoek="V1", reden="genoeg")
    stil.als(door).geweigerd("uitstel", ontbreekt="BeslisUitstel V1")
    nee = stil.gegeven(manager("BeslisUitstel", verzoek="V1", akkoord=False, reden="te laat"))
    nee.als(door).dan_ook("DoorgegaanZonderReactie")


def test_een_reglement_zonder_postregels_kent_geen_uitstel() -> None:
    oud = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2024-09", reglement="r2026_2")))
    oud.gegeven(*v.BEGONNEN, VRAAG).als(vraag_uitstel()).geweigerd("reglement", "kent geen uitstel")


def test_uitstel_wacht_op_de_opgavemanager_en_de_partner_hoort_wat_hij_besliste() -> None:
    verhaal = gevraagd()
    posten = {(p.id, p.soort, p.op_wie) for p in wachtposten(verhaal.stand)}
    assert {("V1", "uitstel", "opgavemanager"), ("V1", "verzoek", "partner")} <= posten
    ja = verhaal.gegeven(manager("BeslisUitstel", verzoek="V1", akkoord=True))
    assert not [p for p in wachtposten(ja.stand) if p.soort == "uitstel"]
    zelf, eigenaar = post(ja)
    assert (zelf.aan, zelf.betreft, zelf.uiterlijk, zelf.vraag) == ((v.DRONTEN,), "V1", LATER, "wat vindt u?")
    assert (eigenaar.aan, eigenaar.vraag) == (("opgavemanager",), "")
    nee = verhaal.gegeven(manager("BeslisUitstel", verzoek="V1", akkoord=False, reden="geen tijd"))
    (bericht,) = post(nee)
    assert (bericht.aan, bericht.betreft) == ((v.DRONTEN,), "V1")
    assert "geen tijd" in bericht.alineas[0]


def post(verhaal: v.Verhaal) -> tuple[Bericht, ...]:
    """The messages that the last command led to: one of each, to nobody it doesn't concern."""
    return tuple(g for f in verhaal.laatste for g in gevolgen(f) if isinstance(g, Bericht))


@pytest.mark.parametrize("einde", ["BeantwoordVerzoek", "TrekVerzoekIn"])
def test_na_het_antwoord_of_het_intrekken_is_er_geen_uitstel_meer_te_geven(einde: str) -> None:
    zet = {
        "BeantwoordVerzoek": partner(v.DRONTEN)(einde, verzoek="V1", antwoord="toch al klaar"),
        "TrekVerzoekIn": manager(einde, verzoek="V1", reden="niet meer nodig"),
    }[einde]
    klaar = gevraagd().gegeven(zet)
    klaar.als(manager("BeslisUitstel", verzoek="V1", akkoord=True)).geweigerd("verzoek")
    assert not [p for p in wachtposten(klaar.stand) if p.id == "V1"]
