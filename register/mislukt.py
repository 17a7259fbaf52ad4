"""Mail that did not arrive: which it is, what came back about it, and sending it once more."""

from collections.abc import Sequence
from typing import Literal

from sqlalchemy import ColumnElement, or_, select, update

from register.postvoorwaarden import met_adres, nu_en_vandaag
from register.postvragen import POSTKOLOMMEN
from register.rijen import Postrij
from register.tabellen import UITGAAND
from register.verbinding import Register

_MISLUKT = UITGAAND.c.status.in_(("geweigerd", "onbestelbaar", "geen_adres"))


def mislukt(register: Register, opgave: str | None = None) -> tuple[Postrij, ...]:
    """Messages that reached nobody: refused, undeliverable, or for a function without an address."""
    vraag = select(*POSTKOLOMMEN).where(_MISLUKT).order_by(UITGAAND.c.opgave, UITGAAND.c.seq, UITGAAND.c.sleutel)
    if opgave:
        vraag = vraag.where(UITGAAND.c.opgave == opgave)
    with register.lees() as verbinding:
        return tuple(Postrij(**rij) for rij in verbinding.execute(vraag).mappings())


def zet_opnieuw(register: Register, sleutels: Sequence[str] | None = None) -> tuple[str, ...]:
    """Make these messages (or all that failed) ready again; gives the keys of those that are ready now.

    Only what failed is touched. One whose function has no address yet stays as it is. The Message-ID of a message
    stays; reminders that went together are put together anew.
    """
    welke: ColumnElement[bool] = _MISLUKT if sleutels is None else _MISLUKT & UITGAAND.c.sleutel.in_(sleutels)
    bereikbaar = met_adres(nu_en_vandaag()[1])
    leeg = {"fout": "", "bezet_tot": None, "zending": None, "verzonden_op": None}
    with register.schrijf() as verbinding:
        klaar = tuple(verbinding.execute(select(UITGAAND.c.sleutel).where(welke, bereikbaar)).scalars())
        verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel.in_(klaar)).values(status="klaar", **leeg))
    return klaar


def meld_retour(
    register: Register, message_id: str, soort: Literal["onbestelbaar", "vertraagd"], reden: str
) -> tuple[str, ...]:
    """Note what came back about a mail, on all messages in it; gives their keys, none when the mail is not ours.

    Only mail that was sent can come back: a message that is ready once more, or was answered for already, stays.
    """
    van = or_(UITGAAND.c.message_id == message_id, UITGAAND.c.zending == message_id)
    onderweg = UITGAAND.c.status.in_(("verzonden", "onbestelbaar") if soort == "onbestelbaar" else ("verzonden",))
    waarden = {"fout": reden, **({"status": "onbestelbaar"} if soort == "onbestelbaar" else {})}
    with register.schrijf() as verbinding:
        sleutels = tuple(verbinding.execute(select(UITGAAND.c.sleutel).where(van, onderweg)).scalars())
        verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel.in_(sleutels)).values(**waarden))
    return sleutels
