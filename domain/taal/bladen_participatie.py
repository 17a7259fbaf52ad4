"""Sheets about participation: who is reached and how, and how people can join."""

from typing import Literal, Self

from pydantic import Field, model_validator

from domain.basis import Naam, Tekst
from domain.taal.bladvorm import Aantal, EenOfMeer, Enkelblad, Namen, Toelichting, Trajectblad


class Participatie(Enkelblad):
    """S1-12, S1-21, S1-22, S2-18: participation as a choice: why, how, when, through whom, and whom it reached.

    `bereik_rechtstreeks` and `bereik_via_partners` are numbers of people; `methode` says how they were counted.
    """

    blad: Literal["participatie"]
    keuze: Tekst = Field(description="of en waarom er participatie is")
    doel: Tekst
    vorm: Naam = Field(description="bijvoorbeeld werksessie of enquete")
    wanneer: Naam = Field(description="in welke periode")
    verantwoording: Tekst = Field(description="hoe u laat weten wat u ermee deed")
    kanaal: Namen = Field(default=(), description="hoe u mensen bereikt")
    via_wie: Namen = Field(default=(), description="organisatie die mensen bereikt")
    bereik_rechtstreeks: Aantal = Field(default=0, description="aantal mensen dat u zelf bereikte")
    bereik_via_partners: Aantal = Field(default=0, description="aantal mensen dat partners bereikten")
    methode: Toelichting = Field(default="", description="hoe u telde; verplicht als u een aantal noemt")

    @model_validator(mode="after")
    def _zegt_hoe(self) -> Self:
        if (self.bereik_rechtstreeks or self.bereik_via_partners) and not self.methode:
            raise ValueError("noem bij methode hoe het bereik is geteld")
        return self


class Aanhaken(Trajectblad):
    """S0-22: how partners and residents can join this form."""

    blad: Literal["aanhaken"]
    mogelijkheden: EenOfMeer = Field(description="een manier om mee te doen")
