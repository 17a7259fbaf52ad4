"""Lessons of all opgaven, found again by words, theme, form, partner and the rest.

Each stem of a lesson is a row (`register.lesindex`), so one index answers "begins with" on SQLite and PostgreSQL, and
both count with the same whole numbers: what is found, and in which order, is the same by construction.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    and_,
    case,
    func,
    or_,
    select,
)

from register.lesindex import thema_van
from register.stammen import zoekwoorden
from register.tabellen_samen import LES, LESSTAM
from register.verbinding import Register

HOOGSTENS = 20
KORT = 4
"""Shorter stems are looked for as they are: `ps` is not the begin of a word."""
MEESTE_WOORDEN = 12
CONCEPT, VERVALLEN = "concept", "vervallen"
LANGSTE = 200
"""A word to filter on that is longer than this is no word of a lesson."""
_VOLGEND = {"f": "v", "s": "z"}
"""Before another letter a stem has its old ending back: bedrijf in bedrijvenpark, huis in huizenprijs."""


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A lesson that was found; `punten` says how well it fits, 0 when nothing was asked in words."""

    opgave: str
    les: str
    titel: str
    thema: str
    vorm: str
    fase: str
    type: str
    aanleiding: str
    partners: tuple[str, ...]
    rollen: tuple[str, ...]
    status: str
    goed: bool
    regel: str
    punten: int = 0

    @property
    def verwijzing(self) -> str:
        """By which people and commands name it."""
        return f"{self.opgave}/{self.les}"


def zoek(
    register: Register,
    tekst: str = "",
    *,
    thema: str = "",
    vorm: str = "",
    fase: str = "",
    partner: str = "",
    type: str = "",
    rol: str = "",
    aanleiding: str = "",
    status: str = "",
    voor: str = "",
    ook_concept: bool = False,
    hoogstens: int = HOOGSTENS,
) -> tuple[Gevonden, ...]:
    """The lessons that hold every word asked, the best first, then by opgave and lesson.

    A word is found by its stem, and by what begins with it (woningbouw finds woningbouwlocaties). What is not for
    other eyes is found for its own opgave only, and so is a concept, which partners have not agreed with yet; what was
    dropped, only when that status is asked. What no lesson can have, such as half a character, finds nothing.

    Args:
        tekst: words; without them everything that passes the filters.
        status: only lessons of which this is the status, also concepts of others.
        voor: the opgave that asks, which also finds its own concepts and lessons that are not public.
        ook_concept: concepts of others too.
        hoogstens: so many at most.
    """
    vraag = zoekwoorden(tekst)[:MEESTE_WOORDEN]
    gelijk = {"vorm": vorm, "fase": fase, "type": type, "aanleiding": aanleiding, "thema": thema_van(thema)}
    gevraagd = (*gelijk.values(), partner, rol, status, voor)
    if (tekst.strip() and not vraag) or hoogstens < 1 or not all(map(_kan_bestaan, gevraagd)):
        return ()
    waar = [LES.c[kolom] == waarde for kolom, waarde in gelijk.items() if waarde]
    waar += [LES.c.openbaar | (LES.c.opgave == voor), _status(status, voor, ook_concept=ook_concept)]
    waar += [
        kolom.contains(f" {waarde.lower()} ", autoescape=True)
        for kolom, waarde in ((LES.c.partners, partner), (LES.c.rollen, rol))
        if waarde
    ]
    with register.lees() as verbinding:
        rijen = verbinding.execute(_vraag(verbinding, vraag, waar, hoogstens)).mappings().all()
    return tuple(_gevonden(rij) for rij in rijen)


def _kan_bestaan(waarde: str) -> bool:
    """Whether a database can hold this, and a lesson can have it."""
    raar = any(teken == "\x00" or "\ud800" <= teken <= "\udfff" for teken in waarde[: LANGSTE + 1])
    return len(waarde) <= LANGSTE and not raar


def _status(status: str, voor: str, *, ook_concept: bool) -> ColumnElement[bool]:
    if status:
        return LES.c.status == status
    if ook_concept:
        return LES.c.status != VERVALLEN
    return LES.c.status.not_in((CONCEPT, VERVALLEN)) | ((LES.c.opgave == voor) & (LES.c.status == CONCEPT))


def een(register: Register, opgave: str, les: str) -> Gevonden | None:
    """One lesson by its name, whatever its status."""
    with register.lees() as verbinding:
        rij = verbinding.execute(select(LES).where(LES.c.opgave == opgave, LES.c.les == les)).mappings().first()
    return _gevonden(rij) if rij else None


def niet_meer_openbaar(register: Register, verwijzingen: Iterable[str]) -> frozenset[str]:
    """Which of these lessons, named as people do, others may not, or no longer, see.

    A lesson that was offered while it was public may have become secret since.
    """
    gevraagd = frozenset(verwijzingen)
    opgaven = {naam.partition("/")[0] for naam in gevraagd}
    vraag = select(LES.c.opgave, LES.c.les).where(LES.c.opgave.in_(opgaven), ~LES.c.openbaar)
    with register.lees() as verbinding:
        return gevraagd & {f"{rij.opgave}/{rij.les}" for rij in verbinding.execute(vraag)}


def alle_openbare(verbinding: Connection, behalve: str) -> Iterator[Mapping[str, Any]]:
    """Every lesson that others may see and partners agreed with, with its stems, except those of one opgave."""
    geldt = LES.c.status.not_in((CONCEPT, VERVALLEN))
    vraag = select(LES).where(LES.c.openbaar, geldt, LES.c.opgave != behalve)
    for rij in verbinding.execute(vraag).mappings():
        yield dict(rij)


def _vraag(
    verbinding: Connection, woorden: tuple[str, ...], waar: list[ColumnElement[bool]], hoogstens: int
) -> Select[Any]:
    """Ordered as Python orders text, on every database; whole rows are read for what is given only."""
    volgorde = "C" if verbinding.dialect.name == "postgresql" else "BINARY"
    op_naam = (LES.c.opgave.collate(volgorde), LES.c.les.collate(volgorde))
    treffers = [_treffers(woord, nr) for nr, woord in enumerate(woorden)]
    if not treffers:
        return select(LES).where(*waar).order_by(*op_naam).limit(hoogstens)
    eerste, *rest = treffers
    bron: FromClause = eerste
    for volgende in (*rest, LES):
        zelfde = and_(volgende.c.opgave == eerste.c.opgave, volgende.c.les == eerste.c.les)
        bron = bron.join(volgende, zelfde)
    punten = sum((t.c.punten for t in rest), eerste.c.punten).label("punten")
    gevonden = select(LES.c.opgave, LES.c.les, punten).select_from(bron).where(*waar)
    beste = gevonden.order_by(punten.desc(), *op_naam).limit(hoogstens).subquery("beste")
    bij = and_(LES.c.opgave == beste.c.opgave, LES.c.les == beste.c.les)
    return select(LES, beste.c.punten).join(beste, bij).order_by(beste.c.punten.desc(), *op_naam)


def _treffers(woord: str, nr: int) -> Subquery:
    """Every lesson with this word, and how well: where it stands, and whether it is the whole word."""
    heel = case((LESSTAM.c.stam == woord, 1), else_=0)
    punten = func.max(LESSTAM.c.gewicht * 2 + heel).label("punten")
    gevonden = select(LESSTAM.c.opgave, LESSTAM.c.les, punten).where(_past(woord))
    return gevonden.group_by(LESSTAM.c.opgave, LESSTAM.c.les).subquery(f"w{nr}")


def _past(woord: str) -> ColumnElement[bool]:
    if len(woord) < KORT:
        return LESSTAM.c.stam == woord
    beginnen = [woord]
    if woord[-1] in _VOLGEND:
        beginnen.append(woord[:-1] + _VOLGEND[woord[-1]])
    return or_(*(and_(LESSTAM.c.stam >= b, LESSTAM.c.stam < b[:-1] + chr(ord(b[-1]) + 1)) for b in beginnen))


def _gevonden(rij: Any) -> Gevonden:
    velden = {naam: rij[naam] for naam in Gevonden.__dataclass_fields__ if naam in rij}
    lijsten = {naam: tuple(rij[naam].split()) for naam in ("partners", "rollen")}
    return Gevonden(**{**velden, **lijsten})
