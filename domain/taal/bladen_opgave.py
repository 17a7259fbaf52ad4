"""Sheets about the opgave itself: its frame, its dilemmas, its promises and what it leaves to others."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from domain.basis import Dag, EigenId, Getal, Kenmerk, Model, Naam, Score, Tekst
from domain.taal.bladvorm import Enkelblad, Reeksblad, Trajectblad

Namen = Annotated[tuple[Naam, ...], Field(max_length=50)]
EenOfMeer = Annotated[tuple[Naam, ...], Field(min_length=1, max_length=50)]
Toelichting = Annotated[str, Field(max_length=10_000)]
Aantal = Annotated[int, Field(ge=0, le=10_000_000)]
Deel = Annotated[int, Field(ge=0, le=100)]


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


class StijlPassend(Enkelblad):
    """S0-06: does this style of governing fit here? It is no panacea."""

    blad: Literal["stijl_passend"]
    oordeel: Literal["ja", "nee", "deels"] = Field(description="past deze stijl van besturen hier?")
    motivering: Tekst


class VoorafEnLosgelaten(Enkelblad):
    """S0-07: what is thought out beforehand, and what is left to the partners."""

    blad: Literal["vooraf_en_losgelaten"]
    vooraf_bedacht: Namen = Field(default=(), description="wat vooraf is bedacht")
    losgelaten: Namen = Field(default=(), description="wat aan de partners is gelaten")


class Procesafspraken(Enkelblad):
    """S0-08: what is promised about the way, where the outcome can't be known."""

    blad: Literal["procesafspraken"]
    afspraken: EenOfMeer = Field(description="wat u over de aanpak belooft")


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


class Resultaatafspraak(Reeksblad):
    """S0-27: a result that is fixed beforehand, a direction, or one that will show itself."""

    blad: Literal["resultaatafspraak"]
    tekst: Naam = Field(description="het resultaat")
    type: Literal["vooraf_bepaald", "richting", "emergent"] = Field(
        description="vooraf bepaald, een richting, of het blijkt onderweg (emergent)"
    )


class EnergieEnZorg(Enkelblad):
    """S1-03: where society has energy to join, and where care is needed."""

    blad: Literal["energie_en_zorg"]
    energie_samenleving: Tekst = Field(description="waar mensen en organisaties willen meedoen")
    zorg_nodig: Tekst = Field(description="waar dat niet vanzelf gaat")


class EenOverheid(Enkelblad):
    """S1-05: do the overheden act here as one, and which?"""

    blad: Literal["een_overheid"]
    als_een_overheid: bool = Field(description="treden de overheden hier samen op als een?")
    overheden: Namen = Field(default=(), description="welke overheden")


class StukCheck(Enkelblad):
    """S1-06: the check before papers go to GS or PS: effective, inclusive, explainable."""

    blad: Literal["stuk_check"]
    stap: Kenmerk = Field(description="id van de besluitstap, bijvoorbeeld B1")
    effectief: Tekst = Field(description="waarom het werkt")
    inclusief: Tekst = Field(description="wie het bereikt en wie niet")
    uitlegbaar: Tekst = Field(description="hoe u het uitlegt")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.stap}"


class Integraal(Enkelblad):
    """S1-29: with which other work this opgave is one."""

    blad: Literal["integraal"]
    integraal_met: EenOfMeer = Field(description="ander werk waar dit een geheel mee is")


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


class Relatie(Enkelblad):
    """S1-02, S1-09, S1-32: how one of the three relaties stands: 1 people, 2 medeoverheden, 3 PS and GS."""

    blad: Literal["relatie"]
    niveau: Literal[1, 2, 3] = Field(
        description="1 provincie en Flevolanders, 2 provincie en medeoverheden, 3 PS, GS en organisatie"
    )
    subtype: str = Field(default="", max_length=200, description="bijvoorbeeld inwoners, ondernemers, instellingen")
    score: Score = Field(description="0 (geen relatie) tot en met 3 (sterk)")
    toelichting: Tekst = Field(description="waarom deze score")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.niveau}"


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


class Voorbeelden(Enkelblad):
    """S2-12: examples from elsewhere that this opgave learns from."""

    blad: Literal["voorbeelden"]
    voorbeeld_ref: EenOfMeer = Field(description="naam of vindplaats van een voorbeeld van elders")


class GezamenlijkeLijn(Reeksblad):
    """S2-16: what partners set together: a norm, a direction, an inspiration."""

    blad: Literal["gezamenlijke_lijn"]
    type: Literal["norm", "richting", "inspiratie"]
    tekst: Naam = Field(description="wat u samen afspreekt")
    samen_met: Namen = Field(default=(), description="organisatie die dit ook onderschrijft")


class Werkwijze(Enkelblad):
    """S4-05: the way of working the partners agreed on."""

    blad: Literal["werkwijze"]
    afspraak: Tekst = Field(description="hoe u samen werkt")
    samen_met: EenOfMeer = Field(description="organisatie die dit afsprak")


class Regieafspraken(Trajectblad):
    """S3-02, S3-18: who steers, controls, supervises and accounts for a form."""

    blad: Literal["regieafspraken"]
    sturen: Tekst = Field(description="wie stuurt, en hoe")
    beheersen: Tekst = Field(description="wie volgt of het goed loopt")
    toezicht: Tekst = Field(description="wie toezicht houdt")
    verantwoorden: Tekst = Field(description="wie verantwoording aflegt, en aan wie")


class RolOverTijd(Enkelblad):
    """S3-03: the role before, during and after the collaboration."""

    blad: Literal["rol_over_tijd"]
    voor: Tekst = Field(description="rol voor de samenwerking")
    tijdens: Tekst = Field(description="rol tijdens de samenwerking")
    na: Tekst = Field(description="rol erna")


class NotaVerbondenPartijen(Enkelblad):
    """S3-14: the shared view on verbonden partijen, and with whom it came about."""

    blad: Literal["nota_verbonden_partijen"]
    versie: Naam = Field(description="bijvoorbeeld 2027")
    vastgesteld_door: Naam = Field(description="orgaan, bijvoorbeeld PS")
    tot_stand_met: Namen = Field(default=(), description="organisatie die meeschreef")


class Aanhaken(Trajectblad):
    """S0-22: how partners and residents can join this form."""

    blad: Literal["aanhaken"]
    mogelijkheden: EenOfMeer = Field(description="een manier om mee te doen")


class Overlegtijd(Reeksblad):
    """S4-04: minutes of a meeting that went to content, and those that went to structure, people and powers."""

    blad: Literal["overlegtijd"]
    overleg: Naam = Field(description="naam van het overleg")
    op: Dag
    minuten_inhoud: Aantal = Field(description="minuten over de inhoud")
    minuten_structuur: Aantal = Field(description="minuten over structuur, mensen en bevoegdheden")


class Leervraag(Enkelblad):
    """S1-24 to S1-26: the three learning questions of the Participatieroute, answered at the evaluation."""

    blad: Literal["leervraag"]
    vraag: Literal["L1", "L2", "L3"] = Field(
        description="L1 hoe raakt werken in netwerken aan beleid en uitvoering; L2 hoe versterken we initiatieven "
        "van Flevolanders; L3 hoe handelen we al naar de kernwaarden en rollen"
    )
    antwoord: Tekst

    def sleutel(self) -> str:
        return f"{self.blad}:{self.vraag}"


class Checklistpunt(Model):
    """An item that a lesson put on the checklist of a phase: its own id, the question, and the lesson it came from."""

    punt: EigenId
    vraag: Naam
    les: Kenmerk


class Checklistantwoord(Enkelblad):
    """The answer to an item of the checklist."""

    blad: Literal["checklist"]
    punt: EigenId = Field(description="id van de vraag op de checklist; opgave kan ID noemt wat nog openstaat")
    antwoord: Tekst

    def sleutel(self) -> str:
        return f"{self.blad}:{self.punt}"


Opgaveblad = (
    JaMits
    | StijlPassend
    | VoorafEnLosgelaten
    | Procesafspraken
    | BeschermdeWaarde
    | Dilemma
    | Resultaatafspraak
    | EnergieEnZorg
    | EenOverheid
    | StukCheck
    | Integraal
    | Participatie
    | Relatie
    | Instrumentmix
    | WettelijkeKerntaken
    | Kaderpunt
    | Uitnodiging
    | Voorbeelden
    | GezamenlijkeLijn
    | Werkwijze
    | Regieafspraken
    | RolOverTijd
    | NotaVerbondenPartijen
    | Aanhaken
    | Overlegtijd
    | Leervraag
    | Checklistantwoord
)
