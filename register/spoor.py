"""The audit trail in the register: lines are only added, signed, and linked to the one before of the same opgave."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, RowMapping, and_, bindparam, func, insert, select

from domain import spoor
from domain.basis import Afzender, Weigering
from domain.keten import GEEN, te_tekenen
from domain.spoor import Actie, Spoorinhoud, Spoorregel
from register.grootboek import Tekenaar
from register.tabellen_archief import SPOOR
from register.verbinding import Register, vergrendel

_LAATSTE = select(SPOOR).where(SPOOR.c.opgave == bindparam("van")).order_by(SPOOR.c.nr.desc()).limit(1)
OORSPRONG = "opgavenmotor"
"""Where an act came from when nobody says otherwise: the engine itself."""


def schrijf(
    verbinding: Connection,
    tekenaar: Tekenaar,
    door: Afzender,
    actie: Actie,
    opgave: str,
    object_: str,
    *,
    nu: datetime,
    gegevens: Mapping[str, str] | None = None,
    oorsprong: str = OORSPRONG,
    resultaat: str = spoor.GELUKT,
) -> Spoorregel:
    """Add a line, inside the transaction of what it is about.

    Args:
        opgave: the opgave it is about, or `spoor.ALLE`.
        object_: what it was done to, in a few words.
        nu: the moment of the act (UTC).
        gegevens: more of it by name, as text; never an address or a name of a person.

    Raises:
        Weigering: this function may not do this (`domain.spoor.WIE_MAG`). A line that says so may be written.
    """
    if resultaat != spoor.GEWEIGERD:
        spoor.toets_wie(actie, door)
    vergrendel(verbinding, f"spoor:{opgave}")
    vorige = verbinding.execute(_LAATSTE, {"van": opgave}).mappings().first()
    inhoud = Spoorinhoud(
        opgave=opgave,
        nr=vorige["nr"] + 1 if vorige else 1,
        actie=actie,
        object=object_,
        resultaat=resultaat,
        oorsprong=oorsprong,
        functie=door.functie,
        subject=door.subject,
        tijdstip=nu,
        gegevens={**(gegevens or {}), **spoor.twijfel(door)},
        vorige=_regel(vorige).eigen_hash if vorige else GEEN,
    )
    regel = Spoorregel(
        **inhoud.model_dump(),
        handtekening=tekenaar.teken(te_tekenen(spoor.SOORT, inhoud.bytes_)),
        sleutel_id=tekenaar.sleutel_id,
    )
    verbinding.execute(insert(SPOOR).values({**regel.model_dump(), "gegevens": json.dumps(regel.gegevens)}))
    return regel


def weiger(
    register: Register,
    tekenaar: Tekenaar,
    door: Afzender,
    actie: Actie,
    opgave: str,
    waarom: Weigering,
    *,
    nu: datetime,
    oorsprong: str = OORSPRONG,
    object_: str = "",
) -> Spoorregel:
    """Record that this was tried and not allowed, by which rule, in a transaction of its own; `object_`: on what."""
    with register.schrijf() as verbinding:
        return schrijf(
            verbinding,
            tekenaar,
            door,
            actie,
            opgave,
            object_ or spoor.GEWEIGERD,
            nu=nu,
            gegevens={"regel": waarom.regel, "reden": str(waarom)},
            oorsprong=oorsprong,
            resultaat=spoor.GEWEIGERD,
        )


def van(verbinding: Connection, opgave: str) -> tuple[Spoorregel, ...]:
    """The lines about one opgave in order, inside a transaction: nobody adds one until it ends."""
    vergrendel(verbinding, f"spoor:{opgave}")
    vraag = select(SPOOR).where(SPOOR.c.opgave == opgave).order_by(SPOOR.c.nr)
    return tuple(_regel(rij) for rij in verbinding.execute(vraag).mappings())


def lijst(register: Register, opgave: str) -> tuple[Spoorregel, ...]:
    """The lines about one opgave (or `spoor.ALLE`), in order."""
    with register.lees() as verbinding:
        vraag = select(SPOOR).where(SPOOR.c.opgave == opgave).order_by(SPOOR.c.nr)
        return tuple(_regel(rij) for rij in verbinding.execute(vraag).mappings())


def met(register: Register, actie: Actie) -> tuple[str, ...]:
    """The opgaven (or `spoor.ALLE`) of which the trail has this act, done and not refused."""
    waar = (SPOOR.c.actie == actie) & (SPOOR.c.resultaat == spoor.GELUKT)
    vraag = select(SPOOR.c.opgave).where(waar).distinct().order_by(SPOOR.c.opgave)
    with register.lees() as verbinding:
        return tuple(verbinding.execute(vraag).scalars())


def laatste_hash(verbinding: Connection, opgave: str) -> str:
    """The hash of the last line about this opgave, for the checkpoint."""
    rij = verbinding.execute(_LAATSTE, {"van": opgave}).mappings().first()
    return _regel(rij).eigen_hash if rij else GEEN


def laatste_hashes(verbinding: Connection) -> dict[str, str]:
    """The same for every opgave with a trail, from one statement."""
    per = select(SPOOR.c.opgave, func.max(SPOOR.c.nr).label("nr")).group_by(SPOOR.c.opgave).subquery()
    vraag = select(SPOOR).join(per, and_(per.c.opgave == SPOOR.c.opgave, per.c.nr == SPOOR.c.nr))
    return {rij["opgave"]: _regel(rij).eigen_hash for rij in verbinding.execute(vraag).mappings()}


def _regel(rij: RowMapping) -> Spoorregel:
    return Spoorregel.model_validate({**rij, "gegevens": json.loads(rij["gegevens"])})
