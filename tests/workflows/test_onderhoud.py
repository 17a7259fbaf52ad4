"""The upkeep of the evidence on the real server: packs come by themselves, and the daily round starts by the clock."""

import asyncio
from pathlib import Path

import pytest
from omgeving import Huis, dorp, wacht_tot
from temporalio.client import ScheduleActionStartWorkflow

from archief import formaat
from archief.opslag import open_opslag
from archief.pak import open_pak
from register import controlepunten, pakken, sleutels
from runtime.planning import ONDERHOUD as ROOSTER
from worker import worker
from workflows.namen import ONDERHOUD

FLEVO = {"blad": "toets_flevo", "moment": "F1", "scores": [2, 1, 3, 2, 1, 2]}


@pytest.mark.lang
async def test_een_opgave_wordt_vanzelf_ingepakt_na_elke_fase_en_aan_het_einde(tmp_path: Path) -> None:
    """Nobody asks for it; each pack is whole and tells why it was made. The mail goes on."""
    async with dorp(tmp_path) as huis, worker(huis.client, huis.instellingen, maak_sleutel=True):
        leven = await huis.leven("FL-2026-01")
        await leven.open()
        await leven.geef("VoegPartnerToe", partner="gemeente-a", naam="Gemeente A", type="gemeente")
        await leven.geef("LegBladVast", inhoud=FLEVO)
        assert not (await leven.geef("GaNaarFase", naar="F2")).geweigerd
        fase = (await huis.bijgewerkt(leven)).seq
        await wacht_tot(lambda: _gepakt(huis, 1), "het pak van de eerste fase")
        await leven.geef("TrekIn", reden="Het hoeft niet meer.")
        await leven.handvat.result()
        await wacht_tot(lambda: _gepakt(huis, 2), "het pak van het einde")
        rijen = pakken.pakken(huis.register, "FL-2026-01")
        assert [(rij.aanleiding, rij.gesloten) for rij in rijen] == [("fase", False), ("afgerond", True)]
        manifesten = [open_pak(tmp_path / "archief" / rij.plek).manifest for rij in rijen]
        assert [(m.tot_seq >= fase, m.rust, m.afgerond) for m in manifesten] == [
            (True, True, False),
            (True, True, True),
        ]
        assert not pakken.wensen(huis.register)


async def _gepakt(huis: Huis, aantal: int) -> bool:
    return len(await asyncio.to_thread(pakken.pakken, huis.register)) == aantal


async def test_de_dagelijkse_ronde_staat_op_het_rooster_en_is_tweemaal_gelijk_aan_eenmaal(tmp_path: Path) -> None:
    """Two workers start, two rounds run side by side: one schedule, one checkpoint, one pack, one known key."""
    async with dorp(tmp_path) as huis:
        for _ in range(2):
            async with worker(huis.client, huis.instellingen, maak_sleutel=True):
                actie = (await huis.client.get_schedule_handle(ROOSTER).describe()).schedule.action
                assert isinstance(actie, ScheduleActionStartWorkflow)
                assert actie.workflow == ONDERHOUD
        async with worker(huis.client, huis.instellingen, maak_sleutel=True):
            leven = await huis.leven("FL-2026-01")
            await leven.open()
            await leven.geef("TrekIn", reden="Het hoeft niet meer.")
            await leven.handvat.result()
            rondes = [
                await huis.client.start_workflow(ONDERHOUD, id=f"ronde-{nr}", task_queue=huis.task_queue)
                for nr in (1, 2)
            ]
            assert sum([await ronde.result() for ronde in rondes]) <= 1
            await wacht_tot(lambda: _gepakt(huis, 1), "het pak, van een ronde of van de wens")
        assert len(controlepunten.lijst(huis.register)) == 1
        assert len(sleutels.lijst(huis.register)[0]) == 1
        paden = open_opslag(huis.instellingen).lijst()
        assert sum(pad.endswith(f"/{formaat.MANIFEST}") for pad in paden) == 1
