"""Small drawings as SVG, for a page and for paper: black and one colour, every mark with a shape and a text of its own.

What comes in is data: texts are escaped here, and nothing refers to anything outside the drawing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape

from documenten.inhoud import een_regel
from domain.kalender import datum_in_cijfers

ACCENT, INKT, ZACHT, LICHT, RASTER = "#0b4f6c", "#1b1b1b", "#444444", "#d5e4ea", "#b8c4ca"
BREED = 720
LETTER = 'font-family="Libertinus Serif, Georgia, serif"'


@dataclass(frozen=True)
class Lijn:
    """A level across the drawing, such as a baseline or a target; `streep` is its dash pattern."""

    naam: str
    waarde: Decimal
    streep: str


def tekening(id_: str, titel: str, beschrijving: str, hoogte: int, delen: Iterable[str]) -> str:
    """The whole SVG, with title and description for who can't see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {hoogte}" role="img" '
        f'aria-labelledby="{id_}-t {id_}-d" {LETTER} font-size="14">\n'
        f'<title id="{id_}-t">{veilig(titel)}</title>\n<desc id="{id_}-d">{veilig(beschrijving)}</desc>\n'
        + "\n".join(delen)
        + "\n</svg>"
    )


def veilig(tekst: str, hoogstens: int = 400) -> str:
    """A typed text as it may stand in a drawing: one line, no markup, not longer than this."""
    kaal = een_regel(tekst)
    return escape(kaal if len(kaal) <= hoogstens else f"{kaal[: hoogstens - 1]}…")


def letters(
    x: float,
    y: float,
    tekst: str,
    *,
    anker: str = "start",
    kleur: str = INKT,
    vet: bool = False,
    maat: int = 14,
    hoogstens: int = 60,
) -> str:
    """A text at a place, of the usual size or `maat`, and not longer than `hoogstens`."""
    dik = ' font-weight="bold"' if vet else ""
    dik += f' font-size="{maat}"' if maat != 14 else ""
    rand = 'stroke="#ffffff" stroke-width="4" paint-order="stroke"'
    plaats = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anker}"'
    return f'<text {plaats} fill="{kleur}" {rand}{dik}>{veilig(tekst, hoogstens)}</text>'


def streep(x1: float, y1: float, x2: float, y2: float, *, kleur: str = ZACHT, dik: float = 1, patroon: str = "") -> str:
    """A straight line."""
    gestreept = f' stroke-dasharray="{patroon}"' if patroon else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{kleur}" stroke-width="{dik}"{gestreept}/>'
    )


def plek(dag: date, van: date, tot: date, links: float, rechts: float) -> float:
    """Where a day stands between two edges; days outside stand on the edge."""
    deel = (dag - van).days / max((tot - van).days, 1)
    return links + min(max(deel, 0), 1) * (rechts - links)


def getal(waarde: Decimal) -> str:
    """A number as Dutch people write it, without zeros at the end."""
    kaal = f"{waarde:f}"
    kaal = kaal.rstrip("0").rstrip(".") if "." in kaal else kaal
    return kaal.replace(".", ",")


LINKS, RECHTS, BOVEN, ONDER = 70.0, 490.0, 40.0, 230.0
"""The edges of the field in which measurements stand; beside it the names of the levels."""


def verloop(
    id_: str, titel: str, beschrijving: str, punten: Sequence[tuple[date, Decimal]], lijnen: Sequence[Lijn]
) -> str:
    """Measurements over time, with the levels they are held against. Needs at least one measurement or level."""
    schaal = _schaal([w for _, w in punten] + [lijn.waarde for lijn in lijnen])
    delen = (*_assen(schaal), *_niveaus(lijnen, schaal), *_metingen(punten, schaal))
    return tekening(id_, titel, beschrijving, 275, delen)


@dataclass(frozen=True)
class _Schaal:
    onder: Decimal
    boven: Decimal

    def y(self, waarde: Decimal) -> float:
        ruimte = (self.boven - self.onder) or Decimal(1)
        return ONDER - float((waarde - self.onder) / ruimte) * (ONDER - BOVEN)


def _schaal(waarden: Sequence[Decimal]) -> _Schaal:
    """From zero, or from the lowest when that is below zero, so that a change doesn't look larger than it is."""
    return _Schaal(min(*waarden, Decimal(0)), max(*waarden, Decimal(0)))


def _assen(schaal: _Schaal) -> Iterable[str]:
    yield streep(LINKS, ONDER, RECHTS, ONDER, dik=1.5)
    yield streep(LINKS, BOVEN - 15, LINKS, ONDER, dik=1.5)
    for waarde in dict.fromkeys((schaal.onder, schaal.boven)):
        yield letters(LINKS - 8, schaal.y(waarde) + 5, getal(waarde), anker="end", kleur=ZACHT)


def _niveaus(lijnen: Sequence[Lijn], schaal: _Schaal) -> Iterable[str]:
    """The levels, their names beside the field and never over each other."""
    vorige = -100.0
    for lijn in sorted(lijnen, key=lambda lijn: schaal.y(lijn.waarde)):
        y = schaal.y(lijn.waarde)
        yield streep(LINKS, y, RECHTS, y, kleur=INKT, dik=1.5, patroon=lijn.streep)
        vorige = max(y + 5, vorige + 18)
        yield letters(RECHTS + 10, vorige, f"{lijn.naam}: {getal(lijn.waarde)}")


def _metingen(punten: Sequence[tuple[date, Decimal]], schaal: _Schaal) -> Iterable[str]:
    if not punten:
        return
    van, tot = punten[0][0], punten[-1][0]
    xs = [plek(dag, van, tot, LINKS + 45, RECHTS - 45) for dag, _ in punten]
    lijn = " ".join(f"{x:.1f},{schaal.y(w):.1f}" for x, (_, w) in zip(xs, punten, strict=True))
    yield f'<polyline points="{lijn}" fill="none" stroke="{ACCENT}" stroke-width="2.5"/>'
    laatste = -200.0
    for x, (dag, waarde) in zip(xs, punten, strict=True):
        yield f'<circle cx="{x:.1f}" cy="{schaal.y(waarde):.1f}" r="5" fill="{ACCENT}"/>'
        if x - laatste >= 85:
            yield letters(x, schaal.y(waarde) - 12, getal(waarde), anker="middle", vet=True)
            yield letters(x, ONDER + 22, datum_in_cijfers(dag), anker="middle", kleur=ZACHT)
            laatste = x
