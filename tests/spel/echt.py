"""Plays the whole script for real: a server that skips time, a worker with all its activities, a register."""

import asyncio
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from agenda import AGENDA
from levens import Beurt, Gezegd
from omgeving import GEDULD, Huis, Leven, verschuiving
from verhaal import Zet, tweede
from wereld import REGLEMENT

from activities.bode import Bode
from activities.herijking import Herijkingmaker
from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand
from register import lezen
from starter.client import Opgaven
from workflows.namen import soort_van, workflow_id
from workflows.staat import Start


@dataclass
class Spel:
    """The play under way. `gezegd` counts the commands, `geweigerd` keeps the receipts of those that were refused."""

    huis: Huis
    opgaven: Opgaven
    bode: Bode
    schuif: int
    voort: Mapping[str, int]
    nummers: dict[str, int] = field(default_factory=dict)
    bewijzen: dict[str, list[Bewijs]] = field(default_factory=dict)

    async def speel(self, beurten: Sequence[Beurt]) -> None:
        """All turns; between two moments everything that one life has for another is carried."""
        for moment, groep in itertools.groupby(beurten, key=lambda b: b.moment):
            await self.slaap_tot(moment)
            per_leven: dict[str, list[Beurt]] = {}
            for beurt in groep:
                per_leven.setdefault(beurt.id, []).append(beurt)
            await self._beurten(per_leven.pop(AGENDA, []))
            await asyncio.gather(*map(self._beurten, per_leven.values()))
            await self.breng_over()

    async def _beurten(self, beurten: Sequence[Beurt]) -> None:
        """What happens in one life at one moment, in order; other lives go on beside it."""
        for beurt in beurten:
            await self._beurt(beurt)

    async def slaap_tot(self, moment: datetime) -> None:
        """Skip to a moment on the clock of the play."""
        assert self.huis.tijd is not None
        doel = moment - timedelta(seconds=self.schuif) - await self.huis.nu()
        if doel > timedelta():
            await asyncio.wait_for(self.huis.tijd.sleep(doel), GEDULD)

    async def breng_over(self) -> None:
        """The round that a worker makes every few seconds, and the report for a herijking that comes near."""
        await asyncio.to_thread(Herijkingmaker(self.huis.register).maak, await self.huis.nu())
        await self.bode.ronde()

    async def _beurt(self, beurt: Beurt) -> None:
        lus = asyncio.get_running_loop()

        def kijk() -> Stand:
            return asyncio.run_coroutine_threadsafe(self.opgaven.stand(beurt.id), lus).result(GEDULD)

        akte: Iterator[Gezegd] = beurt.akte(kijk)
        while (gezegd := await asyncio.to_thread(next, akte, None)) is not None:
            await self.geef(beurt, gezegd)
        await self.bij(beurt.id)

    async def geef(self, beurt: Beurt, gezegd: Gezegd) -> None:
        """Give a command; what was recorded of a decision by a move is confirmed by a second person."""
        bewijs = await self._voer_uit(
            beurt, gezegd if isinstance(gezegd, Opdracht) else self._opdracht(beurt.id, gezegd)
        )
        if isinstance(gezegd, Zet) and "BesluitVastgelegd" in bewijs.feiten:
            wacht = (await self.opgaven.stand(beurt.id)).vastleggingen
            zet = tweede("BevestigBesluit", vastlegging=next(reversed(wacht.values())).id)
            await self._voer_uit(beurt, self._opdracht(beurt.id, zet))

    async def _voer_uit(self, beurt: Beurt, opdracht: Opdracht) -> Bewijs:
        if beurt.id in self.bewijzen:
            bewijs = await self.opgaven.geef(beurt.id, opdracht)
        else:
            bewijs = await self._begin(beurt, opdracht)
        self.bewijzen.setdefault(beurt.id, []).append(bewijs)
        return bewijs

    async def _begin(self, beurt: Beurt, opdracht: Opdracht) -> Bewijs:
        """The first command; a life that must go on in new runs is started with how long a run may get."""
        reglement = beurt.begin.reglement if beurt.begin else REGLEMENT
        begin = Begin(opgave=beurt.id, reglement=reglement, verschuiving_s=self.schuif)
        if beurt.id not in self.voort:
            return await self.opgaven.start(begin, opdracht)
        start = Start(**begin.model_dump(), vol_na=self.voort[beurt.id])
        await self.huis.client.start_workflow(
            soort_van(beurt.id), start, id=workflow_id(beurt.id), task_queue=self.huis.task_queue
        )
        return await self.opgaven.geef(beurt.id, opdracht)

    def _opdracht(self, id_: str, zet: Zet) -> Opdracht:
        self.nummers[id_] = self.nummers.get(id_, 0) + 1
        ruw = {"id": f"{id_}-{self.nummers[id_]}", "door": zet.door, "gebeurd_op": zet.op, "inhoud": zet.inhoud}
        return Opdracht.model_validate(ruw)

    async def bij(self, id_: str) -> None:
        """Wait until the register holds what this life was told."""
        seq = self.bewijzen[id_][-1].seq
        async with asyncio.timeout(GEDULD):
            while lezen.tot_seq(self.huis.register, id_) < seq:  # noqa: ASYNC110  # the register can't call back
                await asyncio.sleep(0.005)

    async def kom_tot_rust(self) -> None:
        """Wait until the register holds every fact of every life, and carry what that led to."""
        for rij in (*lezen.lijst(self.huis.register), *lezen.agendas(self.huis.register)):
            stand = await self.opgaven.stand(rij.id)
            self.bewijzen.setdefault(rij.id, []).append(Bewijs(opgave=rij.id, seq=stand.seq, hash=stand.kop))
            await self.bij(rij.id)
        await self.breng_over()

    async def runs(self, id_: str) -> int:
        """In how many runs a life went on."""
        start = Start(opgave=id_, reglement=REGLEMENT)
        return len(await Leven(self.huis.client, start, self.huis.task_queue).geschiedenissen())


async def begin(huis: Huis, eerste: datetime, voort: Mapping[str, int]) -> Spel:
    """A play in this house; its clock reads `eerste` now.

    Args:
        voort: for a life that must continue in new runs: after how many events.
    """
    rij = huis.task_queue
    opgaven = Opgaven.met_client(
        huis.client, rij, terugval=lambda id_: lezen.stand(huis.register, id_), geduld=GEDULD, leesgeduld=GEDULD
    )
    bode = Bode(huis.register, lambda: huis.client, rij)
    return Spel(huis, opgaven, bode, verschuiving(eerste, await huis.nu()), voort)
