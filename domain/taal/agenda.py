"""Words of the regionale agenda: what is on it, its documents, its adoption by each overheid, its conferences.

An agenda is a life of its own, with the same evidence as an opgave; its id begins with `AGENDA-`.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from domain.basis import Dag, EigenId, Kenmerk, Model, Naam, OpgaveId, Tekst
from domain.taal.stukken import Stuk

Rijpheid = Literal["signaal", "verkenning", "uitgewerkt", "vastgesteld"]
Horizon = Literal["nu", "straks", "later"]
Plekstatus = Literal["op_agenda", "geparkeerd", "afgevoerd", "afgerond"]
Halfjaar = Annotated[
    str,
    StringConstraints(pattern=r"^[12][0-9]{3}-[12]$"),
    Field(description="half jaar, bijvoorbeeld 2027-1 voor januari tot en met juni 2027"),
]
Documentsoort = Literal["koersdocument", "kader"]
Vaststelling = Literal["vastgesteld", "gewijzigd_vastgesteld", "niet_vastgesteld"]


class AgendaOpdracht(Model):
    """Commands about the agenda."""


class StartAgenda(AgendaOpdracht):
    uitleg: ClassVar[str] = "Begin een regionale agenda voor een periode."
    soort: Literal["StartAgenda"] = "StartAgenda"
    titel: Naam
    gebied: Naam = Field(description="het gebied waar de agenda over gaat")
    van: Dag = Field(description="eerste dag van de periode")
    tot: Dag = Field(description="laatste dag van de periode")
    ambitie: str = Field(default="", max_length=10_000, description="wat de regio wil bereiken")

    @model_validator(mode="after")
    def _loopt(self) -> Self:
        if self.tot <= self.van:
            raise ValueError("tot: de periode eindigt voor zij begint")
        return self


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


class StelDocumentVast(AgendaOpdracht):
    uitleg: ClassVar[str] = "Leg een versie van het koersdocument of van een kader vast; de opgaven zien die."
    soort: Literal["StelDocumentVast"] = "StelDocumentVast"
    document: EigenId = Field(description="korte naam, bijvoorbeeld koers of kader-energie")
    documentsoort: Documentsoort
    titel: Naam
    versie: Naam = Field(description="bijvoorbeeld 2027 of 1.2")
    vaststeller: Naam = Field(description="orgaan dat het vaststelde, bijvoorbeeld PS")
    stuk: Stuk | None = Field(default=None, description="kenmerk van het stuk")


class VraagVaststelling(AgendaOpdracht):
    uitleg: ClassVar[str] = "Vraag overheden de agenda zelf vast te stellen."
    soort: Literal["VraagVaststelling"] = "VraagVaststelling"
    overheden: Annotated[tuple[Kenmerk, ...], Field(min_length=1, max_length=50)] = Field(
        description="ids van partners die een overheid zijn, en provincie"
    )
    uiterlijk: Dag = Field(description="dag waarop de overheden besloten moeten hebben")


class LegVaststellingVast(AgendaOpdracht):
    uitleg: ClassVar[str] = "Leg vast wat een overheid over de agenda besloot."
    soort: Literal["LegVaststellingVast"] = "LegVaststellingVast"
    overheid: Kenmerk = Field(description="id van de partner, of provincie")
    orgaan: Naam = Field(description="het orgaan dat besloot: PS, de raad, de algemene vergadering")
    besluit: Vaststelling
    toelichting: str = Field(default="", max_length=10_000)
    stuk: Stuk | None = Field(default=None, description="kenmerk van het stuk waar het besluit in staat")


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


class BereidHerijkingVoor(AgendaOpdracht):
    uitleg: ClassVar[str] = "Leg het rapport vast dat de herijking voorbereidt."
    soort: Literal["BereidHerijkingVoor"] = "BereidHerijkingVoor"
    stuk: Stuk = Field(description="kenmerk van het rapport")
    opgaven: int = Field(ge=0, le=10_000, description="hoeveel opgaven het rapport beschrijft")


class Herijk(AgendaOpdracht):
    uitleg: ClassVar[str] = "Sluit de herijking van dit half jaar af; de volgende begint te lopen."
    soort: Literal["Herijk"] = "Herijk"
    conclusie: Tekst = Field(description="wat de herijking opleverde")
    stuk: Stuk | None = Field(default=None, description="kenmerk van een stuk hierbij")


class WijzigWerkwijze(AgendaOpdracht):
    uitleg: ClassVar[str] = (
        "Laat een les de werkwijze veranderen: een punt op de checklist, of een termijn van het huis."
    )
    soort: Literal["WijzigWerkwijze"] = "WijzigWerkwijze"
    les: Kenmerk = Field(description="de les, als OPGAVE/LES")
    wijziging: EigenId
    termijn: str = Field(default="", max_length=10, description="code van een huistermijn, bijvoorbeeld T18")
    duur: str = Field(default="", max_length=10, description="nieuwe duur van die termijn, bijvoorbeeld 3wd")
    fase: Literal["", "F1", "F2", "F3", "F4", "F5", "F6"] = Field(default="", description="fase van het checklistpunt")
    vraag: str = Field(default="", max_length=200, description="de vraag op de checklist")
    reden: Tekst

    @model_validator(mode="after")
    def _een_van_beide(self) -> Self:
        if bool(self.termijn) == bool(self.vraag):
            raise ValueError("geef een termijn met haar duur, of een vraag met haar fase")
        if bool(self.termijn) != bool(self.duur) or bool(self.vraag) != bool(self.fase):
            raise ValueError("bij termijn hoort duur, bij vraag hoort fase")
        return self


class SluitAgenda(AgendaOpdracht):
    uitleg: ClassVar[str] = "Sluit de agenda af aan het einde van haar periode."
    soort: Literal["SluitAgenda"] = "SluitAgenda"
    reden: Tekst
    opvolger: OpgaveId | None = Field(default=None, description="id van de agenda die hierna komt")


class AgendaFeit(Model):
    """Facts about the agenda."""


class AgendaGestart(AgendaFeit):
    soort: Literal["AgendaGestart"] = "AgendaGestart"
    titel: Naam
    gebied: Naam
    van: date
    tot: date
    ambitie: str = ""


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


class DocumentVastgesteld(AgendaFeit):
    soort: Literal["DocumentVastgesteld"] = "DocumentVastgesteld"
    document: Kenmerk
    documentsoort: Documentsoort
    titel: Naam
    versie: Naam
    vaststeller: Naam
    stuk: Stuk | None = None


class VaststellingGevraagd(AgendaFeit):
    soort: Literal["VaststellingGevraagd"] = "VaststellingGevraagd"
    overheden: tuple[Kenmerk, ...]
    versie: int
    uiterlijk: date


class AgendaVastgesteld(AgendaFeit):
    """What one overheid decided about the agenda; nobody decides for another.

    `per_link` says that it came over a link in a mail: it counts once someone else records the same.
    """

    soort: Literal["AgendaVastgesteld"] = "AgendaVastgesteld"
    overheid: Kenmerk
    orgaan: str
    versie: int
    besluit: Vaststelling
    toelichting: str = ""
    stuk: Stuk | None = None
    per_link: bool | None = None


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


class WerkwijzeGewijzigd(AgendaFeit):
    """A lesson became a rule of the house: the configuration change names the lesson, and the term by its name."""

    soort: Literal["WerkwijzeGewijzigd"] = "WerkwijzeGewijzigd"
    wijziging: Kenmerk
    les: Kenmerk
    termijn: str = ""
    duur: str = ""
    was: str = ""
    fase: str = ""
    vraag: str = ""
    reden: str
    termijnnaam: str = ""


class AgendaGesloten(AgendaFeit):
    soort: Literal["AgendaGesloten"] = "AgendaGesloten"
    reden: str
    opvolger: OpgaveId | None = None


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


class Raakvlak(Model):
    """Two opgaven that touch; the one whose id comes first in the alphabet stands first."""

    opgave: OpgaveId
    andere: OpgaveId
    omschrijving: str
    sinds: date


class Agendadocument(Model):
    """A koersdocument or kader with its version; older versions stay in the chain."""

    id: Kenmerk
    documentsoort: Documentsoort
    titel: str
    versie: str
    vaststeller: str
    vanaf: date


class Overheidsbesluit(Model):
    """How the adoption by one overheid stands for one version; `per_link` as long as nobody else confirmed it."""

    overheid: Kenmerk
    versie: int
    gevraagd_op: date
    uiterlijk: date
    orgaan: str = ""
    besluit: Vaststelling | None = None
    op: date | None = None
    per_link: bool | None = None

    @property
    def telt(self) -> Vaststelling | None:
        """The decision that counts; None while there is none, or only what was reported over a link."""
        return None if self.per_link else self.besluit

    @property
    def gemeld(self) -> Vaststelling | None:
        """What was reported over a link and waits for someone else."""
        return self.besluit if self.per_link else None


class Conferentieverslag(Model):
    """A conference that was held."""

    id: Kenmerk
    soort: Literal["bestuurlijke_conferentie", "statenconferentie"]
    titel: str
    op: date
    deelnemers: tuple[Kenmerk, ...]
    onderschreven_door: tuple[Kenmerk, ...] = ()
    afspraken: tuple[Kenmerk, ...] = ()


class Agenda(Model):
    """The agenda itself. `punten` by opgave, `vaststellingen` by `overheid/versie`, `documenten` by their id.

    `wijzigingen` are the ids of the changes that lessons made to the way of working.
    """

    van: date
    tot: date
    gebied: str
    ambitie: str = ""
    versie: int = 1
    herijkingen: int = 0
    voorbereid: Stuk | None = None
    punten: dict[str, Agendapunt] = {}
    raakvlakken: tuple[Raakvlak, ...] = ()
    documenten: dict[str, Agendadocument] = {}
    vaststellingen: dict[str, Overheidsbesluit] = {}
    conferenties: dict[str, Conferentieverslag] = {}
    wijzigingen: tuple[Kenmerk, ...] = ()
    opvolger: OpgaveId | None = None

    @property
    def halfjaren(self) -> tuple[str, ...]:
        """The half years the period touches, in order: `2027-1`, `2027-2`."""
        eerste, laatste = _halfjaar(self.van), _halfjaar(self.tot)
        return tuple(f"{h // 2}-{h % 2 + 1}" for h in range(eerste, laatste + 1))


def _halfjaar(dag: date) -> int:
    return dag.year * 2 + (dag.month > 6)
