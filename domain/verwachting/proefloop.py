"""The core as a forecast plays it: the same rules, without what nobody will read: hashes and receipts."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from domain import kern
from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.geldend import geldend
from domain.kalender import lokale_datum
from domain.opdracht import OPDRACHTEN, Opdracht, OpdrachtInhoud
from domain.regels import tijdsverloop, wegwijzer
from domain.regels.hulp import Context
from domain.reglement.model import Reglement
from domain.stand import Stand
from domain.taal.leven import OpdrachtGeweigerd
from domain.verwachting.taak import Zet

Uitkomst = tuple[Stand, list[FeitInhoud]]


def regels_van(stand: Stand, *, stil: bool) -> Reglement:
    """The rules of this life. `stil`: with ladders that have no rungs, so that a term lapses and nobody is reminded."""
    regels = geldend(stand)
    return regels.met(ladders=tuple(ladder.met(treden=()) for ladder in regels.ladders)) if stil else regels


def doe(stand: Stand, nu: datetime, zet: Zet, regels: Reglement) -> Uitkomst:
    """What `kern.stap` does with a command when no time passed before it; a refusal is the first of the facts.

    Args:
        nu: domain time (UTC), to which time has passed in `stand` already.
        regels: `regels_van` the life; no command of a forecast changes them.
    """
    ctx = Context(nu=nu, op=lokale_datum(nu), door=zet.door, reglement=regels)
    inhoud = cast("OpdrachtInhoud", OPDRACHTEN[zet.inhoud["soort"]].model_validate(zet.inhoud))
    opdracht = Opdracht.model_construct(id="verwachting", door=zet.door, gebeurd_op=None, inhoud=inhoud)
    try:
        feiten = kern.decide(stand, opdracht, ctx)
    except Weigering as nee:
        feiten = (_geweigerd(zet, nee),)
    stand, daarna = verstrijk(_evolve(stand, feiten, ctx), nu, regels)
    return stand, [*feiten, *daarna]


def verstrijk(stand: Stand, nu: datetime, regels: Reglement) -> Uitkomst:
    """Let time pass up to `nu` until nothing more is due."""
    ctx = Context(nu=nu, op=lokale_datum(nu), door=kern.TIJD, reglement=regels)
    alle: list[FeitInhoud] = []
    while feiten := tijdsverloop.verstrijk(stand, ctx):
        stand = _evolve(stand, feiten, ctx)
        alle += feiten
    return stand, alle


def _evolve(stand: Stand, feiten: Sequence[FeitInhoud], ctx: Context) -> Stand:
    for feit in feiten:
        stand = wegwijzer.evolve(stand, feit, ctx).met(seq=stand.seq + 1, laatste_op=ctx.nu)
    return stand


def _geweigerd(zet: Zet, nee: Weigering) -> OpdrachtGeweigerd:
    soort = zet.inhoud["soort"]
    return OpdrachtGeweigerd(opdracht_soort=soort, regel=nee.regel, reden=nee.reden, ontbreekt=nee.ontbreekt)
