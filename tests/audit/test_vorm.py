"""A history that two readers could read in two ways is told as such, before either of them is believed."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from pakken import Echt, los
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent
from test_lezen import runs
from vervalser import AANGENOMEN, BEVESTIGD, Json, bewijs, lees, opdracht, zet

from audit import vorm as vorm_
from audit.controle import controleer
from audit.film import film
from audit.lezen import vouw
from audit.vorm import vorm
from workflows import namen


def _met(events: list[Json], deel: str) -> Json:
    return next(g for g in events if deel in g)


def _alias(events: list[Json]) -> None:
    """The real command under the name that the fold reads, another under the name of the proto file."""
    gebeurtenis = _met(events, AANGENOMEN)
    vals = json.loads(json.dumps(gebeurtenis[AANGENOMEN]["acceptedRequest"]))
    inhoud = lees(vals["input"]["args"])
    zet(vals["input"]["args"], inhoud | {"door": {**inhoud["door"], "subject": "u-99"}})
    gebeurtenis[AANGENOMEN]["accepted_request"] = vals


def _urlveilig(events: list[Json]) -> None:
    """Temporal reads `-` as `+`; Python's plain reader drops it."""
    payload = opdracht(_met(events, AANGENOMEN))["payloads"][0]
    payload["data"] = f"-{payload['data']}"


def _verschoven(events: list[Json]) -> None:
    """The same digits on the clock, in a zone that the fold does not look at."""
    for gebeurtenis in events:
        gebeurtenis["eventTime"] = gebeurtenis["eventTime"].replace("Z", "+02:00")


def _oude_soort(events: list[Json]) -> None:
    """A way of writing from years ago, that Temporal's reader still mends."""
    _met(events, AANGENOMEN)["eventType"] = "WorkflowExecutionUpdateAccepted"


def _andere_soort(events: list[Json]) -> None:
    _met(events, AANGENOMEN)["eventType"] = "EVENT_TYPE_MARKER_RECORDED"


def _nummer_als_soort(events: list[Json]) -> None:
    events[1]["eventType"] = 5


def _tweede_waarde(events: list[Json]) -> None:
    payloads = opdracht(_met(events, AANGENOMEN))["payloads"]
    payloads.append(dict(payloads[0]))


def _andere_codering(events: list[Json]) -> None:
    payload = opdracht(_met(events, AANGENOMEN))["payloads"][0]
    payload["metadata"]["encoding"] = base64.b64encode(b"binary/null").decode()


def _twee_keer_een_naam(events: list[Json]) -> None:
    payload = opdracht(_met(events, AANGENOMEN))["payloads"][0]
    tekst = base64.b64decode(payload["data"])
    payload["data"] = base64.b64encode(b'{"id":"c1",' + tekst[1:]).decode()


def _andere_tekens(events: list[Json]) -> None:
    payload = events[0]["workflowExecutionStartedEventAttributes"]["input"]["payloads"][0]
    payload["data"] = base64.b64encode(base64.b64decode(payload["data"]).decode().encode("utf-16")).decode()


def _andere_update(events: list[Json]) -> None:
    _met(events, AANGENOMEN)[AANGENOMEN]["acceptedRequest"]["input"]["name"] = "doe_iets"


def _andere_workflow(events: list[Json]) -> None:
    events[0]["workflowExecutionStartedEventAttributes"]["workflowType"]["name"] = "Onderhoud"


def _bewijs_met_ruis(events: list[Json]) -> None:
    payload = bewijs(_met(events, BEVESTIGD))["payloads"][0]
    payload["data"] = payload["data"][:8] + "\n" + payload["data"][8:]


STREKEN: tuple[Callable[[list[Json]], None], ...] = (
    *(_alias, _urlveilig, _verschoven, _oude_soort, _andere_soort, _nummer_als_soort, _tweede_waarde, _andere_codering),
    *(_twee_keer_een_naam, _andere_tekens, _andere_update, _andere_workflow, _bewijs_met_ruis),
)


@pytest.mark.parametrize("streek", STREKEN, ids=lambda s: s.__name__)
def test_wat_temporal_anders_zou_schrijven_wordt_genoemd(streek: Callable[[list[Json]], None]) -> None:
    geschiedenis = json.loads(json.dumps(runs("happy")[0]))
    assert list(vorm([geschiedenis])) == []
    streek(geschiedenis["events"])
    (bevinding,) = vorm([geschiedenis])
    assert bevinding.code == "vreemde_vorm"
    assert bevinding.waar.startswith("run 1, gebeurtenis ")


@pytest.mark.parametrize("streek", [_alias, _verschoven], ids=lambda s: s.__name__)
async def test_daarvan_lezen_de_twee_lezers_echt_iets_anders(streek: Callable[[list[Json]], None]) -> None:
    """Why it matters: the fold finds nothing wrong, and Temporal has read another life."""
    geschiedenis = json.loads(json.dumps(runs("happy")[0]))
    streek(geschiedenis["events"])
    gevouwen, gefilmd = vouw([geschiedenis]), await film([geschiedenis])
    assert gevouwen.bevindingen == []
    assert gefilmd.beelden[-1].kop != gevouwen.stand.kop


@pytest.mark.parametrize("streek", STREKEN[:2], ids=lambda s: s.__name__)
def test_ook_het_oordeel_noemt_het(streek: Callable[[list[Json]], None], rijk: Echt) -> None:
    bestanden = rijk.bestanden
    pad = rijk.pak.manifest.runs[0].pad
    geschiedenis = json.loads(bestanden[pad])
    streek(geschiedenis["events"])
    bestanden[pad] = json.dumps(geschiedenis).encode()
    assert "vreemde_vorm" in {b.code for b in controleer(los(bestanden)).bevindingen}


@pytest.mark.parametrize("onzin", [None, 3, {}, {"eventType": "EVENT_TYPE_TIMER_FIRED"}, []])
def test_wat_geen_gebeurtenis_is_ook(onzin: Any) -> None:
    assert [b.code for b in vorm([{"events": [onzin]}])] == ["vreemde_vorm"]


def test_elke_soort_gebeurtenis_van_temporal_heeft_de_naam_die_hier_wordt_verwacht() -> None:
    velden = {veld.json_name for veld in HistoryEvent.DESCRIPTOR.fields}
    soorten = {soort.removeprefix("EVENT_TYPE_") for soort in EventType.keys()} - {"UNSPECIFIED"}  # noqa: SIM118
    assert len(soorten) > 40
    assert {soort for soort in soorten if vorm_._naam(soort) not in velden} == set()


def test_de_namen_zijn_die_van_de_schil() -> None:
    """The check does not import Temporal, so it holds them itself."""
    assert vorm_.WORKFLOWS == (namen.OPGAVE_WORKFLOW, namen.AGENDA_WORKFLOW)
    assert vorm_.UPDATE == namen.VOER_UIT
