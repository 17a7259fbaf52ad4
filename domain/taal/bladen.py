"""Words of the sheets (bladen) people fill in together. Filling one in again is a new fact; the old one stays."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from domain.basis import Fase, Kenmerk, Model, Naam, Score, Tekst
from domain.taal.bladen_opgave import Opgaveblad
from domain.taal.bladen_partner import EigenPartnerblad, Partnerbladen
from domain.taal.wgr import WgrToets

ProvincieRol = Literal["co-creatiepartner", "zorgdrager", "regisseur"]
Trede = Literal["reguleren", "regisseren", "stimuleren", "faciliteren", "loslaten"]
Netwerkrol = Literal["mobiliseren", "improviseren", "vitaliseren", "balanceren", "coordineren"]
Kernwaarde = Literal["vindingrijk", "betrokken", "gedreven"]
"""S1-27: the core values of the organisation."""
Vijf = Annotated[int, Field(ge=1, le=5)]
FunctioneleRol = Literal["beheer", "bevoegd_gezag", "financiering", "bemiddeling"]


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


class Principetoets(Model):
    """The explanation and the proof under one score; `principe` is its number, 1 to 6."""

    principe: Annotated[int, Field(ge=1, le=6)] = Field(description="nummer van het Flevo-principe, 1 tot en met 6")
    toelichting: str = Field(default="", max_length=10_000)
    bewijs: str = Field(default="", max_length=2_000, description="waaraan u dat ziet")


class ToetsFlevo(Model):
    """S1-31: the six Flevo-principes as touchstone, scored 0 to 3; the score itself never blocks."""

    blad: Literal["toets_flevo"]
    moment: Literal["F1", "F3", "F5"] = Field(description="bij welke fase")
    scores: tuple[Score, Score, Score, Score, Score, Score] = Field(
        description="zes scores van 0 (niet) tot en met 3 (sterk), in de volgorde: opgavegericht, eigenheid, meedoen, "
        "vernieuwen, betekenisvol, mensen maken Flevoland; zoals 2,2,3,1,2,3"
    )
    toelichting: str = Field(default="", max_length=10_000, description="waarom deze scores")
    per_principe: tuple[Principetoets, ...] = Field(
        default=(), max_length=6, description="toelichting en bewijs bij een principe"
    )

    def sleutel(self) -> str:
        return f"{self.blad}:{self.moment}"


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


class WaaromSamenwerken(Model):
    """S3-06: is working together needed, and does it contribute?"""

    blad: Literal["waarom_samenwerken"]
    nodig: Tekst = Field(description="waarom samenwerken nodig is")
    bijdrage: Tekst = Field(description="wat samenwerken bijdraagt")
    alternatief_zelf: Tekst = Field(description="wat er gebeurt als de provincie het zelf doet")

    def sleutel(self) -> str:
        return self.blad


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


class Kaders(Model):
    """S1-10: the frame on content and on process, as put before PS."""

    blad: Literal["kaders"]
    inhoud: tuple[Naam, ...] = Field(default=(), description="een kader over de inhoud")
    proces: tuple[Naam, ...] = Field(default=(), description="een kader over de aanpak")
    geen_kader_nodig: bool = Field(default=False, description="ja als PS hier geen kader hoeven te stellen")
    toelichting: str = Field(default="", max_length=10_000)

    def sleutel(self) -> str:
        return self.blad


class GezamenlijkeAmbitie(Model):
    """S2-08: the ambition carried together, and who signed it."""

    blad: Literal["gezamenlijke_ambitie"]
    tekst: Tekst = Field(description="de ambitie die u samen draagt")
    ondertekend_door: tuple[Naam, ...] = Field(
        min_length=1, description="organisatie of orgaan dat tekende, bijvoorbeeld GS"
    )

    def sleutel(self) -> str:
        return self.blad


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


class Randvoorwaarden(Model):
    """S4-02: structure, powers, housing. Filled in only after the content."""

    blad: Literal["randvoorwaarden"]
    tekst: Tekst = Field(description="structuur, bevoegdheden en huisvesting")

    def sleutel(self) -> str:
        return self.blad


class Conferentie(Model):
    """S0-18: the bestuurlijke conferentie and who endorsed the agenda there."""

    blad: Literal["conferentie"]
    naam: Naam = "bestuurlijke conferentie"
    onderschreven_door: tuple[Naam, ...] = Field(default=(), description="organisatie die onderschreef")
    opbrengst: str = Field(default="", max_length=10_000, description="wat het opleverde")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.naam}"


class Balans(Model):
    """S3-19: content, process and relation in balance, each 1 to 5."""

    inhoud: Vijf = Field(description="cijfer 1 tot en met 5")
    proces: Vijf = Field(description="cijfer 1 tot en met 5")
    relatie: Vijf = Field(description="cijfer 1 tot en met 5")


class SoftControls(Model):
    """S3-20: the human side of governing, each 1 to 5."""

    competenties: Vijf = Field(description="cijfer 1 tot en met 5")
    kernwaarden: Vijf = Field(description="cijfer 1 tot en met 5")
    lerend_vermogen: Vijf = Field(description="cijfer 1 tot en met 5")
    bespreekbaarheid: Vijf = Field(description="cijfer 1 tot en met 5")
    opmerking: str = Field(default="", max_length=2_000)


class Reflectie(Model):
    """S0-12, S3-22: the three fixed questions, at the end of a phase and every thirteen weeks."""

    blad: Literal["reflectie"]
    fase: Fase = Field(description="over welke fase u terugkijkt")
    waarom_doen_we_dit: Tekst
    doen_we_het_goed: Tekst
    hoe_gaat_de_samenwerking: Tekst
    acties: tuple[Naam, ...] = Field(default=(), description="wat u anders gaat doen")
    balans: Balans | None = Field(default=None, description="cijfers van 1 (weinig) tot en met 5 (veel)")
    soft_controls: SoftControls | None = Field(
        default=None, description="de menselijke kant, cijfers van 1 (zwak) tot en met 5 (sterk)"
    )
    waarden: tuple[Kernwaarde, ...] = Field(default=(), description="kernwaarde van de organisatie die u hier zag")

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
    | WgrToets
    | Opgaveblad
    | Partnerbladen,
    Field(discriminator="blad"),
]


class BladenOpdracht(Model):
    """Commands about sheets."""


class LegBladVast(BladenOpdracht):
    uitleg: ClassVar[str] = "Leg een blad vast: betekenis, inhoud, rolkeuze, kaders, reflectie en meer."
    soort: Literal["LegBladVast"] = "LegBladVast"
    inhoud: Blad = Field(description="het blad, met zijn naam in het veld blad")
    reden: str = Field(default="", max_length=10_000, description="waarom u een eerder blad vervangt")


class LegPartnerbladVast(BladenOpdracht):
    uitleg: ClassVar[str] = "Een partner legt zijn eigen blad vast: beeld, belangen, verwachting, draagvlak en meer."
    soort: Literal["LegPartnerbladVast"] = "LegPartnerbladVast"
    inhoud: Annotated[EigenPartnerblad, Field(discriminator="blad")] = Field(description="het blad van de partner zelf")
    reden: str = Field(default="", max_length=10_000, description="waarom u een eerder blad vervangt")


class BladenFeit(Model):
    """Facts about sheets."""


class BladVastgelegd(BladenFeit):
    soort: Literal["BladVastgelegd"] = "BladVastgelegd"
    sleutel: str
    inhoud: Blad
    vervangt: bool = False
    reden: str = ""
