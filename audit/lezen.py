"""Read an exported history without Temporal: a page of Python that an auditor can follow by hand.

Temporal keeps commands, not facts. This fold gives every command to the same pure core, at the time of the workflow
task that handled it, and so arrives at the facts. Its rule: at each completed workflow task, now is the start of that
task (never going back); if a timer fired before it, time passes up to now; then each accepted update runs, in order.
What the history itself says about the outcome (receipts, fingerprints, the state that a next run starts from) is held
against it: `audit.tegenspraak`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from audit import tegenspraak
from audit.beeld import Beeld
from audit.bevinding import Bevinding
from audit.gebeurtenis import (
    Gebeurtenis,
    Geschiedenis,
    OnleesbareGeschiedenis,
    bewijs,
    moment,
    opdracht,
    slotbewijs,
    soort,
    start,
)
from domain import kern
from domain.feit import Bewijs, Feit
from domain.opdracht import Opdracht
from domain.reglement.register import LANDED
from domain.stand import Begin, Stand

__all__ = ["OnleesbareGeschiedenis", "Vouwing", "vouw"]


@dataclass
class Vouwing:
    """What the fold arrived at, and what the history itself recorded about it.

    `berekend` and `vastgelegd` hold the receipts by command id; `opdrachten` the commands in the order in which they
    were accepted, `updates` their ids by update id. `taken` holds a frame per completed workflow task. `bevindingen`
    names each contradiction.
    """

    stand: Stand
    feiten: list[Feit] = field(default_factory=list)
    berekend: dict[str, Bewijs] = field(default_factory=dict)
    vastgelegd: dict[str, Bewijs] = field(default_factory=dict)
    opdrachten: list[Opdracht] = field(default_factory=list)
    updates: dict[str, str] = field(default_factory=dict)
    taken: list[Beeld] = field(default_factory=list)
    gebeurtenissen: int = 0
    bevindingen: list[Bevinding] = field(default_factory=list)

    @property
    def klopt(self) -> bool:
        """Whether nothing contradicts anything."""
        return not self.bevindingen

    def taak_van(self, seq: int) -> Beeld | None:
        """The frame of the workflow task in which a fact came to be; None when there is no such fact."""
        plek = bisect_left(self.taken, seq, key=lambda beeld: beeld.seq)
        return self.taken[plek] if seq > 0 and plek < len(self.taken) else None


def vouw(geschiedenissen: Sequence[Geschiedenis]) -> Vouwing:
    """Fold the runs of one opgave, in order.

    Args:
        geschiedenissen: the exported histories (parsed JSON), the first run first.

    Raises:
        OnleesbareGeschiedenis: there is no history, or it is not of an opgave.
    """
    if not geschiedenissen:
        raise OnleesbareGeschiedenis("Er is geen geschiedenis om te lezen.")
    try:
        return _vouw(geschiedenissen)
    except OnleesbareGeschiedenis:
        raise
    except Exception as fout:  # whatever a stranger's file makes the core trip over: it is no history of an opgave
        raise OnleesbareGeschiedenis(f"Dit is geen hele geschiedenis van een opgave ({type(fout).__name__}).") from fout


def _vouw(geschiedenissen: Sequence[Geschiedenis]) -> Vouwing:
    vouwing = Vouwing(stand=kern.begin(_begin(start(geschiedenissen[0]))))
    vouwing.bevindingen += tegenspraak.keten(geschiedenissen)
    for nummer, geschiedenis in enumerate(geschiedenissen, start=1):
        if nummer > 1:
            invoer = start(geschiedenis)
            vouwing.bevindingen += tegenspraak.overgang(vouwing.stand, invoer, nummer)
            vouwing.stand = tegenspraak.gedragen(invoer)
        _vouw_run(vouwing, nummer, geschiedenis["events"])
    return vouwing


def _begin(invoer: dict[str, Any]) -> Begin:
    begin = Begin.model_validate(invoer)
    if begin.reglement not in LANDED:
        raise OnleesbareGeschiedenis(f"Dit programma kent het reglement {begin.reglement} niet.", "andere_code")
    return begin


def _vouw_run(vouwing: Vouwing, run: int, gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    nu = gestart = datetime.fromtimestamp(0, UTC)
    taak, timer = 0, False
    updates, bewezen = dict[str, str](), set[str]()  # by update id: a command may come again under another one
    for gebeurtenis in gebeurtenissen:
        match soort(gebeurtenis):
            case "WORKFLOW_TASK_STARTED":
                gestart = moment(gebeurtenis)
            case "TIMER_FIRED":
                timer = True
            case "WORKFLOW_TASK_COMPLETED":
                _sluit_taak(vouwing, run, taak, nu)
                taak, nu = int(gebeurtenis["eventId"]), max(nu, gestart)
                if timer:
                    _stap(vouwing, nu, None)
                timer = False
            case "WORKFLOW_EXECUTION_UPDATE_ACCEPTED":
                if not taak:
                    raise OnleesbareGeschiedenis("Er is een opdracht aangenomen voordat er een werkmoment was.")
                update, opdracht_ = opdracht(gebeurtenis)
                _stap(vouwing, nu, opdracht_)
                updates[update] = opdracht_.id
            case "WORKFLOW_EXECUTION_UPDATE_COMPLETED":
                update, gegeven = bewijs(gebeurtenis)
                bewezen.add(update)
                _houd_tegen(vouwing, updates.get(update, update), gegeven)
            case "WORKFLOW_EXECUTION_COMPLETED":
                vouwing.bevindingen += tegenspraak.slot(vouwing.stand, slotbewijs(gebeurtenis))
    _sluit_taak(vouwing, run, taak, nu)
    vouwing.gebeurtenissen += len(gebeurtenissen)
    vouwing.updates |= updates
    vouwing.bevindingen += tegenspraak.zonder_bewijs(updates, bewezen)


def _stap(vouwing: Vouwing, nu: datetime, opdracht_: Opdracht | None) -> None:
    vouwing.stand, feiten = kern.stap(vouwing.stand, nu, opdracht_)
    vouwing.feiten += feiten
    if opdracht_ is not None:
        vouwing.opdrachten.append(opdracht_)
        vouwing.berekend[opdracht_.id] = kern.bewijs(vouwing.stand, opdracht_.id)


def _sluit_taak(vouwing: Vouwing, run: int, taak: int, nu: datetime) -> None:
    if taak:
        vouwing.taken.append(Beeld(run, taak, nu, vouwing.stand))


def _houd_tegen(vouwing: Vouwing, id_: str, gegeven: Bewijs | None) -> None:
    """Each receipt must be the one that the fold computes for that command."""
    vouwing.bevindingen += tegenspraak.bewijs(id_, vouwing.berekend.get(id_), gegeven)
    if gegeven is not None:
        vouwing.vastgelegd[id_] = gegeven
