"""The rules of the NL GOV profile for CloudEvents 1.1 that an event of ours must keep, written out a second time."""

import json
import re
from typing import Any

VERPLICHT = ("specversion", "id", "source", "type")
OPTIONEEL = ("subject", "time", "datacontenttype", "dataschema", "dataref", "sequence", "sequencetype")
_TIJD = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_TYPE = re.compile(r"[a-z]{2}(\.[a-z0-9]+(-[a-z0-9]+)*)+\.v[1-9][0-9]*")
_BRON = re.compile(r"urn:nld:[a-z0-9][a-z0-9-]*(:[A-Za-z0-9._-]+)+")


def gebreken(event: dict[str, Any]) -> list[str]:
    """What is wrong with this event in structured JSON; empty when nothing is."""
    koppen = {naam: waarde for naam, waarde in event.items() if naam != "data"}
    return [
        *(f"{naam} ontbreekt" for naam in VERPLICHT if not event.get(naam)),
        *(f"{naam} is geen naam van een attribuut" for naam in koppen if not re.fullmatch(r"[a-z0-9]{1,20}", naam)),
        *(f"{naam} is onbekend" for naam in koppen if naam not in VERPLICHT + OPTIONEEL),
        *(f"{naam} is geen gevulde tekst" for naam, w in koppen.items() if not (isinstance(w, str) and w)),
        *_vorm(event),
        *_volgorde(event),
        *(["groter dan 64 KB"] if len(json.dumps(event, ensure_ascii=False).encode()) > 65_536 else []),
    ]


def _vorm(event: dict[str, Any]) -> list[str]:
    eisen = {
        "specversion moet 1.0 zijn": event.get("specversion") == "1.0",
        "source moet een URN in nld zijn": _BRON.fullmatch(event.get("source", "")),
        "type moet omgekeerde DNS zijn met een versie": _TYPE.fullmatch(event.get("type", "")),
        "time moet RFC 3339 zijn": "time" not in event or _TIJD.fullmatch(event["time"]),
        "data moet bij datacontenttype passen": event.get("datacontenttype") == "application/json"
        and isinstance(event.get("data"), dict),
        "dataref moet een URL zijn": "dataref" not in event or re.match(r"https?://[^\s?#]+$", event["dataref"]),
    }
    return [wat for wat, goed in eisen.items() if not goed]


def _volgorde(event: dict[str, Any]) -> list[str]:
    if ("sequence" in event) != ("sequencetype" in event):
        return ["sequence en sequencetype horen bij elkaar"]
    if "sequence" not in event:
        return []
    goed = event["sequencetype"] == "Integer" and re.fullmatch(r"[1-9][0-9]*", str(event["sequence"]))
    return [] if goed else ["sequence moet een getal vanaf 1 zijn, als tekst"]
