"""A page of working together as a document: its remarks in a frame, its pictures with their table, its tables."""

from collections.abc import Iterable
from datetime import datetime

from documenten.inhoud import Alinea, Blok, Deel, Document, Figuur, Gegevens, Lijst, Tabel
from documenten.matrix import matrix
from documenten.radar import radar
from domain.beeld.samen.vel import Rooster, Vel


def velblad(vel: Vel, wie: str, kenmerk: str, moment: datetime) -> Document:
    """The document; `wie` says of which opgave, `kenmerk` is its receipt."""
    kop = Gegevens((("Over", wie), ("Kenmerk", kenmerk)))
    return Document("Samenwerking", vel.titel, kop, delen(vel), kenmerk, moment)


def delen(vel: Vel, niveau: int = 2) -> tuple[Deel, ...]:
    """The parts of a page, to stand in a larger document too."""
    beelden = (Deel(f.titel, (f,), niveau, f"{vel.naam}-beeld-{nr}") for nr, f in enumerate(figuren(vel), start=1))
    roosters = (Deel(r.titel, (_rooster(r),), niveau, f"{vel.naam}-{nr}") for nr, r in enumerate(vel.roosters, start=1))
    return (*_let_op(vel, niveau), *beelden, *roosters)


def figuren(vel: Vel) -> tuple[Figuur, ...]:
    """The pictures of a page."""
    return (
        *((radar(f"{vel.naam}-radar", vel.radar),) if vel.radar else ()),
        *((matrix(f"{vel.naam}-matrix", vel.matrix),) if vel.matrix else ()),
    )


def _let_op(vel: Vel, niveau: int) -> Iterable[Deel]:
    if vel.let_op:
        yield Deel("Let op", (Lijst(vel.let_op),), niveau, f"{vel.naam}-let-op")


def _rooster(rooster: Rooster) -> Blok:
    if not rooster.rijen:
        return Alinea(rooster.leeg)
    kolommen = tuple(kolom or "Opmerking" for kolom in rooster.kolommen)
    return Tabel(rooster.titel, kolommen, rooster.rijen, (3,) * len(kolommen), breed=True)
