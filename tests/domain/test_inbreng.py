"""What partners bring in by themselves: everyone gets an answer, and it is counted what was taken over."""

import pytest
import verhaal as v
from verhaal import gegeven, manager, partner, spreker

from domain import kern
from domain.beeld.inbrengtelling import inbrengtelling
from domain.beeld.overzicht import wachtposten
from domain.gevolg import Bericht
from domain.gevolgen import gevolgen
from domain.stand import Begin

DRONTEN = partner(v.DRONTEN)


def breng_in(wie: v.Spreker = DRONTEN, soort: str = "wijziging") -> v.Zet:
    return wie("BrengIn", inbrengsoort=soort, onderwerp="ook het bedrijventerrein", tekst="neem het terrein mee")


def behandel(oordeel: str, inbreng: str = "I1") -> v.Zet:
    return manager("BehandelInbreng", inbreng=inbreng, oordeel=oordeel, antwoord="omdat het past")


def test_wie_iets_inbrengt_krijgt_binnen_de_termijn_van_het_huis_antwoord() -> None:
    verhaal = gegeven(*v.BEGONNEN).als(breng_in()).dan("InbrengGedaan", "TermijnGestart")
    termijn = verhaal.stand.termijnen["I1/H07"]
    assert (termijn.geadresseerde, termijn.einde) == (
        "opgavemanager",
        v.REGLEMENT.kalender.werkdagen_na(v.EERSTE_DAG, 5),
    )
    klaar = verhaal.als(behandel("overgenomen")).dan("InbrengBehandeld", "TermijnGehaald")
    inbreng = klaar.stand.inbreng["I1"]
    assert (inbreng.van, inbreng.oordeel, inbreng.behandeld_op) == (v.DRONTEN, "overgenomen", klaar.vandaag)


@pytest.mark.parametrize(
    ("soort", "past"),
    [
        ("wijziging", {"overgenomen", "deels_overgenomen", "niet_overgenomen"}),
        ("initiatief", {"overgenomen", "deels_overgenomen", "niet_overgenomen"}),
        ("vraag", {"beantwoord"}),
    ],
)
def test_het_oordeel_past_bij_wat_er_is_ingebracht(soort: str, past: set[str]) -> None:
    verhaal = gegeven(*v.BEGONNEN, breng_in(soort=soort))
    for oordeel in ("overgenomen", "deels_overgenomen", "niet_overgenomen", "beantwoord"):
        nee = verhaal.als(behandel(oordeel)).neen
        assert (nee is None) is (oordeel in past)
        assert nee is None or (nee.regel == "oordeel" and set(nee.ontbreekt) == past)


def test_een_inbreng_wordt_een_keer_behandeld_en_niet_voor_ze_kwam() -> None:
    verhaal = gegeven(*v.BEGONNEN).later(days=3).gegeven(breng_in())
    vroeg = v.Zet(manager.door, behandel("overgenomen").inhoud, v.EERSTE_DAG)
    verhaal.als(vroeg).geweigerd("gebeurd_op", "kwam pas")
    verhaal.als(behandel("overgenomen", "I9")).geweigerd("inbreng", "I9")
    verhaal.gegeven(behandel("overgenomen")).als(behandel("niet_overgenomen")).geweigerd("inbreng", "al behandeld")


def test_ook_een_inwoner_en_een_functie_brengen_iets_in_onder_hun_functie() -> None:
    verhaal = gegeven(*v.BEGONNEN, breng_in(spreker("inwoner")), breng_in(v.evaluator))
    assert [i.van for i in verhaal.stand.inbreng.values()] == ["inwoner", "evaluator"]
    weg = verhaal.gegeven(manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="stopt"))
    weg.als(breng_in()).geweigerd("bevoegdheid", "niet meer mee")


def test_het_antwoord_gaat_per_bericht_naar_wie_het_inbracht() -> None:
    verhaal = gegeven(*v.BEGONNEN, breng_in(), behandel("deels_overgenomen"))
    behandeld = next(f for f in verhaal.alles if f.inhoud.soort == "InbrengBehandeld")
    (bericht,) = (g for g in gevolgen(behandeld) if isinstance(g, Bericht))
    assert bericht.aan == (v.DRONTEN,)
    assert "omdat het past" in " ".join(bericht.alineas)


def test_een_open_inbreng_staat_een_keer_op_de_lijst_van_de_opgavemanager() -> None:
    verhaal = gegeven(*v.BEGONNEN, breng_in())
    (post,) = [p for p in wachtposten(verhaal.stand) if p.id == "I1"]
    assert (post.soort, post.op_wie) == ("inbreng", "opgavemanager")
    assert post.uiterlijk == verhaal.stand.termijnen["I1/H07"].einde
    assert not [p for p in wachtposten(verhaal.gegeven(behandel("overgenomen")).stand) if p.id == "I1"]


def test_na_het_einde_wacht_er_geen_inbreng_meer() -> None:
    weg = gegeven(*v.BEGONNEN, breng_in(), manager("TrekIn", reden="klaar"))
    assert not [p for p in wachtposten(weg.stand) if p.id == "I1"]
    assert kern.is_afgerond(weg.stand)


def test_een_ouder_reglement_kent_de_inbreng_maar_niet_haar_termijn() -> None:
    oud = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2024-09", reglement="r2026_2")))
    oud.gegeven(*v.BEGONNEN).als(breng_in()).dan("InbrengGedaan").als(behandel("overgenomen")).dan("InbrengBehandeld")


def test_de_telling_zegt_wat_is_voorgesteld_en_wat_er_van_kwam() -> None:
    """S2-14: changes proposed by partners and accepted; questions count apart."""
    zeewolde = partner(v.ZEEWOLDE)
    verhaal = gegeven(
        *v.BEGONNEN,
        *(
            breng_in(),
            breng_in(),
            breng_in(),
            breng_in(soort="initiatief"),
            breng_in(soort="vraag"),
            breng_in(zeewolde),
        ),
        *(behandel("overgenomen", "I1"), behandel("deels_overgenomen", "I2"), behandel("niet_overgenomen", "I4")),
    )
    telling = inbrengtelling(verhaal.stand)
    dronten, totaal = telling.per_partij[v.DRONTEN], telling.totaal
    assert v.inhoud(dronten) == {"voorgesteld": 4, "overgenomen": 1, "deels": 1, "niet": 1, "open": 1, "vragen": 1}
    assert (totaal.voorgesteld, totaal.open) == (5, 2)
    assert list(telling.per_partij) == [v.DRONTEN, v.ZEEWOLDE]
