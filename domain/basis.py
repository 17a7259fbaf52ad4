"""The few types everything else is built of: the frozen model, identifiers, who speaks, and the phases."""

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)


class Model(BaseModel):
    """A frozen value. Unknown fields are ignored when read back, so an older worker survives a newer field."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)

    def met(self, **waarden: object) -> Self:
        """Return a copy with some fields replaced; the values are trusted, not validated again.

        What `model_copy(update=...)` gives, in a third of the time: a state is copied for every fact.
        """
        nieuw = object.__new__(type(self))
        zet = object.__setattr__
        zet(nieuw, "__dict__", {**self.__dict__, **waarden})
        zet(nieuw, "__pydantic_fields_set__", self.__pydantic_fields_set__ | waarden.keys())
        zet(nieuw, "__pydantic_extra__", None)
        zet(nieuw, "__pydantic_private__", None)
        return nieuw


def _hele_seconde_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _geen_getal(invoer: object) -> object:
    """A bare number is no date: pydantic would read 20260101 as seconds since 1970."""
    if isinstance(invoer, int | float | Decimal) or (isinstance(invoer, str) and invoer.strip().isdigit()):
        raise ValueError("schrijf een datum als 2026-05-31")
    return invoer


def _in_bereik(dag: date) -> date:
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise ValueError(
            f"het jaar {dag.year} ligt te ver weg; kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}"
        )
    return dag


EERSTE_JAAR, LAATSTE_JAAR = 1900, 2999

OpgaveId = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9-]{2,39}$")]
AGENDA = "AGENDA-"
"""How the id of a regionale agenda begins; that of an opgave never does."""


def is_agenda(id_: str) -> bool:
    """Whether this id is that of a regionale agenda."""
    return id_.startswith(AGENDA)


Kenmerk = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$")]
EigenId = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$"),
    Field(description="eigen id: letters, cijfers, - en _, hoogstens 32 tekens"),
]
"""An id that people choose. Shorter than a Kenmerk and without dots, so that derived ids fit and can't clash."""
Naam = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
Vingerafdruk = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Moment = Annotated[AwareDatetime, AfterValidator(_hele_seconde_utc)]
Dag = Annotated[date, BeforeValidator(_geen_getal), AfterValidator(_in_bereik)]
"""A date in a command: within the years that terms can be counted in."""
Getal = Annotated[Decimal, Field(max_digits=20, decimal_places=6)]
"""A measured number: finite and of a readable size."""
Bedrag = Annotated[int, Field(ge=0, le=10**13, description="in eurocenten")]
Score = Annotated[int, Field(ge=0, le=3)]


class Fase(StrEnum):
    """The six phases of an opgave, in order."""

    INITIATIEF = "F1"
    VERKENNING = "F2"
    ORGANISEERVORM = "F3"
    PILOT = "F4"
    EVALUATIE = "F5"
    BORGING = "F6"

    @property
    def naam(self) -> str:
        """The Dutch name people use."""
        return FASENAMEN[self]


FASENAMEN = {
    Fase.INITIATIEF: "initiatief",
    Fase.VERKENNING: "verkenning en kaderstelling",
    Fase.ORGANISEERVORM: "organiseervorm",
    Fase.PILOT: "pilot",
    Fase.EVALUATIE: "evaluatie",
    Fase.BORGING: "lessen en borging",
}

Functie = Literal[
    "opgavemanager",
    "portefeuillehouder",
    "ambtelijk_opdrachtgever",
    "provinciesecretaris",
    "bestuurssecretariaat",
    "griffier",
    "jurist",
    "controller",
    "evaluator",
    "notaris",
    "partner",
    "inwoner",
    "auditor",
    "beheerder",
    "systeem",
    "accounthouder",
    "brigadelid",
]
LATERE_FUNCTIES: tuple[Functie, ...] = ("accounthouder", "brigadelid")
"""Functions that came with the fourth reglement: before it, these words meant nothing special."""

GERESERVEERD: frozenset[str] = frozenset(
    {
        *(functie for functie in get_args(Functie) if functie not in LATERE_FUNCTIES),
        *("provincie", "GS", "PS", "statencommissie", "bestuurlijke_conferentie", "ondertekenaars", "kroon", "rijk"),
        *("partners", "trekker", "betrokkenen", "ps_bij_majeur_thema", "niemand"),
    }
)
"""Words that mean a function, a body or a role; no partner may be called so."""

# How sure we are that the sender is who the command says. Only `opgegeven` is nobody's word but the sender's own.
Zekerheid = Literal["opgegeven", "os-gebruiker", "link", "sleutel", "oidc"]


class Afzender(Model):
    """Who gives a command: function and subject id (never a name), for whom, on what ground, how sure.

    `namens` is `provincie`, an orgaan (`GS`, `PS`) or the id of a partner. `grondslag` names the mandate or article.
    """

    functie: Functie
    subject: Kenmerk = "onbekend"
    namens: Kenmerk = "provincie"
    grondslag: Annotated[str, StringConstraints(max_length=300)] = ""
    zekerheid: Zekerheid = "opgegeven"


class Weigering(Exception):
    """The one exception `decide` may raise: the command is understood but not allowed.

    Args:
        regel: the rule or article that forbids it, e.g. `PW 158 lid 2`, `poort S1-31`, `bevoegdheid`.
        reden: what is wrong, in plain Dutch, for the person who gave the command.
        ontbreekt: what has to be there first, one line each.
    """

    def __init__(self, regel: str, reden: str, ontbreekt: tuple[str, ...] = ()) -> None:
        super().__init__(reden)
        self.regel = regel
        self.reden = reden
        self.ontbreekt = ontbreekt
