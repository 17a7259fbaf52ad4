"""The floor: a bare workflow with as many updates and activities that do nothing. Nothing on Temporal is faster."""

from datetime import timedelta

from temporalio import activity, workflow

NAAM, VOER_UIT, NIETS = "Vloer", "voer_uit", "niets"


@activity.defn(name=NIETS)
async def niets(tekst: str) -> int:
    """Do nothing."""
    return len(tekst)


@workflow.defn(name=NAAM)
class Vloer:
    """Counts its updates; each is followed by one activity."""

    @workflow.init
    def __init__(self, aantal: int) -> None:
        self._aantal, self._gedaan = aantal, 0
        self._wachtrij: list[str] = []

    @workflow.run
    async def run(self, aantal: int) -> int:
        while self._gedaan < self._aantal or self._wachtrij:
            await workflow.wait_condition(lambda: bool(self._wachtrij))
            tekst = self._wachtrij.pop(0)
            await workflow.execute_activity(NIETS, tekst, start_to_close_timeout=timedelta(seconds=30), result_type=int)
        await workflow.wait_condition(workflow.all_handlers_finished)
        return self._gedaan

    @workflow.update(name=VOER_UIT)
    async def voer_uit(self, tekst: str) -> int:
        self._gedaan += 1
        self._wachtrij.append(tekst)
        return self._gedaan
