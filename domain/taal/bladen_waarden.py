"""Sheets about values: what is protected, where values pull at each other, and what is promised in the meantime."""

from typing import Literal

from pydantic import Field

from domain.basis import Getal, Model, Naam, Tekst
from domain.taal.bladvorm import EenOfMeer, Enkelblad, Reeksblad

Kernwaarde = Literal["vindingrijk", "betrokken", "gedreven"]
"""S1-27: the core values of the organisation."""


class Kernwaarden(Model):
    """S3-09: how each core value of good governance is safeguarded."""

    blad: Literal["kernwaarden"]
    transparantie: Tekst = Field(description="hoe u dit bewaakt")
    rechtmatigheid: Tekst = Field(description="hoe u dit bewaakt")
    rechtsgelijkheid: Tekst = Field(description="hoe u dit bewaakt")
    gelijke_behandeling: Tekst = Field(description="hoe u dit bewaakt")
    democratische_legitimiteit: Tekst = Field(description="hoe u dit bewaakt")

    def sleutel(self) -> str:
        return self.blad


class BeschermdeWaarde(Reeksblad):
    """S0-10: a value that is protected, with the lowest it may come to. Measured below it, a signaal is raised."""

    blad: Literal["beschermde_waarde"]
    waarde: Naam = Field(description="wat u beschermt, bijvoorbeeld grondwaterstand")
    ondergrens: Getal = Field(description="het laagste dat nog mag; een getal")
    eenheid: Naam = Field(description="waarin u meet, bijvoorbeeld meter")
    gemeten: Getal | None = Field(default=None, description="wat u mat; onder de ondergrens komt er een signaal")

    @property
    def geschonden(self) -> bool:
        return self.gemeten is not None and self.gemeten < self.ondergrens


class Dilemma(Reeksblad):
    """S0-11: a dilemma and how it was handled."""

    blad: Literal["dilemma"]
    omschrijving: Tekst
    type: Literal["loslaten", "verantwoorden", "publiek_en_eigen_belang", "ruimte_en_waarden", "anders"] = Field(
        description="waar het tussen wringt"
    )
    hoe_gehanteerd: Tekst = Field(description="wat u ermee deed")


class Procesafspraken(Enkelblad):
    """S0-08: what is promised about the way, where the outcome can't be known."""

    blad: Literal["procesafspraken"]
    afspraken: EenOfMeer = Field(description="wat u over de aanpak belooft")


class Resultaatafspraak(Reeksblad):
    """S0-27: a result that is fixed beforehand, a direction, or one that will show itself."""

    blad: Literal["resultaatafspraak"]
    tekst: Naam = Field(description="het resultaat")
    type: Literal["vooraf_bepaald", "richting", "emergent"] = Field(
        description="vooraf bepaald, een richting, of het blijkt onderweg (emergent)"
    )
