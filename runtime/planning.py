"""The schedules of the server: made when they are not there, and put right when not what this version wants."""

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta

from temporalio.client import (
    Client,
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleAlreadyRunningError,
    ScheduleCalendarSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleRange,
    ScheduleSpec,
    ScheduleUpdate,
    ScheduleUpdateInput,
)

from runtime.instellingen import Instellingen

TIJDZONE = "Europe/Amsterdam"
INHALEN = timedelta(hours=12)
"""A moment that was missed is made up for on the same day, not later."""
_MERK = "planning"


@dataclass(frozen=True)
class Rooster:
    """When a workflow is started. `id` is that of the schedule, and the first part of the id of each workflow."""

    id: str
    tijd: ScheduleCalendarSpec


WEEKOVERZICHT, ONDERHOUD = "weekoverzicht", "onderhoud"
OCHTEND = Rooster(
    WEEKOVERZICHT,
    ScheduleCalendarSpec(hour=(ScheduleRange(8),), minute=(ScheduleRange(30),), day_of_week=(ScheduleRange(1, 5),)),
)
"""Every weekday at 08:30."""
NACHT = Rooster(ONDERHOUD, ScheduleCalendarSpec(hour=(ScheduleRange(3),)))
"""Every day at 03:00; also on the days on which the clock is put forward or back."""


async def zorg_voor_planning(
    client: Client, instellingen: Instellingen, workflow: str, rooster: Rooster = OCHTEND
) -> bool:
    """See to it that this workflow is started at these times. Gives whether anything had to change.

    Whether the schedule was paused by an operator is left as it is. The time-skipping test server knows no schedules;
    nothing happens there.
    """
    if not instellingen.temporal.versiebeheer:
        return False
    gewenst = _planning(workflow, instellingen.temporal.task_queue, rooster)
    try:
        await client.create_schedule(rooster.id, gewenst)
    except ScheduleAlreadyRunningError:
        return await _werk_bij(client, gewenst, rooster)
    return True


def _planning(workflow: str, task_queue: str, rooster: Rooster) -> Schedule:
    """The definition, with a mark on the action by which a later version sees whether it is the same."""
    spec = ScheduleSpec(calendars=(rooster.tijd,), time_zone_name=TIJDZONE)
    beleid = SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=INHALEN)
    actie = ScheduleActionStartWorkflow(workflow, id=rooster.id, task_queue=task_queue)
    merk = hashlib.sha256(repr((spec, beleid, workflow, task_queue)).encode()).hexdigest()[:16]
    return Schedule(action=replace(actie, memo={_MERK: merk}), spec=spec, policy=beleid)


async def _werk_bij(client: Client, gewenst: Schedule, rooster: Rooster) -> bool:
    greep = client.get_schedule_handle(rooster.id)
    nu = (await greep.describe()).schedule
    if await _merk(client, nu) == await _merk(client, gewenst):
        return False

    async def vervang(invoer: ScheduleUpdateInput) -> ScheduleUpdate:
        return ScheduleUpdate(replace(gewenst, state=invoer.description.schedule.state))

    await greep.update(vervang)
    return True


async def _merk(client: Client, planning: Schedule) -> object:
    """The mark on the action: as it was put there, or as the server gives it back."""
    actie = planning.action
    waarde = (actie.memo or {}).get(_MERK) if isinstance(actie, ScheduleActionStartWorkflow) else None
    if waarde is None or isinstance(waarde, str):
        return waarde
    return (await client.data_converter.decode([waarde]))[0]
