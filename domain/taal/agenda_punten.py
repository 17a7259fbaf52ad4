"""Words of what is on the agenda: opgaven put on, moved, parked, taken back and dropped."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from domain.basis import Model, Naam, OpgaveId, Tekst
from domain.taal.agendavorm import AgendaFeit, AgendaOpdracht

Rijpheid = Literal["signaal", "verkenning", "uitgewerkt", "vastgesteld"]
Horizon = Literal["nu", "straks", "later"]
Plekstatus = Literal["op_agenda", "geparkeerd", "afgevoerd", "afgerond"]
Halfjaar = Annotated[
    str,
    StringConstraints(pattern=r"^[12][0-9]{3}-[12]$"),
    Field(description="half jaar, bijvoorbeeld 2027-1 voor januari tot en met juni 2027"),
]


class ZetOpAgenda(AgendaOpdracht):
    uitleg: ClassVar[str] = "Zet een opgave op de agenda."
    soort: Literal["ZetOpAgenda"] = "ZetOpAgenda"
    opgave: OpgaveId = Field(description="id van de opgave, bijvoorbeeld FL-2026-01")
    titel: Naam
    thema: Naam
    periode: Halfjaar
    horizon: Horizon = Field(default="nu", description="wanneer de regio eraan werkt")
    rijpheid: Rijpheid = Field(default="signaal", description="hoe ver de opgave is uitgedacht")
    reden: Tekst


class VerplaatsOpAgenda(AgendaOpdracht):
    uitleg: ClassVar[str] = "Verplaats een opgave op de agenda, of verander haar rijpheid of horizon."
    soort: Literal["VerplaatsOpAgenda"] = "VerplaatsOpAgenda"
    opgave: OpgaveId = Field(description="id van een opgave op deze agenda")
    periode: Halfjaar | None = None
    horizon: Horizon | None = Field(default=None, description="wanneer de regio eraan werkt")
    rijpheid: Rijpheid | None = Field(default=None, description="hoe ver de opgave is uitgedacht")
    reden: Tekst


class ParkeerOpgave(AgendaOpdracht):
    uitleg: ClassVar[str] = "Parkeer een opgave; zij blijft op de agenda, maar niemand werkt eraan."
    soort: Literal["ParkeerOpgave"] = "ParkeerOpgave"
    opgave: OpgaveId = Field(description="id van een opgave op deze agenda")
    reden: Tekst


class HaalTerug(AgendaOpdracht):
    uitleg: ClassVar[str] = "Haal een geparkeerde of afgevoerde opgave terug op de agenda."
    soort: Literal["HaalTerug"] = "HaalTerug"
    opgave: OpgaveId = Field(description="id van een geparkeerde of afgevoerde opgave")
    periode: Halfjaar
    reden: Tekst


class VoerAf(AgendaOpdracht):
    uitleg: ClassVar[str] = "Voer een opgave af van de agenda."
    soort: Literal["VoerAf"] = "VoerAf"
    opgave: OpgaveId = Field(description="id van een opgave op deze agenda")
    reden: Tekst


class OpAgendaGezet(AgendaFeit):
    soort: Literal["OpAgendaGezet"] = "OpAgendaGezet"
    opgave: OpgaveId
    titel: Naam
    thema: Naam
    periode: Halfjaar
    horizon: Horizon
    rijpheid: Rijpheid
    reden: str


class OpAgendaVerplaatst(AgendaFeit):
    """What changed; a field that is None stayed as it was."""

    soort: Literal["OpAgendaVerplaatst"] = "OpAgendaVerplaatst"
    opgave: OpgaveId
    periode: Halfjaar | None = None
    horizon: Horizon | None = None
    rijpheid: Rijpheid | None = None
    reden: str


class OpgaveGeparkeerd(AgendaFeit):
    soort: Literal["OpgaveGeparkeerd"] = "OpgaveGeparkeerd"
    opgave: OpgaveId
    reden: str


class OpgaveTeruggehaald(AgendaFeit):
    soort: Literal["OpgaveTeruggehaald"] = "OpgaveTeruggehaald"
    opgave: OpgaveId
    periode: Halfjaar
    reden: str


class OpgaveAfgevoerd(AgendaFeit):
    soort: Literal["OpgaveAfgevoerd"] = "OpgaveAfgevoerd"
    opgave: OpgaveId
    reden: str


class Agendapunt(Model):
    """An opgave on the agenda. `sinds` is the day it came to its present status."""

    opgave: OpgaveId
    titel: str
    thema: str
    periode: Halfjaar
    horizon: Horizon
    rijpheid: Rijpheid
    status: Plekstatus = "op_agenda"
    sinds: date
    reden: str = ""
    verplaatst: int = 0
