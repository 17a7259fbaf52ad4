"""The daily checkpoint, with a time stamp from outside when there is an authority for it."""

import asyncio
from datetime import timedelta

from temporalio import activity

from activities.fouten import zonder_inhoud
from activities.namen import MAAK_CONTROLEPUNT
from archief.draad import in_draad
from archief.opslag import OpslagFout, open_opslag
from domain.controlepunt import Controlepunt
from register import controlepunten, sleutels
from register.controlepunten import Gemaakt
from register.grootboek import Tekenaar
from register.postvoorwaarden import nu_en_vandaag
from register.verbinding import Register
from runtime.instellingen import Instellingen
from runtime.logboek import log
from runtime.tijdstempel import StempelFout, haal_stempel

_LOG = log("controlepunt")
GELIJKTIJDIG = timedelta(minutes=10)
"""An attempt that is made again, or another worker at the same moment, makes no second one."""
MAP = "controlepunten"
"""Where the copies lie in the archive."""
WEGLEG_SECONDEN = 60.0
STEMPEL_SECONDEN = 120.0
"""How long the authority gets for all stamps of a day together."""
TERUG = 7
"""How many checkpoints back a stamp is still asked for; all that came before are under the newest one anyway."""


class Controlepuntmaker:
    """Makes checkpoints with the key of this worker."""

    def __init__(self, register: Register, instellingen: Instellingen, ondertekenaar: Tekenaar) -> None:
        """Work on this register, with these settings and this key."""
        self._register = register
        self._instellingen = instellingen
        self._archief = instellingen.archief
        self._ondertekenaar = ondertekenaar

    @activity.defn(name=MAAK_CONTROLEPUNT)
    async def maak_controlepunt(self) -> int:
        """Make the checkpoint of today, and give its number. Without time stamp authority it counts as well.

        Fails, to be tried again by another worker, when the key of this one was replaced since it started.
        """
        with zonder_inhoud():
            gemaakt = await asyncio.to_thread(self.maak, GELIJKTIJDIG)
            await self._leg_weg(gemaakt.punt)
            await self._stempel_op_tijd(gemaakt.punt.nr)
        for opgave in gemaakt.terug:
            _LOG.error("opgave staat verder terug dan in het vorige controlepunt", opgave_id=opgave)
        return gemaakt.punt.nr

    async def _leg_weg(self, punt: Controlepunt) -> None:
        """Keep a copy in the archive, where nothing is overwritten: so a register that was put back shows.

        It uses a number again that mails and time stamps already carry, and an auditor will ask about that.
        """
        pad, eigen = f"{MAP}/{punt.nr:06}.json", f"{punt.model_dump_json()}\n".encode()
        try:
            async with asyncio.timeout(WEGLEG_SECONDEN):
                ligt_er = await in_draad(_bewaar, self._instellingen, pad, eigen)
        except (OpslagFout, TimeoutError) as fout:
            _LOG.warning("controlepunt niet in het archief", seq=punt.nr, fout=type(fout).__name__)
            return
        if ligt_er != eigen:
            _LOG.error("dit controlepunt was er al en was anders; is het register teruggezet?", seq=punt.nr)

    async def _stempel_op_tijd(self, tot: int) -> None:
        """An authority that answers drop by drop doesn't hold up the packs that are made after this."""
        try:
            async with asyncio.timeout(STEMPEL_SECONDEN):
                await asyncio.to_thread(self.stempel, tot)
        except TimeoutError:
            _LOG.warning("tijdstempel duurt te lang", seq=tot)

    def maak(self, niet_binnen: timedelta = timedelta(0)) -> Gemaakt:
        """The checkpoint itself. Raises SleutelAfgelost."""
        sleutels.toets_geldig(self._register, self._ondertekenaar.sleutel_id)
        nu = nu_en_vandaag()[0]
        return controlepunten.maak(self._register, self._ondertekenaar, nu, niet_binnen=niet_binnen)

    def stempel(self, tot: int) -> int:
        """Have the last checkpoints stamped that were not yet, the newest first; gives how many were.

        An authority that does not answer never stands in the way: the next day tries again.
        """
        if self._archief.tijdstempel_url is None:
            return 0
        gelukt = 0
        try:
            for punt in controlepunten.zonder_stempel(self._register, tot - TERUG):
                stempel = haal_stempel(self._archief.tijdstempel_url, punt.stempelbytes, self._archief.tijdstempel_ca)
                controlepunten.bewaar_stempel(self._register, punt.nr, stempel)
                gelukt += 1
        except StempelFout as fout:
            _LOG.warning("tijdstempel mislukt", seq=tot, status=str(fout))
        return gelukt


def _bewaar(instellingen: Instellingen, pad: str, inhoud: bytes) -> bytes:
    """What lies in the archive at this path once this was put there. Raises OpslagFout."""
    opslag = open_opslag(instellingen)
    return inhoud if opslag.bewaar(pad, inhoud) else opslag.lees(pad)
