"""`opgave kalender`: the days of a year that are no working day, why, and until when that is known."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from domain.basis import LAATSTE_JAAR
from domain.kalender import GelijkgesteldeDag, feestdagen
from domain.reglement.register import nieuwste
from domain.stand import Stand
from starter.cli import scherm
from starter.cli.aanvullen import lopende
from starter.cli.datums import kort
from starter.cli.omgeving import omgeving
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout

EERSTE_JAAR = 2014
"""Before this year the King's birthday was another day."""
GOEDE_VRIJDAG = "Goede Vrijdag"
GELIJKGESTELD = "Atw 3 lid 3"
_MERK = re.compile(r"W[0-9]+: ")


@dataclass(frozen=True)
class Dag:
    """One day that is no working day, also when it falls in a weekend; the source is empty for what the law says."""

    datum: date
    naam: str
    grond: str
    bron: str = ""


@dataclass(frozen=True)
class Toegevoegd:
    """A day that was added to running opgaven, and to which ones."""

    datum: date
    bron: str
    opgaven: tuple[str, ...]


@dataclass(frozen=True)
class Jaar:
    """A year. `gelijkgesteld_bekend` says whether its gelijkgestelde dagen are in the data."""

    jaar: int
    dagen: tuple[Dag, ...]
    toegevoegd: tuple[Toegevoegd, ...]
    gelijkgesteld_bekend: bool
    gelijkgesteld_van: date
    gelijkgesteld_tot: date


def toon(tekst: str | None, json: bool) -> None:
    """Show one year."""
    jaar = _beeld(_lees_jaar(tekst))
    if json:
        return scherm.json_uit(jaar)
    scherm.zeg(f"Dagen in {jaar.jaar} die geen werkdag zijn", "bold")
    scherm.tabel(("Dag", "Wat", "Grond", "Bron"), [(kort(d.datum), d.naam, d.grond, d.bron) for d in jaar.dagen])
    scherm.zeg_onder("En elke zaterdag en zondag (Atw 1 lid 1).", "dim")
    if jaar.toegevoegd:
        scherm.kop("Later toegevoegd aan lopende opgaven")
        scherm.tabel(
            ("Dag", "Bron", "Opgaven"), [(kort(t.datum), t.bron, ", ".join(t.opgaven)) for t in jaar.toegevoegd]
        )
    van, tot = jaar.gelijkgesteld_van.year, jaar.gelijkgesteld_tot.year
    scherm.zeg_onder(f"Gelijkgestelde dagen zijn bekend van {van} tot en met {tot}.", "dim")
    if not jaar.gelijkgesteld_bekend:
        scherm.let_op(f"Let op: die van {jaar.jaar} staan niet in de gegevens. Zie: opgave kalender vul-aan --help")
    return None


def _lees_jaar(tekst: str | None) -> int:
    if tekst is None:
        return omgeving().vandaag().year
    if not re.fullmatch(r"[0-9]{4}", tekst) or not EERSTE_JAAR <= int(tekst) <= LAATSTE_JAAR:
        hint = lijkt_op(tekst, ["vul-aan"])
        raise Invoerfout(f"JAAR: kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.{hint}")
    return int(tekst)


def _beeld(jaar: int) -> Jaar:
    kalender = nieuwste().kalender
    van, tot = kalender.dekt_jaren
    feest = [
        Dag(f.datum, f.naam, "Atw 3 lid 2" if f.naam == GOEDE_VRIJDAG else "Atw 3 lid 1") for f in feestdagen(jaar)
    ]
    gelijk = [
        Dag(g.datum, "gelijkgestelde dag", GELIJKGESTELD, _MERK.sub("", g.bron))
        for g in kalender.gelijkgesteld
        if g.datum.year == jaar
    ]
    return Jaar(
        jaar=jaar,
        dagen=tuple(sorted((*feest, *gelijk), key=attrgetter("datum"))),
        toegevoegd=_toegevoegd(jaar, lopende(omgeving())),
        gelijkgesteld_bekend=van <= jaar <= tot,
        gelijkgesteld_van=date(van, 1, 1),
        gelijkgesteld_tot=date(tot, 12, 31),
    )


def _toegevoegd(jaar: int, standen: Iterable[Stand]) -> tuple[Toegevoegd, ...]:
    bij: dict[GelijkgesteldeDag, list[str]] = {}
    for stand in standen:
        for dag in stand.kalender_erbij:
            if dag.datum.year == jaar:
                bij.setdefault(dag, []).append(stand.opgave)
    rijen = (Toegevoegd(dag.datum, dag.bron, tuple(opgaven)) for dag, opgaven in bij.items())
    return tuple(sorted(rijen, key=attrgetter("datum", "bron")))
