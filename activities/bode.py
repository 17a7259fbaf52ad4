"""Carries what one life has to say to another. At least once; handled once, for the key of the row is the id.

A life that does not exist yet is tried again with ever longer pauses, and at once when it begins.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import ValidationError
from temporalio.client import Client, WorkflowUpdateFailedError
from temporalio.service import RPCError

from activities import toegang
from activities.toegang import OnbekendeOpgave, OpgaveGesloten
from domain.basis import Afzender
from domain.feit import Bewijs
from domain.gevolg import Adres
from domain.opdracht import Opdracht
from domain.stand import Begin
from register import lesaanbod, lezen, niet_overgebracht, overbrengen
from register.overbrengrij import DELEN, EERSTE, Overbrenging
from register.schrijver import Brief
from register.verbinding import Register
from runtime.logboek import activiteitlog
from runtime.temporal import Onbereikbaar

Vuller = Callable[[Register, str, str], list[dict[str, Any]]]
"""The lessons that fit an opgave at a moment: what a `BiedLessenAan` offers."""

WACHT = (
    *(timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2)),
    timedelta(hours=12),
)
"""The pause after each attempt that failed; the last one is repeated."""
GEEFT_OP_NA = timedelta(days=30)
MINSTENS = len(WACHT) + 10
"""So often it is tried as well before it is given up: the house may have been closed for those days."""
GREEP = timedelta(seconds=20)
"""How long a row stays taken: longer than carrying it takes, and what a worker that died costs."""
GEDULD = 8.0
"""Seconds to wait for the answer of one life."""
RONDE_SECONDEN = 15.0
"""From then on a round begins nothing new, so that the other rounds needn't wait."""
AANBOD = "BiedLessenAan"
GEEN_ANTWOORD = "Er kwam geen antwoord."
VASTGELOPEN = "Het overbrengen liep vast; de beheerder ziet in het logboek waardoor."
ONZEKER = (GEEN_ANTWOORD, VASTGELOPEN)
"""Reasons after which nobody knows whether it arrived."""
MEEGEGEVEN = (EERSTE, DELEN)
"""What someone must hear of when it does not arrive: the other life was to go on with it."""


class Bode:
    """Walks between the lives."""

    def __init__(
        self,
        register: Register,
        client: Callable[[], Client],
        task_queue: str,
        vul: Vuller = lesaanbod.vul,
        geduld: float = GEDULD,
    ) -> None:
        """Carry what stands in this register, over the connection that `client` gives.

        Args:
            task_queue: where a life that begins will run.
            vul: finds the lessons of an offer; tests put in their own.
            geduld: seconds to wait for the answer of one life.
        """
        self._register = register
        self._client = client
        self._task_queue = task_queue
        self._vul = vul
        self._geduld = geduld

    async def ronde(self) -> None:
        """Carry everything that is due, also what became due by carrying; what does not go is tried again later."""
        einde = time.monotonic() + RONDE_SECONDEN
        while rijen := await asyncio.to_thread(overbrengen.aan_de_beurt, self._register, _nu()):
            for rij in rijen:
                if time.monotonic() > einde:
                    return
                if mijn := await asyncio.to_thread(overbrengen.neem, self._register, rij, _nu() + GREEP):
                    await self._draag(mijn)

    async def _draag(self, rij: Overbrenging) -> None:
        """Whatever goes wrong with this row, also in closing it: the others must not wait for it."""
        if not await self._lukt(rij, self._breng(rij)):
            await self._lukt(rij, asyncio.to_thread(self._later, rij, VASTGELOPEN))

    async def _lukt(self, rij: Overbrenging, werk: Awaitable[None]) -> bool:
        try:
            await werk
        except Exception:
            activiteitlog().exception("overbrengen lukte niet", sleutel=rij.sleutel, opdracht=rij.soort)
            return False
        return True

    async def _breng(self, rij: Overbrenging) -> None:
        try:
            inhoud = await asyncio.to_thread(self._gevuld, rij)
            if inhoud is None:
                return
            bewijs = await self._geef(rij, inhoud)
        except OnbekendeOpgave:
            await asyncio.to_thread(self._later, rij, f"{rij.naar} bestaat nog niet.")
        except (Onbereikbaar, RPCError, WorkflowUpdateFailedError):
            await asyncio.to_thread(self._later, rij, GEEN_ANTWOORD)
        except OpgaveGesloten:
            await asyncio.to_thread(self._mislukt, rij, "vervallen", "afgelopen")
        except ValidationError:
            activiteitlog().error("overbrenging onleesbaar", sleutel=rij.sleutel, opdracht=rij.soort)
            await asyncio.to_thread(self._mislukt, rij, "vervallen", "onleesbaar")
        else:
            await asyncio.to_thread(self._aangekomen, rij, bewijs)

    async def _geef(self, rij: Overbrenging, inhoud: dict[str, Any]) -> Bewijs:
        return await toegang.geef(
            self._client(),
            self._task_queue,
            rij.naar,
            Opdracht.model_validate({"id": rij.sleutel, "door": afzender(rij), "inhoud": inhoud}),
            begin=Begin.model_validate_json(rij.begin) if rij.begin else None,
            geduld=self._geduld,
            terugval=lambda opgave: lezen.stand(self._register, opgave),
        )

    def _gevuld(self, rij: Overbrenging) -> dict[str, Any] | None:
        """The command's content; an offer of lessons is filled at its first carrying, and kept as it was filled.

        None when another worker took the row in the meantime: then it fills and says it.
        """
        inhoud: dict[str, Any] = json.loads(rij.inhoud)
        if rij.soort != AANBOD or inhoud.get("gevuld"):
            return inhoud
        inhoud |= {"lessen": self._vul(self._register, rij.naar, inhoud["moment"]), "gevuld": True}
        tekst = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"))
        return inhoud if overbrengen.vul(self._register, rij, tekst) else None

    def _aangekomen(self, rij: Overbrenging, bewijs: Bewijs) -> None:
        if bewijs.geweigerd:
            self._mislukt(rij, "geweigerd", f"{bewijs.regel}: {bewijs.reden}")
        else:
            overbrengen.sluit(self._register, rij, _nu())

    def _later(self, rij: Overbrenging, fout: str) -> None:
        """Put it off; given up only when it is old and was tried often enough."""
        if _nu() - rij.aangemaakt_op > GEEFT_OP_NA and rij.pogingen >= MINSTENS:
            activiteitlog().error("overbrenging opgegeven", sleutel=rij.sleutel, opdracht=rij.soort, fout=fout)
            return self._mislukt(rij, "vervallen", fout)
        pauze = WACHT[min(rij.pogingen, len(WACHT)) - 1]
        return overbrengen.leg_neer(self._register, rij, fout, _nu() + pauze)

    def _mislukt(self, rij: Overbrenging, einde: niet_overgebracht.Einde, fout: str) -> None:
        """It never arrives; someone hears of it where parts were given along."""
        zeker = fout not in ONZEKER
        brief = _brief(rij, fout, zeker) if rij.soort in MEEGEGEVEN else None
        niet_overgebracht.mislukt(self._register, rij, einde, fout, _nu(), brief=brief, zeker=zeker)


def afzender(rij: Overbrenging) -> Afzender:
    """The life that has something to say, by the fact it rests on."""
    return Afzender(
        functie="systeem",
        subject=f"opgave.{rij.van}",
        namens="opgavenmotor",
        grondslag=f"feit {rij.seq} van {rij.van}",
        zekerheid="sleutel",
    )


def _brief(rij: Overbrenging, fout: str, zeker: bool) -> Brief:
    """The letter to who gave parts along: what became of it, and what can be done."""
    wat = f"Opgave {rij.van} gaf onderdelen mee aan {rij.naar} (feit {rij.seq})."
    slot = "Wat meegegeven is, staat in dat feit."
    aan = Adres(functie="opgavemanager")
    if not zeker:
        doe = f"Vraag de beheerder het nog eens te brengen: opgave overbrengen opnieuw {rij.sleutel}"
        tekst = f"{wat} Niet zeker is of dat aankwam: {fout}\n{slot} Geef het niet opnieuw mee. {doe}"
        return Brief(aan, f"Misschien niet aangekomen in {rij.naar}: delen van {rij.van}", tekst)
    doe = f"Wat kan terugkomen, komt terug in {rij.van}; geef het zo nodig opnieuw mee."
    if json.loads(rij.inhoud).get("hoe") == "samenvoeging":
        doe = "Voeg de opgave opnieuw samen: met een andere opgave, of met een andere verdeling."
    tekst = f"{wat} Dat kwam niet aan: {fout}\n{slot} {doe}"
    return Brief(aan, f"Niet aangekomen in {rij.naar}: delen van {rij.van}", tekst)


def _nu() -> datetime:
    return datetime.now(UTC)
