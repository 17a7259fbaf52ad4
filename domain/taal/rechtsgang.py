"""Words of what comes over a decision: silence that may count by law, objections, suspension, annulment."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import EigenId, Kenmerk, Model, Naam, Tekst
from domain.taal.stukken import Stuk

Rechtsmiddelsoort = Literal["bezwaar", "beroep", "voorlopige_voorziening", "schorsing", "vernietiging"]
Rechtsmiddeluitkomst = Literal[
    "ongegrond", "gegrond", "niet_ontvankelijk", "ingetrokken", "afgewezen", "toegewezen", "opgeheven", "onherroepelijk"
]
Rechtswegeoordeel = Literal["bevestigd", "niet", "alsnog_besloten"]


class RechtsgangOpdracht(Model):
    """Commands about objections, suspension, annulment and silence."""


class StelRechtswegeVast(RechtsgangOpdracht):
    uitleg: ClassVar[str] = "Stel als jurist vast wat zwijgen na de termijn betekent; het systeem besluit dat nooit."
    soort: Literal["StelRechtswegeVast"] = "StelRechtswegeVast"
    stap: Kenmerk
    oordeel: Rechtswegeoordeel
    motivering: Tekst
    bron: Stuk | None = None


class MeldRechtsmiddel(RechtsgangOpdracht):
    uitleg: ClassVar[str] = (
        "Leg vast dat tegen een besluit bezwaar of beroep loopt, of dat het is geschorst of vernietigd."
    )
    soort: Literal["MeldRechtsmiddel"] = "MeldRechtsmiddel"
    rechtsmiddel: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    stap: Kenmerk
    middel: Rechtsmiddelsoort
    door: Naam = Field(description="organisatie of functie, geen naam: indiener, rechtbank, de Kroon")
    referentie: Naam = Field(description="zaaknummer of kenmerk")
    toelichting: str = Field(default="", max_length=2_000)


class SluitRechtsmiddel(RechtsgangOpdracht):
    uitleg: ClassVar[str] = "Leg vast hoe een bezwaar, beroep, voorziening of schorsing is afgelopen."
    soort: Literal["SluitRechtsmiddel"] = "SluitRechtsmiddel"
    rechtsmiddel: Kenmerk
    uitkomst: Rechtsmiddeluitkomst
    motivering: Tekst
    bron: Stuk | None = None


class RechtsgangFeit(Model):
    """Facts about objections, suspension, annulment and silence."""


class RechtswegeMogelijk(RechtsgangFeit):
    """The term of a toestemming lapsed in silence. Whether that is consent by law only a jurist says (Awb 10:31)."""

    soort: Literal["RechtswegeMogelijk"] = "RechtswegeMogelijk"
    stap: Kenmerk
    orgaan: Kenmerk
    einde: date


class RechtswegeVastgesteld(RechtsgangFeit):
    soort: Literal["RechtswegeVastgesteld"] = "RechtswegeVastgesteld"
    stap: Kenmerk
    oordeel: Rechtswegeoordeel
    motivering: str
    bron: Stuk | None = None


class RechtsmiddelGemeld(RechtsgangFeit):
    """`rust_erop` names what stood on the decision at that moment: later steps, forms in force, pilots."""

    soort: Literal["RechtsmiddelGemeld"] = "RechtsmiddelGemeld"
    rechtsmiddel: Kenmerk
    stap: Kenmerk
    middel: Rechtsmiddelsoort
    door: str
    referentie: str
    toelichting: str = ""
    rust_erop: tuple[str, ...] = ()


class RechtsmiddelAfgedaan(RechtsgangFeit):
    soort: Literal["RechtsmiddelAfgedaan"] = "RechtsmiddelAfgedaan"
    rechtsmiddel: Kenmerk
    uitkomst: Rechtsmiddeluitkomst
    motivering: str
    bron: Stuk | None = None


class Rechtswege(Model):
    """Silence on a toestemming: `mogelijk_van_rechtswege` until a jurist has said what it means."""

    stap: Kenmerk
    sinds: date
    oordeel: Rechtswegeoordeel | None = None


class Rechtsmiddel(Model):
    """An objection, appeal, provisional measure, suspension or annulment, and how it ended."""

    id: Kenmerk
    stap: Kenmerk
    middel: Rechtsmiddelsoort
    door: str
    referentie: str
    gemeld_op: date
    afgedaan_op: date | None = None
    uitkomst: Rechtsmiddeluitkomst | None = None

    @property
    def open(self) -> bool:
        return self.afgedaan_op is None
