"""Words of the four eyes: what one person recorded of a decision starts nothing until another has confirmed it."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Kenmerk, Model, Tekst
from domain.reglement.stap import Effect
from domain.taal.besluiten import BesluitGenomen
from domain.taal.stukken import Stuk


class VastleggingOpdracht(Model):
    """Commands about what was recorded and is not confirmed yet."""


class BevestigBesluit(VastleggingOpdracht):
    uitleg: ClassVar[str] = "Bevestig als tweede persoon wat een ander van een besluit vastlegde; pas dan geldt het."
    soort: Literal["BevestigBesluit"] = "BevestigBesluit"
    vastlegging: Kenmerk = Field(description="nummer van de vastlegging, bijvoorbeeld B2.v1")
    toelichting: str = Field(default="", max_length=2_000)


class KeurVastleggingAf(VastleggingOpdracht):
    uitleg: ClassVar[str] = "Stuur een vastlegging terug die niet klopt; er verandert verder niets."
    soort: Literal["KeurVastleggingAf"] = "KeurVastleggingAf"
    vastlegging: Kenmerk
    reden: Tekst


class VastleggingFeit(Model):
    """Facts about what was recorded and is not confirmed yet."""


class Herstelgrond(Model):
    """Why a record is corrected: the adopted besluitenlijst that says otherwise, and what was wrong."""

    besluitenlijst: Stuk
    reden: str


class BesluitVastgelegd(VastleggingFeit):
    """One person recorded what a body decided, with the outcome as computed. Nothing follows from it yet.

    `herstel` is there when it corrects an earlier record of the same treatment.
    """

    soort: Literal["BesluitVastgelegd"] = "BesluitVastgelegd"
    vastlegging: Kenmerk
    besluit: BesluitGenomen
    effect: Effect
    herstel: Herstelgrond | None = None


class VastleggingAfgekeurd(VastleggingFeit):
    soort: Literal["VastleggingAfgekeurd"] = "VastleggingAfgekeurd"
    vastlegging: Kenmerk
    stap: Kenmerk
    reden: str


class Vastlegging(Model):
    """A record that waits for a second person. `door` is the subject id of the first."""

    id: Kenmerk
    besluit: BesluitGenomen
    effect: Effect
    herstel: Herstelgrond | None = None
    functie: Kenmerk
    door: Kenmerk
    op: date
