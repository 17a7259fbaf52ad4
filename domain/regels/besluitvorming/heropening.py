"""A step as it was before its last treatment, terms included: where a corrected record starts from."""

from datetime import date

from domain.kalender import datum_voluit
from domain.regels import stappen, termijnen
from domain.regels.besluitvorming import uitkomsten
from domain.regels.besluitvorming.behandeld import antwoordt
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.termijnen import Termijn

GESLOTEN = ("gehaald", "te_laat")


def ervoor(stand: Stand, stap: Besluitstap, op: date, ctx: Context) -> Stand:
    """The state as if the last treatment of this step had not been recorded; `op` is the day of the decision."""
    laatste = stap.behandelingen[-1]
    opnieuw_voor = stap.voorgelegd_op is not None and stap.voorgelegd_op > laatste.op
    eerder = stap.met(
        behandelingen=stap.behandelingen[:-1],
        status="voorgelegd",
        voorgelegd_op=None if opnieuw_voor else stap.voorgelegd_op,
    )
    terug = {t.id: _op_de_dag(t, op) for t in van_voor(stand, stap, ctx)}
    return stappen.zet(stand, eerder).met(termijnen={**stand.termijnen, **terug})


def _op_de_dag(termijn: Termijn, op: date) -> Termijn:
    if stond_stil(termijn):
        return termijn
    return termijn.met(status="verstreken" if termijn.einde < op else "loopt")


def heropen(termijn: Termijn, ctx: Context, *, verlengd: bool = True) -> Termijn:
    """A term that turned out not to be answered runs on: from the same day to the same end, never longer.

    How it was counted and when it stood still stay as they were; one that stood still then, stands still again.

    Args:
        verlengd: False when it turned out not to be extended either: then it ends as it did before.
    """
    was = termijn if verlengd else _onverlengd(termijn, ctx)
    uitleg = f"{was.uitleg} Wat als antwoord was vastgelegd, is hersteld: de termijn loopt door.".strip()
    wie, stil = termijn.geadresseerde, termijn.stil
    nieuw = termijnen.start_tot(ctx, termijn.code, termijn.betreft, termijn.wat, wie, was.einde, stil).termijn
    verder = was.met(herinneringen=nieuw.herinneringen, verstrijkt_op=nieuw.verstrijkt_op, uitleg=uitleg)
    if stond_stil(termijn):
        return verder.met(status="opgeschort", herinneringen=())
    return verder.met(status="verstreken" if termijn.status == "te_laat" else "loopt")


def _onverlengd(termijn: Termijn, ctx: Context) -> Termijn:
    """As it was before the law made it longer. Such a term of a step never stands still, so it is counted anew."""
    soort = ctx.reglement.termijn(termijn.code)
    uitkomst = soort.bereken(termijn.begin, ctx.reglement.kalender)
    if ctx.reglement.post is None:
        return termijn.met(einde=uitkomst.einde)
    uitleg = f"{termijn.uitleg} De laatste dag is weer {datum_voluit(uitkomst.einde)}.".strip()
    return termijn.met(einde=uitkomst.einde, nominaal=uitkomst.nominaal, duur=str(soort.duur), uitleg=uitleg)


def stond_stil(termijn: Termijn) -> bool:
    """Whether the term stood still when it was answered: nobody had let it run on."""
    return bool(termijn.opschortingen) and termijn.opschortingen[-1].tot is None


def van_voor(stand: Stand, stap: Besluitstap, ctx: Context) -> tuple[Termijn, ...]:
    """The terms that the last treatment answered or extended, running again as they were.

    A statutory term never gets a new length here: without an answer it ends when it would have ended (Wgr 51, 73, 83
    lid 3; Awb 10:31), also when that day has gone by.
    """
    laatste = stap.behandelingen[-1]
    if antwoordt(laatste):
        beantwoord = (*_beantwoord(stand, stap), *_van_de_pilot(stand, stap))
        return tuple(heropen(t, ctx) for t in beantwoord)
    if not uitkomsten.verdaagt(stap, laatste.uitkomst, ctx):
        return ()
    return tuple(heropen(t, ctx, verlengd=False) for t in termijnen.lopend(stand, stap.id))


def _beantwoord(stand: Stand, stap: Besluitstap) -> tuple[Termijn, ...]:
    """Those of the step itself, unless an earlier decision had answered them already."""
    besloten = [b.op for b in stap.behandelingen[:-1] if antwoordt(b)]
    return tuple(
        t
        for t in stand.termijnen.values()
        if t.betreft == stap.id and t.status in GESLOTEN and not any(op > t.begin for op in besloten)
    )


def _van_de_pilot(stand: Stand, stap: Besluitstap) -> tuple[Termijn, ...]:
    """The day the pilotplan set for a go or no-go, while the pilot runs and no other step decided on it."""
    if stap.code != "go_no_go" or stap.pilot is None or not stand.pilots[stap.pilot].begonnen:
        return ()
    anders = (s for s in stand.stappen.values() if s.code == stap.code and s.pilot == stap.pilot and s.id != stap.id)
    if any(s.status == "besloten" for s in anders):
        return ()
    dag = f"{stap.pilot}.go_no_go"
    return tuple(t for t in stand.termijnen.values() if t.betreft == dag and t.status in GESLOTEN)
