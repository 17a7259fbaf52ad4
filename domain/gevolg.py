"""Effects as data: what must happen outside because of a fact. The core names them; activities perform them."""

from datetime import date
from typing import Annotated, Literal

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


Gevolg = Annotated[Bericht | Voorleggen | Bekendmaken | Posthouding, Field(discriminator="soort")]
