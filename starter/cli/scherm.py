"""What goes to the terminal: plain text when nobody watches, narrow tables, JSON on request."""

import dataclasses
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel
from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

BREEDTE = 100
SMAL = 40
"""A first column up to this wide is never broken; a wider one would squeeze the others."""


def console(*, fout: bool = False) -> Console:
    """A console without markup, so that a title with brackets in it stays what it is."""
    kaal = Console(stderr=fout, markup=False, highlight=False, emoji=False)
    breed = min(kaal.width, BREEDTE) if kaal.is_terminal else BREEDTE
    return Console(stderr=fout, markup=False, highlight=False, emoji=False, width=breed)


def schoon(tekst: str) -> str:
    """Text that can do nothing to a terminal: control characters become spaces."""
    return "".join(t if t.isprintable() or t == "\n" else " " for t in tekst)


def druk(*delen: RenderableType) -> None:
    """Print; where nobody watches, without the spaces that fill up a line."""
    uit = console()
    if uit.is_terminal:
        return uit.print(*delen)
    with uit.capture() as gevangen:
        uit.print(*delen)
    sys.stdout.write("".join(f"{regel.rstrip()}\n" for regel in gevangen.get().splitlines()))
    return None


def zeg(tekst: str = "", stijl: str = "") -> None:
    """One or more lines."""
    druk(Text(schoon(tekst), style=stijl))


def zeg_onder(tekst: str, stijl: str = "") -> None:
    """A line under a heading, also when it wraps."""
    druk(Padding(Text(schoon(tekst), style=stijl), (0, 0, 0, 2), expand=False))


def punt(tekst: str) -> None:
    """One item of a list, lined up when it wraps."""
    raster = Table.grid(padding=(0, 1, 0, 0))
    raster.add_row("  -", Text(schoon(tekst)))
    druk(raster)


def plakregel(tekst: str) -> None:
    """A line to copy: never broken, however long."""
    console().print(Text("    " + schoon(tekst), style="cyan"), soft_wrap=True)


def kop(tekst: str) -> None:
    """A heading with space above it."""
    druk(Text("\n" + schoon(tekst), style="bold"))


def let_op(tekst: str) -> None:
    """A remark beside the output."""
    console(fout=True).print(Text(schoon(tekst), style="yellow"))


def meld_fout(tekst: str) -> None:
    """What went wrong, on standard error."""
    console(fout=True).print(Text(schoon(tekst)), soft_wrap=True)


def tabel(kolommen: Sequence[str], rijen: Iterable[Sequence[str | Text]], leeg: str = "Er is niets.") -> None:
    """A table of short columns, of which the widest may wrap; a sentence when there is nothing.

    A column without a heading is left out when it stays empty.
    """
    cellen = [[cel if isinstance(cel, Text) else Text(schoon(cel)) for cel in rij] for rij in rijen]
    if not cellen:
        return zeg_onder(leeg)
    nodig = [i for i, naam in enumerate(kolommen) if naam or any(rij[i].plain for rij in cellen)]
    vorm = box.SIMPLE_HEAD if console().is_terminal else None
    raster = Table(box=vorm, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for i in nodig:
        kort = i == 0 and max(len(rij[0].plain) for rij in cellen) <= SMAL
        raster.add_column(kolommen[i], overflow="fold", no_wrap=kort)
    for rij in cellen:
        raster.add_row(*(rij[i] for i in nodig))
    return druk(Padding(raster, (0, 0, 0, 2), expand=False))


def koppeltabel(paren: Iterable[tuple[str, str]], stijl: str = "") -> None:
    """A few lines of `name  text`, the text lined up when it wraps; the first line in the given style."""
    raster = Table.grid(padding=(0, 2, 0, 0))
    raster.add_column(no_wrap=True, style="bold")
    raster.add_column()
    for nummer, (naam, tekst) in enumerate(paren):
        raster.add_row(naam, Text(schoon(tekst), style=stijl if nummer == 0 else ""))
    druk(raster)


def gekleurd(tekst: str) -> Text:
    """A remark about time: lateness stands there in words, the colour only helps."""
    stijl = "bold red" if tekst.startswith("TE LAAT") else "yellow" if tekst in ("vandaag", "morgen") else ""
    return Text(tekst, style=stijl)


def json_uit(waarde: object) -> None:
    """Machine-readable output: models, rows, dates, whatever is in them."""
    sys.stdout.write(json.dumps(waarde, default=_json, ensure_ascii=False, indent=2) + "\n")


def _json(waarde: Any) -> Any:
    match waarde:
        case BaseModel():
            return waarde.model_dump(mode="json")
        case datetime() | date():
            return waarde.isoformat()
        case _ if dataclasses.is_dataclass(waarde) and not isinstance(waarde, type):
            return {veld.name: getattr(waarde, veld.name) for veld in dataclasses.fields(waarde)}
        case _:
            return str(waarde)
