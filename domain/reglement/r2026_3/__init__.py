"""The reglement of 2026, third edition: the second, and how people are reminded. The rest is as it was."""

from datetime import date

from domain.reglement.model import Reglement
from domain.reglement.r2026_2 import REGLEMENT as TWEEDE
from domain.reglement.r2026_3.ladders import LADDERS
from domain.reglement.r2026_3.post import POST
from domain.reglement.r2026_3.termijnen import TERMIJNEN

__all__ = ["REGLEMENT"]

REGLEMENT = Reglement.model_validate(
    {
        **dict(TWEEDE),
        "code": "r2026_3",
        "geldig_vanaf": date(2024, 1, 2),
        "ladders": LADDERS,
        "termijnen": TERMIJNEN,
        "post": POST,
    }
)
