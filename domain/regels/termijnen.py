"""Terms start, are extended or suspended, and end. Time passes in `tijdsverloop`."""

from collections.abc import Iterable
from datetime import date

from domain.duur import Duur
from domain.feit import FeitInhoud
from domain.orgaan import Reces
from domain.regels import herberekening, herinnerplan, opschorting, termijnbouw, verlenging
from domain.regels.hulp import Context
from domain.regels.termijnbouw import Partners
from domain.stand import Stand
from domain.taal.termijnen import (
    HerinneringVerstuurd,
    HervatTermijn,
    KalenderAangevuld,
    SchortTermijnOp,
    Termijn,
    TermijnenFeit,
    TermijnenOpdracht,
    TermijnGehaald,
    TermijnGestart,
    TermijnHerberekend,
    TermijnHervat,
    TermijnOpgeschort,
    TermijnVerlengd,
    TermijnVerstreken,
    TermijnVervallen,
    VerlengTermijn,
    VulKalenderAan,
)

REFLECTIE, LESCONTROLE, LESACTIE = "T19", "T22", "H05"
RONDES = (REFLECTIE, "H10", "H11", "H14")
"""Terms that come back: one that lapsed was skipped, for the next is planned."""
NA_HET_EINDE = (LESCONTROLE, LESACTIE, "H01", "T17", "T18", "H06")
"""Terms of lessons, of promises and of what is decided about reminding of those: kept when the opgave is closed."""


def decide(stand: Stand, opdracht: TermijnenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case SchortTermijnOp():
            return opschorting.schort_op(stand, opdracht, ctx)
        case HervatTermijn():
            return opschorting.hervat(stand, opdracht, ctx)
        case VerlengTermijn():
            return verlenging.decide(stand, opdracht, ctx)
        case VulKalenderAan():
            return herberekening.decide(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def start(
    ctx: Context,
    code: str,
    betreft: str,
    wat: str,
    geadresseerde: str,
    duur: str = "",
    stil: tuple[Reces, ...] = (),
    partners: Partners = None,
) -> TermijnGestart:
    """Start a term of the term table on the day of the event.

    Args:
        code: row of the term table, T01 to T22 or H01 to H07.
        betreft: id of what is waited for; a term's own id is `betreft/code`.
        wat: what must be done, in plain Dutch.
        geadresseerde: partner, body or function that must act.
        duur: another length than the table's, such as `10wd`.
        stil: reces of the addressee, in which it is not reminded of what is not the law's.
        partners: who takes part, for reminders to the functions at a partner.
    """
    soort = ctx.reglement.termijn(code)
    lengte = Duur.lees(duur) if duur else soort.duur
    uitkomst = soort.met(duur=lengte).bereken(ctx.op, ctx.reglement.kalender)
    einde = termijnbouw.geteld(uitkomst, str(lengte))
    return TermijnGestart(termijn=termijnbouw.nieuw(ctx, soort, betreft, wat, geadresseerde, einde, stil, partners))


def start_tot(
    ctx: Context,
    code: str,
    betreft: str,
    wat: str,
    geadresseerde: str,
    einde: date,
    stil: tuple[Reces, ...] = (),
    partners: Partners = None,
) -> TermijnGestart:
    """Start a term that ends on a day someone named, with the reminders of this row of the term table."""
    soort, dag = ctx.reglement.termijn(code), termijnbouw.afgesproken(einde)
    return TermijnGestart(termijn=termijnbouw.nieuw(ctx, soort, betreft, wat, geadresseerde, dag, stil, partners))


def verleng(stand: Stand, betreft: str, reden: str, op: date, ctx: Context) -> tuple[TermijnVerlengd, ...]:
    """The longer term that the law allows once, for what is waited for; nothing where no such term runs.

    Raises Weigering when it was used before, or on a day after the end (Awb 10:31 lid 2).
    """
    return tuple(
        verlenging.met_wet(stand, t, reden, op, ctx)
        for t in lopend(stand, betreft)
        if ctx.reglement.termijn(t.code).verlenging
    )


def verleng_tot(stand: Stand, betreft: str, tot: date, reden: str, ctx: Context) -> tuple[TermijnVerlengd, ...]:
    """The running terms of what is waited for, to a later day that was agreed.

    Raises Weigering for a term of the law, one that stands still, and a day that is not later or has gone by.
    """
    return tuple(verlenging.met_dag(stand, t, tot, reden, ctx) for t in lopend(stand, betreft))


def lopend(stand: Stand, betreft: str) -> Iterable[Termijn]:
    """The running terms of one thing that is waited for."""
    return (t for t in stand.termijnen.values() if t.loopt and t.betreft == betreft)


def gehaald(stand: Stand, betreft: str, op: date) -> tuple[TermijnGehaald, ...]:
    """The thing waited for came on day `op`: its terms end, on time or late."""
    return tuple(TermijnGehaald(termijn=t.id, wat=t.wat, op_tijd=_op_tijd(t, op)) for t in lopend(stand, betreft))


def _op_tijd(termijn: Termijn, op: date) -> bool:
    """A term that stands still does not run out."""
    return op <= termijn.einde or termijn.status == "opgeschort"


def vervallen(stand: Stand, betreft: str, reden: str) -> tuple[TermijnVervallen, ...]:
    """The thing waited for is no longer needed: its terms lapse without effect."""
    return tuple(TermijnVervallen(termijn=t.id, wat=t.wat, reden=reden) for t in lopend(stand, betreft))


def alles_vervalt(stand: Stand, reden: str, behalve: tuple[str, ...] = ()) -> tuple[TermijnVervallen, ...]:
    """Every running term lapses, except those of the codes named."""
    return tuple(
        TermijnVervallen(termijn=t.id, wat=t.wat, reden=reden)
        for t in stand.termijnen.values()
        if t.loopt and t.code not in behalve
    )


def reflectie(ctx: Context, nummer: int) -> TermijnGestart:
    """Plan the next reflectiemoment (T19, S3-15)."""
    return start(ctx, REFLECTIE, f"reflectie.{nummer}", "Houd een reflectiemoment", "opgavemanager")


def evolve(stand: Stand, feit: TermijnenFeit, ctx: Context) -> Stand:
    match feit:
        case TermijnGestart():
            return _zet(stand, feit.termijn)
        case TermijnVerlengd() | TermijnHervat() | TermijnHerberekend():
            return _loopt_mee(_zet(stand, feit.termijn), feit.termijn)
        case TermijnOpgeschort():
            return _zet(stand, opschorting.staat_stil(stand.termijnen[feit.termijn], feit, ctx.op))
        case KalenderAangevuld():
            return herberekening.evolve(stand, feit, ctx)
        case HerinneringVerstuurd():
            return _zet(stand, herinnerplan.na_verzending(stand.termijnen[feit.termijn], feit))
        case TermijnVerstreken():
            return _verstrek(stand, stand.termijnen[feit.termijn], len(feit.overgeslagen))
        case TermijnGehaald():
            return _sluit(stand, feit.termijn, "gehaald" if feit.op_tijd else "te_laat")
        case TermijnVervallen():
            return _sluit(stand, feit.termijn, "vervallen")
        case _:
            raise TypeError(feit)


def _loopt_mee(stand: Stand, termijn: Termijn) -> Stand:
    """A request, or a promise, is due when its term ends."""
    verzoek, afspraak = stand.verzoeken.get(termijn.betreft), stand.afspraken.get(termijn.betreft)
    if verzoek is not None:
        return stand.met(verzoeken={**stand.verzoeken, verzoek.id: verzoek.met(uiterlijk=termijn.einde)})
    if afspraak is not None:
        return stand.met(afspraken={**stand.afspraken, afspraak.id: afspraak.met(uiterlijk=termijn.einde)})
    return stand


def _verstrek(stand: Stand, termijn: Termijn, gemist: int) -> Stand:
    """A lapsed term is still waited for, and reminded; a lapsed round was skipped, for the next is planned."""
    if termijn.code in RONDES:
        return _sluit(stand, termijn.id, "overgeslagen")
    return _zet(stand, termijn.met(status="verstreken", herinneringen=termijn.herinneringen[gemist:]))


def _zet(stand: Stand, termijn: Termijn) -> Stand:
    return stand.met(termijnen={**stand.termijnen, termijn.id: termijn})


def _sluit(stand: Stand, termijn: str, status: str) -> Stand:
    return _zet(stand, stand.termijnen[termijn].met(status=status, herinneringen=()))
