"""The daily upkeep of the evidence: a checkpoint over all opgaven, then packs of what ended and was not packed yet."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workflows import namen

PUNT_TIJD = timedelta(minutes=5)
VEEG_TIJD = timedelta(hours=2)
HARTSLAG = timedelta(minutes=2)
GEEFT_OP_NA = timedelta(hours=20)  # the next day has a round of its own
PROBEERT = RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=15))


@workflow.defn(name=namen.ONDERHOUD)
class OnderhoudWorkflow:
    """One day. Gives how many packs were made. The packs hold the checkpoint that was made just before."""

    @workflow.run
    async def run(self) -> int:
        await workflow.execute_activity(
            namen.MAAK_CONTROLEPUNT,
            start_to_close_timeout=PUNT_TIJD,
            schedule_to_close_timeout=GEEFT_OP_NA,
            retry_policy=PROBEERT,
            summary="controlepunt over alle opgaven",
        )
        gemaakt: int = await workflow.execute_activity(
            namen.VEEG_ARCHIEF,
            result_type=int,
            start_to_close_timeout=VEEG_TIJD,
            schedule_to_close_timeout=GEEFT_OP_NA,
            heartbeat_timeout=HARTSLAG,
            retry_policy=PROBEERT,
            summary="pakken van wat is afgelopen",
        )
        return gemaakt
