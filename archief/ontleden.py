"""Parsing the JSON of strangers: strict, and bounded in time and memory.

Stricter than Python's own reader: UTF-8 only, no name twice in one object, no NaN or infinity, no number beyond 64
bits, no half of a surrogate pair, and never deeper, longer or with more values than a pack can need.
"""

import json
import math
from collections.abc import Iterator
from typing import Any

from archief.bronnen import PakFout

MAX_DIEPTE = 60
MAX_WAARDEN = 3_000_000
"""Values in one file: more than a history of the longest run that Temporal allows."""
MAX_REGEL = 8 * 1024 * 1024
MAX_REGELS = 500_000
_GROOTSTE = 2**63


def ontleed(tekst: bytes, soort: type[Any], pad: str, plek: str = "") -> Any:
    """The value of this JSON, which must be of this type (`dict` or `list`).

    Args:
        pad: the file, for the error.
        plek: how to name the place in the sentence; the file when empty.

    Raises:
        PakFout: it is not JSON, not of that type, or beyond a limit.
    """
    plek = plek or pad
    bakken = tekst.count(b"[") + tekst.count(b"{")
    if tekst.count(b",") + bakken > MAX_WAARDEN:
        raise PakFout(f"{plek} heeft te veel gegevens.", pad)
    try:
        waarde = _LEZER.decode(str(tekst, "utf-8"))
        if b"\\u" in tekst:
            json.dumps(waarde, ensure_ascii=False).encode()
    except (ValueError, RecursionError, MemoryError):
        raise PakFout(f"{plek} is niet te lezen.", pad) from None
    if not isinstance(waarde, soort):
        raise PakFout(f"{plek} heeft niet de vorm die het hoort te hebben.", pad)
    if bakken > MAX_DIEPTE and _te_diep(waarde):
        raise PakFout(f"{plek} zit te diep in elkaar.", pad)
    return waarde


def regels(tekst: bytes, pad: str) -> Iterator[dict[str, Any]]:
    """The objects of a file with one per line. Raises PakFout as `ontleed` does, and for a line too long."""
    if tekst.count(b"\n") > MAX_REGELS:
        raise PakFout(f"{pad} heeft te veel regels.", pad)
    if tekst and not tekst.endswith(b"\n"):
        raise PakFout(f"{pad} houdt op in het midden van een regel.", pad)
    for nr, regel in enumerate(tekst.split(b"\n")[:-1], start=1):
        if len(regel) > MAX_REGEL:
            raise PakFout(f"Regel {nr} van {pad} is te lang.", pad)
        yield ontleed(regel, dict, pad, f"Regel {nr} van {pad}")


def _object(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    waarde = dict(paren)
    if len(waarde) != len(paren):
        raise ValueError("a name twice in one object")
    return waarde


def _geheel(cijfers: str) -> int:
    getal = int(cijfers) if len(cijfers) < 25 else _GROOTSTE
    if not -_GROOTSTE <= getal < _GROOTSTE:
        raise ValueError("a number beyond 64 bits")
    return getal


def _gebroken(cijfers: str) -> float:
    getal = float(cijfers)
    if not math.isfinite(getal):
        raise ValueError("a number without end")
    return getal


def _onzin(naam: str) -> Any:
    raise ValueError(naam)


_LEZER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_geheel, parse_float=_gebroken, parse_constant=_onzin)


def _te_diep(waarde: Any) -> bool:
    """Level by level, without calling itself."""
    laag = [waarde]
    for _ in range(MAX_DIEPTE):
        laag = [
            deel
            for bak in laag
            for deel in (bak.values() if type(bak) is dict else bak)
            if type(deel) is dict or type(deel) is list
        ]
        if not laag:
            return False
    return True
