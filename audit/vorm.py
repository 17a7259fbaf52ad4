"""Is a history written exactly as Temporal writes it? Otherwise two readers can read two things in one file.

Temporal's own parser is forgiving: `event_time` beside `eventTime`, a moment with an offset, url-safe base64, a second
payload. The fold reads one spelling only. What both read alike is what Temporal writes; anything else is told here,
whatever either of them makes of it.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from archief.bronnen import PakFout
from archief.ontleden import ontleed
from audit.bevinding import Bevinding

WORKFLOWS, UPDATE = ("Opgave", "RegionaleAgenda"), "voer_uit"
"""The names by which the shells take a start and a command."""
VRIJ = frozenset({"metadata", "indexedFields", "fields"})
"""Below these stand names that people choose."""
_SOORT = re.compile(r"EVENT_TYPE_([A-Z]+(?:_[A-Z]+)*)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z", re.ASCII)
_JSON = base64.b64encode(b"json/plain").decode()
_GELEZEN: Mapping[str, tuple[str, ...]] = {
    "WORKFLOW_EXECUTION_STARTED": ("input",),
    "WORKFLOW_EXECUTION_UPDATE_ACCEPTED": ("acceptedRequest", "input", "args"),
    "WORKFLOW_EXECUTION_UPDATE_COMPLETED": ("outcome", "success"),
    "WORKFLOW_EXECUTION_COMPLETED": ("result",),
    "WORKFLOW_EXECUTION_CONTINUED_AS_NEW": ("input",),
    "ACTIVITY_TASK_SCHEDULED": ("input",),
}
"""Where the one value lies that is read, by kind of event."""
_BUNDEL = "ACTIVITY_TASK_SCHEDULED"


class _Vreemd(ValueError):
    """How it is written otherwise, in Dutch."""


def vorm(geschiedenissen: Sequence[Mapping[str, Any]]) -> Iterator[Bevinding]:
    """The first place in each run that Temporal would never write so."""
    for nr, geschiedenis in enumerate(geschiedenissen, start=1):
        gebeurtenissen = geschiedenis.get("events")
        for plaats, gebeurtenis in enumerate(gebeurtenissen if isinstance(gebeurtenissen, list) else (), start=1):
            try:
                _gebeurtenis(gebeurtenis)
            except (_Vreemd, KeyError, TypeError, AttributeError) as fout:
                waarom = str(fout) if isinstance(fout, _Vreemd) else "er ontbreekt iets"
                zin = f"Zo schrijft Temporal het niet ({waarom}); twee lezers kunnen er iets anders in lezen."
                yield Bevinding(code="vreemde_vorm", waar=f"run {nr}, gebeurtenis {plaats}", zin=zin)
                break


def _gebeurtenis(gebeurtenis: Mapping[str, Any]) -> None:
    if not (treffer := _SOORT.fullmatch(gebeurtenis["eventType"])):
        raise _Vreemd("de soort")
    soort = treffer[1]
    if not _MOMENT.fullmatch(gebeurtenis["eventTime"]):
        raise _Vreemd("het moment")
    if [naam for naam in gebeurtenis if naam.endswith("EventAttributes")] != [_naam(soort)]:
        raise _Vreemd("de inhoud hoort bij een andere soort")
    if _onderstreept(gebeurtenis):
        raise _Vreemd("een veldnaam")
    if soort in _GELEZEN:
        _inhoud(soort, gebeurtenis[_naam(soort)])


@lru_cache(maxsize=256)
def _naam(soort: str) -> str:
    """The field that holds what an event of this kind says."""
    eerste, *rest = soort.lower().split("_")
    return f"{eerste}{''.join(deel.capitalize() for deel in rest)}EventAttributes"


def _onderstreept(gebeurtenis: Mapping[str, Any]) -> bool:
    """Whether any field is named as in the proto file: Temporal takes that for the same field, and never writes it."""
    wachtrij: list[Any] = [gebeurtenis]
    while wachtrij:
        deel = wachtrij.pop()
        if type(deel) is list:
            wachtrij += deel
        elif type(deel) is dict:
            for naam, waarde in deel.items():
                if "_" in naam:
                    return True
                if naam not in VRIJ and (type(waarde) is dict or type(waarde) is list):
                    wachtrij.append(waarde)
    return False


def _inhoud(soort: str, attributen: Mapping[str, Any]) -> None:
    """The name under which a value is taken, and the value itself: one, plain JSON, in strict base64."""
    if soort == "WORKFLOW_EXECUTION_STARTED" and attributen["workflowType"]["name"] not in WORKFLOWS:
        raise _Vreemd("de naam van de workflow")
    if soort == "WORKFLOW_EXECUTION_UPDATE_ACCEPTED" and attributen["acceptedRequest"]["input"]["name"] != UPDATE:
        raise _Vreemd("de naam van de update")
    if soort == "WORKFLOW_EXECUTION_UPDATE_COMPLETED" and "failure" in attributen["outcome"]:
        return
    waarde: Any = attributen
    for naam in _GELEZEN[soort]:
        waarde = waarde[naam]
    if len(waarde["payloads"]) != 1:
        raise _Vreemd("meer dan een waarde")
    _waarde(waarde["payloads"][0], ontleden=soort != _BUNDEL)


def _waarde(payload: Mapping[str, Any], *, ontleden: bool) -> None:
    if set(payload) != {"metadata", "data"} or payload["metadata"] != {"encoding": _JSON}:
        raise _Vreemd("de codering van een waarde")
    try:
        tekst = base64.b64decode(payload["data"], validate=True)
        if ontleden:
            ontleed(tekst, dict, "")
    except (binascii.Error, ValueError, PakFout):
        raise _Vreemd("de tekens van een waarde") from None
