"""No false alarm: packs of lives of all kinds, from one busy server, are whole; and so are they next to one another."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest
from omgeving import Huis, ochtend, reishuis
from pakken import MAANDAG, Echt, controlepunt, pak_in
from zwerver import Zwerver

from archief.geschiedenis import RunVerdwenen
from audit.controle import controleer
from audit.meer import controleer_samen

LEVENS = int(os.environ.get("OPGAVE_PAKLEVENS", "105"))
ZAAD = int(os.environ.get("OPGAVE_PAKZAAD", "7000"))
TEGELIJK = 10
STAPPEN = 5
"""Commands before the days that pass, and as many after them."""


async def _elk(werk: list[Any]) -> list[Any]:
    """A few at a time: the machine is small."""
    beurt = asyncio.Semaphore(TEGELIJK)

    async def een(taak: Any) -> Any:
        async with beurt:
            return await taak

    return await asyncio.gather(*(een(taak) for taak in werk))


async def _begin(huis: Huis, zaad: int) -> Zwerver:
    """A life with a character of its own; one in four soon needs a second run."""
    dobbel = Random(zaad)
    leven = await huis.leven(
        f"WIL-{zaad}",
        op_tijd=ochtend(MAANDAG, -3600),
        vol_na=dobbel.choice((0, 0, 0, 55)),
        reglement=dobbel.choice(("r2026_1", "r2026_2", "r2026_3")),
    )
    zwerver = Zwerver(leven, cast(Any, None), dobbel, 0.0)
    await leven.open()
    await _stappen(zwerver)
    return zwerver


async def _stappen(zwerver: Zwerver) -> None:
    for _ in range(zwerver.dobbel.randint(1, STAPPEN)):
        await zwerver.leven.voer_uit(zwerver.kies())


async def _einde(huis: Huis, zwerver: Zwerver, map_: Path) -> Echt | None:
    """The pack of a life; None when the server lost the end of a run, as the one that skips time does now and then."""
    await _stappen(zwerver)
    if zwerver.dobbel.random() < 0.3:
        await zwerver.leven.geef("TrekIn", reden="Het leven is geleefd.")
    try:
        return await pak_in(huis, zwerver.leven, map_)
    except RunVerdwenen:
        return None


@pytest.mark.lang
async def test_geen_enkel_echt_pak_heet_vervalst(tmp_path: Path) -> None:
    async with reishuis(tmp_path) as huis:
        zwervers = await _elk([_begin(huis, ZAAD + nr) for nr in range(LEVENS)])
        assert huis.tijd is not None
        await huis.tijd.sleep(timedelta(days=12))
        controlepunt(huis)
        gepakt = await _elk([_einde(huis, zwerver, tmp_path) for zwerver in zwervers])
        controlepunt(huis)
        laatste = await pak_in(huis, zwervers[0].leven, tmp_path)
    echten: list[Echt] = [echt for echt in gepakt if echt is not None]
    oordelen = {e.gepakt.manifest.opgave: controleer(e.pak, sleutels=[e.sleutel]) for e in (*echten, laatste)}
    assert {o.opgave: o.bevindingen for o in oordelen.values() if not o.heel} == {}
    print(f"\n{len(oordelen)} pakken van {LEVENS} levens")
    assert len(oordelen) > 0.9 * LEVENS
    volledig = len(oordelen) == LEVENS
    assert controleer_samen([e.pak for e in (*echten, laatste)], volledig=volledig) == ()
    runs = [len(e.gepakt.manifest.runs) for e in echten]
    assert max(runs) > 1
    assert sum(e.gepakt.manifest.tot_seq for e in echten) > 5 * LEVENS
