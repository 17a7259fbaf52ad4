"""The order of votes: what changes a text comes before the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.basis import Weigering
from domain.stemmen.volgorde import Stemstuk, houdt_op, stemvolgorde


def test_van_subamendement_tot_motie() -> None:
    """Subamendementen before their amendement, furthest-reaching first, then the proposal, then its moties."""
    stukken = [
        Stemstuk("M1", "motie", op="V"),
        Stemstuk("V", "voorstel"),
        Stemstuk("A1", "amendement", rang=2),
        Stemstuk("A2", "amendement", rang=1),
        Stemstuk("S1", "subamendement", op="A1", rang=2),
        Stemstuk("S2", "subamendement", op="A1", rang=1),
        Stemstuk("A3", "amendement"),
        Stemstuk("VREEMD", "motie"),
    ]
    assert stemvolgorde(stukken) == ("A2", "S2", "S1", "A1", "A3", "V", "M1", "VREEMD")


def test_zonder_rang_gaat_wie_eerst_is_ingediend_voor() -> None:
    """Without ranks, and with equal ones, the order of handing in holds."""
    stukken = [Stemstuk("V", "voorstel"), Stemstuk("A2", "amendement", rang=1), Stemstuk("A1", "amendement", rang=1)]
    assert stemvolgorde(stukken) == ("A2", "A1", "V")
    assert stemvolgorde([s._replace(rang=None) for s in stukken]) == ("A2", "A1", "V")


def test_elk_voorstel_houdt_zijn_eigen_stukken() -> None:
    """With two proposals each is finished, moties and all, before the next begins."""
    stukken = [
        Stemstuk("V1", "voorstel"),
        Stemstuk("V2", "voorstel"),
        Stemstuk("A2", "amendement", op="V2"),
        Stemstuk("A1", "amendement", op="V1"),
        Stemstuk("M1", "motie", op="V1"),
    ]
    assert stemvolgorde(stukken) == ("A1", "V1", "M1", "A2", "V2")


@pytest.mark.parametrize(
    ("stukken", "veld"),
    [
        ([Stemstuk("S", "subamendement")], "op"),
        ([Stemstuk("S", "subamendement", op="A")], "op"),
        ([Stemstuk("V", "voorstel"), Stemstuk("S", "subamendement", op="V")], "op"),
        ([Stemstuk("S1", "subamendement", op="S2"), Stemstuk("S2", "subamendement", op="S1")], "op"),
        ([Stemstuk("S", "subamendement", op="S")], "op"),
        ([Stemstuk("A", "amendement")], "op"),
        ([Stemstuk("V1", "voorstel"), Stemstuk("V2", "voorstel"), Stemstuk("A", "amendement")], "op"),
        ([Stemstuk("V", "voorstel"), Stemstuk("A", "amendement", op="A")], "op"),
        ([Stemstuk("V1", "voorstel"), Stemstuk("V2", "voorstel", op="V1")], "op"),
        ([Stemstuk("M", "motie", op="V")], "op"),
        ([Stemstuk("V", "voorstel"), Stemstuk("V", "voorstel")], "nr"),
        ([Stemstuk("V", "voorstel"), Stemstuk("A", "amendement", rang=0)], "rang"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(stukken: list[Stemstuk], veld: str) -> None:
    """A piece on nothing, on itself, on the wrong kind or in a circle is refused, and so is a number used twice."""
    with pytest.raises(Weigering) as fout:
        stemvolgorde(stukken)
    assert fout.value.regel == f"volgorde.{veld}"
    assert f"(veld: {veld})" in fout.value.reden


def test_niets_op_tafel_geeft_niets() -> None:
    """Nothing to vote on is no mistake, and a motie can stand alone."""
    assert stemvolgorde([]) == ()
    assert stemvolgorde([Stemstuk("M", "motie")]) == ("M",)


@given(
    st.lists(st.tuples(st.none() | st.integers(1, 3), st.lists(st.none() | st.integers(1, 3), max_size=3)), max_size=5),
    st.randoms(use_true_random=False),
)
def test_wat_wijzigt_komt_altijd_eerst(amendementen: list[tuple[int | None, list[int | None]]], toeval: object) -> None:
    """Every piece is in it once, after whatever changes it, however they are handed in."""
    stukken = [Stemstuk("V", "voorstel")]
    for i, (rang, subs) in enumerate(amendementen):
        stukken.append(Stemstuk(f"A{i}", "amendement", op="V", rang=rang))
        stukken += [Stemstuk(f"A{i}S{j}", "subamendement", op=f"A{i}", rang=sub) for j, sub in enumerate(subs)]
    toeval.shuffle(stukken)  # type: ignore[attr-defined]
    volgorde = stemvolgorde(stukken)
    assert sorted(volgorde) == sorted(stuk.nr for stuk in stukken)
    plek = {nr: i for i, nr in enumerate(volgorde)}
    assert all(plek[stuk.nr] < plek[stuk.op] for stuk in stukken if stuk.op)
    rangen = [s.rang for nr in volgorde for s in stukken if s.nr == nr and s.soort == "amendement" and s.rang]
    assert rangen == sorted(rangen)


@pytest.mark.parametrize(
    ("uitkomsten", "houdt"),
    [
        ([], False),
        (["aangenomen", "verworpen", "ingetrokken", "overgenomen", "niet_aangenomen_staking"], False),
        (["aangenomen", "uitgesteld_staking"], True),
        (["aangehouden"], True),
        (["stemming_ongeldig", "verworpen"], True),
    ],
)
def test_een_open_amendement_houdt_het_voorstel_op(uitkomsten: list[str], houdt: bool) -> None:
    """As long as one amendement is held over, tied or not validly voted on, the text of the proposal is not settled."""
    assert houdt_op(uitkomsten) is houdt
