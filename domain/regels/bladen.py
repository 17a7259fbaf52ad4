"""Sheets: filled in, and filled in again with the old one kept in the chain."""

from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import bladgevolgen, bladtoets, namens
from domain.regels.hulp import Context
from domain.regels.samen import eis_regels
from domain.stand import Stand
from domain.taal.bladen import Blad, BladenFeit, BladenOpdracht, BladVastgelegd, LegBladVast, LegPartnerbladVast
from domain.taal.bladen_leren import Reflectie
from domain.taal.bladen_partner import EigenPartnerblad, Verwachting
from domain.taal.namens import Namens


def decide(stand: Stand, opdracht: BladenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case LegBladVast():
            return _leg_vast(stand, opdracht, opdracht.inhoud, ctx)
        case LegPartnerbladVast():
            eis_regels(ctx)
            bladtoets.toets_eigen(opdracht.inhoud.partner, ctx)
            return _leg_vast(stand, opdracht, _met_ons_deel(stand, opdracht.inhoud, ctx), ctx)
        case _:
            raise TypeError(opdracht)


def _leg_vast(
    stand: Stand, opdracht: LegBladVast | LegPartnerbladVast, blad: Blad, ctx: Context
) -> tuple[FeitInhoud, ...]:
    bladtoets.toets(stand, blad, ctx)
    sleutel = blad.sleutel()
    vervangt = sleutel in stand.bladen
    gelijk = vervangt and stand.bladen[sleutel] == blad
    bevestigt = sleutel in stand.blad_namens and ctx.door.functie == "partner"
    if gelijk and not isinstance(blad, Reflectie) and not bevestigt:
        raise Weigering("blad", f"Het blad {sleutel} staat al zo vast.")
    bladtoets.toets_namens(stand, opdracht, ctx)
    hoe = {"reden": opdracht.reden, "kanaal": opdracht.kanaal, "stuk": opdracht.stuk}
    vastgelegd = BladVastgelegd(sleutel=sleutel, inhoud=blad, vervangt=vervangt, **hoe)
    return (vastgelegd, *bladgevolgen.volgt(stand, blad, ctx))


def _met_ons_deel(stand: Stand, blad: EigenPartnerblad, ctx: Context) -> EigenPartnerblad:
    """A partner says what it expects and offers itself; what the province says on the same sheet stays as it was."""
    if not isinstance(blad, Verwachting) or ctx.door.functie != "partner":
        return blad
    was = stand.bladen.get(blad.sleutel())
    ons = was if isinstance(was, Verwachting) else Verwachting(blad="verwachting", partner=blad.partner)
    return blad.met(wij_bieden=ons.wij_bieden, wij_rekenen_op=ons.wij_rekenen_op)


def evolve(stand: Stand, feit: BladenFeit, ctx: Context) -> Stand:
    match feit:
        case BladVastgelegd():
            bij = {**stand.blad_bij, feit.sleutel: stand.seq + 1}
            bladen = {**stand.bladen, feit.sleutel: feit.inhoud}
            return stand.met(bladen=bladen, blad_bij=bij, blad_namens=_namens(stand, feit, ctx))
        case _:
            raise TypeError(feit)


def _namens(stand: Stand, feit: BladVastgelegd, ctx: Context) -> dict[str, Namens]:
    """Whose sheets someone else recorded; what the province changes on its own side leaves that as it was."""
    if gehoord := namens.uit(feit, ctx):
        return {**stand.blad_namens, feit.sleutel: gehoord}
    if ctx.door.functie != "partner":
        return stand.blad_namens
    return {sleutel: n for sleutel, n in stand.blad_namens.items() if sleutel != feit.sleutel}
