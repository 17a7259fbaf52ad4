"""Whatever a forger does to a pack, however deep, the check finds it and says what it is."""

import pytest
from pakken import Echt, los
from vervalser import DIEPTEN, LIJST, Vervalsing, Werk

from audit.controle import Oordeel, controleer

HOOGSTENS = 9
"""A few telling findings, not one for every hash that follows."""


def bewerkt(vervalsing: Vervalsing, diepte: str, rijk: Echt, ander: Echt) -> Oordeel:
    """The verdict over the pack after this forgery, for an auditor who has the key from elsewhere."""
    werk = Werk(rijk.bestanden, rijk, ander)
    vervalsing.doe(werk)
    DIEPTEN[diepte][0](werk)
    return controleer(los(werk.bestanden), sleutels=[rijk.sleutel])


def test_er_zijn_minstens_veertig_soorten_vervalsing() -> None:
    assert len({v.naam for v in LIJST}) >= 40


@pytest.mark.parametrize("diepte", DIEPTEN)
@pytest.mark.parametrize("vervalsing", LIJST, ids=lambda v: v.naam)
def test_elke_vervalsing_wordt_gevonden_en_bij_haar_naam_genoemd(
    vervalsing: Vervalsing, diepte: str, rijk: Echt, ander: Echt
) -> None:
    oordeel = bewerkt(vervalsing, diepte, rijk, ander)
    codes = {bevinding.code for bevinding in oordeel.bevindingen}
    verslag = [(b.code, b.waar, b.zin) for b in oordeel.bevindingen]
    assert codes & set(vervalsing.codes), verslag
    assert not oordeel.heel
    assert oordeel.verdict.startswith("NIET HEEL")
    assert oordeel.aantal <= HOOGSTENS, verslag
    assert all(b.waar and b.zin for b in oordeel.bevindingen)


@pytest.mark.parametrize("diepte", [d for d, (_, codes) in DIEPTEN.items() if codes])
def test_wie_niet_bij_de_sleutel_kan_valt_ook_daarop_door_de_mand(diepte: str, rijk: Echt, ander: Echt) -> None:
    for vervalsing in LIJST[:4]:
        codes = {bevinding.code for bevinding in bewerkt(vervalsing, diepte, rijk, ander).bevindingen}
        assert codes & DIEPTEN[diepte][1]


def test_het_echte_pak_is_heel(rijk: Echt, ander: Echt) -> None:
    for echt in (rijk, ander):
        oordeel = controleer(echt.pak, sleutels=[echt.sleutel])
        assert oordeel.bevindingen == ()
        assert oordeel.heel
