"""The outbox as a queue. A deliverer takes mails on a lease, so that no two ever send the same one.

A mail is one message, or all reminders of one `bundel` (an addressee on a day) that are ready by then. What goes in
one mail is fixed under one Message-ID when it is put together. When a deliverer dies its lease runs out, and the next
one sends what was left under the same Message-ID.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, bindparam, distinct, func, or_, select, tuple_, update

from register.contacten import geldt
from register.postvoorwaarden import (
    BEZORGBAAR,
    HERINNERING,
    VRIJ,
    Bezorgregels,
    aan_de_beurt,
    met_adres,
    nu_en_vandaag,
)
from register.rijen import Contact, Postrij
from register.schrijver import bericht_id
from register.tabellen import CONTACT, UITGAAND
from register.verbinding import Register, vergrendel

POSTKOLOMMEN = tuple(kolom for kolom in UITGAAND.c if kolom.name not in ("bezet_tot", "controlepunt"))
_CONTACTKOLOMMEN = tuple(kolom for kolom in CONTACT.c if kolom.name not in ("nr", "zout"))
_VOLGORDE = (UITGAAND.c.opgave, UITGAAND.c.seq, UITGAAND.c.sleutel)
_MAIL = func.coalesce(UITGAAND.c.zending, UITGAAND.c.message_id)
_MINUUT = timedelta(minutes=1)
VERGEEFS = 3
"""After so many attempts a message makes room for the others."""
_DEZE = UITGAAND.c.sleutel == bindparam("bij")
_BESLAG = update(UITGAAND).where(_DEZE)
_GEPROBEERD = update(UITGAAND).where(_DEZE).values(pogingen=UITGAAND.c.pogingen + 1, bezet_tot=None)
"""Made once: putting a statement together takes longer than carrying it out."""

Functie = tuple[str, str]
"""A function and its organisation."""


@dataclass(frozen=True)
class Zending:
    """One mail: its messages, the people it goes to, and the first mail of the conversation it belongs to."""

    message_id: str
    rijen: tuple[Postrij, ...]
    contacten: tuple[Contact, ...]
    draad: str = ""

    @property
    def sleutels(self) -> tuple[str, ...]:
        """The keys of its messages."""
        return tuple(rij.sleutel for rij in self.rijen)

    @property
    def kenmerk(self) -> str:
        """The name of the mail in the outbox: the key of its first message."""
        return self.rijen[0].sleutel


def tel_wachtend(verbinding: Connection, opgave: str | None, regels: Bezorgregels = VRIJ) -> int:
    """How many messages can be delivered now, once the mail server takes them; without `opgave` of all opgaven.

    One without an address is not waiting, and neither is one that people hold or whose moment has yet to come.
    """
    nu, vandaag = nu_en_vandaag()
    waar = and_(_van(opgave), BEZORGBAAR, met_adres(vandaag), aan_de_beurt(verbinding, nu, regels))
    return verbinding.execute(select(func.count()).select_from(UITGAAND).where(waar)).scalar_one()


def wachtend(register: Register, opgave: str | None, regels: Bezorgregels = VRIJ) -> int:
    """The same, in a transaction of its own."""
    with register.lees() as verbinding:
        return tel_wachtend(verbinding, opgave, regels)


def pak(
    register: Register, opgave: str | None, duur: timedelta, aantal: int = 100, regels: Bezorgregels = VRIJ
) -> tuple[Zending, ...]:
    """Take the mails that can leave now for `duur`, with the people they go to.

    Args:
        opgave: of this opgave (a bundle brings along what other opgaven have in it), or of all.
        aantal: how many messages at most, not counting those that a bundle brings along.
        regels: what holds mail up.
    """
    nu, vandaag = nu_en_vandaag()
    with register.schrijf_licht() as verbinding:
        vergrendel(verbinding, "postbus")
        _volg_adressen(verbinding, _van(opgave), vandaag)
        rijen = _vrije_rijen(verbinding, opgave, nu, aantal, regels)
        zendingen = _stel_samen(rijen)[: _ruimte(verbinding, nu, regels.per_minuut)]
        if not zendingen:
            return ()
        _leg_beslag(verbinding, zendingen, nu + duur)
        contacten, draden = _contacten(verbinding, rijen, vandaag), _draden(verbinding, rijen)
        return tuple(_zending(id_, groep, contacten, draden) for id_, groep in zendingen)


def meld_verzonden(register: Register, sleutels: Sequence[str], fout: str = "") -> None:
    """The mail server has taken the mail; `fout` tells of people among several whom it did not take it for."""
    _werk_bij(register, sleutels, status="verzonden", fout=fout, verzonden_op=nu_en_vandaag()[0])


def meld_geweigerd(register: Register, sleutels: Sequence[str], fout: str) -> None:
    """The mail server says that this will never work."""
    _werk_bij(register, sleutels, status="geweigerd", fout=fout)


def meld_later(register: Register, sleutels: Sequence[str], fout: str) -> None:
    """It did not work now; the mail stays ready."""
    _werk_bij(register, sleutels, fout=fout)


def laat_los(register: Register, sleutels: Sequence[str]) -> None:
    """Give back messages that were taken but not tried."""
    if sleutels:
        with register.schrijf_licht() as verbinding:
            verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel.in_(sleutels)).values(bezet_tot=None))


def _van(opgave: str | None) -> ColumnElement[bool]:
    return UITGAAND.c.opgave == opgave if opgave is not None else UITGAAND.c.opgave.is_not(None)


def _volg_adressen(verbinding: Connection, waar: ColumnElement[bool], vandaag: date) -> None:
    """An address may have been set or erased since the message was written, or its period began or ended."""
    bereikbaar = met_adres(vandaag)
    for van, naar, wie in (("geen_adres", "klaar", bereikbaar), ("klaar", "geen_adres", ~bereikbaar)):
        verbinding.execute(update(UITGAAND).where(waar, UITGAAND.c.status == van, wie).values(status=naar))


def _vrije_rijen(
    verbinding: Connection, opgave: str | None, nu: datetime, aantal: int, regels: Bezorgregels
) -> list[Postrij]:
    """What can leave now; as soon as one reminder of a bundle can, the others that may go with it do."""
    vrij = and_(UITGAAND.c.status == "klaar", or_(UITGAAND.c.bezet_tot.is_(None), UITGAAND.c.bezet_tot < nu))
    beurt = aan_de_beurt(verbinding, nu, regels)
    rijen = _kies(verbinding, and_(_van(opgave), vrij, beurt), aantal)
    bundels = {rij.bundel for rij in rijen if rij.bundel}
    if not bundels:
        return rijen
    vast = UITGAAND.c.zending.in_({rij.zending for rij in rijen if rij.zending})  # under one Message-ID: whole, always
    mag = and_(vrij, or_(beurt, vast)) if regels.dicht(nu) else vrij
    mee = and_(UITGAAND.c.bundel.in_(bundels), mag)
    gekozen = {rij.sleutel for rij in rijen}
    return rijen + [rij for rij in _kies(verbinding, mee) if rij.sleutel not in gekozen]


def _kies(verbinding: Connection, waar: ColumnElement[bool], aantal: int | None = None) -> list[Postrij]:
    """In the order of the facts, but what was tried in vain goes last: a mail that a server chokes on blocks none."""
    volgorde = (UITGAAND.c.pogingen // VERGEEFS, *_VOLGORDE)
    vraag = select(*POSTKOLOMMEN).where(waar).order_by(*volgorde).limit(aantal).with_for_update(skip_locked=True)
    return [Postrij(**rij) for rij in verbinding.execute(vraag).mappings()]


def _stel_samen(rijen: Iterable[Postrij]) -> list[tuple[str, list[Postrij]]]:
    """Messages by mail, each with its Message-ID: what was put together before stays together, with nothing added."""
    groepen: dict[str, list[Postrij]] = {}
    for rij in rijen:
        groepen.setdefault(rij.zending or rij.bundel or rij.sleutel, []).append(rij)
    return [(_message_id(groep), groep) for groep in groepen.values()]


def _message_id(groep: Sequence[Postrij]) -> str:
    eerste = groep[0]
    if eerste.zending or len(groep) == 1:
        return eerste.zending or eerste.message_id
    return bericht_id("\n".join(sorted(rij.sleutel for rij in groep)))


def _ruimte(verbinding: Connection, nu: datetime, per_minuut: int) -> int | None:
    """How many mails may leave now, all workers together: sent in the last minute and under way count. None: all."""
    if not per_minuut:
        return None
    net = and_(UITGAAND.c.status == "verzonden", UITGAAND.c.verzonden_op > nu - _MINUUT)
    vraag = select(func.count(distinct(_MAIL))).where(or_(net, UITGAAND.c.bezet_tot > nu))
    return max(0, per_minuut - verbinding.execute(vraag).scalar_one())


def _leg_beslag(verbinding: Connection, zendingen: Sequence[tuple[str, list[Postrij]]], tot: datetime) -> None:
    """Hold the rows; a reminder keeps the mail it was put in."""
    verbinding.execute(
        _BESLAG,
        [
            {"bij": rij.sleutel, "bezet_tot": tot, "zending": message_id if rij.bundel else rij.zending}
            for message_id, groep in zendingen
            for rij in groep
        ],
    )


def _contacten(
    verbinding: Connection, rijen: Sequence[Postrij], vandaag: date
) -> Mapping[Functie, tuple[Contact, ...]]:
    """The people behind these functions today."""
    functies = {(rij.functie, rij.organisatie) for rij in rijen}
    wie = tuple_(CONTACT.c.functie, CONTACT.c.organisatie).in_(sorted(functies))
    vraag = select(*_CONTACTKOLOMMEN).where(wie, geldt(vandaag)).order_by(CONTACT.c.nr)
    per: dict[Functie, tuple[Contact, ...]] = {}
    for contact in (Contact(**rij) for rij in verbinding.execute(vraag).mappings()):
        sleutel = (contact.functie, contact.organisatie)
        per[sleutel] = (*per.get(sleutel, ()), contact)
    return per


def _draden(verbinding: Connection, rijen: Sequence[Postrij]) -> Mapping[tuple[str, str, str], str]:
    """The first mail to this organisation about what these reminders are about, by opgave, organisation and subject."""
    over = {(rij.opgave, rij.betreft) for rij in rijen if rij.soort == HERINNERING and rij.betreft}
    if not over:
        return {}
    waar = tuple_(UITGAAND.c.opgave, UITGAAND.c.betreft).in_(sorted(over))
    vraag = select(UITGAAND.c.opgave, UITGAAND.c.organisatie, UITGAAND.c.betreft, UITGAAND.c.message_id)
    vraag = vraag.where(waar, UITGAAND.c.soort != HERINNERING).order_by(
        UITGAAND.c.seq.desc(), UITGAAND.c.sleutel.desc()
    )
    return {(rij[0], rij[1], rij[2]): rij[3] for rij in verbinding.execute(vraag)}


def _zending(
    message_id: str,
    groep: Sequence[Postrij],
    contacten: Mapping[Functie, tuple[Contact, ...]],
    draden: Mapping[tuple[str, str, str], str],
) -> Zending:
    """A reminder continues the conversation of its request; several about different requests begin their own."""
    eerste = groep[0]
    over = {draden.get((r.opgave, r.organisatie, r.betreft or ""), "") if r.soort == HERINNERING else "" for r in groep}
    draad = over.pop() if len(over) == 1 else ""
    return Zending(message_id, tuple(groep), contacten.get((eerste.functie, eerste.organisatie), ()), draad)


def _werk_bij(register: Register, sleutels: Sequence[str], **waarden: object) -> None:
    """One small transaction per mail, so that a crash repeats at most the one that was under way."""
    with register.schrijf_licht() as verbinding:
        verbinding.execute(_GEPROBEERD, [{"bij": sleutel, **waarden} for sleutel in sleutels])
