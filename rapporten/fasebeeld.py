"""The six phases of an opgave as one drawing, with the same in a table: which were, which is, which are to come."""

from collections.abc import Iterator

from documenten import grafiek as g
from documenten.inhoud import Figuur, Tabel
from domain.basis import Fase
from domain.taal.leven import Levensloop
from rapporten.opmaak import dag

BREED, HOOG, TUSSEN = 104.0, 74.0, 16.0
GEWEEST, NU, STRAKS, OVER = "geweest", "nu", "straks", "overgeslagen"


def fasebeeld(loop: Levensloop) -> Figuur:
    """The drawing of one life."""
    rijen = tuple((fase, _status(loop, fase)) for fase in Fase)
    titel = "De fasen van deze opgave"
    nu = next((f"{fase.naam}" for fase, status in rijen if status == NU), "")
    uitleg = (
        "Zes vakken van links naar rechts. Een vak met een dikke rand is de fase van nu; een gestreept vak komt nog."
    )
    uitleg += f" Nu: {nu}." if nu else " De opgave loopt nu niet."
    svg = g.tekening("fasen", titel, uitleg, 130, _vakken(rijen))
    tabel = Tabel(titel, ("Fase", "Stand", "Begonnen op"), tuple(_rij(loop, f, s) for f, s in rijen), (3, 2, 2))
    return Figuur(titel, uitleg, svg, tabel)


def _status(loop: Levensloop, fase: Fase) -> str:
    geweest = {periode.fase for periode in loop.fasen}
    if fase == loop.fase and not loop.voorbij:
        return NU
    if fase in geweest and (fase < loop.fase or loop.voorbij):
        return GEWEEST
    return OVER if fase < loop.fase else STRAKS


def _rij(loop: Levensloop, fase: Fase, status: str) -> tuple[str, str, str]:
    begonnen = next((p.van for p in reversed(loop.fasen) if p.fase == fase), None)
    return f"{fase} {fase.naam}", status, dag(begonnen)


def _vakken(rijen: tuple[tuple[Fase, str], ...]) -> Iterator[str]:
    for nr, (fase, status) in enumerate(rijen):
        x = 4 + nr * (BREED + TUSSEN)
        yield _vak(x, status)
        yield g.letters(x + BREED / 2, 36, fase, anker="middle", vet=status == NU)
        for rij, woord in enumerate(_regels(fase.naam)):
            yield g.letters(x + BREED / 2, 56 + 17 * rij, woord, anker="middle")
        yield g.letters(x + BREED / 2, 115, status, anker="middle", kleur=g.ZACHT, vet=status == NU)
        if nr:
            yield g.streep(x - TUSSEN + 2, 15 + HOOG / 2, x - 2, 15 + HOOG / 2, dik=2)


def _vak(x: float, status: str) -> str:
    vulling = {GEWEEST: g.LICHT, NU: "#ffffff"}.get(status, "#ffffff")
    rand = {NU: (g.ACCENT, 4.0, ""), GEWEEST: (g.INKT, 1.5, "")}.get(status, (g.ZACHT, 1.5, "5 4"))
    kleur, dik, patroon = rand
    gestreept = f' stroke-dasharray="{patroon}"' if patroon else ""
    return (
        f'<rect x="{x:.1f}" y="15.0" width="{BREED}" height="{HOOG}" rx="6" fill="{vulling}" '
        f'stroke="{kleur}" stroke-width="{dik}"{gestreept}/>'
    )


def _regels(naam: str) -> list[str]:
    """A name in at most two lines that fit in a box."""
    woorden, regels = naam.split(), [""]
    for woord in woorden:
        past = len(regels[-1]) + len(woord) < 15
        regels[-1:] = [f"{regels[-1]} {woord}".strip()] if past else [regels[-1], woord]
    return [r for r in regels if r][:2] if len(regels) <= 2 else [regels[0], " ".join(regels[1:])[:15]]
