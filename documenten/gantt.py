"""A forecast as a picture: per step a bar from the earliest to the likely day, with today and the reces behind it.

What is critical stands out by its shape and its text too, never by colour alone; the same numbers stand in a table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from documenten.gantttekens import balk, legenda, ruit
from documenten.grafiek import BREED, INKT, LICHT, RASTER, ZACHT, letters, plek, streep, tekening, veilig
from documenten.inhoud import Figuur, Tabel
from documenten.stapnaam import afgekort
from domain.kalender import datum_voluit

LINKS, RECHTS, BOVEN, REGEL = 264.0, BREED - 15.0, 34.0, 21.0
"""The edges of the field, the height of the years above it, and that of one line."""
MEESTE = 40
"""So many lines stay readable in one drawing; the rest stands in the next."""
LETTERS, NAAM, KOP = 34, 13, 80
"""How many signs a name has in the drawing and their size; and the most of a heading."""
Vorm = Literal["balk", "mijlpaal"]


@dataclass(frozen=True)
class Ganttrij:
    """One row. A `mijlpaal` is a moment, drawn as a diamond on its likely day. Rows of a `groep` stand below its name.

    `kort` is what stands beside the bar when the whole name is too long for it; the table has the whole name.
    """

    naam: str
    vroegst: date
    waarschijnlijk: date
    wie: str = ""
    toelichting: str = ""
    kritiek: bool = False
    vorm: Vorm = "balk"
    groep: str = ""
    kort: str = ""
    speling: int | None = None


@dataclass(frozen=True)
class Band:
    """A period to see behind the rows, such as a reces; both days included."""

    naam: str
    van: date
    tot: date


def ganttfiguren(
    id_: str, titel: str, rijen: Sequence[Ganttrij], vandaag: date, banden: Sequence[Band] = ()
) -> tuple[Figuur, ...]:
    """The drawings of these rows, as many as they need, each with its own table; none without rows."""
    delen = _verdeeld(rijen)
    return tuple(
        _figuur(f"{id_}-{nr}", titel if len(delen) == 1 else f"{titel} ({nr} van {len(delen)})", deel, vandaag, banden)
        for nr, deel in enumerate(delen, start=1)
    )


def _verdeeld(rijen: Sequence[Ganttrij]) -> list[list[Ganttrij]]:
    """The rows in parts of at most so many lines, the names of groups counted."""
    delen = list[list[Ganttrij]]()
    for rij in rijen:
        if not delen or len(_regels((*delen[-1], rij))) > MEESTE:
            delen.append([])
        delen[-1].append(rij)
    return delen


def _regels(rijen: Sequence[Ganttrij]) -> list[Ganttrij | str]:
    """What stands below each other: the name of a group, then its rows."""
    regels, groep = list[Ganttrij | str](), ""
    for rij in rijen:
        if rij.groep and rij.groep != groep:
            regels.append(rij.groep)
        regels.append(rij)
        groep = rij.groep
    return regels


def _figuur(id_: str, titel: str, rijen: Sequence[Ganttrij], vandaag: date, banden: Sequence[Band]) -> Figuur:
    return Figuur(
        titel=titel,
        beschrijving=_beschrijving(rijen),
        svg=gantt(id_, titel, rijen, vandaag, banden),
        tabel=_tabel(rijen),
    )


def gantt(id_: str, titel: str, rijen: Sequence[Ganttrij], vandaag: date, banden: Sequence[Band] = ()) -> str:
    """The drawing as SVG. Needs at least one row."""
    schaal = _Schaal(
        min(vandaag, *(r.vroegst for r in rijen)), max(r.waarschijnlijk for r in rijen) + timedelta(days=7)
    )
    regels = _regels(rijen)
    onder = BOVEN + REGEL * len(regels)
    delen = [
        *_banden(banden, schaal, onder),
        *_maanden(schaal, onder),
        *_vandaag(vandaag, schaal, onder),
        *(deel for nr, regel in enumerate(regels) for deel in _regel(regel, BOVEN + REGEL * nr, schaal)),
        *legenda(onder + 34, LINKS, RECHTS, bool(banden)),
    ]
    return tekening(id_, titel, _beschrijving(rijen), int(onder + 84), delen)


@dataclass(frozen=True)
class _Schaal:
    van: date
    tot: date

    def x(self, dag: date) -> float:
        return plek(dag, self.van, self.tot, LINKS, RECHTS)


def _beschrijving(rijen: Sequence[Ganttrij]) -> str:
    kritiek = [r.naam for r in rijen if r.kritiek]
    laatste = max(r.waarschijnlijk for r in rijen)
    zin = f"{len(rijen)} stappen, de laatste waarschijnlijk op {datum_voluit(laatste)}."
    if not kritiek:
        return zin
    return f"{zin} {len(kritiek)} daarvan {'bepalen' if len(kritiek) > 1 else 'bepaalt'} de einddatum."


def _banden(banden: Sequence[Band], schaal: _Schaal, onder: float) -> Iterable[str]:
    """Each reces as a strip, with its name for who points at it or hears it."""
    for band in banden:
        if band.tot >= schaal.van and band.van <= schaal.tot:
            x1, x2 = schaal.x(band.van), schaal.x(band.tot + timedelta(days=1))
            vlak = f'x="{x1:.1f}" y="{BOVEN - 6:.1f}" width="{max(x2 - x1, 1):.1f}" height="{onder - BOVEN + 6:.1f}"'
            yield f'<rect {vlak} fill="{LICHT}" fill-opacity="0.7"><title>{veilig(band.naam)}</title></rect>'


def _maanden(schaal: _Schaal, onder: float) -> Iterable[str]:
    """A line at each quarter, a name at each half year; of a long period only the years."""
    lang = (schaal.tot - schaal.van).days > 4 * 366
    vorige = LINKS - 80
    for jaar in range(schaal.van.year, schaal.tot.year + 1):
        for maand in (1,) if lang else (1, 4, 7, 10):
            dag = date(jaar, maand, 1)
            if schaal.van <= dag <= schaal.tot:
                x = schaal.x(dag)
                yield streep(x, BOVEN - 6, x, onder, kleur=RASTER)
                if maand in (1, 7) and x - vorige >= 60 and x < RECHTS - 50:
                    naam = f"{jaar}" if lang else f"{'jan' if maand == 1 else 'juli'} {jaar}"
                    yield letters(x + 2, BOVEN - 12, naam, kleur=ZACHT, maat=NAAM)
                    vorige = x


def _regel(regel: Ganttrij | str, y: float, schaal: _Schaal) -> Iterable[str]:
    """A row, or the name of a group on a strip of its own."""
    if isinstance(regel, str):
        yield f'<rect x="0" y="{y:.1f}" width="{BREED}" height="{REGEL:.1f}" fill="#ffffff"/>'
        yield streep(8, y + 1, RECHTS, y + 1, kleur=ZACHT)
        yield letters(8, y + 15, afgekort(regel, KOP), vet=True, maat=NAAM, hoogstens=KOP)
        return
    naam = afgekort(f"! {regel.kort or regel.naam}" if regel.kritiek else regel.kort or regel.naam, LETTERS)
    yield letters(8, y + 14, naam, vet=regel.kritiek, maat=NAAM)
    yield from _mijlpaal(regel, y, schaal) if regel.vorm == "mijlpaal" else _balk(regel, y, schaal)


def _balk(rij: Ganttrij, y: float, schaal: _Schaal) -> Iterable[str]:
    yield balk(schaal.x(rij.vroegst), schaal.x(rij.waarschijnlijk), y + 9.5, kritiek=rij.kritiek, titel=_titel(rij))


def _mijlpaal(rij: Ganttrij, y: float, schaal: _Schaal) -> Iterable[str]:
    yield ruit(schaal.x(rij.vroegst), schaal.x(rij.waarschijnlijk), y + 9.5, kritiek=rij.kritiek, titel=_titel(rij))


def _titel(rij: Ganttrij) -> str:
    dagen = f"op zijn vroegst {_dag(rij.vroegst)}, waarschijnlijk {_dag(rij.waarschijnlijk)}"
    return f"<title>{veilig(f'{rij.naam}: {dagen}')}</title>"


def _vandaag(vandaag: date, schaal: _Schaal, onder: float) -> Iterable[str]:
    x = schaal.x(vandaag)
    yield streep(x, BOVEN - 6, x, onder + 6, kleur=INKT, dik=2, patroon="6 3")
    anker = "start" if x < LINKS + 80 else "end" if x > RECHTS - 80 else "middle"
    yield letters(x, onder + 18, f"vandaag, {_dag(vandaag)}", anker=anker)


def _tabel(rijen: Sequence[Ganttrij]) -> Tabel:
    return Tabel(
        bijschrift="Vroegste en waarschijnlijke dag per stap",
        kolommen=("Stap", "Wie", "Vroegst", "Waarschijnlijk", "Bepaalt het einde", "Speling", "Waarop dit rust"),
        rijen=tuple(
            (
                f"{r.groep}: {r.naam}" if r.groep else r.naam,
                r.wie,
                _dag(r.vroegst),
                _dag(r.waarschijnlijk),
                "ja" if r.kritiek else "nee",
                _speling(r.speling),
                r.toelichting,
            )
            for r in rijen
        ),
        breedtes=(5, 3, 2, 2, 2, 2, 4),
        breed=True,
    )


def _speling(dagen: int | None) -> str:
    """How much later it can be without moving the end."""
    return "los van het einde" if dagen is None else "geen" if dagen == 0 else f"{dagen} dag{'en' if dagen > 1 else ''}"


def _dag(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"
