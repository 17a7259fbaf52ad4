"""Reading a CSV file that people made: each line stands on its own, so that one bad line never costs another."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from starter.invoer import Invoerfout

MAX_BYTES = 5_000_000
LANGSTE_VELD = 300
_SCHEIDINGEN = (";", ",", "\t")
_REGELEINDE = re.compile(r"\r\n|\n|\r")
_REGELEINDE_BYTES = re.compile(rb"\r\n|\n|\r")
_ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WIT = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")


class Csvregel(NamedTuple):
    """One line: its number in the file, its fields by column, what was tidied up, and why it can't be read."""

    nr: int
    velden: dict[str, str]
    opgeruimd: tuple[str, ...] = ()
    fout: str = ""


class Csvbestand(NamedTuple):
    """A file: its lines without the empty ones, how it was encoded, and the columns that mean nothing here."""

    regels: tuple[Csvregel, ...]
    tekenset: str
    onbekend: tuple[str, ...]


def lees(pad: Path, verplicht: Sequence[str], optioneel: Sequence[str] = ()) -> Csvbestand:
    """Read a file with these columns, in any order, separated by `;`, `,` or tabs.

    UTF-8 with or without a mark, UTF-16 with one, and cp1252 are recognised, the last for each line apart.

    Raises Invoerfout when there is no such file, or its first line doesn't name the columns.
    """
    regels, tekenset = _regels(_rauw(pad))
    gevuld = [(nr, tekst) for nr, tekst in enumerate(regels, start=1) if tekst is None or tekst.strip(" \t;,\u00a0")]
    if gevuld and re.fullmatch(r"sep=.", (gevuld[0][1] or "").strip()):
        gevuld = gevuld[1:]  # a hint for a spreadsheet
    if not gevuld:
        raise Invoerfout(f"{pad.name}: dit bestand is leeg.")
    scheiding, kop = _kop(pad.name, gevuld[0][1] or "", verplicht)
    bekend = {*verplicht, *optioneel}
    gelezen = tuple(_lees_regel(nr, tekst, scheiding, kop) for nr, tekst in gevuld[1:])
    return Csvbestand(gelezen, tekenset, tuple(naam for naam in kop if naam and naam not in bekend))


def _rauw(pad: Path) -> bytes:
    try:
        if not pad.is_file():
            raise Invoerfout(f"Het bestand {pad} is er niet.")
        with pad.open("rb") as bestand:
            rauw = bestand.read(MAX_BYTES + 1)
    except OSError:
        raise Invoerfout(f"{pad.name}: dit bestand is niet te lezen.") from None
    if len(rauw) > MAX_BYTES:
        raise Invoerfout(f"{pad.name}: dit is te groot: hoogstens {MAX_BYTES // 1_000_000} MB.")
    return rauw


def _regels(rauw: bytes) -> tuple[list[str | None], str]:
    """The lines as text; None for one that is text in no known encoding."""
    if rauw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return list(_REGELEINDE.split(rauw.decode("utf-16", errors="replace"))), "utf-16"
    delen = [_tekst(deel) for deel in _REGELEINDE_BYTES.split(rauw.removeprefix(b"\xef\xbb\xbf"))]
    soorten = {soort for _, soort in delen}
    return [tekst for tekst, _ in delen], "cp1252" if "cp1252" in soorten else "utf-8"


def _tekst(deel: bytes) -> tuple[str | None, str]:
    for soort in ("utf-8", "cp1252"):
        try:
            return deel.decode(soort), soort
        except UnicodeDecodeError:
            continue
    return None, "onbekend"


def _kop(naam: str, tekst: str, verplicht: Sequence[str]) -> tuple[str, list[str]]:
    """The separator and the column names of the first line."""
    for scheiding in _SCHEIDINGEN:
        kop = [_schoon(veld).casefold() for veld in _velden(tekst, scheiding) or ()]
        if set(verplicht) <= set(kop):
            if dubbel := [veld for veld in kop if veld and kop.count(veld) > 1]:
                raise Invoerfout(f"{naam}: de kolom '{dubbel[0][:80]}' staat er twee keer.")
            return scheiding, kop
    nodig = ", ".join(verplicht)
    raise Invoerfout(f"{naam}: op de eerste regel horen de namen van de kolommen te staan, met minstens: {nodig}.")


def _lees_regel(nr: int, tekst: str | None, scheiding: str, kop: Sequence[str]) -> Csvregel:
    if tekst is None:
        return Csvregel(nr, {}, fout="hier staat een teken dat niet te lezen is; bewaar het bestand als UTF-8")
    ruw = _velden(tekst, scheiding)
    if ruw is None:
        return Csvregel(nr, {}, fout="hier mist een aanhalingsteken, of er staat er een te veel")
    while len(ruw) > len(kop) and not ruw[-1].strip():
        ruw.pop()
    if len(ruw) != len(kop):
        return Csvregel(nr, {}, fout=f"er staan {len(ruw)} velden in plaats van {len(kop)}: zijn ze verschoven?")
    velden = {naam: _schoon(veld) for naam, veld in zip(kop, ruw, strict=True)}
    anders = tuple(naam for naam, veld in zip(kop, ruw, strict=True) if velden[naam] != veld)
    return Csvregel(nr, velden, anders, next(_verkeerd(velden), ""))


def _velden(tekst: str, scheiding: str) -> list[str] | None:
    """The fields of one line; None when its quotes don't match."""
    try:
        return next(csv.reader([tekst], delimiter=scheiding, strict=True))
    except (csv.Error, StopIteration):
        return None


def _schoon(veld: str) -> str:
    """Without the blanks and invisible signs that come along with copying."""
    return _WIT.sub(" ", _ONZICHTBAAR.sub("", veld)).strip()


def _verkeerd(velden: dict[str, str]) -> Iterator[str]:
    for naam, veld in velden.items():
        if not veld.isprintable() or "\ufffd" in veld:
            yield f"{naam}: hier staat een onleesbaar teken; typ het veld opnieuw"
        elif len(veld) > LANGSTE_VELD:
            yield f"{naam}: dit is te lang: hoogstens {LANGSTE_VELD} tekens"
