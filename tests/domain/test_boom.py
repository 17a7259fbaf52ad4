"""The tree: the roots and paths of RFC 6962, and proof that holds for its own item, place and list only."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import boom
from domain.boom import Boom

RFC = [
    bytes.fromhex(h)
    for h in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
"""The items and roots with which the implementations of Certificate Transparency check themselves."""
WORTELS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
LIJSTEN = st.lists(st.binary(max_size=8), min_size=1, max_size=40)


def _volgens_de_rfc(bladen: list[bytes]) -> bytes:
    """The definition as it stands in RFC 6962, section 2.1."""
    if len(bladen) == 1:
        return hashlib.sha256(b"\x00" + bladen[0]).digest()
    k = 1
    while 2 * k < len(bladen):
        k *= 2
    return hashlib.sha256(b"\x01" + _volgens_de_rfc(bladen[:k]) + _volgens_de_rfc(bladen[k:])).digest()


@pytest.mark.parametrize(("aantal", "wortel"), WORTELS.items())
def test_de_wortels_zijn_die_van_certificate_transparency(aantal: int, wortel: str) -> None:
    assert boom.wortel(RFC[:aantal]) == wortel


@given(LIJSTEN)
def test_de_lagen_geven_de_boom_van_de_rfc(bladen: list[bytes]) -> None:
    assert boom.wortel(bladen) == _volgens_de_rfc(bladen).hex()


@given(LIJSTEN, st.data())
def test_elk_blad_bewijst_zijn_eigen_plaats_en_geen_andere(bladen: list[bytes], data: st.DataObject) -> None:
    """Another place, another length, another item or a spoiled path does not pass."""
    plaats = data.draw(st.integers(0, len(bladen) - 1))
    wortel, pad = boom.wortel(bladen), boom.pad(bladen, plaats)
    assert boom.klopt(bladen[plaats], plaats, len(bladen), pad, wortel)
    assert not boom.klopt(bladen[plaats] + b"x", plaats, len(bladen), pad, wortel)
    assert not boom.klopt(bladen[plaats], plaats, len(bladen), (*pad, wortel), wortel)
    assert not boom.klopt(bladen[plaats], len(bladen), len(bladen), pad, wortel)
    for stap in range(len(pad)):
        stuk = (*pad[:stap], "0" * 64, *pad[stap + 1 :])
        assert not boom.klopt(bladen[plaats], plaats, len(bladen), stuk, wortel)
        assert not boom.klopt(bladen[plaats], plaats, len(bladen), (*pad[:stap], *pad[stap + 1 :]), wortel)


@given(LIJSTEN, st.data())
def test_een_boom_die_meegroeit_is_dezelfde_als_een_nieuwe(bladen: list[bytes], data: st.DataObject) -> None:
    """A changed item gives root and paths as if the tree had been made with it."""
    groeiend = Boom(bladen)
    for _ in range(3):
        plaats = data.draw(st.integers(0, len(bladen) - 1))
        bladen[plaats] = data.draw(st.binary(max_size=8))
        groeiend.zet(plaats, bladen[plaats])
    assert groeiend.wortel == boom.wortel(bladen)
    assert [groeiend.pad(nr) for nr in range(len(bladen))] == [boom.pad(bladen, nr) for nr in range(len(bladen))]


def test_een_knoop_kan_niet_voor_een_blad_doorgaan() -> None:
    """The two hashes of an inner node, offered as if they were an item, prove nothing."""
    bladen = [b"a", b"b", b"c", b"d"]
    links = hashlib.sha256(b"\x00a").digest() + hashlib.sha256(b"\x00b").digest()
    rechts = boom.wortel(bladen[2:])
    assert not boom.klopt(links, 0, 2, (rechts,), boom.wortel(bladen))


@pytest.mark.parametrize("pad", [("zz",), ("é" * 64,), ("abc",)])
def test_onzin_is_geen_bewijs(pad: tuple[str, ...]) -> None:
    assert not boom.klopt(b"a", 0, 2, pad, boom.wortel([b"a", b"b"]))
    assert not boom.klopt(b"a", -1, 2, pad, boom.wortel([b"a", b"b"]))
