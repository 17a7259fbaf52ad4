"""Words of the corrections that are no new decision, and of what stands on a ground that turned out otherwise.

Three kinds that are never mixed: our record was wrong (`HerstelVastlegging`, confirmed by a second person), a member
erred after the result (`VergissingGemeld`, an aantekening), and a new besluit (`OpenBesluit` intrekking or wijziging).
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, Kenmerk, Model, Naam, Tekst
from domain.taal.behandeling import Afloop
from domain.taal.besluiten import BesluitGenomen, LegBesluitVast
from domain.taal.stukken import Stuk

Grondslagoordeel = Literal["blijft", "opnieuw"]


class HerstelOpdracht(Model):
    """Commands about records and results that turned out otherwise."""


class HerstelVastlegging(HerstelOpdracht):
    uitleg: ClassVar[str] = "Herstel onze eigen vastlegging: de vastgestelde besluitenlijst zegt iets anders."
    soort: Literal["HerstelVastlegging"] = "HerstelVastlegging"
    besluit: LegBesluitVast = Field(description="het besluit zoals het op de besluitenlijst staat")
    besluitenlijst: Stuk = Field(description="de vastgestelde besluitenlijst")
    reden: Tekst
    genomen_op: Dag | None = Field(default=None, description="dag van het besluit, als die verkeerd was vastgelegd")


class MeldVergissing(HerstelOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat een lid zich na de uitslag vergist bleek te hebben; de uitslag blijft."
    soort: Literal["MeldVergissing"] = "MeldVergissing"
    stap: Kenmerk
    fractie: Naam = Field(description="fractie of functie, geen naam")
    melding: Tekst


class MeldBetrokkenheid(HerstelOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat achteraf bleek dat een lid zich had moeten onthouden (PW 28)."
    soort: Literal["MeldBetrokkenheid"] = "MeldBetrokkenheid"
    stap: Kenmerk
    fractie: Naam = Field(description="fractie of functie, geen naam")
    aantal: Annotated[int, Field(ge=1, le=100)] = 1
    reden: Tekst
    beraadslaging: bool = Field(description="deed mee aan het debat")
    stemming: bool = Field(description="stemde mee")


class BeoordeelGrondslag(HerstelOpdracht):
    uitleg: ClassVar[str] = (
        "Oordeel over een stap die op een herstelde uitslag rust; jurist en griffier samen beslissen."
    )
    soort: Literal["BeoordeelGrondslag"] = "BeoordeelGrondslag"
    stap: Kenmerk
    oordeel: Grondslagoordeel = Field(description="blijft in stand, of moet opnieuw")
    motivering: Tekst


class HerstelFeit(Model):
    """Facts about records and results that turned out otherwise."""


class BesluitHersteld(HerstelFeit):
    """Our record was wrong and is corrected, after confirmation by a second person. The first record stays a fact.

    `omgeslagen` is set when the step now ends otherwise; `gevolgd` are the steps that were built on it. Nothing is
    undone: not those steps, and not the form that worked already since `in_werking_per`.
    """

    soort: Literal["BesluitHersteld"] = "BesluitHersteld"
    stap: Kenmerk
    was_uitkomst: str
    was_resultaat: str = ""
    was_afloop: Afloop
    besluit: BesluitGenomen
    besluitenlijst: Stuk
    reden: str
    omgeslagen: Literal[True] | None = None
    gevolgd: tuple[Kenmerk, ...] = ()
    in_werking_per: date | None = None


class VergissingGemeld(HerstelFeit):
    soort: Literal["VergissingGemeld"] = "VergissingGemeld"
    stap: Kenmerk
    fractie: Naam
    melding: str


class BetrokkenheidGemeld(HerstelFeit):
    """Found after the vote; the outcome stays. `had_kunnen_kantelen`: without these members it could have differed.

    It is None where nobody voted, or where the votes were not kept.
    """

    soort: Literal["BetrokkenheidGemeld"] = "BetrokkenheidGemeld"
    stap: Kenmerk
    fractie: Naam
    aantal: int
    reden: str
    beraadslaging: bool
    stemming: bool
    had_kunnen_kantelen: bool | None = None


class GrondslagBeoordeeld(HerstelFeit):
    soort: Literal["GrondslagBeoordeeld"] = "GrondslagBeoordeeld"
    stap: Kenmerk
    functie: Kenmerk
    oordeel: Grondslagoordeel
    motivering: str


class GrondslagBeslist(HerstelFeit):
    """Jurist and griffier agree on what becomes of a step that stood on a corrected outcome."""

    soort: Literal["GrondslagBeslist"] = "GrondslagBeslist"
    stap: Kenmerk
    oordeel: Grondslagoordeel


class Grondslagtwijfel(Model):
    """A step that is `op_onjuiste_grondslag`: nothing is undone, its mails wait, until jurist and griffier agree.

    `oordelen` and `subjecten` say per function what was judged, and by which subject.
    """

    stap: Kenmerk
    vanwege: Kenmerk
    sinds: date
    oordelen: dict[str, Grondslagoordeel] = {}
    subjecten: dict[str, Kenmerk] = {}
    beslist: Grondslagoordeel | None = None

    @property
    def open(self) -> bool:
        return self.beslist is None


class Aantekening(Model):
    """Something noted at a decision afterwards that changes nothing in it."""

    stap: Kenmerk
    soort: Literal["vergissing", "betrokkenheid"]
    fractie: str
    tekst: str
    op: date
    had_kunnen_kantelen: bool | None = None
