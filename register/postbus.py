"""The outbox as a queue. A deliverer takes mails on a lease, so that no two ever send the same one.

A mail is one message, or all reminders of one `bundel` (an addressee on a day) that are ready by then. What goes in
one mail is fixed under one Message-ID when it is put together. When a deliverer dies its lease runs out, and the next
one sends what was left under the same Message-ID.

Which checkpoint stands at the foot of a mail is fixed with it too: what is sent again is the same letter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, true

from domain.controlepunt import Controlepunt
from register import postvragen
from register.postvoet import leg_voet
from register.postvoorwaarden import HERINNERING, VRIJ, Bezorgregels, aan_de_beurt, kan_niet_wachten, nu_en_vandaag
from register.rijen import Contact, Postrij
from register.schrijver import bericht_id
from register.tabellen import UITGAAND
from register.verbinding import Register, vergrendel

_MINUUT = timedelta(minutes=1)

Functie = tuple[str, str]
"""A function and its organisation."""


@dataclass(frozen=True)
class Zending:
    """One mail: its messages, to whom, the first mail of its conversation, and the checkpoint at its foot in short."""

    message_id: str
    rijen: tuple[Postrij, ...]
    contacten: tuple[Contact, ...]
    draad: str = ""
    controlepunt: str = ""

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
    vraag = postvragen.wachtenden(van_een=opgave is not None, dicht=regels.dicht(nu))
    return verbinding.execute(vraag, {"dag": vandaag, **_beurt(verbinding, opgave, nu, regels)}).scalar_one()


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
        _volg_adressen(verbinding, opgave, vandaag)
        rijen = _vrije_rijen(verbinding, opgave, nu, aantal, regels)
        zendingen = _stel_samen(rijen)[: _ruimte(verbinding, nu, regels.per_minuut)]
        if not zendingen:
            return ()
        voeten = leg_voet(verbinding, {id_: groep[0].sleutel for id_, groep in zendingen})
        _leg_beslag(verbinding, zendingen, voeten, nu + duur)
        contacten, draden = _contacten(verbinding, rijen, vandaag), _draden(verbinding, rijen)
        punten = {punt.nr: punt for punt in voeten.values()}  # most mails have the same: its hash is made once
        kort = {nr: punt.kort for nr, punt in punten.items()}
        voet = {id_: kort[punt.nr] for id_, punt in voeten.items()}
        return tuple(_zending(id_, groep, contacten, draden, voet.get(id_, "")) for id_, groep in zendingen)


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
            verbinding.execute(postvragen.LOS, {"sleutels": list(sleutels)})


def _beurt(verbinding: Connection, opgave: str | None, nu: datetime, regels: Bezorgregels) -> dict[str, object]:
    """The values by which messages are chosen whose turn it is."""
    toch = {"toch": kan_niet_wachten(verbinding, nu)} if regels.dicht(nu) else {}
    return {"nu": nu, **_wie(opgave), **toch}


def _wie(opgave: str | None) -> dict[str, str]:
    return {} if opgave is None else {"wie": opgave}


def _volg_adressen(verbinding: Connection, opgave: str | None, vandaag: date) -> None:
    """An address may have been set or erased since the message was written, or its period began or ended."""
    for wissel in postvragen.adreswissels(van_een=opgave is not None):
        verbinding.execute(wissel, {"dag": vandaag, **_wie(opgave)})


def _vrije_rijen(
    verbinding: Connection, opgave: str | None, nu: datetime, aantal: int, regels: Bezorgregels
) -> list[Postrij]:
    """What can leave now; as soon as one reminder of a bundle can, the others that may go with it do."""
    dicht, waarden = regels.dicht(nu), _beurt(verbinding, opgave, nu, regels)
    vraag = postvragen.vrije_rijen(van_een=opgave is not None, dicht=dicht)
    rijen = _kies(verbinding, vraag, {"aantal": aantal, **waarden})
    bundels = {rij.bundel for rij in rijen if rij.bundel}
    if not bundels:
        return rijen
    vast = UITGAAND.c.zending.in_({rij.zending for rij in rijen if rij.zending})  # under one Message-ID: whole, always
    mag = or_(aan_de_beurt(nu, dicht=True), vast) if dicht else true()
    mee = postvragen.op_volgorde(and_(UITGAAND.c.bundel.in_(bundels), postvragen.VRIJ_NU, mag))
    gekozen = {rij.sleutel for rij in rijen}
    return rijen + [rij for rij in _kies(verbinding, mee, waarden) if rij.sleutel not in gekozen]


def _kies(verbinding: Connection, vraag: Select[Any], waarden: Mapping[str, object]) -> list[Postrij]:
    return [Postrij(**rij) for rij in verbinding.execute(vraag, waarden).mappings()]


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
    onderweg = verbinding.execute(postvragen.ONDERWEG, {"sinds": nu - _MINUUT, "nu": nu}).scalar_one()
    return max(0, per_minuut - int(onderweg))


def _leg_beslag(
    verbinding: Connection,
    zendingen: Sequence[tuple[str, list[Postrij]]],
    voeten: Mapping[str, Controlepunt],
    tot: datetime,
) -> None:
    """Hold the rows; a reminder keeps the mail it was put in."""
    nrs = {message_id: punt.nr for message_id, punt in voeten.items()}
    rijen = [
        {"bij": r.sleutel, "bezet_tot": tot, "zending": id_ if r.bundel else r.zending, "controlepunt": nrs.get(id_)}
        for id_, groep in zendingen
        for r in groep
    ]
    verbinding.execute(postvragen.BESLAG, rijen)


def _contacten(
    verbinding: Connection, rijen: Sequence[Postrij], vandaag: date
) -> Mapping[Functie, tuple[Contact, ...]]:
    """The people behind these functions today."""
    functies = {(rij.functie, rij.organisatie) for rij in rijen}
    gevonden = verbinding.execute(postvragen.MENSEN, {"functies": sorted(functies), "dag": vandaag}).mappings()
    per: dict[Functie, tuple[Contact, ...]] = {}
    for contact in (Contact(**rij) for rij in gevonden):
        sleutel = (contact.functie, contact.organisatie)
        per[sleutel] = (*per.get(sleutel, ()), contact)
    return per


def _draden(verbinding: Connection, rijen: Sequence[Postrij]) -> Mapping[tuple[str, str, str], str]:
    """The first mail to this organisation about what these reminders are about, by opgave, organisation and subject."""
    over = {(rij.opgave, rij.betreft) for rij in rijen if rij.soort == HERINNERING and rij.betreft}
    if not over:
        return {}
    gevonden = verbinding.execute(postvragen.EERSTE_MAILS, {"over": sorted(over)})
    return {(rij[0], rij[1], rij[2]): rij[3] for rij in gevonden}


def _zending(
    message_id: str,
    groep: Sequence[Postrij],
    contacten: Mapping[Functie, tuple[Contact, ...]],
    draden: Mapping[tuple[str, str, str], str],
    voet: str,
) -> Zending:
    """A reminder continues the conversation of its request; several about different requests begin their own."""
    eerste = groep[0]
    over = {draden.get((r.opgave, r.organisatie, r.betreft or ""), "") if r.soort == HERINNERING else "" for r in groep}
    draad = over.pop() if len(over) == 1 else ""
    wie = contacten.get((eerste.functie, eerste.organisatie), ())
    return Zending(message_id, tuple(groep), wie, draad, voet)


def _werk_bij(register: Register, sleutels: Sequence[str], **waarden: object) -> None:
    """One small transaction per mail, so that a crash repeats at most the one that was under way."""
    with register.schrijf_licht() as verbinding:
        verbinding.execute(postvragen.GEPROBEERD, [{"bij": sleutel, **waarden} for sleutel in sleutels])
