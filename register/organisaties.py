"""Organisations and the joint arrangements they take part in, as they were imported. No persons, no addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import ColumnElement, Connection, insert, select, update

from domain.taal.partners import Partnertype
from domain.tooi import sleutel
from register.tabellen_partners import DEELNEMING, ORGANISATIE
from register.verbinding import Register, vergrendel


@dataclass(frozen=True, slots=True)
class Organisatie:
    """An organisation that can be a partner. `tooi` is the identifier of a public body; empty when it is not known."""

    id: str
    naam: str
    type: Partnertype
    tooi: str
    bron: str


@dataclass(frozen=True, slots=True)
class Deelneming:
    """An organisation takes part in a joint arrangement."""

    organisatie: str
    regeling: str
    bron: str


class Telling(NamedTuple):
    """What an import changed."""

    organisaties_nieuw: int
    organisaties_gewijzigd: int
    organisaties_gelijk: int
    deelnemingen_nieuw: int
    deelnemingen_gelijk: int


def zet(
    register: Register,
    organisaties: Sequence[Organisatie],
    deelnemingen: Sequence[Deelneming],
    nu: datetime,
    *,
    droog: bool = False,
) -> Telling:
    """Enter what is new or changed, in one transaction; what is not in the list stays. `droog` only counts."""
    if droog:
        with register.lees() as verbinding:
            return _telling(*_verschil(verbinding, organisaties, deelnemingen), organisaties, deelnemingen)
    with register.schrijf() as verbinding:
        vergrendel(verbinding, "organisaties")
        nieuw, anders, erbij = _verschil(verbinding, organisaties, deelnemingen)
        if nieuw:
            verbinding.execute(insert(ORGANISATIE), [{**_waarden(o), "ingevoerd_op": nu} for o in nieuw])
        for organisatie in anders:
            waar = ORGANISATIE.c.id == organisatie.id
            verbinding.execute(update(ORGANISATIE).where(waar).values({**_waarden(organisatie), "ingevoerd_op": nu}))
        if erbij:
            velden = [{"organisatie": d.organisatie, "regeling": d.regeling, "bron": d.bron} for d in erbij]
            verbinding.execute(insert(DEELNEMING), velden)
    return _telling(nieuw, anders, erbij, organisaties, deelnemingen)


def lijst(register: Register, regeling: str | None = None) -> tuple[Organisatie, ...]:
    """All organisations, or those of the arrangements that this name means."""
    ids = {d.organisatie for d in deelnemingen(register, regeling=regeling)} if regeling else None
    with register.lees() as verbinding:
        alle = tuple(_bekend(verbinding).values())
    return tuple(organisatie for organisatie in alle if ids is None or organisatie.id in ids)


def zoek(register: Register, id_: str) -> Organisatie | None:
    """The organisation with this id."""
    with register.lees() as verbinding:
        return _bekend(verbinding, ORGANISATIE.c.id == id_).get(id_)


def deelnemingen(
    register: Register, organisatie: str | None = None, regeling: str | None = None
) -> tuple[Deelneming, ...]:
    """Who takes part in what; `regeling` may be part of a name, without capitals or accents."""
    vraag = select(DEELNEMING).order_by(DEELNEMING.c.regeling, DEELNEMING.c.organisatie)
    if organisatie is not None:
        vraag = vraag.where(DEELNEMING.c.organisatie == organisatie)
    with register.lees() as verbinding:
        alle = [Deelneming(**rij) for rij in verbinding.execute(vraag).mappings()]
    return tuple(d for d in alle if regeling is None or sleutel(regeling) in sleutel(d.regeling))


def _verschil(
    verbinding: Connection, organisaties: Sequence[Organisatie], deelnemingen: Sequence[Deelneming]
) -> tuple[list[Organisatie], list[Organisatie], list[Deelneming]]:
    """The organisations that are new, those that are otherwise known, and the participations that are new.

    Where it was first read (`bron`) is no difference: the same list under another name changes nothing.
    """
    bekend = _bekend(verbinding)
    doet_mee = {(rij.organisatie, rij.regeling) for rij in verbinding.execute(select(DEELNEMING))}
    nieuw = [o for o in organisaties if o.id not in bekend]
    anders = [o for o in organisaties if o.id in bekend and _kern(o) != _kern(bekend[o.id])]
    return nieuw, anders, [d for d in deelnemingen if (d.organisatie, d.regeling) not in doet_mee]


def _bekend(verbinding: Connection, waar: ColumnElement[bool] | None = None) -> Mapping[str, Organisatie]:
    vraag = select(ORGANISATIE).order_by(ORGANISATIE.c.id)
    rijen = verbinding.execute(vraag if waar is None else vraag.where(waar)).mappings()
    return {
        rij["id"]: Organisatie(rij["id"], rij["naam"], cast(Partnertype, rij["type"]), rij["tooi"], rij["bron"])
        for rij in rijen
    }


def _kern(organisatie: Organisatie) -> tuple[str, str, str]:
    return organisatie.naam, organisatie.type, organisatie.tooi


def _waarden(organisatie: Organisatie) -> dict[str, object]:
    return {naam: getattr(organisatie, naam) for naam in ("id", "naam", "type", "tooi", "bron")}


def _telling(
    nieuw: Sequence[Organisatie],
    anders: Sequence[Organisatie],
    erbij: Sequence[Deelneming],
    organisaties: Sequence[Organisatie],
    deelnemingen: Sequence[Deelneming],
) -> Telling:
    gelijk = len(organisaties) - len(nieuw) - len(anders)
    return Telling(len(nieuw), len(anders), gelijk, len(erbij), len(deelnemingen) - len(erbij))
