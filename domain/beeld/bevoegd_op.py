"""Who was competent on a day: who held the function, and who stood in for whom, on which ground."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, get_args

from domain.basis import Functie, Kenmerk, Model, Weigering
from domain.opdracht import Enkelvoudig
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.besluiten import HoudAan, LegBesluitVast
from domain.taal.herstel import HerstelVastlegging
from domain.taal.vastlegging import BevestigBesluit

NIET_BIJGEHOUDEN = "sinds wanneer is niet bijgehouden"
Hoedanigheid = Literal["houder", "vervanging", "mandaat", "waarneming"]


class Bevoegde(Model):
    """Someone who may act in a function: from and through which day, and for what.

    `van` is None when it was not kept, `tot` until further notice. `beperkt_tot` names codes of steps; empty is all.
    """

    functie: Functie
    subject: Kenmerk
    hoedanigheid: Hoedanigheid
    grondslag: str
    van: date | None
    tot: date | None = None
    beperkt_tot: tuple[Kenmerk, ...] = ()


def bevoegd_op(stand: Stand, functie: Functie, dag: date) -> tuple[Bevoegde, ...]:
    """Who was competent in a function on a day, the holder first."""
    return tuple(b for b in bevoegden(stand, functie) if _geldt(b, dag))


def _geldt(b: Bevoegde, dag: date) -> bool:
    return (b.van is None or b.van <= dag) and (b.tot is None or dag <= b.tot)


def bevoegden(stand: Stand, functie: Functie) -> tuple[Bevoegde, ...]:
    """Everyone who ever was or will be competent in a function: holders in order, then who stands in."""
    return (*_houders(stand, functie), *_vervangers(stand, functie))


def functies(stand: Stand) -> tuple[Functie, ...]:
    """The functions of which it is known who holds them or stands in."""
    return tuple(dict.fromkeys((*_bekleed(stand), *(v.functie for v in stand.vervangingen.values()))))


def _bekleed(stand: Stand) -> tuple[Functie, ...]:
    return tuple(functie for functie in get_args(Functie) if functie in stand.leven.functies)


def _houders(stand: Stand, functie: Functie) -> Iterable[Bevoegde]:
    """A holder stays until the day before the first one recorded after it; one that was overtaken held no day."""
    rij = [b for b in stand.bekleding if b.functie == functie]
    if not rij and functie in stand.leven.functies:
        wie = stand.leven.functies[functie]
        yield Bevoegde(functie=functie, subject=wie, hoedanigheid="houder", grondslag=NIET_BIJGEHOUDEN, van=None)
    for nummer, b in enumerate(rij):
        volgende = min((later.van for later in rij[nummer + 1 :]), default=None)
        tot = None if volgende is None else volgende - timedelta(days=1)
        if tot is None or b.van <= tot:
            yield Bevoegde(
                functie=functie,
                subject=b.subject,
                hoedanigheid="houder",
                grondslag=b.grondslag,
                van=b.van,
                tot=tot,
            )


def _vervangers(stand: Stand, functie: Functie) -> Iterable[Bevoegde]:
    for v in stand.vervangingen.values():
        if v.functie == functie and (v.tot is None or v.van <= v.tot):
            yield Bevoegde(
                functie=functie,
                subject=v.door,
                hoedanigheid=v.vorm,
                grondslag=v.grondslag,
                van=v.van,
                tot=v.tot,
                beperkt_tot=v.beperkt_tot,
            )


def toets(stand: Stand, inhoud: Enkelvoudig, ctx: Context) -> None:
    """Raise Weigering when someone who only stands in acts outside his period, or decides on what is not his.

    Who ever held the function, or is not known in it at all, is not judged here. Since the second reglement.
    """
    functie, subject = ctx.door.functie, ctx.door.subject
    eigen = tuple(v for v in stand.vervangingen.values() if (v.functie, v.door) == (functie, subject))
    houder = any((b.functie, b.subject) == (functie, subject) for b in stand.bekleding)
    if not eigen or houder or ctx.reglement.besluitvorming is None:
        return
    nu = tuple(v for v in eigen if v.geldt_op(ctx.op))
    if not nu:
        perioden = tuple(f"van {v.van} tot {v.tot or 'nader order'} ({v.grondslag})" for v in eigen)
        raise Weigering("bevoegdheid", f"Op {ctx.op} vervult u de functie {functie} niet; wel:", perioden)
    code = _besluitcode(stand, inhoud)
    if code is not None and not any(code in v.beperkt_tot or not v.beperkt_tot for v in nu):
        mag = tuple(dict.fromkeys(c for v in nu for c in v.beperkt_tot))
        raise Weigering("bevoegdheid", f"Uw {nu[0].vorm} geldt niet voor een besluit over {code}; wel voor:", mag)


def _besluitcode(stand: Stand, inhoud: Enkelvoudig) -> str | None:
    """The code of the step on which this command records a decision; None for another command or an unknown step."""
    match inhoud:
        case LegBesluitVast() | HoudAan():
            stap = inhoud.stap
        case HerstelVastlegging():
            stap = inhoud.besluit.stap
        case BevestigBesluit():
            stap = next((v.besluit.stap for v in stand.vastleggingen.values() if v.id == inhoud.vastlegging), "")
        case _:
            return None
    return stand.stappen[stap].code if stap in stand.stappen else None
