"""Sheets about working together: why, with which ambition and way of working, and how the relations stand."""

from typing import Literal

from pydantic import Field

from domain.basis import Model, Naam, Score, Tekst
from domain.taal.bladvorm import EenOfMeer, Enkelblad, Namen


class WaaromSamenwerken(Model):
    """S3-06: is working together needed, and does it contribute?"""

    blad: Literal["waarom_samenwerken"]
    nodig: Tekst = Field(description="waarom samenwerken nodig is")
    bijdrage: Tekst = Field(description="wat samenwerken bijdraagt")
    alternatief_zelf: Tekst = Field(description="wat er gebeurt als de provincie het zelf doet")

    def sleutel(self) -> str:
        return self.blad


class GezamenlijkeAmbitie(Model):
    """S2-08: the ambition carried together, and who signed it."""

    blad: Literal["gezamenlijke_ambitie"]
    tekst: Tekst = Field(description="de ambitie die u samen draagt")
    ondertekend_door: tuple[Naam, ...] = Field(
        min_length=1, description="organisatie of orgaan dat tekende, bijvoorbeeld GS"
    )

    def sleutel(self) -> str:
        return self.blad


class Werkwijze(Enkelblad):
    """S4-05: the way of working the partners agreed on."""

    blad: Literal["werkwijze"]
    afspraak: Tekst = Field(description="hoe u samen werkt")
    samen_met: EenOfMeer = Field(description="organisatie die dit afsprak")


class Conferentie(Model):
    """S0-18: the bestuurlijke conferentie and who endorsed the agenda there."""

    blad: Literal["conferentie"]
    naam: Naam = "bestuurlijke conferentie"
    onderschreven_door: tuple[Naam, ...] = Field(default=(), description="organisatie die onderschreef")
    opbrengst: str = Field(default="", max_length=10_000, description="wat het opleverde")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.naam}"


class EenOverheid(Enkelblad):
    """S1-05: do the overheden act here as one, and which?"""

    blad: Literal["een_overheid"]
    als_een_overheid: bool = Field(description="treden de overheden hier samen op als een?")
    overheden: Namen = Field(default=(), description="welke overheden")


class Relatie(Enkelblad):
    """S1-02, S1-09, S1-32: how one of the three relaties stands: 1 people, 2 medeoverheden, 3 PS and GS."""

    blad: Literal["relatie"]
    niveau: Literal[1, 2, 3] = Field(
        description="1 provincie en Flevolanders, 2 provincie en medeoverheden, 3 PS, GS en organisatie"
    )
    subtype: str = Field(default="", max_length=200, description="bijvoorbeeld inwoners, ondernemers, instellingen")
    score: Score = Field(description="0 (geen relatie) tot en met 3 (sterk)")
    toelichting: Tekst = Field(description="waarom deze score")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.niveau}"
