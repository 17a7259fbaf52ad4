"""Words of learning: conversations, bronverhalen, interviews, leeracties, and lessons that are validated."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, EigenId, Kenmerk, Model, Naam, Tekst
from domain.taal.bladen_rollen import ProvincieRol
from domain.taal.bladen_waarden import Kernwaarde
from domain.taal.lessen import LesVerwijzing, Principe
from domain.taal.namens import KANAAL, STUK
from domain.taal.stukken import Stuk
from domain.taal.verzoeken import Kanaal

Doelgroep = Literal["statenleden", "bestuur", "medewerkers", "partners"]
DOELGROEPEN: tuple[Doelgroep, ...] = ("statenleden", "bestuur", "medewerkers", "partners")
"""S0-13: the four groups to talk with."""
Waardering = Literal["goed", "minder_goed", "gemengd"]


class Bronverhaal(Model):
    """S1-23: a practice as it was lived. Tags: the six principes, the roles, the core values. Never a person's name."""

    titel: Naam
    verteller_functie: Naam = Field(description="functie, nooit de naam van een persoon")
    context: Tekst = Field(description="waar en wanneer het speelde")
    praktijk: Tekst = Field(description="wat er gebeurde")
    wat_werkte: str = Field(default="", max_length=10_000)
    wat_niet: str = Field(default="", max_length=10_000)
    waardering: Waardering
    principes: tuple[Principe, ...] = Field(default=(), description="Flevo-principes, 1 tot en met 6")
    rollen: tuple[ProvincieRol, ...] = Field(default=(), description="rol van de provincie in dit verhaal")
    waarden: tuple[Kernwaarde, ...] = Field(default=(), description="kernwaarde die u erin ziet")
    succes: bool = Field(default=False, description="een succes dat de provincie wil delen")
    openbaar: bool = Field(default=True, description="mogen andere opgaven dit verhaal zien?")


class LerenOpdracht(Model):
    """Commands about learning."""


class LegGesprekVast(LerenOpdracht):
    uitleg: ClassVar[str] = "Leg een gesprek vast met Statenleden, bestuur, medewerkers of partners."
    soort: Literal["LegGesprekVast"] = "LegGesprekVast"
    doelgroep: Doelgroep
    gelegenheid: Naam = Field(description="bijvoorbeeld statenconferentie of werkbezoek")
    opbrengst: Tekst = Field(description="wat het opleverde")


class LegBronverhaalVast(LerenOpdracht):
    uitleg: ClassVar[str] = "Leg een bronverhaal uit de praktijk vast."
    soort: Literal["LegBronverhaalVast"] = "LegBronverhaalVast"
    verhaal: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    inhoud: Bronverhaal = Field(description="het verhaal")


class VraagInterview(LerenOpdracht):
    uitleg: ClassVar[str] = "Vraag iemand van de participatiebrigade om een interview."
    soort: Literal["VraagInterview"] = "VraagInterview"
    interview: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    over: Naam = Field(description="waar het interview over gaat")
    met_wie: Naam = Field(description="functie of groep, nooit de naam van een persoon")
    uiterlijk: Dag


class StartLeeractie(LerenOpdracht):
    uitleg: ClassVar[str] = "Spreek een leeractie in de eigen organisatie af."
    soort: Literal["StartLeeractie"] = "StartLeeractie"
    leeractie: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    leersoort: Literal["doorontwikkeling", "vaardigheid", "governancestijl"]
    tekst: Naam = Field(description="wat er gebeurt")
    voor: Naam = Field(description="voor welke rol: bestuurders, professionals, managers")
    eigenaar: Kenmerk = Field(description="functie, orgaan of id van een partner die het doet")
    uiterlijk: Dag
    les: LesVerwijzing | None = Field(default=None, description="de les waar dit uit komt, bijvoorbeeld FL-2026-01/L1")
    programma: str = Field(default="", max_length=200, description="naam van het leerprogramma")


class ValideerLes(LerenOpdracht):
    uitleg: ClassVar[str] = "Zeg als partner of een les klopt."
    soort: Literal["ValideerLes"] = "ValideerLes"
    les: Kenmerk = Field(description="id van de les, bijvoorbeeld L1")
    partner: Kenmerk = Field(description="id van de partner")
    klopt: bool
    toelichting: str = Field(default="", max_length=2_000)
    kanaal: Kanaal | None = Field(default=None, description=KANAAL)
    stuk: Stuk | None = Field(default=None, description=STUK)


class LerenFeit(Model):
    """Facts about learning."""


class GesprekVastgelegd(LerenFeit):
    soort: Literal["GesprekVastgelegd"] = "GesprekVastgelegd"
    doelgroep: Doelgroep
    gelegenheid: str
    opbrengst: str


class BronverhaalVastgelegd(LerenFeit):
    soort: Literal["BronverhaalVastgelegd"] = "BronverhaalVastgelegd"
    verhaal: Kenmerk
    inhoud: Bronverhaal


class InterviewGevraagd(LerenFeit):
    """The task itself is a promise (`afspraak` of the same id) with its term and reminders."""

    soort: Literal["InterviewGevraagd"] = "InterviewGevraagd"
    interview: Kenmerk
    over: str
    met_wie: str
    uiterlijk: date


class LeeractieGestart(LerenFeit):
    """The action itself is a promise (`afspraak` of the same id) with its term and reminders."""

    soort: Literal["LeeractieGestart"] = "LeeractieGestart"
    leeractie: Kenmerk
    leersoort: Literal["doorontwikkeling", "vaardigheid", "governancestijl"]
    tekst: str
    voor: str
    eigenaar: Kenmerk
    uiterlijk: date
    les: str = ""
    programma: str = ""


class LesGevalideerd(LerenFeit):
    soort: Literal["LesGevalideerd"] = "LesGevalideerd"
    les: Kenmerk
    partner: Kenmerk
    klopt: bool
    toelichting: str = ""
    kanaal: Kanaal | None = None
    stuk: Stuk | None = None


class Gesprek(Model):
    """A conversation that was held."""

    doelgroep: Doelgroep
    gelegenheid: str
    opbrengst: str
    op: date


class Verhaal(Model):
    """A bronverhaal as it was recorded."""

    id: Kenmerk
    inhoud: Bronverhaal
    op: date


class Leeractie(Model):
    """A learning action; whether it was done stands with the promise of the same id."""

    id: Kenmerk
    leersoort: Literal["doorontwikkeling", "vaardigheid", "governancestijl"]
    tekst: str
    voor: str
    eigenaar: Kenmerk
    les: str = ""
    programma: str = ""
