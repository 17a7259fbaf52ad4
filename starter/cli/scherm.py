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
    """A table of short columns, of which the widest may wrap; a sentence when there is nothing."""
    vorm = box.SIMPLE_HEAD if console().is_terminal else None
    raster = Table(box=vorm, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for nummer, naam in enumerate(kolommen):
        raster.add_column(naam, overflow="fold", no_wrap=nummer == 0)
    for rij in rijen:
        raster.add_row(*(cel if isinstance(cel, Text) else Text(schoon(cel)) for cel in rij))
    if raster.row_count:
        druk(Padding(raster, (0, 0, 0, 2), expand=False))
    else:
        zeg_onder(leeg)


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
