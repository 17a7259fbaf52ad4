"""Words of the sheets (bladen) people fill in together. Filling one in again is a new fact; the old one stays."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from domain.basis import Fase, Kenmerk, Model, Naam, Score, Tekst
from domain.taal.wgr import WgrToets

ProvincieRol = Literal["co-creatiepartner", "zorgdrager", "regisseur"]
Trede = Literal["reguleren", "regisseren", "stimuleren", "faciliteren", "loslaten"]
Netwerkrol = Literal["mobiliseren", "improviseren", "vitaliseren", "balanceren", "coordineren"]
FunctioneleRol = Literal["beheer", "bevoegd_gezag", "financiering", "bemiddeling"]


class Betekenis(Model):
    """S1-04: what the opgave means for the people of Flevoland."""

    blad: Literal["betekenis"]
    tekst: Tekst

    def sleutel(self) -> str:
        return self.blad


class Inhoud(Model):
    """S4-03: the content leads; complete before a form can be chosen."""

    blad: Literal["inhoud"]
    opgave: Tekst
    doelen: tuple[Naam, ...] = Field(min_length=1)
    doelgroep: Naam

    def sleutel(self) -> str:
        return self.blad


class ToetsFlevo(Model):
    """S1-31: the six Flevo-principes as touchstone, scored 0 to 3; the score itself never blocks."""

    blad: Literal["toets_flevo"]
    moment: Literal["F1", "F3", "F5"]
    scores: tuple[Score, Score, Score, Score, Score, Score]
    toelichting: str = Field(default="", max_length=10_000)

    def sleutel(self) -> str:
        return f"{self.blad}:{self.moment}"


class Stijl(Model):
    """S3-16: governance styles as weights that add up to 100."""

    hierarchie: int = Field(ge=0, le=100)
    netwerk: int = Field(ge=0, le=100)
    markt: int = Field(ge=0, le=100)

    @model_validator(mode="after")
    def _telt_op(self) -> Self:
        if self.hierarchie + self.netwerk + self.markt != 100:
            raise ValueError("hierarchie, netwerk en markt moeten samen 100 zijn")
        return self


class Rolkeuze(Model):
    """S3-13, S1-28, S3-10, S3-11, S3-12: the explicit choice of role, per phase, with its reason."""

    blad: Literal["rolkeuze"]
    fase: Fase
    provincie_rol: ProvincieRol
    trede: Trede
    netwerkrol: Netwerkrol
    functionele_rol: tuple[FunctioneleRol, ...] = ()
    stijl: Stijl
    motivering: str = Field(default="", max_length=10_000)

    def sleutel(self) -> str:
        return f"{self.blad}:{self.fase}"


class WaaromSamenwerken(Model):
    """S3-06: is working together needed, and does it contribute?"""

    blad: Literal["waarom_samenwerken"]
    nodig: Tekst
    bijdrage: Tekst
    alternatief_zelf: Tekst

    def sleutel(self) -> str:
        return self.blad


class Kernwaarden(Model):
    """S3-09: how each core value of good governance is safeguarded."""

    blad: Literal["kernwaarden"]
    transparantie: Tekst
    rechtmatigheid: Tekst
    rechtsgelijkheid: Tekst
    gelijke_behandeling: Tekst
    democratische_legitimiteit: Tekst

    def sleutel(self) -> str:
        return self.blad


class Kaders(Model):
    """S1-10: the frame on content and on process, as put before PS."""

    blad: Literal["kaders"]
    inhoud: tuple[Naam, ...] = ()
    proces: tuple[Naam, ...] = ()
    geen_kader_nodig: bool = False
    toelichting: str = Field(default="", max_length=10_000)

    def sleutel(self) -> str:
        return self.blad


class GezamenlijkeAmbitie(Model):
    """S2-08: the ambition carried together, and who signed it."""

    blad: Literal["gezamenlijke_ambitie"]
    tekst: Tekst
    ondertekend_door: tuple[Naam, ...] = Field(min_length=1)

    def sleutel(self) -> str:
        return self.blad


class GedeeldBeeld(Model):
    """S0-16: does this partner share the picture of the way of working?"""

    blad: Literal["gedeeld_beeld"]
    partner: Kenmerk
    status: Literal["nee", "deels", "ja"]

    def sleutel(self) -> str:
        return f"{self.blad}:{self.partner}"


class Spelniveau(Model):
    """S4-07, S4-08: level of play of a partner, per layer (scale 1 to 4)."""

    blad: Literal["spelniveau"]
    partner: Kenmerk
    volksvertegenwoordiging: int = Field(ge=1, le=4)
    bestuur: int = Field(ge=1, le=4)
    ambtelijk: int = Field(ge=1, le=4)

    def sleutel(self) -> str:
        return f"{self.blad}:{self.partner}"


class DubbeleRol(Model):
    """S2-06: is the province also competent authority here, and who then does which?"""

    blad: Literal["dubbele_rol"]
    ja: bool
    rolscheiding: str = Field(default="", max_length=10_000)

    def sleutel(self) -> str:
        return self.blad


class RolNaAfloop(Model):
    """S3-03: the role after the collaboration ends, settled before the pilot starts."""

    blad: Literal["rol_na_afloop"]
    tekst: Tekst

    def sleutel(self) -> str:
        return self.blad


class Randvoorwaarden(Model):
    """S4-02: structure, powers, housing. Filled in only after the content."""

    blad: Literal["randvoorwaarden"]
    tekst: Tekst

    def sleutel(self) -> str:
        return self.blad


class Conferentie(Model):
    """S0-18: the bestuurlijke conferentie and who endorsed the agenda there."""

    blad: Literal["conferentie"]
    naam: Naam = "bestuurlijke conferentie"
    onderschreven_door: tuple[Naam, ...] = ()
    opbrengst: str = Field(default="", max_length=10_000)

    def sleutel(self) -> str:
        return f"{self.blad}:{self.naam}"


class Reflectie(Model):
    """S0-12, S3-22: the three fixed questions, at the end of a phase and every thirteen weeks."""

    blad: Literal["reflectie"]
    fase: Fase
    waarom_doen_we_dit: Tekst
    doen_we_het_goed: Tekst
    hoe_gaat_de_samenwerking: Tekst
    acties: tuple[Naam, ...] = ()

    def sleutel(self) -> str:
        return f"{self.blad}:{self.fase}"


Blad = Annotated[
    Betekenis
    | Inhoud
    | ToetsFlevo
    | Rolkeuze
    | WaaromSamenwerken
    | Kernwaarden
    | Kaders
    | GezamenlijkeAmbitie
    | GedeeldBeeld
    | Spelniveau
    | DubbeleRol
    | RolNaAfloop
    | Randvoorwaarden
    | Conferentie
    | Reflectie
    | WgrToets,
    Field(discriminator="blad"),
]


class BladenOpdracht(Model):
    """Commands about sheets."""


class LegBladVast(BladenOpdracht):
    uitleg: ClassVar[str] = "Leg een blad vast: betekenis, inhoud, rolkeuze, kaders, reflectie en meer."
    soort: Literal["LegBladVast"] = "LegBladVast"
    inhoud: Blad = Field(description="het blad, met zijn naam in het veld blad")
    reden: str = Field(default="", max_length=10_000, description="waarom u een eerder blad vervangt")


class BladenFeit(Model):
    """Facts about sheets."""


class BladVastgelegd(BladenFeit):
    soort: Literal["BladVastgelegd"] = "BladVastgelegd"
    sleutel: str
    inhoud: Blad
    vervangt: bool = False
    reden: str = ""
