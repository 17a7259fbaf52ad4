"""Small building blocks that all reports share: tables that can be empty, numbers and days as people write them."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from statistics import median

from documenten.grafiek import getal
from documenten.inhoud import Alinea, Blok, Deel, Tabel
from domain.kalender import dagtekst

ZEEF = (
    "Wat onder geheimhouding ligt en wat alleen binnen de organisatie hoort, staat niet in dit verslag. Er staan geen "
    "namen van personen in."
)
"""What stands in every report about what is left out."""


def dag(waarde: date | None) -> str:
    """A day, a dash when there is none."""
    return "-" if waarde is None else dagtekst(waarde)


def tabel(
    bijschrift: str, kolommen: Sequence[str], rijen: Iterable[Sequence[object]], leeg: str, *breedtes: int
) -> Blok:
    """A table, or the sentence `leeg` when it would have no rows."""
    cellen = tuple(tuple(_cel(waarde) for waarde in rij) for rij in rijen)
    if not cellen:
        return Alinea(leeg)
    return Tabel(bijschrift, tuple(kolommen), cellen, breedtes or (1,) * len(kolommen), breed=len(kolommen) > 4)


def deel(kop: str, *blokken: Blok) -> Deel:
    """A part with its place in the contents."""
    anker = "-".join("".join(t if t.isalnum() else " " for t in kop.lower()).split())
    return Deel(kop, blokken, anker=anker)


def midden(waarden: Iterable[int]) -> str:
    """The median as people write it; a dash when there is nothing."""
    lijst = list(waarden)
    return getal(Decimal(str(median(lijst)))) if lijst else "-"


def _cel(waarde: object) -> str:
    match waarde:
        case None:
            return "-"
        case date():
            return dagtekst(waarde)
        case bool():
            return "ja" if waarde else "nee"
        case Decimal():
            return getal(waarde)
        case _:
            return str(waarde) or "-"
