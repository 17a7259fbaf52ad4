"""The embedded server, for real: what it remembers, where it listens, and that it goes when we go."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import psutil
import pytest
from proefopzet import ZOEKATTRIBUTEN, proefinstellingen
from temporalio.api.enums.v1 import IndexedValueType
from temporalio.client import Client
from temporalio.common import SearchAttributeKey, SearchAttributePair, TypedSearchAttributes

from runtime import inrichting
from runtime.instelfout import InstellingenFout
from runtime.instellingen import Instellingen, Temporal
from runtime.poorten import PoortBezet
from runtime.programma import ServerFout, zoek_programma
from runtime.server import LOGBESTAND, SLOTBESTAND, ingebouwde_server, tijdreisserver
from runtime.slot import slot
from runtime.temporal import verbind

WORTEL = Path(__file__).parents[2]
EXTRA = {"ProefErbij": IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD}
FASE = SearchAttributeKey.for_keyword("ProefFase")
ERBIJ = SearchAttributeKey.for_keyword("ProefErbij")
OUDER = """
import asyncio, sys
from pathlib import Path
from runtime.instellingen import Instellingen, Temporal
from runtime.server import ingebouwde_server
from runtime.stoppen import tot_signaal

async def hoofd():
    inst = Instellingen(gegevensmap=Path(sys.argv[1]), temporal=Temporal(adres="127.0.0.1:0", ui=False))
    async with tot_signaal() as stop, ingebouwde_server(inst, {}) as adres:
        print(adres.pid, flush=True)
        await stop.wait()
        print("server leeft" if adres.proces.returncode is None else "server weg", flush=True)

asyncio.run(hoofd())
"""


async def test_geheugen_en_zoekattributen_overleven_herstart(tmp_path: Path) -> None:
    """Retention and search attributes hold on the running server; a restart keeps them, and what was started."""
    async with _client(tmp_path, ZOEKATTRIBUTEN) as client:
        assert await inrichting.bewaardagen(client) == 7300
        assert await inrichting.zoekattributen(client) == ZOEKATTRIBUTEN
        await _start_leven(client, FASE)
    async with _client(tmp_path, ZOEKATTRIBUTEN | EXTRA) as client:
        assert await inrichting.bewaardagen(client) == 7300
        assert await inrichting.zoekattributen(client) == ZOEKATTRIBUTEN | EXTRA
        await _start_leven(client, ERBIJ)
        assert [leven.id async for leven in client.list_workflows("ProefFase='F1'")] == ["ProefFase"]


@asynccontextmanager
async def _client(map_: Path, attributen: inrichting.Zoekattributen) -> AsyncIterator[Client]:
    instellingen = proefinstellingen(map_)
    async with ingebouwde_server(instellingen, attributen) as adres:
        yield await verbind(instellingen.met_adres(adres.grpc))


async def _start_leven(client: Client, sleutel: SearchAttributeKey[str]) -> None:
    waarde = TypedSearchAttributes([SearchAttributePair(sleutel, "F1")])
    await client.start_workflow("X", id=sleutel.name, task_queue="q", search_attributes=waarde)


async def test_alles_op_loopback(tmp_path: Path) -> None:
    """Every port of the server, the web interface included, listens on 127.0.0.1 only."""
    temporal = Temporal(adres="127.0.0.1:0", ui=True, ui_poort=0)
    async with ingebouwde_server(Instellingen(gegevensmap=tmp_path, temporal=temporal), {}) as adres:
        luisteraars = [v.laddr for v in psutil.Process(adres.pid).net_connections() if v.status == "LISTEN"]
    assert {str(luisteraar.ip) for luisteraar in luisteraars} == {"127.0.0.1"}
    assert adres.ui is not None
    verwacht = {int(waar.rpartition(":")[2]) for waar in (adres.grpc, adres.ui)}
    assert verwacht <= {luisteraar.port for luisteraar in luisteraars}


async def test_een_server_per_map(tmp_path: Path) -> None:
    """A second server on the same data folder is refused: two would destroy the file."""
    async with ingebouwde_server(proefinstellingen(tmp_path), {}):
        with pytest.raises(ServerFout, match="al in gebruik door een andere opgavenmotor"):
            async with slot(tmp_path / SLOTBESTAND, geduld=0.3):
                pass
    async with slot(tmp_path / SLOTBESTAND, geduld=0.3):
        pass


async def test_poort_in_gebruik_is_een_zin(tmp_path: Path) -> None:
    """A port that is taken is said in Dutch before anything starts."""
    async with ingebouwde_server(proefinstellingen(tmp_path / "a"), {}) as adres:
        anders = proefinstellingen(tmp_path / "b").met_adres(adres.grpc)
        with pytest.raises(PoortBezet, match="is al in gebruik"):
            async with ingebouwde_server(anders, {}):
                pass


async def test_server_die_niet_start_zegt_waar_het_staat(tmp_path: Path) -> None:
    """A server that stops at its start is reported at once, with the file that says why."""
    instellingen = proefinstellingen(tmp_path)
    (tmp_path / "temporal.db").mkdir()
    with pytest.raises(ServerFout, match=LOGBESTAND):
        async with ingebouwde_server(instellingen, {}):
            pass


async def test_een_server_die_zijn_poort_verliest_begint_opnieuw(tmp_path: Path) -> None:
    """The server chooses some ports itself and can lose one to another program; the second time it starts."""
    instellingen = _met_botsingen(tmp_path, 1)
    async with ingebouwde_server(instellingen, {}) as adres:
        assert await (await verbind(instellingen.met_adres(adres.grpc))).service_client.check_health()
    assert (tmp_path / "keren").read_text() == "xx"


async def test_een_server_die_telkens_zijn_poort_verliest_houdt_op(tmp_path: Path) -> None:
    """Three times is enough; then a person is told where to look."""
    with pytest.raises(ServerFout, match=LOGBESTAND):
        async with ingebouwde_server(_met_botsingen(tmp_path, 9), {}):
            pass
    assert (tmp_path / "keren").read_text() == "xxx"


def _met_botsingen(map_: Path, keren: int) -> Instellingen:
    """Settings whose server is the real one, but for the first so many times that it finds a port taken."""
    teller, programma = map_ / "keren", map_ / "botsend-temporal"
    programma.write_text(
        "#!/bin/sh\n"
        f'printf x >> "{teller}"\n'
        f'[ $(wc -c < "{teller}") -le {keren} ] && echo "listen tcp: bind: address already in use" && exit 1\n'
        f'exec "{zoek_programma("temporal")}" "$@"\n'
    )
    programma.chmod(0o755)
    return Instellingen(
        gegevensmap=map_ / "gegevens", temporal=Temporal(adres="127.0.0.1:0", ui=False, binary=programma)
    )


async def test_server_die_valt_is_te_merken(tmp_path: Path) -> None:
    """Whoever runs the server hears when it stops by itself; nothing restarts it behind their back."""
    async with ingebouwde_server(proefinstellingen(tmp_path), {}) as adres:
        os.kill(adres.pid, signal.SIGKILL)
        assert await asyncio.wait_for(adres.tot_einde(), 5) == -signal.SIGKILL


async def test_ander_soort_zoekattribuut_wordt_geweigerd(tmp_path: Path) -> None:
    """An attribute that exists with another type stops the start, instead of failing every workflow later."""
    async with _client(tmp_path, EXTRA) as client:
        await inrichting.registreer_zoekattributen(client, EXTRA)
        anders = {"ProefErbij": IndexedValueType.INDEXED_VALUE_TYPE_INT}
        with pytest.raises(ServerFout, match="ProefErbij bestaat al"):
            await inrichting.registreer_zoekattributen(client, anders)


def test_namen_worden_zoekattributen() -> None:
    """The typed keys of the workflows are what gets registered, kind included."""
    termijn = SearchAttributeKey.for_datetime("ProefTermijn")
    assert inrichting.per_naam([FASE, termijn]) == ZOEKATTRIBUTEN


def _start_ouder(map_: Path) -> tuple[subprocess.Popen[str], int]:
    opdracht = [sys.executable, "-c", OUDER, str(map_)]
    ouder = subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True, cwd=WORTEL, process_group=0)
    assert ouder.stdout is not None
    return ouder, int(ouder.stdout.readline())


def _verdwijnt(pid: int, seconden: float = 5.0) -> bool:
    grens = time.monotonic() + seconden
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        if time.monotonic() > grens:
            return False
        time.sleep(0.05)
    return True


def test_ctrl_c_stopt_de_server_als_laatste(tmp_path: Path) -> None:
    """Ctrl-C for the whole group: the server is still there while we finish, and is gone when we are."""
    ouder, server = _start_ouder(tmp_path)
    os.killpg(ouder.pid, signal.SIGINT)
    assert ouder.communicate(timeout=20)[0] == "server leeft\n"
    assert ouder.returncode == 0
    assert _verdwijnt(server)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_gedode_ouder_laat_geen_server_achter(tmp_path: Path) -> None:
    """A parent killed with SIGKILL leaves no server behind, and the next one can start at once."""
    ouder, server = _start_ouder(tmp_path)
    ouder.kill()
    ouder.communicate(timeout=10)
    assert _verdwijnt(server)
    weer, server = _start_ouder(tmp_path)
    weer.terminate()
    weer.communicate(timeout=20)
    assert weer.returncode == 0
    assert _verdwijnt(server)


async def test_tijdreisserver_slaat_een_jaar_over() -> None:
    """The time-skipping server knows our attributes and jumps a year in no time."""
    async with tijdreisserver(ZOEKATTRIBUTEN) as omgeving:
        begin = await omgeving.get_current_time()
        await omgeving.sleep(timedelta(days=365))
        assert await omgeving.get_current_time() - begin >= timedelta(days=365)
        waarde = TypedSearchAttributes([SearchAttributePair(FASE, "F1")])
        await omgeving.client.start_workflow("X", id="x", task_queue="q", search_attributes=waarde)


def test_programma_uit_de_instellingen_gaat_voor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """First the one named in the settings, then PATH, then beside our own Python."""
    beste, pad = tmp_path / "beste", tmp_path / "map" / "temporal"
    pad.parent.mkdir()
    for bestand in (beste, pad):
        bestand.write_text("#!/bin/sh\n")
        bestand.chmod(0o755)
    monkeypatch.setenv("PATH", str(pad.parent))
    assert zoek_programma("temporal", beste) == beste
    assert zoek_programma("temporal") == pad
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    assert zoek_programma("temporal").parent == Path(sys.executable).parent


def test_programma_dat_er_niet_is(tmp_path: Path) -> None:
    """A wrong path in the settings and a program that is nowhere are each a sentence."""
    for genoemd in (tmp_path / "weg", tmp_path):
        with pytest.raises(InstellingenFout, match="uit de instellingen"):
            zoek_programma("temporal", genoemd)
    with pytest.raises(ServerFout, match="'bestaatniet' is niet gevonden"):
        zoek_programma("bestaatniet")
