"""Any sheet, read as labels with values: the one reader that knows no kind of sheet by name."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from domain.basis import Fase, Model
from domain.beeld.samen.bladwoorden import LABELS, TITELS
from domain.beeld.samen.lezen import dag, naam
from domain.namenswoorden import door_ander
from domain.stand import Stand
from domain.taal.bladen import Blad
from domain.woorden import euro, gewoon

NIET_ZELF = "Niet door de partner zelf"


class Leesblad(Model):
    """A sheet as people read it: its title, its key, and what stands on it. Empty fields are left out."""

    soort: str
    titel: str
    sleutel: str
    regels: tuple[tuple[str, str], ...]


def lees(stand: Stand, blad: Blad) -> Leesblad:
    """Read one sheet; ids of partners become their names."""
    sleutel = blad.sleutel()
    regels = (*_regels(stand, blad, zonder=("blad",)), *_herkomst(stand, sleutel))
    return Leesblad(soort=blad.blad, titel=TITELS[blad.blad], sleutel=sleutel, regels=regels)


def _herkomst(stand: Stand, sleutel: str) -> Iterable[tuple[str, str]]:
    """How it came here, when someone else recorded it for the partner it is of."""
    if sleutel in stand.blad_namens:
        yield NIET_ZELF, door_ander(stand.blad_namens[sleutel])


def _regels(stand: Stand, model: Model, zonder: tuple[str, ...] = ()) -> Iterable[tuple[str, str]]:
    for veld, info in type(model).model_fields.items():
        tekst = "" if veld in zonder else _tekst(stand, veld, getattr(model, veld), code=is_code(info.annotation))
        if tekst:
            yield LABELS[veld], tekst


def _tekst(stand: Stand, veld: str, waarde: Any, *, code: bool) -> str:
    match waarde:
        case None | "" | ():
            return ""
        case bool():
            return "ja" if waarde else "nee"
        case Model():
            return ", ".join(f"{label.lower()} {tekst}" for label, tekst in _regels(stand, waarde))
        case tuple():
            return "; ".join(_tekst(stand, veld, deel, code=code) for deel in waarde)
        case date():
            return dag(waarde)
        case Decimal():
            return f"{waarde.normalize():f}".replace(".", ",")
        case Fase():
            return f"{waarde} {waarde.naam}"
        case int():
            return euro(waarde) if veld == "bedrag" else str(waarde)
        case _:
            return gewoon(waarde) if code else naam(stand, waarde) if waarde in stand.partners else str(waarde)


def is_code(annotatie: Any) -> bool:
    """Whether a field holds words of ours (`deels`, `minder_goed`), not what someone typed."""
    return get_origin(annotatie) is Literal or any(map(is_code, get_args(annotatie)))
