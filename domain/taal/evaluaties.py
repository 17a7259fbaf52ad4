"""Words of the evaluation: started, written, and what follows from it."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from domain.basis import EigenId, Kenmerk, Model, Naam, Tekst

Vervolguitkomst = Literal["opschalen", "aanpassen_en_verlengen", "overdragen", "stoppen"]
Onderdeel = Annotated[str, StringConstraints(max_length=10_000)]


class SamenBesturen(Model):
    """S1-08: the questions about governing together, with the overheden that took part."""

    als_een_overheid: Onderdeel = Field(default="", description="werkten we als een overheid?")
    effectief_inclusief_uitlegbaar: Onderdeel = Field(default="", description="was het beleid dat, voor wie?")
    passend_ondersteund: Onderdeel = Field(default="", description="kregen medeoverheden wat zij nodig hadden?")
    ieders_verantwoordelijkheid: Onderdeel = Field(default="", description="bleef helder wie waarvan is?")


class Bevindingen(Model):
    """The headings of an evaluation (domain.md 5.1); results per indicator are computed, not typed."""

    beloofd: Onderdeel = Field(default="", description="wat er beloofd was")
    gedaan: Onderdeel = Field(default="", description="wat er is gedaan")
    doeltreffendheid: Onderdeel = ""
    doelmatigheid: Onderdeel = ""
    rechtmatigheid: Onderdeel = ""
    neveneffecten: Onderdeel = ""
    samenwerking: Onderdeel = ""
    betekenis_voor_flevolanders: Onderdeel = ""
    maatschappelijke_meerwaarde: Onderdeel = ""
    leervragen: Onderdeel = ""
    samen_besturen: SamenBesturen | None = None


class EvaluatiesOpdracht(Model):
    """Commands about evaluations."""


class StartEvaluatie(EvaluatiesOpdracht):
    uitleg: ClassVar[str] = "Begin een evaluatie van een of meer pilots, of van de opgave zonder pilot."
    soort: Literal["StartEvaluatie"] = "StartEvaluatie"
    evaluatie: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    pilots: tuple[Kenmerk, ...] = Field(default=(), description="id van een pilot, bijvoorbeeld P1")
    evaluator: Naam = Field(description="functie of organisatie, onafhankelijk van de trekker")
    kort: bool = Field(default=False, description="korte evaluatie na een directe stop")


class LegEvaluatieVast(EvaluatiesOpdracht):
    uitleg: ClassVar[str] = "Leg de evaluatie vast, met advies en minderheidsstandpunt."
    soort: Literal["LegEvaluatieVast"] = "LegEvaluatieVast"
    evaluatie: Kenmerk
    bevindingen: Bevindingen = Bevindingen()
    advies: Vervolguitkomst
    minderheid: str = Field(default="", max_length=10_000, description="wat een minderheid anders ziet")


class BepaalVervolg(EvaluatiesOpdracht):
    uitleg: ClassVar[str] = "Leg vast wat er na de evaluatie gebeurt, op grond van een besluit."
    soort: Literal["BepaalVervolg"] = "BepaalVervolg"
    evaluatie: Kenmerk
    uitkomst: Vervolguitkomst
    stap: Kenmerk = Field(description="de besluitstap die dit vaststelde")
    reden: Tekst


class EvaluatiesFeit(Model):
    """Facts about evaluations."""


class EvaluatieGestart(EvaluatiesFeit):
    soort: Literal["EvaluatieGestart"] = "EvaluatieGestart"
    evaluatie: Kenmerk
    pilots: tuple[Kenmerk, ...]
    evaluator: str
    kort: bool = False


class Resultaat(Model):
    """One indicator: baseline, target, last measurement, and whether the target was met (None: can't tell)."""

    pilot: Kenmerk
    indicator: str
    eenheid: str
    nulmeting: Decimal | None = None
    streefwaarde: Decimal | None = None
    gemeten: Decimal | None = None
    gehaald: bool | None = None


class EvaluatieOpgesteld(EvaluatiesFeit):
    soort: Literal["EvaluatieOpgesteld"] = "EvaluatieOpgesteld"
    evaluatie: Kenmerk
    bevindingen: Bevindingen
    resultaten: tuple[Resultaat, ...] = ()
    advies: Vervolguitkomst
    minderheid: str = ""


class VervolgBepaald(EvaluatiesFeit):
    soort: Literal["VervolgBepaald"] = "VervolgBepaald"
    evaluatie: Kenmerk
    uitkomst: Vervolguitkomst
    stap: Kenmerk
    reden: str


class Evaluatie(Model):
    """One evaluation and what it led to."""

    id: Kenmerk
    pilots: tuple[Kenmerk, ...] = ()
    evaluator: str
    kort: bool = False
    status: Literal["gestart", "opgesteld", "vervolg_bepaald"] = "gestart"
    resultaten: tuple[Resultaat, ...] = ()
    advies: Vervolguitkomst | None = None
    minderheid: str = ""
    uitkomst: Vervolguitkomst | None = None
    stap: Kenmerk | None = None
