"""Words of the lessons: written, validated, applied, checked in practice."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, EigenId, Kenmerk, Model, Naam

Lestype = Literal["inhoud", "proces", "relatie", "organiseervorm", "juridisch", "data"]
Sterkte = Literal["anekdote", "meerdere_bronnen", "gemeten"]
Lesstatus = Literal["concept", "gevalideerd", "vastgesteld", "toegepast", "vervallen"]


class LessenOpdracht(Model):
    """Commands about lessons."""


class LegLesVast(LessenOpdracht):
    uitleg: ClassVar[str] = "Leg een les vast: wat gebeurde er, waarom, en wat doen we voortaan."
    soort: Literal["LegLesVast"] = "LegLesVast"
    les: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    titel: Naam
    type: Lestype = "proces"
    goed: bool = Field(default=False, description="een goed voorbeeld; anders een minder goed")
    context: str = Field(default="", max_length=10_000)
    wat_gebeurde: str = Field(default="", max_length=10_000)
    oorzaak: str = Field(default="", max_length=10_000)
    geldt_wanneer: str = Field(default="", max_length=2_000)
    geldt_niet_wanneer: str = Field(default="", max_length=2_000)
    aanbeveling: str = Field(default="", max_length=10_000)
    eigenaar: str = Field(default="", max_length=200, description="functie die de actie uitvoert")
    actie: str = Field(default="", max_length=2_000, description="wat er verandert; een notitie alleen is niet genoeg")
    actie_voor: Dag | None = None
    sterkte: Sterkte = "anekdote"
    openbaar: bool = True


class WijzigLesstatus(LessenOpdracht):
    uitleg: ClassVar[str] = "Valideer een les, stel haar vast, pas haar toe of laat haar vervallen."
    soort: Literal["WijzigLesstatus"] = "WijzigLesstatus"
    les: Kenmerk
    status: Lesstatus
    toelichting: str = Field(default="", max_length=2_000)


class ControleerLes(LessenOpdracht):
    uitleg: ClassVar[str] = "Leg vast of een les na een half jaar in praktijk is gebracht."
    soort: Literal["ControleerLes"] = "ControleerLes"
    les: Kenmerk
    in_praktijk_gebracht: Literal["ja", "nee", "deels"]
    toelichting: str = Field(default="", max_length=2_000)


class LessenFeit(Model):
    """Facts about lessons."""


class Les(Model):
    """A lesson, with the rule it leaves and the action that keeps it alive."""

    id: Kenmerk
    titel: str
    type: Lestype
    goed: bool = False
    context: str = ""
    wat_gebeurde: str = ""
    oorzaak: str = ""
    geldt_wanneer: str = ""
    geldt_niet_wanneer: str = ""
    aanbeveling: str = ""
    eigenaar: str = ""
    actie: str = ""
    actie_voor: date | None = None
    sterkte: Sterkte = "anekdote"
    openbaar: bool = False
    status: Lesstatus = "concept"
    in_praktijk_gebracht: Literal["", "ja", "nee", "deels"] = ""


class LesVastgelegd(LessenFeit):
    soort: Literal["LesVastgelegd"] = "LesVastgelegd"
    les: Les


class LesstatusGewijzigd(LessenFeit):
    soort: Literal["LesstatusGewijzigd"] = "LesstatusGewijzigd"
    les: Kenmerk
    status: Lesstatus
    toelichting: str = ""


class LesGecontroleerd(LessenFeit):
    soort: Literal["LesGecontroleerd"] = "LesGecontroleerd"
    les: Kenmerk
    in_praktijk_gebracht: Literal["ja", "nee", "deels"]
    toelichting: str = ""
