"""The weekly letter and its schedule, on a real server: made once, mended when it changed, left alone otherwise."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from omgeving import instellingen_in, wacht_tot
from temporalio import activity
from temporalio.client import Client, Schedule, ScheduleActionStartWorkflow, ScheduleOverlapPolicy, WorkflowHistory
from temporalio.worker import Replayer, Worker

from activities import namen as activiteitnamen
from domain.beeld.mijnlijst import Weekronde
from domain.kalender import lokaal
from runtime.arbeid import maak_worker, werkend
from runtime.inrichting import per_naam
from runtime.planning import NACHT, ONDERHOUD, TIJDZONE, WEEKOVERZICHT, zorg_voor_planning
from runtime.server import ingebouwde_server, tijdreisserver
from runtime.temporal import maak_plugin, verbind
from workflows import namen
from workflows.weekoverzicht import WeekoverzichtWorkflow


class Ochtenden:
    """Stands in for the activity: remembers the moments, and fails as often as it is told."""

    def __init__(self, mis: int = 0) -> None:
        self.rondes: list[Weekronde] = []
        self.mis = mis

    @activity.defn(name=activiteitnamen.MAAK_WEEKOVERZICHT)
    async def maak(self, ronde: Weekronde) -> int:
        self.rondes.append(ronde)
        if len(self.rondes) <= self.mis:
            raise RuntimeError("het register is er even niet")
        return 3


def test_de_activiteit_heet_zoals_de_workflow_haar_roept() -> None:
    assert activiteitnamen.MAAK_WEEKOVERZICHT == namen.MAAK_WEEKOVERZICHT


async def test_een_ochtend_vraagt_een_keer_om_de_brieven(tmp_path: Path) -> None:
    """The moment comes from the workflow, so that a retry hours later still is about this morning; it replays."""
    instellingen = instellingen_in(tmp_path, versiebeheer=False)
    ochtenden = Ochtenden(mis=3)
    async with tijdreisserver({}) as tijd:
        client = tijd.client
        async with maak_worker(client, instellingen, [WeekoverzichtWorkflow], [ochtenden.maak]):
            begin = await tijd.get_current_time()
            greep = await client.start_workflow(
                namen.WEEKOVERZICHT, id="proef", task_queue=instellingen.temporal.task_queue
            )
            assert await asyncio.wait_for(greep.result(), 60) == 3
        historie: WorkflowHistory = await greep.fetch_history()
    assert len(ochtenden.rondes) == 4
    assert len({ronde.nu for ronde in ochtenden.rondes}) == 1
    assert timedelta(seconds=-2) < ochtenden.rondes[0].nu - begin < timedelta(minutes=1)
    await Replayer(workflows=[WeekoverzichtWorkflow], plugins=[maak_plugin()]).replay_workflow(historie)


@asynccontextmanager
async def _server(map_: Path, **temporal: str) -> AsyncIterator[tuple[Client, object]]:
    instellingen = instellingen_in(map_, **temporal)
    async with ingebouwde_server(instellingen, per_naam(namen.ZOEKATTRIBUTEN)) as adres:
        ter_plekke = instellingen.met_adres(adres.grpc)
        yield await verbind(ter_plekke, rol="proef"), ter_plekke


async def _planning(client: Client) -> Schedule:
    return (await client.get_schedule_handle(WEEKOVERZICHT).describe()).schedule


async def test_de_planning_staat_er_een_keer_en_elke_werkdag_om_half_negen(tmp_path: Path) -> None:
    """Workers that start at once make one schedule; it runs on the clock of Amsterdam, in summer and in winter."""
    async with _server(tmp_path) as (client, instellingen):
        wijzigde = await asyncio.gather(
            *(zorg_voor_planning(client, instellingen, namen.WEEKOVERZICHT) for _ in range(3))
        )
        assert sorted(wijzigde) == [False, False, True]
        assert await zorg_voor_planning(client, instellingen, namen.WEEKOVERZICHT) is False
        beschrijving = await client.get_schedule_handle(WEEKOVERZICHT).describe()
        komend = [lokaal(moment) for moment in beschrijving.info.next_action_times]
        assert len(komend) >= 5
        assert {(m.hour, m.minute) for m in komend} == {(8, 30)}
        assert all(m.weekday() < 5 for m in komend)
        assert beschrijving.schedule.spec.time_zone_name == TIJDZONE
        assert beschrijving.schedule.policy.overlap == ScheduleOverlapPolicy.SKIP
        assert beschrijving.schedule.policy.catchup_window == timedelta(hours=12)


async def test_het_onderhoud_heeft_een_eigen_planning_elke_nacht_om_drie_uur(tmp_path: Path) -> None:
    """Beside the weekly letter, each with its own times; the one does not touch the other."""
    async with _server(tmp_path) as (client, instellingen):
        assert await zorg_voor_planning(client, instellingen, namen.WEEKOVERZICHT) is True
        assert await zorg_voor_planning(client, instellingen, namen.ONDERHOUD, NACHT) is True
        assert await zorg_voor_planning(client, instellingen, namen.ONDERHOUD, NACHT) is False
        assert await zorg_voor_planning(client, instellingen, namen.WEEKOVERZICHT) is False
        beschrijving = await client.get_schedule_handle(ONDERHOUD).describe()
        komend = [lokaal(moment) for moment in beschrijving.info.next_action_times]
        assert {(m.hour, m.minute, m.second) for m in komend} == {(3, 0, 0)}
        assert len({m.date() for m in komend}) == len(komend) == (komend[-1].date() - komend[0].date()).days + 1
        actie = beschrijving.schedule.action
        assert isinstance(actie, ScheduleActionStartWorkflow)
        assert (actie.workflow, actie.id) == (namen.ONDERHOUD, ONDERHOUD)


async def test_een_andere_planning_wordt_bijgewerkt_en_een_pauze_blijft(tmp_path: Path) -> None:
    async with _server(tmp_path) as (client, instellingen):
        await zorg_voor_planning(client, instellingen, "Vroeger")
        await client.get_schedule_handle(WEEKOVERZICHT).pause(note="formatie")
        assert await zorg_voor_planning(client, instellingen, namen.WEEKOVERZICHT) is True
        nu = await _planning(client)
        assert isinstance(nu.action, ScheduleActionStartWorkflow)
        assert nu.action.workflow == namen.WEEKOVERZICHT
        assert (nu.state.paused, nu.state.note) == (True, "formatie")
        assert await zorg_voor_planning(client, instellingen, namen.WEEKOVERZICHT) is False


async def test_de_planning_start_de_workflow(tmp_path: Path) -> None:
    """Triggered now, the worker of this version runs it to its end."""
    ochtenden = Ochtenden()
    async with _server(tmp_path) as (client, instellingen):
        await zorg_voor_planning(client, instellingen, namen.WEEKOVERZICHT)
        worker: Worker = maak_worker(client, instellingen, [WeekoverzichtWorkflow], [ochtenden.maak])
        async with werkend(worker, client, instellingen):
            await client.get_schedule_handle(WEEKOVERZICHT).trigger()

            async def gedraaid() -> bool:
                return len(ochtenden.rondes) == 1

            await wacht_tot(gedraaid, "de ochtend heeft gedraaid")


async def test_zonder_versiebeheer_is_er_geen_planning(tmp_path: Path) -> None:
    """The time-skipping server knows no schedules; nothing may be asked of it."""
    instellingen = instellingen_in(tmp_path, versiebeheer=False)
    async with tijdreisserver({}) as tijd:
        assert await zorg_voor_planning(tijd.client, instellingen, namen.WEEKOVERZICHT) is False
