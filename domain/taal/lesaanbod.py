"""Words of lessons that come back: offered to another opgave, answered there, and told where they came from."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import Kenmerk, Model, Naam, OpgaveId, Tekst
from domain.taal.leren import LerenFeit, LerenOpdracht
from domain.taal.lessen import LesVerwijzing

Aanbodmoment = Literal["F1", "F3"]
Toepassing = Literal["toegepast", "niet_van_toepassing", "niet_toegepast"]


class Lesaanbod(Model):
    """A lesson of another opgave that was offered, and why it was thought to match."""

    les: LesVerwijzing
    titel: Naam
    regel: str = Field(default="", max_length=10_000)
    waarom: tuple[Naam, ...] = ()


class BiedLessenAan(LerenOpdracht):
    uitleg: ClassVar[str] = "Leg voor welke lessen van andere opgaven hier kunnen passen."
    soort: Literal["BiedLessenAan"] = "BiedLessenAan"
    moment: Aanbodmoment
    lessen: Annotated[tuple[Lesaanbod, ...], Field(max_length=20)]


class BeantwoordLesaanbod(LerenOpdracht):
    uitleg: ClassVar[str] = "Zeg of een aangeboden les is toegepast, en waarom."
    soort: Literal["BeantwoordLesaanbod"] = "BeantwoordLesaanbod"
    les: LesVerwijzing = Field(description="de aangeboden les, bijvoorbeeld FL-2026-02/L1; zie opgave lessen aanbod ID")
    moment: Aanbodmoment = Field(description="de fase waarbij zij is aangeboden")
    antwoord: Toepassing
    reden: Tekst


class MeldHergebruik(LerenOpdracht):
    uitleg: ClassVar[str] = "Breng over dat een les van hier elders is beantwoord."
    soort: Literal["MeldHergebruik"] = "MeldHergebruik"
    les: Kenmerk
    in_opgave: OpgaveId
    bron: int = Field(ge=1)
    antwoord: Toepassing


class LessenAangeboden(LerenFeit):
    """An offer without lessons is recorded too: it was looked for, and nothing matched."""

    soort: Literal["LessenAangeboden"] = "LessenAangeboden"
    moment: Aanbodmoment
    lessen: tuple[Lesaanbod, ...] = ()


class LesaanbodBeantwoord(LerenFeit):
    soort: Literal["LesaanbodBeantwoord"] = "LesaanbodBeantwoord"
    les: str
    moment: Aanbodmoment
    antwoord: Toepassing
    reden: str


class LesHergebruikt(LerenFeit):
    """What another opgave answered about a lesson of this one."""

    soort: Literal["LesHergebruikt"] = "LesHergebruikt"
    les: Kenmerk
    in_opgave: OpgaveId
    bron: int
    antwoord: Toepassing


class Aanbod(Model):
    """A lesson as it was offered here, and what was answered."""

    les: str
    titel: str
    regel: str = ""
    waarom: tuple[str, ...] = ()
    moment: Aanbodmoment
    aangeboden_op: date
    antwoord: Toepassing | None = None
    reden: str = ""


class Hergebruik(Model):
    """What another opgave did with a lesson of this one; `bron` is the number of the fact that said so there."""

    les: Kenmerk
    in_opgave: OpgaveId
    bron: int
    antwoord: Toepassing
    op: date
