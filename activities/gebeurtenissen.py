"""Events to their subscribers: at least once, in order per subscriber, with ever longer pauses when it does not go."""

import asyncio
import ssl
import time
from datetime import UTC, datetime, timedelta
from typing import Literal

from activities import webpost
from activities.webpost import Antwoord
from domain.cloudevent import als_json, omslag
from register import abonnees
from register.abonnees import Zending
from register.verbinding import Register
from runtime.instellingen import Instellingen
from runtime.logboek import log
from runtime.sleutels import SleutelFout, Webhooksleutel, lees_webhooksleutel

WACHT = (
    *(timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6)),
    *(timedelta(hours=12) for _ in range(5)),
)
"""The pause after each attempt that failed for now; after the last one the event is given up, within three days."""
LANGSTE_WACHT = timedelta(hours=12)
"""How long a receiver can ask for with Retry-After."""
RONDE_SECONDEN = 20.0
"""How long one subscriber may keep a round busy; what is left is for the next round."""
HUUR = timedelta(seconds=webpost.TIJD + 20)
"""How long an event is taken for: an attempt and the report of it."""
_LATER = frozenset({0, 408, 425, 429})

Lot = Literal["afgeleverd", "later", "opgegeven", "opgezegd"]


def lot(antwoord: Antwoord, poging: int) -> Lot:
    """What becomes of an event after this answer to this attempt (counted from 1)."""
    if 200 <= antwoord.code < 300:
        return "afgeleverd"
    if antwoord.code == 410:
        return "opgezegd"
    if antwoord.code in _LATER or antwoord.code >= 500:
        return "later" if poging <= len(WACHT) else "opgegeven"
    return "opgegeven"


def pauze(antwoord: Antwoord, poging: int) -> timedelta:
    """How long to wait after this attempt; a receiver can ask for more."""
    return max(WACHT[poging - 1], min(timedelta(seconds=antwoord.wacht), LANGSTE_WACHT))


class Gebeurtenissenbezorger:
    """Delivers events. Several may run at once: each takes what no other has in hand."""

    def __init__(self, register: Register, instellingen: Instellingen, tls: ssl.SSLContext | None = None) -> None:
        """Work on this register, with these settings; `tls` says which certificates are trusted, also in tests."""
        self._register = register
        self._instellingen = instellingen
        self._tls = tls

    async def ronde(self) -> None:
        """Offer every subscriber what is due for it, side by side. Without subscribers it only looks."""
        namen = await asyncio.to_thread(abonnees.aan_de_beurt, self._register, datetime.now(UTC))
        if namen and (sleutel := self._sleutel()):
            await asyncio.gather(*(self._abonnee(naam, sleutel) for naam in namen))

    def _sleutel(self) -> Webhooksleutel | None:
        """Without the key nothing can be signed; mail must go on, so that is a line in the log and no error."""
        try:
            return lees_webhooksleutel(self._instellingen.ondertekensleutel)
        except SleutelFout:
            log("gebeurtenissen").error("webhooksleutel ontbreekt")
            return None

    async def _abonnee(self, naam: str, sleutel: Webhooksleutel) -> None:
        """One event after another, until there is none, one must wait, or the time of this round is over."""
        einde = time.monotonic() + RONDE_SECONDEN
        while time.monotonic() < einde:
            zending = await asyncio.to_thread(abonnees.pak, self._register, naam, datetime.now(UTC), HUUR)
            if zending is None:
                return
            antwoord = await self._verstuur(zending, sleutel.geheim(naam))
            await asyncio.to_thread(self._meld, zending, antwoord)

    async def _verstuur(self, zending: Zending, geheim: bytes) -> Antwoord:
        bron, basis = self._instellingen.webhook.bron, self._instellingen.portaal.basis_url
        inhoud = als_json(omslag(zending.gebeurtenis, bron, basis))
        intern = self._instellingen.webhook.intern
        return await webpost.verstuur(
            zending.abonnee.url, zending.gebeurtenis.id, inhoud, geheim, intern=intern, tls=self._tls
        )

    def _meld(self, zending: Zending, antwoord: Antwoord) -> None:
        uitkomst, fout = lot(antwoord, zending.poging), antwoord.fout or f"HTTP {antwoord.code}"
        code = antwoord.code or None
        match uitkomst:
            case "afgeleverd":
                abonnees.meld(self._register, zending, "afgeleverd", code=code)
            case "later":
                op = datetime.now(UTC) + pauze(antwoord, zending.poging)
                abonnees.meld(self._register, zending, "wacht", code=code, fout=fout, volgende_op=op)
            case "opgegeven" | "opgezegd":
                abonnees.meld(self._register, zending, "opgegeven", code=code, fout=fout)
        if uitkomst == "opgezegd":
            abonnees.stop(self._register, zending.abonnee.naam)
        if uitkomst != "afgeleverd":
            log("gebeurtenissen").warning("niet afgeleverd", status=uitkomst, code=code, poging=zending.poging)
