"""`opgave formatie`: portefeuilles reassigned over all opgaven in one go, with one line of outcome for each."""

from collections.abc import Callable, Coroutine, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.stand import Stand
from starter.cli import scherm, velen
from starter.cli.hoe import Hoe
from starter.cli.omgeving import Omgeving, omgeving
from starter.cli.velen import MISLUKT, Mislukt, Stilte
from starter.invoer import maak_opdracht
from starter.portefeuilles import Formatie, Zending, lees, zendingen, zonder_opgave

LOPEND = ("lopend", "gepauzeerd")

Gevolg = Literal["toegewezen", "zou_worden_toegewezen", "was_al_gedaan"] | Mislukt
_WOORDEN: Mapping[str, str] = {
    "toegewezen": "toegewezen",
    "zou_worden_toegewezen": "zou worden toegewezen",
    "was_al_gedaan": "was al gedaan met dit bestand",
    **MISLUKT,
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
    velen.toets("WijsPortefeuilleToe", hoe, "wijst u geen portefeuilles toe")
    verdeling, afdruk = lees(bestand)
    plan = zendingen(verdeling, afdruk, _standen(doos, verdeling))
    doe = _probeer(doos) if hoe.droog else doos.opgaven.geef
    regels = doos.wacht_op(velen.alle(plan, lambda zending: _een(zending, verdeling.grondslag, hoe, doe)))
    leeg = zonder_opgave(verdeling, plan)
    _toon(verdeling, regels, leeg, hoe)
    velen.sluit({r.uitkomst for r in regels})


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


async def _een(zending: Zending, grondslag: str, hoe: Hoe, doe: Doe) -> Regel:
    if zending.al is not None:
        return _regel(zending, "was_al_gedaan", bewijs=zending.al)
    opdracht = maak_opdracht(zending.inhoud(grondslag), hoe.door(), hoe.gebeurd_op(), zending.opdracht_id)
    bewijs = await velen.vang(doe(zending.opgave, opdracht))
    if isinstance(bewijs, Stilte):
        return _regel(zending, bewijs.uitkomst, bewijs.reden)
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
    return velen.zeg_opnieuw([r.uitkomst for r in regels], "Draai dit bestand")


def _woord(regel: Regel) -> str:
    return f"{_WOORDEN[regel.uitkomst]}: {regel.reden}" if regel.reden else _WOORDEN[regel.uitkomst]
