"""The reglement of 2026, fourth edition: the third, and how people work together and learn. The rest is as it was."""

from datetime import date

from domain.reglement.model import Reglement
from domain.reglement.r2026_3 import REGLEMENT as DERDE
from domain.reglement.r2026_4.poorten import POORTEN
from domain.reglement.r2026_4.samenwerken import SAMENWERKEN
from domain.reglement.r2026_4.termijnen import TERMIJNEN

__all__ = ["REGLEMENT"]

REGLEMENT = Reglement.model_validate(
    {
        **dict(DERDE),
        "code": "r2026_4",
        "geldig_vanaf": date(2024, 1, 3),
        "termijnen": TERMIJNEN,
        "poorten": POORTEN,
        "samenwerken": SAMENWERKEN,
    }
)
