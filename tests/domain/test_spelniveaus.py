"""Spelniveaus: everyone scores for itself only; a target is measured again by all who scored themselves."""

from datetime import date
from typing import Any

import verhaal as v
from verhaal import DRONTEN, ZEEWOLDE, Verhaal, gegeven, manager, partner

from domain.gevolg import Bericht
from domain.gevolgen import gevolgen
from domain.zinnen import vertel

DOEL = manager("StelSpeldoel", doel=3, afspraak="elk kwartaal samen oefenen", meten_op="2025-12-01")


def scoor(door: Any, van: str, over: str, niveau: int = 2, **meer: Any) -> Any:
    lagen = dict.fromkeys(("volksvertegenwoordiging", "bestuur", "ambtelijk"), niveau)
    return door("ScoorSpelniveau", van=van, over=over, niveaus={**lagen, **meer})


def zelf(wie: str, niveau: int = 2) -> Any:
    return scoor(manager if wie == "provincie" else partner(wie), wie, wie, niveau)


def gemeten() -> Verhaal:
    return gegeven(*v.BEGONNEN, zelf("provincie"), zelf(DRONTEN))


def test_ieder_scoort_zichzelf_en_de_ander_en_een_zin_verklapt_geen_niveau() -> None:
    verhaal = gemeten().als(scoor(partner(DRONTEN), DRONTEN, "provincie", 1)).dan("SpelniveauGescoord")
    assert {(s.van, s.over, s.meting) for s in verhaal.stand.spelscores} == {
        ("provincie", "provincie", 1),
        (DRONTEN, DRONTEN, 1),
        (DRONTEN, "provincie", 1),
    }
    zin = vertel(verhaal.laatste[0])
    assert zin == "Gemeente-dronten gaf een spelniveau voor de provincie (meting 1)."
    assert not gevolgen(verhaal.laatste[0])


def test_een_partner_scoort_niet_voor_een_ander() -> None:
    verhaal = gegeven(*v.BEGONNEN)
    verhaal.als(scoor(partner(DRONTEN), ZEEWOLDE, "provincie")).geweigerd("S4-10", "niet voor gemeente-zeewolde")
    verhaal.als(scoor(partner(DRONTEN), "provincie", DRONTEN)).geweigerd("S4-10")
    verhaal.als(scoor(manager, DRONTEN, "provincie")).geweigerd("S4-10", "alleen voor provincie")


def test_een_niveau_boven_de_schaal_wordt_geweigerd_met_de_namen_van_de_schaal() -> None:
    te_hoog = scoor(manager, "provincie", "provincie", 2, bestuur=5)
    gegeven(*v.BEGONNEN).als(te_hoog).geweigerd("S4-07", "1 tot en met 4", "niveau 4")
    voor_een_ander = scoor(manager, ZEEWOLDE, ZEEWOLDE, 2, bestuur=5)
    gegeven(*v.BEGONNEN).als(voor_een_ander).geweigerd("S4-10", "alleen voor provincie")
    gemeten().als(manager("StelSpeldoel", doel=5, afspraak="x", meten_op="2026-01-05")).geweigerd("S4-11", "4")


def test_over_wie_niet_meedoet_wordt_niet_gescoord() -> None:
    gegeven(*v.BEGONNEN).als(scoor(manager, "provincie", "urk")).geweigerd("partner", "urk")
    weg = gegeven(*v.BEGONNEN, manager("LaatPartnerUittreden", partner=ZEEWOLDE, reden="ander werk"))
    weg.als(scoor(manager, "provincie", ZEEWOLDE)).geweigerd("S4-09", "doet niet meer mee")


def test_opnieuw_scoren_in_dezelfde_meting_vervangt_en_het_oude_blijft_in_de_keten() -> None:
    verhaal = gemeten().gegeven(zelf(DRONTEN, 3))
    (eigen,) = (s for s in verhaal.stand.spelscores if s.van == DRONTEN)
    assert eigen.niveaus.bestuur == 3
    assert [f.niveaus.bestuur for f in verhaal.feiten("SpelniveauGescoord") if f.van == DRONTEN] == [2, 3]
    verhaal.als(zelf(DRONTEN, 3)).geweigerd("S4-07", "al zo vast")


def test_een_doel_vraagt_een_tweede_meting_van_ieder_die_zichzelf_scoorde() -> None:
    verhaal = gemeten().als(DOEL).dan("SpeldoelGesteld", "TermijnGestart")
    assert verhaal.stand.termijnen["speldoel.1/H09"].einde == date(2025, 12, 1)
    (bericht,) = (g for f in verhaal.laatste for g in gevolgen(f))
    assert isinstance(bericht, Bericht)
    assert bericht.aan == ("opgavemanager", "partners")
    nog = verhaal.als(scoor(partner(ZEEWOLDE), ZEEWOLDE, ZEEWOLDE)).dan("SpelniveauGescoord")
    assert nog.het("SpelniveauGescoord").meting == 1
    verhaal = verhaal.later(date(2025, 12, 1)).als(zelf(DRONTEN, 3)).dan("SpelniveauGescoord")
    assert verhaal.het("SpelniveauGescoord").meting == 2
    verhaal = verhaal.als(scoor(manager, "provincie", DRONTEN, 3)).dan("SpelniveauGescoord")
    verhaal = verhaal.als(zelf("provincie", 3)).dan("SpelniveauGescoord", "TermijnGehaald")
    assert len([s for s in verhaal.stand.spelscores if s.van == DRONTEN]) == 2


def test_op_wie_vertrok_wacht_de_tweede_meting_niet() -> None:
    weg = manager("LaatPartnerUittreden", partner=DRONTEN, reden="ander werk")
    later = gemeten().gegeven(DOEL, weg).later(date(2025, 12, 1))
    later.als(zelf("provincie", 3)).dan("SpelniveauGescoord", "TermijnGehaald")


def test_een_doel_heeft_een_meting_voor_zich_en_een_dag_na_vandaag() -> None:
    gegeven(*v.BEGONNEN).als(DOEL).geweigerd("S4-11", "Meet eerst")
    vandaag = manager("StelSpeldoel", doel=3, afspraak="x", meten_op=v.EERSTE_DAG.isoformat())
    gemeten().als(vandaag).geweigerd("S4-11", "na vandaag")


def test_een_nieuw_doel_komt_in_de_plaats_van_een_dat_nog_niet_gemeten_is() -> None:
    nieuw = manager("StelSpeldoel", doel=4, afspraak="een stap verder", meten_op="2026-06-01")
    verhaal = gemeten().gegeven(DOEL).als(nieuw).dan("SpeldoelGesteld", "TermijnVervallen", "TermijnGestart")
    assert [d.meting for d in verhaal.stand.speldoelen] == [2, 2]
    assert verhaal.stand.termijnen["speldoel.1/H09"].status == "vervallen"
    eerder = verhaal.later(date(2025, 12, 2)).als(zelf(DRONTEN, 3)).dan("SpelniveauGescoord")
    assert eerder.het("SpelniveauGescoord").meting == 1
    verhaal = verhaal.later(date(2026, 6, 1))
    verhaal.gegeven(zelf(DRONTEN, 3)).als(zelf("provincie", 3)).dan("SpelniveauGescoord", "TermijnGehaald")


def test_een_score_die_gedeeld_is_wordt_niet_meer_vervangen() -> None:
    """S4-10: who changes its view after seeing the other's, changes what was seen; the next measurement is for that."""
    verhaal = gemeten().gegeven(scoor(partner(DRONTEN), DRONTEN, "provincie", 1))
    verhaal.als(scoor(partner(DRONTEN), DRONTEN, "provincie", 4)).geweigerd("S4-10", "al gedeeld")
    verhaal.als(zelf("provincie", 4)).geweigerd("S4-10", "bij de volgende meting")
    verhaal.als(scoor(partner(ZEEWOLDE), ZEEWOLDE, "provincie", 4)).dan("SpelniveauGescoord")
    tweede = verhaal.gegeven(DOEL).later(date(2025, 12, 1))
    tweede.als(scoor(partner(DRONTEN), DRONTEN, "provincie", 4)).dan("SpelniveauGescoord")


def test_de_provincie_opent_de_volgende_meting_voor_haar_dag_en_niemand_anders() -> None:
    """A target alone opens nothing; without one there is no next measurement."""
    open_ = {
        "van": "provincie",
        "over": "provincie",
        "opent_meting": True,
        "niveaus": zelf(DRONTEN, 3).inhoud["niveaus"],
    }
    gemeten().als(manager("ScoorSpelniveau", **open_)).geweigerd("S4-11", "Stel eerst een doel")
    verhaal = gemeten().gegeven(DOEL)
    van_dronten = {**open_, "van": DRONTEN, "over": DRONTEN}
    verhaal.als(partner(DRONTEN)("ScoorSpelniveau", **van_dronten)).geweigerd("S4-11", "de provincie")
    verhaal = verhaal.als(manager("ScoorSpelniveau", **open_)).dan("SpelniveauGescoord")
    verhaal.als(manager("ScoorSpelniveau", **open_)).geweigerd("S4-11")
    verhaal = verhaal.als(zelf(DRONTEN, 3)).dan("SpelniveauGescoord", "TermijnGehaald")
    assert verhaal.het("SpelniveauGescoord").meting == 2
