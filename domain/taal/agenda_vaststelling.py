"""Words of the adoption of the agenda: each overheid is asked, and decides for itself."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, Kenmerk, Model, Naam
from domain.taal.agendavorm import AgendaFeit, AgendaOpdracht
from domain.taal.stukken import Stuk
from domain.taal.verzoeken import Kanaal

Vaststelling = Literal["vastgesteld", "gewijzigd_vastgesteld", "niet_vastgesteld"]


class VraagVaststelling(AgendaOpdracht):
    uitleg: ClassVar[str] = "Vraag overheden de agenda zelf vast te stellen."
    soort: Literal["VraagVaststelling"] = "VraagVaststelling"
    overheden: Annotated[tuple[Kenmerk, ...], Field(min_length=1, max_length=50)] = Field(
        description="ids van partners die een overheid zijn, en provincie"
    )
    uiterlijk: Dag = Field(description="dag waarop de overheden besloten moeten hebben")


class LegVaststellingVast(AgendaOpdracht):
    uitleg: ClassVar[str] = "Leg vast wat een overheid over de agenda besloot."
    soort: Literal["LegVaststellingVast"] = "LegVaststellingVast"
    overheid: Kenmerk = Field(description="id van de partner, of provincie")
    orgaan: Naam = Field(description="het orgaan dat besloot: PS, GS, de raad, de algemene vergadering")
    besluit: Vaststelling
    toelichting: str = Field(default="", max_length=10_000)
    stuk: Stuk | None = Field(default=None, description="kenmerk van het stuk waar het besluit in staat")
    kanaal: Kanaal | None = Field(default=None, description="hoe u het weet, als u het voor een ander vastlegt")
    ongevraagd: bool = Field(default=False, description="ja als niemand deze overheid erom vroeg")
    verbetering: str = Field(default="", max_length=10_000, description="waarom u verbetert wat al vastligt")


class VaststellingGevraagd(AgendaFeit):
    soort: Literal["VaststellingGevraagd"] = "VaststellingGevraagd"
    overheden: tuple[Kenmerk, ...]
    versie: int
    uiterlijk: date


class AgendaVastgesteld(AgendaFeit):
    """What one overheid decided about the agenda; nobody decides for another.

    `per_link` says that it came over a link in a mail, `wacht` that one person recorded it for the body: it counts
    once someone else records the same. `verbetering` is why it takes the place of what was recorded before.
    """

    soort: Literal["AgendaVastgesteld"] = "AgendaVastgesteld"
    overheid: Kenmerk
    orgaan: str
    versie: int
    besluit: Vaststelling
    toelichting: str = ""
    stuk: Stuk | None = None
    per_link: bool | None = None
    wacht: bool | None = None
    kanaal: Kanaal | None = None
    ongevraagd: bool | None = None
    verbetering: str = ""


class Overheidsbesluit(Model):
    """How the adoption by one overheid stands for one version.

    `per_link` or `wacht` as long as nobody else confirmed it; `door` and `functie` recorded it, `eerder` counts until
    then. `gevraagd_op` is None when nobody asked.
    """

    overheid: Kenmerk
    versie: int
    gevraagd_op: date | None = None
    uiterlijk: date | None = None
    orgaan: str = ""
    besluit: Vaststelling | None = None
    op: date | None = None
    per_link: bool | None = None
    wacht: bool | None = None
    kanaal: Kanaal | None = None
    door: str = ""
    functie: str = ""
    eerder: Vaststelling | None = None

    @property
    def onbevestigd(self) -> bool:
        """Whether a second person must still say the same."""
        return bool(self.per_link or self.wacht)

    @property
    def telt(self) -> Vaststelling | None:
        """The decision that counts; while a new one waits for a second person, the one before it."""
        return self.eerder if self.onbevestigd else self.besluit

    @property
    def gemeld(self) -> Vaststelling | None:
        """What was reported or recorded by one person, and waits for someone else."""
        return self.besluit if self.onbevestigd else None
