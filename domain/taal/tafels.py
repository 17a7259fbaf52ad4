"""Words of the tafels: gesprekstafel, omgevingstafel, subsidieloket; who sits there, for what, and when they met."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import EigenId, Kenmerk, Model, Naam, Tekst

Tafelsoort = Literal["gesprekstafel", "omgevingstafel", "subsidieloket"]
Namen = Annotated[tuple[Naam, ...], Field(min_length=1, max_length=100)]


class Behoefte(Model):
    """S1-16: what one organisation at the table needs."""

    deelnemer: Naam = Field(description="organisatie aan tafel")
    behoefte: Tekst = Field(description="wat zij nodig heeft")


class Tafel(Model):
    """S1-13 to S1-19: a table, with what the board expects of it and what it means for the Flevolander.

    `betekenis` is asked again every year; a table that did not meet for half a year is reminded.
    """

    tafelsoort: Tafelsoort
    naam: Naam
    doel: Tekst = Field(description="waarvoor de tafel er is")
    trekker: Naam = Field(description="functie of organisatie, nooit de naam van een persoon")
    deelnemers: Namen = Field(description="organisatie of groep aan tafel, nooit de naam van een persoon")
    frequentie: Naam = Field(description="hoe vaak, bijvoorbeeld elke maand")
    verwachting_bestuur: str = Field(default="", max_length=10_000, description="wat het bestuur van de tafel verwacht")
    rol_bestuur: str = Field(default="", max_length=2_000, description="wat het bestuur aan tafel doet")
    behoeften: tuple[Behoefte, ...] = Field(default=(), description="wat een deelnemer nodig heeft")
    betekenis: str = Field(default="", max_length=10_000, description="wat de tafel voor Flevolanders betekent")
    regeling: str = Field(default="", max_length=200, description="bij een subsidieloket: de subsidieregeling")


class Onderwerp(Model):
    """S4-04: an item of a meeting, and whether it was about content or about structure."""

    titel: Naam
    over: Literal["inhoud", "structuur"]
    minuten: int = Field(ge=1, le=1_000, description="hoe lang, in minuten")


class TafelsOpdracht(Model):
    """Commands about tables."""


class OpenTafel(TafelsOpdracht):
    uitleg: ClassVar[str] = "Open een gesprekstafel, omgevingstafel of subsidieloket."
    soort: Literal["OpenTafel"] = "OpenTafel"
    tafel: EigenId
    inhoud: Tafel = Field(description="wat de tafel is")


class WijzigTafel(TafelsOpdracht):
    uitleg: ClassVar[str] = "Wijzig een tafel: deelnemers, doel, verwachting van het bestuur, betekenis."
    soort: Literal["WijzigTafel"] = "WijzigTafel"
    tafel: Kenmerk = Field(description="id van de tafel")
    inhoud: Tafel = Field(description="de hele tafel zoals zij wordt")
    reden: Tekst


class MeldBijeenkomst(TafelsOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat een tafel bijeen was, en waar de tijd aan opging."
    soort: Literal["MeldBijeenkomst"] = "MeldBijeenkomst"
    tafel: Kenmerk = Field(description="id van de tafel")
    onderwerpen: Annotated[tuple[Onderwerp, ...], Field(max_length=50)] = Field(
        default=(), description="waar de tijd aan opging"
    )
    opbrengst: str = Field(default="", max_length=10_000, description="wat het opleverde")


class SluitTafel(TafelsOpdracht):
    uitleg: ClassVar[str] = "Sluit een tafel."
    soort: Literal["SluitTafel"] = "SluitTafel"
    tafel: Kenmerk = Field(description="id van de tafel")
    reden: Tekst


class TafelsFeit(Model):
    """Facts about tables."""


class TafelGeopend(TafelsFeit):
    soort: Literal["TafelGeopend"] = "TafelGeopend"
    tafel: Kenmerk
    inhoud: Tafel


class TafelGewijzigd(TafelsFeit):
    soort: Literal["TafelGewijzigd"] = "TafelGewijzigd"
    tafel: Kenmerk
    inhoud: Tafel
    reden: str


class TafelBijeengekomen(TafelsFeit):
    soort: Literal["TafelBijeengekomen"] = "TafelBijeengekomen"
    tafel: Kenmerk
    onderwerpen: tuple[Onderwerp, ...] = ()
    opbrengst: str = ""


class TafelGesloten(TafelsFeit):
    soort: Literal["TafelGesloten"] = "TafelGesloten"
    tafel: Kenmerk
    reden: str


class Tafelstand(Model):
    """A table as it is now. `bijeen` are the days it met, `minuten` those of content and structure."""

    id: Kenmerk
    inhoud: Tafel
    sinds: date
    bijeen: tuple[date, ...] = ()
    minuten_inhoud: int = 0
    minuten_structuur: int = 0
    gesloten_op: date | None = None
