"""The checkpoint: what its hash covers, how it stands in a mail, and proof that an opgave was in it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.controlepunt import (
    Blad,
    Controlepunt,
    Controlepuntinhoud,
    in_groepen,
    sluit_in,
    wortel,
)
from domain.keten import GEEN

BLADEN = tuple(Blad(opgave=f"FL-2024-0{nr}", seq=nr, kop=f"{nr:064x}") for nr in range(1, 6))


def _punt(**anders: Any) -> Controlepunt:
    velden = {"nr": 14, "op": datetime(2026, 5, 2, 22, 30, tzinfo=UTC), "aantal": 5, "wortel": wortel(BLADEN)}
    return Controlepunt.model_validate(velden | {"handtekening": "AAAA", "sleutel_id": "1a2b"} | anders)


def test_elke_opgave_staat_bewijsbaar_in_het_controlepunt() -> None:
    for blad in BLADEN:
        insluiting = sluit_in(BLADEN, blad.opgave)
        assert insluiting is not None
        assert insluiting.blad == blad
        assert insluiting.klopt_in(_punt())


def test_een_ander_blad_of_een_ander_controlepunt_gaat_er_niet_voor_door() -> None:
    insluiting = sluit_in(BLADEN, "FL-2024-03")
    assert insluiting is not None
    assert not insluiting.met(blad=BLADEN[2].met(seq=99)).klopt_in(_punt())
    assert not insluiting.met(plaats=1).klopt_in(_punt())
    assert not insluiting.klopt_in(_punt(wortel=wortel(BLADEN[:4]), aantal=4))
    assert not insluiting.klopt_in(_punt(aantal=1))
    assert sluit_in(BLADEN, "FL-2024-09") is None


@pytest.mark.parametrize(
    "anders",
    [
        {"nr": 15},
        {"op": datetime(2026, 5, 3, tzinfo=UTC)},
        {"aantal": 6},
        {"wortel": "1" * 64},
        {"vorige": "1" * 64},
        {"spoor": "1" * 64},
    ],
)
def test_de_hash_dekt_alles_wat_getekend_is_en_de_handtekening(anders: dict[str, Any]) -> None:
    assert _punt(**anders).inhoud.bytes_ != _punt().inhoud.bytes_
    assert _punt(**anders).eigen_hash != _punt().eigen_hash
    assert _punt(handtekening="BBBB").eigen_hash != _punt().eigen_hash
    assert _punt().inhoud == Controlepuntinhoud(nr=14, op=_punt().op, aantal=5, wortel=wortel(BLADEN), vorige=GEEN)


def test_in_een_mail_staat_het_met_nummer_en_datum_in_amsterdam() -> None:
    """Half past ten in the evening in UTC is the next day here; 32 digits, in groups of four."""
    punt = _punt()
    begin, _, cijfers = punt.kort.partition(": ")
    assert begin == "Controlepunt 14 van 3 mei 2026"
    assert [len(groep) for groep in cijfers.split(" ")] == [4] * 8
    assert punt.eigen_hash.startswith(cijfers.replace(" ", ""))


def test_een_hash_leest_in_groepen_van_vier() -> None:
    assert in_groepen("abcdef") == "abcd ef"
