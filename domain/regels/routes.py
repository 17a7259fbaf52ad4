"""The way of a proposal to its body: halts reported, sent back, and steps held because of an election."""

from datetime import date

from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import geheim, termijnen
from domain.regels.hulp import Context, eis, zoek
from domain.reglement.model import Halte, Route
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.routes import (
    ControversieelOpgeheven,
    HalteBereikt,
    Halteverslag,
    HefControversieelOp,
    MeldHalte,
    RoutesFeit,
    RoutesOpdracht,
    StapControversieel,
    VerklaarControversieel,
)

STUURT_TERUG = ("niet_akkoord", "terug_naar_gs")
"""Outcomes of a halt with which a proposal goes back instead of on."""


def decide(stand: Stand, opdracht: RoutesOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case MeldHalte():
            return (_meld(stand, opdracht, ctx),)
        case VerklaarControversieel():
            return (_verklaar(stand, opdracht),)
        case HefControversieelOp():
            return (_hef_op(stand, opdracht),)
        case _:
            raise TypeError(opdracht)


def _meld(stand: Stand, opdracht: MeldHalte, ctx: Context) -> HalteBereikt:
    stap = _onbeslist(stand, opdracht.stap)
    route = _route(stap, ctx)
    halte = zoek("halte", {h.code: h for h in route.haltes}, opdracht.halte)
    _toets_uitkomst(halte, opdracht.uitkomst)
    geheim.toets(stand, stap, *geheim.teksten(opdracht))
    waarom = _waarom(stand, stap, route, halte, opdracht, ctx)
    eis(not waarom or bool(opdracht.toelichting), "toelichting", waarom)
    return HalteBereikt(
        stap=stap.id,
        halte=halte.code,
        naam=halte.naam,
        uitkomst=opdracht.uitkomst,
        toelichting=opdracht.toelichting,
        stukken=opdracht.stukken,
        overgeslagen=_overgeslagen(stand, stap, route, halte),
    )


def _onbeslist(stand: Stand, id_: str) -> Besluitstap:
    """A step on which its body can still decide; after a no it can be put before it again."""
    stap = zoek("stap", stand.stappen, id_)
    eis(stap.status != "vervallen", "stap", f"Stap {stap.id} is vervallen.")
    eis(stap.van_toepassing is not False, "stap", f"Stap {stap.id} geldt hier niet.")
    eis(stap.afloop != "positief", "stap", f"Over {stap.id} is al besloten; de route is afgelegd.")
    return stap


def _route(stap: Besluitstap, ctx: Context) -> Route:
    regels = ctx.reglement.besluitvorming
    if regels is None:
        reden = f"Reglement {ctx.reglement.code} kent geen routes. Stap eerst over op een nieuwer reglement."
        raise Weigering("reglement", reden, ("StapOverOpReglement",))
    route = regels.route(stap.code, stap.orgaan)
    if route is None:
        raise Weigering(
            "stap", f"Een stap van {stap.orgaan} heeft geen route met haltes; een voorstel aan GS of PS wel."
        )
    return route


def _toets_uitkomst(halte: Halte, uitkomst: str) -> None:
    if not halte.uitkomsten:
        eis(not uitkomst, "uitkomst", f"Bij {halte.naam} hoort geen uitkomst.")
    elif uitkomst not in halte.uitkomsten:
        reden = f"De uitkomst '{uitkomst}' bestaat hier niet." if uitkomst else f"Vul in hoe het ging: {halte.naam}."
        raise Weigering("uitkomst", reden, halte.uitkomsten)


def _waarom(stand: Stand, stap: Besluitstap, route: Route, halte: Halte, opdracht: MeldHalte, ctx: Context) -> str:
    """Why this report asks for an explanation; empty when it does not."""
    if opdracht.uitkomst in STUURT_TERUG:
        return f"Leg uit waarom de uitkomst {opdracht.uitkomst.replace('_', ' ')} is."
    plek = _volgorde(route)
    eerder = [v for v in bezocht(stand, stap) if v.op <= ctx.op]
    laatste = eerder[-1] if eerder else None
    if laatste is not None and plek.get(laatste.halte, -1) > plek[halte.code]:
        return f"Het voorstel was al bij: {laatste.naam}. Leg uit waarom het teruggaat naar: {halte.naam}."
    return ""


def _overgeslagen(stand: Stand, stap: Besluitstap, route: Route, halte: Halte) -> tuple[str, ...]:
    geweest = [v.halte for v in bezocht(stand, stap)]
    plek = _volgorde(route)
    return tuple(h.code for h in route.haltes if plek[h.code] < plek[halte.code] and h.code not in geweest)


def _volgorde(route: Route) -> dict[str, int]:
    return {halte.code: nr for nr, halte in enumerate(route.haltes)}


def bezocht(stand: Stand, stap: Besluitstap) -> tuple[Halteverslag, ...]:
    """The halts that were reported, in the order in which the proposal was there."""
    return tuple(sorted(stand.haltes.get(stap.id, ()), key=lambda v: v.op))


def _ligt_voor(stap: Besluitstap, op: date) -> bool:
    """Whether the step lay before its body on this day."""
    sinds = stap.voorgelegd_op
    return stap.status in ("voorgelegd", "aangehouden") and sinds is not None and sinds <= op


def _verklaar(stand: Stand, opdracht: VerklaarControversieel) -> StapControversieel:
    stap = _onbeslist(stand, opdracht.stap)
    eis(stap.status != "besloten", "stap", f"Over {stap.id} is al besloten.")
    eis(stap.id not in stand.controversieel, "stap", f"Stap {stap.id} is al controversieel verklaard.")
    geheim.toets(stand, stap, *geheim.teksten(opdracht))
    loopt = [t.einde for t in termijnen.lopend(stand, stap.id) if t.soort == "wettelijk"]
    return StapControversieel(
        stap=stap.id, reden=opdracht.reden, bron=opdracht.bron, wettelijk_tot=min(loopt, default=None)
    )


def _hef_op(stand: Stand, opdracht: HefControversieelOp) -> ControversieelOpgeheven:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(stap.id in stand.controversieel, "stap", f"Stap {stap.id} is niet controversieel verklaard.")
    geheim.toets(stand, stap, opdracht.reden)
    return ControversieelOpgeheven(stap=stap.id, reden=opdracht.reden)


def toets_voorleggen(stand: Stand, stap: Besluitstap) -> None:
    """Raise Weigering when the step is held because of an election."""
    if stap.id in stand.controversieel:
        reden = (
            f"Stap {stap.id} is controversieel verklaard en wacht op het nieuwe bestuur. "
            "Een wettelijke termijn loopt gewoon door."
        )
        raise Weigering("controversieel", reden, (f"HefControversieelOp {stap.id}",))


def toets_besluit(stand: Stand, stap: Besluitstap, ctx: Context) -> None:
    """Raise Weigering when a halt that the law asks for was not reached by the day of the decision (PW 143a lid 4)."""
    regels = ctx.reglement.besluitvorming
    route = regels.route(stap.code, stap.orgaan) if regels else None
    geweest = [v.halte for v in bezocht(stand, stap) if v.op <= ctx.op]
    for halte in route.haltes if route else ():
        if halte.verplicht and halte.code not in geweest:
            reden = f"{stap.orgaan} kunnen nog niet besluiten over {stap.id}. Eerst moet zijn vastgelegd:"
            raise Weigering(halte.grond, reden, (f"{halte.naam} (MeldHalte {halte.code})",))


def evolve(stand: Stand, feit: RoutesFeit, ctx: Context) -> Stand:
    match feit:
        case HalteBereikt():
            verslagen = (*stand.haltes.get(feit.stap, ()), _verslag(stand, feit, ctx))
            return stand.met(haltes={**stand.haltes, feit.stap: verslagen})
        case StapControversieel():
            return stand.met(controversieel={**stand.controversieel, feit.stap: feit.reden})
        case ControversieelOpgeheven():
            rest = {stap: reden for stap, reden in stand.controversieel.items() if stap != feit.stap}
            return stand.met(controversieel=rest)
        case _:
            raise TypeError(feit)


def _verslag(stand: Stand, feit: HalteBereikt, ctx: Context) -> Halteverslag:
    stap = stand.stappen[feit.stap]
    return Halteverslag(
        halte=feit.halte,
        naam=feit.naam,
        op=ctx.op,
        uitkomst=feit.uitkomst,
        toelichting=feit.toelichting,
        functie=ctx.door.functie,
        behandelingen=sum(b.op <= ctx.op for b in stap.behandelingen),
        voorgelegd=_ligt_voor(stap, ctx.op),
    )
