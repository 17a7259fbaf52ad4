"""Words of the money: krediet, toegezegd, besteed; the finance system keeps the books, we keep the reference."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Bedrag, Kenmerk, Model, Naam

Geldsoort = Literal["krediet", "toegezegd", "besteed", "overgeheveld"]
"""`overgeheveld` is what went to another opgave at a splitting or merging."""
Meegegaan = Literal["", "krediet", "toegezegd"]
"""What money that is `overgeheveld` was before it went; empty for every other kind."""


class GeldOpdracht(Model):
    """Commands about money."""


class BoekGeld(GeldOpdracht):
    uitleg: ClassVar[str] = "Leg geld vast bij de opgave of een pilot: krediet, toegezegd of besteed."
    soort: Literal["BoekGeld"] = "BoekGeld"
    geldsoort: Literal["krediet", "toegezegd", "besteed"] = Field(
        description="krediet (mag uit), toegezegd (door een ander) of besteed"
    )
    bedrag: Bedrag = Field(description="in eurocenten")
    bron: Kenmerk = Field(description="provincie of de id van een partner")
    referentie: Naam = Field(description="kenmerk in het financiele systeem")
    pilot: Kenmerk | None = Field(default=None, description="id van de pilot, als het daarbij hoort")
    stap: Kenmerk | None = Field(default=None, description="het besluit waarop dit berust")
    omschrijving: str = Field(default="", max_length=2_000)


class GeldFeit(Model):
    """Facts about money."""


class GeldGeboekt(GeldFeit):
    soort: Literal["GeldGeboekt"] = "GeldGeboekt"
    geldsoort: Geldsoort
    bedrag: Bedrag
    bron: Kenmerk
    referentie: str
    pilot: Kenmerk | None = None
    stap: Kenmerk | None = None
    omschrijving: str = ""
    was: Meegegaan = ""


class Geldpost(Model):
    """One entry, in eurocents."""

    geldsoort: Geldsoort
    bedrag: Bedrag
    bron: Kenmerk
    referentie: str
    pilot: Kenmerk | None = None
    stap: Kenmerk | None = None
    op: date
    was: Meegegaan = ""
