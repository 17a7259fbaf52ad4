"""A step as it was before its last treatment, terms included: where a corrected record starts from."""

from datetime import date

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
    return termijn.met(status="verstreken" if termijn.einde < op else "loopt")


def heropen(termijn: Termijn, ctx: Context, *, verlengd: bool = True) -> Termijn:
    """A term that turned out not to be answered runs on: from the same day to the same end, never longer.

    Args:
        verlengd: False when it turned out not to be extended either: then it ends as it did before.
    """
    soort = ctx.reglement.termijn(termijn.code)
    einde = termijn.einde if verlengd else soort.bereken(termijn.begin, ctx.reglement.kalender).einde
    uitleg = f"{termijn.uitleg} Wat als antwoord was vastgelegd, is hersteld: de termijn loopt door.".strip()
    nieuw = termijnen.start_tot(ctx, soort.code, termijn.betreft, termijn.wat, termijn.geadresseerde, einde).termijn
    verstreken = "verstreken" if termijn.status == "te_laat" else "loopt"
    return nieuw.met(begin=termijn.begin, grondslag=termijn.grondslag, uitleg=uitleg, status=verstreken)


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
