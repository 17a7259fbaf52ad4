"""Who receives events, and how far each delivery is: at least once, and in order per subscriber.

A subscriber has one delivery under way at a time. It is taken on a lease, so that a deliverer that dies holds it up
for a moment only; a report that comes after the lease was taken by another changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, RowMapping, Select, and_, delete, func, insert, select, update

from domain.gebeurtenissen import Gebeurtenis, type_van
from register.gebeurtenissen import hoogste, uit_rij
from register.tabellen_gebeurtenissen import ABONNEE, AFLEVERING, GEBEURTENIS
from register.verbinding import Register, vergrendel

Afleverstatus = Literal["wacht", "afgeleverd", "opgegeven"]


@dataclass(frozen=True, slots=True)
class Abonnee:
    """A subscriber. `vanaf` is the first event that was not offered yet; no `soorten` means all."""

    naam: str
    url: str
    soorten: tuple[str, ...]
    vanaf: int
    actief: bool
    aangemaakt_op: datetime


@dataclass(frozen=True, slots=True)
class Aflevering:
    """How the delivery of one event to one subscriber stands."""

    abonnee: str
    volgnr: int
    status: Afleverstatus
    pogingen: int
    volgende_op: datetime | None
    code: int | None
    fout: str
    afgeleverd_op: datetime | None


@dataclass(frozen=True, slots=True)
class Zending:
    """An event that was taken for delivery; `poging` counts from 1."""

    abonnee: Abonnee
    gebeurtenis: Gebeurtenis
    poging: int


def maak(register: Register, naam: str, url: str, soorten: Sequence[str], vanaf: Literal["nu", "begin"]) -> bool:
    """Add a subscriber, or bring back one that was stopped. False when there is an active one with this name."""
    nu = datetime.now(UTC)
    with register.schrijf() as verbinding:
        vergrendel(verbinding, f"abonnee:{naam}")
        bestaand = _abonnee(verbinding, naam)
        if bestaand and bestaand.actief:
            return False
        eerste = 1 if vanaf == "begin" else hoogste(verbinding) + 1
        waarden = {"url": url, "soorten": ",".join(soorten), "vanaf": eerste, "actief": True, "aangemaakt_op": nu}
        if bestaand:
            verbinding.execute(delete(AFLEVERING).where(AFLEVERING.c.abonnee == naam))
            verbinding.execute(update(ABONNEE).where(ABONNEE.c.naam == naam).values(**waarden))
        else:
            verbinding.execute(insert(ABONNEE).values(naam=naam, **waarden))
    return True


def stop(register: Register, naam: str) -> bool:
    """Send nothing more to this subscriber. False when it was not active."""
    with register.schrijf() as verbinding:
        waar = and_(ABONNEE.c.naam == naam, ABONNEE.c.actief.is_(True))
        return verbinding.execute(update(ABONNEE).where(waar).values(actief=False)).rowcount > 0


def lijst(register: Register) -> tuple[Abonnee, ...]:
    """All subscribers, also those that were stopped."""
    with register.lees() as verbinding:
        rijen = verbinding.execute(select(ABONNEE).order_by(ABONNEE.c.naam)).mappings()
        return tuple(_uit_rij(rij) for rij in rijen)


def zoek(register: Register, naam: str) -> Abonnee | None:
    """The subscriber with this name, stopped or not."""
    with register.lees() as verbinding:
        return _abonnee(verbinding, naam)


def afleveringen(register: Register, naam: str, aantal: int = 50) -> tuple[tuple[Aflevering, Gebeurtenis], ...]:
    """The last deliveries to this subscriber, the newest first."""
    vraag = select(AFLEVERING).where(AFLEVERING.c.abonnee == naam).order_by(AFLEVERING.c.volgnr.desc()).limit(aantal)
    with register.lees() as verbinding:
        rijen = [Aflevering(**rij) for rij in verbinding.execute(vraag).mappings()]
        events = {r.volgnr: _gebeurtenis(verbinding, GEBEURTENIS.c.volgnr == r.volgnr) for r in rijen}
    return tuple((rij, event) for rij in rijen if (event := events[rij.volgnr]))


def tellingen(register: Register, naam: str) -> dict[str, int]:
    """How many deliveries there are per status."""
    vraag = select(AFLEVERING.c.status, func.count()).where(AFLEVERING.c.abonnee == naam).group_by(AFLEVERING.c.status)
    with register.lees() as verbinding:
        return {rij[0]: rij[1] for rij in verbinding.execute(vraag)}


def opnieuw(register: Register, naam: str, vanaf: int | None = None) -> None:
    """Offer again: what was given up and what waits for its next attempt, or everything from a number on."""
    van = AFLEVERING.c.abonnee == naam
    with register.schrijf() as verbinding:
        vergrendel(verbinding, f"abonnee:{naam}")
        if vanaf is not None:
            verbinding.execute(delete(AFLEVERING).where(van, AFLEVERING.c.volgnr >= vanaf))
            verbinding.execute(update(ABONNEE).where(ABONNEE.c.naam == naam).values(vanaf=vanaf))
        nog = AFLEVERING.c.status.in_(("opgegeven", "wacht"))
        verbinding.execute(update(AFLEVERING).where(van, nog).values(status="wacht", pogingen=0, volgende_op=None))


def aan_de_beurt(register: Register, nu: datetime) -> tuple[str, ...]:
    """The active subscribers for whom something can be delivered now. It only reads."""
    with register.lees() as verbinding:
        rijen = verbinding.execute(select(ABONNEE).where(ABONNEE.c.actief.is_(True)).order_by(ABONNEE.c.naam))
        abonnees = [_uit_rij(rij) for rij in rijen.mappings().all()]
        return tuple(a.naam for a in abonnees if _volgende(verbinding, a, nu) is not None)


def pak(register: Register, naam: str, nu: datetime, duur: timedelta) -> Zending | None:
    """Take the next event for this subscriber for `duur`; None when there is none or its time has not come."""
    with register.schrijf_licht() as verbinding:
        vergrendel(verbinding, f"abonnee:{naam}")
        abonnee = _abonnee(verbinding, naam)
        volgende = _volgende(verbinding, abonnee, nu) if abonnee and abonnee.actief else None
        if abonnee is None or volgende is None:
            return None
        gebeurtenis, gedaan = volgende
        sleutel = {"abonnee": naam, "volgnr": gebeurtenis.volgnr}
        waarden = {"pogingen": (gedaan or 0) + 1, "volgende_op": nu + duur}
        if gedaan is None:
            verder = update(ABONNEE).where(ABONNEE.c.naam == naam).values(vanaf=(gebeurtenis.volgnr or 0) + 1)
            verbinding.execute(verder)
            verbinding.execute(insert(AFLEVERING).values(**sleutel, **waarden, status="wacht", fout=""))
        else:
            verbinding.execute(update(AFLEVERING).where(*_is(sleutel)).values(**waarden))
        return Zending(abonnee, gebeurtenis, (gedaan or 0) + 1)


def meld(
    register: Register,
    zending: Zending,
    status: Afleverstatus,
    *,
    code: int | None = None,
    fout: str = "",
    volgende_op: datetime | None = None,
) -> None:
    """Record how an attempt went, unless another deliverer took the event over in the meantime."""
    sleutel = {"abonnee": zending.abonnee.naam, "volgnr": zending.gebeurtenis.volgnr}
    eigen = (*_is(sleutel), AFLEVERING.c.status == "wacht", AFLEVERING.c.pogingen == zending.poging)
    op = datetime.now(UTC) if status == "afgeleverd" else None
    waarden = {"status": status, "code": code, "fout": fout, "volgende_op": volgende_op, "afgeleverd_op": op}
    with register.schrijf_licht() as verbinding:
        verbinding.execute(update(AFLEVERING).where(*eigen).values(**waarden))


def _volgende(verbinding: Connection, abonnee: Abonnee, nu: datetime) -> tuple[Gebeurtenis, int | None] | None:
    """The event whose turn it is, and the attempts so far (None: never tried). One that must wait holds up the rest."""
    van = and_(AFLEVERING.c.abonnee == abonnee.naam, AFLEVERING.c.status == "wacht")
    wacht = verbinding.execute(select(AFLEVERING).where(van).order_by(AFLEVERING.c.volgnr).limit(1)).mappings().first()
    if wacht is not None:
        if wacht["volgende_op"] is not None and wacht["volgende_op"] > nu:
            return None
        oud = _gebeurtenis(verbinding, GEBEURTENIS.c.volgnr == wacht["volgnr"])
        return (oud, wacht["pogingen"]) if oud else None
    waar = GEBEURTENIS.c.volgnr >= abonnee.vanaf
    if abonnee.soorten:
        waar = and_(waar, GEBEURTENIS.c.type.in_([type_van(soort) for soort in abonnee.soorten]))
    nieuw = _gebeurtenis(verbinding, waar)
    return (nieuw, None) if nieuw else None


def _gebeurtenis(verbinding: Connection, waar: Any) -> Gebeurtenis | None:
    vraag: Select[Any] = select(GEBEURTENIS).where(waar).order_by(GEBEURTENIS.c.volgnr).limit(1)
    rij = verbinding.execute(vraag).mappings().first()
    return uit_rij(rij) if rij else None


def _is(sleutel: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(AFLEVERING.c[naam] == waarde for naam, waarde in sleutel.items())


def _abonnee(verbinding: Connection, naam: str) -> Abonnee | None:
    rij = verbinding.execute(select(ABONNEE).where(ABONNEE.c.naam == naam)).mappings().first()
    return _uit_rij(rij) if rij else None


def _uit_rij(rij: RowMapping) -> Abonnee:
    soorten = tuple(soort for soort in rij["soorten"].split(",") if soort)
    return Abonnee(**{**rij, "soorten": soorten})
