"""The outbox as a queue. A deliverer takes rows on a lease, so that no two ever send the same one.

When a deliverer dies its lease runs out, and the next one sends what was left under the same Message-ID.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, bindparam, exists, func, or_, select, update

from register.rijen import Contact, Postrij
from register.tabellen import CONTACT, UITGAAND
from register.verbinding import Register

POSTKOLOMMEN = tuple(kolom for kolom in UITGAAND.c if kolom.name != "bezet_tot")

_MET_ADRES = exists().where(CONTACT.c.functie == UITGAAND.c.functie, CONTACT.c.organisatie == UITGAAND.c.organisatie)
_BEZORGBAAR = UITGAAND.c.status.in_(("klaar", "geen_adres"))


_TEL_WACHTEND = (
    select(func.count()).select_from(UITGAAND).where(UITGAAND.c.opgave == bindparam("opgave"), _BEZORGBAAR, _MET_ADRES)
)
_MELD = (
    update(UITGAAND)
    .where(UITGAAND.c.sleutel == bindparam("bij"))
    .values(pogingen=UITGAAND.c.pogingen + 1, bezet_tot=None)
)


def houd_aan(verbinding: Connection, opgave: str, stappen: Sequence[str]) -> None:
    """Messages about these steps that are not sent yet wait. One that a deliverer has in hand may still go."""
    over = _over(opgave, stappen)
    verbinding.execute(update(UITGAAND).where(over, _BEZORGBAAR).values(status="aangehouden"))


def geef_vrij(verbinding: Connection, opgave: str, stappen: Sequence[str]) -> None:
    """Messages about these steps that waited go out after all."""
    gehouden = and_(_over(opgave, stappen), UITGAAND.c.status == "aangehouden")
    for naar, wie in (("klaar", _MET_ADRES), ("geen_adres", ~_MET_ADRES)):
        verbinding.execute(update(UITGAAND).where(gehouden, wie).values(status=naar))


def laat_vervallen(verbinding: Connection, opgave: str, stappen: Sequence[str]) -> None:
    """Messages about these steps that waited are not sent any more; they stay to be seen."""
    gehouden = and_(_over(opgave, stappen), UITGAAND.c.status == "aangehouden")
    verbinding.execute(update(UITGAAND).where(gehouden).values(status="vervallen"))


def _over(opgave: str, stappen: Sequence[str]) -> ColumnElement[bool]:
    return and_(UITGAAND.c.opgave == opgave, UITGAAND.c.betreft.in_(stappen))


def tel_wachtend(verbinding: Connection, opgave: str) -> int:
    """How many messages can be delivered once the mail server takes them.

    One without an address is not waiting, and neither is one that people hold.
    """
    return verbinding.execute(_TEL_WACHTEND, {"opgave": opgave}).scalar_one()


def wachtend(register: Register, opgave: str) -> int:
    """The same, in a transaction of its own."""
    with register.lees() as verbinding:
        return tel_wachtend(verbinding, opgave)


def pak(
    register: Register, opgave: str | None, duur: timedelta, aantal: int = 100
) -> tuple[tuple[Postrij, Contact], ...]:
    """Take up to `aantal` deliverable messages (of all opgaven without `opgave`) for `duur`, with their addresses."""
    nu = datetime.now(UTC)
    waar = _van(opgave)
    with register.schrijf_licht() as verbinding:
        _volg_adressen(verbinding, waar)
        vrij = or_(UITGAAND.c.bezet_tot.is_(None), UITGAAND.c.bezet_tot < nu)
        eerst = select(UITGAAND.c.sleutel).where(waar, UITGAAND.c.status == "klaar", vrij)
        eerst = eerst.order_by(UITGAAND.c.opgave, UITGAAND.c.seq, UITGAAND.c.sleutel).limit(aantal)
        sleutels = list(verbinding.execute(eerst.with_for_update(skip_locked=True)).scalars())
        if not sleutels:
            return ()
        verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel.in_(sleutels)).values(bezet_tot=nu + duur))
        return tuple(_met_contact(rij) for rij in verbinding.execute(_gepakt(sleutels)).mappings())


def meld_verzonden(register: Register, sleutel: str) -> None:
    """The mail server has taken the message."""
    _werk_bij(register, sleutel, status="verzonden", fout="", verzonden_op=datetime.now(UTC))


def meld_geweigerd(register: Register, sleutel: str, fout: str) -> None:
    """The mail server says that this will never work."""
    _werk_bij(register, sleutel, status="geweigerd", fout=fout)


def meld_later(register: Register, sleutel: str, fout: str) -> None:
    """It did not work now; the message stays ready."""
    _werk_bij(register, sleutel, fout=fout)


def laat_los(register: Register, sleutels: Sequence[str]) -> None:
    """Give back rows that were taken but not tried."""
    if sleutels:
        with register.schrijf_licht() as verbinding:
            verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel.in_(sleutels)).values(bezet_tot=None))


def _van(opgave: str | None) -> ColumnElement[bool]:
    return UITGAAND.c.opgave == opgave if opgave else UITGAAND.c.opgave.is_not(None)


def _volg_adressen(verbinding: Connection, waar: ColumnElement[bool]) -> None:
    """An address may have been set or erased since the message was written."""
    for van, naar, wie in (("geen_adres", "klaar", _MET_ADRES), ("klaar", "geen_adres", ~_MET_ADRES)):
        verbinding.execute(update(UITGAAND).where(waar, UITGAAND.c.status == van, wie).values(status=naar))


def _gepakt(sleutels: Sequence[str]) -> Select[Any]:
    zelfde = and_(CONTACT.c.functie == UITGAAND.c.functie, CONTACT.c.organisatie == UITGAAND.c.organisatie)
    vraag = select(*POSTKOLOMMEN, CONTACT.c.email, CONTACT.c.naam).join(CONTACT, zelfde)
    vraag = vraag.where(UITGAAND.c.sleutel.in_(sleutels))
    return vraag.order_by(UITGAAND.c.opgave, UITGAAND.c.seq, UITGAAND.c.sleutel)


def _met_contact(rij: RowMapping) -> tuple[Postrij, Contact]:
    post = Postrij(**{kolom.name: rij[kolom.name] for kolom in POSTKOLOMMEN})
    return post, Contact(post.functie, post.organisatie, rij["email"], rij["naam"])


def _werk_bij(register: Register, sleutel: str, **waarden: object) -> None:
    """One small transaction per message, so that a crash repeats at most the one that was under way."""
    with register.schrijf_licht() as verbinding:
        verbinding.execute(_MELD, {"bij": sleutel, **waarden})
