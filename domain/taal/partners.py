"""Words of the partners: joining, leaving, merging."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Bedrag, EigenId, Kenmerk, Model, Naam, Tekst

Partnertype = Literal[
    "gemeente",
    "waterschap",
    "rijk",
    "provincie",
    "maatschappelijke_organisatie",
    "bedrijf",
    "kennisinstelling",
    "inwonersgroep",
    "overig",
]
OVERHEDEN: frozenset[Partnertype] = frozenset({"gemeente", "waterschap", "provincie"})
"""Governments with a representative body of their own under the Wgr; the Rijk has its own step (A10)."""


class PartnersOpdracht(Model):
    """Commands about partners."""


class VoegPartnerToe(PartnersOpdracht):
    uitleg: ClassVar[str] = "Laat een partner toetreden."
    soort: Literal["VoegPartnerToe"] = "VoegPartnerToe"
    partner: EigenId = Field(description="korte id, bijvoorbeeld gemeente-dronten")
    naam: Naam = Field(description="naam van de organisatie, nooit van een persoon")
    type: Partnertype
    rol: str = Field(default="", max_length=200, description="wat de partner doet dat anderen niet doen")


class LaatPartnerUittreden(PartnersOpdracht):
    uitleg: ClassVar[str] = "Laat een partner uittreden; open vragen vervallen, afspraken blijven zichtbaar."
    soort: Literal["LaatPartnerUittreden"] = "LaatPartnerUittreden"
    partner: Kenmerk
    reden: Tekst


class VoegPartnersSamen(PartnersOpdracht):
    uitleg: ClassVar[str] = "Een partner gaat op in een andere (fusie)."
    soort: Literal["VoegPartnersSamen"] = "VoegPartnersSamen"
    partner: Kenmerk
    gaat_over_in: Kenmerk
    reden: Tekst


class PartnersFeit(Model):
    """Facts about partners."""


class PartnerToegetreden(PartnersFeit):
    soort: Literal["PartnerToegetreden"] = "PartnerToegetreden"
    partner: Kenmerk
    naam: Naam
    type: Partnertype
    rol: str = ""


class PartnerUitgetreden(PartnersFeit):
    """A partner left: what it had signed, promised and paid is listed, so nothing is forgotten.

    `gaat_naar` is the opgave that was split off and that it goes along to.
    """

    soort: Literal["PartnerUitgetreden"] = "PartnerUitgetreden"
    partner: Kenmerk
    reden: str
    ondertekende_stappen: tuple[Kenmerk, ...] = ()
    toezeggingen: tuple[Kenmerk, ...] = ()
    toegezegd: Bedrag = 0
    besteed: Bedrag = 0
    trekker_nodig: bool = False
    gaat_naar: str = ""


class PartnerGegaanIn(PartnersFeit):
    soort: Literal["PartnerGegaanIn"] = "PartnerGegaanIn"
    partner: Kenmerk
    gaat_over_in: Kenmerk
    reden: str


class Deelnemer(Model):
    """A partner in this opgave, from joining to leaving."""

    id: Kenmerk
    naam: Naam
    type: Partnertype
    rol: str = ""
    toegetreden_op: date
    uitgetreden_op: date | None = None
    gaat_over_in: Kenmerk | None = None

    @property
    def doet_mee(self) -> bool:
        return self.uitgetreden_op is None
