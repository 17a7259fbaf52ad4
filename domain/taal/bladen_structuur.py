"""Sheets about structure: what a form needs, who steers it, and how much of the time it takes."""

from typing import Literal

from pydantic import Field

from domain.basis import Dag, Model, Naam, Tekst
from domain.taal.bladvorm import Aantal, Enkelblad, Namen, Reeksblad, Trajectblad


class Randvoorwaarden(Model):
    """S4-02: structure, powers, housing. Filled in only after the content."""

    blad: Literal["randvoorwaarden"]
    tekst: Tekst = Field(description="structuur, bevoegdheden en huisvesting")

    def sleutel(self) -> str:
        return self.blad


class Regieafspraken(Trajectblad):
    """S3-02, S3-18: who steers, controls, supervises and accounts for a form."""

    blad: Literal["regieafspraken"]
    sturen: Tekst = Field(description="wie stuurt, en hoe")
    beheersen: Tekst = Field(description="wie volgt of het goed loopt")
    toezicht: Tekst = Field(description="wie toezicht houdt")
    verantwoorden: Tekst = Field(description="wie verantwoording aflegt, en aan wie")


class NotaVerbondenPartijen(Enkelblad):
    """S3-14: the shared view on verbonden partijen, and with whom it came about."""

    blad: Literal["nota_verbonden_partijen"]
    versie: Naam = Field(description="bijvoorbeeld 2027")
    vastgesteld_door: Naam = Field(description="orgaan, bijvoorbeeld PS")
    tot_stand_met: Namen = Field(default=(), description="organisatie die meeschreef")


class Overlegtijd(Reeksblad):
    """S4-04: minutes of a meeting that went to content, and those that went to structure, people and powers."""

    blad: Literal["overlegtijd"]
    overleg: Naam = Field(description="naam van het overleg")
    op: Dag
    minuten_inhoud: Aantal = Field(description="minuten over de inhoud")
    minuten_structuur: Aantal = Field(description="minuten over structuur, mensen en bevoegdheden")
