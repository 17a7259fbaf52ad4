"""`opgave audit herbereken` and `overzicht`: votes and terms counted again, and opgaven side by side in numbers.

CSV for Dutch Excel (the default: semicolons, decimal comma) begins with a byte order mark in a file, so that Excel
reads it as UTF-8. With `--komma`, and on the screen, there is no mark: that form is for programs.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archief.pak import Pak, open_pak
from audit.controle import controleer
from audit.rekenen import overzicht as overzicht_
from audit.rekenen.csvuit import BOM, tabel
from audit.rekenen.herbereken import Herberekening
from audit.rekenen.herbereken import herbereken as reken_na
from audit.rekenen.overzicht import Overzicht
from audit.rekenen.pakfeiten import open_pakken
from audit.rekenen.regel import Rekenregel
from starter.cli import scherm
from starter.cli.controleopties import Controle
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.invoer import Invoerfout

KOLOMMEN = (
    *("opgave", "feit", "soort", "wat", "invoer", "regel", "vastgelegd", "berekend"),
    *("formule", "verschil"),
)
SCHERM = "-"
_OP_HET_SCHERM = {
    "Fase": ("fase",),
    "Wet te laat": ("termijn_wet_te_laat", "termijn_wet_verstreken"),
    "Anders te laat": tuple(f"termijn_{s}_{u}" for s in ("afspraak", "huis") for u in ("te_laat", "verstreken")),
    "Poort voorbij": ("huispoorten_gepasseerd",),
    "Vier ogen?": ("vier_ogen_verdacht",),
    "Geweigerd": ("geweigerd",),
    "Besteed": ("besteed_euro",),
}
"""What fits on a screen: each heading with the columns that are added up under it."""


@dataclass(frozen=True)
class Hoe:
    """How to check and to show: a place for CSV, commas, the check that comes first, JSON."""

    csv: str | None
    komma: bool
    controle: Controle
    json: bool

    @property
    def scheiding(self) -> str:
        return "," if self.komma else ";"

    def __post_init__(self) -> None:
        """JSON and CSV can't both be the screen."""
        if self.json and self.csv == SCHERM:
            raise Invoerfout("Kies --json of CSV op het scherm (-), niet allebei.")


def herbereken(plek: Path, hoe: Hoe) -> int:
    """Count again, and show each line; 0 when all agrees, 1 when something differs or the pack is not whole."""
    pak = open_pak(plek)
    staat, rekening = keur((pak,), hoe), reken_na(pak)
    goed = rekening.gelijk and not staat.niet_heel
    if hoe.csv is not None:
        rijen = ([getattr(regel, naam) for naam in KOLOMMEN] for regel in rekening.regels)
        schrijf(hoe.csv, tabel(KOLOMMEN, rijen, hoe.scheiding), hoe)
    if hoe.json:
        scherm.json_uit(_json(rekening) | {"pakken": staat.json})
    elif hoe.csv != SCHERM:
        staat.zeg()
        _toon(rekening)
    return GEDAAN if goed else GEWEIGERD


def _json(rekening: Herberekening) -> dict[str, Any]:
    return {
        "opgave": rekening.opgave,
        "gelijk": rekening.gelijk,
        "regels": rekening.regels,
        "bevindingen": rekening.bevindingen,
        "mededelingen": rekening.mededelingen,
    }


def _toon(rekening: Herberekening) -> None:
    for soort, kop in (("stemming", "Stemmingen"), ("termijn", "Termijnen")):
        regels = [regel for regel in rekening.regels if regel.soort == soort]
        scherm.kop(f"{kop} van {rekening.opgave}: {len(regels)} nagerekend")
        for regel in regels:
            _regel(regel)
    for mededeling in rekening.mededelingen:
        scherm.zeg(mededeling.zin, "yellow")
    anders = len(rekening.bevindingen)
    scherm.zeg()
    if anders:
        return scherm.zeg(f"ANDERS: {anders} van {len(rekening.regels)} regels komen anders uit.", "bold red")
    return scherm.zeg(f"GELIJK: alle {len(rekening.regels)} regels komen uit zoals ze zijn vastgelegd.", "green")


def _regel(regel: Rekenregel) -> None:
    scherm.zeg(f"feit {regel.feit}  {regel.wat}", "" if regel.klopt else "bold red")
    scherm.zeg_onder(f"{regel.formule} -> {regel.berekend}")
    if regel.verschil:
        scherm.zeg_onder(f"ANDERS: {regel.verschil}", "bold red")


def overzicht(plekken: Sequence[Path], details: str | None, hoe: Hoe) -> int:
    """One line per opgave; 0 done, 1 when a pack is not whole."""
    if details == SCHERM and (hoe.json or hoe.csv == SCHERM):
        raise Invoerfout("--details: op het scherm past maar een tabel; geef een bestand.")
    pakken = open_pakken(plekken)
    staat, rijen = keur(pakken, hoe), [overzicht_.overzicht(pak) for pak in pakken]
    if hoe.csv is not None:
        schrijf(hoe.csv, overzicht_.als_csv(rijen, hoe.scheiding), hoe)
    if details is not None:
        schrijf(details, overzicht_.details_als_csv(rijen, hoe.scheiding), hoe)
    if hoe.json:
        opgaven = [{**rij.kolommen, "details": rij.details} for rij in rijen]
        scherm.json_uit({"opgaven": opgaven, "pakken": staat.json})
    elif SCHERM not in (hoe.csv, details):
        staat.zeg()
        _toon_overzicht(rijen)
    return GEWEIGERD if staat.niet_heel else GEDAAN


def _toon_overzicht(rijen: Sequence[Overzicht]) -> None:
    scherm.tabel(
        ("Opgave", *_OP_HET_SCHERM),
        [(rij.opgave, *(_samen(rij, namen) for namen in _OP_HET_SCHERM.values())) for rij in rijen],
    )
    scherm.zeg("Alle kolommen staan in het bestand van --csv; wat erachter zit in dat van --details.")


def _samen(rij: Overzicht, namen: Sequence[str]) -> str:
    """One column as it is, or the sum of several."""
    if len(namen) == 1:
        return str(rij.kolommen[namen[0]]).replace(".", ",")
    return str(sum(int(rij.kolommen[naam] or 0) for naam in namen))


@dataclass(frozen=True)
class Staat:
    """Which packs are whole; None when nobody looked."""

    heel: tuple[tuple[str, bool | None], ...]

    @property
    def niet_heel(self) -> tuple[str, ...]:
        """The opgaven of which the pack is not whole."""
        return tuple(opgave for opgave, heel in self.heel if heel is False)

    @property
    def json(self) -> list[dict[str, Any]]:
        """For programs; `heel` is null when it was not checked."""
        return [{"opgave": opgave, "heel": heel} for opgave, heel in self.heel]

    def zeg(self) -> None:
        """Say it, before any number is shown."""
        if self.niet_heel:
            zin = f"LET OP: niet heel zijn: {', '.join(self.niet_heel)}. Zie: opgave audit controleer"
            return scherm.zeg(zin, "bold red")
        if any(heel is None for _, heel in self.heel):
            return scherm.zeg("De pakken zijn NIET gecontroleerd. Zie: opgave audit controleer", "yellow")
        return scherm.zeg("Alle pakken zijn heel." if len(self.heel) > 1 else "Dit pak is heel.", "green")


def keur(pakken: Iterable[Pak], hoe: Hoe) -> Staat:
    """Whether each pack is whole: numbers from a pack that was touched say nothing."""
    if hoe.controle.zonder_controle:
        return Staat(tuple((pak.manifest.opgave, None) for pak in pakken))
    return Staat(tuple((pak.manifest.opgave, controleer(pak, sleutels=hoe.controle.sleutels).heel) for pak in pakken))


def schrijf(plek: str, tekst: str, hoe: Hoe) -> None:
    """CSV to the screen, or to a file that is not there yet.

    Raises:
        Invoerfout: there is such a file already, or it can't be written.
    """
    if plek == SCHERM:
        sys.stdout.write(tekst)
        return
    try:
        with Path(plek).open("x", encoding="utf-8", newline="") as bestand:
            bestand.write(tekst if hoe.komma else BOM + tekst)
    except FileExistsError:
        raise Invoerfout(f"{plek} bestaat al. Kies een ander bestand.") from None
    except OSError:
        raise Invoerfout(f"{plek} is niet te schrijven.") from None
