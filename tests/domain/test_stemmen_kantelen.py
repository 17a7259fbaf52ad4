"""Whether members who should have abstained could have turned a vote (PW 28): noted, never recomputed."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.basis import Weigering
from domain.reglement.register import reglement
from domain.stemmen.kantelen import had_kunnen_kantelen
from domain.stemmen.zaken import Stemming

ZETELS = reglement("r2026_1").zetels_op(date(2026, 1, 1))


def _kantelt(aantal: int = 1, **velden: Any) -> bool:
    stemming = Stemming.model_validate({"wijze": "hoofdelijk", **velden})
    return had_kunnen_kantelen(stemming, ZETELS if stemming.orgaan == "PS" else None, aantal)


@pytest.mark.parametrize(
    ("voor", "tegen", "aantal", "kantelt"),
    [
        (22, 19, 1, False),
        (22, 19, 2, False),
        (22, 19, 3, True),
        (21, 20, 1, True),
        (20, 21, 1, True),
        (19, 22, 2, False),
        (19, 22, 3, True),
        (20, 20, 1, True),
        (20, 20, 2, True),
    ],
)
def test_de_meerderheid_kantelt_pas_als_het_verschil_op_is(voor: int, tegen: int, aantal: int, kantelt: bool) -> None:
    """A tie is another outcome than a majority, and each tie could have been a majority."""
    assert _kantelt(aantal, voor=voor, tegen=tegen) is kantelt


@pytest.mark.parametrize(
    ("voor", "art28", "kantelt"),
    [(20, 0, False), (21, 0, True), (22, 0, False), (21, 1, False), (19, 2, False), (20, 2, True), (21, 2, False)],
)
def test_ook_de_geldigheid_kan_kantelen(voor: int, art28: int, kantelt: bool) -> None:
    """PW 29 lid 1: 21 of 41 is valid and 20 of the other 40 is not, but with one more away 20 of 39 is."""
    assert _kantelt(voor=voor, tegen=0, art28=art28, aanwezig=30) is kantelt


def test_alleen_blanco_kan_ongeldig_worden() -> None:
    """Taken from the blank ballots too, for nobody knows who cast them."""
    assert _kantelt(wijze="schriftelijk_geheim", voor=0, tegen=0, blanco=21, aanwezig=41)
    assert not _kantelt(wijze="schriftelijk_geheim", voor=0, tegen=0, blanco=30, aanwezig=41)


def test_stemmen_per_fractie_worden_samen_genomen() -> None:
    """The fractie of the member does not matter for the outcome; the totals do."""
    half = {naam: [zetels, 0, 0, 0] for naam, zetels in ZETELS.fracties}
    assert not _kantelt(per_fractie=half)
    half |= {"BBB": [0, 10, 0, 0], "VVD": [0, 4, 0, 0], "PVV": [0, 3, 0, 0], "PvdA": [0, 3, 0, 0]}
    assert _kantelt(per_fractie=half, in_zaal=41)


def test_zonder_stemmen_kantelt_niets() -> None:
    """An item passed without a vote, or a meeting that did not open, has no votes to take out."""
    assert not _kantelt(wijze="zonder_stemming")
    assert not _kantelt(aanwezig=12)


def test_in_gs_kan_de_stem_van_de_voorzitter_nodig_worden() -> None:
    """4-3 with one less is 3-3, for which the chair's deciding vote is not on record the second time."""
    gs = {"orgaan": "GS", "leden": 7, "aanwezig": 7, "voor": 4, "tegen": 3}
    assert _kantelt(**gs)
    assert _kantelt(**gs, eerdere_staking=True)
    assert not _kantelt(**gs, eerdere_staking=True, voorzitter_stem="voor")
    assert not _kantelt(**{**gs, "voor": 5, "tegen": 2})


@pytest.mark.parametrize("aantal", [-1, 0, 42])
def test_het_gaat_om_leden_die_meededen(aantal: int) -> None:
    """No fewer than one member and no more than took part."""
    with pytest.raises(Weigering) as fout:
        _kantelt(aantal, voor=21, tegen=20)
    assert fout.value.regel == "stemming.aantal"


@given(st.integers(0, 41), st.integers(0, 41), st.integers(1, 5))
def test_een_ruim_verschil_kantelt_niet_en_een_krap_wel(voor: int, tegen: int, aantal: int) -> None:
    """Valid beyond doubt: it turns exactly when the difference is no more than the members it concerns."""
    if voor + tegen > 41 or voor + tegen < 21 + 2 * aantal:
        return
    assert _kantelt(aantal, voor=voor, tegen=tegen, aanwezig=41) is (abs(voor - tegen) <= aantal)
