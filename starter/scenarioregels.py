"""What stands in a scenario: the parts of the file as they are written, and the commands read from them."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from domain.basis import Functie, Kenmerk, OpgaveId, Zekerheid
from domain.kalender import op as moment_op
from domain.opdracht import Bevestig, Opdracht
from domain.reglement.register import nieuwste
from domain.stand import Stand
from domain.taal.besluiten import HoudAan, LegBesluitVast
from domain.taal.herstel import HerstelVastlegging
from register.contacten import Partnerfunctie

MAX_OPDRACHTEN = 2_000
PROVINCIE = "provincie"
NAMENS = {"griffier": "PS", "bestuurssecretariaat": "GS", "portefeuillehouder": "GS", "provinciesecretaris": "GS"}
"""On whose behalf a function speaks; everyone else speaks for the province."""
VASTLEGGEND = ("LegBesluitVast", "HoudAan", "HerstelVastlegging")
"""Commands of which a second person confirms what was recorded."""

Lijst = BeforeValidator(lambda waarde: [waarde] if isinstance(waarde, str) else waarde)


def _verzonnen(adres: str) -> str:
    """Refuse an address that could be somebody's: a scenario may never hold personal data."""
    if re.fullmatch(r"[a-z0-9._-]+@([a-z0-9-]+\.)*example\.org", adres) is None:
        raise ValueError("gebruik een verzonnen e-mailadres in kleine letters dat eindigt op example.org")
    return adres


EmailAdres = Annotated[str, AfterValidator(_verzonnen)]


class Deel(BaseModel):
    """A part of the file: a field that does not exist is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Kop(Deel):
    """Which opgave this is, and by which rules it is judged."""

    id: OpgaveId
    reglement: Kenmerk = Field(default_factory=lambda: nieuwste().code)


class Verwachting(Deel):
    """What must come of a command; only what is named is compared. Without `geweigerd` it must be accepted."""

    geweigerd: bool | str = False
    ontbreekt: Annotated[tuple[str, ...], Lijst] = ()
    uitkomst: str | None = None
    resultaat: str | None = None
    afloop: Literal["positief", "negatief", "open"] | None = None
    voor: int | None = None
    tegen: int | None = None
    afwezig: int | None = None
    voltallig: bool | None = None
    geldig: bool | None = None
    geldig_minimum: int | None = None
    status: str | None = None
    uiterlijk: date | None = None
    feiten: Annotated[tuple[str, ...], Lijst] = ()
    fase: str | None = None
    toestand: str | None = None


class Stuurvelden(Deel):
    """What every command in the file has besides its own fields."""

    op: date
    vastgelegd: date | None = None
    als: str = Field(min_length=1, max_length=120)
    opdracht: str = Field(min_length=1, max_length=60)
    bevestigt: Kenmerk | None = None
    zekerheid: Zekerheid = "os-gebruiker"
    grondslag: str = Field(default="", max_length=300)
    aangevuld: bool = False
    bevestigd_door: str | None = Field(default=None, min_length=1, max_length=120)
    bevestigd_op: date | None = None
    verwacht: Verwachting = Verwachting()


class Bestand(Deel):
    """The file as a whole, with the commands still as they were written."""

    opgave: Kop
    contacten: dict[str, EmailAdres] = {}
    context: dict[str, Any] = {}
    tot: date | None = None
    opdrachten: list[dict[str, Any]] = Field(min_length=1, max_length=MAX_OPDRACHTEN)


class Regel(Deel):
    """One command of the life: when it is given, what it is, and what is expected of it.

    `tweede_bij` is set when it confirms, as a second person, what was recorded of that step. The number of that record
    is only known while playing, so `opdracht` names the step until `gereed` has looked it up.
    """

    nr: int
    plek: str
    moment: datetime
    opdracht: Opdracht
    verwacht: Verwachting = Verwachting()
    aangevuld: bool = False
    tweede_bij: Kenmerk | None = None

    def gereed(self, stand: Stand) -> Opdracht:
        """The command to give in this state."""
        wacht = stand.vastleggingen.get(self.tweede_bij or "")
        if wacht is None:
            return self.opdracht
        return self.opdracht.met(inhoud=self.opdracht.inhoud.met(vastlegging=wacht.id))


class Adresregel(Deel):
    """The fictional e-mail address of a function at an organisation."""

    functie: Literal[Functie, Partnerfunctie]
    organisatie: Kenmerk = PROVINCIE
    email: str


class Scenario(Deel):
    """A life that can be played."""

    naam: str
    opgave: OpgaveId
    reglement: Kenmerk
    contacten: tuple[Adresregel, ...]
    context: dict[str, Any]
    regels: tuple[Regel, ...]
    tot: date | None

    @property
    def einde(self) -> datetime | None:
        """Until when time runs on after the last command; None: to the end of the life."""
        return None if self.tot is None else moment_op(self.tot, 23, 59)


def vastgelegde_stap(opdracht: Opdracht) -> str | None:
    """The step of which this command records what was decided; None when it records nothing of that kind."""
    kern = opdracht.inhoud.opdracht if isinstance(opdracht.inhoud, Bevestig) else opdracht.inhoud
    match kern:
        case LegBesluitVast() | HoudAan():
            return kern.stap
        case HerstelVastlegging():
            return kern.besluit.stap
        case _:
            return None
