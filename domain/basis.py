"""The few types everything else is built of: the frozen model, identifiers, who speaks, and the phases."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints


class Model(BaseModel):
    """A frozen value. Unknown fields are ignored when read back, so an older worker survives a newer field."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)

    def met(self, **waarden: object) -> Self:
        """Return a copy with some fields replaced; the values are trusted, not validated again."""
        return self.model_copy(update=waarden)


def _hele_seconde_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


OpgaveId = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9-]{2,39}$")]
Kenmerk = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$")]
Naam = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
Vingerafdruk = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Moment = Annotated[AwareDatetime, AfterValidator(_hele_seconde_utc)]
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
    Fase.BORGING: "lessons learned en borging",
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
]

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
