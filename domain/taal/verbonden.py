"""Words of the verbonden partijen (BBV 1, 9, 15): why we work together, who keeps the account, what is at stake."""

from datetime import date
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from domain.basis import EigenId, Kenmerk, Model, Naam, Tekst

Partijsoort = Literal["gemeenschappelijke_regeling", "vennootschap_of_cooperatie", "stichting_of_vereniging", "overig"]
"""The four kinds of the paragraph (BBV 15)."""


class VerbondenPartij(Model):
    """One verbonden partij. It has an administrative and a financial interest (BBV 1). In eurocents."""

    naam: Naam
    rechtsvorm: Naam = Field(description="bijvoorbeeld bv, stichting of openbaar lichaam")
    partijsoort: Partijsoort
    vestigingsplaats: Naam
    openbaar_belang: Tekst = Field(description="welk algemeen belang de partij dient")
    bestuurlijk_belang: Tekst = Field(description="welke zeggenschap de provincie heeft")
    financieel_belang: Tekst = Field(description="welk geld de provincie kan verliezen")
    eigen_vermogen_begin: int | None = Field(default=None, description="aan het begin van het jaar, in eurocenten")
    eigen_vermogen_eind: int | None = Field(default=None, description="aan het einde van het jaar, in eurocenten")
    vreemd_vermogen_begin: int | None = Field(default=None, description="aan het begin van het jaar, in eurocenten")
    vreemd_vermogen_eind: int | None = Field(default=None, description="aan het einde van het jaar, in eurocenten")
    resultaat: int | None = Field(default=None, description="winst, of verlies met een min ervoor, in eurocenten")
    jaar: int | None = Field(default=None, ge=1990, le=2200, description="jaar waarover de bedragen gaan")
    risicos: tuple[Naam, ...] = Field(default=(), description="een risico voor de provincie")
    partner: Kenmerk | None = Field(default=None, description="de partner in deze opgave die dit is")

    @model_validator(mode="after")
    def _met_jaar(self) -> Self:
        bedragen = (self.eigen_vermogen_begin, self.eigen_vermogen_eind, self.vreemd_vermogen_begin)
        if self.jaar is None and any(b is not None for b in (*bedragen, self.vreemd_vermogen_eind, self.resultaat)):
            raise ValueError("noem bij jaar over welk jaar de bedragen gaan")
        return self


class VerbondenOpdracht(Model):
    """Commands about verbonden partijen."""


class LegVerbondenPartijVast(VerbondenOpdracht):
    uitleg: ClassVar[str] = "Leg een verbonden partij vast, of haar nieuwe gegevens."
    soort: Literal["LegVerbondenPartijVast"] = "LegVerbondenPartijVast"
    partij: EigenId
    inhoud: VerbondenPartij = Field(description="de gegevens van de partij")


class BeantwoordWaarom(VerbondenOpdracht):
    uitleg: ClassVar[str] = "Beantwoord waarom we met deze verbonden partij samenwerken; ieder jaar opnieuw."
    soort: Literal["BeantwoordWaarom"] = "BeantwoordWaarom"
    partij: Kenmerk = Field(description="id van de verbonden partij")
    nodig: Tekst = Field(description="waarom deze partij nodig is")
    bijdrage_publieke_taak: Tekst = Field(description="wat zij bijdraagt aan de taak van de provincie")
    bijdrage_opgave: Tekst = Field(description="wat zij bijdraagt aan deze opgave")
    alternatief_zelf: Tekst = Field(description="wat er gebeurt als de provincie het zelf doet")


class WijsAccounthouderAan(VerbondenOpdracht):
    uitleg: ClassVar[str] = "Wijs aan wie contact houdt met een verbonden partij."
    soort: Literal["WijsAccounthouderAan"] = "WijsAccounthouderAan"
    partij: Kenmerk = Field(description="id van de verbonden partij")
    naar: Kenmerk = Field(description="subject-id van de accounthouder")
    overdracht: str = Field(default="", max_length=10_000, description="wat de vorige accounthouder meegaf")


class BeeindigVerbondenheid(VerbondenOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat een partij geen verbonden partij meer is."
    soort: Literal["BeeindigVerbondenheid"] = "BeeindigVerbondenheid"
    partij: Kenmerk = Field(description="id van de verbonden partij")
    reden: Tekst


class VerbondenFeit(Model):
    """Facts about verbonden partijen."""


class VerbondenPartijVastgelegd(VerbondenFeit):
    soort: Literal["VerbondenPartijVastgelegd"] = "VerbondenPartijVastgelegd"
    partij: Kenmerk
    inhoud: VerbondenPartij


class WaaromBeantwoord(VerbondenFeit):
    soort: Literal["WaaromBeantwoord"] = "WaaromBeantwoord"
    partij: Kenmerk
    nodig: str
    bijdrage_publieke_taak: str
    bijdrage_opgave: str
    alternatief_zelf: str


class AccounthouderAangewezen(VerbondenFeit):
    """`zonder_overdracht`: the account changed hands and nothing was handed over; GS hear of it (S3-27)."""

    soort: Literal["AccounthouderAangewezen"] = "AccounthouderAangewezen"
    partij: Kenmerk
    naar: Kenmerk
    van: Kenmerk | None = None
    overdracht: str = ""
    zonder_overdracht: bool = False


class VerbondenheidBeeindigd(VerbondenFeit):
    soort: Literal["VerbondenheidBeeindigd"] = "VerbondenheidBeeindigd"
    partij: Kenmerk
    reden: str


class Verbinding(Model):
    """A verbonden partij as it stands. `waarom` is the last answer, `waarom_op` its day."""

    id: Kenmerk
    inhoud: VerbondenPartij
    sinds: date
    accounthouder: Kenmerk | None = None
    waarom: WaaromBeantwoord | None = None
    waarom_op: date | None = None
    antwoorden: int = 0
    beeindigd_op: date | None = None
