"""Words of the lessons: written, validated, applied, checked in practice."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, EigenId, Fase, Kenmerk, Model, Naam
from domain.taal.bladen_rollen import ProvincieRol
from domain.taal.namens import Namens

Lestype = Literal["inhoud", "proces", "relatie", "organiseervorm", "juridisch", "data"]
Sterkte = Literal["anekdote", "meerdere_bronnen", "gemeten"]
Principe = Annotated[int, Field(ge=1, le=6)]
"""One of the six Flevo-principes, by its number (S1-31)."""
Lesstatus = Literal["concept", "gevalideerd", "vastgesteld", "toegepast", "vervallen"]
LesVerwijzing = Annotated[
    str,
    Field(pattern=r"^[A-Z0-9][A-Z0-9-]{2,39}/[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$", description="OPGAVE/LES"),
]


class LessenOpdracht(Model):
    """Commands about lessons."""


class LegLesVast(LessenOpdracht):
    uitleg: ClassVar[str] = "Leg een les vast: wat gebeurde er, waarom, en wat doen we voortaan."
    soort: Literal["LegLesVast"] = "LegLesVast"
    les: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    titel: Naam = Field(description="de les in een zin")
    type: Lestype = "proces"
    goed: bool = Field(default=False, description="een goed voorbeeld; anders een minder goed")
    context: str = Field(default="", max_length=10_000)
    wat_gebeurde: str = Field(default="", max_length=10_000)
    oorzaak: str = Field(default="", max_length=10_000, description="waarom het zo ging")
    geldt_wanneer: str = Field(default="", max_length=2_000, description="in welke gevallen de les geldt")
    geldt_niet_wanneer: str = Field(default="", max_length=2_000, description="in welke gevallen niet")
    aanbeveling: str = Field(default="", max_length=10_000, description="wat we voortaan doen")
    eigenaar: str = Field(default="", max_length=200, description="functie die de actie uitvoert")
    actie: str = Field(default="", max_length=2_000, description="wat er verandert; een notitie alleen is niet genoeg")
    actie_voor: Dag | None = Field(default=None, description="wanneer de actie klaar is")
    sterkte: Sterkte = Field(default="anekdote", description="waar de les op rust")
    openbaar: bool = Field(default=True, description="mogen andere opgaven deze les zien?")
    principes: tuple[Principe, ...] = Field(default=(), description="Flevo-principes, 1 tot en met 6")
    rollen: tuple[ProvincieRol, ...] = Field(default=(), description="rol van de provincie waar de les over gaat")
    bronverhalen: tuple[Kenmerk, ...] = Field(default=(), description="ids van bronverhalen waar de les op rust")


class WijzigLesstatus(LessenOpdracht):
    uitleg: ClassVar[str] = "Valideer een les, stel haar vast, pas haar toe of laat haar vervallen."
    soort: Literal["WijzigLesstatus"] = "WijzigLesstatus"
    les: Kenmerk = Field(description="id van de les, bijvoorbeeld L1")
    status: Lesstatus
    toelichting: str = Field(
        default="", max_length=2_000, description="verplicht als nog niet elke partner zei dat de les klopt"
    )


class ControleerLes(LessenOpdracht):
    uitleg: ClassVar[str] = "Leg vast of een les na een half jaar in praktijk is gebracht."
    soort: Literal["ControleerLes"] = "ControleerLes"
    les: Kenmerk = Field(description="id van de les, bijvoorbeeld L1")
    in_praktijk_gebracht: Literal["ja", "nee", "deels"]
    toelichting: str = Field(default="", max_length=2_000)


class LessenFeit(Model):
    """Facts about lessons."""


class Les(Model):
    """A lesson, with the rule it leaves and the action that keeps it alive.

    `fase`, `thema` and `organiseervorm` say where it was learned, `gevalideerd_door` which partners agreed,
    `afkomstig_van` of which lesson (`OPGAVE/LES`) it is a copy; they came with the fourth reglement. `namens` says for
    which of those partners someone else recorded it, `status_waarom` what was said with the present status, and `was`
    what the lesson was before its use elsewhere made it an applied one.
    """

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
    principes: tuple[Principe, ...] = ()
    rollen: tuple[ProvincieRol, ...] = ()
    bronverhalen: tuple[Kenmerk, ...] = ()
    fase: Fase | None = None
    thema: str = ""
    organiseervorm: str = ""
    gevalideerd_door: tuple[Kenmerk, ...] = ()
    afkomstig_van: str = ""
    namens: dict[Kenmerk, Namens] = {}
    status_waarom: str = ""
    was: Literal["", "gevalideerd", "vastgesteld"] = ""


class LesVastgelegd(LessenFeit):
    soort: Literal["LesVastgelegd"] = "LesVastgelegd"
    les: Les


class LesstatusGewijzigd(LessenFeit):
    """`elders` names the opgave whose use of the lesson, or the end of it, made the change."""

    soort: Literal["LesstatusGewijzigd"] = "LesstatusGewijzigd"
    les: Kenmerk
    status: Lesstatus
    toelichting: str = ""
    elders: str = ""


class LesGecontroleerd(LessenFeit):
    soort: Literal["LesGecontroleerd"] = "LesGecontroleerd"
    les: Kenmerk
    in_praktijk_gebracht: Literal["ja", "nee", "deels"]
    toelichting: str = ""
