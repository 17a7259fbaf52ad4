"""Do rules that were written down in canonical JSON say what these rules of today say?

What is empty was not written (see `domain.keten`), and a field that came later was not either. So what is missing must
be empty now or be at its default, and nothing may stand there that nobody reads.
"""

from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import to_jsonable_python

from audit.keuring.feitregel import kaal

_LEEG = frozenset((b"null", b'""', b"[]", b"{}"))


def zegt_hetzelfde(nu: object, toen: Any) -> bool:
    """Whether this value of today (a model, or what is in one) is what was written then (plain JSON)."""
    match nu, toen:
        case BaseModel(), dict():
            velden = type(nu).model_fields
            bekend = toen.keys() <= velden.keys()
            return bekend and all(_veld(getattr(nu, naam), veld, naam, toen) for naam, veld in velden.items())
        case tuple() | list(), list():
            return len(nu) == len(toen) and all(zegt_hetzelfde(a, b) for a, b in zip(nu, toen, strict=True))
        case dict(), dict():
            waarden = {str(to_jsonable_python(sleutel)): waarde for sleutel, waarde in nu.items()}
            return toen.keys() <= waarden.keys() and all(
                zegt_hetzelfde(waarde, toen[naam]) if naam in toen else _leeg(waarde)
                for naam, waarde in waarden.items()
            )
    return kaal(to_jsonable_python(nu)) == kaal(toen)


def _veld(waarde: object, veld: FieldInfo, naam: str, toen: dict[str, Any]) -> bool:
    if naam in toen:
        return zegt_hetzelfde(waarde, toen[naam])
    return _leeg(waarde) or (
        not veld.is_required() and bool(waarde == veld.get_default(call_default_factory=True, validated_data={}))
    )


def _leeg(waarde: object) -> bool:
    """Whether this is not written in canonical JSON."""
    return kaal(to_jsonable_python(waarde)) in _LEEG
