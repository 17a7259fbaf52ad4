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
_SCHRIJF = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
_SAMENGESTELD = (dict, list)


def canoniek(model: BaseModel) -> bytes:
    """Canonical bytes of a model; see the module text for the form."""
    return _SCHRIJF(_zonder_leeg(model.model_dump(mode="json", exclude_none=True))).encode()


def schakel(vorige: str, inhoud: bytes) -> str:
    """Hash (64 hex) of one link: the previous hash and the canonical content."""
    return hashlib.sha256(vorige.encode() + b"\n" + inhoud).hexdigest()


def getekend(inhoud: bytes, handtekening: str) -> str:
    """Hash (64 hex) by which others name a signed statement; it covers the signature too."""
    return hashlib.sha256(inhoud + b"\n" + handtekening.encode()).hexdigest()


def te_tekenen(soort: str, inhoud: bytes) -> bytes:
    """The bytes under a signature: what kind of statement it is stands in front, so that none can pass for another."""
    return f"opgavenmotor:{soort}:1\n".encode() + inhoud


def _zonder_leeg(waarde: Any) -> Any:
    """Plain JSON without what is empty; what stands in a list stays in it."""
    soort = type(waarde)
    if soort is dict:
        vol = {}
        for naam, deel in waarde.items():
            if deel is None or deel == "":
                continue
            if type(deel) in _SAMENGESTELD and not (deel := _zonder_leeg(deel)):
                continue
            vol[naam] = deel
        return vol
    return [_zonder_leeg(deel) for deel in waarde] if soort is list else waarde
