"""Words of who stands in for whom, and which portefeuille an opgave falls under."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, EigenId, Functie, Kenmerk, Model, Naam, Tekst

Vervangingssoort = Literal["vervanging", "mandaat", "waarneming"]


class FunctiesOpdracht(Model):
    """Commands about substitution and portefeuilles."""


class RegelVervanging(FunctiesOpdracht):
    uitleg: ClassVar[str] = "Leg vast wie een functie tijdelijk vervult: vervanging, mandaat of waarneming."
    soort: Literal["RegelVervanging"] = "RegelVervanging"
    vervanging: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    functie: Functie
    vorm: Vervangingssoort
    door: Kenmerk = Field(description="subject-id van wie de functie vervult")
    van: Dag
    tot: Dag | None = Field(default=None, description="laatste dag; leeg is tot nader order")
    grondslag: Naam = Field(description="besluit of artikel waar het op rust")
    beperkt_tot: tuple[Kenmerk, ...] = Field(default=(), description="codes van stappen; leeg is alles")


class BeeindigVervanging(FunctiesOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat een vervanging, mandaat of waarneming ophoudt."
    soort: Literal["BeeindigVervanging"] = "BeeindigVervanging"
    vervanging: Kenmerk
    reden: Tekst


class WijsPortefeuilleToe(FunctiesOpdracht):
    uitleg: ClassVar[str] = "Wijs de portefeuille toe waar de opgave onder valt, bijvoorbeeld na een formatie."
    soort: Literal["WijsPortefeuilleToe"] = "WijsPortefeuilleToe"
    portefeuille: Naam
    houder: Kenmerk | None = Field(default=None, description="subject-id van de portefeuillehouder")
    grondslag: Naam = Field(description="bijvoorbeeld de portefeuilleverdeling van GS")


class FunctiesFeit(Model):
    """Facts about substitution and portefeuilles."""


class VervangingGeregeld(FunctiesFeit):
    soort: Literal["VervangingGeregeld"] = "VervangingGeregeld"
    vervanging: Kenmerk
    functie: Functie
    vorm: Vervangingssoort
    door: Kenmerk
    van: date
    tot: date | None = None
    grondslag: str
    beperkt_tot: tuple[Kenmerk, ...] = ()


class VervangingBeeindigd(FunctiesFeit):
    soort: Literal["VervangingBeeindigd"] = "VervangingBeeindigd"
    vervanging: Kenmerk
    functie: Functie
    reden: str


class PortefeuilleToegewezen(FunctiesFeit):
    """The portefeuille the opgave falls under, with who held it before. Without a houder the holder stays."""

    soort: Literal["PortefeuilleToegewezen"] = "PortefeuilleToegewezen"
    portefeuille: str
    vorige: str = ""
    houder: Kenmerk | None = None
    vorige_houder: Kenmerk | None = None
    grondslag: str


class Vervanging(Model):
    """Who stands in for a function, in which way, from and until which day (both included)."""

    id: Kenmerk
    functie: Functie
    vorm: Vervangingssoort
    door: Kenmerk
    van: date
    tot: date | None = None
    grondslag: str
    beperkt_tot: tuple[Kenmerk, ...] = ()

    def geldt_op(self, dag: date) -> bool:
        """Whether it holds on this day."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)


class Bekleding(Model):
    """Who held a function from a day on, and what that rests on."""

    functie: Functie
    subject: Kenmerk
    van: date
    grondslag: str = ""
