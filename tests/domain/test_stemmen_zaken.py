"""The outcome of a vote: every rule of domain.md 3.4 on both sides of its boundary, and both worked examples."""

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.basis import Weigering
from domain.keten import canoniek
from domain.reglement.model import Zetelverdeling
from domain.reglement.register import reglement
from domain.stemmen.zaken import Stemming, Stemuitslag, Uitkomst, bereken, met_amendementen

ZETELS = reglement("r2026_1").zetels_op(date(2025, 1, 1))
FRACTIES = [naam for naam, _ in ZETELS.fracties]


def _ps(**velden: Any) -> Stemuitslag:
    return bereken(Stemming.model_validate({"wijze": "hoofdelijk", **velden}), ZETELS)


def _gs(**velden: Any) -> Stemuitslag:
    return bereken(Stemming.model_validate({"orgaan": "GS", "wijze": "hoofdelijk", "leden": 7, **velden}))


def _weigering(**velden: Any) -> Weigering:
    with pytest.raises(Weigering) as fout:
        _ps(**velden)
    return fout.value


def _tabel(*rijen: str) -> dict[str, list[int]]:
    """Each row: the votes of all fracties in the order of the seats, "9/0/1/0 4/0/0/0 ..."."""
    delen = " ".join(rijen).split()
    assert len(delen) == len(FRACTIES)
    return {naam: [int(n) for n in deel.split("/")] for naam, deel in zip(FRACTIES, delen, strict=True)}


def _unaniem() -> dict[str, list[int]]:
    return {naam: [zetels, 0, 0, 0] for naam, zetels in ZETELS.fracties}


# The votes of domain.md section 6, fracties in the order
# BBB VVD PVV PvdA GL CU D66 CDA JA21 PvdD FvD SP SGP SLF 50PLUS.
VOORBEELDEN = {
    "6.1 kader": (
        "9/0/1/0 4/0/0/0 0/3/0/0 3/0/0/0 3/0/0/0 2/0/0/0 2/0/0/0 2/0/0/0 "
        "0/2/0/0 2/0/0/0 0/2/0/0 2/0/0/0 2/0/0/0 1/0/0/0 1/0/0/0",
        {"voor": 33, "tegen": 7, "uitkomst": "aangenomen"},
    ),
    "6.1 A3": (
        "10/0/0/0 3/0/0/1 0/3/0/0 3/0/0/0 3/0/0/0 2/0/0/0 2/0/0/0 2/0/0/0 "
        "0/2/0/0 2/0/0/0 0/1/1/0 2/0/0/0 2/0/0/0 1/0/0/0 0/1/0/0",
        {"voor": 32, "tegen": 7, "geldig_minimum": 21, "uitkomst": "aangenomen", "art28": 1},
    ),
    "6.1 A8": (
        "10/0/0/0 4/0/0/0 0/3/0/0 3/0/0/0 3/0/0/0 2/0/0/0 2/0/0/0 2/0/0/0 "
        "0/2/0/0 2/0/0/0 0/2/0/0 2/0/0/0 2/0/0/0 1/0/0/0 1/0/0/0",
        {"voor": 34, "tegen": 7, "uitkomst": "aangenomen"},
    ),
    "6.2 A5": (
        "0/10/0/0 4/0/0/0 0/3/0/0 3/0/0/0 3/0/0/0 2/0/0/0 2/0/0/0 2/0/0/0 "
        "2/0/0/0 2/0/0/0 0/2/0/0 2/0/0/0 2/0/0/0 1/0/0/0 1/0/0/0",
        {"voor": 26, "tegen": 15, "uitkomst": "aangenomen"},
    ),
    "6.2 A6 eerste": (
        "0/9/1/0 4/0/0/0 0/3/0/0 3/0/0/0 3/0/0/0 2/0/0/0 2/0/0/0 2/0/0/0 "
        "0/2/0/0 2/0/0/0 0/2/0/0 2/0/0/0 0/2/0/0 0/1/0/0 0/1/0/0",
        {"voor": 20, "tegen": 20, "voltallig": False, "uitkomst": "uitgesteld_staking"},
    ),
    "6.2 A6 tweede": (
        "0/10/0/0 4/0/0/0 0/3/0/0 3/0/0/0 3/0/0/0 2/0/0/0 2/0/0/0 2/0/0/0 "
        "0/2/0/0 2/0/0/0 0/2/0/0 2/0/0/0 2/0/0/0 0/1/0/0 0/1/0/0",
        {"voor": 22, "tegen": 19, "voltallig": True, "uitkomst": "aangenomen"},
    ),
    "6.2 vervolg": (
        "10/0/0/0 4/0/0/0 0/3/0/0 0/3/0/0 0/3/0/0 2/0/0/0 2/0/0/0 2/0/0/0 "
        "1/1/0/0 0/2/0/0 0/1/1/0 0/2/0/0 2/0/0/0 1/0/0/0 1/0/0/0",
        {"voor": 25, "tegen": 15, "uitkomst": "aangenomen"},
    ),
}


@pytest.mark.parametrize("naam", VOORBEELDEN)
def test_de_uitgewerkte_voorbeelden_geven_hun_uitkomst(naam: str) -> None:
    """Each vote of the worked examples gives the numbers and the outcome written beside it."""
    stemmen, verwacht = VOORBEELDEN[naam]
    uitslag = _ps(per_fractie=_tabel(stemmen)).model_dump()
    assert {veld: uitslag[veld] for veld in verwacht} == verwacht


def test_een_aangenomen_amendement_maakt_het_voorstel_gewijzigd() -> None:
    """Only an adopted proposal becomes `aangenomen_gewijzigd`, and only with an adopted amendment."""
    assert met_amendementen("aangenomen", 1) == "aangenomen_gewijzigd"
    assert met_amendementen("aangenomen", 0) == "aangenomen"
    assert met_amendementen("verworpen", 2) == "verworpen"


@pytest.mark.parametrize(
    ("zittend", "aanwezig", "gehaald", "vereist"),
    [
        (41, 20, False, 21),
        (41, 21, True, 21),
        (40, 20, False, 21),
        (40, 21, True, 21),
        (39, 19, False, 20),
        (39, 20, True, 20),
    ],
)
def test_het_quorum_is_meer_dan_de_helft_van_de_zittende_leden(
    zittend: int, aanwezig: int, gehaald: bool, vereist: int
) -> None:
    """PW 20: more than half of the members in office must be there."""
    uitslag = _ps(zittend=zittend, aanwezig=aanwezig, voor=aanwezig, tegen=0)
    assert uitslag.quorum.model_dump() == {"vereist": vereist, "aanwezig": aanwezig, "gehaald": gehaald}
    assert uitslag.uitkomst == ("aangenomen" if gehaald else "geen_quorum")
    assert uitslag.geldig is gehaald


def test_zonder_quorum_zijn_geen_stemmen_nodig() -> None:
    """A meeting that could not open is recorded without votes, with its article."""
    uitslag = _ps(aanwezig=12)
    assert (uitslag.uitkomst, uitslag.grondslag, uitslag.voor) == ("geen_quorum", ("PW 20 lid 1",), None)


def test_na_een_vergadering_zonder_quorum_gelden_geen_minima() -> None:
    """PW 20 lid 3 and 29 lid 2: in the reconvened meeting three members can decide."""
    uitslag = _ps(aanwezig=3, voor=2, tegen=1, na_geen_quorum=True)
    assert uitslag.uitkomst == "aangenomen"
    assert (uitslag.quorum.vereist, uitslag.quorum.gehaald, uitslag.geldig_minimum) == (None, None, None)
    assert {"PW 20 lid 3", "PW 29 lid 2 b"} <= set(uitslag.grondslag)


@pytest.mark.parametrize(
    ("art28", "deelnemers", "minimum", "geldig"),
    [
        (0, 20, 21, False),
        (0, 21, 21, True),
        (1, 20, 21, False),
        (1, 21, 21, True),
        (2, 19, 20, False),
        (2, 20, 20, True),
    ],
)
def test_de_stemming_is_geldig_als_meer_dan_de_helft_meedoet(
    art28: int, deelnemers: int, minimum: int, geldig: bool
) -> None:
    """PW 29 lid 1: more than half of the members in office who need not abstain take part."""
    uitslag = _ps(aanwezig=30, voor=deelnemers, tegen=0, art28=art28)
    assert (uitslag.geldig_minimum, uitslag.geldig) == (minimum, geldig)
    assert uitslag.uitkomst == ("aangenomen" if geldig else "stemming_ongeldig")
    assert "PW 29 lid 1" in uitslag.grondslag


def test_een_herhaalde_stemming_kent_geen_minimum_maar_wel_het_quorum() -> None:
    """PW 29 lid 2 a: the second vote has no minimum for validity; the opening quorum stays."""
    uitslag = _ps(aanwezig=21, voor=3, tegen=2, opnieuw_na_ongeldig=True)
    assert (uitslag.uitkomst, uitslag.geldig_minimum) == ("aangenomen", None)
    assert "PW 29 lid 2 a" in uitslag.grondslag
    assert _ps(aanwezig=20, voor=3, tegen=2, opnieuw_na_ongeldig=True).uitkomst == "geen_quorum"


@pytest.mark.parametrize(
    ("voor", "tegen", "uitkomst"), [(21, 20, "aangenomen"), (20, 21, "verworpen"), (0, 41, "verworpen")]
)
def test_de_meerderheid_is_meer_dan_de_helft_van_de_stemmen(voor: int, tegen: int, uitkomst: str) -> None:
    """PW 30: one vote makes the difference."""
    uitslag = _ps(voor=voor, tegen=tegen)
    assert uitslag.uitkomst == uitkomst
    assert "PW 30 lid 1" in uitslag.grondslag


def test_blanco_telt_voor_de_geldigheid_en_niet_voor_de_meerderheid() -> None:
    """PW 28 lid 3 and 30 lid 2: blank ballots make the vote valid, but the majority is of the proper ones."""
    uitslag = _ps(wijze="schriftelijk_geheim", voor=6, tegen=5, blanco=8, ongeldig=2)
    assert (uitslag.uitkomst, uitslag.geldig, uitslag.geldig_minimum) == ("aangenomen", True, 21)
    assert "PW 30 lid 2" in uitslag.grondslag
    assert _ps(wijze="schriftelijk_geheim", voor=6, tegen=5, blanco=8, ongeldig=1, aanwezig=21).geldig is False


def test_alleen_blanco_briefjes_zijn_geen_meerderheid() -> None:
    """With no proper vote at all there is no majority and no tie."""
    assert _ps(wijze="schriftelijk_geheim", voor=0, tegen=0, blanco=30).uitkomst == "verworpen"


@pytest.mark.parametrize(
    ("velden", "uitkomst", "voltallig", "artikel"),
    [
        ({"voor": 20, "tegen": 20}, "uitgesteld_staking", False, "PW 32 lid 4"),
        ({"voor": 20, "tegen": 20, "art28": 1}, "niet_aangenomen_staking", True, "PW 32 lid 5"),
        ({"voor": 19, "tegen": 19, "art28": 2}, "uitgesteld_staking", False, "PW 32 lid 4"),
        ({"voor": 19, "tegen": 19, "art28": 3}, "niet_aangenomen_staking", True, "PW 32 lid 5"),
        ({"voor": 20, "tegen": 20, "eerdere_staking": True}, "niet_aangenomen_staking", False, "PW 32 lid 5"),
        ({"voor": 20, "tegen": 20, "zittend": 40}, "uitgesteld_staking", False, "PW 32 lid 4"),
        ({"voor": 19, "tegen": 19, "art28": 2, "zittend": 40}, "uitgesteld_staking", False, "PW 32 lid 4"),
    ],
)
def test_staking_van_stemmen(velden: dict[str, Any], uitkomst: str, voltallig: bool, artikel: str) -> None:
    """PW 32 lid 4-6: a tie is put off once, unless all 41 but the abstainers voted; with a vacancy never voltallig."""
    uitslag = _ps(**velden)
    assert (uitslag.uitkomst, uitslag.voltallig) == (uitkomst, voltallig)
    assert artikel in uitslag.grondslag


def test_een_leeg_briefje_is_geen_stem_voor_voltallig() -> None:
    """PW 30 lid 2 and 32 lid 6: all 41 handed in a ballot, but one was blank, so a tie is put off."""
    uitslag = _ps(wijze="schriftelijk_geheim", voor=20, tegen=20, blanco=1)
    assert (uitslag.uitkomst, uitslag.voltallig) == ("uitgesteld_staking", False)


def test_een_tweede_stemming_met_meerderheid_is_gewoon_een_besluit() -> None:
    """After an earlier tie a majority decides."""
    assert _ps(voor=21, tegen=20, eerdere_staking=True).uitkomst == "aangenomen"


def test_zonder_stemming_is_aangenomen() -> None:
    """PW 32 lid 3: no vote asked is adopted; without a presentielijst the quorum is said not to be tested."""
    uitslag = _ps(wijze="zonder_stemming")
    assert (uitslag.uitkomst, uitslag.grondslag) == ("aangenomen", ("PW 32 lid 3",))
    assert (uitslag.voor, uitslag.voltallig, uitslag.geldig_minimum, uitslag.quorum.gehaald) == (None,) * 4
    assert "niet getoetst" in uitslag.uitleg
    assert _ps(wijze="zonder_stemming", aanwezig=20).uitkomst == "geen_quorum"
    assert _ps(wijze="zonder_stemming", aanwezig=21).grondslag == ("PW 20 lid 1", "PW 32 lid 3")


def test_een_vacature_past_bij_de_stemmen_per_fractie() -> None:
    """With a seat vacant a fractie counts one fewer, together the members in office, and it is never voltallig."""
    stemmen = _unaniem() | {"BBB": [9, 0, 0, 0]}
    uitslag = _ps(per_fractie=stemmen, zittend=40)
    assert (uitslag.voor, uitslag.voltallig) == (40, False)
    assert _weigering(per_fractie=stemmen).regel == "stemming.per_fractie.BBB"
    assert _weigering(per_fractie=_unaniem(), zittend=40).regel == "stemming.per_fractie"


@pytest.mark.parametrize(
    ("zittend", "aanwezig", "uitkomst"),
    [(7, 3, "geen_quorum"), (7, 4, "aangenomen"), (6, 2, "geen_quorum"), (6, 3, "aangenomen")],
)
def test_gs_heeft_genoeg_aan_de_helft(zittend: int, aanwezig: int, uitkomst: str) -> None:
    """PW 56: at least half of the sitting members of GS."""
    assert _gs(zittend=zittend, aanwezig=aanwezig, voor=aanwezig, tegen=0).uitkomst == uitkomst


def test_gs_kent_geen_minimum_en_geen_voltallig() -> None:
    """PW 58: two votes out of five present decide in GS; PW 29 and 32 do not apply."""
    uitslag = _gs(aanwezig=5, voor=2, tegen=0)
    assert (uitslag.uitkomst, uitslag.geldig_minimum, uitslag.voltallig) == ("aangenomen", None, None)
    assert uitslag.grondslag == ("PW 58", "PW 56 lid 1", "PW 30 lid 1")


def test_gs_stemt_bij_een_staking_opnieuw_en_dan_beslist_de_voorzitter() -> None:
    """PW 59: a first tie means voting again; at the second the chair decides, and must be on record."""
    assert _gs(aanwezig=6, voor=3, tegen=3).uitkomst == "herstemmen"
    tweede = {"aanwezig": 6, "voor": 3, "tegen": 3, "eerdere_staking": True}
    assert _gs(**tweede, voorzitter_stem="voor").uitkomst == "aangenomen"
    assert _gs(**tweede, voorzitter_stem="tegen").uitkomst == "verworpen"
    assert "PW 59 lid 2" in _gs(**tweede, voorzitter_stem="voor").grondslag
    with pytest.raises(Weigering) as fout:
        _gs(**tweede)
    assert fout.value.regel == "stemming.voorzitter_stem"


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"voor": -1, "tegen": 30}, "voor"),
        ({"per_fractie": _unaniem() | {"BBB": [11, 0, -1, 0]}}, "per_fractie.BBB.afwezig"),
        ({"per_fractie": _unaniem() | {"BBB": [11, 0, 0, 0]}}, "per_fractie.BBB"),
        ({"per_fractie": _unaniem() | {"BBB": [9, 0, 0, 0]}}, "per_fractie.BBB"),
        ({"per_fractie": _unaniem() | {"LPF": [1, 0, 0, 0]}}, "per_fractie.LPF"),
        ({"per_fractie": {"BBB": [10, 0, 0, 0]}}, "per_fractie"),
        ({"per_fractie": [{"fractie": "BBB", "voor": 10}] * 2}, "per_fractie.BBB"),
        ({"per_fractie": _unaniem(), "voor": 41, "tegen": 0}, "per_fractie"),
        ({"per_fractie": _unaniem(), "wijze": "schriftelijk_geheim"}, "per_fractie"),
        ({"per_fractie": _unaniem(), "orgaan": "GS", "leden": 41}, "per_fractie"),
        ({"per_fractie": _unaniem(), "aanwezig": 40}, "aanwezig"),
        ({"voor": 30, "tegen": 12}, "voor"),
        ({"voor": 30, "tegen": 11, "art28": 1}, "voor"),
        ({"voor": 30}, "tegen"),
        ({"tegen": 30}, "voor"),
        ({"aanwezig": 30}, "voor"),
        ({"voor": 20, "tegen": 5, "aanwezig": 24}, "aanwezig"),
        ({"voor": 20, "tegen": 5, "aanwezig": 42}, "aanwezig"),
        ({"voor": 20, "tegen": 5, "zittend": 42}, "zittend"),
        ({"voor": 20, "tegen": 5, "leden": 39}, "leden"),
        ({"voor": 20, "tegen": 5, "blanco": 1}, "blanco"),
        ({"voor": 20, "tegen": 5, "wijze": "zonder_stemming"}, "wijze"),
        ({"orgaan": "GS", "voor": 4, "tegen": 3}, "leden"),
    ],
)
def test_stemmen_die_niet_kunnen_worden_geweigerd_met_het_veld(velden: dict[str, Any], veld: str) -> None:
    """Votes that can't be are refused with the name of the field, in the rule and in the text."""
    fout = _weigering(**velden)
    assert fout.regel == f"stemming.{veld}"
    assert f"(veld: {veld})" in fout.reden


@pytest.mark.parametrize(
    "velden", [{"voor": 1.5}, {"voor": "3"}, {"voor": True}, {"wijze": "juichen"}, {"per_fractie": {"BBB": [1, 2]}}]
)
def test_een_misvormde_stemming_komt_niet_binnen(velden: dict[str, Any]) -> None:
    """A half vote, a word for a number, an unknown way of voting or a short row is malformed."""
    with pytest.raises(ValidationError):
        Stemming.model_validate({"wijze": "hoofdelijk", **velden})


@st.composite
def _stemmingen(draw: st.DrawFn) -> dict[str, list[int]]:
    tabel: dict[str, list[int]] = {}
    for naam, zetels in ZETELS.fracties:
        grenzen = sorted(draw(st.integers(0, zetels)) for _ in range(3))
        tabel[naam] = [grenzen[0], grenzen[1] - grenzen[0], grenzen[2] - grenzen[1], zetels - grenzen[2]]
    return tabel


def _of_weigering(tabel: dict[str, list[int]], **velden: Any) -> Stemuitslag | str:
    try:
        return _ps(per_fractie=tabel, **velden)
    except Weigering as fout:
        return fout.regel


@given(_stemmingen(), st.randoms(use_true_random=False), st.booleans(), st.booleans())
def test_de_volgorde_van_de_fracties_doet_er_niet_toe(
    tabel: dict[str, list[int]], toeval: Any, eerder: bool, opnieuw: bool
) -> None:
    """An outcome never depends on the order in which the fracties are given."""
    namen = list(tabel)
    toeval.shuffle(namen)
    velden = {"eerdere_staking": eerder, "opnieuw_na_ongeldig": opnieuw}
    assert _of_weigering({n: tabel[n] for n in namen}, **velden) == _of_weigering(tabel, **velden)


@given(_stemmingen())
def test_de_stemmen_tellen_op_tot_de_zetels(tabel: dict[str, list[int]]) -> None:
    """Whatever the outcome, everyone in office is counted once, and adopted means more for than against."""
    uitslag = _of_weigering(tabel)
    if isinstance(uitslag, Stemuitslag) and uitslag.voor is not None:
        assert uitslag.tegen is not None
        assert uitslag.afwezig is not None
        assert uitslag.voor + uitslag.tegen + uitslag.afwezig + uitslag.art28 == ZETELS.zittend
        assert uitslag.uitkomst != "aangenomen" or uitslag.voor > uitslag.tegen
        assert uitslag.grondslag
        assert uitslag.uitleg


@given(st.integers(-2, 45), st.integers(-2, 45), st.integers(-2, 45), st.integers(-2, 45), st.integers(-2, 45))
def test_elke_invoer_geeft_een_uitkomst_of_een_weigering(
    voor: int, tegen: int, art28: int, aanwezig: int, zittend: int
) -> None:
    """No numbers whatsoever lead to anything but an outcome or a refusal that names a field."""
    velden = {"voor": voor, "tegen": tegen, "art28": art28, "aanwezig": aanwezig, "zittend": zittend}
    try:
        uitslag = _ps(**velden)
    except Weigering as fout:
        regel = fout.regel
    else:
        regel = f"stemming.{uitslag.uitkomst}"
    assert regel.startswith("stemming.")


def test_een_stemming_overleeft_opslaan() -> None:
    """A vote and its outcome are read back from JSON unchanged."""
    stemming = Stemming.model_validate({"wijze": "hoofdelijk", "per_fractie": _unaniem()})
    assert Stemming.model_validate_json(stemming.model_dump_json()) == stemming
    uitslag = bereken(stemming, ZETELS)
    assert Stemuitslag.model_validate_json(uitslag.model_dump_json()) == uitslag


def test_een_andere_zetelverdeling_geeft_een_andere_uitkomst() -> None:
    """The seats of the date of the vote decide which votes fit."""
    anders = Zetelverdeling(vanaf=date(2027, 3, 17), fracties=(("A", 20), ("B", 21)), leden=41)
    stemming = Stemming.model_validate({"wijze": "hoofdelijk", "per_fractie": {"A": [20, 0, 0, 0], "B": [0, 21, 0, 0]}})
    assert bereken(stemming, anders).uitkomst == "verworpen"
    with pytest.raises(Weigering):
        bereken(stemming, ZETELS)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"in_zaal": 40, "voor": 20, "tegen": 19}, "in_zaal"),
        ({"in_zaal": 38, "voor": 20, "tegen": 19}, "in_zaal"),
        ({"in_zaal": 40, "voor": 20, "tegen": 19, "art28": 1, "aanwezig": 39}, "in_zaal"),
        ({"in_zaal": 42, "voor": 20, "tegen": 19}, "in_zaal"),
        ({"in_zaal": -1, "voor": 20, "tegen": 19}, "in_zaal"),
        ({"in_zaal": 38, "voor": 20, "tegen": 19, "wijze": "handopsteken_per_fractie"}, "in_zaal"),
        ({"aantekening_tegen": ["PVV"], "voor": 30, "tegen": 11}, "aantekening_tegen"),
        ({"aantekening_tegen": ["LPF"], "wijze": "zonder_stemming"}, "aantekening_tegen"),
        ({"aantekening_tegen": ["PVV", "PVV"], "wijze": "zonder_stemming"}, "aantekening_tegen"),
        ({"aantekening_tegen": ["PVV"], "wijze": "zonder_stemming", "orgaan": "GS", "leden": 7}, "aantekening_tegen"),
    ],
)
def test_de_zaal_en_de_aantekening_moeten_kloppen(velden: dict[str, Any], veld: str) -> None:
    """PW 32 lid 2: at a roll-call everyone in the room votes or must abstain; a remark is for fracties, without a vote."""
    fout = _weigering(**velden)
    assert fout.regel == f"stemming.{veld}"
    assert f"(veld: {veld})" in fout.reden


@pytest.mark.parametrize(
    "velden",
    [
        {"in_zaal": 40, "voor": 20, "tegen": 19, "art28": 1},
        {"in_zaal": 40, "voor": 20, "tegen": 19, "wijze": "handopsteken_per_fractie"},
        {"in_zaal": 39, "voor": 20, "tegen": 19, "aanwezig": 41},
    ],
)
def test_wie_in_de_zaal_is_verandert_de_uitslag_niet(velden: dict[str, Any]) -> None:
    """The number in the room is checked and changes nothing: fewer may be in the room than signed the list."""
    zonder = {naam: waarde for naam, waarde in velden.items() if naam != "in_zaal"}
    assert _ps(**velden) == _ps(**zonder)


def test_in_gs_is_niemand_verplicht_te_stemmen() -> None:
    """PW 58: the duty to vote at a roll-call is not for GS, so who is in the room may keep silent."""
    assert _gs(aanwezig=6, in_zaal=6, voor=3, tegen=2).uitkomst == "aangenomen"


def test_een_aantekening_verandert_niets_aan_een_hamerstuk() -> None:
    """A fractie that counts as against is a remark in the minutes: the item is adopted all the same."""
    kaal = _ps(wijze="zonder_stemming", aanwezig=38)
    assert _ps(wijze="zonder_stemming", aanwezig=38, aantekening_tegen=["PVV", "FvD"]) == kaal
    stemming = Stemming.model_validate({"wijze": "zonder_stemming", "aantekening_tegen": ["PVV", "FvD"]})
    assert stemming.aantekening_tegen == ("FvD", "PVV")


def test_nieuwe_velden_laten_verzegelde_feiten_zoals_ze_zijn() -> None:
    """A vote without the newer fields keeps its canonical form, for it stands in sealed facts."""
    stemming = Stemming.model_validate({"wijze": "hoofdelijk", "voor": 30, "tegen": 11})
    assert b"in_zaal" not in canoniek(stemming)
    assert b"aantekening_tegen" not in canoniek(stemming)


@given(st.data(), st.booleans(), st.booleans(), st.booleans())
def test_een_stem_erbij_maakt_aangenomen_nooit_verworpen(
    data: st.DataObject, eerder: bool, opnieuw: bool, geen: bool
) -> None:
    """What is adopted stays adopted when one more member votes for it, or turns from against to for."""
    tegen = data.draw(st.integers(0, 19), label="tegen")
    voor = data.draw(st.integers(tegen, 40 - tegen), label="voor")
    velden = {"aanwezig": 41, "eerdere_staking": eerder, "opnieuw_na_ongeldig": opnieuw, "na_geen_quorum": geen}
    if voor + tegen == 0 or _ps(voor=voor, tegen=tegen, **velden).uitkomst != "aangenomen":
        return
    assert _ps(voor=voor + 1, tegen=tegen, **velden).uitkomst == "aangenomen"
    assert _ps(voor=voor + 1, tegen=max(tegen - 1, 0), **velden).uitkomst == "aangenomen"


_AANTALLEN = st.one_of(st.none(), st.integers(-1, 43))
_NUL = st.integers(-1, 43)


@given(
    st.fixed_dictionaries(
        {
            "orgaan": st.sampled_from(["PS", "GS"]),
            "wijze": st.sampled_from(
                ["zonder_stemming", "handopsteken_per_fractie", "hoofdelijk", "schriftelijk_geheim"]
            ),
            **dict.fromkeys(["leden", "zittend", "aanwezig", "in_zaal", "voor", "tegen"], _AANTALLEN),
            **dict.fromkeys(["blanco", "ongeldig", "art28"], st.one_of(st.just(0), _NUL)),
            **dict.fromkeys(["na_geen_quorum", "opnieuw_na_ongeldig", "eerdere_staking"], st.booleans()),
            "voorzitter_stem": st.sampled_from([None, "voor", "tegen"]),
        }
    )
)
def test_bereken_is_totaal(velden: dict[str, Any]) -> None:
    """Whatever is handed in, in either body, gives an outcome that adds up or a refusal that names a field."""
    try:
        uitslag = bereken(Stemming.model_validate(velden))
    except Weigering as fout:
        assert fout.regel.removeprefix("stemming.") in Stemming.model_fields
        return
    assert uitslag.uitkomst in get_args(Uitkomst)
    if uitslag.voor is not None:
        assert uitslag.tegen is not None
        assert uitslag.afwezig is not None
        assert uitslag.afwezig >= 0
        assert uitslag.voor + uitslag.tegen + uitslag.blanco + uitslag.ongeldig <= (velden["leden"] or 0)
    if velden["orgaan"] == "GS":
        assert (uitslag.voltallig, uitslag.geldig_minimum) == (None, None)
