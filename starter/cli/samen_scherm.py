"""A page of working together on a terminal or as JSON: a wide table becomes one block per row."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from domain.beeld.samen.vel import Rooster, Vel
from starter.cli import scherm
from starter.cli.samen_uit import Herkomst, schrijf

SMALSTE = 4
"""Up to this many columns wrap well; more of them become blocks when they don't fit."""
RUIMTE = scherm.BREEDTE - 4


def laat_zien(vel: Vel, herkomst: Herkomst, uit: Path | None, json: bool) -> None:
    """Print the page; with a folder write it there too."""
    bestanden = schrijf(vel, herkomst, uit) if uit else ()
    if json:
        return scherm.json_uit(_als_json(vel, herkomst, bestanden))
    scherm.zeg(vel.titel, "bold")
    scherm.zeg(herkomst.wie, "dim")
    if vel.let_op:
        scherm.kop("Let op")
        for regel in vel.let_op:
            scherm.punt(regel)
    for rooster in vel.roosters:
        _rooster(rooster)
    if bestanden:
        scherm.zeg()
    for bestand in bestanden:
        scherm.zeg(f"Geschreven: {bestand}")
    return None


def _rooster(rooster: Rooster) -> None:
    scherm.kop(rooster.titel)
    if _past(rooster):
        return scherm.tabel(rooster.kolommen, rooster.rijen, rooster.leeg)
    eerste, *rest = rooster.kolommen
    for rij in rooster.rijen:
        scherm.zeg_onder(f"{eerste}: {rij[0]}", "bold")
        for naam, waarde in zip(rest, rij[1:], strict=True):
            if waarde not in ("", "-"):
                scherm.zeg_onder(f"  {naam}: {waarde}" if naam else f"  {waarde}")
    return None


def _past(rooster: Rooster) -> bool:
    if len(rooster.kolommen) <= SMALSTE or not rooster.rijen:
        return True
    breedtes = (max(map(len, kolom)) + 2 for kolom in zip(rooster.kolommen, *rooster.rijen, strict=True))
    return sum(breedtes) <= RUIMTE


def _als_json(vel: Vel, herkomst: Herkomst, bestanden: Sequence[Path]) -> dict[str, Any]:
    """Rows as objects by the name of their column."""
    roosters = [{"titel": r.titel, "rijen": [_rij(r, rij) for rij in r.rijen]} for r in vel.roosters]
    kaal = vel.model_dump(mode="json", exclude={"roosters"})
    return {"over": herkomst.id, **kaal, "roosters": roosters, "bestanden": list(map(str, bestanden))}


def _rij(rooster: Rooster, rij: Sequence[str]) -> dict[str, str]:
    return {kolom or "Opmerking": waarde for kolom, waarde in zip(rooster.kolommen, rij, strict=True)}
