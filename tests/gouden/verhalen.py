"""The lives behind the golden histories: short, and each with a shape of its own."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from domain.basis import Afzender
from domain.reglement.register import reglement
from tests.gouden.agenda import agenda, samen
from tests.gouden.bestuurlijk import bestuurlijk, zwijgen
from tests.gouden.partners import partners
from tests.gouden.zeggen import moet, moet_weigeren
from tests.workflows.omgeving import GRIFFIER, Huis, Leven, dorp, ochtend, reishuis, wacht_tot
from worker import worker

Verhaal = Callable[[Path], Awaitable[Leven]]

MAANDAG = date(2026, 9, 7)
DONDERDAG = date(2026, 9, 10)
SECRETARIAAT = Afzender(functie="bestuurssecretariaat", subject="u-3", namens="GS", zekerheid="sleutel")
PARTNER = Afzender(functie="partner", subject="u-4", namens="gemeente-a", zekerheid="link")
STEMMEN = {
    **{"BBB": [10, 0, 0, 0], "VVD": [4, 0, 0, 0], "PVV": [0, 3, 0, 0], "PvdA": [3, 0, 0, 0], "GL": [3, 0, 0, 0]},
    **{"CU": [2, 0, 0, 0], "D66": [2, 0, 0, 0], "CDA": [2, 0, 0, 0], "JA21": [0, 2, 0, 0], "PvdD": [1, 0, 1, 0]},
    **{"FvD": [0, 2, 0, 0], "SP": [2, 0, 0, 0], "SGP": [2, 0, 0, 0], "SLF": [1, 0, 0, 0], "50PLUS": [1, 0, 0, 0]},
}
FLEVO = {"blad": "toets_flevo", "moment": "F1", "scores": [2, 1, 3, 2, 1, 2]}


async def happy(huis: Huis, leven: Leven) -> None:
    """A decision of PS, a refusal, a request with a reminder, a light form, a pilot stopped at once, the end."""
    await _begin(leven)
    await moet_weigeren(leven, "GaNaarFase", naar="F2")
    await moet(leven, "LegBladVast", inhoud=FLEVO)
    await moet(leven, "GaNaarFase", naar="F2")
    await moet(leven, "VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?", termijn="5wd")
    await huis.slaap_tot(leven, ochtend(DONDERDAG, -3600))
    await moet(leven, "BeantwoordVerzoek", verzoek="V1", oordeel="akkoord", antwoord="Ja.", door=PARTNER)
    await _kader(leven)
    await moet(leven, "GaNaarFase", naar="F3", **_passeer("F2"))
    await _vorm(leven)
    await _pilot(leven)
    await moet(leven, "TrekIn", reden="Zonder pilot is er geen vervolg.")
    await moet(leven, "LegBesluitVast", stap="B2", uitkomst="conform", door=SECRETARIAAT)
    await leven.handvat.result()


async def gepauzeerd(huis: Huis, leven: Leven) -> None:
    """A pause of half a year with a request open: silence, then time catches up; the life is still going on."""
    await _begin(leven)
    await moet(leven, "VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?")
    await moet(leven, "Pauzeer", reden="Wachten op het nieuwe college.")
    await huis.slaap_tot(leven, ochtend(date(2027, 3, 1), -3600))
    await moet_weigeren(leven, "GaNaarFase", naar="F2")
    await moet(leven, "Noteer", tekst="De gemeente belt: het duurt nog even.")
    await moet(leven, "Hervat", reden="Het college is er.")
    await huis.slaap_tot(leven, ochtend(date(2027, 3, 8), -3600))


async def voortgezet(huis: Huis, leven: Leven) -> None:
    """A chain of runs with reminders in between; the last run is still going on."""
    await _begin(leven)
    await moet(leven, "MaakAfspraak", tekst="Bel de gemeente", wie="gemeente-a", uiterlijk=DONDERDAG)
    nummer = 0
    while len(await leven.geschiedenissen()) < 3:
        nummer += 1
        await moet(leven, "Noteer", tekst=f"Notitie {nummer}.")
        await huis.bijgewerkt(leven)
    await wacht_tot(lambda: _is_herinnerd(leven), "de herinnering van negen uur")
    await moet(leven, "RondAfspraakAf", afspraak="AF2", resultaat="Gebeld.")
    await huis.bijgewerkt(leven)


async def _is_herinnerd(leven: Leven) -> bool:
    """Whether the first reminder of the promise has gone out, three working days before its day."""
    return all(h.trede != "T-3" for h in (await leven.stand()).termijnen["AF2/T17"].herinneringen)


async def _begin(leven: Leven) -> None:
    await leven.open()
    await moet(leven, "VoegPartnerToe", partner="gemeente-a", naam="Gemeente A", type="gemeente")


async def _kader(leven: Leven) -> None:
    await moet(leven, "OpenBesluit", code="kader", orgaan="PS", onderwerp="Kaders voor de energiehub")
    await moet(leven, "LegVoor", stap="B1", door=GRIFFIER)
    stemming = {"wijze": "handopsteken_per_fractie", "per_fractie": STEMMEN}
    await moet(leven, "LegBesluitVast", stap="B1", resultaat="kader", stemming=stemming, door=GRIFFIER)


async def _vorm(leven: Leven) -> None:
    tafel = [{"code": "GESPREKSTAFEL", "plus": "snel"}]
    await moet(
        leven, "StartVormtraject", onderwerp="Overleg", kandidaten=tafel, reden_een_kandidaat="Meer is niet nodig."
    )
    await moet(leven, "KiesOrganiseervorm", traject="VT1", code="GESPREKSTAFEL", motivering="Klein.", **_codes("F3"))
    stap = next(s for s in (await leven.stand()).stappen.values() if s.traject == "VT1")
    await moet(leven, "BepaalStap", stap=stap.id, van_toepassing=True, reden="PS willen het weten.")
    await moet(leven, "LegVoor", stap=stap.id, door=SECRETARIAAT)
    await moet(leven, "LegBesluitVast", stap=stap.id, uitkomst="verzonden", door=SECRETARIAAT)
    await moet(leven, "ZetInWerking", traject="VT1", per=DONDERDAG)


async def _pilot(leven: Leven) -> None:
    plan = {"hypothese": "Als we delen, dan past er meer op het net.", "eind": date(2027, 3, 1)}
    plan |= {"beslisregel": "Minder dan 5 procent winst: stoppen.", "evaluator": "rekenkamer"}
    plan["indicatoren"] = [{"naam": "vermogen", "eenheid": "MW", "nulmeting": "4.0"}]
    await moet(leven, "StelPilotplanOp", pilot="P1", titel="Delen op het net", plan=plan)
    await moet(leven, "GaNaarFase", naar="F4", **_passeer("F3"))
    await moet(leven, "StartPilot", pilot="P1")
    await moet(leven, "MeetIndicator", pilot="P1", indicator="vermogen", waarde="4.2", door=PARTNER)
    await moet(leven, "StopPilotNu", pilot="P1", reden="Een transformator is onveilig.")


def _codes(fase: str) -> dict[str, Any]:
    huispoorten = [p.code for p in reglement("r2026_1").poorten if p.fase == fase and p.soort == "huis"]
    return {"passeer": huispoorten}


def _passeer(fase: str) -> dict[str, Any]:
    return {**_codes(fase), "reden": "Dit halen we in."}


@asynccontextmanager
async def op_reis(map_: Path) -> AsyncIterator[tuple[Huis, Leven]]:
    """On the server that skips time, from a Monday morning at ten."""
    async with reishuis(map_) as huis:
        yield huis, await huis.leven("GOUD-01", op_tijd=ochtend(MAANDAG, -3600))


@asynccontextmanager
async def onder_het_tweede(map_: Path) -> AsyncIterator[tuple[Huis, Leven]]:
    """On the server that skips time, under the reglement that brought the law of decision making."""
    async with reishuis(map_) as huis:
        op_tijd = ochtend(MAANDAG, -3600)
        yield huis, await huis.leven("GOUD-02", op_tijd=op_tijd, reglement="r2026_2")


@asynccontextmanager
async def onder_het_derde(map_: Path) -> AsyncIterator[tuple[Huis, Leven]]:
    """On the server that skips time, under the reglement that brought how people are reminded."""
    async with reishuis(map_) as huis:
        op_tijd = ochtend(MAANDAG, -3600)
        yield huis, await huis.leven("GOUD-03", op_tijd=op_tijd, reglement="r2026_3")


@asynccontextmanager
async def onder_het_vierde(map_: Path) -> AsyncIterator[tuple[Huis, Leven]]:
    """On the server that skips time, under the reglement that brought working together and learning."""
    async with reishuis(map_) as huis:
        op_tijd = ochtend(MAANDAG, -3600)
        yield huis, await huis.leven("GOUD-04", op_tijd=op_tijd, reglement="r2026_4")


@asynccontextmanager
async def op_de_agenda(map_: Path) -> AsyncIterator[tuple[Huis, Leven]]:
    """On the server that skips time: an agenda instead of an opgave."""
    async with reishuis(map_) as huis:
        op_tijd = ochtend(MAANDAG, -3600)
        yield huis, await huis.leven("AGENDA-GOUD", op_tijd=op_tijd, reglement="r2026_4")


@asynccontextmanager
async def in_het_dorp(map_: Path) -> AsyncIterator[tuple[Huis, Leven]]:
    """On the embedded server, just before nine, with runs that are soon full."""
    async with dorp(map_) as huis, worker(huis.client, huis.instellingen, maak_sleutel=True):
        yield huis, await huis.leven("GOUD-01", op_tijd=ochtend(MAANDAG, 6), vol_na=50)


VERHALEN = {
    "happy": (op_reis, happy),
    "gepauzeerd": (op_reis, gepauzeerd),
    "voortgezet": (in_het_dorp, voortgezet),
    "bestuurlijk": (onder_het_tweede, bestuurlijk),
    "zwijgen": (onder_het_tweede, zwijgen),
    "partners": (onder_het_derde, partners),
    "samen": (onder_het_vierde, samen),
    "agenda": (op_de_agenda, agenda),
}
