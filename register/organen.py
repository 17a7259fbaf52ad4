"""What is known of the bodies: who sits in them and when they meet. Rows are only added; the last one entered counts.

A correction is a new row, so that what was known on a day stays readable.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Select, insert, select

from domain.basis import Afzender
from domain.orgaan import Bezetting, Orgaankalender
from register.tabellen import ORGAAN
from register.verbinding import Register, vergrendel

Orgaansoort = Literal["bezetting", "kalender"]
Gegeven = Bezetting | Orgaankalender


@dataclass(frozen=True, slots=True)
class Orgaanrij:
    """One entry as it was made. `vanaf` is the first day of a bezetting; a kalender has none."""

    nr: int
    orgaan: str
    soort: Orgaansoort
    vanaf: date | None
    json: str
    bron: str
    ingevoerd_op: datetime
    door_functie: str
    door_subject: str

    @property
    def inhoud(self) -> Gegeven:
        """The entry as the present models read it."""
        model = Bezetting if self.soort == "bezetting" else Orgaankalender
        return model.model_validate_json(self.json)


def zet(register: Register, gegevens: Sequence[Gegeven], door: Afzender, nu: datetime) -> tuple[Gegeven, ...]:
    """Add these entries, all of them or none. Gives those that were new: what already counts is not entered again."""
    with register.schrijf() as verbinding:
        vergrendel(verbinding, "organen")  # numbers in the order in which entries become visible
        return tuple(gegeven for gegeven in gegevens if _voeg_toe(verbinding, gegeven, door, nu))


def nieuw(register: Register, gegevens: Sequence[Gegeven]) -> tuple[Gegeven, ...]:
    """Those entries that `zet` would add."""
    with register.lees() as verbinding:
        return tuple(gegeven for gegeven in gegevens if not _staat_er(verbinding, gegeven))


def bezetting_op(register: Register, orgaan: str, dag: date) -> Bezetting | None:
    """Who sat in a body on a day: the last entered of those with the latest `vanaf` up to that day."""
    vraag = _van(orgaan, "bezetting").where(ORGAAN.c.vanaf <= dag).order_by(ORGAAN.c.vanaf.desc(), ORGAAN.c.nr.desc())
    with register.lees() as verbinding:
        tekst = verbinding.execute(vraag.limit(1)).scalar()
    return None if tekst is None else Bezetting.model_validate_json(tekst)


def kalender(register: Register, orgaan: str) -> Orgaankalender | None:
    """The calendar of a body that was entered last; it replaces the one before it as a whole."""
    with register.lees() as verbinding:
        tekst = verbinding.execute(_van(orgaan, "kalender").order_by(ORGAAN.c.nr.desc()).limit(1)).scalar()
    return None if tekst is None else Orgaankalender.model_validate_json(tekst)


def alles(register: Register) -> tuple[Orgaanrij, ...]:
    """Every entry ever made, in order."""
    with register.lees() as verbinding:
        rijen = verbinding.execute(select(ORGAAN).order_by(ORGAAN.c.nr)).mappings()
        return tuple(Orgaanrij(**rij) for rij in rijen)


def bekend(register: Register) -> tuple[str, ...]:
    """The bodies of which something is known."""
    with register.lees() as verbinding:
        return tuple(verbinding.execute(select(ORGAAN.c.orgaan).distinct().order_by(ORGAAN.c.orgaan)).scalars())


def _voeg_toe(verbinding: Connection, gegeven: Gegeven, door: Afzender, nu: datetime) -> bool:
    if _staat_er(verbinding, gegeven):
        return False
    rij = {
        **_sleutel(gegeven),
        "json": gegeven.model_dump_json(),
        "bron": gegeven.bron,
        "ingevoerd_op": nu,
        "door_functie": door.functie,
        "door_subject": door.subject,
    }
    verbinding.execute(insert(ORGAAN).values(rij))
    return True


def _staat_er(verbinding: Connection, gegeven: Gegeven) -> bool:
    """Whether exactly this is what was entered last under its key."""
    sleutel = _sleutel(gegeven)
    vraag = _van(gegeven.orgaan, sleutel["soort"]).order_by(ORGAAN.c.nr.desc()).limit(1)
    if sleutel["vanaf"] is not None:
        vraag = vraag.where(ORGAAN.c.vanaf == sleutel["vanaf"])
    tekst = verbinding.execute(vraag).scalar()
    return tekst is not None and type(gegeven).model_validate_json(tekst) == gegeven


def _sleutel(gegeven: Gegeven) -> dict[str, Any]:
    match gegeven:
        case Bezetting():
            return {"orgaan": gegeven.orgaan, "soort": "bezetting", "vanaf": gegeven.vanaf}
        case Orgaankalender():
            return {"orgaan": gegeven.orgaan, "soort": "kalender", "vanaf": None}


def _van(orgaan: str, soort: str) -> Select[str]:
    return select(ORGAAN.c.json).where(ORGAAN.c.orgaan == orgaan, ORGAAN.c.soort == soort)
