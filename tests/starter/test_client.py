"""The gateway against real servers: receipts, repeats, what is unknown, what is over, who does not answer."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "workflows"))

from omgeving import Huis, reishuis

from domain.basis import Afzender
from domain.opdracht import Opdracht
from domain.reglement.register import nieuwste
from domain.stand import Begin, Stand
from register import lezen
from runtime.instellingen import Instellingen, Temporal
from runtime.temporal import Onbereikbaar
from starter.client import OnbekendeOpgave, OpgaveGesloten, Opgaven
from starter.invoer import maak_opdracht

MANAGER = Afzender(functie="opgavemanager", subject="os-1", zekerheid="os-gebruiker")
BEGIN = Begin(opgave="FL-2026-01", reglement=nieuwste().code)
START = {"soort": "StartOpgave", "titel": "Warmte", "thema": "energie", "initiatief": {"door": "gemeente Urk"}}


def opdracht(**inhoud: Any) -> Opdracht:
    return maak_opdracht(inhoud, MANAGER)


@asynccontextmanager
async def poort(huis: Huis, **overig: Any) -> AsyncIterator[Opgaven]:
    yield Opgaven.met_client(
        huis.client, huis.task_queue, terugval=lambda opgave: lezen.stand(huis.register, opgave), **overig
    )


async def test_een_leven_door_de_poort(tmp_path: Path) -> None:
    """Start, repeat, command, refusal, state, end: each with its receipt, and a repeat changes nothing."""
    async with reishuis(tmp_path) as huis, poort(huis) as opgaven:
        begin = opdracht(**START)
        bewijs = await opgaven.start(BEGIN, begin)
        assert (bewijs.geweigerd, bewijs.feiten[0]) == (False, "OpgaveGestart")
        assert await opgaven.start(BEGIN, begin) == bewijs
        assert (await opgaven.start(BEGIN, opdracht(**START))).reden.endswith("bestaat al.")
        noteer = opdracht(soort="Noteer", tekst="belt terug")
        een, twee = await asyncio.gather(*(opgaven.geef("FL-2026-01", noteer) for _ in range(2)))
        assert een == twee
        nee = await opgaven.geef("FL-2026-01", opdracht(soort="GaNaarFase", naar="F2"))
        assert nee.geweigerd
        assert nee.ontbreekt
        stand = await opgaven.stand("FL-2026-01")
        assert isinstance(stand, Stand)
        assert list(stand.notities) == ["N1"]
        with pytest.raises(OnbekendeOpgave, match="FL-2030-09"):
            await opgaven.geef("FL-2030-09", noteer)
        with pytest.raises(OnbekendeOpgave):
            await opgaven.stand("FL-2030-09")
        omschrijving = await huis.client.get_workflow_handle("opgave:FL-2026-01").describe()
        assert await omschrijving.static_summary() == "Warmte (energie)"
        await _na_afloop(opgaven, huis, noteer)


async def _na_afloop(opgaven: Opgaven, huis: Huis, noteer: Opdracht) -> None:
    """Over is over: nothing can be added or begun again, but old receipts and the state remain."""
    einde = await opgaven.geef("FL-2026-01", opdracht(soort="TrekIn", reden="Geen steun."))
    assert not einde.geweigerd
    await asyncio.wait_for(huis.client.get_workflow_handle("opgave:FL-2026-01").result(), 20)
    assert (await opgaven.stand("FL-2026-01")).leven.toestand == "ingetrokken"
    assert (await opgaven.geef("FL-2026-01", noteer)).feiten == ("Genoteerd",)
    with pytest.raises(OpgaveGesloten):
        await opgaven.geef("FL-2026-01", opdracht(soort="Noteer", tekst="te laat"))
    with pytest.raises(OpgaveGesloten):
        await opgaven.start(BEGIN, opdracht(**START))
    kaal = Opgaven.met_client(huis.client, huis.task_queue)
    assert (await kaal.stand("FL-2026-01")).leven.toestand == "ingetrokken"


async def test_niemand_thuis() -> None:
    """No server: a clear message within the bound, and the register's state where there is one."""
    weg = Instellingen(temporal=Temporal(adres="127.0.0.1:9"))
    bewaard = Stand(begin=BEGIN, reglement=BEGIN.reglement, kop="0" * 64)
    gehoord: list[str] = []
    opgaven = Opgaven.van(weg, terugval={"FL-2026-01": bewaard}.get, meld=gehoord.append, geduld=2)
    begonnen = time.monotonic()
    assert await opgaven.stand("FL-2026-01") == bewaard
    assert "stand uit het register" in gehoord[0]
    with pytest.raises(Onbereikbaar, match="geen antwoord"):
        await opgaven.stand("FL-2030-09")
    with pytest.raises(Onbereikbaar):
        await opgaven.geef("FL-2026-01", opdracht(soort="Noteer", tekst="x"))
    assert time.monotonic() - begonnen < 20
