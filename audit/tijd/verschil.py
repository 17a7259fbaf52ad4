"""What is different between two states, part by part: what came, what went, and which fields have another value."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from audit.tijd.standdelen import DELEN, STIL, kortweg, naam, veldnaam, waarde
from domain.basis import Model
from domain.stand import Stand


class Veldverschil(Model):
    """A field with its value before and after, in words. `pad` names it as the state: `behandelingen.0.uitkomst`."""

    pad: str
    veld: str
    was: str
    wordt: str


class Verandering(Model):
    """One thing in one part of the state that came, went or changed. `wat` says which thing, in words."""

    deel: str
    id: str
    soort: Literal["nieuw", "weg", "gewijzigd"]
    wat: str
    velden: tuple[Veldverschil, ...] = ()


def verschil(van: Stand, tot: Stand) -> tuple[Verandering, ...]:
    """Everything that is different, in the order of `DELEN`; what only counts or points is left out."""
    return tuple(v for deel in DELEN for v in _deel(deel, getattr(van, deel), getattr(tot, deel)))


def _deel(deel: str, was: Any, wordt: Any) -> Iterator[Verandering]:
    if was == wordt:
        return
    if isinstance(was, dict):
        yield from _tabel(deel, was, wordt)
    elif isinstance(was, tuple):
        yield from _tabel(deel, _genummerd(was, wordt), _genummerd(wordt, was))
    else:
        velden = tuple(_velden("" if isinstance(was, Model) else deel, was, wordt))
        if velden:
            yield Verandering(deel=deel, id=deel, soort="gewijzigd", wat=DELEN[deel], velden=velden)


def _tabel(deel: str, was: Mapping[str, Any], wordt: Mapping[str, Any]) -> Iterator[Verandering]:
    for id_ in dict.fromkeys((*was, *wordt)):
        if id_ not in was:
            yield Verandering(deel=deel, id=id_, soort="nieuw", wat=_heel(deel, wordt[id_]))
        elif id_ not in wordt:
            yield Verandering(deel=deel, id=id_, soort="weg", wat=_heel(deel, was[id_]))
        elif velden := tuple(_velden("", was[id_], wordt[id_])):
            yield Verandering(deel=deel, id=id_, soort="gewijzigd", wat=_naam(wordt[id_]), velden=velden)


def _genummerd(rij: tuple[Any, ...], ander: tuple[Any, ...]) -> dict[str, Any]:
    """A list without ids as a table: what is in both lists gets the same number, so that only the rest differs."""
    over, tabel = list(ander), dict[str, Any]()
    for nr, item in enumerate(rij, start=1):
        if item in over:
            over.remove(item)
        else:
            tabel[f"{nr}"] = item
    return tabel


def _heel(deel: str, inhoud: Any) -> str:
    return kortweg(inhoud) if isinstance(inhoud, Model) else waarde(deel, inhoud)


def _naam(inhoud: Any) -> str:
    return naam(inhoud) if isinstance(inhoud, Model) else ""


def _velden(pad: str, was: Any, wordt: Any) -> Iterator[Veldverschil]:
    """The fields below this path whose value differs; a list that grew or shrank is told by what came and went."""
    laatste = pad.rsplit(".", 1)[-1]
    if was == wordt or laatste in STIL or f"{pad.partition('.')[0]}.{laatste}" in STIL:
        return
    if isinstance(was, Model) and type(was) is type(wordt):
        for veld in type(was).model_fields:
            yield from _velden(f"{pad}.{veld}".strip("."), getattr(was, veld), getattr(wordt, veld))
    elif _rij(was) and _rij(wordt) and len(was) == len(wordt):
        for nr, (een, ander) in enumerate(zip(was, wordt, strict=True)):
            yield from _velden(f"{pad}.{nr}", een, ander)
    elif isinstance(was, dict) and isinstance(wordt, dict):
        for sleutel in dict.fromkeys((*was, *wordt)):
            yield from _velden(f"{pad}.{sleutel}", was.get(sleutel), wordt.get(sleutel))
    else:
        yield _veld(pad, was, wordt)


def _rij(inhoud: Any) -> bool:
    return isinstance(inhoud, tuple) and any(isinstance(item, Model) for item in inhoud)


def _veld(pad: str, was: Any, wordt: Any) -> Veldverschil:
    woorden = " ".join(str(int(d) + 1) if d.isdigit() else veldnaam(d) for d in pad.split("."))
    laatste = pad.rsplit(".", 1)[-1]
    if isinstance(was, tuple) and isinstance(wordt, tuple):
        kwam, ging = (tuple(i for i in een if i not in ander) for een, ander in ((wordt, was), (was, wordt)))
        return Veldverschil(pad=pad, veld=woorden, was=waarde(laatste, ging), wordt=waarde(laatste, kwam))
    return Veldverschil(pad=pad, veld=woorden, was=waarde(laatste, was), wordt=waarde(laatste, wordt))
