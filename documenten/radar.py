"""A radar picture: an axis per question, a line per moment. Each line has its own dash pattern and its own mark."""

from collections.abc import Iterable, Sequence
from math import cos, pi, sin

from documenten.grafiek import ACCENT, BREED, INKT, RASTER, ZACHT, letters, streep, tekening
from documenten.inhoud import Figuur, Tabel
from domain.beeld.samen.vel import Radar, Reeks

MIDDEN_X, MIDDEN_Y, STRAAL, HOOGTE = 300.0, 215.0, 140.0, 430
LEGENDA_X, LEGENDA_Y = 590.0, 60.0
STIJLEN = ((ACCENT, "", "cirkel"), (INKT, "9 5", "vierkant"), (ZACHT, "2 4", "ruit"))
"""Colour, dash pattern and mark, so that lines differ without colour too."""


def radar(id_: str, beeld: Radar) -> Figuur:
    """The drawing with its table; `id_` is unique on the page."""
    zin = _in_woorden(beeld)
    delen = (*_raster(beeld), *(deel for nr, r in enumerate(beeld.reeksen) for deel in _reeks(beeld, nr, r)))
    svg = tekening(id_, beeld.titel, zin, HOOGTE, (*delen, *_legenda(beeld.reeksen)))
    return Figuur(beeld.titel, zin, svg, _tabel(beeld))


def _in_woorden(beeld: Radar) -> str:
    reeksen = (
        f"{r.naam}: {', '.join(f'{a} {w}' for a, w in zip(beeld.assen, r.waarden, strict=True))}" for r in beeld.reeksen
    )
    return f"Een as per vraag, van 0 tot en met {beeld.hoogste}. {'; '.join(reeksen)}."


def _tabel(beeld: Radar) -> Tabel:
    rijen = tuple((as_, *(str(r.waarden[nr]) for r in beeld.reeksen)) for nr, as_ in enumerate(beeld.assen))
    kolommen = ("As", *(r.naam for r in beeld.reeksen))
    return Tabel(f"Cijfers van {beeld.titel}", kolommen, rijen, (5, *(2 for _ in beeld.reeksen)))


def _punt(beeld: Radar, nr: int, waarde: float) -> tuple[float, float]:
    """Where a value stands on an axis; the first axis points up, the others follow clockwise."""
    hoek, ver = 2 * pi * nr / len(beeld.assen), STRAAL * waarde / beeld.hoogste
    return MIDDEN_X + ver * sin(hoek), MIDDEN_Y - ver * cos(hoek)


def _raster(beeld: Radar) -> Iterable[str]:
    for waarde in range(1, beeld.hoogste + 1):
        yield _veelhoek([_punt(beeld, nr, waarde) for nr in range(len(beeld.assen))], RASTER, "", 1)
        x, y = _punt(beeld, 0, waarde)
        yield letters(x + 5, y + 13, str(waarde), kleur=ZACHT)
    for nr, naam in enumerate(beeld.assen):
        x, y = _punt(beeld, nr, beeld.hoogste)
        yield streep(MIDDEN_X, MIDDEN_Y, x, y, kleur=RASTER)
        yield _asnaam(beeld, nr, naam)


def _asnaam(beeld: Radar, nr: int, naam: str) -> str:
    x, y = _punt(beeld, nr, beeld.hoogste * 1.1)
    anker = "middle" if abs(x - MIDDEN_X) < 1 else "start" if x > MIDDEN_X else "end"
    lager = 5 if anker != "middle" else -4 if y < MIDDEN_Y else 12
    return letters(x, y + lager, naam, anker=anker)


def _veelhoek(punten: Sequence[tuple[float, float]], kleur: str, patroon: str, dik: float) -> str:
    plekken = " ".join(f"{x:.1f},{y:.1f}" for x, y in punten)
    gestreept = f' stroke-dasharray="{patroon}"' if patroon else ""
    return f'<polygon points="{plekken}" fill="none" stroke="{kleur}" stroke-width="{dik}"{gestreept}/>'


def _reeks(beeld: Radar, nr: int, reeks: Reeks) -> Iterable[str]:
    kleur, patroon, merk = STIJLEN[nr % len(STIJLEN)]
    punten = [_punt(beeld, as_, waarde) for as_, waarde in enumerate(reeks.waarden)]
    yield _veelhoek(punten, kleur, patroon, 2.5)
    yield from (_merk(merk, kleur, x, y) for x, y in punten)


def _merk(merk: str, kleur: str, x: float, y: float) -> str:
    if merk == "cirkel":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{kleur}"/>'
    draai = f' transform="rotate(45 {x:.1f} {y:.1f})"' if merk == "ruit" else ""
    return f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9" fill="{kleur}"{draai}/>'


def _legenda(reeksen: Sequence[Reeks]) -> Iterable[str]:
    for nr, reeks in enumerate(reeksen):
        kleur, patroon, merk = STIJLEN[nr % len(STIJLEN)]
        y = LEGENDA_Y + 24 * nr
        yield streep(LEGENDA_X, y, LEGENDA_X + 40, y, kleur=kleur, dik=2.5, patroon=patroon)
        yield _merk(merk, kleur, LEGENDA_X + 20, y)
        yield letters(min(LEGENDA_X + 50, BREED), y + 5, reeks.naam)
