"""The gates: those of the third edition, and three about learning. Data."""

from domain.basis import Fase
from domain.reglement.model import Poort
from domain.reglement.r2026_3 import REGLEMENT as DERDE


def _huis(code: str, naam: str, eis: str, grond: str, uitleg: str) -> Poort:
    return Poort(
        code=code, naam=naam, fase=Fase(code[:2]), soort="huis", eis=eis, grond=grond, vanaf_zwaarte=1, uitleg=uitleg
    )


def _lessen(fase: str) -> Poort:
    uitleg = "Zeg van elke aangeboden les of u haar toepast, en waarom."
    return _huis(f"{fase}/S3-24", "lessen van anderen", f"lesaanbod_{fase.lower()}", "domain.md 5.2", uitleg)


def _checklist(fase: Fase) -> Poort:
    uitleg = "Beantwoord de vragen die lessen op de checklist van deze fase zetten."
    return _huis(f"{fase}/S0-23", "checklist uit lessen", "checklist", "domain.md 5.2", uitleg)


POORTEN = (
    *DERDE.poorten,
    _lessen("F1"),
    _lessen("F3"),
    *(_checklist(fase) for fase in Fase),
    _huis(
        "F5/S1-24",
        "leervragen beantwoord",
        "leervragen",
        "S1-24 tot en met S1-26",
        "Beantwoord de drie leervragen L1, L2 en L3.",
    ),
)
