"""What must be so before a sheet is filled in: what it is about exists, and who fills it in may."""

from collections.abc import Iterable
from typing import Any

from domain.basis import Model
from domain.regels import namens
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.bladen import LegBladVast, LegPartnerbladVast
from domain.taal.bladen_kaders import Kaderpunt
from domain.taal.bladen_leren import Checklistantwoord
from domain.taal.bladen_participatie import Aanhaken
from domain.taal.bladen_partner import Draagvlak, EigenPartnerblad, Verwachting
from domain.taal.bladen_structuur import Randvoorwaarden, Regieafspraken
from domain.taal.bladen_toets import StukCheck, ToetsFlevo
from domain.taal.wgr import WgrToets


def toets(stand: Stand, blad: Model, ctx: Context) -> None:
    """Raise Weigering when this sheet can't be filled in by this sender, or not yet."""
    partner = getattr(blad, "partner", None)
    eis(partner is None or partner in stand.partners, "partner", f"{partner} is geen partner van deze opgave.")
    if isinstance(blad, Randvoorwaarden):
        eis("inhoud" in stand.bladen, "S4-02", "Leg eerst de inhoud vast, daarna de randvoorwaarden.", "blad inhoud")
    if isinstance(blad, WgrToets):
        eis(ctx.door.functie == "jurist", "bevoegdheid", "Het blad wgr_toets legt de jurist vast.", "jurist")
        zoek("vormtraject", stand.trajecten, blad.traject)
    if ctx.reglement.samenwerken is not None:
        _toets_partner(stand, partner)
        if isinstance(blad, EigenPartnerblad):
            toets_eigen(blad.partner, ctx)
        _toets_samen(stand, blad, ctx)


def toets_eigen(partner: str, ctx: Context) -> None:
    """Raise Weigering when one partner fills in the sheet of another, the trekker too: it is their own view."""
    nee = f"{ctx.door.namens} vult het blad van {partner} niet in. Dat doet {partner} zelf, of de opgavemanager."
    eis(ctx.door.functie != "partner" or ctx.spreekt_voor(partner), "S4-10", nee, partner)


def toets_namens(stand: Stand, opdracht: LegBladVast | LegPartnerbladVast, ctx: Context) -> None:
    """Raise Weigering when someone records what a partner said and not how it came; since the fourth reglement."""
    blad = opdracht.inhoud
    if ctx.reglement.samenwerken is None and opdracht.kanaal is None and opdracht.stuk is None:
        return
    voor_ander = isinstance(blad, EigenPartnerblad) and ctx.door.functie != "partner" and _zegt_iets(stand, blad)
    wie = stand.partners[blad.partner].naam if isinstance(blad, EigenPartnerblad) else ""
    namens.toets(opdracht, wie, zelf=not voor_ander)


def _zegt_iets(stand: Stand, blad: EigenPartnerblad) -> bool:
    """Whether words of the partner change; on the sheet of expectations the province has a side of its own."""
    was = stand.bladen.get(blad.sleutel())
    if not isinstance(blad, Verwachting):
        return True
    eerst = (was.van_ons, was.van_henzelf) if isinstance(was, Verwachting) else ((), ())
    return (blad.van_ons, blad.van_henzelf) != eerst


def _toets_partner(stand: Stand, partner: str | None) -> None:
    if partner is not None:
        eis(stand.partners[partner].doet_mee, "partner", f"{stand.partners[partner].naam} doet niet meer mee.")


def _toets_samen(stand: Stand, blad: Model, ctx: Context) -> None:
    match blad:
        case Regieafspraken():
            _bestaat(blad.traject, stand.trajecten, "S3-18", "vormtraject")
        case Aanhaken():
            _bestaat(blad.traject, stand.trajecten, "S0-22", "vormtraject")
        case StukCheck():
            _bestaat(blad.stap, stand.stappen, "S1-06", "stap")
        case Checklistantwoord():
            _toets_gevraagd(stand, blad.punt)
        case ToetsFlevo():
            nummers = [p.principe for p in blad.per_principe]
            eis(len(set(nummers)) == len(nummers), "S1-31", "Een principe staat er twee keer bij.")
        case Draagvlak():
            nee = f"De opgave is in fase {stand.leven.fase}; draagvlak voor {blad.moment} kan nog niet."
            eis(blad.moment <= stand.leven.fase, "S2-01", nee)
        case Kaderpunt() if blad.concreetheid == "nader_uit_te_werken" and blad.uiterlijk is not None:
            reden = f"{blad.uiterlijk} is al voorbij. Noem een dag die nog komt."
            eis(blad.uiterlijk >= ctx.op, "S2-09", reden, "veld uiterlijk")
        case _:
            pass


def _bestaat(id_: str, bekend: Iterable[Any], regel: str, wat: str) -> None:
    rijen = tuple(bekend)
    eis(id_ in rijen, regel, f"Dit is geen {wat} van deze opgave: {id_}.", *rijen[:20])


def _toets_gevraagd(stand: Stand, punt: str) -> None:
    plek = stand.agendaplek
    gevraagd = tuple(p.punt for _, p in plek.checklist) if plek else ()
    eis(punt in gevraagd, "S0-23", f"Punt {punt} staat niet op de checklist van deze opgave.", *gevraagd)
