"""What a forecast is asked with, and what it says: one row per coming step, with an earliest and a likely day."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from domain.basis import Fase, Kenmerk, Model
from domain.orgaan import Orgaankalender
from domain.verwachting import vergaderen
from domain.verwachting.doorlooptijden import Doorlooptijden
from domain.verwachting.huisnormen import COMMISSIE

Rijsoort = Literal[
    "stap",
    "halte",
    "fase",
    "vorm",
    "verzoek",
    "pilot",
    "evaluatie",
    "vervolg",
    "les",
    "lescontrole",
    "afspraak",
    "hervatting",
    "recht",
    "afsluiting",
]
Modus = Literal["vroegst", "waarschijnlijk"]


class Vraag(Model):
    """What is known beside the state.

    `vandaag` is the local day of asking. `kalenders` are the meetings that are known, by body or partner. `vorm` is the
    form to count with while none was chosen; without it the first candidate, and without candidates the house's.
    """

    vandaag: date
    kalenders: Mapping[str, Orgaankalender] = {}
    gezien: Doorlooptijden = Doorlooptijden()
    vorm: Kenmerk | None = None

    def kalender(self, orgaan: str) -> Orgaankalender | None:
        """The meetings of this body or partner; of a statencommissie those of all that are known together."""
        return self._commissies if orgaan == COMMISSIE else self.kalenders.get(orgaan)

    @cached_property
    def _commissies(self) -> Orgaankalender | None:
        return vergaderen.commissies(self.kalenders)


class Aanhouding(Model):
    """PS, GS or a partner hold a step over: so many meetings, or until a day."""

    stap: Kenmerk
    keer: int = 1
    tot: date | None = None


class Vertraging(Model):
    """A step, or the first that a partner or body still has to do, comes so many days later. `wie`: its id."""

    wie: Kenmerk
    dagen: int


class Ingreep(Model):
    """What is otherwise than expected; nothing by default."""

    aanhouding: Aanhouding | None = None
    vertraging: Vertraging | None = None


class Rij(Model):
    """One coming step. `sleutel` names it in every run of the same opgave; `id` is its id where it has one already.

    `rust_op` says what the likely day rests on: a term, a meeting, what was measured, or an estimate, and its ground.
    `speling`: how many days later than likely it can be without moving the end; None when the end does not wait for it.
    `kritiek`: it has no such room, so that a day later here is a day later at the end.
    """

    sleutel: str
    soort: Rijsoort
    fase: Fase
    wat: str
    wie: Kenmerk
    begint: date
    vroegst: date
    waarschijnlijk: date
    rust_op: str
    id: Kenmerk | None = None
    speling: int | None = None
    kritiek: bool = False
    partner: bool = False


class Verwachting(Model):
    """The forecast of one opgave. `einde_*` is the day of the last row; `af` is False when the path stops somewhere.

    `aannames` are the choices of people that were supposed, `waarschuwingen` what is not known or stands in the way.
    """

    opgave: Kenmerk
    titel: str
    op: date
    rijen: tuple[Rij, ...] = ()
    aannames: tuple[str, ...] = ()
    waarschuwingen: tuple[str, ...] = ()
    af: bool = True

    @property
    def einde_vroegst(self) -> date | None:
        return max((rij.vroegst for rij in self.rijen), default=None)

    @property
    def einde_waarschijnlijk(self) -> date | None:
        return max((rij.waarschijnlijk for rij in self.rijen), default=None)

    @property
    def kritieke_partners(self) -> tuple[Rij, ...]:
        """The steps of partners on which the end depends."""
        return tuple(rij for rij in self.rijen if rij.kritiek and rij.partner)


class Verschoven(Model):
    """A step in two forecasts: the likely day as it was, as it becomes, and the days between. None: it falls away."""

    sleutel: str
    wat: str
    wie: Kenmerk
    was: date | None
    wordt: date | None

    @property
    def dagen(self) -> int:
        """Days later; 0 when it is new or falls away."""
        return (self.wordt - self.was).days if self.was and self.wordt else 0


class Verstreken(Model):
    """A term that lapses in the one forecast and not in the other."""

    wat: str
    wie: Kenmerk
    soort: Literal["wettelijk", "afgesproken", "huis"]
    einde: date


class Watals(Model):
    """What moves when something is held over or comes later; statutory terms that lapse come first."""

    opgave: Kenmerk
    ingreep: str
    rijen: tuple[Verschoven, ...]
    verstrijkt: tuple[Verstreken, ...]
    waarschuwingen: tuple[str, ...] = ()

    @property
    def later(self) -> tuple[Verschoven, ...]:
        return tuple(rij for rij in self.rijen if rij.dagen)
