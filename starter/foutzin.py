"""Dutch sentences for what pydantic has to say: they name the field, and never repeat the value."""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

MEESTE = 12

VORMEN = {
    r"^[A-Z0-9][A-Z0-9-]{2,39}$": "gebruik 3 tot 40 hoofdletters, cijfers en streepjes, bijvoorbeeld FL-2026-01",
    r"^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$": "gebruik letters, cijfers en _ . : / - zonder spaties, hoogstens 80 tekens",
    r"^[0-9a-f]{64}$": "dit moeten 64 tekens zijn: cijfers en a tot en met f",
    r"^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$": "gebruik letters, cijfers, - en _ zonder spaties, hoogstens 32 tekens",
    r"^[12][0-9]{3}-[12]$": "schrijf een half jaar als 2027-1 (januari tot en met juni) of 2027-2",
    r"^[A-Z0-9][A-Z0-9-]{2,39}/[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$": "schrijf een les als FL-2026-01/L1",
}
AANTALLEN = {"scores": "geef zes scores, een per Flevo-principe, elk 0 tot en met 3, zoals 2,2,3,1,2,3"}
"""What a field with a fixed number of values asks for."""
_VELDNAAM = re.compile(r"([a-z][a-z_.]*): ")
"""How a sentence of the models themselves begins when it is about one field."""

_DATUM = "schrijf een datum als 2026-03-10"
_GETAL = "schrijf een getal, bijvoorbeeld 12.4"
_HEEL = "schrijf een heel getal"
_GROEP = "hier horen velden met een naam te staan"
_SOORTEN: dict[str, str | Callable[[dict[str, Any]], str]] = {
    "missing": "dit ontbreekt",
    "string_type": "schrijf hier tekst; zet aanhalingstekens om een getal of datum",
    "string_unicode": "hier staat een teken dat geen tekst is",
    "string_too_short": "dit mag niet leeg zijn",
    "string_too_long": lambda c: f"dit is te lang: hoogstens {c['max_length']} tekens",
    "string_pattern_mismatch": lambda c: _vorm(c["pattern"]),
    "literal_error": lambda c: f"kies uit {_keuzes(c['expected'])}",
    "enum": lambda c: f"kies uit {_keuzes(c['expected'])}",
    "union_tag_invalid": lambda c: f"deze keuze bestaat niet; kies uit {_keuzes(c['expected_tags'])}",
    "union_tag_not_found": lambda c: f"noem eerst het veld {c['discriminator']}".replace("'", ""),
    "greater_than_equal": lambda c: f"dit moet minstens {c['ge']} zijn",
    "less_than_equal": lambda c: f"dit mag hoogstens {c['le']} zijn",
    "too_short": lambda c: f"hier is er minstens {c['min_length']} nodig",
    "too_long": lambda c: f"hier mogen er hoogstens {c['max_length']} staan",
    "decimal_max_digits": lambda c: f"dit getal is te lang: hoogstens {c['max_digits']} cijfers",
    "decimal_whole_digits": "dit getal is te groot",
    "decimal_max_places": lambda c: f"hoogstens {c['decimal_places']} cijfers achter de punt",
    "value_error": lambda c: str(c["error"]),
    "int_from_float": _HEEL,
    "tuple_type": "dit moet een lijst zijn",
    "list_type": "dit moet een lijst zijn",
    "finite_number": _GETAL,
}
_BEGINNEN = (
    ("date", _DATUM),
    ("int_", _HEEL),
    ("decimal_", _GETAL),
    ("float_", _GETAL),
    ("bool_", "kies ja of nee (true of false)"),
    ("model_", _GROEP),
    ("dict_", _GROEP),
)


def foutregels(fout: ValidationError, data: object, zonder: str = "") -> tuple[str, ...]:
    """One line for every field that is wrong, the first twelve.

    Args:
        data: what was validated; it tells field names from the tags pydantic puts between them.
        zonder: a first field to leave out of the path.
    """
    fouten = _zonder_gevolg(fout.errors(include_url=False, include_input=False))
    regels = list(dict.fromkeys(_regel(deel, data, zonder) for deel in fouten[:MEESTE]))
    if len(fouten) > MEESTE:
        regels.append(f"En nog {len(fouten) - MEESTE} andere fouten.")
    return tuple(regels)


def _zonder_gevolg(fouten: Sequence[Any]) -> list[Any]:
    """Without `too few` about a list of which the items themselves are wrong: that only follows from it."""
    plekken = [deel["loc"] for deel in fouten]
    return [
        deel
        for deel in fouten
        if deel["type"] != "too_short" or not any(p[:-1] == deel["loc"] for p in plekken if p != deel["loc"])
    ]


def _regel(fout: Any, data: object, zonder: str) -> str:
    pad = _pad(fout["loc"], data, heel=fout["type"] == "value_error")
    if zonder and pad[:1] == [zonder]:
        pad = pad[1:]
    if fout["type"] == "union_tag_invalid":
        pad.append(fout["ctx"]["discriminator"].strip("'"))
    aantal = _aantal(fout, pad)
    if aantal:
        return aantal
    if fout["type"] == "value_error":
        return _van_het_model(pad, _reden(fout))
    veld = ".".join(pad)[:200] or "de invoer"
    if fout["type"] == "extra_forbidden":
        return f"{veld}: dit veld bestaat hier niet"
    return f"{veld}: {_reden(fout)}"


def _aantal(fout: Any, pad: list[str]) -> str:
    """What a row of a fixed length asks, when there are too few or too many; empty for any other error."""
    rij = pad[:-1] if fout["type"] == "missing" else pad
    telt = fout["type"] in ("missing", "too_long", "too_short") and rij and rij[-1] in AANTALLEN
    return f"{'.'.join(rij)}: {AANTALLEN[rij[-1]]}" if telt else ""


def _van_het_model(pad: list[str], zin: str) -> str:
    """A sentence of a model about its fields together; one that names its field gets the path before it."""
    if eigen := _VELDNAAM.match(zin):
        return f"{'.'.join((*pad, eigen[1]))}: {zin[eigen.end() :]}"
    return f"{'.'.join(pad)[:200] or 'de invoer'}: {zin}"


def _reden(fout: Any) -> str:
    soort, context = fout["type"], fout.get("ctx", {})
    if soort in _SOORTEN:
        uitleg = _SOORTEN[soort]
        return uitleg if isinstance(uitleg, str) else uitleg(context)
    return next((tekst for begin, tekst in _BEGINNEN if soort.startswith(begin)), "deze waarde kan hier niet")


def _vorm(patroon: str) -> str:
    if "wd|" in patroon:
        return "schrijf een termijn als 20wd (werkdagen), 10d, 8w, 3m of 1j"
    return VORMEN.get(patroon, "dit heeft niet de goede vorm")


def _keuzes(verwacht: str) -> str:
    return verwacht.replace("'", "").replace(" or ", ", ").replace(" of ", ", ")


def _pad(plek: tuple[int | str, ...], data: object, *, heel: bool = False) -> list[str]:
    """The path as people know it: list places from 1, and without the tags of discriminated unions.

    `heel`: the error is about what stands at the end as a whole, so a tag can be the last as well.
    """
    pad: list[str] = []
    for i, deel in enumerate(plek):
        if isinstance(deel, int):
            pad.append(str(deel + 1))
            data = data[deel] if isinstance(data, (list, tuple)) and deel < len(data) else None
        elif isinstance(data, Mapping) and deel not in data and (heel or i < len(plek) - 1):
            continue
        else:
            pad.append(deel)
            data = data.get(deel) if isinstance(data, Mapping) else None
    return pad


def lijkt_op(naam: str, bekend: list[str]) -> str:
    """A hint for a typing mistake: ` Bedoelt u 'titel'?`, or nothing."""
    naast = get_close_matches(naam, bekend, n=2)
    return f" Bedoelt u {' of '.join(repr(n) for n in naast)}?" if naast else ""
