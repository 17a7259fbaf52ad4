"""Sheets: filled in, and filled in again with the old one kept in the chain."""

from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import bladgevolgen, bladtoets
from domain.regels.hulp import Context
from domain.regels.samen import eis_regels
from domain.stand import Stand
from domain.taal.bladen import (
    Blad,
    BladenFeit,
    BladenOpdracht,
    BladVastgelegd,
    LegBladVast,
    LegPartnerbladVast,
    Reflectie,
)
from domain.taal.bladen_partner import EigenPartnerblad, Verwachting


def decide(stand: Stand, opdracht: BladenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case LegBladVast():
            return _leg_vast(stand, opdracht.inhoud, opdracht.reden, ctx)
        case LegPartnerbladVast():
            eis_regels(ctx)
            bladtoets.toets_eigen(opdracht.inhoud.partner, ctx)
            return _leg_vast(stand, _met_ons_deel(stand, opdracht.inhoud, ctx), opdracht.reden, ctx)
        case _:
            raise TypeError(opdracht)


def _leg_vast(stand: Stand, blad: Blad, reden: str, ctx: Context) -> tuple[FeitInhoud, ...]:
    bladtoets.toets(stand, blad, ctx)
    sleutel = blad.sleutel()
    vervangt = sleutel in stand.bladen
    if vervangt and stand.bladen[sleutel] == blad and not isinstance(blad, Reflectie):
        raise Weigering("blad", f"Het blad {sleutel} staat al zo vast.")
    vastgelegd = BladVastgelegd(sleutel=sleutel, inhoud=blad, vervangt=vervangt, reden=reden)
    return (vastgelegd, *bladgevolgen.volgt(stand, blad, ctx))


def _met_ons_deel(stand: Stand, blad: EigenPartnerblad, ctx: Context) -> EigenPartnerblad:
    """A partner says what it expects and offers itself; what the province says on the same sheet stays as it was."""
    if not isinstance(blad, Verwachting) or ctx.door.functie != "partner":
        return blad
    was = stand.bladen.get(blad.sleutel())
    ons = was if isinstance(was, Verwachting) else Verwachting(blad="verwachting", partner=blad.partner)
    return blad.met(wij_bieden=ons.wij_bieden, wij_rekenen_op=ons.wij_rekenen_op)


def evolve(stand: Stand, feit: BladenFeit) -> Stand:
    match feit:
        case BladVastgelegd():
            bij = {**stand.blad_bij, feit.sleutel: stand.seq + 1}
            return stand.met(bladen={**stand.bladen, feit.sleutel: feit.inhoud}, blad_bij=bij)
        case _:
            raise TypeError(feit)
