"""The length that a lesson gives to a term of the house: readable, and short enough to be counted in any life."""

from pydantic import ValidationError

from domain.basis import Weigering
from domain.duur import Duur, Eenheid
from domain.regels.hulp import eis

HOOGSTENS: dict[Eenheid, int] = {"d": 3_660, "w": 520, "m": 120, "j": 10, "wd": 2_600}
"""Ten years. A round that ended centuries later could not be planned, and no later day of that life would come."""


def lees(tekst: str) -> Duur:
    """The length. Raises Weigering for what is none, and for more than ten years."""
    try:
        duur = Duur.lees(tekst)
    except ValidationError:
        nee = f"{tekst} is geen duur. Schrijf een getal met d, w, m, j of wd erachter, zoals 3wd."
        raise Weigering("duur", nee) from None
    eis(duur.aantal <= HOOGSTENS[duur.eenheid], "duur", f"{duur.voluit} is te lang: hoogstens 10 jaar.")
    return duur
