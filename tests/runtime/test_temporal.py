"""The one plugin: what it carries, what it refuses, and what a person hears when the server is away."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from proefwerk import Post, Verdubbel, Wachter, verdubbel
from stoute_workflow import Stout
from temporalio.api.common.v1 import Payload
from temporalio.client import Client, WorkflowUpdateFailedError
from temporalio.converter import DataConverter
from temporalio.worker import Replayer, Worker

from runtime.arbeid import maak_worker
from runtime.instelfout import InstellingenFout
from runtime.instellingen import Instellingen, Temporal, Tls
from runtime.omzetter import OnbekendeCodering, maak_omzetter
from runtime.server import tijdreisserver
from runtime.temporal import Onbereikbaar, maak_plugin, verbind

POST = Post(bedrag=Decimal("12.50"), dag=date(2026, 2, 28), wie=("griffier", "opgavemanager"))
ZONDER_VERSIES = Instellingen(temporal=Temporal(versiebeheer=False))


@asynccontextmanager
async def _tijdreisclient() -> AsyncIterator[Client]:
    async with tijdreisserver({}) as omgeving:
        yield omgeving.client


async def test_waarde_gaat_heel_heen_en_weer() -> None:
    """A frozen model with money, a date and a tuple comes back equal, also from a replay of the same history."""
    async with _tijdreisclient() as client:
        async with maak_worker(client, ZONDER_VERSIES, [Verdubbel], [verdubbel]):
            greep = await client.start_workflow(Verdubbel.run, POST, id="RA-1", task_queue="opgaven")
            assert await greep.result() == POST.model_copy(update={"bedrag": Decimal("25.00")})
        geschiedenis = await greep.fetch_history()
    uitslag = await Replayer(workflows=[Verdubbel], plugins=[maak_plugin()]).replay_workflow(geschiedenis)
    assert uitslag.replay_failure is None


async def test_geschiedenis_noemt_geen_machine() -> None:
    """The identity in a history is a role: no host name, no process id."""
    async with _tijdreisclient() as client:
        greep = await client.start_workflow("X", id="RA-2", task_queue="q")
        begin = (await greep.fetch_history()).events[0].workflow_execution_started_event_attributes
    assert begin.identity == "opgavenmotor-tijdreis"
    assert socket.gethostname() not in begin.identity


@pytest.mark.parametrize("codering", [b"binary/plain", b"binary/encrypted", b"json/anders", b""])
async def test_vreemde_codering_wordt_geweigerd(codering: bytes) -> None:
    """A payload in an encoding that we never write is refused, not guessed at."""
    with pytest.raises(OnbekendeCodering):
        await maak_omzetter().decode([Payload(metadata={"encoding": codering}, data=b'"x"')])


async def test_bytes_worden_niet_geschreven() -> None:
    """What we would refuse to read, we do not write either: bytes go out as JSON."""
    [payload] = await maak_omzetter().encode([b"abc"])
    assert payload.metadata["encoding"] == b"json/plain"
    assert await maak_omzetter().decode([payload], [bytes]) == [b"abc"]


async def test_fouttekst_staat_in_een_payload() -> None:
    """The text and stack of an error are encoded attributes, where a codec can reach them."""
    from temporalio.api.failure.v1 import Failure

    failure = Failure()
    await maak_omzetter().encode_failure(RuntimeError("geheim van de griffie"), failure)
    assert failure.message == "Encoded failure"
    assert not failure.stack_trace
    assert b"geheim van de griffie" in failure.encoded_attributes.data


async def test_onleesbare_update_schaadt_de_workflow_niet() -> None:
    """An update in a shape we do not read is refused to its sender; the workflow goes on and ends."""
    async with _tijdreisclient() as client:
        vreemd = Client(client.service_client, data_converter=DataConverter.default)
        async with Worker(client, task_queue="q", workflows=[Wachter]):
            greep = await client.start_workflow(Wachter.run, id="RA-3", task_queue="q")
            for onzin in (b"bytes", {"bedrag": "veel"}):
                with pytest.raises(WorkflowUpdateFailedError):
                    await vreemd.get_workflow_handle("RA-3").execute_update("geef", onzin)
            await greep.execute_update(Wachter.geef, POST)
            assert await asyncio.wait_for(greep.result(), 10) == POST


async def test_vergeten_doorgeven_stopt_de_worker() -> None:
    """A module that is not passed through stops the worker at its start, before any history is touched."""
    async with _tijdreisclient() as client:
        with pytest.raises(RuntimeError, match="Failed validating workflow Stout") as fout:
            Worker(client, task_queue="q", workflows=[Stout])
    assert "proefbijlage" in str(fout.value.__cause__)


async def test_server_weg_is_een_zin_en_duurt_niet_lang() -> None:
    """A server that is down is one Dutch sentence within the patience, also when something silent listens there."""
    with socket.create_server(("127.0.0.1", 0)) as stil:
        poort = stil.getsockname()[1]
        begin = time.monotonic()
        with pytest.raises(Onbereikbaar, match=f"127.0.0.1:{poort} geeft geen antwoord"):
            await verbind(_naar(poort), geduld=1.0)
        assert time.monotonic() - begin < 3
    with pytest.raises(Onbereikbaar):
        await verbind(_naar(poort))


async def test_verkeerd_certificaatpad_is_een_instelling(tmp_path: Path) -> None:
    """A certificate that is not there is a wrong setting, not a server that is down."""
    instellingen = Instellingen(temporal=Temporal(tls=Tls(ca=tmp_path / "weg.pem")))
    with pytest.raises(InstellingenFout, match=r"weg\.pem"):
        await verbind(instellingen)


def _naar(poort: int) -> Instellingen:
    return Instellingen(temporal=Temporal(adres=f"127.0.0.1:{poort}"))
