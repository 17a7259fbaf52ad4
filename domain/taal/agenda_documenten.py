"""Words of the documents of the agenda: the koersdocument and the kaders its opgaven are judged under."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import EigenId, Kenmerk, Model, Naam
from domain.taal.agendavorm import AgendaFeit, AgendaOpdracht
from domain.taal.stukken import Stuk

Documentsoort = Literal["koersdocument", "kader"]


class StelDocumentVast(AgendaOpdracht):
    uitleg: ClassVar[str] = "Leg een versie van het koersdocument of van een kader vast; de opgaven zien die."
    soort: Literal["StelDocumentVast"] = "StelDocumentVast"
    document: EigenId = Field(description="korte naam, bijvoorbeeld koers of kader-energie")
    documentsoort: Documentsoort
    titel: Naam
    versie: Naam = Field(description="bijvoorbeeld 2027 of 1.2")
    vaststeller: Naam = Field(description="orgaan dat het vaststelde, bijvoorbeeld PS")
    stuk: Stuk | None = Field(default=None, description="kenmerk van het stuk")


class DocumentVastgesteld(AgendaFeit):
    soort: Literal["DocumentVastgesteld"] = "DocumentVastgesteld"
    document: Kenmerk
    documentsoort: Documentsoort
    titel: Naam
    versie: Naam
    vaststeller: Naam
    stuk: Stuk | None = None


class Agendadocument(Model):
    """A koersdocument or kader with its version; older versions stay in the chain."""

    id: Kenmerk
    documentsoort: Documentsoort
    titel: str
    versie: str
    vaststeller: str
    vanaf: date
