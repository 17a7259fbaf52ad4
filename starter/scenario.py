"""Playing a scenario for real, on a server that skips time; it leaves a dossier.

The real workflow and activities run, so reminders fire in between and mail is really sent (to files).
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from temporalio.runtime import LoggingConfig, Runtime, TelemetryConfig, TelemetryFilter
from temporalio.testing import WorkflowEnvironment

from activities.alle import maak_activiteiten
from activities.notificaties import DIRECT
from archief.maken import Gepakt, maak_pak
from archief.schrijven import schrijf
from domain import kern
from domain.feit import Bewijs, Feit
from domain.opdracht import Opdracht
from domain.stand import Begin
from register import contacten, lezen, sleutels
from register.rijen import Contact
from register.verbinding import Register, open_register
from runtime.arbeid import maak_worker, werkend
from runtime.inrichting import per_naam
from runtime.instellingen import Instellingen, Portaal, Smtp, Temporal, Webhook
from runtime.postvanger import postvanger
from runtime.server import tijdreisserver
from runtime.sleutels import Ondertekenaar, lees_ondertekenaar, publiek_pad
from runtime.temporal import Onbereikbaar
from starter.client import OnbekendeOpgave, OpgaveGesloten, Opgaven
from starter.dossier import (
    GESCHIEDENIS,
    PAK,
    POST,
    REGISTER,
    SLEUTEL,
    STUKKEN,
    Gespeeld,
    Samenvatting,
    bewaar,
    bewaar_geschiedenis,
    bewaar_stukken,
    vat_samen,
    werkmap,
)
from starter.scenariobestand import ScenarioFout, lees_scenario
from starter.scenariodroog import speel, weigering
from starter.scenarioregels import Regel, Scenario
from starter.scenariovergelijk import vergelijk
from workflows.agenda import RegionaleAgendaWorkflow
from workflows.namen import ZOEKATTRIBUTEN, workflow_id
from workflows.opgave import OpgaveWorkflow

__all__ = ["Meld", "Samenvatting", "simuleer"]

GEDULD = 60.0
"""Real seconds to wait for the server to skip, or for the register to catch up."""

Meld = Callable[[date, str], None]
"""Hears of every fact: its date and one Dutch sentence."""


async def simuleer(bestand: Path, uit: Path, verslag: Meld | None = None) -> Samenvatting:
    """Play a life for real and leave its dossier in `uit/<id>`; an earlier dossier makes room at the very end.

    Raises:
        ScenarioFout: the file is wrong, or the life goes otherwise than the file expects. Nothing is left then.
    """
    begonnen = time.monotonic()
    scenario = await asyncio.to_thread(lees_scenario, bestand)
    einde, droog = await asyncio.to_thread(speel, scenario)
    doel = uit / scenario.opgave
    with werkmap(doel) as map_:
        async with _opgebouwd(scenario, map_, verslag or (lambda _dag, _zin: None)) as spel:
            leven = await spel.speel(loopt_af=kern.is_afgerond(einde))
            runs = await bewaar_geschiedenis(spel.omgeving.client, scenario.opgave, map_ / GESCHIEDENIS)
            await asyncio.to_thread(bewaar_stukken, spel.register, scenario.opgave, map_ / STUKKEN)
            gepakt = await spel.pak_in(map_ / PAK)
        bevindingen, eens = await vergelijk(leven, droog, gepakt, publiek_pad(map_ / SLEUTEL))
        klaar = vat_samen(leven, doel, runs, bevindingen, eens, time.monotonic() - begonnen)
        await asyncio.to_thread(bewaar, map_, leven, klaar)
    return klaar


@dataclass
class _Spel:
    """One life being played: where it runs, and what came of it so far."""

    scenario: Scenario
    omgeving: WorkflowEnvironment
    register: Register
    opgaven: Opgaven
    ondertekenaar: Ondertekenaar
    meld: Meld
    feiten: list[Feit] = field(default_factory=list)
    bewijzen: dict[str, Bewijs] = field(default_factory=dict)
    begin: Begin = field(init=False)

    async def speel(self, loopt_af: bool) -> Gespeeld:
        """All commands on their day, and then the time that is left; `loopt_af`: the life is over by then."""
        for regel in self.scenario.regels:
            await self._geef(regel)
            self._vertel()
        await self._loop_uit(loopt_af)
        stand = await self.opgaven.stand(self.scenario.opgave)
        await self._wacht_op_register(stand.seq)
        self._vertel()
        berichten = Counter(post.status for post in lezen.post(self.register, self.scenario.opgave))
        return Gespeeld(self.scenario, self.begin, stand, self.feiten, self.bewijzen, berichten)

    async def _geef(self, regel: Regel) -> None:
        try:
            if regel.nr == 1:
                bewijs = await self._begin(regel)
            else:
                await self._slaap_tot(regel.moment)
                bewijs = await self.opgaven.geef(self.scenario.opgave, await self._gereed(regel))
        except (Onbereikbaar, OpgaveGesloten, OnbekendeOpgave) as fout:
            raise ScenarioFout(f"{regel.plek}: {fout}") from None
        self.bewijzen[regel.opdracht.id] = bewijs
        anders = tuple(weigering(regel.verwacht, bewijs))
        if anders:
            raise ScenarioFout(*(f"{regel.plek}: {zin}" for zin in anders))

    async def _gereed(self, regel: Regel) -> Opdracht:
        """A second person looks first what there is to confirm."""
        if regel.tweede_bij is None:
            return regel.opdracht
        return regel.gereed(await self.opgaven.stand(self.scenario.opgave))

    async def _begin(self, regel: Regel) -> Bewijs:
        """From here on workflow time reads as the date being played."""
        nu = await self.omgeving.get_current_time()
        seconden = round((regel.moment - nu).total_seconds())
        self.begin = Begin(opgave=self.scenario.opgave, reglement=self.scenario.reglement, verschuiving_s=seconden)
        return await self.opgaven.start(self.begin, regel.opdracht)

    async def _slaap_tot(self, moment: datetime) -> None:
        verschuiving = timedelta(seconds=self.begin.verschuiving_s)
        rest = moment - verschuiving - await self.omgeving.get_current_time()
        if rest > timedelta():
            await self._binnen_geduld(self.omgeving.sleep(rest))

    async def _loop_uit(self, loopt_af: bool) -> None:
        if self.scenario.einde is not None:
            await self._slaap_tot(self.scenario.einde)
        if loopt_af:
            greep = self.omgeving.client.get_workflow_handle(workflow_id(self.scenario.opgave))
            await self._binnen_geduld(greep.result())

    async def _binnen_geduld(self, wachten: Awaitable[object]) -> None:
        """The clock of the time-skipping server can jam for good; then this play is lost."""
        try:
            await asyncio.wait_for(wachten, GEDULD)
        except TimeoutError:
            zin = f"{self.scenario.naam}: de testserver slaat de tijd niet meer over. Probeer het opnieuw."
            raise ScenarioFout(zin) from None

    async def _wacht_op_register(self, seq: int) -> None:
        """Facts and post may still be on their way."""
        opgave, einde = self.scenario.opgave, time.monotonic() + GEDULD
        while lezen.tot_seq(self.register, opgave) < seq or lezen.post(self.register, opgave, "klaar"):
            if time.monotonic() > einde:
                raise ScenarioFout(f"{self.scenario.naam}: het register komt niet bij tot feit {seq}")
            await asyncio.sleep(0.05)

    async def pak_in(self, doel: Path) -> Gepakt:
        """The pack of the life as it is now, for an auditor. What may not lie open is not written."""
        opgave = self.scenario.opgave
        gepakt = await maak_pak(
            self.omgeving.client, self.register, opgave, workflow_id(opgave), self.ondertekenaar, nu=datetime.now(UTC)
        )
        await asyncio.to_thread(schrijf, gepakt.open, doel)
        return gepakt

    def _vertel(self) -> None:
        for rij in lezen.feiten(self.register, self.scenario.opgave, vanaf=len(self.feiten) + 1):
            self.feiten.append(rij.feit)
            self.meld(rij.gebeurd_op, rij.vertelling)


@asynccontextmanager
async def _opgebouwd(scenario: Scenario, map_: Path, meld: Meld) -> AsyncIterator[_Spel]:
    """The real thing in small: register, mail catcher, signing key, server and worker, all in this folder."""
    async with postvanger(map_ / POST) as vanger, _tijdreis() as omgeving:
        instellingen = _instellingen(map_, Smtp(host=vanger.host, poort=vanger.poort))
        register = open_register(instellingen.database_url)  # not in a thread: Alembic can't do two at once
        try:
            for c in scenario.contacten:
                contacten.zet(register, Contact(c.functie, c.organisatie, c.email))
            ondertekenaar = lees_ondertekenaar(instellingen.ondertekensleutel, mag_maken=True)
            sleutels.noteer(register, ondertekenaar.publiek, datetime.now(UTC))
            activiteiten = maak_activiteiten(register, instellingen, ondertekenaar)
            arbeider = maak_worker(
                omgeving.client, instellingen, [OpgaveWorkflow, RegionaleAgendaWorkflow], activiteiten
            )
            async with werkend(arbeider, omgeving.client, instellingen):
                opgaven = _opgaven(omgeving, instellingen, register)
                yield _Spel(scenario, omgeving, register, opgaven, ondertekenaar, meld)
        finally:
            register.sluit()


def _opgaven(omgeving: WorkflowEnvironment, instellingen: Instellingen, register: Register) -> Opgaven:
    """Patient, for a play may share the machine with others; of a life that is over the register knows the state."""
    return Opgaven.met_client(
        omgeving.client,
        instellingen.temporal.task_queue,
        terugval=lambda opgave: lezen.stand(register, opgave),
        geduld=GEDULD,
        leesgeduld=GEDULD,
    )


def _tijdreis() -> AbstractAsyncContextManager[WorkflowEnvironment]:
    return tijdreisserver(per_naam(ZOEKATTRIBUTEN), runtime=_stil())


@lru_cache
def _stil() -> Runtime:
    """One core for all plays of this process, which is silent about what the test server does not have."""
    filter_ = TelemetryFilter(core_level="ERROR", other_level="ERROR")
    return Runtime(telemetry=TelemetryConfig(logging=LoggingConfig(filter=filter_)))


def _instellingen(map_: Path, smtp: Smtp) -> Instellingen:
    """Settings of the play alone: nothing from the environment or a settings file may steer it."""
    return Instellingen.model_construct(
        gegevensmap=map_,
        database_url=f"sqlite:///{map_ / REGISTER}",
        database_wachtwoord=None,
        ondertekensleutel=map_ / SLEUTEL,
        temporal=Temporal(versiebeheer=False),
        smtp=smtp,
        post=DIRECT,
        portaal=Portaal(),
        webhook=Webhook(),
        stopseconden=5,
    )
