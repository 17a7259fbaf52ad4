"""One line of a recount: what went in, what was recorded, what comes out here, and how, in words to follow by hand."""

from collections.abc import Iterable
from typing import Literal

from audit.bevinding import Bevinding, Code
from domain.basis import Model

_CODES: dict[str, Code] = {"stemming": "stemming_anders", "termijn": "termijn_anders"}


class Rekenregel(Model):
    """One vote or one end of a term, counted again.

    `regel` names the articles, `formule` is the arithmetic in words. `verschil` is empty when both agree.
    """

    opgave: str
    feit: int
    soort: Literal["stemming", "termijn"]
    wat: str
    invoer: str
    regel: str
    vastgelegd: str
    berekend: str
    formule: str
    verschil: str = ""

    @property
    def klopt(self) -> bool:
        """Whether the record says what comes out here."""
        return not self.verschil


def bevindingen(regels: Iterable[Rekenregel]) -> tuple[Bevinding, ...]:
    """A finding for each line that differs."""
    return tuple(
        Bevinding(code=_CODES[r.soort], waar=f"feit {r.feit}", zin=f"{r.wat}: {r.verschil}")
        for r in regels
        if r.verschil
    )
