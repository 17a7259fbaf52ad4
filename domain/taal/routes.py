"""Words of the way a proposal goes to its body: halts on a route, and steps held because of an election."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Kenmerk, Model, Naam, Tekst
from domain.taal.stukken import Stuk


class RoutesOpdracht(Model):
    """Commands about the route of a step."""


class MeldHalte(RoutesOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat een voorstel een halte van zijn route heeft bereikt."
    soort: Literal["MeldHalte"] = "MeldHalte"
    stap: Kenmerk
    halte: Kenmerk = Field(description="bijvoorbeeld toetsen, portefeuillehouder, commissie")
    uitkomst: str = Field(default="", max_length=60, description="bij een commissie: hamerstuk of bespreekstuk")
    toelichting: str = Field(default="", max_length=2_000)
    stukken: tuple[Stuk, ...] = ()


class VerklaarControversieel(RoutesOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat een stap controversieel is verklaard; zij wacht op het nieuwe bestuur."
    soort: Literal["VerklaarControversieel"] = "VerklaarControversieel"
    stap: Kenmerk
    reden: Tekst
    bron: Stuk | None = None


class HefControversieelOp(RoutesOpdracht):
    uitleg: ClassVar[str] = "Leg vast dat een stap niet langer controversieel is."
    soort: Literal["HefControversieelOp"] = "HefControversieelOp"
    stap: Kenmerk
    reden: Tekst


class RoutesFeit(Model):
    """Facts about the route of a step."""


class HalteBereikt(RoutesFeit):
    """`overgeslagen`: halts before it that were never reported, so that this can be seen."""

    soort: Literal["HalteBereikt"] = "HalteBereikt"
    stap: Kenmerk
    halte: Kenmerk
    naam: Naam
    uitkomst: str = ""
    toelichting: str = ""
    stukken: tuple[Stuk, ...] = ()
    overgeslagen: tuple[Kenmerk, ...] = ()


class StapControversieel(RoutesFeit):
    """`wettelijk_tot`: last day of the statutory term that runs on all the same, if there is one."""

    soort: Literal["StapControversieel"] = "StapControversieel"
    stap: Kenmerk
    reden: str
    bron: Stuk | None = None
    wettelijk_tot: date | None = None


class ControversieelOpgeheven(RoutesFeit):
    soort: Literal["ControversieelOpgeheven"] = "ControversieelOpgeheven"
    stap: Kenmerk
    reden: str


class Halteverslag(Model):
    """A halt that was reached: when, by whose report, with which outcome.

    `behandelingen` and `voorgelegd` say what came before it: so many treatments, and being put before the body.
    """

    halte: Kenmerk
    naam: str
    op: date
    uitkomst: str = ""
    toelichting: str = ""
    functie: str = ""
    behandelingen: int = 0
    voorgelegd: bool = False
