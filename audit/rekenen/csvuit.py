"""Tables as CSV that a spreadsheet opens as it should, and in which nothing can run.

Semicolons and a decimal comma by default, because Dutch Excel expects those; with another separator the decimal sign is
a point. A text that a spreadsheet would take for a formula (it begins with = + - @ or a control sign, also in full
width) gets an apostrophe in front. Lines end with CR LF (RFC 4180).
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

BOM = "\ufeff"
"""The mark by which Excel knows UTF-8."""
Cel = str | int | Decimal | date | bool | None
_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "|")


def tabel(kolommen: Sequence[str], rijen: Iterable[Sequence[Cel]], scheiding: str = ";") -> str:
    """The table as text, without a byte order mark.

    Args:
        scheiding: what stands between two cells.
    """
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=scheiding, lineterminator="\r\n")
    schrijver.writerow(kolommen)
    for rij in rijen:
        schrijver.writerow([_cel(cel, scheiding) for cel in rij])
    return uit.getvalue()


def veilig(tekst: str) -> str:
    """Text that a spreadsheet shows and never runs; control signs become spaces."""
    schoon = "".join(t if t.isprintable() else " " for t in tekst)
    eerste = unicodedata.normalize("NFKC", tekst.lstrip(" \u00a0"))[:1]
    return f"'{schoon}" if eerste in _FORMULE and eerste else schoon


def _cel(cel: Cel, scheiding: str) -> str:
    match cel:
        case None:
            return ""
        case bool():
            return "ja" if cel else "nee"
        case Decimal():
            getal = f"{cel:f}"
            return getal.replace(".", ",") if scheiding == ";" else getal
        case int():
            return str(cel)
        case date():
            return cel.isoformat()
        case _:
            return veilig(cel)
