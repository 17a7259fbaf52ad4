"""The lives on the other side of a messenger, in memory, and rows for it to carry."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from proefleven import Proefleven

from activities import toegang
from activities.bode import MINSTENS, Bode
from activities.toegang import OnbekendeOpgave
from domain import kern
from domain.feit import Bewijs
from domain.gevolg import Overbrengen
from domain.opdracht import Opdracht
from domain.stand import Begin
from register import overbrengen
from register.overbrengrij import Overbrenging
from register.tabellen_samen import OVERBRENGING
from register.verbinding import Register

VAN, NAAR = "FL-2024-01", "FL-2024-02"
START = {"soort": "StartOpgave", "titel": "Oost", "thema": "water", "initiatief": {"door": f"opgave {VAN}"}}
HERKOMST = [{"opgave": VAN, "soort": "splitsing"}]
DELEN = {"soort": "OntvangDelen", "van": VAN, "bron": 3, "hoe": "splitsing", "delen": {}, "reden": "te groot"}


class Straat:
    """The lives on the other side, with the real core; `stoor` is raised instead of an answer."""

    def __init__(self) -> None:
        self.levens: dict[str, Any] = {}
        self.stoor: list[Exception] = []
        self.gegeven: list[Opdracht] = []

    async def geef(
        self, _client: object, _rij: str, opgave: str, opdracht: Opdracht, *, begin: Begin | None, **_: object
    ) -> Bewijs:
        self.gegeven.append(opdracht)
        if self.stoor:
            raise self.stoor.pop(0)
        if begin is not None:
            self.levens.setdefault(opgave, kern.begin(begin))
        if opgave not in self.levens:
            raise OnbekendeOpgave(opgave)
        self.levens[opgave], _feiten = kern.stap(self.levens[opgave], datetime.now(UTC), opdracht)
        return kern.bewijs(self.levens[opgave], opdracht.id)


@pytest.fixture
def straat(monkeypatch: pytest.MonkeyPatch) -> Straat:
    """The wire to Temporal replaced by lives in memory."""
    straat = Straat()
    monkeypatch.setattr(toegang, "geef", straat.geef)
    return straat


def zet(register: Register, *inhouden: dict[str, Any], van: str = VAN, naar: str = NAAR) -> None:
    """Commands that follow from one fact of a life."""
    feit = Proefleven(van).begonnen().feiten[-1]
    for nr, inhoud in enumerate(inhouden, start=1):
        gevolg = Overbrengen(naar=naar, inhoud=inhoud, reglement="r2026_4")
        with register.schrijf() as verbinding:
            overbrengen.schrijf(verbinding, feit, nr, gevolg, [(naar, inhoud)])


def geen_lessen(register: Register, opgave: str, moment: str) -> list[dict[str, Any]]:
    """Nothing was learned."""
    return []


def bode(register: Register, vul: Callable[..., list[dict[str, Any]]] = geen_lessen) -> Bode:
    """A messenger on the street."""
    return Bode(register, lambda: None, "rij", vul)  # type: ignore[arg-type, return-value]


def staat(register: Register) -> list[tuple[str, str]]:
    """Each command with its status, in order."""
    return [(rij.soort, rij.status) for rij in overbrengen.rijen(register)]


def nu_meteen(register: Register) -> None:
    """The pause before the next try is over."""
    for rij in overbrengen.rijen(register, status="klaar"):
        overbrengen.leg_neer(register, rij, rij.fout, datetime.now(UTC))


def maak_oud(register: Register, rij: Overbrenging, pogingen: int = MINSTENS) -> None:
    """Written a month ago and more, and so often tried."""
    waarden = {"aangemaakt_op": rij.aangemaakt_op - timedelta(days=31), "niet_voor": None, "pogingen": pogingen}
    with register.schrijf() as verbinding:
        verbinding.execute(OVERBRENGING.update().values(**waarden))
