"""The histories against the manifest, and what lies in them beside commands: events by number, bundles of facts."""

import base64
import binascii
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from archief.formaat import Manifest, Run
from audit.bevinding import Bevinding, Code
from audit.keuring.feitregel import Feitregel, kaal

EINDES = {
    "WORKFLOW_EXECUTION_COMPLETED": "voltooid",
    "WORKFLOW_EXECUTION_CONTINUED_AS_NEW": "voortgezet",
    **dict.fromkeys(
        (f"WORKFLOW_EXECUTION_{einde}" for einde in ("FAILED", "CANCELED", "TERMINATED", "TIMED_OUT")), "anders"
    ),
}
BUNDEL = "verwerk_feiten"
"""The activity that hands facts to the register; its input stands in the history."""


def runs(vermeld: Sequence[Run], geschiedenissen: Sequence[Mapping[str, Any]]) -> Iterator[Bevinding]:
    """Each history is the run that the manifest names, whole and in order."""
    for plaats, (run, geschiedenis) in enumerate(zip(vermeld, geschiedenissen, strict=True), start=1):
        waar = f"run {run.nr}"
        if run.nr != plaats:
            yield _bevinding("run_ontbreekt", f"run {plaats}", f"Na run {plaats - 1} noemt het manifest run {run.nr}.")
        gebeurtenissen = geschiedenis.get("events")
        if not isinstance(gebeurtenissen, list) or not gebeurtenissen:
            yield _bevinding("onleesbaar", waar, "Dit is geen geschiedenis.")
            continue
        try:
            yield from _run(run, gebeurtenissen, waar)
        except (KeyError, TypeError, ValueError, AttributeError):
            yield _bevinding("onleesbaar", waar, "Dit is geen hele geschiedenis.")


def _run(run: Run, gebeurtenissen: list[dict[str, Any]], waar: str) -> Iterator[Bevinding]:
    begin = gebeurtenissen[0]["workflowExecutionStartedEventAttributes"]
    if begin.get("originalExecutionRunId") != run.run_id:
        yield _bevinding("run_gewijzigd", waar, "De geschiedenis is van een andere run dan het manifest noemt.")
        return
    nummers = [int(g["eventId"]) for g in gebeurtenissen]
    sprong = next((nr for nr, id_ in enumerate(nummers, start=1) if nr != id_), None)
    if sprong is not None:
        zin = f"Gebeurtenis {sprong} ontbreekt of staat op een andere plaats."
        yield _bevinding("run_gewijzigd", f"{waar}, gebeurtenis {sprong}", zin)
    elif len(nummers) < run.gebeurtenissen:
        zin = f"De run houdt op bij gebeurtenis {len(nummers)}; volgens het manifest zijn er {run.gebeurtenissen}."
        yield _bevinding("staart_afgeknipt", waar, zin)
    elif len(nummers) > run.gebeurtenissen or EINDES.get(soort(gebeurtenissen[-1]), "loopt") != run.einde:
        zin = f"Volgens het manifest telt de run {run.gebeurtenissen} gebeurtenissen en eindigt hij: {run.einde}."
        yield _bevinding("run_gewijzigd", waar, zin)
    if _seconde(gebeurtenissen[0]["eventTime"]) != run.begonnen_op.replace(tzinfo=None):
        yield _bevinding("tijd_gewijzigd", waar, "De run begint op een ander moment dan het manifest noemt.")


def soort(gebeurtenis: Mapping[str, Any]) -> str:
    """The kind of an event."""
    return str(gebeurtenis.get("eventType", "")).removeprefix("EVENT_TYPE_")


def _seconde(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst[:19])


def bundels(
    geschiedenissen: Sequence[Mapping[str, Any]], feiten: Mapping[int, Feitregel], manifest: Manifest, alles: bool
) -> Iterator[Bevinding]:
    """The facts that the workflow handed to the register are those that were recorded, and all of them.

    Args:
        feiten: the facts as they should be.
        alles: nothing was under way when the pack was made, so that each fact must have been handed over.
    """
    gegeven, vreemd = set[int](), set[str]()
    for nr, geschiedenis in enumerate(geschiedenissen, start=1):
        gebeurtenissen = geschiedenis.get("events")
        for gebeurtenis in gebeurtenissen if isinstance(gebeurtenissen, list) else ():
            if isinstance(gebeurtenis, dict) and "activityTaskScheduledEventAttributes" in gebeurtenis:
                waar = f"run {nr}, gebeurtenis {gebeurtenis.get('eventId')}"
                attributen = gebeurtenis["activityTaskScheduledEventAttributes"]
                for bevinding in _bundel(attributen, feiten, manifest.opgave, waar, gegeven):
                    if bevinding.code != "andere_opgave" or bevinding.zin not in vreemd:
                        yield bevinding
                    vreemd.add(bevinding.zin)
    gemist = sorted(set(feiten) - gegeven) if alles else []
    if gemist:
        zin = f"Volgens de geschiedenis is feit {gemist[0]} nooit vastgelegd ({len(gemist)} zulke feiten)."
        yield _bevinding("run_gewijzigd", f"feit {gemist[0]}", zin)


def bundelfeiten(attributen: Mapping[str, Any]) -> Any:
    """What an activity of that name was given: start and facts."""
    return json.loads(base64.b64decode(attributen["input"]["payloads"][0]["data"]))


def _bundel(
    attributen: Mapping[str, Any], feiten: Mapping[int, Feitregel], opgave: str, waar: str, gegeven: set[int]
) -> Iterator[Bevinding]:
    try:
        if attributen["activityType"]["name"] != BUNDEL:
            return
        bundel = bundelfeiten(attributen)
        if bundel["begin"]["opgave"] != opgave:
            zin = f"Hier gaat een bundel naar het register van opgave {str(bundel['begin']['opgave'])[:40]}."
            yield _bevinding("andere_opgave", waar, zin)
            return
        for feit in bundel["feiten"]:
            gegeven.add(feit["seq"])
            echt = feiten.get(feit["seq"])
            if echt is None or (feit != echt.ruw and kaal(feit) != kaal(echt.ruw)):
                yield _bevinding("run_gewijzigd", waar, f"Hier ging een ander feit {feit['seq']} naar het register.")
    except (KeyError, IndexError, TypeError, ValueError, binascii.Error, RecursionError):
        yield _bevinding("onleesbaar", waar, "De bundel met feiten is niet te lezen.")


def _bevinding(code: Code, waar: str, zin: str) -> Bevinding:
    return Bevinding(code=code, waar=waar, zin=zin)
