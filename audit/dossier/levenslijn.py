"""The life of an opgave as one line by date: phases, rest, pilots, decisions and terms; with the same in a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from audit.dossier.bron import Bron, kort
from documenten import grafiek as g
from documenten.inhoud import Deel, Figuur, Tabel
from domain.basis import Fase
from domain.taal.besluiten import BesluitGenomen
from domain.taal.leven import OpgaveAfgesloten, OpgaveGepauzeerd, OpgaveHervat, OpgaveIngetrokken
from domain.taal.pilots import PilotHervat, PilotOpgeschort
from domain.taal.termijnen import TermijnGehaald, TermijnVerstreken
from domain.woorden import gewoon

LINKS, RECHTS, RIJ = 110.0, 700.0, 20
AFLOOP = {"positief": "voor", "negatief": "tegen", "open": "geen einduitkomst"}


@dataclass(frozen=True)
class Band:
    """A time that lasted. `tot` is None when it has no end yet."""

    soort: str
    naam: str
    van: date
    tot: date | None


@dataclass(frozen=True)
class Punt:
    """Something on one day; `vorm` is its shape in the drawing."""

    soort: str
    naam: str
    op: date
    vorm: str


def levenslijn(bron: Bron) -> Deel:
    """The part with the drawing and its table."""
    banden, punten = tuple(_banden(bron)), tuple(sorted(_punten(bron), key=lambda p: p.op))
    if not banden:
        return Deel("De levenslijn", (), anker="levenslijn")
    van, tot = banden[0].van, max(bron.tot, *(b.tot or b.van for b in banden))
    beschrijving = (
        f"Van links naar rechts de tijd, van {kort(van)} tot en met {kort(tot)}. Boven de fasen, daaronder rust en "
        "pilots, dan de besluiten met hun nummer, en onderaan de termijnen. Een gevulde ruit is een besluit voor, een "
        "open ruit met kruis een besluit tegen, een open ruit een besluit zonder einduitkomst. Een rondje is een "
        "termijn op tijd, een kruis een termijn te laat of verstreken."
    )
    tekening = tuple(_teken(banden, punten, van, tot))
    besluiten = _op_rijen([(_plek(van, tot, p.op), p.vorm) for p in punten if p.soort == "besluit"])
    svg = g.tekening("levenslijn", "Levenslijn", beschrijving, round(_onder(besluiten) + 62), tekening)
    return Deel("De levenslijn", (Figuur("Levenslijn", beschrijving, svg, _tabel(banden, punten)),), anker="levenslijn")


def _banden(bron: Bron) -> Iterator[Band]:
    leven = bron.stand.leven
    for periode in leven.fasen:
        naam = f"{periode.fase} {Fase(periode.fase).naam}"
        yield Band("fase", naam, periode.van, periode.tot or (bron.tot if leven.voorbij else None))
    yield from _rust(bron)
    for pilot in bron.vrij(bron.stand.pilots):
        if pilot.gestart_op:
            yield Band("pilot", f"pilot {pilot.titel}", pilot.gestart_op, pilot.geeindigd_op)


def _rust(bron: Bron) -> Iterator[Band]:
    """When the opgave or a pilot lay still."""
    sinds: dict[str, date] = {}
    for feit in (f for f in bron.feiten if not bron.geheim(f.inhoud)):
        match feit.inhoud:
            case OpgaveGepauzeerd():
                sinds["opgave"] = feit.gebeurd_op
            case OpgaveHervat() | OpgaveIngetrokken() | OpgaveAfgesloten() if "opgave" in sinds:
                yield Band("rust", "de opgave rust", sinds.pop("opgave"), feit.gebeurd_op)
            case PilotOpgeschort(titel=titel):
                sinds[titel] = feit.gebeurd_op
            case PilotHervat(titel=titel) if titel in sinds:
                yield Band("rust", f"pilot {titel} opgeschort", sinds.pop(titel), feit.gebeurd_op)
    for naam, van in sinds.items():
        yield Band("rust", "de opgave rust" if naam == "opgave" else f"pilot {naam} opgeschort", van, None)


def _punten(bron: Bron) -> Iterator[Punt]:
    besluiten = [(f, b) for f, b in bron.van(BesluitGenomen)]
    for feit, besluit in besluiten:
        naam = f"{bron.naam(besluit.orgaan)}: {besluit.onderwerp}, {gewoon(besluit.uitkomst)}"
        yield Punt("besluit", bron.namen(naam), besluit.genomen_op or feit.gebeurd_op, besluit.afloop)
    for feit, gehaald in bron.van(TermijnGehaald):
        vorm = "optijd" if gehaald.op_tijd else "telaat"
        yield Punt("termijn", bron.namen(gehaald.wat or gehaald.termijn), feit.gebeurd_op, vorm)
    for _, verstreken in bron.van(TermijnVerstreken):
        yield Punt("termijn", bron.namen(verstreken.wat), verstreken.einde, "verstreken")


def _teken(banden: Sequence[Band], punten: Sequence[Punt], van: date, tot: date) -> Iterator[str]:
    plek = partial(_plek, van, tot)
    ruiten = _op_rijen([(plek(p.op), p.vorm) for p in punten if p.soort == "besluit"])
    onder = _onder(ruiten)
    yield (
        '<defs><pattern id="arcering" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<path d="M0 8 L8 0" stroke="{g.INKT}" stroke-width="1.5"/></pattern></defs>'
    )
    yield from _jaren(van, tot, onder + 40)
    for naam, y in (("Fasen", 62), ("Rust", 102), ("Pilots", 136), ("Besluiten", 169), ("Termijnen", onder + 17)):
        yield g.letters(0, y, naam, vet=True)
    if not any(band.soort == "rust" for band in banden):
        yield g.letters(LINKS, 102, "geen", kleur=g.ZACHT)
    for band in banden:
        yield from _band(band, plek(band.van), plek(band.tot or tot))
    for nr, (x, rij, vorm) in enumerate(ruiten, start=1):
        yield from _ruit(nr, x, 164.0 + rij * RIJ, vorm)
    for punt in punten:
        if punt.soort == "termijn":
            yield _teken_termijn(plek(punt.op), onder, punt.vorm)


def _plek(van: date, tot: date, dag: date) -> float:
    return g.plek(dag, van, tot, LINKS, RECHTS)


def _op_rijen(besluiten: Sequence[tuple[float, str]]) -> list[tuple[float, int, str]]:
    """Decisions, each on the first row where it lies over no other."""
    rijen, uit = list[float](), []
    for x, vorm in besluiten:
        rij = next((nr for nr, vorige in enumerate(rijen) if x - vorige >= RIJ), len(rijen))
        rijen[rij : rij + 1] = [x]
        uit.append((x, rij, vorm))
    return uit


def _onder(ruiten: Sequence[tuple[float, int, str]]) -> float:
    """Where the terms begin: below the last row of decisions."""
    return 164.0 + RIJ * (max((rij for _, rij, _ in ruiten), default=0) + 1)


def _jaren(van: date, tot: date, onder: float) -> Iterator[str]:
    """A grid of quarters, with the year at each first of January."""
    dag = date(van.year, (van.month - 1) // 3 * 3 + 1, 1)
    while dag <= tot:
        if dag >= van:
            x, kleur, dik = _plek(van, tot, dag), *((g.ZACHT, 1.5) if dag.month == 1 else (g.RASTER, 0.7))
            yield g.streep(x, 24, x, onder, kleur=kleur, dik=dik)
            if dag.month == 1:
                yield g.letters(min(x + 3, RECHTS - 28), 18, str(dag.year), kleur=g.ZACHT)
        dag = date(dag.year + dag.month // 10, (dag.month + 2) % 12 + 1, 1)
    yield g.letters(LINKS, onder + 17, kort(van), kleur=g.ZACHT)
    yield g.letters(RECHTS, onder + 17, kort(tot), anker="end", kleur=g.ZACHT)


def _band(band: Band, x1: float, x2: float) -> Iterator[str]:
    breed = max(x2 - x1, 2)
    y, hoog, vulling = {"fase": (42, 30, g.LICHT), "rust": (90, 16, "url(#arcering)"), "pilot": (118, 26, "#ffffff")}[
        band.soort
    ]
    yield (
        f'<rect x="{x1:.1f}" y="{y}" width="{breed:.1f}" height="{hoog}" fill="{vulling}" '
        f'stroke="{g.ACCENT}" stroke-width="1.5"/>'
    )
    if (band.soort == "fase" and breed > 24) or (band.soort == "pilot" and breed > 60):
        tekst = band.naam.removeprefix("pilot ") if band.soort == "pilot" else band.naam[:2]
        ruimte = int((breed - 10) / 7)
        yield g.letters(x1 + 5, y + hoog / 2 + 5, tekst if len(tekst) <= ruimte else f"{tekst[: ruimte - 1]}…")


def _ruit(nr: int, x: float, y: float, vorm: str) -> Iterator[str]:
    """One decision with its number."""
    vol, kleur = (g.ACCENT, "#ffffff") if vorm == "positief" else ("#ffffff", g.INKT)
    yield f'<path d="M{x:.1f} {y - 9:.1f} l9 9 l-9 9 l-9 -9 z" fill="{vol}" stroke="{g.ACCENT}" stroke-width="1.5"/>'
    if vorm == "negatief":
        yield f'<path d="M{x - 9:.1f} {y - 9:.1f} l18 18 m0 -18 l-18 18" stroke="{g.ACCENT}" stroke-width="1"/>'
    yield f'<text x="{x:.1f}" y="{y + 3:.1f}" text-anchor="middle" font-size="9" fill="{kleur}">{nr}</text>'


def _teken_termijn(x: float, y: float, vorm: str) -> str:
    if vorm == "optijd":
        return f'<circle cx="{x:.1f}" cy="{y + 4:.1f}" r="4.5" fill="#ffffff" stroke="{g.ACCENT}" stroke-width="1.5"/>'
    return f'<path d="M{x - 4.5:.1f} {y + 15.5:.1f} l9 9 m0 -9 l-9 9" stroke="{g.INKT}" stroke-width="2"/>'


def _tabel(banden: Sequence[Band], punten: Sequence[Punt]) -> Tabel:
    vorm = {"optijd": "termijn, op tijd", "telaat": "termijn, te laat", "verstreken": "termijn verstreken"}
    rijen = [(b.van, b.tot, b.soort, b.naam) for b in banden]
    nummers = {id(p): nr for nr, p in enumerate((p for p in punten if p.soort == "besluit"), start=1)}
    for p in punten:
        soort = vorm.get(p.vorm) or f"besluit {nummers[id(p)]}, {AFLOOP[p.vorm]}"
        rijen.append((p.op, p.op, soort, p.naam))
    rijen.sort(key=lambda rij: (rij[0], rij[2]))
    return Tabel(
        "Levenslijn in woorden",
        ("Van", "Tot en met", "Wat voor", "Wat"),
        tuple((kort(van), kort(tot) or "loopt nog", soort, naam) for van, tot, soort, naam in rijen),
        (2, 2, 4, 9),
        breed=True,
    )
