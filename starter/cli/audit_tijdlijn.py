"""`opgave audit tijdlijn`: who did what when, why, on which ground, and who was waited for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from rich.table import Table
from rich.text import Text

from audit.tijd.tijdlijn import GROEPEN, WEIGERING, Regel, kies, sprekers, tijdlijn
from audit.tijd.wachten import dagen
from domain.feit import FEITEN
from domain.kalender import MAANDNAMEN
from starter.cli import scherm
from starter.cli.audit_momenten import lees_dag
from starter.cli.audit_pakstaat import Gelezen, lees
from starter.cli.controleopties import Controle
from starter.cli.datums import kort
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout

GEWICHTIG = frozenset(
    ("OpgaveGestart", "FaseBegonnen", "OpgaveIngetrokken", "OpgaveAfgesloten", "BesluitGenomen", "BesluitHersteld")
)
GRONDEN = 4
"""More grounds than this are counted, not listed."""


@dataclass(frozen=True)
class Blok:
    """Entries of one day by one sender, told together."""

    regels: tuple[Regel, ...]

    @property
    def eerste(self) -> Regel:
        """What they have in common stands in the first."""
        return self.regels[0]

    @property
    def feiten(self) -> str:
        """The numbers of the facts: `8-12`."""
        van, tot = self.eerste.van_seq, self.regels[-1].tot_seq
        return str(van) if van == tot else f"{van}-{tot}"


def toon_tijdlijn(
    plek: Path,
    van: str | None,
    tot: str | None,
    wie: str | None,
    soort: str,
    controle: Controle,
    json: bool,
) -> None:
    """Show the timeline, or the part of it that was asked for.

    Raises:
        Invoerfout, PakFout: what was asked can't be shown; the text says why.
        Exit: with code 1, the pack is not whole.
    """
    begin, eind = (lees_dag(t, v) if t else None for t, v in ((van, "--van"), (tot, "--tot")))
    if begin and eind and eind < begin:
        raise Invoerfout("--tot ligt voor --van.")
    soorten = _soorten(soort)
    gelezen = lees(plek, controle, json=json)
    alle = tuple(tijdlijn(gelezen.boek))
    _toets_wie(alle, wie)
    regels = kies(alle, begin, eind, wie, soorten)
    _json(gelezen, regels) if json else _toon(gelezen, alle, regels)
    gelezen.einde()


def _soorten(tekst: str) -> frozenset[str]:
    """The kinds that were asked for: kinds of facts, groups of them, or refusals. Raises Invoerfout."""
    gevraagd = frozenset(deel.strip() for deel in tekst.split(",") if deel.strip())
    groepen = (*sorted(set(GROEPEN.values())), WEIGERING)
    for soort in sorted(gevraagd - {*groepen, *FEITEN}):
        raise Invoerfout(
            f"--soort: {soort} is geen soort feit.{lijkt_op(soort, [*groepen, *FEITEN])} "
            f"Groepen zijn: {', '.join(groepen)}."
        )
    return gevraagd


def _toets_wie(regels: Iterable[Regel], wie: str | None) -> None:
    bekend = dict.fromkeys(naam for regel in regels for naam in sprekers(regel))
    if wie is not None and wie not in bekend:
        raise Invoerfout(f"--wie: {wie} deed niets in dit pak. Wel deden dat: {', '.join(sorted(bekend))}.")


def _json(gelezen: Gelezen, regels: Sequence[Regel]) -> None:
    boek = gelezen.boek
    scherm.json_uit({"pak": gelezen.json, "afgeschermd_vanaf": boek.dicht_vanaf, "tijdlijn": regels})


def _toon(gelezen: Gelezen, alle: Sequence[Regel], regels: Sequence[Regel]) -> None:
    manifest = gelezen.pak.manifest
    scherm.kop(f"Tijdlijn van {manifest.opgave}  {manifest.titel}")
    deel = "" if len(regels) == len(alle) else f" van {len(alle)}"
    scherm.zeg(
        f"{len(regels)}{deel} handelingen, op volgorde van vastleggen. De nummers zijn die van de feiten.", "dim"
    )
    gewone = _gewone_zekerheid(alle)
    if gewone:
        scherm.zeg(f"Hoe zeker is wie iets deed: {gewone}. Is dat anders, dan staat het erbij.", "dim")
    for maand, groep in groupby(_blokken(regels), key=lambda blok: (blok.eerste.dag.year, blok.eerste.dag.month)):
        scherm.kop(f"{MAANDNAMEN[maand[1] - 1].capitalize()} {maand[0]}")
        scherm.druk(_maand(tuple(groep), gewone))
    if gelezen.boek.dicht_vanaf:
        scherm.zeg(
            f"Vanaf feit {gelezen.boek.dicht_vanaf} is dit pak afgeschermd; de tijdlijn houdt daar op.", "yellow"
        )


def _gewone_zekerheid(regels: Iterable[Regel]) -> str:
    """The most common answer to how sure it is who did something, said once."""
    telling = Counter(r.zekerheid for r in regels if r.zekerheid)
    return telling.most_common(1)[0][0] if telling else ""


def _blokken(regels: Iterable[Regel]) -> Iterator[Blok]:
    for _, groep in groupby(regels, key=_samen):
        yield Blok(tuple(groep))


def _samen(regel: Regel) -> tuple[object, ...]:
    """What must be equal to be told together; a refusal, what came later and what ended a wait stand apart."""
    los = regel.van_seq if regel.geweigerd or regel.dagen_later or regel.gewacht else 0
    return regel.dag, regel.wie, regel.zekerheid, regel.gronden, regel.redenen, los


def _maand(blokken: Sequence[Blok], gewone: str) -> Table:
    raster = Table.grid(padding=(0, 2, 0, 0))
    raster.add_column(no_wrap=True, style="bold", min_width=5)
    raster.add_column(no_wrap=True, style="dim", min_width=7)
    raster.add_column(overflow="fold")
    vorige: date | None = None
    for blok in blokken:
        dag = blok.eerste.dag
        raster.add_row("" if dag == vorige else _dag(dag), blok.feiten, _tekst(blok, gewone))
        vorige = dag
    return raster


def _dag(dag: date) -> str:
    """`ma 2`: the month stands above it."""
    return " ".join(kort(dag).split(" ")[:2])


def _tekst(blok: Blok, gewone: str) -> Text:
    """What happened, then why, on which ground and by whom, then who was waited for."""
    tekst, eerste = Text(), blok.eerste
    for zin, aantal in Counter((z, _stijl(r)) for r in blok.regels for z in r.zinnen).items():
        tekst.append(scherm.schoon(zin[0]) + (f" ({aantal} keer)" if aantal > 1 else "") + "\n", zin[1])
    for reden in eerste.redenen:
        tekst.append(scherm.schoon(f"Reden: {reden}") + "\n")
    if eerste.door is not None:
        tekst.append(scherm.schoon(_wie(blok, gewone)) + "\n", "cyan")
    for gewacht in eerste.gewacht:
        tekst.append(scherm.schoon(f"Gewacht op {gewacht.zin}") + "\n", "red" if gewacht.te_laat else "dim")
    tekst.rstrip()
    return tekst


def _stijl(regel: Regel) -> str:
    gewichtig = any(f.soort in GEWICHTIG for f in regel.feiten)
    return "yellow" if regel.geweigerd else "bold" if gewichtig else ""


def _wie(blok: Blok, gewone: str) -> str:
    """Who did it, how sure that is where it differs, how much later it was recorded, on which ground."""
    eerste = blok.eerste
    delen = [f"door {eerste.wie}" if eerste.zekerheid == gewone else f"door {eerste.wie}, {eerste.zekerheid}"]
    if eerste.dagen_later:
        delen.append(f"gebeurd op {kort(eerste.gebeurd_op)}, {dagen(eerste.dagen_later)} later vastgelegd")
    gronden = tuple(grond for grond in eerste.gronden if not _gezegd(grond, eerste))
    if gronden:
        meer = f" en nog {len(gronden) - GRONDEN}" if len(gronden) > GRONDEN else ""
        delen.append(f"grond: {'; '.join(gronden[:GRONDEN])}{meer}")
    return " · ".join(delen)


def _gezegd(grond: str, regel: Regel) -> bool:
    return any(grond in zin for zin in regel.zinnen)
