"""Votes on persons: who is elected, what follows when nobody is, and that nobody's vote can be in it (PW 31)."""

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.basis import Weigering
from domain.reglement.register import reglement
from domain.stemmen.personen import Personenstemming, Personenuitkomst, Personenuitslag, bereken_personen

ZETELS = reglement("r2026_1").zetels_op(date(2026, 1, 1))


def _ps(**velden: Any) -> Personenuitslag:
    return bereken_personen(Personenstemming.model_validate({"aanwezig": 41, **velden}), ZETELS)


def _gs(**velden: Any) -> Personenuitslag:
    return bereken_personen(Personenstemming.model_validate({"orgaan": "GS", "leden": 7, "aanwezig": 6, **velden}))


@pytest.mark.parametrize(
    ("kandidaten", "uitkomst", "gekozen"),
    [
        ({"A": 21, "B": 20}, "aangenomen", "A"),
        ({"A": 20, "B": 20}, "herstemming_personen", ""),
        ({"A": 21, "B": 10, "C": 10}, "aangenomen", "A"),
        ({"A": 20, "B": 11, "C": 10}, "herstemming_personen", ""),
        ({"A": 41}, "aangenomen", "A"),
    ],
)
def test_gekozen_is_wie_meer_dan_de_helft_heeft(kandidaten: dict[str, int], uitkomst: str, gekozen: str) -> None:
    """PW 30 lid 1: more than half of the votes cast, not merely the most."""
    uitslag = _ps(kandidaten=kandidaten)
    assert (uitslag.uitkomst, uitslag.gekozen, uitslag.geldig) == (uitkomst, gekozen, True)
    assert "PW 31 lid 1" in uitslag.grondslag


def test_blanco_telt_mee_voor_geldig_en_niet_voor_de_meerderheid() -> None:
    """PW 28 lid 3 and 30 lid 2: 11 of 20 proper ballots elect, for 21 ballots were handed in; 20 ballots do not."""
    uitslag = _ps(kandidaten={"A": 11, "B": 9}, blanco=1)
    assert (uitslag.uitkomst, uitslag.geldig_minimum) == ("aangenomen", 21)
    assert {"PW 28 lid 3", "PW 29 lid 1", "PW 30 lid 2"} <= set(uitslag.grondslag)
    ongeldig = _ps(kandidaten={"A": 11, "B": 9})
    assert (ongeldig.uitkomst, ongeldig.geldig, ongeldig.gekozen) == ("stemming_ongeldig", False, "")
    assert _ps(kandidaten={"A": 11, "B": 9}, ongeldig=1).uitkomst == "aangenomen"


@pytest.mark.parametrize(
    ("art28", "deelnemers", "geldig"), [(1, 20, False), (1, 21, True), (2, 19, False), (2, 20, True)]
)
def test_wie_zich_onthoudt_telt_niet_voor_de_geldigheid(art28: int, deelnemers: int, geldig: bool) -> None:
    """PW 29 lid 1: who stands on the voordracht abstains (PW 28 lid 4), and counts for neither side of the half."""
    assert _ps(kandidaten={"A": deelnemers}, art28=art28).geldig is geldig


@pytest.mark.parametrize("vrij", ["opnieuw_na_ongeldig", "na_geen_quorum"])
def test_opnieuw_stemmen_kent_geen_minimum(vrij: str) -> None:
    """PW 29 lid 2: no minimum the second time, nor in a meeting called again."""
    uitslag = _ps(kandidaten={"A": 3, "B": 2}, **{vrij: True})
    assert (uitslag.uitkomst, uitslag.geldig_minimum) == ("aangenomen", None)


@pytest.mark.parametrize(("aanwezig", "uitkomst"), [(19, "geen_quorum"), (20, "aangenomen")])
def test_zonder_quorum_wordt_niet_gekozen(aanwezig: int, uitkomst: str) -> None:
    """PW 20 lid 1: 20 of 39 members in office."""
    uitslag = _ps(zittend=39, aanwezig=aanwezig, kandidaten={"A": aanwezig})
    assert (uitslag.uitkomst, uitslag.quorum.vereist) == (uitkomst, 20)


def test_zonder_presentielijst_wordt_het_quorum_niet_getoetst() -> None:
    """Fewer may vote than signed the list, so a low number of ballots says nothing about the quorum."""
    uitslag = _ps(aanwezig=None, kandidaten={"A": 12})
    assert (uitslag.uitkomst, uitslag.quorum.gehaald) == ("stemming_ongeldig", None)
    assert "niet getoetst" in uitslag.uitleg


def test_een_staking_geeft_herstemming_en_daarna_het_lot() -> None:
    """PW 31 lid 2-3: once more in the same meeting, then the lot; only those who are tied are in it."""
    gelijk = {"A": 15, "B": 15, "C": 11}
    eerst, daarna = _ps(kandidaten=gelijk), _ps(kandidaten=gelijk, eerdere_staking=True)
    assert (eerst.uitkomst, eerst.tussen) == ("herstemming_personen", ("A", "B"))
    assert "PW 31 lid 2" in eerst.grondslag
    assert (daarna.uitkomst, daarna.tussen, daarna.gekozen) == ("lot", ("A", "B"), "")
    assert "PW 31 lid 3" in daarna.grondslag
    assert _ps(kandidaten={"A": 21, "B": 20}, eerdere_staking=True).gekozen == "A"


@pytest.mark.parametrize(
    ("keuze", "kandidaten", "tussen", "woord"),
    [
        ("vrij", {"A": 18, "B": 12, "C": 11}, (), "tweede vrije stemming"),
        ("vrij", {"A": 20, "B": 20}, (), "tweede vrije stemming"),
        ("tweede_vrij", {"A": 18, "B": 12, "C": 11}, ("A", "B"), "een herstemming tussen A en B"),
        ("tweede_vrij", {"A": 16, "B": 16, "C": 9}, ("A", "B"), "een herstemming tussen A en B"),
        ("tweede_vrij", {"A": 19, "B": 11, "C": 11}, ("B", "C"), "met A in de herstemming"),
        ("tweede_vrij", {"A": 13, "B": 13, "C": 13}, ("A", "B", "C"), "tussenstemming"),
        ("beperkt", {"A": 18, "B": 12, "C": 11}, ("A", "B"), "een herstemming tussen A en B"),
        ("beperkt", {"A": 20, "B": 20}, ("A", "B"), "dezelfde vergadering"),
        (None, {"A": 18, "B": 12, "C": 11}, (), "reglement van orde"),
    ],
)
def test_wat_volgt_als_niemand_een_meerderheid_heeft(
    keuze: str | None, kandidaten: dict[str, int], tussen: tuple[str, ...], woord: str
) -> None:
    """A free vote, a second one, then between the two with most votes; a free tie never goes to the lot."""
    uitslag = _ps(keuze=keuze, kandidaten=kandidaten)
    assert (uitslag.uitkomst, uitslag.tussen) == ("herstemming_personen", tussen)
    assert woord in uitslag.uitleg


@pytest.mark.parametrize(
    ("voor", "tegen", "eerder", "uitkomst"),
    [
        (21, 20, False, "aangenomen"),
        (20, 21, False, "verworpen"),
        (20, 20, False, "herstemming_personen"),
        (20, 20, True, "lot"),
    ],
)
def test_ja_of_nee_over_een_persoon(voor: int, tegen: int, eerder: bool, uitkomst: str) -> None:
    """PW 49: an ontslag, or one candidate, is a yes or no; a tie goes the way of PW 31, not that of PW 32."""
    uitslag = _ps(voor=voor, tegen=tegen, eerdere_staking=eerder)
    assert (uitslag.uitkomst, uitslag.voor, uitslag.tegen, uitslag.tussen) == (uitkomst, voor, tegen, ())


@pytest.mark.parametrize(("orgaan", "blanco"), [(_ps, 30), (_gs, 5)])
def test_alleen_blanco_is_geen_besluit(orgaan: Any, blanco: int) -> None:
    """Without one proper ballot there is neither a majority nor a tie."""
    uitslag = orgaan(kandidaten={"A": 0, "B": 0}, blanco=blanco)
    assert (uitslag.uitkomst, uitslag.gekozen) == ("geen_besluit", "")


@pytest.mark.parametrize("kandidaten", [{"A": 3, "B": 3}, {"A": 2, "B": 2, "C": 1}, {"A": 3, "B": 2, "C": 1}])
@pytest.mark.parametrize("eerder", [False, True])
def test_gs_beslissen_niet_over_personen_zonder_meerderheid(kandidaten: dict[str, int], eerder: bool) -> None:
    """PW 58 and 59: no herstemming, no lot and no deciding vote of the chair in GS."""
    uitslag = _gs(kandidaten=kandidaten, eerdere_staking=eerder)
    assert (uitslag.uitkomst, uitslag.geldig_minimum) == ("geen_besluit", None)
    assert uitslag.grondslag == ("PW 58", "PW 56 lid 1", "PW 30 lid 1", "PW 59 lid 1")


def test_gs_kiezen_met_een_meerderheid() -> None:
    """PW 30 holds in GS; two votes out of six present are enough when no others are cast, three present are no quorum."""
    assert _gs(kandidaten={"A": 2}).gekozen == "A"
    assert _gs(kandidaten={"A": 2}, aanwezig=3).uitkomst == "geen_quorum"
    assert "PW 56 lid 3" in _gs(kandidaten={"A": 2}, aanwezig=3, na_geen_quorum=True).grondslag


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"kandidaten": {"A": -1}}, "kandidaten.A"),
        ({"kandidaten": {"A": 30, "B": 12}}, "kandidaten"),
        ({"kandidaten": {"A": 30}, "art28": 12}, "kandidaten"),
        ({"kandidaten": {"A": 30}, "aanwezig": 29}, "aanwezig"),
        ({"kandidaten": {"A": 30}, "in_zaal": 29}, "in_zaal"),
        ({"kandidaten": {"A": 30}, "aanwezig": 35, "in_zaal": 36}, "in_zaal"),
        ({"kandidaten": {"A": 30}, "aanwezig": 42}, "aanwezig"),
        ({"kandidaten": {"A": 30}, "voor": 30, "tegen": 0}, "kandidaten"),
        ({"kandidaten": [{"label": "A", "stemmen": 10}, {"label": "A", "stemmen": 20}]}, "kandidaten"),
        ({"voor": 30}, "tegen"),
        ({"tegen": 30}, "voor"),
        ({"voor": 30, "tegen": 12}, "voor"),
        ({}, "kandidaten"),
        ({"kandidaten": {"A": 30}, "keuze": "vrij", "eerdere_staking": True}, "eerdere_staking"),
        ({"kandidaten": {"A": 30}, "leden": 39}, "leden"),
    ],
)
def test_briefjes_die_niet_kunnen_worden_geweigerd_met_het_veld(velden: dict[str, Any], veld: str) -> None:
    """Ballots that can't be are refused with the name of the field."""
    with pytest.raises(Weigering) as fout:
        _ps(**velden)
    assert fout.value.regel == f"stemming.{veld}"
    assert f"(veld: {veld})" in fout.value.reden


def test_wie_wat_stemde_past_er_niet_in() -> None:
    """PW 31 lid 1: there is no field for votes per fractie or for names."""
    for veld in ("per_fractie", "stemmen", "namen"):
        with pytest.raises(ValidationError):
            Personenstemming.model_validate({"kandidaten": {"A": 21}, veld: {"BBB": [10, 0, 0, 0]}}, extra="forbid")


_GETAL = st.integers(-1, 43)


@given(
    st.dictionaries(st.sampled_from("ABCD"), _GETAL, max_size=4),
    st.fixed_dictionaries(
        {
            "orgaan": st.sampled_from(["PS", "GS"]),
            **dict.fromkeys(["leden", "zittend", "aanwezig", "in_zaal", "voor", "tegen"], st.one_of(st.none(), _GETAL)),
            **dict.fromkeys(["blanco", "ongeldig", "art28"], st.one_of(st.just(0), _GETAL)),
            **dict.fromkeys(["na_geen_quorum", "opnieuw_na_ongeldig", "eerdere_staking"], st.booleans()),
            "keuze": st.sampled_from([None, "vrij", "tweede_vrij", "beperkt"]),
        }
    ),
)
def test_elke_invoer_geeft_een_uitkomst_of_een_weigering(kandidaten: dict[str, int], velden: dict[str, Any]) -> None:
    """Anything gives an outcome that adds up, in any order of the candidates, or a refusal that names a field."""
    stemming = Personenstemming.model_validate({**velden, "kandidaten": kandidaten})
    omgekeerd = Personenstemming.model_validate({**velden, "kandidaten": dict(reversed(kandidaten.items()))})
    assert omgekeerd == stemming
    try:
        uitslag = bereken_personen(stemming)
    except Weigering as fout:
        assert fout.regel.split(".")[1] in Personenstemming.model_fields
        return
    assert uitslag.uitkomst in get_args(Personenuitkomst)
    assert stemming.deelnemers + stemming.art28 <= (velden["leden"] or 0)
    assert bool(uitslag.gekozen) == (uitslag.uitkomst == "aangenomen" and bool(stemming.kandidaten))
    if uitslag.gekozen:
        assert 2 * kandidaten[uitslag.gekozen] > sum(kandidaten.values())
