"""What a part of the overview gives: a few columns for the line of an opgave, and the details behind them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from domain.basis import Model
from domain.feit import Feit

Waarde = str | int | Decimal | None
Kolommen = dict[str, Waarde]


class Detail(Model):
    """One thing behind a number. `feit` and `op` are empty where it is a sum over several facts."""

    opgave: str
    onderwerp: str
    feit: int | None = None
    op: date | None = None
    wie: str = ""
    wat: str
    waarde: Waarde = None
    eenheid: str = ""
    toelichting: str = ""


Deel = tuple[Kolommen, tuple[Detail, ...]]
Feiten = Sequence[Feit]


def wie(feit: Feit) -> str:
    """Who gave the command: function and subject id, never a name."""
    return f"{feit.door.functie}:{feit.door.subject}"


def detail(
    feit: Feit, onderwerp: str, wat: str, waarde: Waarde = None, eenheid: str = "", toelichting: str = ""
) -> Detail:
    """The detail of one fact."""
    return Detail(
        opgave=feit.opgave,
        onderwerp=onderwerp,
        feit=feit.seq,
        op=feit.gebeurd_op,
        wie=wie(feit),
        wat=wat,
        waarde=waarde,
        eenheid=eenheid,
        toelichting=toelichting,
    )


def opsomming(paren: dict[str, int]) -> str:
    """Counts in one cell, the largest first: `conform 3; gewijzigd 1`."""
    return "; ".join(f"{naam} {aantal}" for naam, aantal in sorted(paren.items(), key=lambda p: (-p[1], p[0])))
