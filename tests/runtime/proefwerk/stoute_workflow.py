"""A workflow whose module forgets to pass something through."""

import proefbijlage
from temporalio import workflow


@workflow.defn
class Stout:
    @workflow.run
    async def run(self) -> int:
        return proefbijlage.WAARDE
