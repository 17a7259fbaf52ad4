"""What every sheet has: its kind and the key under which the newest one is kept; and the fields many have."""

from typing import Annotated

from pydantic import Field

from domain.basis import EigenId, Kenmerk, Model, Naam

Namen = Annotated[tuple[Naam, ...], Field(max_length=50)]
EenOfMeer = Annotated[tuple[Naam, ...], Field(min_length=1, max_length=50)]
Toelichting = Annotated[str, Field(max_length=10_000)]
Aantal = Annotated[int, Field(ge=0, le=10_000_000)]


class Enkelblad(Model):
    """A sheet of which an opgave holds one."""

    blad: str

    def sleutel(self) -> str:
        """The key of the sheet; filling in the same key again replaces it, with the old one kept in the chain."""
        return self.blad


class Reeksblad(Enkelblad):
    """A sheet of which there can be several, each with an id people choose."""

    nr: EigenId

    def sleutel(self) -> str:
        return f"{self.blad}:{self.nr}"


class Partnerblad(Enkelblad):
    """A sheet about one partner."""

    partner: Kenmerk = Field(description="id van de partner, bijvoorbeeld gemeente-dronten")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.partner}"


class Trajectblad(Enkelblad):
    """A sheet about one chosen organiseervorm: the vormtraject it stands in."""

    traject: Kenmerk = Field(description="id van het vormtraject, bijvoorbeeld VT1")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.traject}"
