"""What a life can carry: a bundle for the register and a state that fit in one message of Temporal."""

from dataclasses import replace

import pytest
import verhaal as v

from domain import kern
from domain.bundel import past
from domain.feit import Feit
from domain.regels.omvang import GROOTSTE_STAND, KORT
from domain.stand import Begin

LANG, KORTE = "a" * (KORT + 1), "Kort."


def _vol(reglement: str = "r2026_4") -> v.Verhaal:
    begonnen = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement=reglement))).gegeven(v.START)
    stand = begonnen.stand
    leven = stand.leven.met(titel="x" * GROOTSTE_STAND)
    return replace(begonnen, stand=stand.met(leven=leven))


def test_een_volle_opgave_weigert_lange_tekst_en_gaat_verder_met_korte() -> None:
    """What would make the state too big to be continued is refused; a short command always passes."""
    _vol().als(v.manager("Noteer", tekst=LANG)).geweigerd("omvang", "Verwijs naar een stuk")
    _vol().als(v.manager("Noteer", tekst=KORTE)).dan("Genoteerd")


def test_een_opgave_met_ruimte_neemt_lange_tekst_aan() -> None:
    """The length of one command is no reason."""
    v.gegeven(v.START).als(v.manager("Noteer", tekst=LANG)).dan("Genoteerd")


def test_onder_een_ouder_reglement_verandert_er_niets() -> None:
    """A life that was begun without this limit keeps its past."""
    _vol("r2026_3").als(v.manager("Noteer", tekst=LANG)).dan("Genoteerd")


def _feiten(aantal: int, tekens: int) -> list[Feit]:
    verhaal = v.gegeven(v.START)
    for _ in range(aantal):
        verhaal = verhaal.gegeven(v.manager("Noteer", tekst="é" * tekens))
    return list(verhaal.alles)[-aantal:]


@pytest.mark.parametrize(("grootste", "aantal"), [(10**9, 5), (10_000, 4), (5_500, 2), (10, 1)])
def test_een_bundel_past_in_zijn_bytes(grootste: int, aantal: int) -> None:
    """A letter of two bytes counts twice; one fact always goes."""
    feiten = _feiten(5, 1_000)
    assert past(feiten, 200, grootste) == aantal
    gewicht = sum(len(feit.model_dump_json().encode()) for feit in feiten[:aantal])
    assert aantal == 1 or gewicht <= grootste


def test_een_bundel_telt_hoogstens_zoveel_feiten() -> None:
    """Small facts are held by their number."""
    assert past(_feiten(5, 10), 3, 10**9) == 3
