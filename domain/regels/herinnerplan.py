"""The plan of reminders: a ladder, the end of a term and the reces of who must act, made into moments and receivers."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from domain.basis import GERESERVEERD
from domain.kalender import DAG, lokale_datum, op
from domain.kantoor import eerste_dag
from domain.orgaan import Reces
from domain.regels.hulp import Context
from domain.reglement.ladder import VERZENDUUR
from domain.reglement.model import Herinnermoment, Termijnsoort, herinnermomenten
from domain.rol import Partnerrol, ontleed
from domain.taal.partners import Deelnemer
from domain.taal.termijnen import Herinnering, HerinneringVerstuurd, Termijn

_BIJ_DE_PARTNER = {
    "opdrachtgever_geadresseerde": "ambtelijk_opdrachtgever",
    "bestuurder_geadresseerde": "bestuurder",
}


def plan(
    ctx: Context,
    soort: Termijnsoort,
    geadresseerde: str,
    einde: date,
    stil: tuple[Reces, ...] = (),
    partners: Mapping[str, Deelnemer] | None = None,
) -> tuple[Herinnering, ...]:
    """The reminders still to come of a term, in order of time.

    Args:
        ctx: what lies before `ctx.nu` is left out.
        soort: row of the term table; its ladder says who hears what.
        geadresseerde: partner, body or function that must act.
        einde: the last day of the term.
        stil: reces of who must act, in which only a statutory term is reminded (since the third edition).
        partners: the partners of the opgave; without them whatever is no function or body counts as a partner.

    Returns:
        The rungs. Who is addressed already does not hear the same rung again in another function.
    """
    momenten: Iterable[Herinnermoment] = herinnermomenten(
        ctx.reglement.ladder(soort.ladder), einde, ctx.reglement.kalender
    )
    if ctx.reglement.post is not None:
        momenten = _buiten_reces(momenten, einde, () if soort.soort == "wettelijk" else stil, ctx)
    is_partner = geadresseerde not in GERESERVEERD if partners is None else geadresseerde in partners
    rijen = [r for m in momenten if m.moment > ctx.nu and (r := _herinnering(m, geadresseerde, is_partner))]
    aangesproken = {h.trede for h in rijen if h.aan == "geadresseerde"}
    return tuple(h for h in rijen if h.aan != geadresseerde or h.trede not in aangesproken)


def _buiten_reces(
    momenten: Iterable[Herinnermoment], einde: date, stil: tuple[Reces, ...], ctx: Context
) -> list[Herinnermoment]:
    """Each moment on the first working day after the reces it falls in; rungs of one day in the order of the ladder.

    What was to be said before the end is not said after it.
    """
    met_dag = ((m, _dag(m, einde, stil, ctx)) for m in momenten)
    verschoven = [m.met(moment=op(dag, VERZENDUUR)) for m, dag in met_dag if dag <= einde or dagen(m.trede) > 0]
    return sorted(verschoven, key=lambda m: (m.moment, dagen(m.trede)))


def _dag(moment: Herinnermoment, einde: date, stil: tuple[Reces, ...], ctx: Context) -> date:
    """Days of reces don't count after the end: nobody comes back to find the whole ladder climbed."""
    kalender, aantal = ctx.reglement.kalender, dagen(moment.trede)
    if aantal <= 0 or not stil:
        return eerste_dag(lokale_datum(moment.moment), kalender, stil)
    dag = einde
    for _ in range(aantal):
        dag = eerste_dag(dag + DAG, kalender, stil)
    return dag


def _herinnering(moment: Herinnermoment, geadresseerde: str, is_partner: bool) -> Herinnering | None:
    """The rung with its receiver; None for a function above the addressee when that is no partner."""
    aan: str = moment.functie
    if functie := _BIJ_DE_PARTNER.get(aan):
        if not is_partner:
            return None
        aan = str(Partnerrol(geadresseerde, functie))
    akkoord, signaal = moment.akkoord or None, moment.signaal or None
    return Herinnering(trede=moment.trede, aan=aan, moment=moment.moment, akkoord=akkoord, signaal=signaal)


def dagen(trede: str) -> int:
    """How long before (negative) or after the end a rung is: -10 for `T-10`, 0 for `T`."""
    return int(trede[1:] or 0)


def ontvanger(termijn: Termijn, rung: Herinnering) -> str:
    """The role a rung is for, at whoever must act now: what a partner owes may have passed to another."""
    if rung.aan == "geadresseerde":
        return termijn.geadresseerde
    plek = ontleed(rung.aan)
    return str(Partnerrol(termijn.geadresseerde, plek.functie)) if plek else rung.aan


def naam(termijn: Termijn, rung: Herinnering) -> str:
    """What a rung is called in a fact that says it was skipped: `T+2 opgavemanager`. Unique within its term."""
    return f"{rung.trede} {ontvanger(termijn, rung)}"


def zonder(termijn: Termijn, namen: Collection[str]) -> Termijn:
    """The term without the rungs of these names."""
    return termijn.met(herinneringen=tuple(h for h in termijn.herinneringen if naam(termijn, h) not in namen))


def na_verzending(termijn: Termijn, feit: HerinneringVerstuurd) -> Termijn:
    """The term after a reminder of it: what was sent or skipped does not come again.

    Facts without a channel are of the first two editions, in which rungs left strictly in order.
    """
    if not feit.kanaal:
        return termijn.met(herinneringen=termijn.herinneringen[len(feit.overgeslagen) + 1 :])
    return zonder(termijn, {f"{feit.trede} {feit.omgeleid_van or feit.aan}", *feit.overgeslagen})
