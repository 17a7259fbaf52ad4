"""What MDTO says of one object: the fields we fill, in plain values. Nothing is inherited: each object says it all."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

BRON = "Opgavenmotor provincie Flevoland"
"""Who gives out our identifiers."""
LIJST_FORMAAT = "PRONOM-register"
WAARDERINGEN = {"B": "Blijvend te bewaren", "V": "Tijdelijk te bewaren", "N": "Nader te bepalen"}
"""The closed list of MDTO."""
Niveau = Literal["Dossier", "Archiefstuk"]
Eventtype = Literal[
    "Creatie",
    "Ontvangst",
    "Verzending",
    "Opname",
    "Bevriezing",
    "Export",
    "Kopie",
    "Vernietigen",
    "Wijziging",
    "Publicatie",
    "Accordering",
]
Relatie = Literal["Refereert aan", "Wordt aangehaald door"]


@dataclass(frozen=True)
class Verwijzing:
    """Another object: its name and identifier."""

    naam: str
    kenmerk: str
    bron: str = BRON


@dataclass(frozen=True)
class Event:
    """Something that happened to an object; `door` is a function, never a person."""

    type: Eventtype
    tijd: datetime
    door: str
    resultaat: str = ""


@dataclass(frozen=True)
class Beperking:
    """Who may use it: `Geen beperking`, or `Overig` with the ground. `sinds` is when it began."""

    type: Literal["Geen beperking", "Overig", "Nader te bepalen"] = "Geen beperking"
    beschrijving: str = ""
    sinds: date | None = None


@dataclass(frozen=True)
class Informatieobject:
    """A dossier or a piece in it. `categorie` is the category in the selectielijst, which the archive gives."""

    kenmerk: str
    naam: str
    niveau: Niveau
    waardering: str
    archiefvormer: Verwijzing
    beperking: Beperking
    van: date
    tot: date | None
    omschrijving: str = ""
    thema: str = ""
    gebied: str = ""
    categorie: str = ""
    events: tuple[Event, ...] = ()
    onderdeel_van: tuple[Verwijzing, ...] = ()
    onderdelen: tuple[Verwijzing, ...] = ()
    representaties: tuple[Verwijzing, ...] = ()
    gerelateerd: tuple[tuple[Verwijzing, Relatie], ...] = ()
    betrokkenen: tuple[Verwijzing, ...] = ()

    @property
    def verwijzing(self) -> Verwijzing:
        """How others name it."""
        return Verwijzing(self.naam, self.kenmerk)


@dataclass(frozen=True)
class Bestand:
    """One file. `formaat` is its name and code in PRONOM; without a code the format could not be told."""

    kenmerk: str
    naam: str
    omvang: int
    sha256: str
    gemeten_op: datetime
    formaat: tuple[str, str]
    representeert: Verwijzing

    @property
    def verwijzing(self) -> Verwijzing:
        """How others name it."""
        return Verwijzing(self.naam, self.kenmerk)


Object = Informatieobject | Bestand
