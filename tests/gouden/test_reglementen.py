"""A landed reglement is a promise: each table of it, to the letter."""

from domain.reglement.register import LANDED, reglement
from tests.gouden import vingerafdruk


def test_geen_enkel_geland_reglement_is_veranderd() -> None:
    """Temporal keeps commands: an edited rule would silently rewrite the past of every life under it."""
    nu = {code: vingerafdruk.som(reglement(code)) for code in LANDED}
    fouten = vingerafdruk.andere_reglementen(nu, vingerafdruk.lees(vingerafdruk.REGLEMENTEN))
    assert not fouten, "\n".join(fouten)


def test_elk_geland_reglement_is_vastgelegd() -> None:
    """A new reglement gets its line with: python -m tests.gouden.vingerafdruk REDEN."""
    assert set(vingerafdruk.lees(vingerafdruk.REGLEMENTEN)) == set(LANDED)


def test_in_een_pak_staat_het_reglement_zoals_het_is_vastgelegd() -> None:
    """The hash in a manifest and the one written down here are over the same bytes."""
    from archief.formaat import reglementbytes, sha

    vastgelegd = vingerafdruk.lees(vingerafdruk.REGLEMENTEN)
    assert {code: sha(reglementbytes(reglement(code))) for code in LANDED} == vastgelegd
