"""Deliveries by the clock run on the real server, once, and let go when a worker stops."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from omgeving import dorp, wacht_tot
from temporalio.api.enums.v1 import EventType

from domain.gevolg import Adres
from register import lezen
from register.postvoorwaarden import nu_en_vandaag
from register.schrijver import Brief, zet_los
from worker import worker
from workflows.namen import BEZORGING, BEZORGING_ID


@pytest.mark.lang
async def test_wat_zijn_moment_had_gaat_vanzelf_en_een_worker_die_stopt_laat_het_meteen_los(tmp_path: Path) -> None:
    """Two workers, one after the other: the same workflow, and a history of a handful of events."""
    async with dorp(tmp_path) as huis:

        async def verzonden() -> bool:
            return not await asyncio.to_thread(lezen.post, huis.register, None, "klaar")

        for keer in (1, 2):
            brief = Brief(aan=Adres(functie="opgavemanager"), onderwerp=f"Keer {keer}", tekst="Hallo.\n")
            async with worker(huis.client, huis.instellingen, maak_sleutel=True):
                straks = nu_en_vandaag()[0] + timedelta(seconds=1)
                with huis.register.schrijf() as verbinding:
                    laat = Brief(**{**vars(brief), "niet_voor": straks})
                    assert zet_los(verbinding, f"proef:{keer}", laat)
                await wacht_tot(verzonden, "de post is bezorgd")
        greep = huis.client.get_workflow_handle(BEZORGING_ID)
        beschrijving = await greep.describe()
        geschiedenis = await greep.fetch_history()
        soorten = [gebeurtenis.event_type for gebeurtenis in geschiedenis.events]
        assert beschrijving.workflow_type == BEZORGING
        assert soorten.count(EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED) >= 1
        mis = ("TIMED_OUT", "FAILED", "CANCELED")
        assert not {EventType.Value(f"EVENT_TYPE_ACTIVITY_TASK_{hoe}") for hoe in mis} & set(soorten)
        assert len(soorten) < 30
        assert sorted(str(b["Subject"]) for b in huis.berichten()) == ["Keer 1", "Keer 2"]
