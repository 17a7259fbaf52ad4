"""The shell one would write first, over the same core: correct at a glance, and not safe to replay.

It lives here to show that the scenes of `test_herspelen.py` can fail. Two coroutines send commands, so their order
depends on which of them was waiting first; a timer that fires may leave no command in its task.
"""

import asyncio
from datetime import UTC, datetime, timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from domain import kern
    from domain.bundel import Bundel, Verwerkt
    from domain.feit import Bewijs, Feit
    from domain.opdracht import Opdracht
    from domain.stand import Stand
    from workflows import namen
    from workflows.staat import Start


@workflow.defn(name=namen.OPGAVE_WORKFLOW)
class NaieveOpgave:
    """A pump for effects and a clock for time, each a coroutine of its own."""

    @workflow.init
    def __init__(self, start: Start) -> None:
        self._stand = kern.begin(start.als_begin())
        self._wachtrij: list[Feit] = []
        self._gewapend: set[datetime] = set()
        self._wekkers: list[asyncio.Task[None]] = []

    @workflow.run
    async def run(self, start: Start) -> Bewijs:
        self._taken = [asyncio.create_task(self._pomp()), asyncio.create_task(self._klok())]
        await workflow.wait_condition(lambda: kern.is_afgerond(self._stand) and not self._wachtrij)
        return Bewijs(opgave=self._stand.opgave, seq=self._stand.seq, hash=self._stand.kop)

    @workflow.update(name=namen.VOER_UIT)
    async def voer_uit(self, opdracht: Opdracht) -> Bewijs:
        self._stap(opdracht)
        return kern.bewijs(self._stand, opdracht.id)

    @workflow.query(name=namen.STAND)
    def stand(self) -> Stand:
        return self._stand

    async def _pomp(self) -> None:
        while True:
            await workflow.wait_condition(lambda: bool(self._wachtrij))
            bundel, self._wachtrij = tuple(self._wachtrij), []
            await workflow.execute_activity(
                namen.VERWERK,
                Bundel(begin=self._stand.begin, feiten=bundel),
                result_type=Verwerkt,
                start_to_close_timeout=timedelta(seconds=30),
            )

    async def _klok(self) -> None:
        while True:
            await workflow.wait_condition(lambda: self._te_wapenen() is not None)
            moment = self._te_wapenen()
            assert moment is not None
            self._gewapend.add(moment)
            self._wekkers.append(asyncio.create_task(self._wek(moment)))

    def _te_wapenen(self) -> datetime | None:
        moment = kern.volgend_moment(self._stand)
        return moment if moment and not any(m <= moment for m in self._gewapend) else None

    async def _wek(self, moment: datetime) -> None:
        await workflow.sleep(max(moment - kern.klok(self._stand, workflow.now()), timedelta(seconds=1)))
        self._gewapend.discard(moment)
        self._stap(None)

    def _stap(self, opdracht: Opdracht | None) -> None:
        nu = datetime.fromtimestamp(workflow.time_ns() // 10**9, UTC)
        self._stand, feiten = kern.stap(self._stand, nu, opdracht)
        self._wachtrij += feiten
