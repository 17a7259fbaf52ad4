"""What a history says about its own outcome, held against what the fold arrives at."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from audit.bevinding import Bevinding
from audit.gebeurtenis import Geschiedenis, soort
from domain import kern
from domain.feit import Bewijs
from domain.stand import Begin, Stand

VERDER = "WORKFLOW_EXECUTION_CONTINUED_AS_NEW"


def gedragen(start: Mapping[str, Any]) -> Stand:
    """The state that a run starts from."""
    return Stand.model_validate(start["stand"]) if start.get("stand") else kern.begin(Begin.model_validate(start))


def overgang(stand: Stand, start: Mapping[str, Any], nummer: int) -> Iterator[Bevinding]:
    """A continued run must start from exactly the state in which the former one ended."""
    nieuw, waar = gedragen(start), f"run {nummer}"
    if Begin.model_validate(start) != stand.begin:
        yield Bevinding(code="run_gewijzigd", waar=waar, zin=f"Run {nummer} begint met een andere start dan de eerste.")
    if nieuw.seq != stand.seq:
        zin = f"Run {nummer} begint bij feit {nieuw.seq}, maar de run ervoor eindigde bij feit {stand.seq}."
        yield Bevinding(code="run_gewijzigd", waar=waar, zin=zin)
    elif nieuw != stand:
        delen = [naam for naam in Stand.model_fields if getattr(nieuw, naam) != getattr(stand, naam)]
        zin = f"Run {nummer} begint van een andere stand dan waarmee de run ervoor eindigde ({', '.join(delen)})."
        yield Bevinding(code="run_gewijzigd", waar=waar, zin=zin)


def keten(geschiedenissen: Sequence[Geschiedenis]) -> Iterator[Bevinding]:
    """Each run must name the one before it, the first none, and the last must not go on in a run that is not here."""
    vorige, verder, eerste = "", "", ""
    for nummer, geschiedenis in enumerate(geschiedenissen, start=1):
        begin = geschiedenis["events"][0]["workflowExecutionStartedEventAttributes"]
        noemt = begin.get("continuedExecutionRunId", "")
        if noemt and nummer == 1:
            zin = "De eerste run van de geschiedenis ontbreekt."
            yield Bevinding(code="run_ontbreekt", waar="run 1", zin=zin)
        elif noemt != vorige or (verder and begin.get("originalExecutionRunId") != verder):
            zin = f"Run {nummer} sluit niet aan op de run ervoor: daar hoort een andere run tussen."
            yield Bevinding(code="run_ontbreekt", waar=f"run {nummer}", zin=zin)
        elif eerste and begin.get("firstExecutionRunId", eerste) != eerste:
            zin = f"Run {nummer} noemt een andere eerste run dan run 1."
            yield Bevinding(code="run_gewijzigd", waar=f"run {nummer}", zin=zin)
        vorige = begin.get("originalExecutionRunId", "")
        eerste = eerste or begin.get("firstExecutionRunId", "")
        laatste = geschiedenis["events"][-1]
        verder = laatste.get("workflowExecutionContinuedAsNewEventAttributes", {}).get("newExecutionRunId", "")
    if soort(geschiedenissen[-1]["events"][-1]) == VERDER:
        zin = "De geschiedenis gaat verder in een volgende run, en die ontbreekt."
        yield Bevinding(code="run_ontbreekt", waar=f"run {len(geschiedenissen) + 1}", zin=zin)


def bewijs(id_: str, berekend: Bewijs | None, vastgelegd: Bewijs | None) -> Iterator[Bevinding]:
    """The receipt that was given for a command must be the one that the fold computes.

    Args:
        berekend: of the fold; None when no such command was accepted.
        vastgelegd: in the history; None when the answer stands there as failed.
    """
    waar = f"opdracht {id_}"
    if berekend is None:
        zin = f"Er is een bewijs van opdracht {id_}, maar die opdracht staat niet in de geschiedenis."
        yield Bevinding(code="bewijs_vreemd", waar=waar, zin=zin)
    elif vastgelegd is None:
        zin = f"Opdracht {id_} is uitgevoerd, maar volgens de geschiedenis kwam er geen bewijs."
        yield Bevinding(code="bewijs_ontbreekt", waar=waar, zin=zin)
    elif berekend != vastgelegd:
        zin = f"Het bewijs van opdracht {id_} (feit {vastgelegd.seq}) past niet bij de inhoud."
        yield Bevinding(code="bewijs_gewijzigd", waar=waar, zin=zin)


def zonder_bewijs(opdrachten: Mapping[str, str], bewezen: set[str]) -> Iterator[Bevinding]:
    """Every accepted update (update id to command id) was answered in the same task."""
    for update, id_ in opdrachten.items():
        if update not in bewezen:
            zin = f"Opdracht {id_} is aangenomen, maar het bewijs ervan ontbreekt in de geschiedenis."
            yield Bevinding(code="bewijs_ontbreekt", waar=f"opdracht {id_}", zin=zin)


def slot(stand: Stand, bewijs_: Bewijs) -> Iterator[Bevinding]:
    """The outcome of the workflow is the last fact of the life."""
    if (bewijs_.seq, bewijs_.hash) != (stand.seq, stand.kop):
        zin = f"De geschiedenis eindigt met een ander bewijs dan dat van feit {stand.seq}."
        yield Bevinding(code="bewijs_gewijzigd", waar="slot", zin=zin)
