"""The signs of a forecast on a time line, and what they mean: each has a shape of its own, with or without colour."""

from collections.abc import Iterable

from documenten.grafiek import ACCENT, INKT, LICHT, RASTER, ZACHT, letters, streep

VOORBEELD = 26.0
"""How long a sign is where it is explained."""


def balk(x1: float, x2: float, midden: float, *, kritiek: bool, titel: str = "") -> str:
    """From the earliest day to the likely one, which has a dot; a critical one is filled and has a thick edge."""
    plaats = f'x="{x1:.1f}" y="{midden - 5.5:.1f}" width="{max(x2 - x1, 3):.1f}" height="11"'
    vulling, rand, dik = (ACCENT, INKT, 2) if kritiek else ("#ffffff", ACCENT, 1.2)
    vlak = f'<rect {plaats} fill="{vulling}" stroke="{rand}" stroke-width="{dik}">{titel}</rect>'
    return f'{vlak}<circle cx="{x2:.1f}" cy="{midden:.1f}" r="3.5" fill="{INKT}"/>'


def ruit(x1: float, x2: float, midden: float, *, kritiek: bool, titel: str = "") -> str:
    """A diamond on the likely day, with dashes from the earliest one; a critical one is filled."""
    punten = f"{x2 - 7:.1f},{midden:.1f} {x2:.1f},{midden - 7:.1f} {x2 + 7:.1f},{midden:.1f} {x2:.1f},{midden + 7:.1f}"
    vulling = ACCENT if kritiek else "#ffffff"
    vorm = f'<polygon points="{punten}" fill="{vulling}" stroke="{INKT}">{titel}</polygon>'
    return streep(x1, midden, x2, midden, kleur=ACCENT, dik=1.2, patroon="3 2") + vorm


def legenda(y: float, midden: float, rechts: float, reces: bool) -> Iterable[str]:
    """The signs with their meaning, on two lines in two columns; `midden` is where the second begins."""
    naast, eerste, tweede = midden - 8, y + 10, y + 32
    yield streep(8, y - 4, rechts, y - 4, kleur=RASTER)
    yield from _uitleg(8, eerste, balk(8, 8 + VOORBEELD, eerste, kritiek=True), "! en gevuld: bepaalt het einde")
    stip = "stap: van de vroegste tot de waarschijnlijke dag (de stip)"
    yield from _uitleg(naast, eerste, balk(naast, naast + VOORBEELD, eerste, kritiek=False), stip)
    moment = "moment op de waarschijnlijke dag; streepjes vanaf de vroegste"
    yield from _uitleg(naast, tweede, ruit(naast, naast + VOORBEELD - 7, tweede, kritiek=False), moment)
    if reces:
        vlak = f'<rect x="8.0" y="{tweede - 7:.1f}" width="{VOORBEELD}" height="14" fill="{LICHT}" stroke="{RASTER}"/>'
        yield from _uitleg(8, tweede, vlak, "reces van Provinciale Staten")


def _uitleg(x: float, midden: float, teken: str, wat: str) -> Iterable[str]:
    yield teken
    yield letters(x + VOORBEELD + 10, midden + 4.5, wat, kleur=ZACHT, maat=13, hoogstens=80)
