"""Words of the raakvlakken: which opgaven on the agenda touch each other."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Model, OpgaveId, Tekst
from domain.taal.agendavorm import AgendaFeit, AgendaOpdracht


class LegRaakvlakVast(AgendaOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat twee opgaven elkaar raken; een verandering in de een meldt de ander."
    soort: Literal["LegRaakvlakVast"] = "LegRaakvlakVast"
    opgave: OpgaveId = Field(description="id van de ene opgave")
    andere: OpgaveId = Field(description="id van de andere opgave")
    omschrijving: Tekst = Field(description="hoe zij elkaar raken")


class VerbreekRaakvlak(AgendaOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat twee opgaven elkaar niet meer raken."
    soort: Literal["VerbreekRaakvlak"] = "VerbreekRaakvlak"
    opgave: OpgaveId = Field(description="id van de ene opgave")
    andere: OpgaveId = Field(description="id van de andere opgave")
    reden: Tekst


class RaakvlakVastgelegd(AgendaFeit):
    soort: Literal["RaakvlakVastgelegd"] = "RaakvlakVastgelegd"
    opgave: OpgaveId
    andere: OpgaveId
    omschrijving: str


class RaakvlakVerbroken(AgendaFeit):
    soort: Literal["RaakvlakVerbroken"] = "RaakvlakVerbroken"
    opgave: OpgaveId
    andere: OpgaveId
    reden: str


class Raakvlak(Model):
    """Two opgaven that touch; the one whose id comes first in the alphabet stands first."""

    opgave: OpgaveId
    andere: OpgaveId
    omschrijving: str
    sinds: date
