"""A page of working together as files: an HTML page that needs nothing else, and its pictures as SVG."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from documenten.boek import maak_boek_html
from documenten.velblad import figuren, velblad
from domain.beeld.samen.vel import Vel
from starter.invoer import Invoerfout
from starter.schijffout import waarom


@dataclass(frozen=True)
class Herkomst:
    """What a page is about: the id for file names, the name for people, the receipt and the moment."""

    id: str
    wie: str
    kenmerk: str
    moment: datetime


def schrijf(vel: Vel, herkomst: Herkomst, map_: Path) -> tuple[Path, ...]:
    """Write the files into the folder. Raises Invoerfout when that can't be done."""
    document = velblad(vel, herkomst.wie, herkomst.kenmerk, herkomst.moment)
    naam = f"{herkomst.id}-{vel.naam}"
    inhoud = {f"{naam}.html": maak_boek_html(document)}
    for nr, figuur in enumerate(figuren(vel), start=1):
        inhoud[f"{naam}-{nr}.svg"] = figuur.svg.encode()
    try:
        map_.mkdir(parents=True, exist_ok=True)
        for bestand, bytes_ in inhoud.items():
            (map_ / bestand).write_bytes(bytes_)
    except OSError as fout:
        raise Invoerfout(f"--uit: in {map_} kan niet worden geschreven ({waarom(fout)}).") from None
    return tuple(map_ / bestand for bestand in inhoud)
