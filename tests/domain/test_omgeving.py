"""What changes outside is weighed at once by three functions; griffier or secretaris can ask for a review."""

from typing import Any

import verhaal as v
from verhaal import ZEEWOLDE, Verhaal, gegeven, griffier, jurist, manager, partner, portefeuillehouder, secretaris

from domain.gevolg import Bericht
from domain.gevolgen import gevolgen

MELD = manager("MeldVerandering", verandering="VE1", veranderingsoort="wet", omschrijving="de Energiewet verandert")
REVIEW = griffier("StartReview", review="RV1", aanleiding="twee signalen", vraag="hoe werken we samen?")
AF = manager("RondReviewAf", review="RV1", bevinding="overleg stokt", aanbeveling="spreek vaste overleggen af")


def impact(door: Any, gevolg: str = "geen") -> Any:
    return door("BeantwoordImpact", verandering="VE1", gevolg=gevolg, toelichting="gelezen")


def berichten(verhaal: Verhaal) -> list[Bericht]:
    return [g for f in verhaal.laatste for g in gevolgen(f) if isinstance(g, Bericht)]


def test_een_verandering_vraagt_manager_bestuurder_en_jurist_binnen_vijf_werkdagen_wat_zij_betekent() -> None:
    verhaal = gegeven(*v.BEGONNEN).als(MELD).dan("VeranderingGemeld", *["TermijnGestart"] * 3)
    (bericht,) = berichten(verhaal)
    assert bericht.aan == ("opgavemanager", "portefeuillehouder", "jurist")
    assert bericht.uiterlijk is not None
    assert bericht.uiterlijk.isoformat() == "2025-03-10"
    for door, functie in ((manager, "opgavemanager"), (portefeuillehouder, "portefeuillehouder"), (jurist, "jurist")):
        verhaal = verhaal.als(impact(door)).dan("ImpactBeantwoord", "TermijnGehaald")
        assert verhaal.stand.termijnen[f"VE1.{functie}/H12"].status == "gehaald"
    assert set(verhaal.stand.veranderingen["VE1"].antwoorden) == {"opgavemanager", "portefeuillehouder", "jurist"}


def test_een_functie_antwoordt_een_keer() -> None:
    verhaal = gegeven(*v.BEGONNEN, MELD, impact(jurist))
    verhaal.als(impact(jurist, "herzien")).geweigerd("S3-05", "al geantwoord")
    verhaal.als(v.controller("BeantwoordImpact", verandering="VE9", gevolg="geen", toelichting="x")).geweigerd(
        "verandering", "VE9"
    )


def test_een_partner_die_trekker_is_antwoordt_als_opgavemanager_en_een_andere_niet() -> None:
    verhaal = gegeven(*v.BEGONNEN, MELD, manager("WijsTrekkerAan", trekker=ZEEWOLDE, reden="dichtbij"))
    verhaal.als(impact(partner(ZEEWOLDE))).dan("ImpactBeantwoord", "TermijnGehaald")
    verhaal.als(impact(partner(v.DRONTEN))).geweigerd("bevoegdheid")


def test_alleen_een_gevolg_geeft_post() -> None:
    verhaal = gegeven(*v.BEGONNEN, MELD)
    assert not berichten(verhaal.als(impact(jurist)))
    assert [b.aan for b in berichten(verhaal.als(impact(jurist, "bijsturen")))] == [("opgavemanager",)]


def test_zwijgen_over_een_verandering_blijft_zichtbaar_en_wordt_herinnerd() -> None:
    verhaal = gegeven(*v.BEGONNEN, MELD).later(weeks=3)
    assert verhaal.stand.termijnen["VE1.jurist/H12"].status == "verstreken"
    assert any(f.termijn == "VE1.jurist/H12" and f.aan == "jurist" for f in verhaal.feiten("HerinneringVerstuurd"))


def test_griffier_of_secretaris_begint_een_review_en_een_ander_niet() -> None:
    verhaal = gegeven(*v.BEGONNEN)
    for wie, functie in ((griffier, "griffier"), (secretaris, "provinciesecretaris")):
        begonnen = verhaal.als(wie(**REVIEW.inhoud)).dan("ReviewGestart", "TermijnGestart")
        assert begonnen.stand.reviews["RV1"].door == functie
        assert [b.aan for b in berichten(begonnen)] == [("opgavemanager",)]
    verhaal.als(manager(**REVIEW.inhoud)).geweigerd("bevoegdheid")


def test_een_review_eindigt_met_een_afspraak_en_niet_met_alleen_een_verslag() -> None:
    verhaal = gegeven(*v.BEGONNEN, REVIEW).als(AF).dan("ReviewAfgerond", "TermijnGehaald", "AfspraakGemaakt")
    afspraak = verhaal.het("AfspraakGemaakt")
    assert (afspraak.tekst, afspraak.wie, afspraak.bron) == ("spreek vaste overleggen af", "opgavemanager", "overig")
    assert verhaal.stand.reviews["RV1"].bevinding == "overleg stokt"
    verhaal.als(AF).geweigerd("S3-21", "al afgerond")
    manager_ = manager("RondReviewAf", review="RV7", bevinding="x", aanbeveling="y")
    verhaal.als(manager_).geweigerd("review", "RV7")
