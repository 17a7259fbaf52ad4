"""The reglement of 2026, second edition: the first, and the law of decision making. The rest is as it was."""

from datetime import date

from domain.reglement.model import Reglement
from domain.reglement.r2026_1 import REGLEMENT as EERSTE
from domain.reglement.r2026_2.adviesregels import ADVIESBOEK
from domain.reglement.r2026_2.besluitvorming import BESLUITVORMING
from domain.reglement.r2026_2.uitkomsten import BESLUITSOORTEN

__all__ = ["REGLEMENT"]

REGLEMENT = Reglement.model_validate(
    {
        **dict(EERSTE),
        "code": "r2026_2",
        "geldig_vanaf": date(2024, 1, 1),
        "besluitsoorten": (*EERSTE.besluitsoorten, *BESLUITSOORTEN),
        "besluitvorming": BESLUITVORMING,
        "advies": ADVIESBOEK,
    }
)
