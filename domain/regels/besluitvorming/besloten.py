"""What follows from a decision: terms, promises that are tracked, a path that starts again."""

from datetime import date

from domain import pad
from domain.feit import FeitInhoud
from domain.regels import afspraken, stappen, termijnen
from domain.regels.besluitvorming import uitkomsten
from domain.regels.besluitvorming.behandeld import antwoordt
from domain.regels.hulp import Context
from domain.reglement.model import Effect
from domain.stand import Stand
from domain.taal.besluiten import BesluitGenomen, Besluitstap
from domain.taal.vormen import VormWijzigingGestart


def besloten(
    stand: Stand, stap: Besluitstap, genomen: BesluitGenomen, effect: Effect, ctx: Context
) -> tuple[FeitInhoud, ...]:
    """The decision and everything that follows from it: terms, promises, a path that starts again."""
    op = genomen.genomen_op or ctx.op
    return (
        genomen,
        *_termijnen(stand, stap, genomen, op, ctx),
        *afspraken.uit_besluit(stand, stap, genomen, ctx),
        *_opnieuw(stand, stap, genomen, effect, ctx),
    )


def _termijnen(
    stand: Stand, stap: Besluitstap, genomen: BesluitGenomen, op: date, ctx: Context
) -> tuple[FeitInhoud, ...]:
    """What the decision does to the terms: a longer one, answered, or nothing when it is still open."""
    if uitkomsten.verdaagt(stap, genomen.uitkomst, ctx):
        return termijnen.verleng(stand, stap.id, genomen.motivering, op, ctx)
    return _termijnen_gehaald(stand, stap, op) if antwoordt(genomen) else ()


def _termijnen_gehaald(stand: Stand, stap: Besluitstap, op: date) -> tuple[FeitInhoud, ...]:
    """A yes or a no answers the term; a go or no-go also answers the day the pilotplan set for it."""
    eigen = termijnen.gehaald(stand, stap.id, op)
    if stap.code != "go_no_go" or stap.pilot is None:
        return eigen
    return (*eigen, *termijnen.gehaald(stand, f"{stap.pilot}.go_no_go", op))


def _opnieuw(
    stand: Stand, stap: Besluitstap, genomen: BesluitGenomen, effect: Effect, ctx: Context
) -> tuple[FeitInhoud, ...]:
    """An outcome that sends the path back starts a new round at the step the reglement names."""
    if effect != "opnieuw" or stap.traject is None or stand.leven.voorbij:
        return ()
    traject = stand.trajecten[stap.traject]
    vorm, vanaf = ctx.reglement.vorm(traject.code or ""), ctx.reglement.staptype(stap.code).opnieuw_vanaf
    reden = genomen.motivering or f"{stap.naam}: {genomen.uitkomst}"
    ronde = pad.ronde(stand, traject.id, traject.ronde)
    vervallen = tuple(feit for s in ronde if not s.klaar for feit in stappen.vervalt(stand, s, reden))
    nieuw = pad.stappen(stand, ctx.reglement, traject, vorm, vanaf)
    return (*vervallen, VormWijzigingGestart(traject=traject.id, ronde=traject.ronde + 1, reden=reden, stappen=nieuw))
