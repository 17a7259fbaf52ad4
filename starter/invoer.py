"""Reading what people hand in, strictly: the domain's own models, with nothing unknown let through.

Whatever the bytes are, the outcome is a value that fits or an `Invoerfout` that says in Dutch which field is wrong.
Size, depth and aliases are judged before anything is built, so a file can't cost more than its length.
"""

import json
import math
import unicodedata
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from domain.basis import Afzender
from domain.opdracht import Opdracht
from starter.foutzin import foutregels

MAX_BYTES = 1_000_000
MAX_DIEPTE = 40
MAX_DELEN = 50_000
MAX_VERWIJZINGEN = 100
GROOTSTE_GETAL = 10**18

_TOEGESTAAN = "\n\r\t"
_ONLEESBAAR = (yaml.YAMLError, ArithmeticError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
_Lader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
M = TypeVar("M", bound=BaseModel)


class Invoerfout(Exception):
    """What was handed in can't be used; each line names the field and what is wrong with it."""

    def __init__(self, *regels: str) -> None:
        super().__init__("\n".join(regels))
        self.regels = regels


def lees_opdracht(data: Mapping[str, Any]) -> Opdracht:
    """A command from a mapping; fields that don't exist are refused at every level."""
    return lees_model(Opdracht, data)


def maak_opdracht(
    inhoud: Mapping[str, Any], door: Afzender, gebeurd_op: date | None = None, id: str | None = None
) -> Opdracht:
    """A command ready to send. Without an id it gets a new one; a repeat must carry the id of the first try."""
    envelop = {"id": id or f"cli-{uuid.uuid4().hex}", "door": door.model_dump(), "gebeurd_op": gebeurd_op}
    return lees_model(Opdracht, {**envelop, "inhoud": dict(inhoud)}, zonder="inhoud")


def lees_model(model: type[M], data: object, zonder: str = "") -> M:
    """Any model, strictly. `zonder` is a first field that people don't see, left out of the messages."""
    controleer(data)
    try:
        return model.model_validate(data, extra="forbid")
    except ValidationError as fout:
        raise Invoerfout(*foutregels(fout, data, zonder)) from None


def lees_bestand(pad: Path) -> dict[str, Any]:
    """The mapping in a YAML or JSON file."""
    tekst = _tekst(pad)
    try:
        data = lees_json(tekst) if pad.suffix.lower() == ".json" else lees_yaml(tekst)
    except Invoerfout as fout:
        raise Invoerfout(*(f"{pad.name}: {regel}" for regel in fout.regels)) from None
    if not isinstance(data, dict):
        raise Invoerfout(f"{pad.name}: hier horen velden met een naam te staan, bijvoorbeeld 'titel: ...'.")
    return data


def lees_yaml(tekst: str) -> Any:
    """The value of a YAML text: one document, no tags, no merges, no key twice."""
    _grootte(len(tekst))
    try:
        _keur_gebeurtenissen(yaml.parse(tekst, Loader=_Lader))
        waarde = yaml.load(tekst, Loader=_Streng)
    except _ONLEESBAAR as fout:
        raise Invoerfout(f"Dit is geen geldige YAML{_plek(fout)}.") from None
    controleer(waarde)
    return waarde


def lees_json(tekst: str) -> Any:
    """The value of a JSON text, with no key twice and no endless numbers."""
    _grootte(len(tekst))
    try:
        waarde = json.loads(tekst, object_pairs_hook=_paren)
    except json.JSONDecodeError as fout:
        raise Invoerfout(f"Dit is geen geldige JSON, kijk bij regel {fout.lineno}.") from None
    except (ValueError, RecursionError):
        raise Invoerfout("Dit is geen geldige JSON.") from None
    controleer(waarde)
    return waarde


def controleer(data: object) -> None:
    """Refuse what no field can hold: too much, too deep, control characters, keys that are no text."""
    _Keuring().bekijk(data, ())


class _Keuring:
    """One walk through a value. Shared parts count each time, so a small file can't stand for a huge one."""

    def __init__(self) -> None:
        self.delen = 0
        self.tekens = 0

    def bekijk(self, waarde: object, pad: tuple[object, ...]) -> None:
        self.delen += 1
        if self.delen > MAX_DELEN:
            raise Invoerfout(f"Er staat te veel in: hoogstens {MAX_DELEN} waarden.")
        if len(pad) > MAX_DIEPTE:
            raise Invoerfout(f"De velden zitten te diep in elkaar: hoogstens {MAX_DIEPTE} lagen.")
        match waarde:
            case str():
                self._tekst(waarde, pad)
            case Mapping():
                self._velden(waarde, pad)
            case list() | tuple():
                for nummer, deel in enumerate(waarde, start=1):
                    self.bekijk(deel, (*pad, nummer))
            case _:
                _los(waarde, pad)

    def _velden(self, velden: Mapping[Any, Any], pad: tuple[object, ...]) -> None:
        for naam, deel in velden.items():
            if not isinstance(naam, str):
                raise Invoerfout(f"{_noem(pad)}de naam van een veld moet tekst zijn; zet er aanhalingstekens om.")
            self._tekst(naam, pad)
            self.bekijk(deel, (*pad, naam))

    def _tekst(self, tekst: str, pad: tuple[object, ...]) -> None:
        self.tekens += len(tekst)
        _grootte(self.tekens)
        if not tekst.isprintable() and any(_verboden(teken) for teken in tekst):
            raise Invoerfout(f"{_noem(pad)}hier staat een onzichtbaar stuurteken in; typ de tekst opnieuw.")


def _verboden(teken: str) -> bool:
    return teken not in _TOEGESTAAN and unicodedata.category(teken) in ("Cc", "Cs")


def _los(waarde: object, pad: tuple[object, ...]) -> None:
    match waarde:
        case None | bool() | date() | datetime():
            return
        case int() if abs(waarde) < GROOTSTE_GETAL:
            return
        case float() if math.isfinite(waarde):
            return
        case Decimal() if waarde.is_finite():
            return
        case int() | float() | Decimal():
            raise Invoerfout(f"{_noem(pad)}dit getal is te groot of bestaat niet.")
        case _:
            raise Invoerfout(f"{_noem(pad)}deze soort waarde kennen we niet.")


def _noem(pad: Sequence[object]) -> str:
    return f"{'.'.join(map(str, pad))[:200]}: ".replace("\n", " ") if pad else ""


def _grootte(aantal: int) -> None:
    if aantal > MAX_BYTES:
        raise Invoerfout(f"Dit is te groot: hoogstens {MAX_BYTES // 1_000_000} MB.")


def _tekst(pad: Path) -> str:
    try:
        if not pad.is_file():
            raise Invoerfout(f"Het bestand {pad} is er niet.")
        with pad.open("rb") as bestand:
            rauw = bestand.read(MAX_BYTES + 1)
        _grootte(len(rauw))
        return rauw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invoerfout(f"{pad.name}: dit is geen tekst in UTF-8.") from None
    except (OSError, ValueError):
        raise Invoerfout("Dit bestand is niet te lezen.") from None


def _keur_gebeurtenissen(gebeurtenissen: Iterable[yaml.Event]) -> None:
    """Look at the stream before building anything from it."""
    diepte = verwijzingen = 0
    for delen, deel in enumerate(gebeurtenissen):
        if isinstance(deel, yaml.CollectionStartEvent):
            diepte += 1
        elif isinstance(deel, yaml.CollectionEndEvent):
            diepte -= 1
        verwijzingen += isinstance(deel, yaml.AliasEvent)
        if getattr(deel, "tag", None) not in (None, "!"):
            raise Invoerfout(f"Gebruik geen YAML-tags met een uitroepteken{_plek(deel)}.")
        if diepte > MAX_DIEPTE:
            raise Invoerfout(f"De velden zitten te diep in elkaar: hoogstens {MAX_DIEPTE} lagen.")
        if verwijzingen > MAX_VERWIJZINGEN or delen > 2 * MAX_DELEN:
            raise Invoerfout("Er staat te veel in dit bestand, of er wordt te vaak naar hetzelfde verwezen.")


def _plek(bron: object) -> str:
    merk = getattr(bron, "problem_mark", None) or getattr(bron, "start_mark", None)
    return f", kijk bij regel {merk.line + 1}" if merk else ""


def _paren(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    velden = dict(paren)
    if len(velden) != len(paren):
        raise Invoerfout(f"Het veld '{_dubbel([naam for naam, _ in paren])}' staat er twee keer.")
    return velden


def _dubbel(namen: Sequence[str]) -> str:
    return next(naam for naam in namen if namen.count(naam) > 1)[:80]


class _Streng(_Lader):  # type: ignore[valid-type, misc]
    """The safe loader that also refuses a key that comes twice, a merge, and a key that is no text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, Any]:
        """Check the keys as they were written, before they become a dict."""
        namen = []
        for sleutel, _ in node.value:
            if not isinstance(sleutel, yaml.ScalarNode) or sleutel.tag != "tag:yaml.org,2002:str":
                raise Invoerfout(f"De naam van een veld moet gewone tekst zijn{_plek(sleutel)}.")
            namen.append(sleutel.value)
        if len(set(namen)) != len(namen):
            raise Invoerfout(f"Het veld '{_dubbel(namen)}' staat er twee keer{_plek(node)}.")
        waarden: dict[str, Any] = super().construct_mapping(node, deep=deep)
        return waarden

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """No merges: they multiply. The merge key itself was refused above, being no plain text."""
