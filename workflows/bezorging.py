"""Keeps deliveries by the clock going: one workflow per namespace, around one long activity at a time."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workflows import namen

ETMAAL = timedelta(hours=25)  # the activity ends by itself within 24 hours
HARTSLAG = timedelta(seconds=90)  # a worker that is killed is noticed within this time
PROBEERT = RetryPolicy(initial_interval=timedelta(seconds=1), maximum_interval=timedelta(minutes=1))
VOL = 500  # events: about 80 days, and far less than the server would take


@workflow.defn(name=namen.BEZORGING)
class BezorgingWorkflow:
    """The rounds of delivery, one attempt after another, for ever."""

    @workflow.run
    async def run(self) -> None:
        while not self._vol():
            await workflow.execute_activity(
                namen.BEZORG_RONDEN,
                start_to_close_timeout=ETMAAL,
                heartbeat_timeout=HARTSLAG,
                retry_policy=PROBEERT,
                summary="gebundelde herinneringen en gebeurtenissen",
            )
        workflow.continue_as_new()

    def _vol(self) -> bool:
        info = workflow.info()
        return info.is_continue_as_new_suggested() or info.get_current_history_length() > VOL
