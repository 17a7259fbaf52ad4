"""The links by which a function of a partner answers without an account.

A token is 256 random bits and is nowhere but in the mail; here is only its SHA-256. A link belongs to one function of
one partner, one thing it may do, and the addresses it was sent to.
"""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from register.tabellen_partners import LINK, LINKGEBRUIK, LINKTOKEN, SESSIE
from register.verbinding import Register, vergrendel

Doel = Literal["verzoek", "besluit", "dossier"]

_ZELFDE = select(LINK).where(
    *(LINK.c[naam] == bindparam(naam) for naam in ("opgave", "organisatie", "functie", "doel", "betreft")),
    LINK.c.geldig_tot >= bindparam("geldig_tot"),
    LINK.c.ingetrokken_op.is_(None),
)
_NIEUWE_LINK, _NIEUW_TOKEN = insert(LINK), insert(LINKTOKEN)


class Linkdoel(NamedTuple):
    """What a link is for. `betreft` is the id of the request or the step, or the word `dossier`."""

    opgave: str
    organisatie: str
    functie: str
    doel: Doel
    betreft: str
    geldig_tot: datetime


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it was given out. `adres_hash` holds a hash for each address of the mail, with a space between."""

    id: str
    opgave: str
    organisatie: str
    functie: str
    doel: Doel
    betreft: str
    geldig_tot: datetime
    adres_hash: str
    aangemaakt_op: datetime
    ingetrokken_op: datetime | None

    @property
    def subject(self) -> str:
        """Who speaks by this link, as it stands in the facts."""
        return f"link.{self.id}"


def geef_uit(register: Register, doel: Linkdoel, adres: str) -> str:
    """Make or reuse the link of this purpose for this address, and give a fresh token for it."""
    return geef_alle_uit(register, [(doel, adres)])[0]


def geef_alle_uit(register: Register, links: Sequence[tuple[Linkdoel, str]]) -> tuple[str, ...]:
    """The same for several purposes, each with its address, in one transaction; gives the tokens in this order.

    The time of a link never grows: a mail that must work longer than the last one gets a link of its own. A token that
    ran out stays so, whatever is sent later. What a power cut takes away here also takes away that the mail was sent,
    so that mail goes again, with a new token.

    Args:
        links: with the address of the mail; of a mail to several people all their addresses, with commas between.
    """
    if not links:
        return ()
    tokens = tuple(secrets.token_urlsafe(32) for _ in links)
    with register.schrijf_licht() as verbinding:
        vergrendel(verbinding, "links")
        ids = [_hergebruik(verbinding, doel, adres) or _maak(verbinding, doel, adres) for doel, adres in links]
        nu = datetime.now(UTC)
        nieuw = [
            {"hash": _hash(token), "link": id_, "uitgegeven_op": nu} for token, id_ in zip(tokens, ids, strict=True)
        ]
        verbinding.execute(_NIEUW_TOKEN, nieuw)
    return tokens


def vergeet(verbinding: Connection, functie: str, organisatie: str) -> None:
    """Erase who a function was: its links stop working, their addresses are forgotten and its visits end."""
    van = (LINK.c.functie == functie) & (LINK.c.organisatie == organisatie)
    _sluit(verbinding, list(verbinding.execute(select(LINK.c.id).where(van)).scalars()))
    verbinding.execute(update(LINK).where(van).values(adres_hash=""))


def trek_in(register: Register, link: str) -> bool:
    """Make a link stop working; the visits it gave end at once. False when it is not known or was withdrawn before."""
    with register.schrijf() as verbinding:
        return _sluit(verbinding, [link]) > 0


def zoek(register: Register, token: str) -> Link | None:
    """The link of a token, also when it was withdrawn or its time is over; None when there never was one."""
    vraag = select(LINK).join(LINKTOKEN, LINKTOKEN.c.link == LINK.c.id).where(LINKTOKEN.c.hash == _hash(token))
    with register.lees() as verbinding:
        rij = verbinding.execute(vraag).mappings().first()
    return Link(**rij) if rij else None


def noteer(register: Register, link: str, wat: str) -> None:
    """Write down what was done with a link: opened, answered, refused."""
    with register.schrijf_licht() as verbinding:
        verbinding.execute(insert(LINKGEBRUIK), {"link": link, "wat": wat, "op": datetime.now(UTC)})


def gebruik(register: Register, link: str) -> tuple[str, ...]:
    """What was done with a link, in order."""
    vraag = select(LINKGEBRUIK.c.wat).where(LINKGEBRUIK.c.link == link).order_by(LINKGEBRUIK.c.nr)
    with register.lees() as verbinding:
        return tuple(verbinding.execute(vraag).scalars())


def _hergebruik(verbinding: Connection, doel: Linkdoel, adres: str) -> str | None:
    for rij in verbinding.execute(_ZELFDE, doel._asdict()).mappings().all():
        if set(rij["adres_hash"].split()) == adres_hashes(rij["id"], adres.split(",")):
            return str(rij["id"])
    return None


def _maak(verbinding: Connection, doel: Linkdoel, adres: str) -> str:
    id_ = secrets.token_hex(8)
    nieuw = {**doel._asdict(), "id": id_, "aangemaakt_op": datetime.now(UTC)}
    nieuw["adres_hash"] = " ".join(sorted(adres_hashes(id_, adres.split(","))))
    verbinding.execute(_NIEUWE_LINK, nieuw)
    return id_


def _sluit(verbinding: Connection, links: Sequence[str]) -> int:
    """Give how many of these links worked until now."""
    if not links:
        return 0
    open_ = LINK.c.id.in_(links) & LINK.c.ingetrokken_op.is_(None)
    gesloten = verbinding.execute(update(LINK).where(open_).values(ingetrokken_op=datetime.now(UTC))).rowcount
    verbinding.execute(delete(SESSIE).where(SESSIE.c.link.in_(links)))
    return gesloten


def adres_hashes(link: str, adressen: Iterable[str]) -> set[str]:
    """What is kept of addresses: enough to compare one, not enough to read it back."""
    return {_hash(link + adres.strip().lower()) for adres in adressen if adres.strip()}


def _hash(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()
