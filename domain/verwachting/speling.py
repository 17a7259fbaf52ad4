"""How much later each step can be without moving the end: total float over the dependencies of a life as it was played.

A step waited for what made it possible, and where several things had to be there first, for all of those. Where it
is not sure whether something was waited for, it counts as waited for: rather too little room than too much. How long
things take stays as it was played. The wait for a meeting belongs to the step that waits, so nobody is told to use it
up; and what comes before it has the room up to a meeting that still is in time.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from domain.basis import Fase
from domain.stand import Stand
from domain.verwachting import vergaderen
from domain.verwachting.gedaan import Gedaan
from domain.verwachting.model import Vraag
from domain.verwachting.taak import Taak

Plaats = tuple[str, int, int] | None
"""Where a step stands in a path: its traject, round and place."""
_STAPPEN = ("stap", "halte")
_VAN_EEN_VORM = (*_STAPPEN, "vorm", "recht")
_LOS = ("afspraak", "lescontrole", "verzoek")
"""What no phase waits for."""
_EINDE = "afsluiting"
_LANG_RECES = timedelta(days=100)
"""Within so many days every body meets."""


def speling(stand: Stand, vraag: Vraag, gedaan: Sequence[Gedaan]) -> list[int | None]:
    """Days of room per task: 0 where a day later is a day later at the end, None where the end does not wait for it.

    Args:
        stand: how the life ended; every step is in it.
        vraag: what the life was played with: its calendars say which later meeting there is.
        gedaan: the tasks, in the order in which they were done.
    """
    ruimte: list[int | None] = [None] * len(gedaan)
    if gedaan:
        ruimte[_einde(gedaan)] = 0
    plaatsen = [_plaats(stand, g.taak) for g in gedaan]
    for nr in reversed(range(len(gedaan))):
        rest = ruimte[nr]
        if rest is None:
            continue
        rest = _tot_vergadering(gedaan[nr], vraag, rest)
        for eerder, toen in _waarop(gedaan, plaatsen, nr):
            dagen, oud = (toen - gedaan[eerder].plan.op).days + rest, ruimte[eerder]
            ruimte[eerder] = dagen if oud is None else min(oud, dagen)
    return ruimte


def _tot_vergadering(stap: Gedaan, vraag: Vraag, rest: int) -> int:
    """The room of a step that leaves room before it: up to the last meeting within it, for a body that meets."""
    orgaan, op = stap.taak.orgaan, stap.plan.op
    if not rest or orgaan is None:
        return rest
    kalender, laatste = vraag.kalender(orgaan), op + timedelta(days=rest)
    zitting = vergaderen.eerste(kalender, orgaan, date.min, max(op, laatste - _LANG_RECES))
    if zitting is None:
        return rest
    while zitting is not None and zitting.op <= laatste:
        op = max(op, zitting.op)
        zitting = vergaderen.eerste(kalender, orgaan, date.min, zitting.op + timedelta(days=1))
    return (op - stap.plan.op).days


def _einde(gedaan: Sequence[Gedaan]) -> int:
    """The task that ends it: closing, else the last thing that can be seen."""
    return next((nr for nr, g in enumerate(gedaan) if g.taak.soort == _EINDE), len(gedaan) - 1)


def _plaats(stand: Stand, taak: Taak) -> Plaats:
    stap = stand.stappen.get(taak.stap) if taak.stap else None
    return (stap.traject, stap.ronde, stap.volgorde) if stap and stap.traject else None


def _waarop(gedaan: Sequence[Gedaan], plaatsen: Sequence[Plaats], nr: int) -> Iterable[tuple[int, date]]:
    """The tasks for which this one waited, each with the day by which it had to be done."""
    deze = gedaan[nr]
    if deze.plek:
        yield deze.plek - 1, deze.begint
    if deze.taak.soort in ("fase", _EINDE, *_VAN_EEN_VORM):
        for eerder in range(deze.plek - 1):
            if _wacht_op(deze.taak, plaatsen[nr], gedaan[eerder], plaatsen[eerder]):
                yield eerder, deze.begint
    if deze.geweigerd:
        for eerder in range(deze.plek, nr):
            yield eerder, deze.plan.op


def _wacht_op(taak: Taak, plaats: Plaats, eerder: Gedaan, toen: Plaats) -> bool:
    """Whether a task can need something that was done before it could begin, by what kind of tasks they are."""
    soort = eerder.taak.soort
    match taak.soort:
        case "afsluiting":
            antwoord = soort == "verzoek" and eerder.fase is Fase.BORGING  # partners may be asked whether it may end
            return antwoord or soort not in _LOS
        case "fase":
            return soort not in _LOS
        case "vorm":
            return soort in _VAN_EEN_VORM
        case _:
            ervoor = plaats is not None and toen is not None and toen[:2] == plaats[:2] and toen[2] < plaats[2]
            return ervoor or soort == "recht"
