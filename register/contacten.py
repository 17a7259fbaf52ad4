"""The contacts: which people a function is on a day. Set, erased and looked up apart from everything else."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Literal, get_args

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, or_, select, update

from domain.briefje import Briefje
from domain.kalender import lokale_datum
from register import bekleding, links
from register.rijen import Contact
from register.tabellen import CONTACT, FEIT, UITGAAND
from register.verbinding import Register, vergrendel

Partnerfunctie = Literal["partner", "coordinator", "ambtelijk_opdrachtgever", "bestuurder", "griffier"]
PARTNERFUNCTIES: tuple[str, ...] = get_args(Partnerfunctie)
"""Who can be reached at a partner; the province has the functions that give commands."""
Uitkomst = Literal["nieuw", "gewijzigd", "gelijk"]

GEWIST = "<gewist>"
_NIET_IN_ADRES = frozenset('<>,;:"\\()[]')
_VELDEN = ("functie", "organisatie", "email", "naam", "van", "tot")
_KOLOMMEN = tuple(CONTACT.c[naam] for naam in _VELDEN)
_POSTTEKSTEN = ("onderwerp", "tekst", "inhoud", "fout")


def zet(register: Register, contact: Contact) -> Uitkomst:
    """Add a contact, or replace the one of this function with the same address; messages that waited become ready.

    Raises ValueError for what is no e-mail address and for a period that ends before it begins, see `toets`.
    """
    return zet_alle(register, [contact])[0]


def zet_alle(register: Register, nieuwe: Sequence[Contact], *, droog: bool = False) -> tuple[Uitkomst, ...]:
    """The same for many in one transaction; gives per contact what it changed. `droog` only looks."""
    for contact in nieuwe:
        toets(contact)
    if droog:
        with register.lees() as verbinding:
            return tuple(_vergelijk(verbinding, contact)[0] for contact in nieuwe)
    with register.schrijf() as verbinding:
        vergrendel(verbinding, "contacten")
        nu = datetime.now(UTC)
        gedaan = tuple(_zet(verbinding, contact, nu) for contact in nieuwe)
        for functie, organisatie in dict.fromkeys((c.functie, c.organisatie) for c in nieuwe):
            _volg_post(verbinding, functie, organisatie)
    return gedaan


def wis(register: Register, functie: str, organisatie: str, email: str | None = None) -> tuple[Contact, ...]:
    """Forget the people behind a function, or only the one with this address. Gives those that were there.

    With the rows go the links they were sent, and their address and name wherever the outbox still holds them. The
    facts name functions, so they stay, and so do the seals in `bekleding`, which say nothing any more.
    `Register.wis_sporen` then clears the file of what may be left of it, and `starter.vergeten` does all of it.
    """
    with register.schrijf() as verbinding:
        vergrendel(verbinding, "contacten")
        weg = [(nr, c) for nr, c in _van(verbinding, functie, organisatie) if email is None or _zelfde(c.email, email)]
        if weg or email is None:  # also when it is done again: a mail under way may just have been given a link
            links.vergeet(verbinding, functie, organisatie)
        if weg:
            for nr, _ in weg:
                bekleding.beeindig(verbinding, nr, datetime.now(UTC))
            verbinding.execute(delete(CONTACT).where(CONTACT.c.nr.in_([nr for nr, _ in weg])))
            _maak_post_schoon(verbinding, functie, organisatie, [contact for _, contact in weg])
            _volg_post(verbinding, functie, organisatie)
    return tuple(contact for _, contact in weg)


def briefjes(register: Register, functie: str, organisatie: str, email: str | None = None) -> tuple[Briefje, ...]:
    """The slips of the people behind a function, or only of the one with this address; without a seal they get one."""
    with register.schrijf() as verbinding:
        vergrendel(verbinding, "contacten")
        wie = [nr for nr, c in _van(verbinding, functie, organisatie) if email is None or _zelfde(c.email, email)]
        return tuple(bekleding.bezegel(verbinding, nr, datetime.now(UTC)) for nr in wie)


def zoek(register: Register, functie: str | None = None, organisatie: str | None = None) -> tuple[Contact, ...]:
    """All contacts, or those of one function or organisation."""
    vraag = select(*_KOLOMMEN).order_by(CONTACT.c.organisatie, CONTACT.c.functie, CONTACT.c.nr)
    if functie:
        vraag = vraag.where(CONTACT.c.functie == functie)
    if organisatie:
        vraag = vraag.where(CONTACT.c.organisatie == organisatie)
    with register.lees() as verbinding:
        return tuple(Contact(**rij) for rij in verbinding.execute(vraag).mappings())


def op_dag(verbinding: Connection, functie: str, organisatie: str, dag: date) -> tuple[Contact, ...]:
    """Who a function is on a day (Amsterdam), in the order in which they were entered."""
    vraag = select(*_KOLOMMEN).where(_bij(CONTACT, functie, organisatie), geldt(dag)).order_by(CONTACT.c.nr)
    return tuple(Contact(**rij) for rij in verbinding.execute(vraag).mappings())


def geldt(dag: date | ColumnElement[date]) -> ColumnElement[bool]:
    """The condition on a contact that it holds on this day: from `van` through `tot`."""
    begonnen = or_(CONTACT.c.van.is_(None), CONTACT.c.van <= dag)
    return begonnen & or_(CONTACT.c.tot.is_(None), CONTACT.c.tot >= dag)


def resten(register: Register, waarden: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """The facts (opgave, number) in which people typed one of these addresses or names: those can't be changed."""
    if not waarden:
        return ()
    vraag = select(FEIT.c.opgave, FEIT.c.seq).order_by(FEIT.c.opgave, FEIT.c.seq)
    with register.lees() as verbinding:
        gevonden = verbinding.execute(vraag.where(or_(*(FEIT.c.tekst.icontains(w, autoescape=True) for w in waarden))))
        return tuple((rij.opgave, rij.seq) for rij in gevonden)


def sporen(weg: Sequence[Contact]) -> tuple[str, ...]:
    """What can be recognised in a text: addresses, and names of two words or more. One word is too common."""
    namen = (contact.naam for contact in weg if contact.naam and len(contact.naam.split()) > 1)
    return tuple(dict.fromkeys((*(contact.email for contact in weg), *namen)))


def toets(contact: Contact) -> None:
    """Raises ValueError, a Dutch sentence that begins with the field, for what can't be a contact."""
    _controleer(contact.email)
    if contact.van and contact.tot and contact.tot < contact.van:
        raise ValueError("tot: de periode eindigt voor zij begint; tot ligt voor van")


def _controleer(email: str) -> None:
    """Refuse at once what no mail server could take."""
    naam, _, domein = email.rpartition("@")
    raar = any(teken.isspace() or not teken.isprintable() or teken in _NIET_IN_ADRES for teken in email)
    if not naam or "@" in naam or not all(domein.split(".")) or raar or len(email) > 254:
        raise ValueError("email: schrijf hier één e-mailadres, bijvoorbeeld griffie@provincie.example")


def _zet(verbinding: Connection, contact: Contact, nu: datetime) -> Uitkomst:
    """Each contact is sealed; of one that changes, the seal of what it was ends."""
    uitkomst, nr = _vergelijk(verbinding, contact)
    waarden = {naam: getattr(contact, naam) for naam in _VELDEN}
    if nr is None:
        rij = verbinding.execute(insert(CONTACT).values(waarden).returning(CONTACT.c.nr)).scalar_one()
        bekleding.bezegel(verbinding, rij, nu)
        return uitkomst
    if uitkomst == "gewijzigd":
        bekleding.beeindig(verbinding, nr, nu)
        verbinding.execute(update(CONTACT).where(CONTACT.c.nr == nr).values(waarden))
    bekleding.bezegel(verbinding, nr, nu)
    return uitkomst


def _vergelijk(verbinding: Connection, contact: Contact) -> tuple[Uitkomst, int | None]:
    """What setting this contact would change, and the row of the same address."""
    for nr, bekend in _van(verbinding, contact.functie, contact.organisatie):
        if _zelfde(bekend.email, contact.email):
            return ("gelijk" if bekend == contact else "gewijzigd"), nr
    return "nieuw", None


def _van(verbinding: Connection, functie: str, organisatie: str) -> list[tuple[int, Contact]]:
    vraag = select(CONTACT.c.nr, *_KOLOMMEN).where(_bij(CONTACT, functie, organisatie)).order_by(CONTACT.c.nr)
    return [
        (rij["nr"], Contact(**{naam: rij[naam] for naam in _VELDEN})) for rij in verbinding.execute(vraag).mappings()
    ]


def _zelfde(een: str, ander: str) -> bool:
    """Mail servers see no difference in capitals."""
    return een.casefold() == ander.strip().casefold()


def _bij(tabel: Table, functie: str, organisatie: str) -> ColumnElement[bool]:
    return (tabel.c.functie == functie) & (tabel.c.organisatie == organisatie)


def _volg_post(verbinding: Connection, functie: str, organisatie: str) -> None:
    """What was not sent yet is ready when someone holds the function today, and waits for an address otherwise."""
    vandaag = lokale_datum(datetime.now(UTC))
    heeft = bool(op_dag(verbinding, functie, organisatie, vandaag))
    van, naar = ("geen_adres", "klaar") if heeft else ("klaar", "geen_adres")
    welke = _bij(UITGAAND, functie, organisatie) & (UITGAAND.c.status == van)
    verbinding.execute(update(UITGAAND).where(welke).values(status=naar))


def _maak_post_schoon(verbinding: Connection, functie: str, organisatie: str, weg: Sequence[Contact]) -> None:
    """Letters greet functions. Only the answer of a mail server, or what someone typed, can hold an address."""
    verbinding.execute(update(UITGAAND).where(_bij(UITGAAND, functie, organisatie)).values(fout=""))
    kolommen = [UITGAAND.c[naam] for naam in _POSTTEKSTEN]
    for waarde in sporen(weg):
        ergens = or_(*(kolom.icontains(waarde, autoescape=True) for kolom in kolommen))
        rijen = verbinding.execute(select(UITGAAND.c.sleutel, *kolommen).where(ergens)).mappings().all()
        patroon = re.compile(re.escape(waarde), re.IGNORECASE)
        schoon = [
            {"bij": rij["sleutel"], **{naam: patroon.sub(GEWIST, rij[naam]) for naam in _POSTTEKSTEN}} for rij in rijen
        ]
        if schoon:
            verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel == bindparam("bij")), schoon)
