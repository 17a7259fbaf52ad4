"""Words of the promises and the signals: made or raised, tracked, settled."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, EigenId, Kenmerk, Model, Naam, Tekst
from domain.taal.stukken import Stuk

Afspraakbron = Literal["conferentie", "motie", "toezegging", "signaal", "les", "partner", "overig"]


class AfsprakenOpdracht(Model):
    """Commands about promises and signals."""


class MaakAfspraak(AfsprakenOpdracht):
    uitleg: ClassVar[str] = "Leg een afspraak, motie of toezegging vast die iemand moet nakomen."
    soort: Literal["MaakAfspraak"] = "MaakAfspraak"
    afspraak: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    tekst: Naam
    wie: Kenmerk = Field(description="functie, orgaan of partner die het doet")
    uiterlijk: Dag | None = None
    bron: Afspraakbron = "overig"
    stap: Kenmerk | None = None


class RondAfspraakAf(AfsprakenOpdracht):
    uitleg: ClassVar[str] = "Leg vast hoe een afspraak is afgedaan."
    soort: Literal["RondAfspraakAf"] = "RondAfspraakAf"
    afspraak: Kenmerk
    resultaat: Tekst
    bron: Stuk | None = Field(default=None, description="waar de afdoening in staat; verplicht bij een motie")


class MeldSignaal(AfsprakenOpdracht):
    uitleg: ClassVar[str] = "Meld dat de samenwerking stroef loopt."
    soort: Literal["MeldSignaal"] = "MeldSignaal"
    signaal: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    partner: Kenmerk | None = None
    ernst: Literal[1, 2, 3]
    omschrijving: Tekst


class VangSignaalOp(AfsprakenOpdracht):
    uitleg: ClassVar[str] = "Leg vast wie een signaal heeft opgevangen."
    soort: Literal["VangSignaalOp"] = "VangSignaalOp"
    signaal: Kenmerk
    opgevangen_door: Naam


class SluitSignaal(AfsprakenOpdracht):
    uitleg: ClassVar[str] = "Sluit een signaal af met de ingreep, of met de reden om niet in te grijpen."
    soort: Literal["SluitSignaal"] = "SluitSignaal"
    signaal: Kenmerk
    ingreep: Tekst
    ingreep_door: Naam


class AfsprakenFeit(Model):
    """Facts about promises and signals."""


class AfspraakGemaakt(AfsprakenFeit):
    soort: Literal["AfspraakGemaakt"] = "AfspraakGemaakt"
    afspraak: Kenmerk
    tekst: str
    wie: Kenmerk
    uiterlijk: date | None = None
    bron: Afspraakbron
    stap: Kenmerk | None = None


class AfspraakAfgerond(AfsprakenFeit):
    soort: Literal["AfspraakAfgerond"] = "AfspraakAfgerond"
    afspraak: Kenmerk
    resultaat: str
    bron: Stuk | None = None


class SignaalGemeld(AfsprakenFeit):
    soort: Literal["SignaalGemeld"] = "SignaalGemeld"
    signaal: Kenmerk
    partner: Kenmerk | None = None
    ernst: int
    omschrijving: str


class SignaalOpgevangen(AfsprakenFeit):
    soort: Literal["SignaalOpgevangen"] = "SignaalOpgevangen"
    signaal: Kenmerk
    opgevangen_door: str


class SignaalGesloten(AfsprakenFeit):
    soort: Literal["SignaalGesloten"] = "SignaalGesloten"
    signaal: Kenmerk
    ingreep: str
    ingreep_door: str


class Afspraak(Model):
    """A promise and whether it was kept."""

    id: Kenmerk
    tekst: str
    wie: Kenmerk
    uiterlijk: date | None = None
    bron: Afspraakbron
    stap: Kenmerk | None = None
    gemaakt_op: date
    afgerond_op: date | None = None
    resultaat: str = ""


class Signaal(Model):
    """A signal about strained collaboration, from report to closing."""

    id: Kenmerk
    partner: Kenmerk | None = None
    ernst: int
    omschrijving: str
    gemeld_op: date
    opgevangen_door: str = ""
    ingreep: str = ""
    ingreep_door: str = ""
    gesloten_op: date | None = None
