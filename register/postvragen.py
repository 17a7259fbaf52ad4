"""The statements of the outbox, each put together once: that takes longer than carrying one out.

Their values are for whoever carries one out: `wie` (the opgave), `dag` (today), `nu` (this moment) and, when the
office is closed, `toch` (the keys of reminders that leave all the same).
"""

from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Update,
    and_,
    bindparam,
    distinct,
    func,
    or_,
    select,
    true,
    tuple_,
    update,
)

from register.contacten import geldt
from register.postvoorwaarden import BEZORGBAAR, HERINNERING, aan_de_beurt, met_adres
from register.tabellen import CONTACT, UITGAAND

VERGEEFS = 3
"""After so many attempts a message makes room for the others."""
POSTKOLOMMEN = tuple(kolom for kolom in UITGAAND.c if kolom.name not in ("bezet_tot", "controlepunt"))
_CONTACTKOLOMMEN = tuple(kolom for kolom in CONTACT.c if kolom.name not in ("nr", "zout"))
_DAG: ColumnElement[Any] = bindparam("dag")
_NU: ColumnElement[Any] = bindparam("nu")
_DEZE = UITGAAND.c.sleutel == bindparam("bij")
_MAIL = func.coalesce(UITGAAND.c.zending, UITGAAND.c.message_id)

VRIJ_NU = and_(UITGAAND.c.status == "klaar", or_(UITGAAND.c.bezet_tot.is_(None), UITGAAND.c.bezet_tot < _NU))
"""Ready, and in nobody's hands."""
BESLAG = update(UITGAAND).where(_DEZE)
GEPROBEERD = BESLAG.values(pogingen=UITGAAND.c.pogingen + 1, bezet_tot=None)
LOS = update(UITGAAND).where(UITGAAND.c.sleutel.in_(bindparam("sleutels", expanding=True))).values(bezet_tot=None)
MENSEN = (
    select(*_CONTACTKOLOMMEN)
    .where(
        tuple_(CONTACT.c.functie, CONTACT.c.organisatie).in_(bindparam("functies", expanding=True)),
        geldt(_DAG),
    )
    .order_by(CONTACT.c.nr)
)
EERSTE_MAILS = (
    select(UITGAAND.c.opgave, UITGAAND.c.organisatie, UITGAAND.c.betreft, UITGAAND.c.message_id)
    .where(
        tuple_(UITGAAND.c.opgave, UITGAAND.c.betreft).in_(bindparam("over", expanding=True)),
        UITGAAND.c.soort != HERINNERING,
    )
    .order_by(UITGAAND.c.seq.desc(), UITGAAND.c.sleutel.desc())
)
ONDERWEG = select(func.count(distinct(_MAIL))).where(
    or_(
        and_(UITGAAND.c.status == "verzonden", UITGAAND.c.verzonden_op > bindparam("sinds")), UITGAAND.c.bezet_tot > _NU
    )
)
"""How many mails were sent since, or are in somebody's hands."""


@lru_cache
def wachtenden(*, van_een: bool, dicht: bool) -> Select[int]:
    """How many can be delivered once the mail server takes them."""
    waar = and_(_van(van_een), BEZORGBAAR, met_adres(_DAG), aan_de_beurt(_NU, dicht=dicht))
    return select(func.count()).select_from(UITGAAND).where(waar)


@lru_cache
def adreswissels(*, van_een: bool) -> tuple[Update, ...]:
    """Ready when somebody can be reached, and not when nobody can."""
    bereikbaar = met_adres(_DAG)
    stappen = (("geen_adres", "klaar", bereikbaar), ("klaar", "geen_adres", ~bereikbaar))
    van = _van(van_een)
    return tuple(update(UITGAAND).where(van, UITGAAND.c.status == s, wie).values(status=n) for s, n, wie in stappen)


@lru_cache
def vrije_rijen(*, van_een: bool, dicht: bool) -> Select[Any]:
    """What can leave now, `aantal` messages at most."""
    return op_volgorde(and_(_van(van_een), VRIJ_NU, aan_de_beurt(_NU, dicht=dicht))).limit(bindparam("aantal"))


def op_volgorde(waar: ColumnElement[bool]) -> Select[Any]:
    """In the order of the facts, but what was tried in vain goes last: a mail that a server chokes on blocks none."""
    volgorde = (UITGAAND.c.pogingen // VERGEEFS, UITGAAND.c.opgave, UITGAAND.c.seq, UITGAAND.c.sleutel)
    return select(*POSTKOLOMMEN).where(waar).order_by(*volgorde).with_for_update(skip_locked=True)


def _van(een: bool) -> ColumnElement[bool]:
    return UITGAAND.c.opgave == bindparam("wie") if een else true()
