"""The messages to people: written into the outbox with the facts, and delivered over SMTP in rounds.

A mail is marked as sent in its own small transaction, just after the server took it. A worker that is killed between
the two (the server said 250, the mark is not there yet) leaves it to the next one, which sends it once more under the
same Message-ID. Nothing else sends a key twice.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import assert_never

import aiosmtplib
from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

from activities.brief.maken import maak_inhoud, onderwerp, verzoek_van
from activities.brief.opbouw import Link
from activities.brief.opstellen import Opsteller
from activities.fouten import zonder_inhoud
from activities.namen import BEZORG
from activities.smtp import Antwoord, MailserverWeg, verbonden, verstuur
from domain import twijfel
from domain.bundel import Postronde, Verwerkt
from domain.feit import Feit
from domain.gevolg import Adres, Bericht, Posthouding
from domain.gevolgen import adressen
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.taal.termijnen import HerinneringVerstuurd
from register import postbus, posthouding
from register.lezen import tot_seq
from register.postbus import Zending
from register.postvoorwaarden import HERINNERING, Bezorgregels, nu_en_vandaag, volgend_moment
from register.schrijver import Brief, Schrijver
from register.verbinding import Register
from runtime.instellingen import Portaal, Post, Smtp

DIRECT = Post(verzamelminuten=0, kantooruren=False)
"""Nothing is gathered and nothing waits: for a played life and for tests."""
RONDE_SECONDEN = 20.0
"""How long one attempt of `bezorg_post` may take; what is left is for the next attempt."""
MINSTENS_SECONDEN = 1.0
"""A mail that was begun gets at least this long: cutting it off just before the answer would send it twice."""
SPELING_SECONDEN = 10.0
"""How much longer than its round a deliverer holds its rows: for the last mail and its mark, also on a busy machine."""
PER_RONDE = 500
"""How many messages a round takes at most."""
LINKS_TEGELIJK = 25
"""For about how many messages links are made at once: enough to be cheap, few enough to leave soon after."""
PAUZE_EERST, PAUZE_LANGST = 10.0, 300.0
"""Seconds that rounds for all opgaven wait when nothing got through, doubled each time."""


def zet_klaar(schrijver: Schrijver, stand: Stand, feit: Feit, nr: int, bericht: Bericht, post: Post = DIRECT) -> None:
    """Write a message to everyone it is for into the outbox: each function once, also with several roles.

    One about a step that is `op_onjuiste_grondslag` waits until jurist and griffier have decided.
    """
    wacht = twijfel.staat_open(stand, bericht.betreft)
    betreft = bericht.betreft or verzoek_van(stand, feit) or None
    for adres in dict.fromkeys(adres for rol in bericht.aan for adres in adressen(stand, rol)):
        schrijver.stuur(feit, nr, _brief(stand, feit, bericht, adres, post), betreft, houd_aan=wacht)


def _brief(stand: Stand, feit: Feit, bericht: Bericht, adres: Adres, post: Post) -> Brief:
    """The letter as it is kept. A reminder can wait a little for others to the same function on the same day."""
    inhoud = maak_inhoud(stand, feit, bericht, adres)
    kop, json = onderwerp(stand, inhoud), inhoud.als_json()
    if not isinstance(feit.inhoud, HerinneringVerstuurd):
        return Brief(aan=adres, onderwerp=kop, inhoud=json)
    return Brief(
        aan=adres,
        onderwerp=kop,
        inhoud=json,
        soort=HERINNERING,
        wettelijk=bericht.wettelijk,
        bundel=f"{adres}:{lokale_datum(feit.vastgelegd_op).isoformat()}",
        niet_voor=_niet_voor(bericht, post),
    )


def _niet_voor(bericht: Bericht, post: Post) -> datetime:
    """After gathering, within office hours; a statutory reminder does not wait past its last day."""
    verzameld = nu_en_vandaag()[0] + timedelta(minutes=post.verzamelminuten)
    kantoor = volgend_moment(verzameld) if post.kantooruren else verzameld
    te_laat = bericht.wettelijk and bericht.uiterlijk is not None and lokale_datum(kantoor) > bericht.uiterlijk
    return verzameld if te_laat else kantoor


def houd_post(schrijver: Schrijver, feit: Feit, houding: Posthouding) -> None:
    """Hold, release or drop what was not sent yet, also what was written earlier in this same batch."""
    schrijver.klaar()
    match houding.doe:
        case "aanhouden":
            posthouding.houd_aan(schrijver.verbinding, feit.opgave, houding.betreft)
        case "vrijgeven":
            posthouding.geef_vrij(schrijver.verbinding, feit.opgave, houding.betreft)
        case "laten_vervallen":
            posthouding.laat_vervallen(schrijver.verbinding, feit.opgave, houding.betreft)
        case _:
            assert_never(houding.doe)


class Notificaties:
    """Delivers what is ready in the outbox."""

    def __init__(self, register: Register, smtp: Smtp, post: Post = DIRECT, portaal: Portaal | None = None) -> None:
        """Work on this outbox, with this mail server; with links to the portal when it has an address."""
        self._register = register
        self._smtp = smtp
        self._regels = Bezorgregels(kantooruren=post.kantooruren, per_minuut=smtp.per_minuut)
        self._opsteller = Opsteller(register, smtp.afzender, portaal.basis_url if portaal else None)
        self._pauze, self._rust_tot = 0.0, 0.0

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

    async def bezorg(self, opgave: str | None, seconden: float) -> int:
        """One round within this time, over one connection, for one opgave or for all.

        Returns how many messages could go but still wait.
        """
        await self._lever(opgave, seconden)
        return await self._wachtend(opgave)

    async def _lever(self, opgave: str | None, seconden: float) -> bool:
        """Gives False when all that was tried has to be tried again."""
        duur = timedelta(seconds=seconden + SPELING_SECONDEN)
        einde = time.monotonic() + seconden  # before the rows are taken: getting a turn to write can take long
        gepakt = await asyncio.to_thread(postbus.pak, self._register, opgave, duur, PER_RONDE, self._regels)
        return not gepakt or await self._ronde(gepakt, einde)

    async def ronde(self) -> None:
        """One round for all opgaven; when nothing is due it only looks.

        When nothing gets through it waits ever longer: a mail server may bar who knocks every few seconds.
        """
        if time.monotonic() < self._rust_tot or not await self._wachtend(None):
            return
        gelukt = await self._lever(None, RONDE_SECONDEN)
        self._pauze = 0.0 if gelukt else min(max(2 * self._pauze, PAUZE_EERST), PAUZE_LANGST)
        self._rust_tot = time.monotonic() + self._pauze

    async def _wachtend(self, opgave: str | None) -> int:
        return await asyncio.to_thread(postbus.wachtend, self._register, opgave, self._regels)

    async def _ronde(self, gepakt: Sequence[Zending], einde: float) -> bool:
        """Send one after another; when the server goes away, the first one it did not take tells why.

        Gives whether the server took one, or refused it for good.
        """
        open_, klaar = {zending.kenmerk: zending for zending in gepakt}, False
        try:
            async with verbonden(self._smtp, _rest(einde)) as server:
                async for zending, links in self._met_links(gepakt):
                    if time.monotonic() >= einde:
                        break
                    antwoord = await self._verstuur(server, zending, links, einde)
                    await asyncio.to_thread(self._meld, zending.sleutels, antwoord)
                    del open_[zending.kenmerk]
                    klaar |= antwoord.soort != "later"
        except MailserverWeg as fout:
            if eerste := next(iter(open_.values()), None):
                await asyncio.to_thread(postbus.meld_later, self._register, eerste.sleutels, str(fout))
        finally:
            if over := [sleutel for zending in open_.values() for sleutel in zending.sleutels]:
                await asyncio.to_thread(postbus.laat_los, self._register, over)
        return klaar

    async def _met_links(self, gepakt: Sequence[Zending]) -> AsyncIterator[tuple[Zending, Mapping[str, Link]]]:
        """Each mail, with the links of those that leave together with it."""
        for groep in _groepen(gepakt):
            links = await self._opsteller.links(groep)
            for zending in groep:
                yield zending, links

    async def _verstuur(
        self, server: aiosmtplib.SMTP, zending: Zending, links: Mapping[str, Link], einde: float
    ) -> Antwoord:
        """Give up in time: some while after the end of the round, the messages may be another's."""
        try:
            mail = self._opsteller.stel_op(zending, links)
        except ValueError:
            return Antwoord("geweigerd", "Dit bericht of dit e-mailadres kan niet in een mail staan.")
        try:
            async with asyncio.timeout(_rest(einde)):
                return await verstuur(server, self._smtp, [contact.email for contact in zending.contacten], mail)
        except TimeoutError:
            raise MailserverWeg("De mailserver is te traag; we proberen het later.") from None

    def _meld(self, sleutels: Sequence[str], antwoord: Antwoord) -> None:
        match antwoord.soort:
            case "aangenomen":
                postbus.meld_verzonden(self._register, sleutels, antwoord.reden)
            case "geweigerd":
                postbus.meld_geweigerd(self._register, sleutels, antwoord.reden)
            case "later":
                postbus.meld_later(self._register, sleutels, antwoord.reden)


def _groepen(gepakt: Sequence[Zending]) -> Iterator[list[Zending]]:
    groep, aantal = list[Zending](), 0
    for zending in gepakt:
        groep.append(zending)
        aantal += len(zending.rijen)
        if aantal >= LINKS_TEGELIJK:
            yield groep
            groep, aantal = [], 0
    yield groep


def _rest(einde: float) -> float:
    """Seconds until the end of the round, or what a mail gets at least."""
    return max(einde - time.monotonic(), MINSTENS_SECONDEN)
