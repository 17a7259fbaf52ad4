"""Real packs to judge and to spoil: lives that were really lived on the server that skips time, packed once."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from omgeving import Huis, Leven, ochtend, reishuis, wacht_tot

from activities.controlepunt import Controlepuntmaker
from archief.bronnen import Losbron
from archief.maken import Gepakt, maak_pak
from archief.pak import Pak, pak_uit
from archief.schrijven import schrijf
from runtime.sleutels import Ondertekenaar, lees_ondertekenaar, publieke_pem
from tests.gouden.verhalen import happy
from workflows.namen import workflow_id

MAANDAG = date(2026, 9, 7)
TWEELUIK = 55
"""After so many events a run of the rich life is full: it has two."""


@dataclass(frozen=True)
class Echt:
    """A pack as it was made, with the key that signed it and where its public part lies."""

    gepakt: Gepakt
    ondertekenaar: Ondertekenaar
    sleutel: Path

    @property
    def bestanden(self) -> dict[str, bytes]:
        """A copy of the open files, to spoil."""
        return dict(self.gepakt.open)

    @property
    def pak(self) -> Pak:
        """The pack, opened."""
        return los(self.gepakt.open)

    def schrijf(self, doel: Path) -> Path:
        """The pack as a folder, or as a zip when the name ends so."""
        schrijf(self.gepakt.open, doel)
        return doel


def los(bestanden: Mapping[str, bytes]) -> Pak:
    """A pack of these files."""
    return pak_uit(Losbron(bestanden))


async def pak_in(huis: Huis, leven: Leven, map_: Path) -> Echt:
    """The pack of a life as it is now."""
    await huis.bijgewerkt(leven)
    await wacht_tot(lambda: _in_rust(huis, leven), f"{leven.opgave} is in rust")
    ondertekenaar = lees_ondertekenaar(huis.instellingen.ondertekensleutel)
    gepakt = await maak_pak(
        huis.client, huis.register, leven.opgave, workflow_id(leven.opgave), ondertekenaar, nu=datetime.now(UTC)
    )
    sleutel = map_ / f"{leven.opgave}.pub"
    sleutel.write_bytes(publieke_pem(ondertekenaar.publiek))
    return Echt(gepakt, ondertekenaar, sleutel)


async def _in_rust(huis: Huis, leven: Leven) -> bool:
    """Nothing is under way any more, also no run that is about to be continued by a next one."""
    voor = (await leven.handvat.describe()).raw_description
    await asyncio.sleep(0.05)
    na = (await leven.handvat.describe()).raw_description
    zelfde = voor.workflow_execution_info == na.workflow_execution_info
    return zelfde and not na.pending_activities and not na.HasField("pending_workflow_task")


def controlepunt(huis: Huis) -> None:
    """Make a checkpoint, with the key of the worker."""
    ondertekenaar = lees_ondertekenaar(huis.instellingen.ondertekensleutel)
    Controlepuntmaker(huis.register, huis.instellingen, ondertekenaar).maak()


async def rijk_leven(map_: Path) -> tuple[Echt, Echt]:
    """Two runs with votes, a request, refusals, a pilot and documents; and a short second life in the same register."""
    async with reishuis(map_) as huis:
        tijd = ochtend(MAANDAG, -3600)
        leven = await huis.leven("GOUD-01", op_tijd=tijd, vol_na=TWEELUIK)
        await happy(huis, leven)
        ander = await huis.leven("GOUD-02", op_tijd=tijd)
        await ander.open(titel="Andere opgave")
        await ander.geef("Noteer", tekst="Een notitie.")
        await huis.bijgewerkt(ander)
        controlepunt(huis)
        return await pak_in(huis, leven, map_), await pak_in(huis, ander, map_)
