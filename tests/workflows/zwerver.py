"""A random life: real commands, a moody world, workers that come and go; everything follows from one seed."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from bewijzen import Verleden, samenvoegbaar, soort
from omgeving import (
    GRIFFIER,
    JURIST,
    MANAGER,
    PARTNERS,
    SECRETARIAAT,
    Huis,
    Leven,
    middernacht,
    ochtend,
    verschuiving,
    wacht_tot,
)
from temporalio import activity
from temporalio.client import WorkflowExecutionStatus
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError
from temporalio.worker import Worker
from zwerfpartners import FEITEN, partnerzaak

from activities.alle import maak_activiteiten
from domain.bundel import Bundel, Postronde, Verwerkt
from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.stand import Stand
from register import lezen
from runtime.sleutels import Ondertekenaar
from workflows.namen import BEZORG, VERWERK
from workflows.opgave import OpgaveWorkflow
from workflows.staat import Start

DAG = date(2026, 9, 7)
"""A Monday. Promises for today, Thursday or three weeks on are all reminded of at nine this morning."""
DICHTBIJ = (DAG, date(2026, 9, 10), date(2026, 9, 21))
VER = date(2027, 2, 1)
EDITIES = ("r2026_2", "r2026_3", "r2026_3")


@dataclass
class Wereld:
    """The real activities, made moody: at once, slow, or failing before or after the work was done."""

    huis: Huis
    sleutel: Ondertekenaar
    dobbel: random.Random
    traagheid: float

    def activiteiten(self) -> list[Callable[..., Any]]:
        """The activities of a worker."""
        echt = {a.__name__: a for a in self._echte()}

        @activity.defn(name=VERWERK)
        async def verwerk(bundel: Bundel) -> Verwerkt:
            return await self._met_humeur(echt["verwerk_feiten"], bundel)

        @activity.defn(name=BEZORG)
        async def bezorg(ronde: Postronde) -> Verwerkt:
            return await self._met_humeur(echt["bezorg_post"], ronde)

        return [verwerk, bezorg]

    def _echte(self) -> list[Callable[..., Any]]:
        return maak_activiteiten(self.huis.register, self.huis.instellingen, self.sleutel)

    async def _met_humeur(self, echt: Callable[[Any], Awaitable[Verwerkt]], invoer: Any) -> Verwerkt:
        stemming = self.dobbel.random()
        mag_falen = activity.info().attempt < 3
        if stemming < 0.1 and mag_falen:
            raise ApplicationError("de wereld zit tegen")
        uitkomst = await echt(invoer)
        if stemming < 0.2 and mag_falen:
            raise ApplicationError("gedaan, maar het antwoord raakt zoek")
        if stemming > 0.5:
            await asyncio.sleep(self.dobbel.random() * self.traagheid)
        return uitkomst


@dataclass
class Werkplaats:
    """One worker at a time, warm or cold, that can be stopped and started between any two steps."""

    leven: Leven
    wereld: Wereld
    dobbel: random.Random
    gestopt: int = 0
    _worker: Worker | None = None
    _taak: asyncio.Task[None] | None = None

    async def op(self, *, koud: bool | None = None) -> None:
        """Start a worker when there is none."""
        if self._worker is not None:
            return
        koud = self.dobbel.random() < 0.6 if koud is None else koud
        self._worker = Worker(
            self.leven.client,
            task_queue=self.leven.task_queue,
            workflows=[OpgaveWorkflow],
            activities=self.wereld.activiteiten(),
            max_cached_workflows=0 if koud else 100,
            max_concurrent_workflow_tasks=2,
            sticky_queue_schedule_to_start_timeout=timedelta(seconds=1),
            graceful_shutdown_timeout=timedelta(seconds=self.dobbel.choice((0.1, 3))),
        )
        self._taak = asyncio.create_task(self._worker.run())
        await asyncio.sleep(0)

    async def af(self) -> None:
        """Stop the worker, perhaps in the middle of an activity."""
        if self._worker is None or self._taak is None:
            return
        await self._worker.shutdown()
        await self._taak
        self._worker, self._taak = None, None
        self.gestopt += 1

    async def wissel(self, *, koud: bool | None = None) -> None:
        await self.af()
        await self.op(koud=koud)


@dataclass
class Uitkomst:
    """What came of one life."""

    zaad: int
    fouten: list[str]
    tellingen: Counter[str]


@dataclass
class Zwerver:
    """Lives one life step by step; `gezegd` holds the receipt of every acknowledged command."""

    leven: Leven
    plaats: Werkplaats
    dobbel: random.Random
    moment: float
    gezegd: dict[str, Bewijs] = field(default_factory=dict)
    gegeven: list[Opdracht] = field(default_factory=list)
    _onderweg: set[asyncio.Task[None]] = field(default_factory=set)

    def kies(self) -> Opdracht:
        """A command: most are allowed, some are refused, all are recorded."""
        keuze = self.dobbel.choices(tuple(_KEUZES), tuple(gewicht for gewicht, _ in _KEUZES.values()))[0]
        return _KEUZES[keuze][1](self)

    def geef(self, opdracht: Opdracht, update_id: str | None = None) -> asyncio.Task[None]:
        """Give a command without waiting for it: there may be no worker now."""
        self.gegeven.append(opdracht)
        taak = asyncio.create_task(self._geef(opdracht, update_id))
        self._onderweg.add(taak)
        taak.add_done_callback(self._onderweg.discard)
        return taak

    async def _geef(self, opdracht: Opdracht, update_id: str | None) -> None:
        bewijs = await self.leven.voer_uit(opdracht, update_id)
        eerder = self.gezegd.setdefault(opdracht.id, bewijs)
        assert eerder == bewijs, f"opdracht {opdracht.id} kreeg twee verschillende bewijzen"

    async def rust(self, seconden: float = 5.0) -> None:
        """Wait a while for the answers that are under way."""
        if self._onderweg:
            await asyncio.wait(set(self._onderweg), timeout=seconden)

    async def stap(self) -> None:
        """One step of the life."""
        await self.dobbel.choices(_STAPPEN, _GEWICHTEN)[0](self)

    async def opdracht(self) -> None:
        taak = self.geef(self.kies())
        if self.dobbel.random() < 0.6:
            await asyncio.wait({taak}, timeout=2)

    async def stoot(self) -> None:
        """Several commands at once."""
        for _ in range(self.dobbel.randint(2, 5)):
            self.geef(self.kies())

    async def nog_eens(self) -> None:
        """An earlier command again, under its own or another update id."""
        if self.gegeven:
            opdracht = self.dobbel.choice(self.gegeven)
            self.geef(opdracht, self.dobbel.choice((None, f"weer-{len(self.gegeven)}")))

    async def onzin(self) -> None:
        """An update nobody knows, and a signal nobody listens to: neither may disturb anything."""
        await self.leven.handvat.signal("ruis")
        if self.dobbel.random() < 0.5:
            self._onderweg.add(taak := asyncio.create_task(self._onbekend()))
            taak.add_done_callback(self._onderweg.discard)

    async def _onbekend(self) -> None:
        try:
            await self.leven.handvat.execute_update("onbekend", rpc_timeout=timedelta(seconds=2))
        except Exception:
            return
        raise AssertionError("een onbekende update is aangenomen")

    async def pauze(self) -> None:
        await asyncio.sleep(self.dobbel.random() * 1.2)

    async def wissel(self) -> None:
        await self.plaats.wissel()

    async def donker(self) -> None:
        """No worker for a while; commands and timers pile up."""
        await self.plaats.af()
        if self.dobbel.random() < 0.7:
            self.geef(self.kies())
        await asyncio.sleep(self.dobbel.random() * 1.5)
        await self.plaats.op()

    async def val(self) -> None:
        """All comes to rest, then a cold worker takes one command: where a simpler shell breaks."""
        await self.rust()
        await asyncio.sleep(self.dobbel.choice((0.3, 1.1, 2.1)))
        await self.plaats.wissel(koud=True)
        await asyncio.wait({self.geef(self.kies())}, timeout=5)

    async def is_voorbij(self) -> bool:
        """Whether the moment near which this life was placed has gone by."""
        return (await self.plaats.wereld.huis.nu()).timestamp() > self.moment

    async def eind(self) -> None:
        """Withdraw the opgave and wait until the workflow has ended."""
        await self.plaats.op()
        await self.rust(60)
        assert not self._onderweg, "een opdracht bleef zonder antwoord"
        await self.leven.voer_uit(self.leven.opdracht("TrekIn", reden="Het leven is geleefd."))
        await wacht_tot(self._is_klaar, f"{self.leven.opgave} is ten einde", 90)

    async def _is_klaar(self) -> bool:
        try:
            return (await self.leven.handvat.describe()).status is WorkflowExecutionStatus.COMPLETED
        except RPCError:
            return False


def _afspraak(zwerver: Zwerver, dag: date | None = None) -> Opdracht:
    dag = dag or zwerver.dobbel.choice((*DICHTBIJ, *DICHTBIJ, VER))
    wie = zwerver.dobbel.choice(PARTNERS)
    return zwerver.leven.opdracht("MaakAfspraak", tekst="Bel de gemeente", wie=wie, uiterlijk=dag)


def _af(zwerver: Zwerver) -> Opdracht:
    nummer = zwerver.dobbel.randint(2, 8)
    return zwerver.leven.opdracht("RondAfspraakAf", afspraak=f"AF{nummer}", resultaat="Gedaan.")


def _vraag(zwerver: Zwerver) -> Opdracht:
    aan = zwerver.dobbel.sample(PARTNERS, zwerver.dobbel.randint(1, 2))
    termijn = zwerver.dobbel.choice(("3wd", "10wd", "1d", "20wd"))
    return zwerver.leven.opdracht("VraagPartner", aan=aan, vraag="Doet u mee?", termijn=termijn)


def _antwoord(zwerver: Zwerver) -> Opdracht:
    nummer = zwerver.dobbel.randint(1, 6)
    return zwerver.leven.opdracht("BeantwoordVerzoek", verzoek=f"V{nummer}", antwoord="Ja.")


def _partner(zwerver: Zwerver) -> Opdracht:
    partner = zwerver.dobbel.choice(PARTNERS)
    return zwerver.leven.opdracht("VoegPartnerToe", partner=partner, naam=partner.title(), type="overig")


def _blad(zwerver: Zwerver) -> Opdracht:
    scores = [zwerver.dobbel.randint(0, 3) for _ in range(6)]
    return zwerver.leven.opdracht("LegBladVast", inhoud={"blad": "toets_flevo", "moment": "F1", "scores": scores})


def _laat(zwerver: Zwerver) -> Opdracht:
    """Told of a day before the opgave: refused; or by someone who may not."""
    if zwerver.dobbel.random() < 0.5:
        return zwerver.leven.opdracht("Noteer", tekst="Lang geleden.", gebeurd_op=date(2020, 1, 1))
    return zwerver.leven.opdracht("GaNaarFase", naar="F2", door=GRIFFIER)


def _besluit(zwerver: Zwerver) -> Opdracht:
    """Something about a decision: opened, put before GS or PS, recorded, confirmed by the same or another person."""
    stap = f"B{zwerver.dobbel.randint(1, 2)}"
    wie = zwerver.dobbel.choice((GRIFFIER, SECRETARIAAT, JURIST))
    wat: tuple[tuple[str, dict[str, Any]], ...] = (
        ("OpenBesluit", {"code": "agenda", "orgaan": zwerver.dobbel.choice(("GS", "PS")), "onderwerp": "Op de agenda"}),
        ("LegVoor", {"stap": stap}),
        ("LegBesluitVast", {"stap": stap, "stemming": {"wijze": "zonder_stemming"}, "door": GRIFFIER}),
        ("LegBesluitVast", {"stap": stap, "uitkomst": "conform", "door": SECRETARIAAT}),
        ("BevestigBesluit", {"vastlegging": f"{stap}.v1", "door": wie}),
        ("KeurVastleggingAf", {"vastlegging": f"{stap}.v1", "reden": "Klopt niet.", "door": wie}),
        ("MeldHalte", {"stap": stap, "halte": "concept"}),
    )
    soort_, velden = zwerver.dobbel.choice(wat)
    return zwerver.leven.opdracht(soort_, **velden)


_KEUZES: dict[str, tuple[int, Callable[[Zwerver], Opdracht]]] = {
    "noteer": (4, lambda z: z.leven.opdracht("Noteer", tekst="Gebeld.", door=z.dobbel.choice((MANAGER, GRIFFIER)))),
    "afspraak": (6, _afspraak),
    "af": (4, _af),
    "vraag": (4, _vraag),
    "antwoord": (3, _antwoord),
    "partner": (3, _partner),
    "blad": (2, _blad),
    "fase": (2, lambda z: z.leven.opdracht("GaNaarFase", naar=z.dobbel.choice(("F1", "F2")), reden="Zo loopt het.")),
    "besluit": (8, _besluit),
    "partnerzaak": (10, lambda z: partnerzaak(z.leven, z.dobbel)),
    "pauzeer": (1, lambda z: z.leven.opdracht("Pauzeer", reden="Even rust.")),
    "hervat": (2, lambda z: z.leven.opdracht("Hervat")),
    "geweigerd": (2, _laat),
}
_STAPPEN = (
    *(Zwerver.opdracht, Zwerver.stoot, Zwerver.nog_eens, Zwerver.onzin),
    *(Zwerver.pauze, Zwerver.wissel, Zwerver.donker, Zwerver.val),
)
_GEWICHTEN = (8, 2, 2, 2, 3, 3, 2, 3)


@asynccontextmanager
async def _zwerver(huis: Huis, sleutel: Ondertekenaar, zaad: int) -> AsyncIterator[Zwerver]:
    dobbel = random.Random(zaad)
    ervoor, nu = dobbel.randint(5, 9), await huis.nu()
    schuif = verschuiving(dobbel.choice((ochtend, ochtend, middernacht))(DAG, ervoor), nu)
    vol_na = dobbel.choice((0, 0, 40, 70))
    start = Start(opgave=f"ZWERF-{zaad}", reglement=dobbel.choice(EDITIES), verschuiving_s=schuif, vol_na=vol_na)
    leven = await Leven(huis.client, start, f"zwerf-{zaad}").begin()
    plaats = Werkplaats(leven, Wereld(huis, sleutel, dobbel, dobbel.choice((0.2, 1.5))), dobbel)
    await plaats.op()
    try:
        yield Zwerver(leven, plaats, dobbel, nu.timestamp() + ervoor + 1)
    finally:
        await plaats.af()


async def leef(huis: Huis, sleutel: Ondertekenaar, zaad: int) -> Uitkomst:
    """Live the life of this seed and judge it."""
    async with _zwerver(huis, sleutel, zaad) as zwerver:
        await zwerver.leven.open()
        for partner in PARTNERS[:2]:
            zwerver.geef(zwerver.leven.opdracht("VoegPartnerToe", partner=partner, naam=partner, type="overig"))
        zwerver.geef(zwerver.leven.opdracht("VraagPartner", aan=PARTNERS[:2], vraag="Doet u mee?", termijn="10wd"))
        for dag in DICHTBIJ[: zwerver.dobbel.randint(1, 3)]:
            zwerver.geef(_afspraak(zwerver, dag))
        for _ in range(zwerver.dobbel.randint(10, 18)):
            await zwerver.stap()
        await wacht_tot(zwerver.is_voorbij, "het moment waarop de tijd spreekt")
        await zwerver.eind()
        return await _oordeel(huis, zwerver, zaad)


async def _oordeel(huis: Huis, zwerver: Zwerver, zaad: int) -> Uitkomst:
    verleden = Verleden(await zwerver.leven.geschiedenissen())
    await zwerver.plaats.wissel(koud=False)
    levend: Stand = await zwerver.leven.stand()
    fouten = await verleden.fouten(levend, huis.feiten(zwerver.leven))
    fouten += [f"bevestigd maar kwijt: {k}" for k, b in zwerver.gezegd.items() if levend.bewijzen.get(k) != b]
    if lezen.stand(huis.register, zwerver.leven.opgave) != levend:
        fouten.append("het register heeft een andere stand")
    soorten = Counter(soort(g) for g in verleden.gebeurtenissen)
    kaal, mengt = samenvoegbaar(verleden.gebeurtenissen)
    tellingen = Counter(
        levens=1,
        runs=len(verleden.runs),
        opdrachten=soorten["update_accepted"],
        gebeurtenissen=len(verleden.gebeurtenissen),
        timers=soorten["timer_fired"],
        zegels=soorten["properties_modified"] + soorten["workflow_properties_modified"],
        mislukte_taken=soorten["workflow_task_failed"] + soorten["workflow_task_timed_out"],
        herstarts=zwerver.plaats.gestopt,
        kaal=kaal,
        samenvoegbaar=mengt,
        partnerzaken=sum(f.inhoud.soort in FEITEN for f in huis.feiten(zwerver.leven)),
        feiten_van_de_tijd=sum(
            f.inhoud.soort in ("HerinneringVerstuurd", "TermijnVerstreken") for f in huis.feiten(zwerver.leven)
        ),
    )
    return Uitkomst(zaad, fouten, tellingen)
