"""The schedule of the server: made when it is not there, and put right when it is not what this version wants."""

import hashlib
from dataclasses import replace
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

WEEKOVERZICHT = "weekoverzicht"
"""The id of the schedule, and the first part of the id of each workflow it starts."""
TIJDZONE = "Europe/Amsterdam"
INHALEN = timedelta(hours=12)
"""A morning that was missed is made up for on the same day, not later."""
_MERK = "planning"


async def zorg_voor_planning(client: Client, instellingen: Instellingen, workflow: str) -> bool:
    """See to it that this workflow is started every weekday at 08:30. Gives whether anything had to change.

    Whether the schedule was paused by an operator is left as it is. The time-skipping test server knows no schedules;
    nothing happens there.
    """
    if not instellingen.temporal.versiebeheer:
        return False
    gewenst = _planning(workflow, instellingen.temporal.task_queue)
    try:
        await client.create_schedule(WEEKOVERZICHT, gewenst)
    except ScheduleAlreadyRunningError:
        return await _werk_bij(client, gewenst)
    return True


def _planning(workflow: str, task_queue: str) -> Schedule:
    """The definition, with a mark on the action by which a later version sees whether it is the same."""
    ochtend = ScheduleCalendarSpec(
        hour=(ScheduleRange(8),), minute=(ScheduleRange(30),), day_of_week=(ScheduleRange(1, 5),)
    )
    spec = ScheduleSpec(calendars=(ochtend,), time_zone_name=TIJDZONE)
    beleid = SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=INHALEN)
    actie = ScheduleActionStartWorkflow(workflow, id=WEEKOVERZICHT, task_queue=task_queue)
    merk = hashlib.sha256(repr((spec, beleid, workflow, task_queue)).encode()).hexdigest()[:16]
    return Schedule(action=replace(actie, memo={_MERK: merk}), spec=spec, policy=beleid)


async def _werk_bij(client: Client, gewenst: Schedule) -> bool:
    greep = client.get_schedule_handle(WEEKOVERZICHT)
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
