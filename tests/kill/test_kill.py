"""Worker and server are killed with SIGKILL, twenty times at random moments, while lives are led. Nothing is lost."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from bewijzen import Verleden
from omgeving import Huis, Leven, houd_vol, instellingen_in, met_post, ochtend, verschuiving, wacht_tot, zet_contacten
from processen import Proces, in_leven, python
from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.service import RPCError

from domain.opdracht import Opdracht
from domain.stand import Stand
from register import lezen
from register.keuring import controleer_grootboek, controleer_keten
from register.verbinding import open_register
from runtime.instellingen import Instellingen
from runtime.poorten import kies_poort
from runtime.postvanger import postvanger
from runtime.sleutels import lees_ondertekenaar
from runtime.temporal import Onbereikbaar, verbind
from workflows.staat import Start

pytestmark = pytest.mark.kill

ZAAD = int(os.environ.get("OPGAVE_KILL_ZAAD", "2026"))
KEER = int(os.environ.get("OPGAVE_KILL_KEER", "20"))
LEVENS = 4
LANG = 240.0
"""Seconds that a command or an end may take in a world where everything dies; mostly waiting for time-outs."""
DAG = date(2026, 9, 7)


@dataclass
class Stad:
    """The house, its processes, the lives in it, and what was acknowledged."""

    huis: Huis
    server: Proces
    workers: Sequence[Proces]
    levens: list[Leven] = field(default_factory=list)
    dobbel: random.Random = field(default_factory=lambda: random.Random(ZAAD))

    @property
    def gedood(self) -> int:
        return self.server.gedood + sum(w.gedood for w in self.workers)


@asynccontextmanager
async def stad(map_: Path) -> AsyncIterator[Stad]:
    """A server and two workers as processes, and a real mail server that stays up."""
    poort = kies_poort(0)
    async with postvanger(map_ / "post") as vanger:
        instellingen = met_post(instellingen_in(map_).met_adres(f"127.0.0.1:{poort}"), vanger.poort)
        lees_ondertekenaar(instellingen.ondertekensleutel, mag_maken=True)
        register = open_register(instellingen.database_verbinding)
        zet_contacten(register)
        server, *workers = _processen(instellingen, map_, poort, vanger.poort)
        try:
            async with in_leven(server, *workers):
                client = await _verbonden(instellingen)
                yield Stad(Huis(client, instellingen, register, map_ / "post"), server, workers)
        finally:
            register.sluit()


def _processen(instellingen: Instellingen, map_: Path, poort: int, mailpoort: int) -> list[Proces]:
    omgeving = {
        "OPGAVE_GEGEVENSMAP": str(map_),
        "OPGAVE_TEMPORAL__ADRES": instellingen.temporal.adres,
        "OPGAVE_SMTP__POORT": str(mailpoort),
        "OPGAVE_POST__VERZAMELMINUTEN": "0",
        "OPGAVE_POST__KANTOORUREN": "false",
        "OPGAVE_LOGBOEK__NIVEAU": "WARNING",
    }
    server = python(str(Path(__file__).with_name("serverproces.py")), str(map_), str(poort))
    return [
        Proces("server", server, omgeving, map_ / "server.log"),
        *(Proces(f"worker-{n}", python("worker.py"), omgeving, map_ / f"worker-{n}.log") for n in (1, 2)),
    ]


async def _verbonden(instellingen: Instellingen) -> Client:
    clients: list[Client] = []

    async def lukt() -> bool:
        try:
            clients.append(await verbind(instellingen))
        except Onbereikbaar:
            return False
        return await _is_gezond(clients[-1])

    await wacht_tot(lukt, "de server is er")
    return clients[-1]


async def _is_gezond(client: Client) -> bool:
    try:
        return await client.service_client.check_health(timeout=timedelta(seconds=2))
    except RPCError:
        return False


async def test_twintig_keer_gedood(tmp_path: Path) -> None:
    """No acknowledged command lost, no fact twice, no message twice under another Message-ID, and every life ends."""
    async with stad(tmp_path) as stad_:
        stop = asyncio.Event()
        levens = [asyncio.create_task(_leef(stad_, nummer, stop)) for nummer in range(LEVENS)]
        await _dood_telkens(stad_)
        stop.set()
        await asyncio.wait_for(asyncio.gather(*levens), LANG)
        assert stad_.gedood >= KEER
        tellingen = Counter[str](gedood=stad_.gedood)
        for leven in stad_.levens:
            tellingen += await _oordeel(stad_.huis, leven)
        tellingen += _oordeel_post(stad_.huis)
    print("\n" + ", ".join(f"{naam} {aantal}" for naam, aantal in tellingen.items()))


async def _dood_telkens(stad_: Stad) -> None:
    """Kill the worker, the server or both; after each round wait until one more command was acknowledged somewhere."""
    while stad_.gedood < KEER:
        slachtoffers = stad_.dobbel.choice(
            ([stad_.server], [stad_.workers[0]], [stad_.workers[1]], [*stad_.workers], [stad_.server, *stad_.workers])
        )
        for proces in slachtoffers:
            await proces.dood()
        await asyncio.sleep(stad_.dobbel.random() * 0.5)  # how long it stays away, not a wait for something
        for proces in slachtoffers:
            proces.mag_weer()
        await _gaat_verder(stad_)
        await asyncio.sleep(stad_.dobbel.random() * 0.8)  # a random moment in what follows


async def _gaat_verder(stad_: Stad) -> None:
    voor = sum(len(leven.bewijzen) for leven in stad_.levens)

    async def verder() -> bool:
        return sum(len(leven.bewijzen) for leven in stad_.levens) > voor

    await wacht_tot(verder, "een volgende opdracht is bevestigd", LANG)


async def _leef(stad_: Stad, nummer: int, stop: asyncio.Event) -> None:
    """Give commands, each under one id until it is acknowledged, until told to stop; then withdraw."""
    dobbel = random.Random(ZAAD + nummer)
    schuif = verschuiving(ochtend(DAG, 10 + 10 * nummer), await stad_.huis.nu())
    start = Start(opgave=f"KILL-{nummer}", verschuiving_s=schuif, vol_na=(0, 150)[nummer % 2])
    leven = Leven(stad_.huis.client, start, stad_.huis.task_queue, geduld=LANG)
    await houd_vol(leven.begin, LANG)
    stad_.levens.append(leven)
    await leven.open()
    await leven.geef("VoegPartnerToe", partner="gemeente-a", naam="Gemeente A", type="gemeente")
    while not stop.is_set():
        await leven.voer_uit(_opdracht(leven, dobbel))
        await asyncio.sleep(dobbel.random() * 0.3)  # people pause between commands
    await leven.geef("TrekIn", reden="Het leven is geleefd.")
    await wacht_tot(lambda: _is_klaar(leven), f"{leven.opgave} is ten einde", LANG)


def _opdracht(leven: Leven, dobbel: random.Random) -> Opdracht:
    wat = dobbel.choice(("noteer", "noteer", "afspraak", "vraag", "antwoord", "geweigerd"))
    match wat:
        case "afspraak":
            dag = dobbel.choice((DAG, date(2026, 9, 10), date(2026, 9, 21)))
            return leven.opdracht("MaakAfspraak", tekst="Bel", wie="gemeente-a", uiterlijk=dag)
        case "vraag":
            return leven.opdracht("VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?", termijn="3wd")
        case "antwoord":
            return leven.opdracht("BeantwoordVerzoek", verzoek=f"V{dobbel.randint(1, 9)}", antwoord="Ja.")
        case "geweigerd":
            return leven.opdracht("GaNaarFase", naar="F2")
    return leven.opdracht("Noteer", tekst="Gebeld.")


async def _is_klaar(leven: Leven) -> bool:
    try:
        beschrijving = await leven.handvat.describe(rpc_timeout=timedelta(seconds=5))
    except RPCError:
        return False
    return beschrijving.status is WorkflowExecutionStatus.COMPLETED


async def _oordeel(huis: Huis, leven: Leven) -> Counter[str]:
    """Hold the past of one life against what its caller was told and what the register holds."""
    verleden = Verleden(await leven.geschiedenissen())
    levend: Stand = await leven.stand()
    assert await verleden.fouten(levend, huis.feiten(leven)) == []
    assert lezen.stand(huis.register, leven.opgave) == levend
    assert {k: levend.bewijzen.get(k) for k in leven.bewijzen} == leven.bewijzen
    rijen = lezen.feiten(huis.register, leven.opgave)
    assert [rij.seq for rij in rijen] == list(range(1, levend.seq + 1))
    assert controleer_keten(levend.begin, rijen) == ()
    sleutel = lees_ondertekenaar(huis.instellingen.ondertekensleutel).publiek
    assert controleer_grootboek(lezen.grootboek(huis.register, leven.opgave), sleutel) == ()
    openingen = [rij for rij in rijen if rij.soort == "OpgaveGestart"]
    assert len(openingen) == 1
    van_de_tijd = sum(rij.soort in ("HerinneringVerstuurd", "TermijnVerstreken") for rij in rijen)
    return Counter(
        levens=1, runs=len(verleden.runs), bevestigd=len(leven.bewijzen), feiten=len(rijen), van_de_tijd=van_de_tijd
    )


def _oordeel_post(huis: Huis) -> Counter[str]:
    """Every message that the outbox counts as sent arrived; one that came twice is the same message.

    What was not sent is a reminder that an answer or a new last day overtook while the worker was dead. Such a one can
    have arrived all the same, when the kill came just before it was marked.
    """
    per_sleutel: dict[str, list[EmailMessage]] = {}
    for pad in huis.post.glob("*.eml"):
        bericht = message_from_bytes(pad.read_bytes(), policy=policy.default)
        for sleutel in str(bericht["X-Opgave-Sleutel"]).split():
            per_sleutel.setdefault(sleutel, []).append(bericht)
    for sleutel, berichten in per_sleutel.items():
        assert len({str(b["Message-ID"]) for b in berichten}) == 1, sleutel
    uitgaand = lezen.post(huis.register)
    verzonden = {p.sleutel for p in uitgaand if p.status == "verzonden"}
    achterhaald = {p.sleutel for p in uitgaand if (p.status, p.soort) == ("vervallen", "herinnering")}
    assert len(verzonden) + len(achterhaald) == len(uitgaand)
    assert verzonden <= per_sleutel.keys() <= verzonden | achterhaald
    dubbel = sum(len(berichten) - 1 for berichten in per_sleutel.values())
    return Counter(berichten=len(per_sleutel), nog_eens_bezorgd=dubbel)
