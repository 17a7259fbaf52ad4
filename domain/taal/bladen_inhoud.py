"""Sheets about what the opgave is: what it means for people, its content, and how its initiative was received."""

from typing import Literal, Self

from pydantic import Field, model_validator

from domain.basis import Model, Naam, Tekst
from domain.taal.bladvorm import EenOfMeer, Enkelblad, Namen, Toelichting


class Betekenis(Model):
    """S1-04: what the opgave means for the people of Flevoland."""

    blad: Literal["betekenis"]
    tekst: Tekst = Field(description="wat deze opgave voor inwoners betekent")

    def sleutel(self) -> str:
        return self.blad


class Inhoud(Model):
    """S4-03: the content leads; complete before a form can be chosen."""

    blad: Literal["inhoud"]
    opgave: Tekst = Field(description="wat er speelt, in gewone taal")
    doelen: tuple[Naam, ...] = Field(min_length=1, description="wat u wilt bereiken, een doel per keer")
    doelgroep: Naam = Field(description="voor wie")

    def sleutel(self) -> str:
        return self.blad


class JaMits(Enkelblad):
    """S0-05: receiving an initiative in the style of Ruimte voor Initiatief: yes, provided that."""

    blad: Literal["ja_mits"]
    kader_ref: Naam = Field(description="het koersdocument waar dit op rust")
    antwoord: Literal["ja", "ja_mits", "nee_tenzij", "nee"]
    mits: Namen = Field(default=(), description="een voorwaarde; verplicht bij ja_mits en nee_tenzij")
    toelichting: Toelichting = ""

    @model_validator(mode="after")
    def _zegt_wat(self) -> Self:
        if self.antwoord in ("ja_mits", "nee_tenzij") and not self.mits:
            raise ValueError("bij ja_mits of nee_tenzij hoort minstens een voorwaarde")
        return self


class EnergieEnZorg(Enkelblad):
    """S1-03: where society has energy to join, and where care is needed."""

    blad: Literal["energie_en_zorg"]
    energie_samenleving: Tekst = Field(description="waar mensen en organisaties willen meedoen")
    zorg_nodig: Tekst = Field(description="waar dat niet vanzelf gaat")


class Integraal(Enkelblad):
    """S1-29: with which other work this opgave is one."""

    blad: Literal["integraal"]
    integraal_met: EenOfMeer = Field(description="ander werk waar dit een geheel mee is")


class Voorbeelden(Enkelblad):
    """S2-12: examples from elsewhere that this opgave learns from."""

    blad: Literal["voorbeelden"]
    voorbeeld_ref: EenOfMeer = Field(description="naam of vindplaats van een voorbeeld van elders")
