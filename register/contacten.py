"""The contacts: which person a function is today. Set, erased and looked up apart from everything else."""

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from register.rijen import Contact
from register.tabellen import CONTACT, UITGAAND
from register.verbinding import Register, vergrendel


def zet(register: Register, contact: Contact) -> None:
    """Set or replace the address of a function; messages that waited for one become ready.

    Raises ValueError, with a Dutch sentence, for what is no e-mail address.
    """
    _controleer(contact.email)
    waarden = {"email": contact.email, "naam": contact.naam}
    sleutel = {"functie": contact.functie, "organisatie": contact.organisatie}
    with register.schrijf() as verbinding:
        vergrendel(verbinding, "contacten")
        veranderd = verbinding.execute(update(CONTACT).where(_bij(CONTACT, **sleutel)).values(waarden)).rowcount
        if not veranderd:
            verbinding.execute(insert(CONTACT).values(**sleutel, **waarden))
        _zet_post(verbinding, contact.functie, contact.organisatie, "geen_adres", "klaar")


def wis(register: Register, functie: str, organisatie: str) -> bool:
    """Forget the person behind a function. Returns whether there was one. The facts name functions, so they stay."""
    with register.schrijf() as verbinding:
        vergrendel(verbinding, "contacten")
        gewist = verbinding.execute(delete(CONTACT).where(_bij(CONTACT, functie, organisatie))).rowcount
        _zet_post(verbinding, functie, organisatie, "klaar", "geen_adres")
    return bool(gewist)


def zoek(register: Register, functie: str | None = None, organisatie: str | None = None) -> tuple[Contact, ...]:
    """All contacts, or those of one function or organisation."""
    vraag = select(CONTACT).order_by(CONTACT.c.organisatie, CONTACT.c.functie)
    if functie:
        vraag = vraag.where(CONTACT.c.functie == functie)
    if organisatie:
        vraag = vraag.where(CONTACT.c.organisatie == organisatie)
    with register.lees() as verbinding:
        return tuple(Contact(**rij) for rij in verbinding.execute(vraag).mappings())


def _controleer(email: str) -> None:
    """Refuse at once what no mail server could take."""
    naam, _, domein = email.rpartition("@")
    if not naam or not domein or any(teken.isspace() or teken in "<>," for teken in email):
        raise ValueError("schrijf hier één e-mailadres, bijvoorbeeld griffie@provincie.example")


def _bij(tabel: Table, functie: str, organisatie: str) -> ColumnElement[bool]:
    return (tabel.c.functie == functie) & (tabel.c.organisatie == organisatie)


def _zet_post(verbinding: Connection, functie: str, organisatie: str, van: str, naar: str) -> None:
    welke = _bij(UITGAAND, functie, organisatie) & (UITGAAND.c.status == van)
    verbinding.execute(update(UITGAAND).where(welke).values(status=naar))
