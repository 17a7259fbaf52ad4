"""The documents that were made from the facts: written with them in one transaction, and read back by step."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select

from domain.feit import Feit
from domain.kalender import dagtekst, lokale_datum
from domain.stand import Stand
from register.tabellen import DOCUMENT, OPGAVE
from register.tabellen_archief import STUK
from register.verbinding import Register

_KOLOMMEN = tuple(kolom for kolom in DOCUMENT.c if kolom.name != "inhoud")


@dataclass(frozen=True, slots=True)
class Documentrij:
    """One document, without its bytes. `sha256` is over those bytes."""

    sleutel: str
    opgave: str
    seq: int
    stap: str
    soort: str
    titel: str
    bestandsnaam: str
    mediatype: str
    sha256: str
    gemaakt_op: datetime
    vernietigd_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class NieuwDocument:
    """A document still to be written. `soort` says what it is, `vorm` as what it was asked (`pdf`, `html`, ...)."""

    soort: str
    vorm: str
    titel: str
    bestandsnaam: str
    mediatype: str
    inhoud: bytes

    @property
    def sha256(self) -> str:
        """The hash over its bytes."""
        return hashlib.sha256(self.inhoud).hexdigest()


class DocumentGeschonden(Exception):
    """The bytes in the register are not the bytes that were written."""


class DocumentVernietigd(Exception):
    """The bytes were destroyed on purpose; the text says when, in Dutch."""


def bewaar(verbinding: Connection, feit: Feit, nr: int, stap: str, nieuw: NieuwDocument) -> None:
    """Write a document of a fact; `nr` numbers the effects of that fact. Facts go in once, and so does this."""
    verbinding.execute(
        insert(DOCUMENT).values(
            sleutel=f"{feit.opgave}:{feit.seq}:{nr}:{nieuw.soort}:{nieuw.vorm}",
            opgave=feit.opgave,
            seq=feit.seq,
            stap=stap,
            soort=nieuw.soort,
            titel=nieuw.titel,
            bestandsnaam=nieuw.bestandsnaam,
            mediatype=nieuw.mediatype,
            sha256=nieuw.sha256,
            inhoud=nieuw.inhoud,
            gemaakt_op=feit.vastgelegd_op,
        )
    )


def documenten(register: Register, opgave: str, stap: str | None = None) -> tuple[Documentrij, ...]:
    """The documents of an opgave, or of one step, in order of their facts.

    Of a step under geheimhouding only what was made with its neutral title; the rest stays where it is, unlisted.
    """
    vraag = select(*_KOLOMMEN).where(DOCUMENT.c.opgave == opgave).order_by(DOCUMENT.c.seq, DOCUMENT.c.sleutel)
    if stap:
        vraag = vraag.where(DOCUMENT.c.stap == stap)
    with register.lees() as verbinding:
        rijen = tuple(Documentrij(**rij) for rij in verbinding.execute(vraag).mappings())
        geheim = _neutrale_titels(verbinding, opgave)
    return tuple(rij for rij in rijen if rij.stap not in geheim or heet(rij.titel, geheim[rij.stap]))


def heet(titel: str, neutraal: str) -> bool:
    """Whether a document ("Soort: titel") was made with the neutral title and nothing more."""
    return titel.partition(": ")[2] == neutraal


def alle_documenten(register: Register, opgave: str) -> tuple[tuple[Documentrij, bytes], ...]:
    """Every document of an opgave with its bytes, also those of steps under geheimhouding: for the archive only.

    A document that was destroyed has no bytes any more, and says when.

    Raises:
        DocumentGeschonden: the bytes of one don't have the hash they were written with.
    """
    vraag = select(DOCUMENT).where(DOCUMENT.c.opgave == opgave).order_by(DOCUMENT.c.seq, DOCUMENT.c.sleutel)
    with register.lees() as verbinding:
        rijen = verbinding.execute(vraag).mappings().all()
    return tuple(_gekeurd(rij) for rij in rijen)


def stukken(register: Register, opgave: str) -> tuple[RowMapping, ...]:
    """Documents from outside that were handed in for the archive, with their bytes."""
    with register.lees() as verbinding:
        return tuple(verbinding.execute(select(STUK).where(STUK.c.opgave == opgave)).mappings())


def _neutrale_titels(verbinding: Connection, opgave: str) -> dict[str, str]:
    """The neutral title of each step on which geheimhouding rests."""
    tekst = verbinding.execute(select(OPGAVE.c.stand).where(OPGAVE.c.id == opgave)).scalar()
    stand = None if tekst is None else Stand.model_validate_json(tekst)
    return {stap: g.neutrale_titel for stap, g in stand.geheim.items() if g.rust} if stand else {}


def document(register: Register, sleutel: str) -> tuple[Documentrij, bytes] | None:
    """One document with its bytes; None when there is none.

    Raises:
        DocumentVernietigd: it was destroyed.
        DocumentGeschonden: the bytes don't have the hash they were written with.
    """
    with register.lees() as verbinding:
        rij = verbinding.execute(select(DOCUMENT).where(DOCUMENT.c.sleutel == sleutel)).mappings().one_or_none()
    if rij is not None and rij["vernietigd_op"] is not None:
        raise DocumentVernietigd(
            f"{rij['bestandsnaam']} is vernietigd op {dagtekst(lokale_datum(rij['vernietigd_op']))}."
        )
    return None if rij is None else _gekeurd(rij)


def _gekeurd(rij: RowMapping) -> tuple[Documentrij, bytes]:
    inhoud = bytes(rij["inhoud"])
    if rij["vernietigd_op"] is None and hashlib.sha256(inhoud).hexdigest() != rij["sha256"]:
        raise DocumentGeschonden(f"Document {rij['bestandsnaam']} is veranderd sinds het is gemaakt.")
    return Documentrij(**{naam: waarde for naam, waarde in rij.items() if naam != "inhoud"}), inhoud
