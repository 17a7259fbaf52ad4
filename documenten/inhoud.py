"""What a document says, apart from how it looks: plain text in parts. HTML and PDF are made from the same value.

No field holds markup. Whatever a person typed stays text all the way: HTML escapes it, and Typst receives it as data.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

PROVINCIE = "Provincie Flevoland"
SJABLOON = "1"
"""Version of the words and the looks; it stands in each document, because another version gives other bytes."""


@dataclass(frozen=True)
class Alinea:
    """Running text; blank lines part paragraphs, line breaks stay."""

    tekst: str
    nadruk: bool = False


@dataclass(frozen=True)
class Gegevens:
    """Names with their values, such as the head of a proposal."""

    paren: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Lijst:
    """A list; numbered when people refer to its points."""

    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True)
class Tabel:
    """A table with a caption and one row of headings; `breedtes` are the relative widths of the columns.

    A `breed` one scrolls by itself on a small screen, so that its words don't break.
    """

    bijschrift: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    breedtes: tuple[int, ...]
    breed: bool = False


@dataclass(frozen=True)
class Figuur:
    """A drawing of our own with a title, what there is to see in words, and the same numbers as a table.

    `svg` is markup: it comes from a drawing function of ours, which escapes every text in it.
    """

    titel: str
    beschrijving: str
    svg: str
    tabel: Tabel


@dataclass(frozen=True)
class Vlak:
    """A conclusion in a frame; its kind shows in words and in a sign, never in the colour alone."""

    soort: Literal["goed", "let_op", "fout"]
    kop: str
    tekst: str


@dataclass(frozen=True)
class Uitklap:
    """Details that a reader on a screen opens; on paper they stand there."""

    kop: str
    blokken: "tuple[Blok, ...]"


@dataclass(frozen=True)
class Kaart:
    """One thing on a board: its id, its title, and what there is to know of it as names with their values.

    `toestand` stands out, in words, when it is not as usual; empty when it is.
    """

    kenmerk: str
    titel: str
    gegevens: tuple[tuple[str, str], ...] = ()
    toestand: str = ""


@dataclass(frozen=True)
class Kaartkolom:
    """A column of a board; without cards it is shown too, with the number 0."""

    kop: str
    kaarten: tuple[Kaart, ...] = ()


@dataclass(frozen=True)
class Kaartenbord:
    """Columns with cards: beside each other where there is room, under each other where there is not.

    `naam` is a word for in ids, its own on the page; `titel` names the board where it is a table. `niveau` is that of
    the headings of columns, one below the part.
    """

    naam: str
    titel: str
    kolommen: tuple[Kaartkolom, ...]
    niveau: int = 3


Blok = Alinea | Gegevens | Lijst | Tabel | Figuur | Vlak | Uitklap | Kaartenbord


@dataclass(frozen=True)
class Deel:
    """A part under its own heading, of level 2 (below the title) or 3. With an `anker` it stands in the contents."""

    kop: str
    blokken: tuple[Blok, ...]
    niveau: int = 2
    anker: str = ""


@dataclass(frozen=True)
class Document:
    """One document. `moment` (UTC) is its date for ever; `kenmerk` is the receipt at the foot of each page."""

    soortnaam: str
    titel: str
    kop: Gegevens
    delen: tuple[Deel, ...]
    kenmerk: str
    moment: datetime


# Signs that turn the direction of what follows: with them a text could read otherwise than it was recorded.
_RICHTING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_REGELEINDE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ONZICHTBAAR = re.compile("[\u00ad\u200b\u2060\ufeff]")


TEKENS = {"goed": "Klopt", "let_op": "Let op", "fout": "Klopt niet"}
"""What stands in front of a conclusion, by its kind."""


def schoon(tekst: str) -> str:
    """Text that can be shown anywhere: one kind of line break, and no signs that steer instead of say something."""
    regels = _REGELEINDE.sub("\n", tekst).replace("\t", " ")
    zichtbaar = _ONZICHTBAAR.sub("", _RICHTING.sub("", regels))
    return "".join(t if t == "\n" or unicodedata.category(t) not in ("Cc", "Cs", "Cn") else "\ufffd" for t in zichtbaar)


def alineas(tekst: str) -> tuple[tuple[str, ...], ...]:
    """The paragraphs of a text, each as its lines."""
    delen = re.split(r"\n\s*\n", schoon(tekst).strip())
    return tuple(regels(deel) for deel in delen if deel.strip())


def regels(tekst: str) -> tuple[str, ...]:
    """The lines of a short text; blank ones are left out, and nothing gives a dash."""
    return tuple(r.strip() for r in schoon(tekst).split("\n") if r.strip()) or ("-",)


def een_regel(tekst: str) -> str:
    """A text as one line, for a title or a heading."""
    return " ".join(schoon(tekst).split()) or "-"
