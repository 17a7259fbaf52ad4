"""Words of decision making: a step is opened, put before its body, held over, decided, made public."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, Kenmerk, Model, Naam, Tekst
from domain.orgaan import Bezetting, Orgaankalender, Vergaderadvies
from domain.stemmen.gegevens import Stemming, Stemuitslag
from domain.taal.behandeling import (
    Afloop,
    Amendement,
    Behandeling,
    Betrokkene,
    Ondertekening,
    Toezegging,
    Zitting,
)
from domain.taal.instrumenten import Instrumentbesluit, Reactie
from domain.taal.stukken import Stuk

Laag = Literal["bestuur", "vertegenwoordigend"]


class BesluitenOpdracht(Model):
    """Commands about decision steps."""


class OpenBesluit(BesluitenOpdracht):
    uitleg: ClassVar[str] = "Open een besluit buiten een vormtraject, zoals kader, go/no-go of evaluatie."
    soort: Literal["OpenBesluit"] = "OpenBesluit"
    code: Kenmerk = Field(description="agenda, kader, go_no_go, evaluatie, vervolg, A8 of een andere besluitsoort")
    orgaan: Kenmerk = Field(description="het orgaan dat besluit: GS, PS, statencommissie of bestuurlijke_conferentie")
    onderwerp: Naam
    pilot: Kenmerk | None = None
    over: Kenmerk | None = Field(default=None, description="bij intrekken of wijzigen: over welk eerder besluit")
    indieners: tuple[Naam, ...] = Field(default=(), description="bij een initiatiefvoorstel of motie: welke fracties")


class BepaalStap(BesluitenOpdracht):
    uitleg: ClassVar[str] = "Bepaal of een voorwaardelijke stap geldt."
    soort: Literal["BepaalStap"] = "BepaalStap"
    stap: Kenmerk
    van_toepassing: bool
    reden: Tekst


class LegVoor(BesluitenOpdracht):
    uitleg: ClassVar[str] = "Leg een stap voor aan het orgaan dat besluit."
    soort: Literal["LegVoor"] = "LegVoor"
    stap: Kenmerk
    vergadering_op: Dag | None = Field(default=None, description="datum van de vergadering")
    stukken: tuple[Stuk, ...] = ()
    toelichting: str = Field(default="", max_length=10_000)
    kennisgeving_op: Dag | None = Field(default=None, description="bij geld: dag van de openbare kennisgeving")
    dringende_spoed: str = Field(default="", max_length=2_000, description="waarom niet op de kennisgeving te wachten")
    steller: str = Field(default="", max_length=80, description="functie van wie het stuk schreef, geen naam")
    kalender: Orgaankalender | None = Field(default=None, description="vergaderingen en reces, voor zover bekend")


class HoudAan(BesluitenOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat het orgaan de stap aanhoudt."
    soort: Literal["HoudAan"] = "HoudAan"
    stap: Kenmerk
    tot: Dag | None = None
    reden: Tekst


class LegBesluitVast(BesluitenOpdracht):
    uitleg: ClassVar[str] = "Leg het besluit van een orgaan vast; een PS-uitslag wordt uit de stemmen berekend."
    soort: Literal["LegBesluitVast"] = "LegBesluitVast"
    stap: Kenmerk
    uitkomst: str = Field(default="", max_length=60, description="wat het orgaan besloot; bij PS berekend, dus leeg")
    resultaat: str = Field(default="", max_length=60, description="wat een aangenomen PS-voorstel inhoudt, of de keuze")
    stemming: Stemming | None = Field(default=None, description="verplicht bij PS: wijze en stemmen per fractie")
    amendementen: tuple[Amendement, ...] = ()
    beslispunten: tuple[Naam, ...] = ()
    motivering: str = Field(default="", max_length=10_000, description="waarom; verplicht bij afwijzen")
    bron: Stuk | None = Field(default=None, description="besluitenlijst of brief waar het in staat")
    in_werking_op: Dag | None = Field(default=None, description="bij bekendmaking: vanaf wanneer het geldt")
    instrument: Instrumentbesluit | None = Field(default=None, description="wat PS, een raad of AV ermee doen")
    reacties: tuple[Reactie, ...] = Field(default=(), description="van GS op elke wens, bedenking en zienswijze")
    wijziging: str = Field(default="", max_length=10_000, description="bij gewijzigd: wat er anders is")
    tot: Dag | None = Field(default=None, description="bij aanhouden: tot wanneer")
    toezeggingen: tuple[Toezegging, ...] = ()
    betrokken: tuple[Betrokkene, ...] = Field(default=(), description="wie zich moest onthouden (PW 28)")
    vergadering: Zitting | None = Field(default=None, description="oproep, agenda, stukken, besloten of niet")
    ondertekening: Ondertekening | None = Field(default=None, description="wie tekenden, en wanneer")
    stemverklaringen: tuple[Naam, ...] = Field(default=(), description="per fractie, kort")
    vooruit_op_begroting: bool | None = Field(default=None, description="uitgave voor de begroting is vastgesteld")
    geld: str = Field(default="", max_length=300, description="verwijzing naar krediet of begrotingswijziging")
    bezetting: Bezetting | None = Field(
        default=None, description="wie er zitting had; leeg is de tabel van het reglement"
    )


class TrekBesluitIn(BesluitenOpdracht):
    uitleg: ClassVar[str] = "Haal een voorgelegde of open stap terug."
    soort: Literal["TrekBesluitIn"] = "TrekBesluitIn"
    stap: Kenmerk
    reden: Tekst


class MaakBekend(BesluitenOpdracht):
    uitleg: ClassVar[str] = "Leg vast waar en wanneer een besluit bekend is gemaakt."
    soort: Literal["MaakBekend"] = "MaakBekend"
    stap: Kenmerk
    waar: Naam = Field(description="besluitenlijst, provinciaal blad, register")
    referentie: str = Field(default="", max_length=200)


class BesluitenFeit(Model):
    """Facts about decision steps."""


class Besluitstap(Model):
    """One step of decision making and all its treatments.

    `volgorde` orders the steps of one round of a vormtraject; steps with the same number run in parallel.
    """

    id: Kenmerk
    code: Kenmerk
    naam: str
    orgaan: Kenmerk
    laag: Laag = "bestuur"
    onderwerp: str = ""
    grond: str = ""
    traject: Kenmerk | None = None
    ronde: int = 1
    volgorde: int = 0
    voorwaardelijk: bool = False
    van_toepassing: bool | None = None
    pilot: Kenmerk | None = None
    status: Literal["open", "voorgelegd", "aangehouden", "besloten", "vervallen"] = "open"
    voorgelegd_op: date | None = None
    vergadering_op: date | None = None
    aangehouden_tot: date | None = None
    behandelingen: tuple[Behandeling, ...] = ()
    bekendgemaakt_op: date | None = None
    in_werking_op: date | None = None
    over: Kenmerk | None = None
    ingetrokken_door: Kenmerk | None = None
    gewijzigd_door: Kenmerk | None = None
    indieners: tuple[Naam, ...] = ()
    kennisgeving_op: date | None = None
    dringende_spoed: str = ""

    @property
    def afloop(self) -> Afloop:
        return self.behandelingen[-1].afloop if self.status == "besloten" and self.behandelingen else "open"

    @property
    def klaar(self) -> bool:
        """Done as far as the order of the path is concerned: decided in favour, or not applicable."""
        return self.van_toepassing is False or self.status == "vervallen" or self.afloop == "positief"


class BesluitstapGeopend(BesluitenFeit):
    soort: Literal["BesluitstapGeopend"] = "BesluitstapGeopend"
    stap: Besluitstap
    reden: str = ""


class StapBepaald(BesluitenFeit):
    soort: Literal["StapBepaald"] = "StapBepaald"
    stap: Kenmerk
    van_toepassing: bool
    reden: str


class BesluitVoorgelegd(BesluitenFeit):
    soort: Literal["BesluitVoorgelegd"] = "BesluitVoorgelegd"
    stap: Kenmerk
    code: Kenmerk
    orgaan: Kenmerk
    naam: str = ""
    onderwerp: str
    vergadering_op: date | None = None
    stukken: tuple[Stuk, ...] = ()
    toelichting: str = ""
    kennisgeving_op: date | None = None
    dringende_spoed: str = ""
    steller: str = ""
    advies: Vergaderadvies | None = None
    uiterlijk: date | None = None  # of a partner's own term, since the third edition
    termijnsoort: Literal["", "wettelijk", "afgesproken", "huis"] = ""


class BesluitAangehouden(BesluitenFeit):
    soort: Literal["BesluitAangehouden"] = "BesluitAangehouden"
    stap: Kenmerk
    tot: date | None = None
    reden: str


class BesluitGenomen(BesluitenFeit):
    """A body decided. `uitkomst` of PS is computed from the votes; `grondslag` names the rules that did it.

    `genomen_op` is the day of the sitting where it differs from the fact's own, because a second person confirmed it
    later; `vastgelegd_door` and `bevestigd_door` are their functions and subject ids.
    """

    soort: Literal["BesluitGenomen"] = "BesluitGenomen"
    stap: Kenmerk
    code: Kenmerk
    orgaan: Kenmerk
    naam: str = ""
    onderwerp: str
    uitkomst: str
    resultaat: str = ""
    afloop: Afloop
    uitslag: Stemuitslag | None = None
    stemming: Stemming | None = None
    amendementen: tuple[Amendement, ...] = ()
    beslispunten: tuple[Naam, ...] = ()
    motivering: str = ""
    bron: Stuk | None = None
    in_werking_op: date | None = None
    grondslag: tuple[str, ...] = ()
    genomen_op: date | None = None
    instrument: Instrumentbesluit | None = None
    reacties: tuple[Reactie, ...] = ()
    wijziging: str = ""
    tot: date | None = None
    toezeggingen: tuple[Toezegging, ...] = ()
    betrokken: tuple[Betrokkene, ...] = ()
    vergadering: Zitting | None = None
    ondertekening: Ondertekening | None = None
    stemverklaringen: tuple[Naam, ...] = ()
    geld: str = ""
    bezetting: Bezetting | None = None
    vastlegging: Kenmerk | None = None
    vastgelegd_door: str = ""
    bevestigd_door: str = ""


class BesluitstapVervallen(BesluitenFeit):
    soort: Literal["BesluitstapVervallen"] = "BesluitstapVervallen"
    stap: Kenmerk
    reden: str


class BesluitBekendgemaakt(BesluitenFeit):
    soort: Literal["BesluitBekendgemaakt"] = "BesluitBekendgemaakt"
    stap: Kenmerk
    waar: str
    referentie: str = ""
