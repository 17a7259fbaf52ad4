"""Words of the conferences of the agenda: who was there, who subscribed, and what was promised."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, EigenId, Kenmerk, Model, Naam
from domain.taal.agendavorm import AgendaFeit, AgendaOpdracht


class Conferentieafspraak(Model):
    """A promise made at a conference: what, who, and by when."""

    tekst: Naam = Field(description="wat er is beloofd")
    wie: Kenmerk = Field(description="id van een partner, of een orgaan of functie")
    uiterlijk: Dag


class HoudConferentie(AgendaOpdracht):
    uitleg: ClassVar[str] = (
        "Leg een bestuurlijke conferentie of statenconferentie vast, met wie onderschreef en wat is afgesproken."
    )
    soort: Literal["HoudConferentie"] = "HoudConferentie"
    conferentie: EigenId
    conferentiesoort: Literal["bestuurlijke_conferentie", "statenconferentie"] = "bestuurlijke_conferentie"
    titel: Naam
    deelnemers: Annotated[tuple[Kenmerk, ...], Field(min_length=1, max_length=100)] = Field(
        description="id van een partner, of een orgaan zoals GS"
    )
    onderschreven_door: tuple[Kenmerk, ...] = Field(default=(), description="deelnemer die onderschreef")
    opbrengst: str = Field(default="", max_length=10_000, description="wat het opleverde")
    afspraken: Annotated[tuple[Conferentieafspraak, ...], Field(max_length=50)] = Field(
        default=(), description="wat wie belooft, en tegen wanneer"
    )


class ConferentieGehouden(AgendaFeit):
    """The promises made there follow as facts of their own, and are tracked until done."""

    soort: Literal["ConferentieGehouden"] = "ConferentieGehouden"
    conferentie: Kenmerk
    conferentiesoort: Literal["bestuurlijke_conferentie", "statenconferentie"]
    titel: Naam
    deelnemers: tuple[Kenmerk, ...]
    onderschreven_door: tuple[Kenmerk, ...] = ()
    opbrengst: str = ""
    afspraken: tuple[Kenmerk, ...] = ()


class Conferentieverslag(Model):
    """A conference that was held."""

    id: Kenmerk
    soort: Literal["bestuurlijke_conferentie", "statenconferentie"]
    titel: str
    op: date
    deelnemers: tuple[Kenmerk, ...]
    onderschreven_door: tuple[Kenmerk, ...] = ()
    afspraken: tuple[Kenmerk, ...] = ()
