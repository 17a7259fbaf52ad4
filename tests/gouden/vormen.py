"""The shapes of everything that stands in histories, facts and packs, and which changes of a shape are allowed.

A shape is what pydantic's JSON Schema says of a model without its texts: fields, types, limits, what is required and
what it is when left out. What was written years ago must still be read, and must keep its hash: so a new field has an
empty default, which the canonical form leaves out (`domain.keten`).
"""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

Vorm = dict[str, Any]
WAT_NU = (
    "Dit breekt wat eerder is vastgelegd. Maak er een additief veld met lege standaard van (None, '', () of {}), "
    "of een nieuwe soort naast de oude; laat wat er stond, staan."
)
_TEKST = ("title", "description", "examples")
_MEER = ("anyOf", "oneOf")
"""Unions: a new kind beside the others is allowed."""
_RUIMER = {"maxLength": 1, "maximum": 1, "exclusiveMaximum": 1, "maxItems": 1}
_RUIMER |= {"minLength": -1, "minimum": -1, "exclusiveMinimum": -1, "minItems": -1}
"""Limits: which way is wider. A narrower one would refuse what was written."""


def vormen(modellen: list[type[BaseModel]]) -> dict[str, Vorm]:
    """The shape of these models and of all that they hold, by name."""
    gevonden = dict[str, Vorm]()
    for model in modellen:
        schema = model.model_json_schema(mode="validation")
        for naam, deel in {**schema.pop("$defs", {}), model.__name__: schema}.items():
            vorm = _kaal(deel)
            if gevonden.setdefault(naam, vorm) != vorm:
                raise ValueError(f"twee verschillende modellen heten {naam}")
    return dict(sorted(gevonden.items()))


def _kaal(deel: Any) -> Any:
    """Without texts, and with what has no order in a fixed order."""
    if isinstance(deel, list):
        return [_kaal(d) for d in deel]
    if not isinstance(deel, dict):
        return deel
    # Under `properties` stand names of fields, and a field may well be called description.
    schoon = {k: {n: _kaal(v) for n, v in w.items()} if k == "properties" else _kaal(w) for k, w in deel.items()}
    kaal = {k: w for k, w in schoon.items() if k not in _TEKST or not isinstance(deel[k], str | list)}
    for sleutel in ("required", "enum"):
        if sleutel in kaal:
            kaal[sleutel] = sorted(kaal[sleutel], key=str)
    for sleutel in _MEER:
        if sleutel in kaal:
            kaal[sleutel] = sorted(kaal[sleutel], key=str)
    kaal.pop("discriminator", None)  # it only repeats the kinds of the union
    return kaal


def breuken(toen: dict[str, Vorm], nu: dict[str, Vorm]) -> list[str]:
    """What of the old shapes today's code would no longer read, or would hash otherwise; in Dutch, one line each."""
    toen = _met_nieuwe_namen(toen, nu)
    fouten = [f"{naam} is weg" for naam in toen if naam not in nu]
    for naam in toen:
        if naam in nu:
            fouten += [f"{naam}{fout}" for fout in _breuken_in(toen[naam], nu[naam])]
    return fouten


def _met_nieuwe_namen(toen: dict[str, Vorm], nu: dict[str, Vorm]) -> dict[str, Vorm]:
    """A class that only got another name is the same shape: names of classes stand in no history and no pack."""
    tekst, nieuw = json.dumps(toen), nu.keys() - toen.keys()
    for oud in toen.keys() - nu.keys():
        for naam in sorted(n for n in nieuw if _zelfde_velden(toen[oud], nu[n])):
            tekst = tekst.replace(f'"{oud}":', f'"{naam}":').replace(f'/{oud}"', f'/{naam}"')
    hernoemd: dict[str, Vorm] = json.loads(tekst)
    return hernoemd


def _zelfde_velden(toen: Vorm, nu: Vorm) -> bool:
    velden = toen.get("properties", {})
    zelfde = velden.keys() == nu.get("properties", {}).keys() and toen.get("enum") == nu.get("enum")
    return zelfde and velden.get("soort") == nu.get("properties", {}).get("soort")


def _breuken_in(toen: Vorm, nu: Vorm) -> Iterator[str]:
    velden, nieuwe = toen.get("properties", {}), nu.get("properties", {})
    if not velden and not nieuwe:
        yield from (f": {fout}" for fout in _type(toen, nu))
    verplicht, was_verplicht = set(nu.get("required", ())), set(toen.get("required", ()))
    for veld, vorm in velden.items():
        if veld not in nieuwe:
            yield f".{veld} is weg of heet anders"
            continue
        yield from (f".{veld}: {fout}" for fout in _type(vorm, nieuwe[veld]))
        yield from (
            f".{veld}: {fout}" for fout in _standaard(vorm, nieuwe[veld], veld in was_verplicht, veld in verplicht)
        )
    for veld in nieuwe.keys() - velden.keys():
        if veld in verplicht:
            yield f".{veld} is nieuw en verplicht"
        elif not _leeg(nieuwe[veld].get("default")):
            yield f".{veld} is nieuw en heeft een standaard die niet leeg is: {nieuwe[veld]['default']}"


def _standaard(toen: Vorm, nu: Vorm, was_verplicht: bool, verplicht: bool) -> Iterator[str]:
    """What is left out must mean what it meant; what was always there may become optional, when empty is its default."""
    if verplicht and not was_verplicht:
        yield "is nu verplicht"
    elif was_verplicht and not verplicht and not _leeg(nu.get("default")):
        yield f"heeft nu een standaard die niet leeg is: {nu['default']}"
    elif not was_verplicht and not verplicht and _gevuld(toen.get("default")) != _gevuld(nu.get("default")):
        yield f"had als standaard {toen.get('default')} en heeft nu {nu.get('default')}"


def _type(toen: Any, nu: Any) -> Iterator[str]:
    """Where the type became another one; wider limits, more kinds and more words are allowed."""
    if not isinstance(toen, dict) or not isinstance(nu, dict):
        if toen != nu:
            yield f"was {toen} en is nu {nu}"
        return
    if _leden(toen) or _leden(nu):
        if kwijt := [
            _noem(lid) for lid in _leden(toen) or [_los(toen)] if not _staat_in(lid, _leden(nu) or [_los(nu)])
        ]:
            yield f"kan niet meer zijn: {', '.join(kwijt)}"
        return
    for sleutel in sorted((toen.keys() | nu.keys()) - {"default", "enum", "const", "properties", "required"}):
        yield from _sleutel(sleutel, toen.get(sleutel), nu.get(sleutel))
    if kwijt := sorted(_woorden(toen) - _woorden(nu)) if _woorden(nu) else []:
        yield f"kan niet meer zijn: {', '.join(kwijt)}"
    if _woorden(nu) and not _woorden(toen):
        yield f"kan alleen nog zijn: {', '.join(sorted(_woorden(nu)))}"


def _sleutel(naam: str, toen: Any, nu: Any) -> Iterator[str]:
    if naam in _RUIMER:
        if nu is not None and (toen is None or (nu - toen) * _RUIMER[naam] < 0):
            yield f"{naam} was {toen} en is nu {nu}: wat eerder mocht, mag niet meer"
    elif isinstance(toen, dict) and isinstance(nu, dict):
        yield from _type(toen, nu)
    elif isinstance(toen, list) and isinstance(nu, list) and len(toen) == len(nu):
        for een, ander in zip(toen, nu, strict=True):
            yield from _type(een, ander)
    elif toen != nu and not (naam == "pattern" and nu is None):
        yield f"{naam} was {_noem(toen)} en is nu {_noem(nu)}"


def _leden(vorm: Vorm) -> list[Any]:
    return next((vorm[sleutel] for sleutel in _MEER if sleutel in vorm), [])


def _los(vorm: Vorm) -> Vorm:
    """A type by itself, as a member of a union would be written."""
    return {k: w for k, w in vorm.items() if k != "default"}


def _staat_in(lid: Any, leden: list[Any]) -> bool:
    """Whether one of today's kinds takes what this one took."""
    return any(not list(_type(lid, ander)) for ander in leden)


def _woorden(vorm: Vorm) -> set[str]:
    """The fixed words a value may be."""
    return {str(w) for w in [*vorm.get("enum", ()), *([vorm["const"]] if "const" in vorm else [])]}


def _noem(vorm: Any) -> str:
    if isinstance(vorm, dict):
        return str(vorm.get("$ref", "")).rpartition("/")[2] or str(vorm.get("const") or vorm.get("type") or vorm)
    return str(vorm)


def _gevuld(waarde: Any) -> Any:
    """A default without what is empty in it: a model as default may get a new empty field of its own."""
    if isinstance(waarde, dict):
        return {k: _gevuld(w) for k, w in waarde.items() if not _leeg(w)}
    return waarde


def _leeg(waarde: Any) -> bool:
    """Whether the canonical form leaves this out: no value, or nothing in it. A no or a zero is a value."""
    if isinstance(waarde, dict):
        return all(_leeg(w) for w in waarde.values())
    return waarde is None or waarde in ("", [])
