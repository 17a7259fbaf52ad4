"""Sheets about one partner. A partner fills in its own; the manager fills in what was heard at the table."""

from typing import Annotated, Literal

from pydantic import Field

from domain.basis import Bedrag, Dag, EigenId, Fase, Kenmerk, Model, Naam, Score, Tekst
from domain.taal.bladvorm import Partnerblad

Punten = Annotated[tuple[Naam, ...], Field(max_length=50)]


class Beeld(Partnerblad):
    """S4-06: how this partner looks at the opgave and at working together."""

    blad: Literal["beeld"]
    opgave: Tekst = Field(description="hoe de partner naar de opgave kijkt")
    samenwerking: Tekst = Field(description="hoe de partner naar de samenwerking kijkt")
    kern: Punten = Field(default=(), description="trefwoorden, om de beelden over elkaar te leggen")


class Belangen(Partnerblad):
    """S0-09: the public interest, the partner's own, and what pulls between them."""

    blad: Literal["belangen"]
    publiek_belang: Tekst = Field(description="wat het algemeen belang is")
    eigen_belang: Tekst = Field(description="wat de partner er zelf aan heeft")
    spanning: str = Field(default="", max_length=10_000, description="wat tussen die twee wringt")


class Verwachting(Partnerblad):
    """S3-08: what is expected of whom. What one side expects and the other does not offer is a mismatch."""

    blad: Literal["verwachting"]
    van_ons: Punten = Field(default=(), description="wat de partner van de provincie verwacht")
    wij_bieden: Punten = Field(default=(), description="wat de provincie toezegt te doen")
    van_henzelf: Punten = Field(default=(), description="wat de partner zelf toezegt te doen")
    wij_rekenen_op: Punten = Field(default=(), description="wat de provincie van de partner verwacht")
    resultaat: str = Field(default="", max_length=2_000, description="waar dit op uit moet komen")


class Draagvlak(Partnerblad):
    """S2-01: support of this partner at a gate, 0 to 3."""

    blad: Literal["draagvlak"]
    moment: Fase = Field(description="bij welke fase")
    score: Score = Field(description="0 geen, 1 weinig, 2 voldoende, 3 veel")
    toelichting: str = Field(default="", max_length=2_000, description="waarom deze score")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.partner}:{self.moment}"


class Doelstellingen(Partnerblad):
    """S2-13: the partner's own goals, next to those of the province."""

    blad: Literal["doelstellingen"]
    doelen: Annotated[tuple[Naam, ...], Field(min_length=1, max_length=50)] = Field(
        description="een doel van de partner zelf"
    )


class ComplementaireRol(Partnerblad):
    """S0-19: what this overheid does that others don't."""

    blad: Literal["complementaire_rol"]
    rol: Tekst = Field(description="wat deze overheid doet dat anderen niet doen")


class Ondersteuning(Partnerblad):
    """S1-07: how a medeoverheid is supported, fitting everyone's responsibility."""

    blad: Literal["ondersteuning"]
    nr: EigenId = "1"
    wat: Tekst = Field(description="waarmee u de partner helpt")
    uren: int = Field(default=0, ge=0, le=100_000, description="aantal uren")
    bedrag: Bedrag = 0
    tot: Dag | None = Field(default=None, description="tot en met welke dag")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.partner}:{self.nr}"


class Afhankelijkheid(Partnerblad):
    """S3-28: for what the opgave depends on this partner, and which goals stand still when it is late."""

    blad: Literal["afhankelijkheid"]
    nr: EigenId = "1"
    waarvoor: Tekst = Field(description="waarvoor u de partner nodig hebt")
    doelen: Punten = Field(default=(), description="doel dat stilstaat als de partner laat is")
    kritiek: bool = Field(default=False, description="ja als de opgave zonder deze partner stopt")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.partner}:{self.nr}"


class GedeeldBeeld(Model):
    """S0-16: does this partner share the picture of the way of working?"""

    blad: Literal["gedeeld_beeld"]
    partner: Kenmerk = Field(description="id van de partner")
    status: Literal["nee", "deels", "ja"] = Field(description="deelt deze partner het beeld van de werkwijze?")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.partner}"


class Spelniveau(Model):
    """S4-07, S4-08: level of play of a partner, per layer (scale 1 to 4)."""

    blad: Literal["spelniveau"]
    partner: Kenmerk = Field(description="id van de partner")
    volksvertegenwoordiging: int = Field(ge=1, le=4, description="niveau 1 (laagst) tot en met 4 (hoogst)")
    bestuur: int = Field(ge=1, le=4, description="niveau 1 (laagst) tot en met 4 (hoogst)")
    ambtelijk: int = Field(ge=1, le=4, description="niveau 1 (laagst) tot en met 4 (hoogst)")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.partner}"


EigenPartnerblad = Beeld | Belangen | Verwachting | Draagvlak | Doelstellingen | ComplementaireRol
"""What a partner may fill in for itself."""
