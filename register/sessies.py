"""Visits to the portal: made when a link is opened, ended by time, by leaving, or together with the link."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from register.links import Link
from register.tabellen_partners import LINK, SESSIE
from register.verbinding import Register

RUST = timedelta(minutes=30)
"""A visit ends after this long without a page."""
DUUR = timedelta(hours=10)
"""A visit never lasts longer than this."""
_BIJHOUDEN = timedelta(seconds=30)
"""How exactly the last page is remembered; not each page is worth a write."""


@dataclass(frozen=True, slots=True)
class Sessie:
    """A visit: whose link it came by, and the token every form of it must carry."""

    hash: str
    link: Link
    csrf: str
    begonnen_op: datetime
    gezien_op: datetime


def begin(register: Register, link: Link, nu: datetime) -> str:
    """Begin a visit; gives the value of its cookie, of which only the SHA-256 is kept. Old visits are swept out."""
    sleutel = secrets.token_urlsafe(32)
    rij = {"hash": _hash(sleutel), "link": link.id, "csrf": secrets.token_urlsafe(32)}
    with register.schrijf_licht() as verbinding:
        verbinding.execute(delete(SESSIE).where((SESSIE.c.begonnen_op < nu - DUUR) | (SESSIE.c.gezien_op < nu - RUST)))
        verbinding.execute(insert(SESSIE), {**rij, "begonnen_op": nu, "gezien_op": nu})
    return sleutel


def zoek(register: Register, sleutel: str, nu: datetime) -> Sessie | None:
    """The visit of this cookie, and remember that it was seen; None when it ended or its link was withdrawn."""
    vraag = select(SESSIE, LINK).join(LINK, SESSIE.c.link == LINK.c.id).where(SESSIE.c.hash == _hash(sleutel))
    with register.lees() as verbinding:
        rij = verbinding.execute(vraag).first()
    if rij is None or rij._mapping[LINK.c.ingetrokken_op] is not None:
        return None
    velden = rij._mapping
    link = Link(**{kolom.name: velden[kolom] for kolom in LINK.c})
    sessie = Sessie(
        velden[SESSIE.c.hash], link, velden[SESSIE.c.csrf], velden[SESSIE.c.begonnen_op], velden[SESSIE.c.gezien_op]
    )
    if nu - sessie.begonnen_op > DUUR or nu - sessie.gezien_op > RUST:
        return None
    _bijgehouden(register, sessie, nu)
    return sessie


def sluit(register: Register, sessie: Sessie) -> None:
    """End a visit."""
    with register.schrijf_licht() as verbinding:
        verbinding.execute(delete(SESSIE).where(SESSIE.c.hash == sessie.hash))


def _bijgehouden(register: Register, sessie: Sessie, nu: datetime) -> None:
    if nu - sessie.gezien_op > _BIJHOUDEN:
        with register.schrijf_licht() as verbinding:
            verbinding.execute(update(SESSIE).where(SESSIE.c.hash == sessie.hash).values(gezien_op=nu))


def _hash(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()
