"""The demonstration: both example lives played side by side, live, and then the proof that all evidence agrees."""

import asyncio
import time
from collections import deque
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rich.console import Console, Group
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from starter.dossier import Samenvatting
from starter.scenario import simuleer
from starter.scenariobestand import ScenarioFout

VOORBEELDEN = Path(__file__).parents[1] / "examples"
MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
LEVENS = ("energiehub-oostrand.yaml", "adviesloket-polderrand.yaml")
GOED, MIS = 0, 1
STIJLEN = (
    ("Herinnering", "yellow"),
    ("De termijn", "yellow"),
    ("Termijn", "dim"),
    ("Gedeputeerde Staten besluiten", "bold cyan"),
    ("Provinciale Staten besluiten", "bold magenta"),
    ("De opdracht", "red"),
    ("De opgave", "bold green"),
    ("De pilot", "green"),
)
"""How a sentence looks, by how it begins."""


async def demo(uit: Path, scherm: Console | None = None) -> int:
    """Play both examples into `uit`; 0 when every expectation held and all evidence agrees, 1 when not."""
    scherm, begonnen = scherm or Console(), time.monotonic()
    scherm.print(Text("De Opgavenmotor speelt twee levens van een opgave, elk van ruim twee jaar.", style="bold"))
    beeld = _Beeld(scherm)
    with Live(beeld, console=scherm, refresh_per_second=8, transient=True) if scherm.is_terminal else beeld:
        spelers = (simuleer(VOORBEELDEN / naam, uit, beeld.kanaal(naam)) for naam in LEVENS)
        uitkomsten = await asyncio.gather(*spelers, return_exceptions=True)
    gelukt = [_toon(scherm, naam, uitkomst) for naam, uitkomst in zip(LEVENS, uitkomsten, strict=True)]
    scherm.print(f"Samen {time.monotonic() - begonnen:.0f} seconden.")
    return GOED if all(gelukt) else MIS


class _Leven:
    """What is on the screen of one life: how many facts so far, and the last ones."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self.aantal = 0
        self.laatste: deque[Text] = deque(maxlen=9)


class _Beeld:
    """The live view: a panel per life on a terminal; elsewhere one line per fact, without the running of terms."""

    def __init__(self, scherm: Console) -> None:
        self._scherm = scherm
        self._levens = {naam: _Leven(naam.removesuffix(".yaml")) for naam in LEVENS}

    def __enter__(self) -> "_Beeld":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def kanaal(self, naam: str) -> "_Kanaal":
        """Where this life reports its facts."""
        return _Kanaal(self, self._levens[naam])

    def meld(self, leven: _Leven, dag: date, zin: str) -> None:
        """A fact happened."""
        leven.aantal += 1
        regel = Text.assemble((f"{dag.day:>2} {MAANDEN[dag.month - 1]} {dag.year}  ", "dim"), _gekleurd(zin))
        leven.laatste.append(regel)
        if not self._scherm.is_terminal and not zin.startswith("Termijn"):
            self._scherm.print(Text.assemble((f"{leven.naam:24.24} ", "blue"), regel), soft_wrap=True)

    def __rich__(self) -> Group:
        """The panels as they are now."""
        return Group(*(self._paneel(leven) for leven in self._levens.values()))

    def _paneel(self, leven: _Leven) -> Panel:
        inhoud = Text("\n", overflow="ellipsis", no_wrap=True).join(leven.laatste)
        hoogte = (leven.laatste.maxlen or 0) + 2
        return Panel(inhoud, title=leven.naam, subtitle=f"{leven.aantal} feiten", height=hoogte, title_align="left")


class _Kanaal:
    """The reporter of one life."""

    def __init__(self, beeld: _Beeld, leven: _Leven) -> None:
        self._beeld = beeld
        self._leven = leven

    def __call__(self, dag: date, zin: str) -> None:
        self._beeld.meld(self._leven, dag, zin)


def _gekleurd(zin: str) -> Text:
    plat = " ".join(zin.split())
    stijl = next((stijl for begin, stijl in STIJLEN if plat.startswith(begin)), "")
    return Text(plat, style="red" if " is geweigerd op grond van " in plat else stijl)


def _toon(scherm: Console, naam: str, uitkomst: Samenvatting | BaseException) -> bool:
    """What came of one life; whether all is well."""
    if isinstance(uitkomst, ScenarioFout):
        scherm.print(Text(f"{naam} is niet gespeeld:\n{uitkomst}", style="red"))
        return False
    if isinstance(uitkomst, BaseException):
        raise uitkomst
    scherm.print(Text(f"\n{uitkomst.opgave}  {uitkomst.titel}", style="bold"))
    tabel = Table(show_header=False)
    tabel.add_column(style="dim")
    tabel.add_column()
    for wat, waarde in _rijen(uitkomst):
        tabel.add_row(wat, Text(waarde, overflow="fold"))
    scherm.print(tabel)
    for bevinding in uitkomst.bevindingen:
        scherm.print(Text(bevinding, style="red"))
    if uitkomst.gelijk:
        scherm.print(Text(uitkomst.eens, style="bold green"))
    return uitkomst.gelijk


def _rijen(u: Samenvatting) -> Iterator[tuple[str, str]]:
    yield "looptijd", f"{u.van} tot en met {u.tot}, nu {u.toestand} in fase {u.fase}"
    yield "opdrachten", f"{u.opdrachten}, waarvan {u.weigeringen} terecht geweigerd"
    yield "feiten", str(u.feiten)
    yield "besluiten", str(u.besluiten)
    yield "herinneringen", str(u.herinneringen)
    yield "berichten", f"{u.berichten}, waarvan {u.verzonden} verzonden"
    yield "dossier", str(u.map)
