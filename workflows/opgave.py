"""One opgave, from initiatief to the last lesson, in the durable shell that all lives have."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from domain.feit import Bewijs
    from workflows import namen
    from workflows.staat import Start

# The shell is loaded anew in the sandbox of each run, like the workflow's own module.
with workflow.unsafe.sandbox_import_notification_policy(workflow.SandboxImportNotificationPolicy.SILENT):
    from workflows.schil import Levensschil


@workflow.defn(name=namen.OPGAVE_WORKFLOW)
class OpgaveWorkflow(Levensschil):
    """One opgave, over years."""

    @workflow.init
    def __init__(self, start: Start) -> None:
        super().__init__(start)

    @workflow.run
    async def run(self, start: Start) -> Bewijs:
        return await self._leef()
