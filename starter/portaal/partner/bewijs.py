"""Receipts: what was recorded, under which number and hash, when."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.stand import Stand
from domain.woorden import met_namen
from register import lezen
from register.rijen import Feitrij
from starter.portaal.partner.bezoek import PER_LINK, Bezoek

GEDULD = 3.0
"""Seconds to wait until the register has what was just recorded."""


@dataclass(frozen=True)
class Ontvangst:
    """What a partner gets to keep: the fact of what it said. Without `seq` the register does not have it yet."""

    opgave: str
    seq: int | None
    hash: str
    op: datetime | None
    zinnen: tuple[str, ...]
    door_link: bool


async def van_opdracht(bezoek: Bezoek, opdracht: str) -> Ontvangst | None:
    """The receipt of a command that came by this link; None when there is none.

    Only names that a link gave can be asked for: nobody can guess one, and those of other commands people choose.
    """
    bewijs = bezoek.stand.bewijzen.get(opdracht) if opdracht.startswith(PER_LINK) else None
    if bewijs is None or bewijs.geweigerd:
        return None
    rijen = await _gewacht(bezoek, bewijs.seq, lambda rij: rij.opdracht == opdracht)
    eigen = [rij for rij in rijen if rij.door_subject == bezoek.link.subject]
    if rijen and not eigen:
        return None
    return _van(bezoek.stand, eigen) or Ontvangst(bewijs.opgave, None, "", None, (), True)


async def van_antwoord(bezoek: Bezoek, verzoek: str) -> Ontvangst | None:
    """The receipt of the last answer to a request, whoever recorded it."""

    def hoort_erbij(rij: Feitrij) -> bool:
        return rij.soort in ("VerzoekBeantwoord", "AntwoordVerbeterd") and _noemt(rij, "verzoek", verzoek)

    return await _laatste(bezoek, hoort_erbij)


async def van_besluit(bezoek: Bezoek, stap: str) -> Ontvangst | None:
    """The receipt of what was last recorded of a step."""

    def hoort_erbij(rij: Feitrij) -> bool:
        return (rij.soort == "BesluitGenomen" and _noemt(rij, "stap", stap)) or (
            rij.soort == "BesluitVastgelegd" and _noemt(rij, "besluit.stap", stap)
        )

    return await _laatste(bezoek, hoort_erbij)


async def _laatste(bezoek: Bezoek, hoort_erbij: Callable[[Feitrij], bool]) -> Ontvangst | None:
    rijen = await asyncio.to_thread(lezen.feiten, bezoek.huis.register, bezoek.link.opgave)
    passend = [rij for rij in rijen if hoort_erbij(rij)]
    return _van(bezoek.stand, passend[-1:])


def _noemt(rij: Feitrij, pad: str, waarde: str) -> bool:
    inhoud: object = rij.feit.inhoud
    for deel in pad.split("."):
        inhoud = getattr(inhoud, deel, None)
    return inhoud == waarde


async def _gewacht(bezoek: Bezoek, seq: int, hoort_erbij: Callable[[Feitrij], bool]) -> list[Feitrij]:
    """The facts of a command, as soon as the register is as far as its receipt."""
    register, opgave = bezoek.huis.register, bezoek.link.opgave
    einde = asyncio.get_running_loop().time() + GEDULD
    while asyncio.get_running_loop().time() < einde:
        if await asyncio.to_thread(lezen.tot_seq, register, opgave) >= seq:
            rijen = await asyncio.to_thread(lezen.feiten, register, opgave)
            return [rij for rij in rijen if hoort_erbij(rij)]
        await asyncio.sleep(0.1)
    return []


def _van(stand: Stand, rijen: Sequence[Feitrij]) -> Ontvangst | None:
    """What was said comes first among the facts of a command; what follows from it comes after."""
    if not rijen:
        return None
    rij = rijen[0]
    door_link = rij.door_subject.startswith("link.")
    zinnen = tuple(met_namen(r.vertelling, stand) for r in rijen)
    return Ontvangst(rij.opgave, rij.seq, rij.hash, rij.vastgelegd_op, zinnen, door_link)
