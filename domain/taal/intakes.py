"""Words of the joint intake: one initiative before several overheden at once, and one joint answer (S1-18, S1-20)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import EigenId, Kenmerk, Model, Naam, Tekst

Intakeoordeel = Literal["ja", "ja_mits", "nee"]


class IntakesOpdracht(Model):
    """Commands about joint intakes."""


class StartIntake(IntakesOpdracht):
    uitleg: ClassVar[str] = "Leg een initiatief tegelijk voor aan alle overheden waar het over gaat."
    soort: Literal["StartIntake"] = "StartIntake"
    intake: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    vraag: Tekst = Field(description="wat de initiatiefnemer wil")
    initiatiefnemer: Naam = Field(description="organisatie of functie, nooit de naam van een persoon")
    overheden: Annotated[tuple[Kenmerk, ...], Field(min_length=2, max_length=20)] = Field(
        description="id van een partner die een overheid is, of provincie; minstens twee"
    )
    tafel: Kenmerk | None = Field(default=None, description="de omgevingstafel waar dit binnenkwam")
    termijn: str = Field(
        default="20wd",
        pattern=r"^[1-9][0-9]{0,3}(wd|d|w|m)$",
        description="hoe lang zij krijgen: 20wd (werkdagen), 10d, 8w of 3m",
    )


class GeefIntakeoordeel(IntakesOpdracht):
    uitleg: ClassVar[str] = "Geef namens een overheid het oordeel over een initiatief."
    soort: Literal["GeefIntakeoordeel"] = "GeefIntakeoordeel"
    intake: Kenmerk = Field(description="id van de intake")
    overheid: Kenmerk = Field(description="id van de partner, of provincie")
    oordeel: Intakeoordeel
    voorwaarden: tuple[Naam, ...] = Field(default=(), description="een voorwaarde, bij ja_mits")
    toelichting: Tekst


class BeantwoordIntake(IntakesOpdracht):
    uitleg: ClassVar[str] = "Geef het ene gezamenlijke antwoord aan de initiatiefnemer."
    soort: Literal["BeantwoordIntake"] = "BeantwoordIntake"
    intake: Kenmerk = Field(description="id van de intake")
    oordeel: Intakeoordeel
    antwoord: Tekst = Field(description="wat de initiatiefnemer te horen krijgt")
    zonder: tuple[Kenmerk, ...] = Field(default=(), description="overheden op wie niet langer is gewacht")
    reden: str = Field(default="", max_length=2_000, description="verplicht als het oordeel van een overheid afwijkt")


class IntakesFeit(Model):
    """Facts about joint intakes."""


class IntakeGestart(IntakesFeit):
    soort: Literal["IntakeGestart"] = "IntakeGestart"
    intake: Kenmerk
    vraag: str
    initiatiefnemer: str
    overheden: tuple[Kenmerk, ...]
    tafel: Kenmerk | None = None
    uiterlijk: date | None = None


class IntakeBeoordeeld(IntakesFeit):
    soort: Literal["IntakeBeoordeeld"] = "IntakeBeoordeeld"
    intake: Kenmerk
    overheid: Kenmerk
    oordeel: Intakeoordeel
    voorwaarden: tuple[str, ...] = ()
    toelichting: str


class IntakeBeantwoord(IntakesFeit):
    soort: Literal["IntakeBeantwoord"] = "IntakeBeantwoord"
    intake: Kenmerk
    oordeel: Intakeoordeel
    antwoord: str
    zonder: tuple[Kenmerk, ...] = ()
    reden: str = ""
    overheden: tuple[Kenmerk, ...] = ()
    initiatiefnemer: str = ""


class Oordeel(Model):
    """What one overheid says of the initiative."""

    oordeel: Intakeoordeel
    voorwaarden: tuple[str, ...] = ()
    toelichting: str
    op: date


class Intake(Model):
    """A joint intake; `oordelen` by overheid."""

    id: Kenmerk
    vraag: str
    initiatiefnemer: str
    overheden: tuple[Kenmerk, ...]
    tafel: Kenmerk | None = None
    gestart_op: date
    oordelen: dict[str, Oordeel] = {}
    oordeel: Intakeoordeel | None = None
    antwoord: str = ""
    beantwoord_op: date | None = None
