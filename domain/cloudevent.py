"""The envelope in which an event leaves the house: CloudEvents 1.0 in JSON, as the NL GOV profile wants it."""

import json
from datetime import UTC
from typing import Any

from domain.gebeurtenissen import Gebeurtenis

MEDIATYPE = "application/cloudevents+json"
MEDIATYPE_REEKS = "application/cloudevents-batch+json"
GROOTSTE = 65_536
"""Bytes of one event; the profile asks receivers to take this much."""


def omslag(gebeurtenis: Gebeurtenis, bron: str, basis_url: str | None) -> dict[str, Any]:
    """The event as CloudEvents JSON. `sequence` counts all events of this source, so a filtered feed shows gaps."""
    kop: dict[str, Any] = {
        "specversion": "1.0",
        "id": gebeurtenis.id,
        "source": bron,
        "type": gebeurtenis.type,
        "subject": gebeurtenis.opgave,
        "time": gebeurtenis.tijd.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "datacontenttype": "application/json",
    }
    if gebeurtenis.volgnr is not None:
        kop |= {"sequence": str(gebeurtenis.volgnr), "sequencetype": "Integer"}
    if basis_url is not None and gebeurtenis.volgnr is not None:
        kop["dataref"] = f"{basis_url}/v1/gebeurtenissen/{gebeurtenis.id}"
    return kop | {"data": gebeurtenis.data}


def als_json(waarde: object) -> bytes:
    """JSON in UTF-8 without spare spaces: the same event gives the same bytes."""
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":")).encode()
