"""One event of an exported history, as plain JSON: its kind, its time, and what was written in it."""

import base64
import json
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from audit.bevinding import Code
from domain.feit import Bewijs
from domain.opdracht import OPDRACHTEN, Opdracht

Gebeurtenis = dict[str, Any]
Geschiedenis = dict[str, Any]

VOORVOEGSEL = len("EVENT_TYPE_")


class OnleesbareGeschiedenis(Exception):
    """The export is not a history of an opgave; the text says what is wrong, in Dutch.

    `code` tells a file of a newer program (`andere_code`) from one that makes no sense (`onleesbaar`).
    """

    def __init__(self, zin: str, code: Code = "onleesbaar") -> None:
        super().__init__(zin)
        self.code = code


def soort(gebeurtenis: Gebeurtenis) -> str:
    """The kind of an event, such as `TIMER_FIRED`."""
    waarde: str = gebeurtenis["eventType"][VOORVOEGSEL:]
    return waarde


def moment(gebeurtenis: Gebeurtenis) -> datetime:
    """Whole seconds (UTC): Temporal writes nanoseconds, the core does not look below a second."""
    return datetime.fromisoformat(gebeurtenis["eventTime"][:19]).replace(tzinfo=UTC)


def inhoud(payloads: dict[str, Any]) -> Any:
    """The first value in a Temporal payload list, which is plain JSON in base64."""
    return json.loads(base64.b64decode(payloads["payloads"][0]["data"]))


def start(geschiedenis: Geschiedenis) -> dict[str, Any]:
    """The start input of a run."""
    eerste = geschiedenis["events"][0]["workflowExecutionStartedEventAttributes"]
    waarde: dict[str, Any] = inhoud(eerste["input"])
    return waarde


def opdracht(gebeurtenis: Gebeurtenis) -> tuple[str, Opdracht]:
    """The id of an accepted update, and the command in it.

    Raises:
        OnleesbareGeschiedenis: the command is of a kind that this program does not know.
    """
    verzoek = gebeurtenis["workflowExecutionUpdateAcceptedEventAttributes"]["acceptedRequest"]
    tekst = base64.b64decode(verzoek["input"]["args"]["payloads"][0]["data"])
    try:
        return str(verzoek["meta"]["updateId"]), Opdracht.model_validate_json(tekst)
    except ValidationError:
        if (naam := json.loads(tekst)["inhoud"]["soort"]) in OPDRACHTEN:
            raise
        raise OnleesbareGeschiedenis(f"Dit programma kent de opdracht {str(naam)[:40]} niet.", "andere_code") from None


def bewijs(gebeurtenis: Gebeurtenis) -> tuple[str, Bewijs | None]:
    """The id of a completed update, and the receipt that was given; None when it failed."""
    attributen = gebeurtenis["workflowExecutionUpdateCompletedEventAttributes"]
    geslaagd = attributen["outcome"].get("success")
    tekst = base64.b64decode(geslaagd["payloads"][0]["data"]) if geslaagd else b""
    return str(attributen["meta"]["updateId"]), Bewijs.model_validate_json(tekst) if tekst else None


def slotbewijs(gebeurtenis: Gebeurtenis) -> Bewijs:
    """The receipt with which the workflow ended."""
    return Bewijs.model_validate(inhoud(gebeurtenis["workflowExecutionCompletedEventAttributes"]["result"]))
