"""What was stored years ago, is still read by today's models, and keeps its hash."""

import pytest

from tests.gouden import vingerafdruk
from tests.gouden.vormen import WAT_NU, breuken


def test_alles_wat_is_opgeslagen_houdt_zijn_vorm() -> None:
    """Only optional fields with an empty default and new kinds may be added to what stands in histories and packs."""
    fouten = breuken(vingerafdruk.lees(vingerafdruk.VORMEN), vingerafdruk.alle_vormen())
    assert not fouten, "\n".join((*fouten, WAT_NU))


def test_elke_nieuwe_vorm_is_vastgelegd() -> None:
    """What is added is a promise as well, from the moment it lands: python -m tests.gouden.vingerafdruk REDEN."""
    assert vingerafdruk.lees(vingerafdruk.VORMEN) == vingerafdruk.alle_vormen()


@pytest.mark.parametrize("naam", ["Opdracht", "Feit", "Stand", "Start", "Bewijs", "Manifest", "Grootboekregel"])
def test_de_vormen_van_historie_en_pak_staan_erbij(naam: str) -> None:
    """The roots of what is stored, and by them everything they hold."""
    assert naam in vingerafdruk.lees(vingerafdruk.VORMEN)


def test_elk_feit_en_elke_opdracht_staat_erbij() -> None:
    """Every kind of fact and of command has its own shape."""
    from domain.feit import FEITEN
    from domain.opdracht import OPDRACHTEN

    bekend = vingerafdruk.lees(vingerafdruk.VORMEN)
    assert {model.__name__ for model in (*FEITEN.values(), *OPDRACHTEN.values())} <= set(bekend)
