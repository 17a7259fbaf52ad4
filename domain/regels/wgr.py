"""Is this a gemeenschappelijke regeling? A statutory gate before a form close to one; never passed."""

from domain.basis import Weigering
from domain.regels.hulp import Context
from domain.reglement.model import Organiseervorm
from domain.stand import Stand
from domain.taal.partners import OVERHEDEN
from domain.taal.vormen import Vormtraject
from domain.taal.wgr import WgrToets

GROND, MACHTIGING = "Wgr 1, 51, 73, 83", "A9"


def toets_keuze(stand: Stand, traject: Vormtraject, vorm: Organiseervorm, ctx: Context) -> None:
    """Raise Weigering while no jurist answered the question for this traject, or when the answer is yes."""
    besluitvorming = ctx.reglement.besluitvorming
    if besluitvorming is None or vorm.code not in besluitvorming.wgr_toets:
        return
    antwoord = _antwoord(stand, traject)
    if antwoord is None:
        reden = f"Een jurist zegt eerst of dit een gemeenschappelijke regeling is: {vorm.naam}."
        raise Weigering(GROND, reden, (f"blad wgr_toets van de jurist voor {traject.id}",))
    if antwoord.is_wgr:
        wel = tuple(v.code for v in ctx.reglement.organiseervormen if v.wgr)
        reden = "Volgens de jurist is dit een gemeenschappelijke regeling. Kies LICHTE_REGELING of een zwaardere vorm."
        raise Weigering(GROND, reden, wel)


def toets_werking(stand: Stand, traject: Vormtraject, ctx: Context) -> None:
    """Raise Weigering when a jurist said after the choice that it is one: then it can't start to work as chosen."""
    if _antwoord(stand, traject) is not None:
        toets_keuze(stand, traject, ctx.reglement.vorm(traject.code or ""), ctx)


def toets_machtiging(stand: Stand, traject: Vormtraject, ctx: Context) -> None:
    """Raise Weigering when a private party was named as participant of a GR without a koninklijk besluit (A9)."""
    vorm = ctx.reglement.vorm(traject.code or "")
    if ctx.reglement.besluitvorming is None or not vorm.wgr or traject.allen:
        return
    prive = tuple(stand.partners[p].naam for p in traject.deelnemers if stand.partners[p].type not in OVERHEDEN)
    gemachtigd = any(s.code == MACHTIGING and s.afloop == "positief" for s in stand.stappen.values())
    if prive and not gemachtigd:
        reden = "Een private partij doet alleen mee met machtiging bij koninklijk besluit (OpenBesluit A9)."
        raise Weigering("Wgr 93 b, 96 b", reden, prive)


def _antwoord(stand: Stand, traject: Vormtraject) -> WgrToets | None:
    blad = stand.bladen.get(f"wgr_toets:{traject.id}")
    return blad if isinstance(blad, WgrToets) else None
