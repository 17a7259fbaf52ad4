"""What working together brings is told in plain sentences, and gives mail that can be made."""

import pytest
from leven_samen import samen
from verhaal import Verhaal

from domain.gevolg import Bericht
from domain.gevolgen import FUNCTIES, adressen, gevolgen
from domain.taal import intakes, omgeving, spelniveaus, tafels, verbonden
from domain.zinnen import vertel

BASIS = (
    *(tafels.TafelsFeit, intakes.IntakesFeit, omgeving.OmgevingFeit),
    *(verbonden.VerbondenFeit, spelniveaus.SpelniveausFeit),
)
SOORTEN = {m.model_fields["soort"].default for basis in BASIS for m in basis.__subclasses__()}


@pytest.fixture(scope="module")
def leven() -> Verhaal:
    return samen()


def test_elk_feit_over_samenwerken_komt_voor_en_heeft_een_gewone_zin(leven: Verhaal) -> None:
    zinnen = {f.inhoud.soort: vertel(f) for f in leven.alles if f.inhoud.soort in SOORTEN}
    assert zinnen.keys() == SOORTEN
    for soort, zin in zinnen.items():
        assert soort not in zin
        assert "None" not in zin
        assert "_" not in zin
        assert zin[0].isupper()
        assert zin.endswith((".", "?"))
        assert ".." not in zin


def test_geen_zin_verklapt_een_niveau_of_een_persoon(leven: Verhaal) -> None:
    for feit in leven.alles:
        if feit.inhoud.soort in ("SpelniveauGescoord", "AccounthouderAangewezen"):
            assert "s-10" not in vertel(feit)
            assert "niveau 2" not in vertel(feit)


def test_elk_bericht_heeft_een_ontvanger_die_post_kan_krijgen(leven: Verhaal) -> None:
    berichten = [g for f in leven.alles if f.inhoud.soort in SOORTEN for g in gevolgen(f) if isinstance(g, Bericht)]
    gericht = {str(a.functie) for b in berichten for rol in b.aan for a in adressen(leven.stand, rol)}
    assert gericht <= {*FUNCTIES, "partner"}
    assert {"partner", "opgavemanager", "jurist", "portefeuillehouder", "bestuurssecretariaat"} <= gericht
    assert all(len(b.onderwerp) <= 120 for b in berichten)
