"""The messages to people: written into the outbox with the facts, and delivered over SMTP in rounds.

A message is marked as sent in its own small transaction, just after the server took it. A crash in between sends it
once more, under the same Message-ID.
"""

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import assert_never

import aiosmtplib
from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

from activities.fouten import zonder_inhoud
from activities.namen import BEZORG
from activities.opmaak import maak_brief
from activities.smtp import Antwoord, MailserverWeg, verbonden, verstuur
from domain import twijfel
from domain.bundel import Postronde, Verwerkt
from domain.feit import Feit
from domain.gevolg import Bericht, Posthouding
from domain.gevolgen import adressen
from domain.stand import Stand
from register import postbus
from register.lezen import tot_seq
from register.rijen import Contact, Postrij
from register.schrijver import Schrijver
from register.verbinding import Register
from runtime.instellingen import Smtp

RONDE_SECONDEN = 20.0
"""How long one attempt of `bezorg_post` may take; what is left is for the next attempt."""
SPELING_SECONDEN = 3.0
"""How much longer than its round a deliverer holds its rows, for the last mark."""
PER_RONDE = 500
"""How many messages a round takes at most."""


def zet_klaar(schrijver: Schrijver, stand: Stand, feit: Feit, nr: int, bericht: Bericht) -> None:
    """Write a message to everyone it is for into the outbox: each function once, also with several roles.

    One about a step that is `op_onjuiste_grondslag` waits until jurist and griffier have decided.
    """
    wacht = twijfel.staat_open(stand, bericht.betreft)
    for adres in dict.fromkeys(adres for rol in bericht.aan for adres in adressen(stand, rol)):
        schrijver.stuur(feit, nr, maak_brief(stand, feit, bericht, adres), bericht.betreft, houd_aan=wacht)


def houd_post(schrijver: Schrijver, feit: Feit, houding: Posthouding) -> None:
    """Hold, release or drop what was not sent yet, also what was written earlier in this same batch."""
    schrijver.klaar()
    match houding.doe:
        case "aanhouden":
            postbus.houd_aan(schrijver.verbinding, feit.opgave, houding.betreft)
        case "vrijgeven":
            postbus.geef_vrij(schrijver.verbinding, feit.opgave, houding.betreft)
        case "laten_vervallen":
            postbus.laat_vervallen(schrijver.verbinding, feit.opgave, houding.betreft)
        case _:
            assert_never(houding.doe)


class Notificaties:
    """Delivers what is ready in the outbox."""

    def __init__(self, register: Register, smtp: Smtp) -> None:
        """Work on this outbox, with this mail server."""
        self._register = register
        self._smtp = smtp

    @activity.defn(name=BEZORG)
    async def bezorg_post(self, ronde: Postronde) -> Verwerkt:
        """Deliver what is outstanding for one opgave. Fails, to be tried again later, while something still waits."""
        with zonder_inhoud():
            wachtend = await self.bezorg(ronde.opgave, RONDE_SECONDEN)
            tot = await asyncio.to_thread(tot_seq, self._register, ronde.opgave)
        if wachtend:
            raise ApplicationError(
                f"Voor opgave {ronde.opgave} wachten nog {wachtend} berichten op de mailserver.",
                type="PostWacht",
                category=ApplicationErrorCategory.BENIGN,
            )
        return Verwerkt(tot_seq=tot)

    async def bezorg(self, opgave: str, seconden: float) -> int:
        """One round within this time, over one connection. Returns how many messages still wait."""
        duur = timedelta(seconds=seconden + SPELING_SECONDEN)
        gepakt = await asyncio.to_thread(postbus.pak, self._register, opgave, duur, PER_RONDE)
        if gepakt:
            await self._ronde(gepakt, time.monotonic() + seconden)
        return await asyncio.to_thread(postbus.wachtend, self._register, opgave)

    async def _ronde(self, gepakt: Sequence[tuple[Postrij, Contact]], einde: float) -> None:
        """Send one after another; when the server goes away, the first one it did not take tells why."""
        open_ = {post.sleutel: None for post, _ in gepakt}
        try:
            async with verbonden(self._smtp, einde - time.monotonic()) as server:
                for post, contact in gepakt:
                    antwoord = await self._verstuur(server, post, contact, einde)
                    await asyncio.to_thread(self._meld, post.sleutel, antwoord)
                    del open_[post.sleutel]
        except MailserverWeg as fout:
            if eerste := next(iter(open_), None):
                await asyncio.to_thread(postbus.meld_later, self._register, eerste, str(fout))
        finally:
            await asyncio.to_thread(postbus.laat_los, self._register, tuple(open_))

    async def _verstuur(self, server: aiosmtplib.SMTP, post: Postrij, contact: Contact, einde: float) -> Antwoord:
        """Stop at the end of the round: after it, the rows may be another's."""
        try:
            async with asyncio.timeout(einde - time.monotonic()):
                return await verstuur(server, self._smtp, post, contact)
        except TimeoutError:
            raise MailserverWeg("De mailserver is te traag; we proberen het later.") from None

    def _meld(self, sleutel: str, antwoord: Antwoord) -> None:
        match antwoord.soort:
            case "aangenomen":
                postbus.meld_verzonden(self._register, sleutel)
            case "geweigerd":
                postbus.meld_geweigerd(self._register, sleutel, antwoord.reden)
            case "later":
                postbus.meld_later(self._register, sleutel, antwoord.reden)
