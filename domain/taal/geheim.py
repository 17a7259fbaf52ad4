"""Words of the geheimhouding: a reference, a ground, who imposed it; never the text itself (PW 84, 86; Woo 5.1)."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Kenmerk, Model, Naam, Tekst

Oplegger = Literal["GS", "PS", "CdK", "statencommissie"]


class GeheimOpdracht(Model):
    """Commands about geheimhouding."""


class LegGeheimhoudingOp(GeheimOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat op een stap geheimhouding rust; alleen een verwijzing en een neutrale titel."
    soort: Literal["LegGeheimhoudingOp"] = "LegGeheimhoudingOp"
    stap: Kenmerk
    orgaan: Oplegger = Field(description="wie haar oplegde")
    grond: Naam = Field(description="grond uit Woo 5.1 lid 1 of 2, bijvoorbeeld Woo 5.1 lid 2 f")
    neutrale_titel: Naam = Field(description="titel die iedereen mag lezen")
    referentie: Naam = Field(description="waar het stuk ligt; nooit de inhoud")


class HefGeheimhoudingOp(GeheimOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat de geheimhouding is opgeheven door het orgaan dat dat mag."
    soort: Literal["HefGeheimhoudingOp"] = "HefGeheimhoudingOp"
    stap: Kenmerk
    orgaan: Oplegger
    reden: Tekst
    titel: str = Field(default="", max_length=200, description="nieuwe openbare titel; leeg is de neutrale titel")


class GeheimFeit(Model):
    """Facts about geheimhouding."""


class GeheimhoudingOpgelegd(GeheimFeit):
    """`eerder_zichtbaar`: the step bore another title or lay before its body already, so that text stays in the chain.

    What was sent or put before a body then does not come back.
    """

    soort: Literal["GeheimhoudingOpgelegd"] = "GeheimhoudingOpgelegd"
    stap: Kenmerk
    orgaan: Oplegger
    grond: str
    neutrale_titel: str
    referentie: str
    eerder_zichtbaar: Literal[True] | None = None


class GeheimhoudingOpgeheven(GeheimFeit):
    soort: Literal["GeheimhoudingOpgeheven"] = "GeheimhoudingOpgeheven"
    stap: Kenmerk
    orgaan: Oplegger
    reden: str
    titel: str = ""


class Geheimhouding(Model):
    """Geheimhouding on a step, also after it was lifted."""

    stap: Kenmerk
    orgaan: Oplegger
    grond: str
    neutrale_titel: str
    referentie: str
    opgelegd_op: date
    opgeheven_op: date | None = None

    @property
    def rust(self) -> bool:
        """Whether it still rests on the step."""
        return self.opgeheven_op is None
