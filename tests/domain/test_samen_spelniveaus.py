"""Spelniveaus: nothing is shown until both sides gave their view; then gaps, target and measurements."""

from datetime import date

import pytest
from samenhulp import let_op, leven, rij, rooster
from verhaal import DRONTEN, NETBEHEER, REGLEMENT, ZEEWOLDE

from domain.beeld.samen.partner import partner
from domain.beeld.samen.spelniveaus import kloven, spelniveaus, zonder_verborgen
from domain.stand import Stand
from domain.taal.spelniveaus import Niveaus, Speldoel, Spelscore


def score(van: str, over: str, *niveaus: int, meting: int = 1) -> Spelscore:
    n = dict(zip(("volksvertegenwoordiging", "bestuur", "ambtelijk"), niveaus, strict=True))
    return Spelscore(van=van, over=over, meting=meting, niveaus=Niveaus(**n), op=date(2025, 3, 3))


def stand(*scores: Spelscore, doel: int | None = None) -> Stand:
    doelen = (Speldoel(doel=doel, afspraak="samen hoger", meten_op=date(2026, 3, 2), meting=2),) if doel else ()
    return leven().stand.met(spelscores=scores, speldoelen=doelen)


EIGEN, ANDER = score(DRONTEN, DRONTEN, 2, 3, 3), score("provincie", DRONTEN, 2, 1, 3)


@pytest.mark.parametrize(
    ("scores", "mist"),
    [((), "het eigen beeld en dat van anderen"), ((EIGEN,), "dat van anderen"), ((ANDER,), "het eigen beeld")],
)
def test_een_kant_alleen_blijft_verborgen(scores: tuple[Spelscore, ...], mist: str) -> None:
    """S4-10: with one side missing no level of either side is anywhere on the page."""
    vel = spelniveaus(stand(*scores))
    assert rij(vel, "Meting 1", "gemeente Dronten") == ("gemeente Dronten", *("nog niet gedeeld",) * 3, mist)
    assert vel.matrix is None
    assert rooster(vel, "Kloven").rijen == ()
    assert rooster(partner(stand(*scores), DRONTEN), "Spelniveaus").rijen == ()


def test_ook_wie_de_hele_stand_opvraagt_ziet_geen_verborgen_niveau() -> None:
    """What is printed as JSON leaves the views out that the pages don't show."""
    apart = score(DRONTEN, ZEEWOLDE, 1, 1, 1)
    assert zonder_verborgen(stand(EIGEN, apart)).spelscores == ()
    assert zonder_verborgen(stand(EIGEN, ANDER, apart)).spelscores == (EIGEN, ANDER)


def test_met_beide_kanten_liggen_ze_naast_elkaar() -> None:
    """Own view first, then that of others from lowest to highest; the picture marks the gap."""
    vel = spelniveaus(stand(EIGEN, ANDER, score(NETBEHEER, DRONTEN, 2, 3, 4)))
    assert rij(vel, "Meting 1", "gemeente Dronten")[1:4] == ("2 | 2", "3 | 1 tot 3", "3 | 3 tot 4")
    assert vel.matrix is not None
    cellen = dict(vel.matrix.rijen)["gemeente Dronten"]
    assert [c.kloof for c in cellen] == [False, True, False]
    assert rooster(vel, "Kloven").rijen == (("gemeente Dronten", "Bestuur", "eigen beeld en dat van anderen", "2"),)
    assert "Er is een kloof om te bespreken." in vel.let_op


def test_de_laatste_score_van_iemand_telt() -> None:
    """Who scores again in the same measurement replaces the earlier view."""
    vel = spelniveaus(stand(EIGEN, ANDER, score("provincie", DRONTEN, 2, 3, 3)))
    assert rij(vel, "Meting 1", "gemeente Dronten")[2] == "3 | 3"


def test_kloven_tussen_lagen_en_tussen_partners() -> None:
    """S4-09: a difference of the limit counts, one below it doesn't."""
    beide = (score(DRONTEN, DRONTEN, 1, 3, 2), score("provincie", DRONTEN, 1, 3, 2))
    ander = (score(ZEEWOLDE, ZEEWOLDE, 3, 3, 3), score("provincie", ZEEWOLDE, 3, 3, 3))
    gevonden = [(k.over, k.laag, k.verschil) for k in kloven(stand(*beide, *ander), 1)]
    assert REGLEMENT.samen.kloof == 2
    assert gevonden == [(DRONTEN, None, 2), (DRONTEN, "volksvertegenwoordiging", 2)]


def test_wie_niet_deelde_telt_niet_als_kloof() -> None:
    """A gap between partners can't give away a view that was not shared."""
    assert kloven(stand(EIGEN, ANDER.met(niveaus=EIGEN.niveaus), score(ZEEWOLDE, ZEEWOLDE, 1, 1, 1)), 1) == ()


def test_doel_en_tweede_meting_staan_naast_de_eerste() -> None:
    """S4-11: first measurement, target, last measurement, per layer."""
    tweede = (score(DRONTEN, DRONTEN, 3, 3, 4, meting=2), score("provincie", DRONTEN, 3, 3, 3, meting=2))
    vel = spelniveaus(stand(EIGEN, ANDER, *tweede, doel=3))
    naast = rooster(vel, "Metingen naast elkaar")
    assert naast.rijen[0] == ("gemeente Dronten", "Volksvertegenwoordiging", "2", "3", "3")
    assert rooster(vel, "Waar we samen").rijen == (("3", "samen hoger", "2-3-2026", "2"),)
    assert "gemeente Zeewolde (het eigen beeld en dat van anderen)" in let_op(vel)


def test_wie_zelf_nog_moet_scoren_ziet_de_beelden_van_anderen_niet() -> None:
    """The page is read at the province: it stays closed until the province said how it sees this partner."""
    zonder = spelniveaus(stand(EIGEN, score(ZEEWOLDE, DRONTEN, 2, 1, 3)))
    assert rij(zonder, "Meting 1", "gemeente Dronten")[1:] == (*("nog niet gedeeld",) * 3, "dat van de provincie")
    assert zonder_verborgen(stand(EIGEN, score(ZEEWOLDE, DRONTEN, 2, 1, 3))).spelscores == ()
    gesloten = spelniveaus(stand(EIGEN, score(ZEEWOLDE, DRONTEN, 2, 1, 3), score(DRONTEN, DRONTEN, 3, 3, 3, meting=2)))
    assert rij(gesloten, "Meting 1", "gemeente Dronten")[2] == "3 | 1"
