"""One command for many opgaven: refused before anything is sent, a few at a time, and one that fails stops no other."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from typer import Exit

from domain.basis import Weigering
from domain.bevoegdheidstabel import TABEL
from starter.cli import scherm
from starter.cli.fouten import GEWEIGERD, ONBEREIKBAAR
from starter.cli.hoe import Hoe

TEGELIJK = 8
"""Opgaven asked at the same time: one that doesn't answer must not keep all others waiting."""

Mislukt = Literal["geweigerd", "onbekend", "onbereikbaar"]
MISLUKT: Mapping[str, str] = {
    "geweigerd": "GEWEIGERD",
    "onbekend": "GEWEIGERD",
    "onbereikbaar": "ONBEREIKBAAR",
}

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Stilte:
    """No receipt came back from one opgave, and why."""

    uitkomst: Mislukt
    reden: str


def toets(soort: str, hoe: Hoe, zin: str) -> None:
    """Raise Weigering when this function may not give the command: sent, it would be refused in every opgave.

    Args:
        zin: what this function can't do, such as "vult u de kalender niet aan".
    """
    mag, functie = TABEL[soort], hoe.door().functie
    if functie not in mag:
        keuze = ", ".join(f"--als {wie}" for wie in sorted(mag))
        raise Weigering("bevoegdheid", f"Als {functie} {zin}. Kies uit: {keuze}.")


async def alle(rij: Iterable[T], doe: Callable[[T], Coroutine[Any, Any, R]]) -> list[R]:
    """Everything, a few at a time; the outcomes in the order of the row."""
    plek = asyncio.Semaphore(TEGELIJK)

    async def een(wat: T) -> R:
        async with plek:
            return await doe(wat)

    return list(await asyncio.gather(*(een(wat) for wat in rij)))


async def vang(werk: Coroutine[Any, Any, R]) -> R | Stilte:
    """What one opgave answers; that it does not, or that there is none, is an outcome as well."""
    from runtime.temporal import Onbereikbaar
    from starter.client import OnbekendeOpgave, OpgaveGesloten

    try:
        return await werk
    except Onbereikbaar as fout:
        return Stilte("onbereikbaar", str(fout))
    except (OnbekendeOpgave, OpgaveGesloten) as fout:
        return Stilte("onbekend", str(fout))


def zeg_opnieuw(uitkomsten: Collection[str], wat: str) -> None:
    """When not everything was done, say that doing it again does no harm."""
    if any(uitkomst in MISLUKT for uitkomst in uitkomsten):
        scherm.let_op(f"{wat} later gerust nog eens: wat al is gedaan, gebeurt niet opnieuw.")


def sluit(uitkomsten: Collection[str]) -> None:
    """Raise Exit with 1 when one opgave refused, else 3 when one did not answer."""
    if {"geweigerd", "onbekend"} & set(uitkomsten):
        raise Exit(GEWEIGERD)
    if "onbereikbaar" in uitkomsten:
        raise Exit(ONBEREIKBAAR)
