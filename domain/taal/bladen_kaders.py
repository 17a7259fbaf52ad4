"""Sheets about the frame: what is set beforehand, how firmly, with which instruments, and what is left to others."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from domain.basis import Dag, Model, Naam, Tekst
from domain.taal.bladvorm import EenOfMeer, Enkelblad, Namen, Reeksblad, Toelichting

Deel = Annotated[int, Field(ge=0, le=100)]


class Kaders(Model):
    """S1-10: the frame on content and on process, as put before PS."""

    blad: Literal["kaders"]
    inhoud: tuple[Naam, ...] = Field(default=(), description="een kader over de inhoud")
    proces: tuple[Naam, ...] = Field(default=(), description="een kader over de aanpak")
    geen_kader_nodig: bool = Field(default=False, description="ja als PS hier geen kader hoeven te stellen")
    toelichting: str = Field(default="", max_length=10_000)

    def sleutel(self) -> str:
        return self.blad


class VoorafEnLosgelaten(Enkelblad):
    """S0-07: what is thought out beforehand, and what is left to the partners."""

    blad: Literal["vooraf_en_losgelaten"]
    vooraf_bedacht: Namen = Field(default=(), description="wat vooraf is bedacht")
    losgelaten: Namen = Field(default=(), description="wat aan de partners is gelaten")


class Instrumentmix(Enkelblad):
    """S2-02, S2-07: rules, working together and money, as shares of 100."""

    blad: Literal["instrumentmix"]
    regels: Deel = Field(description="procent; regels, samenwerking en geld zijn samen 100")
    samenwerking: Deel = Field(description="procent")
    geld: Deel = Field(description="procent")
    toelichting: Toelichting = ""

    @model_validator(mode="after")
    def _telt_op(self) -> Self:
        if self.regels + self.samenwerking + self.geld != 100:
            raise ValueError("regels, samenwerking en geld moeten samen 100 zijn")
        return self


class WettelijkeKerntaken(Enkelblad):
    """S2-04: what the law keeps with the overheid, and may not be handed to partners."""

    blad: Literal["wettelijke_kerntaken"]
    taken: EenOfMeer = Field(description="een taak die bij de overheid moet blijven")


class Kaderpunt(Reeksblad):
    """S2-09, S2-17: one point of the frame: how concrete it is, and whether it can be let go."""

    blad: Literal["kaderpunt"]
    tekst: Naam = Field(description="wat het kader zegt")
    soort: Literal["inhoud", "proces"] = "inhoud"
    concreetheid: Literal["richting", "doel", "norm", "nader_uit_te_werken"] = Field(description="hoe vast het al ligt")
    uiterlijk: Dag | None = Field(default=None, description="bij nader_uit_te_werken: wanneer het af is")
    loslaten: Literal["ja", "nee", "voorwaarde"] = Field(default="nee", description="mogen partners hiervan afwijken?")
    voorwaarde: str = Field(default="", max_length=2_000, description="verplicht bij loslaten: voorwaarde")

    @model_validator(mode="after")
    def _compleet(self) -> Self:
        if self.concreetheid == "nader_uit_te_werken" and self.uiterlijk is None:
            raise ValueError("uiterlijk: noem de dag waarop dit kader nader is uitgewerkt")
        if self.loslaten == "voorwaarde" and not self.voorwaarde:
            raise ValueError("voorwaarde: noem de voorwaarde waaronder dit losgelaten wordt")
        return self


class Uitnodiging(Reeksblad):
    """S2-10: the uitnodigingskaart: where what is welcome, and on which conditions."""

    blad: Literal["uitnodiging"]
    waar: Naam = Field(description="de plek of het gebied")
    wat_welkom: Tekst
    voorwaarden: Namen = ()


class GezamenlijkeLijn(Reeksblad):
    """S2-16: what partners set together: a norm, a direction, an inspiration."""

    blad: Literal["gezamenlijke_lijn"]
    type: Literal["norm", "richting", "inspiratie"]
    tekst: Naam = Field(description="wat u samen afspreekt")
    samen_met: Namen = Field(default=(), description="organisatie die dit ook onderschrijft")
