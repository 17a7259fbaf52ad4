"""Days that are put on a par with a feestdag later (Atw 3 lid 3), and the running terms that end later by it."""

from dataclasses import replace
from datetime import date

from domain.duur import Duur
from domain.feit import FeitInhoud
from domain.kalender import GelijkgesteldeDag, Kalender, datum_voluit, lokale_datum, op
from domain.regels import herinnerplan, termijnbouw
from domain.regels.hulp import Context, eis
from domain.regels.opschorting import dagen_stil, in_werkdagen
from domain.reglement.ladder import VERZENDUUR
from domain.reglement.model import Termijnsoort
from domain.stand import Stand
from domain.taal.termijnen import Herinnering, KalenderAangevuld, Termijn, TermijnHerberekend, VulKalenderAan

_BRON = 200  # letters


def decide(stand: Stand, opdracht: VulKalenderAan, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The days, and every term still waited for that ends later by them; no term ever ends earlier by a day off."""
    for nummer, dag in enumerate(opdracht.dagen):
        _toets_dag(dag, ctx.reglement.kalender)
        eerder = (d.datum for d in opdracht.dagen[:nummer])
        eis(dag.datum not in eerder, "dagen", f"{dag.datum} staat er twee keer in.")
    kalender = ctx.reglement.kalender.met_dagen(opdracht.dagen)
    daarna = replace(ctx, reglement=ctx.reglement.met(kalender=kalender))
    nieuw = (_herberekend(stand, t, opdracht.reden, ctx, daarna) for t in stand.termijnen.values() if t.loopt)
    return (KalenderAangevuld(dagen=opdracht.dagen, reden=opdracht.reden), *(feit for feit in nieuw if feit))


def _toets_dag(dag: GelijkgesteldeDag, kalender: Kalender) -> None:
    bron = f"Noem bij {dag.datum} het besluit waarin deze dag staat, in hoogstens {_BRON} tekens."
    eis(0 < len(dag.bron) <= _BRON, "bron", bron)
    vrij = kalender.vrij_omdat(dag.datum)
    eis(vrij is None, "Atw 3", f"{datum_voluit(dag.datum).capitalize()} is al geen werkdag: {vrij}.")


def _herberekend(
    stand: Stand, termijn: Termijn, reden: str, ctx: Context, daarna: Context
) -> TermijnHerberekend | None:
    einde = _einde(termijn, ctx.reglement.termijn(termijn.code), ctx.reglement.kalender, daarna.reglement.kalender)
    if einde.dag <= termijn.einde:
        return None
    later = termijnbouw.verzet(termijn, einde, daarna, stand.partners)
    herleeft = termijn.status == "verstreken" and later.verstrijkt_op > ctx.nu
    status = "loopt" if herleeft else termijn.status
    later = later.met(status=status, herinneringen=_nog_te_sturen(termijn, later.herinneringen, ctx))
    return TermijnHerberekend(termijn=later, was=termijn.einde, reden=reden)


def _einde(termijn: Termijn, soort: Termijnsoort, was: Kalender, wordt: Kalender) -> termijnbouw.Einde:
    telling = termijnbouw.telling(termijn, soort, was)
    nominaal = _nominaal(termijn, telling, wordt) if in_werkdagen(telling.duur) else telling.nominaal
    einde = termijnbouw.na_atw(soort, nominaal, telling.duur, wordt)
    return einde._replace(uitleg=f"Opnieuw berekend, want er kwamen gelijkgestelde dagen bij. {einde.uitleg}")


def _nominaal(termijn: Termijn, telling: termijnbouw.Telling, kalender: Kalender) -> date:
    """Working days are counted again from the begin, on top of those on which the term stood still.

    The day that was left after standing still through the last one, was not counted; it is a working day as well.
    """
    stil = sum(dagen_stil(telling.duur, o.op, o.tot, kalender) for o in termijn.opschortingen if o.tot)
    geteld = kalender.werkdagen_na(termijn.begin, Duur.lees(telling.duur).aantal + stil)
    return max(geteld, kalender.eerste_werkdag_vanaf(telling.nominaal))


def _nog_te_sturen(termijn: Termijn, gepland: tuple[Herinnering, ...], ctx: Context) -> tuple[Herinnering, ...]:
    """The reminders that were still to go, on their new days; what was sent is not sent again for a shift of days.

    What is due but held stays as it was.
    """
    wordt = {herinnerplan.naam(termijn, h): h.moment for h in gepland}
    rijen = ((h, wordt.get(herinnerplan.naam(termijn, h))) for h in termijn.herinneringen)
    nog = (h.met(moment=moment or h.moment) for h, moment in rijen if moment or h.moment <= ctx.nu)
    return tuple(sorted(nog, key=lambda h: (h.moment, herinnerplan.dagen(h.trede))))


def evolve(stand: Stand, feit: KalenderAangevuld, ctx: Context) -> Stand:
    """The calendar with the days; since the third edition reminders of terms that don't move leave before such a day.

    Terms that do move get their own fact, with all their reminders.
    """
    aangevuld = stand.met(kalender_erbij=(*stand.kalender_erbij, *feit.dagen))
    if ctx.reglement.post is None:
        return aangevuld
    kalender = ctx.reglement.kalender.met_dagen(feit.dagen)
    return aangevuld.met(termijnen={k: _eerder(t, kalender, ctx) for k, t in stand.termijnen.items()})


def _eerder(termijn: Termijn, kalender: Kalender, ctx: Context) -> Termijn:
    """What is to be said before the end goes on the last working day that is left for it, or else as it was planned.

    `ctx.nu` is when the day became known.
    """

    def verzet(rung: Herinnering) -> Herinnering:
        moment = op(kalender.laatste_werkdag_tot(lokale_datum(rung.moment)), VERZENDUUR)
        return rung.met(moment=moment) if ctx.nu < moment < rung.moment else rung

    rijen = [verzet(h) if herinnerplan.dagen(h.trede) <= 0 else h for h in termijn.herinneringen]
    if not termijn.loopt or rijen == list(termijn.herinneringen):
        return termijn
    return termijn.met(herinneringen=tuple(sorted(rijen, key=lambda h: (h.moment, herinnerplan.dagen(h.trede)))))
