"""Words of the spelniveaus (S4): one's own view and that of others, a target, a second measurement."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, Kenmerk, Model, Naam

Laag = Literal["volksvertegenwoordiging", "bestuur", "ambtelijk"]
LAGEN: tuple[Laag, ...] = ("volksvertegenwoordiging", "bestuur", "ambtelijk")


class Niveaus(Model):
    """A level per layer. How many levels there are, and what they are called, is configuration of the reglement."""

    volksvertegenwoordiging: int = Field(ge=1, le=9, description="1 (laagst) tot en met 4 (hoogst)")
    bestuur: int = Field(ge=1, le=9, description="1 (laagst) tot en met 4 (hoogst)")
    ambtelijk: int = Field(ge=1, le=9, description="1 (laagst) tot en met 4 (hoogst)")


class SpelniveausOpdracht(Model):
    """Commands about spelniveaus."""


class ScoorSpelniveau(SpelniveausOpdracht):
    uitleg: ClassVar[str] = "Geef het spelniveau van uw eigen organisatie, of uw beeld van een ander."
    soort: Literal["ScoorSpelniveau"] = "ScoorSpelniveau"
    van: Kenmerk = Field(description="wie scoort: provincie of een partner")
    over: Kenmerk = Field(description="over wie: provincie of een partner")
    niveaus: Niveaus = Field(description="een niveau per laag")
    toelichting: str = Field(default="", max_length=10_000)
    opent_meting: bool | None = Field(
        default=None, description="ja opent met deze score de volgende meting, voor de dag die bij het doel hoort"
    )


class StelSpeldoel(SpelniveausOpdracht):
    uitleg: ClassVar[str] = "Spreek af naar welk spelniveau u samen toe wilt, en wanneer u opnieuw meet."
    soort: Literal["StelSpeldoel"] = "StelSpeldoel"
    doel: int = Field(ge=1, le=9, description="niveau 1 (laagst) tot en met 4 (hoogst)")
    afspraak: Naam = Field(description="wat u doet om daar te komen")
    meten_op: Dag = Field(description="dag waarop u opnieuw meet")


class SpelniveausFeit(Model):
    """Facts about spelniveaus."""


class SpelniveauGescoord(SpelniveausFeit):
    """`meting` is 1 until the day comes on which the target is measured, or until someone opens the next one."""

    soort: Literal["SpelniveauGescoord"] = "SpelniveauGescoord"
    van: Kenmerk
    over: Kenmerk
    meting: int
    niveaus: Niveaus
    toelichting: str = ""


class SpeldoelGesteld(SpelniveausFeit):
    soort: Literal["SpeldoelGesteld"] = "SpeldoelGesteld"
    doel: int
    afspraak: str
    meten_op: date
    meting: int


class Spelscore(Model):
    """One view: of whom, about whom, in which measurement."""

    van: Kenmerk
    over: Kenmerk
    meting: int
    niveaus: Niveaus
    toelichting: str = ""
    op: date


class Speldoel(Model):
    """The target that was agreed; `meting` is the measurement that shows whether it was reached."""

    doel: int
    afspraak: str
    meten_op: date
    meting: int
