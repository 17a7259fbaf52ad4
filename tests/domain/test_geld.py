"""Money per opgave and per pilot, with its source and the reference of the finance system."""

import pytest
import verhaal as v
from pydantic import ValidationError
from verhaal import controller, griffier, manager

KREDIET = {"geldsoort": "krediet", "bedrag": 250_000_00, "bron": "provincie", "referentie": "KR-2025-7"}


def test_geld_wordt_geboekt_op_opgave_en_pilot_met_bron_besluit_en_kenmerk() -> None:
    verhaal = v.pilot_loopt().gegeven(
        controller("BoekGeld", **KREDIET, stap="B1"),
        manager("BoekGeld", **{**KREDIET, "geldsoort": "toegezegd", "bron": v.DRONTEN}, pilot="P1"),
        controller("BoekGeld", **{**KREDIET, "geldsoort": "besteed"}, pilot="P1"),
    )
    assert [(p.geldsoort, p.bron, p.pilot, p.stap) for p in verhaal.stand.geld] == [
        ("krediet", "provincie", None, "B1"),
        ("toegezegd", v.DRONTEN, "P1", None),
        ("besteed", "provincie", "P1", None),
    ]
    assert {p.referentie for p in verhaal.stand.geld} == {"KR-2025-7"}


def test_een_post_wordt_niet_twee_keer_geboekt() -> None:
    v.in_f2().gegeven(manager("BoekGeld", **KREDIET)).als(controller("BoekGeld", **KREDIET)).geweigerd("referentie")


@pytest.mark.parametrize(
    ("veld", "waarde", "regel"), [("bron", "urk", "partner"), ("pilot", "P9", "pilot"), ("stap", "B9", "stap")]
)
def test_geld_van_of_voor_iets_dat_er_niet_is_wordt_geweigerd(veld: str, waarde: str, regel: str) -> None:
    v.in_f2().als(manager("BoekGeld", **{**KREDIET, veld: waarde})).geweigerd(regel)
    v.in_f2().als(griffier("BoekGeld", **KREDIET)).geweigerd("bevoegdheid")


@pytest.mark.parametrize("bedrag", [-1, 10**14, 10**500, 0.5, "veel"])
def test_een_bedrag_is_een_heel_aantal_centen_van_leesbare_omvang(bedrag: object) -> None:
    with pytest.raises(ValidationError, match="bedrag"):
        v.in_f2().als(manager("BoekGeld", **{**KREDIET, "bedrag": bedrag}))
