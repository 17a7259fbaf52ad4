"""Read an exported history without Temporal: a page of Python that an auditor can follow by hand.

Temporal keeps commands, not facts. This fold gives every command to the same pure core, at the time of the workflow
task that handled it, and so arrives at the facts. Its rule: at each completed workflow task, now is the start of that
task (never going back); if a timer fired before it, time passes up to now; then each accepted update runs, in order.
"""

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from domain import kern
from domain.basis import Weigering
from domain.feit import Bewijs, Feit
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand

Gebeurtenis = dict[str, Any]


class OnleesbareGeschiedenis(Exception):
    """The export is not a history of an opgave; the text says what is wrong, in Dutch."""


@dataclass
class Vouwing:
    """What the fold arrived at, and what the history itself recorded about it.

    `berekend` and `vastgelegd` hold the receipts by command id. `bevindingen` names each contradiction, in Dutch.
    """

    stand: Stand
    feiten: list[Feit] = field(default_factory=list)
    berekend: dict[str, Bewijs] = field(default_factory=dict)
    vastgelegd: dict[str, Bewijs] = field(default_factory=dict)
    bevindingen: list[str] = field(default_factory=list)

    @property
    def klopt(self) -> bool:
        """Whether nothing contradicts anything."""
        return not self.bevindingen


def vouw(geschiedenissen: Sequence[dict[str, Any]]) -> Vouwing:
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
    except (KeyError, IndexError, TypeError, ValueError, Weigering) as fout:
        raise OnleesbareGeschiedenis(f"Dit is geen hele geschiedenis van een opgave ({type(fout).__name__}).") from fout


def _vouw(geschiedenissen: Sequence[dict[str, Any]]) -> Vouwing:
    start = _start(geschiedenissen[0])
    vouwing = Vouwing(stand=kern.begin(Begin.model_validate(start)))
    if start.get("stand"):
        vouwing.bevindingen.append("De eerste run van de geschiedenis ontbreekt.")
    for nummer, geschiedenis in enumerate(geschiedenissen, start=1):
        if nummer > 1:
            _sluit_aan(vouwing, _start(geschiedenis), nummer)
        _vouw_run(vouwing, geschiedenis)
    _vergelijk(vouwing)
    return vouwing


def _start(geschiedenis: dict[str, Any]) -> dict[str, Any]:
    """The start input of a run."""
    waarde: dict[str, Any] = _inhoud(geschiedenis["events"][0]["workflowExecutionStartedEventAttributes"]["input"])
    return waarde


def _inhoud(payloads: dict[str, Any]) -> Any:
    """The first value in a Temporal payload list, which is plain JSON in base64."""
    return json.loads(base64.b64decode(payloads["payloads"][0]["data"]))


def _sluit_aan(vouwing: Vouwing, start: dict[str, Any], nummer: int) -> None:
    """A continued run must start from exactly the state where the former one ended."""
    gedragen = Stand.model_validate(start.get("stand") or kern.begin(vouwing.stand.begin).model_dump())
    if gedragen != vouwing.stand:
        vouwing.bevindingen.append(
            f"Run {nummer} begint bij feit {gedragen.seq}, maar de run ervoor eindigde bij feit {vouwing.stand.seq}."
        )
        vouwing.stand = gedragen


def _vouw_run(vouwing: Vouwing, geschiedenis: dict[str, Any]) -> None:
    nu = gestart = datetime.fromtimestamp(0, UTC)
    timer, opdrachten = False, dict[str, str]()  # by update id: a command may come again under another one
    for gebeurtenis in geschiedenis["events"]:
        match _soort(gebeurtenis):
            case "WORKFLOW_TASK_STARTED":
                gestart = _moment(gebeurtenis)
            case "TIMER_FIRED":
                timer = True
            case "WORKFLOW_TASK_COMPLETED":
                nu = max(nu, gestart)
                if timer:
                    _stap(vouwing, nu, None)
                timer = False
            case "WORKFLOW_EXECUTION_UPDATE_ACCEPTED":
                opdracht = _opdracht(gebeurtenis)
                _stap(vouwing, nu, opdracht)
                opdrachten[_update_id(gebeurtenis)] = opdracht.id
            case "WORKFLOW_EXECUTION_UPDATE_COMPLETED":
                vouwing.vastgelegd.update((opdrachten.get(id_, id_), bewijs) for id_, bewijs in _bewijs(gebeurtenis))


def _soort(gebeurtenis: Gebeurtenis) -> str:
    return str(gebeurtenis.get("eventType", "")).removeprefix("EVENT_TYPE_")


def _moment(gebeurtenis: Gebeurtenis) -> datetime:
    """Whole seconds: Temporal writes nanoseconds, the core does not look below a second."""
    return datetime.fromisoformat(gebeurtenis["eventTime"][:19]).replace(tzinfo=UTC)


def _opdracht(gebeurtenis: Gebeurtenis) -> Opdracht:
    verzoek = gebeurtenis["workflowExecutionUpdateAcceptedEventAttributes"]["acceptedRequest"]
    return Opdracht.model_validate(_inhoud(verzoek["input"]["args"]))


def _update_id(gebeurtenis: Gebeurtenis) -> str:
    verzoek = gebeurtenis["workflowExecutionUpdateAcceptedEventAttributes"]["acceptedRequest"]
    return str(verzoek["meta"]["updateId"])


def _bewijs(gebeurtenis: Gebeurtenis) -> Iterator[tuple[str, Bewijs]]:
    attributen = gebeurtenis["workflowExecutionUpdateCompletedEventAttributes"]
    if geslaagd := attributen["outcome"].get("success"):
        yield attributen["meta"]["updateId"], Bewijs.model_validate(_inhoud(geslaagd))


def _stap(vouwing: Vouwing, nu: datetime, opdracht: Opdracht | None) -> None:
    vouwing.stand, feiten = kern.stap(vouwing.stand, nu, opdracht)
    vouwing.feiten += feiten
    if opdracht is not None:
        vouwing.berekend[opdracht.id] = kern.bewijs(vouwing.stand, opdracht.id)


def _vergelijk(vouwing: Vouwing) -> None:
    """Each recorded receipt must be the one the fold computes for that command."""
    for id_, bewijs in vouwing.vastgelegd.items():
        if vouwing.berekend.get(id_) != bewijs:
            vouwing.bevindingen.append(f"Het bewijs van opdracht {id_} (feit {bewijs.seq}) past niet bij de inhoud.")
