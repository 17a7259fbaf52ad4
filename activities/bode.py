"""Carries what one life has to say to another. At least once; handled once, for the key of the row is the id.

A life that does not exist yet is tried again with ever longer pauses, and at once when it begins.
"""

import asyncio
import json
import time
from collections.abc import Callable
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
from register import lesaanbod, lezen, overbrengen
from register.overbrengen import Overbrenging
from register.schrijver import Brief, zet_los
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
GREEP = timedelta(seconds=20)
"""How long a row stays taken: longer than carrying it takes, and what a worker that died costs."""
GEDULD = 8.0
"""Seconds to wait for the answer of one life."""
RONDE_SECONDEN = 15.0
"""From then on a round begins nothing new, so that the other rounds needn't wait."""
AANBOD = "BiedLessenAan"
GEEN_ANTWOORD = "Er kwam geen antwoord."
MEEGEGEVEN = (overbrengen.EERSTE, overbrengen.DELEN)
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
                if await asyncio.to_thread(overbrengen.neem, self._register, rij, _nu() + GREEP):
                    await self._draag(rij)

    async def _draag(self, rij: Overbrenging) -> None:
        try:
            bewijs = await self._geef(rij, await asyncio.to_thread(self._gevuld, rij))
        except OnbekendeOpgave:
            await asyncio.to_thread(self._later, rij, f"{rij.naar} bestaat nog niet.")
        except (Onbereikbaar, RPCError, WorkflowUpdateFailedError):
            await asyncio.to_thread(self._later, rij, GEEN_ANTWOORD)
        except OpgaveGesloten:
            await asyncio.to_thread(self._mislukt, rij, "vervallen", "afgelopen")
        except ValidationError:
            activiteitlog().error("overbrenging onleesbaar", sleutel=rij.sleutel, opdracht=rij.soort)
            await asyncio.to_thread(self._mislukt, rij, "vervallen", "onleesbaar")
        except Exception:  # whatever is wrong with this row, the others must not wait for it
            activiteitlog().exception("overbrengen lukte niet", sleutel=rij.sleutel, opdracht=rij.soort)
            await asyncio.to_thread(self._later, rij, GEEN_ANTWOORD)
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

    def _gevuld(self, rij: Overbrenging) -> dict[str, Any]:
        """The command's content; an offer of lessons is filled at its first carrying, and kept as it was filled."""
        inhoud: dict[str, Any] = json.loads(rij.inhoud)
        if rij.soort != AANBOD or inhoud.get("gevuld"):
            return inhoud
        inhoud |= {"lessen": self._vul(self._register, rij.naar, inhoud["moment"]), "gevuld": True}
        overbrengen.vul(self._register, rij, json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")))
        return inhoud

    def _aangekomen(self, rij: Overbrenging, bewijs: Bewijs) -> None:
        if bewijs.geweigerd:
            self._mislukt(rij, "geweigerd", f"{bewijs.regel}: {bewijs.reden}")
        else:
            overbrengen.sluit(self._register, rij, "gedaan", _nu())

    def _later(self, rij: Overbrenging, fout: str) -> None:
        if _nu() - rij.aangemaakt_op > GEEFT_OP_NA:
            activiteitlog().error("overbrenging opgegeven", sleutel=rij.sleutel, opdracht=rij.soort, fout=fout)
            return self._mislukt(rij, "vervallen", fout)
        later = _nu() + WACHT[min(rij.pogingen, len(WACHT) - 1)]
        return overbrengen.leg_neer(self._register, rij, fout, later)

    def _mislukt(self, rij: Overbrenging, status: overbrengen.Status, fout: str) -> None:
        """It never arrives, and neither does what builds on it; someone hears of it where parts were given along.

        The parts go back to who gave them, unless nobody can know whether they arrived.
        """
        overbrengen.sluit(self._register, rij, status, _nu(), fout)
        weg = [rij]
        if rij.soort == overbrengen.EERSTE:
            weg += overbrengen.sluit_vervolg(self._register, rij, _nu(), "De nieuwe opgave kon niet beginnen.")
        for delen in (r for r in weg if r.soort == overbrengen.DELEN and fout != GEEN_ANTWOORD):
            overbrengen.geef_terug(self._register, delen, fout)
        if rij.soort in MEEGEGEVEN:
            with self._register.schrijf() as verbinding:
                zet_los(verbinding, f"{rij.sleutel}:mislukt", _brief(rij, fout), rij.van)


def afzender(rij: Overbrenging) -> Afzender:
    """The life that has something to say, by the fact it rests on."""
    return Afzender(
        functie="systeem",
        subject=f"opgave.{rij.van}",
        namens="opgavenmotor",
        grondslag=f"feit {rij.seq} van {rij.van}",
        zekerheid="sleutel",
    )


def _brief(rij: Overbrenging, fout: str) -> Brief:
    doe = f"Wat kan terugkomen, komt terug in {rij.van}; geef het zo nodig opnieuw mee."
    if json.loads(rij.inhoud).get("hoe") == "samenvoeging":
        doe = "Voeg de opgave opnieuw samen: met een andere opgave, of met een andere verdeling."
    tekst = (
        f"Opgave {rij.van} gaf onderdelen mee aan {rij.naar} (feit {rij.seq}). Dat kwam niet aan: {fout}\n"
        f"Wat meegegeven is, staat in dat feit. {doe}"
    )
    return Brief(Adres(functie="opgavemanager"), f"Niet aangekomen in {rij.naar}: delen van {rij.van}", tekst)


def _nu() -> datetime:
    return datetime.now(UTC)
