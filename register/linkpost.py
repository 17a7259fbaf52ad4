"""Whether a link still belongs to the people it was sent to, and the mail that brings them a new one."""

import hashlib
from datetime import date, datetime

from domain.gevolg import Adres
from register.contacten import op_dag
from register.links import Link, adres_hashes
from register.schrijver import Brief, zet_los
from register.verbinding import Register, vergrendel

SOORT = "link"
"""What kind of row of the outbox asks for a new link; `betreft` says for what."""


def zelfde_mensen(register: Register, link: Link, dag: date) -> bool:
    """Whether everyone the link was sent to still holds the function on this day."""
    return bool(link.adres_hash) and set(link.adres_hash.split()) <= _bereikbaar(register, link, dag)


def alleen_aan_hen(register: Register, link: Link, dag: date) -> bool:
    """Whether a new link would reach nobody but those who got the old one."""
    nu = _bereikbaar(register, link, dag)
    return bool(nu) and nu <= set(link.adres_hash.split())


def vraag_nieuwe(register: Register, link: Link, betreft: str, nu: datetime, brief: tuple[str, str, str]) -> bool:
    """Put a mail with a new link in the outbox; says whether it was put there.

    At most one an hour for one thing of one function, however many of its old links are used to ask for it.

    Args:
        betreft: the request or step the new link is for, or `dossier`.
        brief: subject, text and the letter as JSON.
    """
    onderwerp, tekst, inhoud = brief
    nieuw = Brief(Adres(functie=link.functie, organisatie=link.organisatie), onderwerp, tekst, inhoud, soort=SOORT)
    sleutel = f"link:{_waarvoor(link, betreft)}:{nu:%Y%m%d%H}"
    with register.schrijf() as verbinding:
        vergrendel(verbinding, "links")
        return zet_los(verbinding, sleutel, nieuw, link.opgave, betreft, op=nu)


def _waarvoor(link: Link, betreft: str) -> str:
    delen = (link.opgave, link.organisatie, link.functie, link.doel, betreft)
    return hashlib.sha256("\n".join(delen).encode()).hexdigest()[:16]


def _bereikbaar(register: Register, link: Link, dag: date) -> set[str]:
    with register.lees() as verbinding:
        contacten = op_dag(verbinding, link.functie, link.organisatie, dag)
    return adres_hashes(link.id, (contact.email for contact in contacten))
