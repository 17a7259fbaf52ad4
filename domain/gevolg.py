"""Effects as data: what must happen outside because of a fact. The core names them; activities perform them."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from domain.basis import Kenmerk, Model
from domain.taal.stukken import Stuk


class Adres(Model):
    """A function at an organisation (`griffier` at `provincie`, `partner` at `gemeente-dronten`); never a person."""

    functie: Kenmerk
    organisatie: Kenmerk = "provincie"

    def __str__(self) -> str:
        return f"{self.functie}@{self.organisatie}"


class Bericht(Model):
    """A message to send. `aan` holds roles that `adressen` resolves: a functie, a partner id, `partners`, ...

    `vraag` says what is asked of the reader, empty when nothing is. `uiterlijk` is the last day to act. `betreft` is
    the step (or other thing waited for) it is about: while a step is in doubt, what is not sent about it waits.
    """

    soort: Literal["bericht"] = "bericht"
    aan: tuple[Kenmerk, ...]
    onderwerp: str
    alineas: tuple[str, ...]
    vraag: str = ""
    uiterlijk: date | None = None
    wettelijk: bool = False
    betreft: Kenmerk | None = None


class Posthouding(Model):
    """What becomes of messages about these steps that are not sent yet: they wait, go out after all, or never go."""

    soort: Literal["posthouding"] = "posthouding"
    betreft: tuple[Kenmerk, ...]
    doe: Literal["aanhouden", "vrijgeven", "laten_vervallen"]


class Voorleggen(Model):
    """An entry in the inbox of the body that must decide."""

    soort: Literal["voorleggen"] = "voorleggen"
    stap: Kenmerk
    code: Kenmerk
    orgaan: Kenmerk
    onderwerp: str
    vergadering_op: date | None = None
    stukken: tuple[Stuk, ...] = ()
    toelichting: str = ""


class Bekendmaken(Model):
    """A line on the besluitenlijst of GS or PS, in the fields that Flevoland uses."""

    soort: Literal["bekendmaken"] = "bekendmaken"
    stap: Kenmerk
    code: Kenmerk
    orgaan: Kenmerk
    op: date
    titel: str
    uitkomst: str
    beslispunten: tuple[str, ...] = ()
    samenvatting: str = ""
    grondslag: tuple[str, ...] = ()


class Overbrengen(Model):
    """A command for another life, carried there by the system: at least once, handled once, because its id is fixed.

    `naar` is an opgave or agenda, `buren` (every neighbour), `agenda` (the one this opgave is on) or `opgaven` (all on
    this agenda); `domain.overbrengen` says who that are. `inhoud` is a command's content as plain JSON; when the other
    life does not exist yet, it is begun with it.
    """

    soort: Literal["overbrengen"] = "overbrengen"
    naar: Kenmerk
    inhoud: dict[str, Any]
    reglement: Kenmerk | None = None
    verschuiving_s: int = 0


Gevolg = Annotated[Bericht | Voorleggen | Bekendmaken | Posthouding | Overbrengen, Field(discriminator="soort")]
