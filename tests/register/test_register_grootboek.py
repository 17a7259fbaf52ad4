"""The signed ledger shows what was changed, taken out or added."""

from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from proefleven import GROOTBOEK, SLEUTEL

from activities.grootboek import Grootboek
from domain.keten import GEEN
from register.grootboek import Grootboekregel, Regelinhoud
from register.keuring import controleer_grootboek
from runtime.sleutels import Ondertekenaar

Regels = list[Grootboekregel]


@pytest.fixture
def regels() -> Regels:
    """Three good lines."""
    gemaakt: Regels = []
    for nummer in range(1, 4):
        vorige = gemaakt[-1].eigen_hash if gemaakt else GEEN
        inhoud = Regelinhoud(opgave="FL-1", van_seq=nummer, tot_seq=nummer, hash=f"{nummer:064x}", vorige=vorige)
        gemaakt.append(GROOTBOEK.teken_regel(inhoud))
    return gemaakt


def _hash_veranderd(regels: Regels) -> Regels:
    return [regels[0], regels[1].met(hash="f" * 64), regels[2]]


def _opnieuw_getekend(regels: Regels) -> Regels:
    vals = Grootboek(Ondertekenaar(Ed25519PrivateKey.generate())).teken_regel(regels[1].inhoud)
    return [regels[0], vals, regels[2]]


def _regel_weg(regels: Regels) -> Regels:
    return [regels[0], regels[2]]


def _omgewisseld(regels: Regels) -> Regels:
    return [regels[1], regels[0], regels[2]]


def test_een_heel_grootboek_is_goed(regels: Regels) -> None:
    """What was signed here passes, whatever other keys are known too."""
    ander = Ed25519PrivateKey.generate().public_key()
    assert controleer_grootboek(regels, ander, SLEUTEL.public_key()) == ()


@pytest.mark.parametrize("maak", [_hash_veranderd, _opnieuw_getekend, _regel_weg, _omgewisseld])
def test_knoeien_valt_op(regels: Regels, maak: Callable[[Regels], Regels]) -> None:
    """An edited, forged, missing or moved line is named."""
    assert controleer_grootboek(maak(regels), SLEUTEL.public_key())
