"""A forecast as a picture: per step a bar from the earliest to the likely day, with today and the reces behind it.

What is critical stands out by its shape and its text too, never by colour alone; the same numbers stand in a table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from documenten.grafiek import ACCENT, BREED, INKT, LICHT, RASTER, ZACHT, letters, plek, streep, tekening, veilig
from documenten.inhoud import Figuur, Tabel
from domain.kalender import datum_voluit

LINKS, RECHTS, BOVEN, REGEL = 250.0, BREED - 15.0, 34.0, 21.0
"""The edges of the field, the height of the years above it, and that of one row."""
MEESTE = 40
"""So many rows stay readable in one drawing; the rest stands in the next."""
Vorm = Literal["balk", "mijlpaal"]


@dataclass(frozen=True)
class Ganttrij:
    """One row. A `mijlpaal` is a moment, drawn as a diamond on its likely day. `groep` puts a line between rows."""

    naam: str
    vroegst: date
    waarschijnlijk: date
    wie: str = ""
    toelichting: str = ""
    kritiek: bool = False
    vorm: Vorm = "balk"
    groep: str = ""


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
    delen = [rijen[nr : nr + MEESTE] for nr in range(0, len(rijen), MEESTE)]
    return tuple(
        _figuur(f"{id_}-{nr}", titel if len(delen) == 1 else f"{titel} ({nr} van {len(delen)})", deel, vandaag, banden)
        for nr, deel in enumerate(delen, start=1)
    )


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
    hoogte = int(BOVEN + REGEL * len(rijen) + 46)
    onder = BOVEN + REGEL * len(rijen)
    delen = [
        *_banden(banden, schaal, onder),
        *_maanden(schaal, onder),
        *(deel for nr, rij in enumerate(rijen) for deel in _rij(rij, nr, rijen, schaal)),
        *_vandaag(vandaag, schaal, onder),
        *_legenda(onder + 30, bool(banden)),
    ]
    return tekening(id_, titel, _beschrijving(rijen), hoogte, delen)


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
    """Each reces as a hatched strip, with its name for who points at it or hears it."""
    for band in banden:
        if band.tot >= schaal.van and band.van <= schaal.tot:
            x1, x2 = schaal.x(band.van), schaal.x(band.tot + timedelta(days=1))
            vlak = f'x="{x1:.1f}" y="{BOVEN - 6:.1f}" width="{max(x2 - x1, 1):.1f}" height="{onder - BOVEN + 6:.1f}"'
            yield f'<rect {vlak} fill="{LICHT}" fill-opacity="0.7"><title>{veilig(band.naam)}</title></rect>'


def _maanden(schaal: _Schaal, onder: float) -> Iterable[str]:
    """A line at each quarter, a name at each half year; of a long period only the years."""
    lang = (schaal.tot - schaal.van).days > 4 * 366
    vorige = LINKS - 60
    for jaar in range(schaal.van.year, schaal.tot.year + 1):
        for maand in (1,) if lang else (1, 4, 7, 10):
            dag = date(jaar, maand, 1)
            if schaal.van <= dag <= schaal.tot:
                x = schaal.x(dag)
                yield streep(x, BOVEN - 6, x, onder, kleur=RASTER)
                if maand in (1, 7) and x - vorige >= 46 and x < RECHTS - 40:
                    yield letters(x + 2, BOVEN - 12, f"{jaar}" if maand == 1 else f"{maand}-{jaar}", kleur=ZACHT)
                    vorige = x


def _rij(rij: Ganttrij, nr: int, rijen: Sequence[Ganttrij], schaal: _Schaal) -> Iterable[str]:
    y = BOVEN + REGEL * nr
    if nr and rij.groep != rijen[nr - 1].groep:
        yield streep(8, y, RECHTS, y, kleur=RASTER, dik=1)
    naam = f"! {rij.naam}" if rij.kritiek else rij.naam
    kort = naam if len(naam) <= 34 else f"{naam[:33]}…"
    yield letters(8, y + 14, kort, vet=rij.kritiek)
    yield from _mijlpaal(rij, y, schaal) if rij.vorm == "mijlpaal" else _balk(rij, y, schaal)


def _balk(rij: Ganttrij, y: float, schaal: _Schaal) -> Iterable[str]:
    """From the earliest to the likely day; a critical one is filled and has a thick edge."""
    x1, x2 = schaal.x(rij.vroegst), schaal.x(rij.waarschijnlijk)
    plaats = f'x="{x1:.1f}" y="{y + 4:.1f}" width="{max(x2 - x1, 3):.1f}" height="11"'
    vulling, rand, dik = (ACCENT, INKT, 2) if rij.kritiek else ("#ffffff", ACCENT, 1.2)
    yield f'<rect {plaats} fill="{vulling}" stroke="{rand}" stroke-width="{dik}">{_titel(rij)}</rect>'
    yield f'<circle cx="{x2:.1f}" cy="{y + 9.5:.1f}" r="3.5" fill="{INKT}"/>'


def _mijlpaal(rij: Ganttrij, y: float, schaal: _Schaal) -> Iterable[str]:
    x1, x2, m = schaal.x(rij.vroegst), schaal.x(rij.waarschijnlijk), y + 9.5
    yield streep(x1, m, x2, m, kleur=ACCENT, dik=1.2, patroon="3 2")
    ruit = f"{x2 - 7:.1f},{m:.1f} {x2:.1f},{m - 7:.1f} {x2 + 7:.1f},{m:.1f} {x2:.1f},{m + 7:.1f}"
    vulling = ACCENT if rij.kritiek else "#ffffff"
    yield f'<polygon points="{ruit}" fill="{vulling}" stroke="{INKT}">{_titel(rij)}</polygon>'


def _titel(rij: Ganttrij) -> str:
    return f"<title>{veilig(f'{rij.naam}: op zijn vroegst {rij.vroegst}, waarschijnlijk {rij.waarschijnlijk}')}</title>"


def _vandaag(vandaag: date, schaal: _Schaal, onder: float) -> Iterable[str]:
    x = schaal.x(vandaag)
    yield streep(x, BOVEN - 6, x, onder + 6, kleur=INKT, dik=2, patroon="6 3")
    yield letters(x, onder + 16, "vandaag", kleur=INKT, anker="middle" if x > LINKS + 30 else "start")


def _legenda(y: float, banden: bool) -> Iterable[str]:
    yield letters(8, y + 8, "! en gevuld: bepaalt het einde.", kleur=ZACHT)
    yield letters(LINKS, y + 8, "Balk: van vroegst tot waarschijnlijk.", kleur=ZACHT)
    if banden:
        yield letters(RECHTS, y + 8, "Blauw vlak: reces.", kleur=ZACHT, anker="end")


def _tabel(rijen: Sequence[Ganttrij]) -> Tabel:
    return Tabel(
        bijschrift="Vroegste en waarschijnlijke dag per stap",
        kolommen=("Stap", "Wie", "Vroegst", "Waarschijnlijk", "Bepaalt het einde", "Waarop dit rust"),
        rijen=tuple(
            (
                f"{r.groep}: {r.naam}" if r.groep else r.naam,
                r.wie,
                _dag(r.vroegst),
                _dag(r.waarschijnlijk),
                "ja" if r.kritiek else "nee",
                r.toelichting,
            )
            for r in rijen
        ),
        breedtes=(5, 3, 2, 2, 2, 4),
        breed=True,
    )


def _dag(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"
