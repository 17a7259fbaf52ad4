"""Words of the pilots: plan, start, measure, suspend, stop at once, round off."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from domain.basis import Bedrag, Dag, EigenId, Getal, Kenmerk, Model, Naam, Tekst


class Indicator(Model):
    """What is measured, against which baseline and target (domain.md 5.1)."""

    naam: Naam
    eenheid: Naam
    nulmeting: Getal | None = None
    nulmeting_op: Dag | None = None
    streefwaarde: Getal | None = None
    definitie: str = Field(default="", max_length=2_000)
    bron: str = Field(default="", max_length=200)
    eigenaar: str = Field(default="", max_length=200)


class Pilotplan(Model):
    """The plan as agreed before the start. Baseline, indicators and decision rule freeze when the pilot starts."""

    hypothese: str = Field(default="", max_length=10_000, description="als ..., dan ..., omdat ...")
    schaal: str = Field(default="", max_length=2_000)
    doelgroep: str = Field(default="", max_length=2_000)
    begin: Dag | None = None
    eind: Dag | None = None
    indicatoren: tuple[Indicator, ...] = ()
    beslisregel: str = Field(default="", max_length=2_000)
    exitplan: str = Field(default="", max_length=10_000)
    evaluator: str = Field(default="", max_length=200, description="onafhankelijk van de trekker")
    risicos: tuple[Naam, ...] = ()
    avg_getoetst: bool = False
    budget: Bedrag = 0
    go_no_go_op: Dag | None = None

    @model_validator(mode="after")
    def _eind_na_begin(self) -> Self:
        if self.begin and self.eind and self.eind < self.begin:
            raise ValueError("eind ligt voor begin")
        return self


class PilotsOpdracht(Model):
    """Commands about pilots."""


class StelPilotplanOp(PilotsOpdracht):
    uitleg: ClassVar[str] = "Stel een pilotplan op, of vul het aan zolang de pilot niet begonnen is."
    soort: Literal["StelPilotplanOp"] = "StelPilotplanOp"
    pilot: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    titel: Naam
    traject: Kenmerk | None = Field(default=None, description="de vorm waarin de pilot loopt")
    volgt_op: Kenmerk | None = Field(default=None, description="de vorige ronde van deze pilot")
    plan: Pilotplan


class StartPilot(PilotsOpdracht):
    uitleg: ClassVar[str] = "Start de pilot; nulmeting, indicatoren en beslisregel liggen daarna vast."
    soort: Literal["StartPilot"] = "StartPilot"
    pilot: Kenmerk


class MeetIndicator(PilotsOpdracht):
    uitleg: ClassVar[str] = "Leg een meting van een indicator vast."
    soort: Literal["MeetIndicator"] = "MeetIndicator"
    pilot: Kenmerk
    indicator: Naam
    waarde: Getal
    kwaliteit: str = Field(default="", max_length=2_000, description="wat er over de gegevens te zeggen is")


class WijzigPilotafspraak(PilotsOpdracht):
    uitleg: ClassVar[str] = "Wijzig nulmeting, indicatoren of beslisregel van een lopende pilot, met reden."
    soort: Literal["WijzigPilotafspraak"] = "WijzigPilotafspraak"
    pilot: Kenmerk
    plan: Pilotplan
    reden: Tekst


class SchortPilotOp(PilotsOpdracht):
    uitleg: ClassVar[str] = "Schort de pilot per direct op. GS bekrachtigen achteraf."
    soort: Literal["SchortPilotOp"] = "SchortPilotOp"
    pilot: Kenmerk
    reden: Tekst


class HervatPilot(PilotsOpdracht):
    uitleg: ClassVar[str] = "Hervat een opgeschorte pilot."
    soort: Literal["HervatPilot"] = "HervatPilot"
    pilot: Kenmerk
    reden: Tekst


class StopPilotNu(PilotsOpdracht):
    uitleg: ClassVar[str] = "Stop de pilot per direct. Iedereen hoort het vandaag; GS bekrachtigen achteraf."
    soort: Literal["StopPilotNu"] = "StopPilotNu"
    pilot: Kenmerk
    reden: Tekst


class RondPilotAf(PilotsOpdracht):
    uitleg: ClassVar[str] = "Rond een pilot af die zijn tijd heeft gehad."
    soort: Literal["RondPilotAf"] = "RondPilotAf"
    pilot: Kenmerk
    samenvatting: Tekst


class PilotsFeit(Model):
    """Facts about pilots."""


class PilotplanOpgesteld(PilotsFeit):
    soort: Literal["PilotplanOpgesteld"] = "PilotplanOpgesteld"
    pilot: Kenmerk
    titel: str
    traject: Kenmerk | None = None
    volgt_op: Kenmerk | None = None
    ronde: int = 1
    plan: Pilotplan


class PilotGestart(PilotsFeit):
    soort: Literal["PilotGestart"] = "PilotGestart"
    pilot: Kenmerk
    titel: str
    eind: date | None = None


class IndicatorGemeten(PilotsFeit):
    soort: Literal["IndicatorGemeten"] = "IndicatorGemeten"
    pilot: Kenmerk
    indicator: str
    waarde: Decimal
    eenheid: str
    kwaliteit: str = ""


class PilotafspraakGewijzigd(PilotsFeit):
    soort: Literal["PilotafspraakGewijzigd"] = "PilotafspraakGewijzigd"
    pilot: Kenmerk
    plan: Pilotplan
    onderdelen: tuple[str, ...]
    reden: str


class PilotOpgeschort(PilotsFeit):
    soort: Literal["PilotOpgeschort"] = "PilotOpgeschort"
    pilot: Kenmerk
    titel: str
    reden: str


class PilotHervat(PilotsFeit):
    soort: Literal["PilotHervat"] = "PilotHervat"
    pilot: Kenmerk
    titel: str
    reden: str


class PilotGestopt(PilotsFeit):
    soort: Literal["PilotGestopt"] = "PilotGestopt"
    pilot: Kenmerk
    titel: str
    reden: str


class PilotAfgerond(PilotsFeit):
    soort: Literal["PilotAfgerond"] = "PilotAfgerond"
    pilot: Kenmerk
    titel: str
    samenvatting: str


class Meting(Model):
    """One measurement of one indicator."""

    indicator: str
    waarde: Decimal
    op: date
    kwaliteit: str = ""


class Pilot(Model):
    """One pilot round and where it stands."""

    id: Kenmerk
    titel: str
    traject: Kenmerk | None = None
    volgt_op: Kenmerk | None = None
    ronde: int = 1
    plan: Pilotplan
    status: Literal["gepland", "loopt", "opgeschort", "gestopt", "afgerond"] = "gepland"
    gestart_op: date | None = None
    geeindigd_op: date | None = None
    metingen: tuple[Meting, ...] = ()

    @property
    def begonnen(self) -> bool:
        """Under way: started and not ended, also while suspended."""
        return self.status in ("loopt", "opgeschort")

    @property
    def geeindigd(self) -> bool:
        return self.status in ("gestopt", "afgerond")
