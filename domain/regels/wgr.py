"""Is this a gemeenschappelijke regeling? A statutory gate before a form close to one; never passed."""

from domain.basis import Weigering
from domain.regels.hulp import Context
from domain.reglement.model import Organiseervorm
from domain.stand import Stand
from domain.taal.vormen import Vormtraject
from domain.taal.wgr import WgrToets

GROND = "Wgr 1, 51, 73, 83"


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


def _antwoord(stand: Stand, traject: Vormtraject) -> WgrToets | None:
    blad = stand.bladen.get(f"wgr_toets:{traject.id}")
    return blad if isinstance(blad, WgrToets) else None
