"""How long a forecast takes, of one opgave with many partners and the heaviest path; and what moves if PS hold over."""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from rich.console import Console
from rich.table import Table

from domain import kern
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand
from domain.verwachting.model import Vraag
from domain.verwachting.verwacht import verwacht
from domain.verwachting.watals import houd_aan

PARTNERS, RONDES, DOEL_MS = 12, 5, 1000
VORM, STAP = "OPENBAAR_LICHAAM", "VT1.A6.PS"
_MANAGER = {"functie": "opgavemanager", "subject": "bench", "zekerheid": "oidc"}


def zwaar_leven(partners: int = PARTNERS) -> Stand:
    """An opgave that has just begun, with so many municipalities: all of its path is still to come."""
    stand, nu = kern.begin(Begin(opgave="BENCH-1", reglement="r2026_4")), datetime(2026, 11, 23, 9, tzinfo=UTC)
    start = {"titel": "Warmte", "thema": "energie", "initiatief": {"door": "een vereniging"}}
    zetten: list[dict[str, Any]] = [{"soort": "StartOpgave", **start}]
    for nr in range(partners):
        zetten.append({"soort": "VoegPartnerToe", "partner": f"g-{nr}", "naam": f"gemeente {nr}", "type": "gemeente"})
    for nr, inhoud in enumerate(zetten):
        opdracht = Opdracht.model_validate({"id": f"o-{nr}", "door": _MANAGER, "inhoud": inhoud})
        stand, _ = kern.stap(stand, nu, opdracht)
    return stand


def meet(rondes: int = RONDES) -> dict[str, Any]:
    """Milliseconds (median of the rounds) of a forecast and of a what-if, and how many rows there are."""
    stand, vraag = zwaar_leven(), Vraag(vandaag=date(2026, 11, 23), vorm=VORM)
    return {
        "rijen": len(verwacht(stand, vraag).rijen),
        "verwachting_ms": _mediaan(lambda: verwacht(stand, vraag), rondes),
        "watals_ms": _mediaan(lambda: houd_aan(stand, vraag, STAP), rondes),
    }


def _mediaan(werk: Callable[[], object], rondes: int) -> float:
    tijden = []
    for _ in range(rondes):
        begin = time.perf_counter()
        werk()
        tijden.append(time.perf_counter() - begin)
    return round(statistics.median(tijden) * 1000, 1)


def toon(cijfers: dict[str, Any]) -> None:
    """Print the table."""
    tabel = Table(title=f"Een verwachting: {PARTNERS} gemeenten, {VORM}, {cijfers['rijen']} rijen")
    for kop in ("", "ms"):
        tabel.add_column(kop, justify="left" if not kop else "right")
    tabel.add_row(f"verwachting (doel {DOEL_MS})", str(cijfers["verwachting_ms"]))
    tabel.add_row(f"wat schuift er als PS aanhouden (doel {DOEL_MS})", str(cijfers["watals_ms"]))
    Console().print(tabel)
