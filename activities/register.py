"""Facts into the register: one transaction with all their effects, then at once the mail that can go."""

import asyncio
from functools import partial

from temporalio import activity
from temporalio.exceptions import ApplicationError

from activities.fouten import zonder_inhoud
from activities.gevolgen import voer_uit
from activities.grootboek import Grootboek
from activities.namen import VERWERK
from activities.notificaties import DIRECT, Notificaties
from domain.bundel import Bundel, Verwerkt
from register.schrijven import KetenBreuk, verwerk
from register.verbinding import Register
from runtime.instellingen import Post

DIRECT_SECONDEN = 5.0
"""How long the first delivery may hold up the next batch of facts."""


class Registerwerk:
    """Keeps the register in step with the facts."""

    def __init__(
        self, register: Register, grootboek: Grootboek, notificaties: Notificaties, post: Post = DIRECT
    ) -> None:
        """Work on this register, with this ledger and this mail; `post` says how reminders are gathered."""
        self._register = register
        self._grootboek = grootboek
        self._notificaties = notificaties
        self._voer_uit = partial(voer_uit, post=post)

    @activity.defn(name=VERWERK)
    async def verwerk_feiten(self, bundel: Bundel) -> Verwerkt:
        """Record the facts; again is harmless. `wachtend` tells whether mail is left for `bezorg_post`."""
        with zonder_inhoud():
            verwerkt = await asyncio.to_thread(self._leg_vast, bundel, activity.info().workflow_run_id or "")
            if not verwerkt.wachtend:
                return verwerkt
            wachtend = await self._notificaties.bezorg(bundel.begin.opgave, DIRECT_SECONDEN)
        return verwerkt.met(wachtend=wachtend)

    def _leg_vast(self, bundel: Bundel, run: str) -> Verwerkt:
        """A broken chain is an alarm: trying again can't mend it."""
        try:
            return verwerk(self._register, bundel, self._voer_uit, self._grootboek.teken_regel, run)
        except KetenBreuk as breuk:
            raise ApplicationError(str(breuk), type=KetenBreuk.__name__, non_retryable=True) from None
