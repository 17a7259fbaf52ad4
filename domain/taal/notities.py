"""Words of the notes: a phone call in seconds; changes nothing until someone with authority confirms it."""

from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Kenmerk, Model, Tekst


class NotitiesOpdracht(Model):
    """Commands about notes."""


class Noteer(NotitiesOpdracht):
    uitleg: ClassVar[str] = "Noteer een telefoontje, gesprek of mail. Er verandert nog niets."
    soort: Literal["Noteer"] = "Noteer"
    tekst: Tekst
    bron: Literal["telefoon", "gesprek", "mail", "overig"] = "telefoon"
    betreft: Kenmerk | None = Field(default=None, description="id van een verzoek, stap of pilot")


class NotitiesFeit(Model):
    """Facts about notes."""


class Genoteerd(NotitiesFeit):
    soort: Literal["Genoteerd"] = "Genoteerd"
    notitie: Kenmerk
    tekst: str
    bron: str
    betreft: Kenmerk | None = None


class NotitieBevestigd(NotitiesFeit):
    """The authority turned the note into a command; the facts that follow cite it."""

    soort: Literal["NotitieBevestigd"] = "NotitieBevestigd"
    notitie: Kenmerk
    opdracht_soort: str


class Notitie(Model):
    """A note and whether it was confirmed."""

    id: Kenmerk
    tekst: str
    bron: str
    betreft: Kenmerk | None = None
    bevestigd: bool = False
