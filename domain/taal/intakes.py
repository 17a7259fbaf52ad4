"""Words of the joint intake: one initiative before several overheden at once, and one joint answer (S1-18, S1-20)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import EigenId, Kenmerk, Model, Naam, Tekst
from domain.taal.namens import KANAAL, STUK, Namens
from domain.taal.stukken import Stuk
from domain.taal.verzoeken import Kanaal

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
    kanaal: Kanaal | None = Field(default=None, description=KANAAL)
    stuk: Stuk | None = Field(default=None, description=STUK)


class BeantwoordIntake(IntakesOpdracht):
    uitleg: ClassVar[str] = "Geef het ene gezamenlijke antwoord aan de initiatiefnemer, of verbeter het met een reden."
    soort: Literal["BeantwoordIntake"] = "BeantwoordIntake"
    intake: Kenmerk = Field(description="id van de intake")
    oordeel: Intakeoordeel
    antwoord: Tekst = Field(description="wat de initiatiefnemer te horen krijgt")
    zonder: tuple[Kenmerk, ...] = Field(default=(), description="overheden op wie niet langer is gewacht")
    afwijkend: tuple[Kenmerk, ...] = Field(default=(), description="overheden die anders oordeelden dan dit antwoord")
    reden: str = Field(
        default="", max_length=2_000, description="waarom u van hun oordeel afwijkt, of waarom u het antwoord verbetert"
    )


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
    kanaal: Kanaal | None = None
    stuk: Stuk | None = None


class Afwijking(Model):
    """An overheid that judged otherwise than the joint answer says."""

    overheid: Kenmerk
    oordeel: Intakeoordeel


class IntakeBeantwoord(IntakesFeit):
    """The joint answer. `afwijkend` is who judged otherwise; `verbetert` the day of the answer this one replaces."""

    soort: Literal["IntakeBeantwoord"] = "IntakeBeantwoord"
    intake: Kenmerk
    oordeel: Intakeoordeel
    antwoord: str
    zonder: tuple[Kenmerk, ...] = ()
    reden: str = ""
    overheden: tuple[Kenmerk, ...] = ()
    initiatiefnemer: str = ""
    afwijkend: tuple[Afwijking, ...] = ()
    verbetert: date | None = None


class Oordeel(Model):
    """What one overheid says of the initiative; `namens` when someone else recorded it."""

    oordeel: Intakeoordeel
    voorwaarden: tuple[str, ...] = ()
    toelichting: str
    op: date
    namens: Namens | None = None


class Intake(Model):
    """A joint intake; `oordelen` by overheid. `verbetert` is the day of the answer that the present one replaced."""

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
    afwijkend: tuple[Afwijking, ...] = ()
    reden: str = ""
    verbetert: date | None = None
