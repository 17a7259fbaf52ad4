"""The hash chain: each fact's hash covers the one before it and everything in the fact itself.

Canonical form: JSON with sorted keys and no spaces, from which empty values (null, "", [], {}) are left out. So a
field that is added later with an empty default leaves every earlier hash as it was. `false` and 0 are values and stay:
"not met" and "can't be told" must not share a hash. (So a later yes/no field needs None as its default.)
"""

import hashlib
import json
from typing import Any

from pydantic import BaseModel

GEEN = "0" * 64


def canoniek(model: BaseModel) -> bytes:
    """Canonical bytes of a model; see the module text for the form."""
    return json.dumps(
        _zonder_leeg(model.model_dump(mode="json")), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def schakel(vorige: str, inhoud: bytes) -> str:
    """Hash (64 hex) of one link: the previous hash and the canonical content."""
    return hashlib.sha256(vorige.encode() + b"\n" + inhoud).hexdigest()


def te_tekenen(soort: str, inhoud: bytes) -> bytes:
    """The bytes under a signature: what kind of statement it is stands in front, so that none can pass for another."""
    return f"opgavenmotor:{soort}:1\n".encode() + inhoud


def _zonder_leeg(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {k: v for k, w in waarde.items() if not _leeg(v := _zonder_leeg(w))}
    if isinstance(waarde, list):
        return [_zonder_leeg(w) for w in waarde]
    return waarde


def _leeg(waarde: Any) -> bool:
    return waarde is None or (isinstance(waarde, (str, list, dict)) and not waarde)
