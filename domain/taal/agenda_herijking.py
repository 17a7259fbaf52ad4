"""Words of the herijking: every half year the agenda is looked at again, and gets a new version."""

from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Tekst
from domain.taal.agendavorm import AgendaFeit, AgendaOpdracht
from domain.taal.stukken import Stuk


class BereidHerijkingVoor(AgendaOpdracht):
    uitleg: ClassVar[str] = "Leg het rapport vast dat de herijking voorbereidt."
    soort: Literal["BereidHerijkingVoor"] = "BereidHerijkingVoor"
    stuk: Stuk = Field(description="kenmerk van het rapport")
    opgaven: int | None = Field(default=None, ge=0, le=10_000, description="hoeft niet: het systeem telt zelf")
    nummer: int = Field(default=0, ge=0, le=10_000, description="voor welke herijking; 0 is die nu loopt")


class Herijk(AgendaOpdracht):
    uitleg: ClassVar[str] = "Sluit de herijking van dit half jaar af; de volgende begint te lopen."
    soort: Literal["Herijk"] = "Herijk"
    conclusie: Tekst = Field(description="wat de herijking opleverde")
    stuk: Stuk | None = Field(default=None, description="kenmerk van een stuk hierbij")
    reden: str = Field(default="", max_length=10_000, description="waarom nu al, als dit half jaar al is herijkt")


class HerijkingVoorbereid(AgendaFeit):
    soort: Literal["HerijkingVoorbereid"] = "HerijkingVoorbereid"
    nummer: int
    stuk: Stuk
    opgaven: int


class AgendaHerijkt(AgendaFeit):
    """The agenda after a herijking is the next version, which each overheid can adopt anew."""

    soort: Literal["AgendaHerijkt"] = "AgendaHerijkt"
    nummer: int
    versie: int
    conclusie: str
    stuk: Stuk | None = None
    reden: str = ""
