"""Terms that stand still and run on, where the law or the agreement allows it (Awb 4:15; domain.md 4.1).

A term stands still from the day after it was suspended until the day it is resumed, which counts again. The days in
between come on top of the last day before the Algemene termijnenwet; then Atw 1 is applied again. It can happen more
than once, also from the day on which it was resumed.
"""

from datetime import date

from domain.basis import Weigering
from domain.duur import Duur
from domain.feit import FeitInhoud
from domain.kalender import DAG, Kalender, datum_voluit
from domain.regels import geheim
from domain.regels.hulp import Context, eis, zoek
from domain.regels.termijnbouw import Einde, Telling, laatste_deel, na_atw, telling, verzet
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.termijnen import HervatTermijn, Opschorting, SchortTermijnOp, Termijn, TermijnHervat, TermijnOpgeschort
from domain.woorden import gewoon


def lopende(stand: Stand, id_: str, reden: str) -> Termijn:
    """The term with this id that is still waited for; `reden` is what someone says about it.

    Raises Weigering when it is unknown or has ended, or when nothing may be said about its step (PW 84, 86).
    """
    termijn = zoek("termijn", stand.termijnen, id_)
    eis(termijn.loopt, "termijn", f"De termijn '{termijn.wat}' loopt niet meer: {gewoon(termijn.status)}.")
    stap = _stap(stand, termijn.betreft)
    if stap is not None:
        geheim.toets(stand, stap, reden)
    return termijn


def _stap(stand: Stand, betreft: str) -> Besluitstap | None:
    """The step that is waited for, or that the promise or the request that is waited for is about."""
    if betreft in stand.afspraken:
        betreft = stand.afspraken[betreft].stap or ""
    elif betreft in stand.verzoeken:
        betreft = stand.verzoeken[betreft].betreft or ""
    return stand.stappen.get(betreft)


def toets_niet_stil(termijn: Termijn) -> None:
    """Raise Weigering while the term stands still."""
    if termijn.status == "opgeschort":
        sinds = termijn.opschortingen[-1].op
        raise Weigering("termijn", f"De termijn '{termijn.wat}' staat stil sinds {sinds}. Hervat hem eerst.")


def toets_ander(termijn: Termijn, ctx: Context) -> None:
    """A partner that is the trekker gives itself no more time."""
    eis(
        not ctx.spreekt_voor(termijn.geadresseerde),
        "bevoegdheid",
        "Meer tijd voor uzelf regelt u niet zelf. Vraag het de opgavemanager.",
    )


def schort_op(stand: Stand, opdracht: SchortTermijnOp, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The term stands still from tomorrow. Raises Weigering when the law or the agreement names no ground for it."""
    termijn = lopende(stand, opdracht.termijn, opdracht.reden)
    toets_ander(termijn, ctx)
    toets_niet_stil(termijn)
    soort = ctx.reglement.termijn(termijn.code)
    geen = f"De termijn '{termijn.wat}' kan niet stilstaan: daar is geen grond voor in de wet of de afspraak."
    eis(bool(soort.opschorten), soort.grond, geen)
    _toets_dag(termijn, ctx.op)
    opgeschort = TermijnOpgeschort(
        termijn=termijn.id,
        wat=termijn.wat,
        geadresseerde=termijn.geadresseerde,
        einde=termijn.einde,
        reden=opdracht.reden,
        grond=soort.opschorten,
    )
    return (opgeschort,)


def _toets_dag(termijn: Termijn, op: date) -> None:
    """A term stands still while it runs, and not for days it stood still before."""
    eis(op >= termijn.begin, "gebeurd_op", f"De termijn '{termijn.wat}' begon pas op {termijn.begin}.")
    te_laat = f"De termijn '{termijn.wat}' liep tot en met {termijn.einde}; stilzetten kan niet meer."
    eis(op <= termijn.einde, "termijn", te_laat)
    eerder = max((o.tot for o in termijn.opschortingen if o.tot), default=op)
    eis(op >= eerder, "gebeurd_op", f"De termijn '{termijn.wat}' stond al stil tot {eerder}.")


def staat_stil(termijn: Termijn, feit: TermijnOpgeschort, op: date) -> Termijn:
    """The term as it stands still: it is waited for, but not reminded, and it does not lapse."""
    erbij = Opschorting(op=op, reden=feit.reden, grond=feit.grond)
    return termijn.met(status="opgeschort", herinneringen=(), opschortingen=(*termijn.opschortingen, erbij))


def hervat(stand: Stand, opdracht: HervatTermijn, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The term runs on from today, to an end as much later as it stood still."""
    termijn = lopende(stand, opdracht.termijn, opdracht.reden)
    eis(termijn.status == "opgeschort", "termijn", f"De termijn '{termijn.wat}' staat niet stil.")
    open_ = termijn.opschortingen[-1]
    eis(ctx.op >= open_.op, "gebeurd_op", f"De termijn '{termijn.wat}' staat pas stil sinds {open_.op}.")
    dicht = termijn.met(opschortingen=(*termijn.opschortingen[:-1], open_.met(tot=ctx.op)))
    verder = verzet(dicht, _einde(termijn, open_, ctx), ctx, stand.partners)
    verder = verder.met(grondslag=tuple(dict.fromkeys((*verder.grondslag, open_.grond))))
    dagen = hele_dagen(open_.op, ctx.op)
    return (TermijnHervat(termijn=verder, was=termijn.einde, dagen=dagen, reden=opdracht.reden),)


def _einde(termijn: Termijn, open_: Opschorting, ctx: Context) -> Einde:
    soort, kalender = ctx.reglement.termijn(termijn.code), ctx.reglement.kalender
    was = telling(termijn, soort, kalender)
    einde = na_atw(soort, _verder(was, open_.op, ctx.op, kalender), was.duur, kalender)
    op_was_het = open_.op >= was.nominaal and ctx.op > open_.op
    over = "Er was geen dag meer over; daarom telt de dag van hervatten." if op_was_het else ""
    return einde._replace(uitleg=" ".join(filter(None, (_stond_stil(was, open_, ctx), over, einde.uitleg))))


def _stond_stil(was: Telling, open_: Opschorting, ctx: Context) -> str:
    if not hele_dagen(open_.op, ctx.op):
        return "Stond geen hele dag stil."
    dagen, werk = dagen_stil(was.duur, open_.op, ctx.op, ctx.reglement.kalender), in_werkdagen(was.duur)
    erbij = Duur(aantal=dagen, eenheid="wd" if werk else "d").voluit if dagen else "geen werkdag"
    eerste, laatste = datum_voluit(open_.op + DAG), datum_voluit(ctx.op - DAG)
    wanneer = f"van {eerste} tot en met {laatste}" if eerste != laatste else f"op {eerste}"
    return f"Stond stil {wanneer}: {erbij} erbij."


def in_werkdagen(duur: str) -> bool:
    """Whether a term of this length is counted in working days."""
    deel = laatste_deel(duur)
    return deel is not None and deel.eenheid == "wd"


def hele_dagen(op: date, hervat_op: date) -> int:
    """How many calendar days lie between the day of suspension and that of resumption: on those it stood still."""
    return max((hervat_op - op).days - 1, 0)


def dagen_stil(duur: str, op: date, hervat_op: date, kalender: Kalender) -> int:
    """How many days of its own kind a term stood still: working days for a term counted in those, else all days."""
    return kalender.aantal_werkdagen(op + DAG, hervat_op - DAG) if in_werkdagen(duur) else hele_dagen(op, hervat_op)


def _verder(was: Telling, op: date, hervat_op: date, kalender: Kalender) -> date:
    """The last day with the days it stood still. Who had no day left has the day of resumption, not one gone by."""
    stil = dagen_stil(was.duur, op, hervat_op, kalender)
    if not in_werkdagen(was.duur):
        return max(was.nominaal + stil * DAG, hervat_op)
    return max(kalender.werkdagen_na(was.nominaal, stil), kalender.eerste_werkdag_vanaf(hervat_op))
