"""Sheets about the role of the province: which one it takes in a phase, how it steers, and what it does afterwards."""

from typing import Literal, Self

from pydantic import Field, model_validator

from domain.basis import Fase, Model, Tekst
from domain.taal.bladvorm import Enkelblad

ProvincieRol = Literal["co-creatiepartner", "zorgdrager", "regisseur"]
Trede = Literal["reguleren", "regisseren", "stimuleren", "faciliteren", "loslaten"]
Netwerkrol = Literal["mobiliseren", "improviseren", "vitaliseren", "balanceren", "coordineren"]
FunctioneleRol = Literal["beheer", "bevoegd_gezag", "financiering", "bemiddeling"]


class Stijl(Model):
    """S3-16: governance styles as weights that add up to 100."""

    hierarchie: int = Field(ge=0, le=100, description="procent, 0 tot en met 100")
    netwerk: int = Field(ge=0, le=100, description="procent, 0 tot en met 100")
    markt: int = Field(ge=0, le=100, description="procent, 0 tot en met 100")

    @model_validator(mode="after")
    def _telt_op(self) -> Self:
        if self.hierarchie + self.netwerk + self.markt != 100:
            raise ValueError("hierarchie, netwerk en markt moeten samen 100 zijn")
        return self


class Rolkeuze(Model):
    """S3-13, S1-28, S3-10, S3-11, S3-12: the explicit choice of role, per phase, with its reason."""

    blad: Literal["rolkeuze"]
    fase: Fase = Field(description="voor welke fase deze rol geldt")
    provincie_rol: ProvincieRol
    trede: Trede = Field(description="hoeveel de provincie zelf doet: van reguleren (veel) tot loslaten (weinig)")
    netwerkrol: Netwerkrol
    functionele_rol: tuple[FunctioneleRol, ...] = ()
    stijl: Stijl = Field(description="hoe u stuurt, in procenten die samen 100 zijn")
    extra_rollen: tuple[Literal["verbinden", "aanjagen"], ...] = ()
    motivering: str = Field(default="", max_length=10_000, description="waarom deze rol")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.fase}"


class DubbeleRol(Model):
    """S2-06: is the province also competent authority here, and who then does which?"""

    blad: Literal["dubbele_rol"]
    ja: bool = Field(description="is de provincie hier ook bevoegd gezag?")
    rolscheiding: str = Field(default="", max_length=10_000, description="wie dan wat doet")

    def sleutel(self) -> str:
        return self.blad


class RolNaAfloop(Model):
    """S3-03: the role after the collaboration ends, settled before the pilot starts."""

    blad: Literal["rol_na_afloop"]
    tekst: Tekst = Field(description="wat de provincie nog doet als de samenwerking voorbij is")

    def sleutel(self) -> str:
        return self.blad


class RolOverTijd(Enkelblad):
    """S3-03: the role before, during and after the collaboration."""

    blad: Literal["rol_over_tijd"]
    voor: Tekst = Field(description="rol voor de samenwerking")
    tijdens: Tekst = Field(description="rol tijdens de samenwerking")
    na: Tekst = Field(description="rol erna")


class StijlPassend(Enkelblad):
    """S0-06: does this style of governing fit here? It is no panacea."""

    blad: Literal["stijl_passend"]
    oordeel: Literal["ja", "nee", "deels"] = Field(description="past deze stijl van besturen hier?")
    motivering: Tekst
