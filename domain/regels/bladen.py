"""Sheets: filled in, and filled in again with the old one kept in the chain."""

from domain.basis import Model, Weigering
from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.bladen import BladenFeit, BladenOpdracht, BladVastgelegd, LegBladVast, Randvoorwaarden, Reflectie
from domain.taal.wgr import WgrToets


def decide(stand: Stand, opdracht: BladenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case LegBladVast():
            return (_leg_vast(stand, opdracht, ctx), *_reflectieronde(stand, opdracht.inhoud, ctx))
        case _:
            raise TypeError(opdracht)


def _leg_vast(stand: Stand, opdracht: LegBladVast, ctx: Context) -> BladVastgelegd:
    blad = opdracht.inhoud
    partner = getattr(blad, "partner", None)
    eis(partner is None or partner in stand.partners, "partner", f"{partner} is geen partner van deze opgave.")
    if isinstance(blad, Randvoorwaarden):
        eis("inhoud" in stand.bladen, "S4-02", "Leg eerst de inhoud vast, daarna de randvoorwaarden.", "blad inhoud")
    if isinstance(blad, WgrToets):
        eis(ctx.door.functie == "jurist", "bevoegdheid", "Het blad wgr_toets legt de jurist vast.", "jurist")
        zoek("vormtraject", stand.trajecten, blad.traject)
    vervangt = blad.sleutel() in stand.bladen
    if vervangt and stand.bladen[blad.sleutel()] == blad and not isinstance(blad, Reflectie):
        raise Weigering("blad", f"Het blad {blad.sleutel()} staat al zo vast.")
    return BladVastgelegd(sleutel=blad.sleutel(), inhoud=blad, vervangt=vervangt, reden=opdracht.reden)


def _reflectieronde(stand: Stand, blad: Model, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A reflection answers the reflectiemoment that was planned, and plans the next (T19)."""
    if not isinstance(blad, Reflectie):
        return ()
    rondes = [t for t in stand.termijnen.values() if t.code == termijnen.REFLECTIE]
    gehaald = tuple(f for t in rondes for f in termijnen.gehaald(stand, t.betreft, ctx.op))
    return (*gehaald, termijnen.reflectie(ctx, nummer=len(rondes) + 1))


def evolve(stand: Stand, feit: BladenFeit) -> Stand:
    match feit:
        case BladVastgelegd():
            bij = {**stand.blad_bij, feit.sleutel: stand.seq + 1}
            return stand.met(bladen={**stand.bladen, feit.sleutel: feit.inhoud}, blad_bij=bij)
        case _:
            raise TypeError(feit)
