"""The durable shell that all lives have, of an opgave or a regionale agenda: it carries the state, and decides nothing.

Why it is built this way. The SDK may apply the jobs of two workflow tasks together when a task left no command (a
worker that restarts takes it for a heartbeat): updates first, and with the later time. Replay then groups them
otherwise. So: handlers emit no commands; one coroutine sends everything, in one fixed order (timer, search attributes,
register, post, seal); a fired timer always leaves a command in its own task; an activity's result never feeds the
state. `tests/workflows/test_herspelen.py` plays the two scenes in which a simpler shell breaks.
"""

import asyncio
from datetime import UTC, datetime, timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from domain import kern
    from domain.beeld.overzicht import samenvatting
    from domain.bundel import Bundel, Postronde, Verwerkt, past
    from domain.feit import Bewijs, Feit
    from domain.opdracht import Opdracht
    from domain.stand import Stand
    from workflows import namen
    from workflows.staat import Start, Zoekwaarden

BUNDEL = 200  # facts per activity, and no more than
BUNDEL_BYTES = 2_000_000  # so many bytes: Temporal takes 2 MiB at once, and a task that sends more fails for ever
VERWERK_TIJD = timedelta(seconds=30)
BEZORG_TIJD = timedelta(seconds=60)
REGISTER_PROBEERT = RetryPolicy(initial_interval=timedelta(milliseconds=500), maximum_interval=timedelta(minutes=1))
POST_PROBEERT = RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=15))
POST_GEEFT_OP_NA = timedelta(days=30)
HERSTEL_NA = timedelta(hours=6)  # a register that refused the facts is tried again after this, or at the next command


class Levensschil:
    """What all lives have in common. A workflow of its own class says what kind of life it is."""

    def __init__(self, start: Start) -> None:
        self._stand = start.stand or kern.begin(start.als_begin())
        self._getoond, self._post_wacht, self._vol_na = start.getoond, start.post_wacht, start.vol_na
        self._klok = start.klok or datetime.fromtimestamp(0, UTC)
        self._wachtrij: list[Feit] = []  # facts whose effects are not yet sent
        self._gewapend: set[datetime] = set()  # moments (workflow time) with a timer under way
        self._onderweg: list[Feit] = []  # the bundle that is with the register
        self._bezorgt = self._gestremd = self._moet_iets_zeggen = False
        self._sprak_bij = -1  # the last task, by history length, that left a command
        self._wakker = True

    async def _leef(self) -> Bewijs:
        """Until the life is over; then the receipt of its last fact."""
        while True:
            await workflow.wait_condition(lambda: self._wakker)
            self._wakker = False
            self._spreek()
            if self._niets_onderweg():
                if kern.is_afgerond(self._stand):
                    return Bewijs(opgave=self._stand.opgave, seq=self._stand.seq, hash=self._stand.kop)
                if self._vol():
                    workflow.continue_as_new(self._voortzetting())

    @workflow.update(name=namen.VOER_UIT, description="Voer een opdracht uit en geef het bewijs van vastlegging.")
    async def voer_uit(self, opdracht: Opdracht) -> Bewijs:
        self._stap(opdracht)
        self._gesproken()  # the acceptance of the update is this task's command
        return kern.bewijs(self._stand, opdracht.id)

    @workflow.query(name=namen.STAND, description="De hele stand.")
    def stand(self) -> Stand:
        return self._stand

    def _stap(self, opdracht: Opdracht | None) -> None:
        self._klok = _werktijd()
        self._stand, feiten = kern.stap(self._stand, self._klok, opdracht)
        self._wachtrij += feiten
        self._gestremd, self._wakker = False, True

    def _spreek(self) -> None:
        """All commands leave here, in one fixed order: timer, search attributes, register, post, seal."""
        self._wapen()
        self._toon()
        self._verwerk()
        self._bezorg()
        if self._moet_iets_zeggen and self._sprak_bij != workflow.info().get_current_history_length():
            workflow.upsert_memo({"kop": self._stand.kop})
            self._gesproken()
        self._moet_iets_zeggen = False

    def _wapen(self) -> None:
        """Arm a timer for the next moment unless an armed one comes first; stale ones fire for nothing."""
        duur = kern.wachttijd(self._stand, self._klok)
        if self._gestremd:
            duur = min(duur or HERSTEL_NA, HERSTEL_NA)
        if duur is None or any(self._klok < m <= self._klok + duur for m in self._gewapend):
            return
        moment = self._klok + duur
        self._gewapend.add(moment)
        asyncio.get_running_loop().call_later(duur.total_seconds(), self._tijd_is_om, moment)
        self._gesproken()

    def _tijd_is_om(self, moment: datetime) -> None:
        self._gewapend.discard(moment)
        self._moet_iets_zeggen = True
        self._stap(None)

    def _toon(self) -> None:
        nieuw = Zoekwaarden.van(self._stand)
        if verschil := nieuw.verschil(self._getoond):
            self._getoond = nieuw
            workflow.upsert_search_attributes(verschil)
            self._gesproken()

    def _verwerk(self) -> None:
        if self._onderweg or self._gestremd or not self._wachtrij:
            return
        nu = past(self._wachtrij, BUNDEL, BUNDEL_BYTES)
        self._onderweg, self._wachtrij = self._wachtrij[:nu], self._wachtrij[nu:]
        workflow.start_activity(
            namen.VERWERK,
            Bundel(begin=self._stand.begin, feiten=tuple(self._onderweg)),
            result_type=Verwerkt,
            start_to_close_timeout=VERWERK_TIJD,
            retry_policy=REGISTER_PROBEERT,
            summary=f"feit {self._onderweg[0].seq} tot en met {self._onderweg[-1].seq}",
        ).add_done_callback(self._verwerkt)
        self._gesproken()

    def _verwerkt(self, klaar: "asyncio.Task[Verwerkt]") -> None:
        if klaar.exception() is not None:  # the register refuses: keep the facts, try again later
            self._wachtrij = self._onderweg + self._wachtrij
            self._gestremd = self._moet_iets_zeggen = True
        else:
            self._post_wacht |= klaar.result().wachtend > 0
        workflow.set_current_details(samenvatting(self._stand))  # here, where nobody waits for an answer
        self._onderweg, self._wakker = [], True

    def _bezorg(self) -> None:
        """A mail server that is down holds up the post, never the register."""
        if self._bezorgt or not self._post_wacht:
            return
        self._post_wacht, self._bezorgt = False, True
        workflow.start_activity(
            namen.BEZORG,
            Postronde(opgave=self._stand.opgave),
            result_type=Verwerkt,
            start_to_close_timeout=BEZORG_TIJD,
            schedule_to_close_timeout=POST_GEEFT_OP_NA,
            retry_policy=POST_PROBEERT,
            summary="post die nog wacht",
        ).add_done_callback(self._bezorgd)
        self._gesproken()

    def _bezorgd(self, klaar: "asyncio.Task[Verwerkt]") -> None:
        klaar.exception()  # given up: the register still shows what was not delivered
        self._bezorgt, self._wakker = False, True

    def _niets_onderweg(self) -> bool:
        rustig = not (self._onderweg or self._wachtrij or self._bezorgt)
        return rustig and workflow.all_handlers_finished()

    def _vol(self) -> bool:
        info = workflow.info()
        return info.is_continue_as_new_suggested() or 0 < self._vol_na <= info.get_current_history_length()

    def _voortzetting(self) -> Start:
        return Start(
            **self._stand.begin.model_dump(),
            stand=self._stand,
            klok=_werktijd(),
            getoond=self._getoond,
            post_wacht=self._post_wacht,
            vol_na=self._vol_na,
        )

    def _gesproken(self) -> None:
        self._sprak_bij = workflow.info().get_current_history_length()


def _werktijd() -> datetime:
    """Workflow time in whole seconds."""
    return datetime.fromtimestamp(workflow.time_ns() // 10**9, UTC)
