"""The worker against a real server: its version, its stop, its metrics and its log."""

import asyncio
import io
import json
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import pytest_asyncio
from proefopzet import proefinstellingen
from proefwerk import Mislukt, Post, Traag, Verdubbel, mislukt, traag, verdubbel
from temporalio.api.enums.v1 import EventType
from temporalio.client import Client, WorkflowFailureError, WorkflowHandle

from runtime import arbeid
from runtime.arbeid import maak_versie_actief, maak_worker, werkend
from runtime.herhaal import herhaal_tot
from runtime.instelfout import InstellingenFout
from runtime.instellingen import Instellingen
from runtime.logboek import stel_logboek_in
from runtime.metrics import maak_runtime
from runtime.poorten import kies_poort
from runtime.server import ingebouwde_server
from runtime.temporal import verbind
from runtime.versie import programmaversie, rang

pytestmark = pytest.mark.asyncio(loop_scope="module")

Bedrijf = tuple[Client, Instellingen]
POST = Post(bedrag=Decimal(2), dag=date(2026, 1, 1), wie=())


@asynccontextmanager
async def _server(map_: Path) -> AsyncIterator[Bedrijf]:
    begin = proefinstellingen(map_)
    async with ingebouwde_server(begin, {}) as adres:
        instellingen = begin.met_adres(adres.grpc)
        yield await verbind(instellingen, rol="worker"), instellingen


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bedrijf(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bedrijf]:
    """One server for the tests that do not mind each other."""
    async with _server(tmp_path_factory.mktemp("bedrijf")) as bedrijf:
        yield bedrijf


async def test_werk_loopt_onder_de_actieve_versie(bedrijf: Bedrijf) -> None:
    """The worker makes its own version current, so work starts at once and says under which version it ran."""
    client, instellingen = bedrijf
    async with werkend(maak_worker(client, instellingen, [Verdubbel], [verdubbel]), client, instellingen):
        greep = await client.start_workflow(Verdubbel.run, POST, id="RA-1", task_queue="opgaven")
        assert (await asyncio.wait_for(greep.result(), 15)).bedrag == 4
        versie = (await greep.describe()).raw_description.workflow_execution_info.versioning_info
    assert versie.deployment_version.build_id == programmaversie()
    assert versie.deployment_version.deployment_name == "opgavenmotor"


async def test_oude_versie_neemt_niet_terug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker of an older version that comes back during a rollout leaves the newer one current."""
    async with _server(tmp_path) as (client, instellingen):
        uitkomst = []
        for versie in ("0.9.0", "0.10.0", "0.9.0"):
            monkeypatch.setattr(arbeid, "programmaversie", lambda versie=versie: versie)
            async with maak_worker(client, instellingen, [Verdubbel], []):
                uitkomst.append(await maak_versie_actief(client, versie))
    assert uitkomst == [True, True, False]


async def test_versies_tellen_als_getallen() -> None:
    """0.10 comes after 0.9, and a development version before every release."""
    assert rang("0.dev0") < rang("0.9.2") < rang("0.10.0") < rang("1.0")


async def test_stoppen_maakt_werk_af(bedrijf: Bedrijf) -> None:
    """An activity that is running when the worker stops is finished in its first attempt."""
    client, instellingen = bedrijf
    async with werkend(maak_worker(client, instellingen, [Traag], [traag]), client, instellingen):
        greep = await client.start_workflow(Traag.run, 1.0, id="RA-2", task_queue="opgaven")
        await herhaal_tot(lambda: _is_bezig(greep), 10)
    gebeurd = [gebeurtenis.event_type for gebeurtenis in (await greep.fetch_history()).events]
    assert EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED in gebeurd
    async with werkend(maak_worker(client, instellingen, [Traag], [traag]), client, instellingen):
        assert await asyncio.wait_for(greep.result(), 15) == 1


async def _is_bezig(greep: WorkflowHandle[Traag, int]) -> bool:
    return bool((await greep.describe()).raw_description.pending_activities)


async def test_log_zwijgt_bij_herhaling_en_noemt_niemand(bedrijf: Bedrijf) -> None:
    """A replayed step is not logged again; lines know their workflow; the text of a failing activity stays out."""
    client, instellingen = bedrijf
    workflows, activiteiten = [Verdubbel, Mislukt], [verdubbel, mislukt]
    uit = io.StringIO()
    stel_logboek_in("json", "INFO", uit)
    try:
        async with werkend(maak_worker(client, instellingen, workflows, activiteiten), client, instellingen):
            await client.execute_workflow(Verdubbel.run, POST, id="RA-3", task_queue="opgaven")
            with pytest.raises(WorkflowFailureError):
                await client.execute_workflow(Mislukt.run, "jan@gemeente.example", id="RA-4", task_queue="opgaven")
        async with werkend(maak_worker(client, instellingen, workflows, activiteiten), client, instellingen):
            await client.get_workflow_handle("RA-3").query("__stack_trace")
    finally:
        stel_logboek_in()
    regels = [json.loads(regel) for regel in uit.getvalue().splitlines()]
    [begonnen] = [regel for regel in regels if regel["event"] == "begonnen"]
    [verdubbeld] = [regel for regel in regels if regel["event"] == "verdubbeld"]
    [fout] = [regel for regel in regels if regel.get("fout") == "RuntimeError"]
    assert (begonnen["workflow_id"], begonnen["opgave_id"]) == ("RA-3", "RA-1")
    assert (verdubbeld["activity_type"], verdubbeld["weggelaten"]) == ("verdubbel", ["naam"])
    assert (fout["workflow_id"], fout["activity_type"]) == ("RA-4", "mislukt")
    assert "Jansen" not in uit.getvalue()
    assert "jan@" not in uit.getvalue()


async def test_metingen_staan_op_hun_adres(tmp_path: Path) -> None:
    """With a metrics address Prometheus can read the worker there; a taken address is a wrong setting."""
    adres = f"127.0.0.1:{kies_poort(0)}"
    runtime = maak_runtime(adres)
    begin = proefinstellingen(tmp_path)
    async with ingebouwde_server(begin, {}) as server:
        await verbind(begin.met_adres(server.grpc), runtime=runtime)
        tekst = await asyncio.to_thread(lambda: urllib.request.urlopen(f"http://{adres}/metrics").read().decode())
    assert "temporal_request_total" in tekst
    assert 'service="opgavenmotor"' in tekst
    with pytest.raises(InstellingenFout, match="metrics_adres"):
        maak_runtime(adres)
