"""A page to look at: tables, remarks, and the numbers of a picture. How it is shown is for a screen or a document."""

from typing import Annotated

from pydantic import Field

from domain.basis import Model, Naam


class Rooster(Model):
    """One table; `leeg` is the sentence when it has no rows."""

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...] = ()
    leeg: str = "Nog niet ingevuld."


class Reeks(Model):
    """One line in a radar picture, with a value per axis."""

    naam: str
    waarden: tuple[int, ...]


class Radar(Model):
    """The numbers of a radar picture: an axis per question, from 0 to `hoogste`."""

    titel: str
    assen: Annotated[tuple[Naam, ...], Field(min_length=3)]
    hoogste: int
    reeksen: Annotated[tuple[Reeks, ...], Field(min_length=1)]


class Cel(Model):
    """One field of a matrix picture; `kloof` marks it with a thick border and a sign."""

    tekst: str
    kloof: bool = False


class Matrix(Model):
    """The fields of a matrix picture: a row per party, with its name first."""

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, tuple[Cel, ...]], ...]
    uitleg: str = ""


class Vel(Model):
    """One page. `let_op` are remarks that advise and never block."""

    naam: str
    titel: str
    roosters: tuple[Rooster, ...]
    let_op: tuple[str, ...] = ()
    radar: Radar | None = None
    matrix: Matrix | None = None
