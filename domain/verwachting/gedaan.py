"""What was done in a life that was played forward, and how that went."""

from dataclasses import dataclass
from datetime import date

from domain.basis import Fase
from domain.stand import Stand
from domain.verwachting.model import Verstreken
from domain.verwachting.plan import Dagplan
from domain.verwachting.taak import Taak


@dataclass(frozen=True, eq=False)
class Gedaan:
    """A task that was done: since when it could be, and on which day it was.

    `plek` is how many tasks were done when it could first be done; the last of those made it possible. `geweigerd`: it
    was tried before and had to wait for something else.
    """

    taak: Taak
    fase: Fase
    begint: date
    plan: Dagplan
    plek: int
    geweigerd: bool = False


@dataclass(frozen=True)
class Gespeeld:
    """How it went. `af`: the life reached its end. `gekomen`: what an intervention named did come."""

    stand: Stand
    gedaan: tuple[Gedaan, ...]
    verstreken: tuple[Verstreken, ...]
    aannames: tuple[str, ...]
    waarschuwingen: tuple[str, ...]
    af: bool
    gekomen: bool
