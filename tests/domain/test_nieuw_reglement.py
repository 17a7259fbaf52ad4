"""A reglement that is added later touches nothing that runs under an older one."""

from datetime import date

import pytest
import verhaal as v
from verhaal import Verhaal, griffier, jurist, manager

from domain import kern
from domain.reglement import register
from domain.reglement.model import Reglement, Zetelverdeling

NIEUWE_PS = Zetelverdeling(vanaf=date(2025, 3, 3), leden=43, fracties=(("Polder", 22), ("Water", 21)))


def na_de_verkiezing() -> Reglement:
    """Other seats, and a law that no longer asks a second person for GS."""
    oud = v.REGLEMENT
    besluitvorming = oud.besluitvorming.met(vier_ogen=("PS",))
    velden = {"code": "r2027_1", "geldig_vanaf": date(2027, 3, 31), "zetels": (*oud.zetels, NIEUWE_PS)}
    return Reglement.model_validate({**dict(oud), **velden, "besluitvorming": besluitvorming})


@pytest.fixture
def geland(monkeypatch: pytest.MonkeyPatch) -> Reglement:
    nieuw = na_de_verkiezing()
    monkeypatch.setattr(register, "_REGLEMENTEN", (*register._REGLEMENTEN, nieuw))
    return nieuw


AGENDA = manager("OpenBesluit", code="agenda", orgaan="PS", onderwerp="x")
STEMMEN = {"Polder": [20, 0, 2, 0], "Water": [0, 21, 0, 0]}
PER_FRACTIE = {"wijze": "handopsteken_per_fractie", "per_fractie": STEMMEN}


def voor_ps(reglement: str) -> Verhaal:
    begin = v.Begin(opgave="FL-2025-01", reglement=reglement)
    return Verhaal(stand=kern.begin(begin)).gegeven(*v.BEGONNEN, AGENDA, manager("LegVoor", stap="B1"))


def test_een_lopende_opgave_van_het_oude_reglement_krijgt_dezelfde_bewijzen(geland: Reglement) -> None:
    """The whole life, fact by fact, is the same with and without the newcomer."""
    opnieuw = v.in_f6()
    assert [f.hash for f in opnieuw.alles] == [f.hash for f in LEVEN.alles]


LEVEN = v.in_f6()


def test_een_nieuwe_opgave_volgt_het_nieuwe(geland: Reglement) -> None:
    besluit = griffier("LegBesluitVast", stap="B1", stemming=PER_FRACTIE, motivering="verdeeld")
    nieuw = voor_ps(geland.code).als(besluit).dan("BesluitGenomen")
    assert (nieuw.het("BesluitGenomen").uitslag.voor, nieuw.het("BesluitGenomen").uitslag.tegen) == (20, 21)
    voor_ps("r2026_2").als(besluit).geweigerd("stemming.per_fractie")


def test_overstappen_is_een_besluit_van_iemand_en_staat_vast_in_de_keten(geland: Reglement) -> None:
    over = jurist("StapOverOpReglement", reglement=geland.code, reden="verkiezing van 17 maart 2027")
    besluit = griffier("LegBesluitVast", stap="B1", stemming=PER_FRACTIE, motivering="verdeeld")
    na = voor_ps("r2026_2").als(over).dan("ReglementGewijzigd")
    na.als(besluit).dan("BesluitGenomen")
    na.als(jurist("StapOverOpReglement", reglement="r2026_2", reden="terug")).geweigerd("reglement")


@pytest.mark.parametrize("code", ["r2026_1", "r2026_2", "r2026_3"])
def test_een_weigering_van_vroeger_noemt_geen_reglement_dat_later_kwam(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal is a fact: with another list in it, every hash after it would be another."""
    fout = jurist("StapOverOpReglement", reglement="r2031_1", reden="een tikfout")
    toen = Verhaal(stand=kern.begin(v.Begin(opgave="FL-2025-01", reglement=code))).gegeven(*v.BEGONNEN)
    geweigerd = toen.als(fout).geweigerd("reglement", "bestaat niet")
    monkeypatch.setattr(register, "_REGLEMENTEN", (*register._REGLEMENTEN, na_de_verkiezing()))
    monkeypatch.setattr(register, "LANDED", (*register.LANDED, "r2027_1"))
    assert toen.als(fout).stand.kop == geweigerd.stand.kop
    noemt = toen.als(fout).het("OpdrachtGeweigerd").ontbreekt
    assert noemt == (() if code == "r2026_3" else ("r2026_1", "r2026_2"))
