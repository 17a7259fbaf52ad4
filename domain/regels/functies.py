"""Who stands in for whom, who holds a function from when, and which portefeuille the opgave falls under."""

from domain.basis import Functie, Weigering
from domain.feit import FeitInhoud
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.functies import (
    BeeindigVervanging,
    Bekleding,
    FunctiesFeit,
    FunctiesOpdracht,
    PortefeuilleToegewezen,
    RegelVervanging,
    Vervanging,
    VervangingBeeindigd,
    VervangingGeregeld,
    WijsPortefeuilleToe,
)

VAN_DE_PROVINCIE: frozenset[Functie] = frozenset(
    {
        *("opgavemanager", "portefeuillehouder", "ambtelijk_opdrachtgever", "provinciesecretaris"),
        *("bestuurssecretariaat", "griffier", "jurist", "controller", "evaluator", "notaris"),
    }
)
"""Functions someone can stand in for; a partner arranges that itself."""


def decide(stand: Stand, opdracht: FunctiesOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case RegelVervanging():
            return (_regel(stand, opdracht, ctx),)
        case BeeindigVervanging():
            return (_beeindig(stand, opdracht, ctx),)
        case WijsPortefeuilleToe():
            return (_wijs_toe(stand, opdracht),)
        case _:
            raise TypeError(opdracht)


def _regel(stand: Stand, opdracht: RegelVervanging, ctx: Context) -> VervangingGeregeld:
    functie, door = opdracht.functie, opdracht.door
    eis(functie in VAN_DE_PROVINCIE, "functie", f"Voor {functie} regelt u hier geen vervanging.")
    eis(opdracht.tot is None or opdracht.van <= opdracht.tot, "tot", "De laatste dag ligt voor de eerste.")
    eis(stand.leven.functies.get(functie) != door, "door", f"{door} heeft de functie {functie} zelf al.")
    _toets_codes(opdracht, ctx)
    nieuw = VervangingGeregeld(
        vervanging=nieuw_id(stand, opdracht.vervanging, "VV", stand.vervangingen, "vervanging"),
        functie=functie,
        vorm=opdracht.vorm,
        door=door,
        van=opdracht.van,
        tot=opdracht.tot,
        grondslag=opdracht.grondslag,
        beperkt_tot=opdracht.beperkt_tot,
    )
    for v in stand.vervangingen.values():
        if (v.functie, v.door) == (functie, door) and _overlapt(v, _vervanging(nieuw)):
            raise Weigering("periode", f"{door} vervult {functie} in deze periode al: {v.id}.", (f"van {v.van}",))
    return nieuw


def _toets_codes(opdracht: RegelVervanging, ctx: Context) -> None:
    """A limit that names no step would shut out everything."""
    bekend = {*(s.code for s in ctx.reglement.stappen), *(b.code for b in ctx.reglement.besluitsoorten)}
    vreemd = [code for code in opdracht.beperkt_tot if code not in bekend]
    eis(not vreemd, "beperkt_tot", "Deze codes van stappen of besluiten bestaan niet:", *vreemd)


def _overlapt(a: Vervanging, b: Vervanging) -> bool:
    """Whether two periods share a day; one that was ended before it began holds no day."""
    leeg = any(v.tot is not None and v.tot < v.van for v in (a, b))
    return not leeg and (a.tot is None or b.van <= a.tot) and (b.tot is None or a.van <= b.tot)


def _beeindig(stand: Stand, opdracht: BeeindigVervanging, ctx: Context) -> VervangingBeeindigd:
    """The day it ends is the last day on which it holds."""
    vervanging = zoek("vervanging", stand.vervangingen, opdracht.vervanging)
    al = vervanging.tot is not None and vervanging.tot <= ctx.op
    eis(not al, "vervanging", f"Vervanging {vervanging.id} houdt al op {vervanging.tot} op.")
    return VervangingBeeindigd(vervanging=vervanging.id, functie=vervanging.functie, reden=opdracht.reden)


def _wijs_toe(stand: Stand, opdracht: WijsPortefeuilleToe) -> PortefeuilleToegewezen:
    vorige, vorige_houder = stand.leven.portefeuille, stand.leven.functies.get("portefeuillehouder")
    zelfde = opdracht.portefeuille == vorige and opdracht.houder in (None, vorige_houder)
    eis(not zelfde, "portefeuille", f"De opgave valt al onder {vorige}, bij dezelfde portefeuillehouder.")
    return PortefeuilleToegewezen(
        portefeuille=opdracht.portefeuille,
        vorige=vorige,
        houder=opdracht.houder,
        vorige_houder=vorige_houder,
        grondslag=opdracht.grondslag,
    )


def bekleed(stand: Stand, functie: Functie, subject: str, ctx: Context, grondslag: str) -> Stand:
    """The state in which this subject holds the function from the day of the event on.

    Since when is kept from the second reglement on: what older facts add up to must stay as it was.
    """
    verder = stand.met(leven=stand.leven.met(functies={**stand.leven.functies, functie: subject}))
    if ctx.reglement.besluitvorming is None:
        return verder
    nieuw = Bekleding(functie=functie, subject=subject, van=ctx.op, grondslag=grondslag)
    return verder.met(bekleding=(*stand.bekleding, nieuw))


def bekend_bij_overstap(stand: Stand, ctx: Context) -> Stand:
    """Who holds which function when the opgave moves to a reglement that keeps since when."""
    al = {b.functie for b in stand.bekleding}
    nieuw = (
        Bekleding.model_validate({"functie": f, "subject": s, "van": ctx.op, "grondslag": "bekend bij de overstap"})
        for f, s in stand.leven.functies.items()
        if f not in al
    )
    return stand.met(bekleding=(*stand.bekleding, *nieuw))


def evolve(stand: Stand, feit: FunctiesFeit, ctx: Context) -> Stand:
    match feit:
        case VervangingGeregeld():
            return _zet(stand, _vervanging(feit))
        case VervangingBeeindigd():
            return _zet(stand, stand.vervangingen[feit.vervanging].met(tot=ctx.op))
        case PortefeuilleToegewezen():
            verder = stand.met(leven=stand.leven.met(portefeuille=feit.portefeuille))
            if feit.houder is None:
                return verder
            return bekleed(verder, "portefeuillehouder", feit.houder, ctx, feit.grondslag)
        case _:
            raise TypeError(feit)


def _vervanging(feit: VervangingGeregeld) -> Vervanging:
    return Vervanging(
        id=feit.vervanging,
        functie=feit.functie,
        vorm=feit.vorm,
        door=feit.door,
        van=feit.van,
        tot=feit.tot,
        grondslag=feit.grondslag,
        beperkt_tot=feit.beperkt_tot,
    )


def _zet(stand: Stand, vervanging: Vervanging) -> Stand:
    return stand.met(vervangingen={**stand.vervangingen, vervanging.id: vervanging})
