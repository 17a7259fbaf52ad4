"""The weekly letter: started by its schedule every morning; the activity knows which morning is the one."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from domain.beeld.mijnlijst import Weekronde
    from workflows import namen

PER_POGING = timedelta(minutes=2)
GEEFT_OP_NA = timedelta(hours=12)
PROBEERT = RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=10))


@workflow.defn(name=namen.WEEKOVERZICHT)
class WeekoverzichtWorkflow:
    """One morning. Gives how many letters were put in the outbox."""

    @workflow.run
    async def run(self) -> int:
        aantal: int = await workflow.execute_activity(
            namen.MAAK_WEEKOVERZICHT,
            Weekronde(nu=workflow.now()),
            result_type=int,
            start_to_close_timeout=PER_POGING,
            schedule_to_close_timeout=GEEFT_OP_NA,
            retry_policy=PROBEERT,
        )
        return aantal
