"""Words of the life itself: starting, phases, pausing, withdrawing, closing, handing over."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, EigenId, Fase, Functie, Kenmerk, Model, Naam, OpgaveId, Tekst

Aanleiding = Literal["decentralisatie", "wetswijziging", "initiatief", "crisis", "eigen_ambitie"]
Afloop = Literal["opschalen", "overdragen", "stoppen"]
Toestand = Literal["nog_niet_begonnen", "lopend", "gepauzeerd", "ingetrokken", "afgerond"]
Richting = Literal["verder", "overgeslagen", "terug"]


class Initiatief(Model):
    """What came in, and from whom: an organisation or a function, never a person's name."""

    soort: Literal["initiatief", "ambitie", "belang"] = "initiatief"
    door: Naam
    omschrijving: str = Field(default="", max_length=10_000)


class Herkomst(Model):
    """Lineage: the opgave this one grew from."""

    opgave: OpgaveId
    soort: Literal["vervolg", "splitsing", "samenvoeging"]


class LevenOpdracht(Model):
    """Commands about the life of the opgave as a whole."""


class StartOpgave(LevenOpdracht):
    uitleg: ClassVar[str] = "Begin een opgave met het initiatief dat binnenkwam."
    soort: Literal["StartOpgave"] = "StartOpgave"
    titel: Naam = Field(description="korte naam van de opgave")
    thema: Naam = Field(description="bijvoorbeeld energietransitie, woningbouw, water, jeugd")
    gebied: str = Field(default="", max_length=200, description="waar het speelt")
    maatschappelijk_effect: str = Field(default="", max_length=10_000, description="wat er beter wordt")
    betekenis_voor_flevolander: str = Field(default="", max_length=10_000, description="wat inwoners eraan hebben")
    aanleiding: Aanleiding = Field(default="initiatief", description="waardoor het begon")
    initiatief: Initiatief = Field(description="wat er binnenkwam en van wie")
    trekker: EigenId = Field(default="provincie", description="provincie, of de id van een partner")
    portefeuille: str = Field(default="", max_length=200, description="de portefeuille in GS")
    majeur_thema: bool = Field(default=False, description="PS wil bij elke stap worden ingelicht")
    gelijkwaardig: bool | None = Field(default=None, description="partners zijn gelijk: niemand sluit haar alleen")
    herkomst: tuple[Herkomst, ...] = Field(default=(), description="uit welke opgave deze voortkomt")


class GaNaarFase(LevenOpdracht):
    uitleg: ClassVar[str] = "Ga naar een volgende fase, sla er een over, of keer terug."
    soort: Literal["GaNaarFase"] = "GaNaarFase"
    naar: Fase = Field(description="F1 tot en met F6")
    reden: str = Field(default="", max_length=10_000, description="verplicht bij overslaan, terugkeren of passeren")
    passeer: tuple[Kenmerk, ...] = Field(default=(), description="codes van huispoorten die u met reden passeert")


class Pauzeer(LevenOpdracht):
    uitleg: ClassVar[str] = "Leg de opgave stil. Wettelijke termijnen lopen door."
    soort: Literal["Pauzeer"] = "Pauzeer"
    reden: Tekst
    tot: Dag | None = Field(default=None, description="wanneer u verwacht verder te gaan")


class Hervat(LevenOpdracht):
    uitleg: ClassVar[str] = "Ga verder met een gepauzeerde opgave."
    soort: Literal["Hervat"] = "Hervat"
    reden: str = Field(default="", max_length=10_000)


class TrekIn(LevenOpdracht):
    uitleg: ClassVar[str] = "Trek de opgave in. Wat gedaan is, blijft bewaard."
    soort: Literal["TrekIn"] = "TrekIn"
    reden: Tekst


class SluitAf(LevenOpdracht):
    uitleg: ClassVar[str] = "Rond de opgave af: opschalen, overdragen of stoppen."
    soort: Literal["SluitAf"] = "SluitAf"
    uitkomst: Afloop
    reden: Tekst
    overdracht_aan: str = Field(default="", max_length=200, description="bij overdragen: aan wie")
    vervolg: OpgaveId | None = Field(default=None, description="id van de opgave die hierop volgt")
    passeer: tuple[Kenmerk, ...] = Field(default=(), description="codes van huispoorten die u met reden passeert")


class WijsTrekkerAan(LevenOpdracht):
    uitleg: ClassVar[str] = "Wijs aan wie de opgave trekt: de provincie of een partner."
    soort: Literal["WijsTrekkerAan"] = "WijsTrekkerAan"
    trekker: Kenmerk
    reden: Tekst


class DraagOver(LevenOpdracht):
    uitleg: ClassVar[str] = "Draag een functie over aan een ander, met alles wat er openstaat."
    soort: Literal["DraagOver"] = "DraagOver"
    functie: Functie
    naar: Kenmerk = Field(description="subject-id van de opvolger")
    toelichting: str = Field(default="", max_length=10_000)


class StapOverOpReglement(LevenOpdracht):
    uitleg: ClassVar[str] = "Laat een lopende opgave verder gaan onder een nieuwer reglement."
    soort: Literal["StapOverOpReglement"] = "StapOverOpReglement"
    reglement: Kenmerk
    reden: Tekst


class LevenFeit(Model):
    """Facts about the life of the opgave as a whole."""


class OpgaveGestart(LevenFeit):
    soort: Literal["OpgaveGestart"] = "OpgaveGestart"
    titel: Naam
    thema: Naam
    gebied: str = ""
    maatschappelijk_effect: str = ""
    betekenis_voor_flevolander: str = ""
    aanleiding: Aanleiding
    initiatief: Initiatief
    trekker: Kenmerk
    portefeuille: str = ""
    majeur_thema: bool = False
    gelijkwaardig: bool | None = None
    herkomst: tuple[Herkomst, ...] = ()


class FaseBegonnen(LevenFeit):
    soort: Literal["FaseBegonnen"] = "FaseBegonnen"
    fase: Fase
    vorige: Fase
    richting: Richting
    reden: str = ""


class PoortGepasseerd(LevenFeit):
    """A house gate was passed although something was missing: shown, and counted."""

    soort: Literal["PoortGepasseerd"] = "PoortGepasseerd"
    poort: Kenmerk
    fase: Fase
    ontbrak: tuple[str, ...]
    reden: str


class OpgaveGepauzeerd(LevenFeit):
    soort: Literal["OpgaveGepauzeerd"] = "OpgaveGepauzeerd"
    reden: str
    tot: date | None = None


class OpgaveHervat(LevenFeit):
    soort: Literal["OpgaveHervat"] = "OpgaveHervat"
    reden: str = ""


class OpgaveIngetrokken(LevenFeit):
    soort: Literal["OpgaveIngetrokken"] = "OpgaveIngetrokken"
    reden: str


class OpgaveAfgesloten(LevenFeit):
    soort: Literal["OpgaveAfgesloten"] = "OpgaveAfgesloten"
    uitkomst: Afloop
    reden: str
    overdracht_aan: str = ""
    vervolg: OpgaveId | None = None


class TrekkerAangewezen(LevenFeit):
    soort: Literal["TrekkerAangewezen"] = "TrekkerAangewezen"
    trekker: Kenmerk
    vorige: Kenmerk
    reden: str


class Overdrachtspost(Model):
    """One thing that changes hands: a task, a term or a promise, with its date."""

    soort: Literal["taak", "termijn", "toezegging"]
    betreft: Kenmerk
    omschrijving: str
    uiterlijk: date | None = None


class Overgedragen(LevenFeit):
    """The overdrachtsdossier: who hands which function to whom, and all that is open at that moment."""

    soort: Literal["Overgedragen"] = "Overgedragen"
    functie: Functie
    van: Kenmerk
    naar: Kenmerk
    posten: tuple[Overdrachtspost, ...]
    toelichting: str = ""


class ReglementGewijzigd(LevenFeit):
    soort: Literal["ReglementGewijzigd"] = "ReglementGewijzigd"
    reglement: Kenmerk
    vorige: Kenmerk
    reden: str


class OpdrachtGeweigerd(LevenFeit):
    """What was tried and not allowed, with the rule: accountability includes refusals."""

    soort: Literal["OpdrachtGeweigerd"] = "OpdrachtGeweigerd"
    opdracht_soort: str
    regel: str
    reden: str
    ontbreekt: tuple[str, ...] = ()


class Faseperiode(Model):
    """A stay in one phase. `tot` is None while it lasts; `na_feit` is the last fact before it began."""

    fase: Fase
    van: date
    tot: date | None = None
    na_feit: int = 0


class Levensloop(Model):
    """Where the opgave stands in its life, and who holds which function."""

    toestand: Toestand = "nog_niet_begonnen"
    titel: str = ""
    thema: str = ""
    gebied: str = ""
    maatschappelijk_effect: str = ""
    betekenis_voor_flevolander: str = ""
    aanleiding: str = ""
    initiatief: Initiatief | None = None
    trekker: Kenmerk = "provincie"
    portefeuille: str = ""
    majeur_thema: bool = False
    gelijkwaardig: bool | None = None
    herkomst: tuple[Herkomst, ...] = ()
    fase: Fase = Fase.INITIATIEF
    fasen: tuple[Faseperiode, ...] = ()
    gepasseerd: tuple[PoortGepasseerd, ...] = ()
    geweigerd: int = 0
    functies: dict[str, str] = {}
    begonnen_op: date | None = None
    gepauzeerd_tot: date | None = None
    reden: str = ""
    uitkomst: Afloop | None = None
    overdracht_aan: str = ""
    vervolg: OpgaveId | None = None

    @property
    def voorbij(self) -> bool:
        """Whether the life has ended: closed or withdrawn."""
        return self.toestand in ("afgerond", "ingetrokken")
