"""What the province chose itself about working together: scales and labels that no source gives (domain.md Q2, Q3)."""

from typing import Annotated

from pydantic import Field

from domain.basis import Model, Naam
from domain.duur import Duur


class Samenwerkregels(Model):
    """Labels and limits of one edition.

    `spelniveaus` are the labels of the scale, lowest first; a difference of `kloof` levels is shown as a gap.
    `draagvlak` are the labels of 0 to 3. `herijking` is the time between two of them, `voorbereiding` how long before
    its end the report is made. `lessen_hoogstens` lessons are offered at once.
    """

    spelniveaus: Annotated[tuple[Naam, ...], Field(min_length=2, max_length=9)]
    kloof: Annotated[int, Field(ge=1, le=8)]
    draagvlak: tuple[Naam, Naam, Naam, Naam]
    flevoprincipes: tuple[Naam, Naam, Naam, Naam, Naam, Naam]
    relaties: tuple[Naam, Naam, Naam]
    leervragen: tuple[tuple[str, Naam], ...]
    herijking: Duur
    voorbereiding: Duur
    lessen_hoogstens: Annotated[int, Field(ge=1, le=20)]
