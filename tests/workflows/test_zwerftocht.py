"""Random lives on a real server: whatever happens to workers, activities and timers, the past stays one."""

import asyncio
import os
from collections import Counter
from pathlib import Path

import pytest
from omgeving import Huis, dorp
from zwerver import Uitkomst, leef

from runtime.sleutels import Ondertekenaar, lees_ondertekenaar

LEVENS = int(os.environ.get("OPGAVE_ZWERF_LEVENS", "12"))
EERSTE = int(os.environ.get("OPGAVE_ZWERF_ZAAD", "1000"))
TEGELIJK = 6


@pytest.mark.lang
async def test_zwerftocht(tmp_path: Path) -> None:
    """Every random life ends, with replay green and fold, receipts, register and live state equal."""
    async with dorp(tmp_path) as huis:
        sleutel = lees_ondertekenaar(huis.instellingen.ondertekensleutel, mag_maken=True)
        uitkomsten = await _leef_allemaal(huis, sleutel)
    totaal = sum((u.tellingen for u in uitkomsten), Counter[str]())
    print("\n" + ", ".join(f"{naam} {aantal}" for naam, aantal in totaal.items()))
    assert {u.zaad: u.fouten for u in uitkomsten if u.fouten} == {}
    assert totaal["levens"] == LEVENS
    assert totaal["timers"] > 0
    assert totaal["feiten_van_de_tijd"] > 0
    assert totaal["partnerzaken"] > 0


async def _leef_allemaal(huis: Huis, sleutel: Ondertekenaar) -> list[Uitkomst]:
    """A few at a time: the machine is small."""
    beurt = asyncio.Semaphore(TEGELIJK)

    async def een(zaad: int) -> Uitkomst:
        async with beurt:
            try:
                return await asyncio.wait_for(leef(huis, sleutel, zaad), 240)
            except Exception as fout:
                return Uitkomst(zaad, [f"{type(fout).__name__}: {fout}"], Counter())

    return await asyncio.gather(*(een(zaad) for zaad in range(EERSTE, EERSTE + LEVENS)))
