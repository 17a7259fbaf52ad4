"""`opgave formatie`: portefeuilles reassigned over all opgaven in one go, with one line of outcome for each."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from typer import Exit

from domain.basis import Weigering
from domain.bevoegdheid import TABEL
from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.stand import Stand
from starter.cli import scherm
from starter.cli.fouten import GEWEIGERD, ONBEREIKBAAR
from starter.cli.geven import Hoe
from starter.cli.omgeving import Omgeving, omgeving
from starter.invoer import maak_opdracht
from starter.portefeuilles import Formatie, Zending, lees, zendingen, zonder_opgave

LOPEND = ("lopend", "gepauzeerd")
TEGELIJK = 8
"""Opgaven asked at the same time: one that doesn't answer must not keep all others waiting."""

Gevolg = Literal["toegewezen", "zou_worden_toegewezen", "was_al_gedaan", "geweigerd", "onbekend", "onbereikbaar"]
_WOORDEN: dict[Gevolg, str] = {
    "toegewezen": "toegewezen",
    "zou_worden_toegewezen": "zou worden toegewezen",
    "was_al_gedaan": "was al gedaan met dit bestand",
    "geweigerd": "GEWEIGERD",
    "onbekend": "GEWEIGERD",
    "onbereikbaar": "ONBEREIKBAAR",
}


@dataclass(frozen=True)
class Regel:
    """What happened to one opgave."""

    opgave: str
    van: str
    naar: str
    houder: str | None
    uitkomst: Gevolg
    reden: str = ""
    bewijs: Bewijs | None = None


def formatie(bestand: Path, hoe: Hoe) -> None:
    """Give each opgave its portefeuille. Raises Exit with 1 when one was refused, else 3 when one did not answer."""
    doos = omgeving()
    _toets(hoe)
    verdeling, afdruk = lees(bestand)
    plan = zendingen(verdeling, afdruk, _standen(doos, verdeling))
    doe = _probeer(doos) if hoe.droog else doos.opgaven.geef
    regels = doos.wacht_op(_alle(plan, verdeling.grondslag, hoe, doe))
    leeg = zonder_opgave(verdeling, plan)
    _toon(verdeling, regels, leeg, hoe)
    uitkomsten = {r.uitkomst for r in regels}
    if uitkomsten & {"geweigerd", "onbekend"}:
        raise Exit(GEWEIGERD)
    if "onbereikbaar" in uitkomsten:
        raise Exit(ONBEREIKBAAR)


def _toets(hoe: Hoe) -> None:
    """Refused before anything is sent, for a refusal would be recorded in every opgave."""
    mag = TABEL["WijsPortefeuilleToe"]
    functie = hoe.door().functie
    if functie not in mag:
        keuze = ", ".join(f"--als {wie}" for wie in sorted(mag))
        raise Weigering("bevoegdheid", f"Als {functie} wijst u geen portefeuilles toe. Kies uit: {keuze}.")


def _standen(doos: Omgeving, verdeling: Formatie) -> Iterator[Stand]:
    """The running opgaven, and those the file names, as the register has them."""
    from register import lezen

    genoemd = {opgave for toewijzing in verdeling.portefeuilles for opgave in toewijzing.opgaven}
    for rij in lezen.lijst(doos.register):
        if rij.toestand in LOPEND or rij.id in genoemd:
            stand = lezen.stand(doos.register, rij.id)
            if stand is not None:
                yield stand


Doe = Callable[[str, Opdracht], Coroutine[Any, Any, Bewijs]]


def _probeer(doos: Omgeving) -> Doe:
    async def probeer(opgave: str, opdracht: Opdracht) -> Bewijs:
        from starter.cli.droog import probeer

        return probeer(await doos.opgaven.stand(opgave), doos.nu(), opdracht)[0]

    return probeer


async def _alle(plan: Iterable[Zending], grondslag: str, hoe: Hoe, doe: Doe) -> list[Regel]:
    """Everything, a few at a time, in the order of the plan."""
    plek = asyncio.Semaphore(TEGELIJK)

    async def een(zending: Zending) -> Regel:
        async with plek:
            return await _een(zending, grondslag, hoe, doe)

    return list(await asyncio.gather(*(een(zending) for zending in plan)))


async def _een(zending: Zending, grondslag: str, hoe: Hoe, doe: Doe) -> Regel:
    from runtime.temporal import Onbereikbaar
    from starter.client import OnbekendeOpgave, OpgaveGesloten

    if zending.al is not None:
        return _regel(zending, "was_al_gedaan", bewijs=zending.al)
    opdracht = maak_opdracht(zending.inhoud(grondslag), hoe.door(), hoe.gebeurd_op(), zending.opdracht_id)
    try:
        bewijs = await doe(zending.opgave, opdracht)
    except Onbereikbaar as fout:
        return _regel(zending, "onbereikbaar", str(fout))
    except (OnbekendeOpgave, OpgaveGesloten) as fout:
        return _regel(zending, "onbekend", str(fout))
    if bewijs.geweigerd:
        return _regel(zending, "geweigerd", bewijs.reden, bewijs)
    return _regel(zending, "zou_worden_toegewezen" if hoe.droog else "toegewezen", bewijs=bewijs)


def _regel(zending: Zending, uitkomst: Gevolg, reden: str = "", bewijs: Bewijs | None = None) -> Regel:
    naar = zending.toewijzing
    return Regel(zending.opgave, zending.van, naar.naar, naar.houder, uitkomst, reden, bewijs)


def _toon(verdeling: Formatie, regels: list[Regel], leeg: tuple[str, ...], hoe: Hoe) -> None:
    if hoe.json:
        uit = {"grondslag": verdeling.grondslag, "droog": hoe.droog, "opgaven": regels, "zonder_opgave": leeg}
        return scherm.json_uit(uit)
    if hoe.droog:
        scherm.zeg("Droog geoefend: er is niets vastgelegd en niets verstuurd.", "bold")
    scherm.zeg(f"Portefeuilles volgens {verdeling.grondslag}", "bold")
    scherm.tabel(
        ("Opgave", "Van", "Naar", "Houder", "Wat er gebeurde"),
        [(r.opgave, r.van or "geen", r.naar, r.houder or "blijft", _woord(r)) for r in regels],
        "Geen enkele lopende opgave valt hieronder.",
    )
    for naam in leeg:
        scherm.let_op(f"Geen lopende opgave valt onder de portefeuille {naam}.")
    if any(r.uitkomst in ("geweigerd", "onbekend", "onbereikbaar") for r in regels):
        scherm.let_op("Draai dit bestand later gerust nog eens: wat al is gedaan, gebeurt niet opnieuw.")
    return None


def _woord(regel: Regel) -> str:
    return f"{_WOORDEN[regel.uitkomst]}: {regel.reden}" if regel.reden else _WOORDEN[regel.uitkomst]
