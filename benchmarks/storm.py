"""A storm: in many opgaven all partners are reminded on one morning. `python -m benchmarks.storm`, and in `make bench`.

Twice: once with a mail for every reminder, because every addressee is another, and once with a few partners that take
part in all opgaven and get all their reminders in one mail. The floor is an activity that only speaks SMTP, in the
same run, with as many mails of the same size to the same mail server. The lives stand ready as a run that goes on
finds them, and what went before stands in the register, so that only the morning itself is measured.
"""

import argparse
import asyncio
import json
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table
from sqlalchemy import insert, update
from temporalio.client import Client

from activities.gevolgen import voer_uit
from activities.grootboek import Grootboek
from benchmarks.opstelling import Arbeider, Opstelling, arbeider, cpu_s, opstelling
from benchmarks.stormlevens import PARTNERS, Leven, leef, partners
from benchmarks.stormvloer import NAAM as STORMVLOER
from benchmarks.stormvloer import Lading
from register.schrijven import verwerk
from register.tabellen import CONTACT, UITGAAND
from register.verbinding import open_register
from runtime.sleutels import lees_ondertekenaar
from workflows.namen import BEZORGING, BEZORGING_ID, OPGAVE_WORKFLOW, workflow_id
from workflows.staat import Start

TEGELIJK = 16
GEDEELD = 40
VERZAMELEN = 20.0
KIJK_ELKE = 0.5
KIJK_HOOGSTENS = 240
"""Seconds between two looks, and the number of looks after which what has not come is missing."""
PROEF = 5
"""Lives by which the time for the preparations is estimated."""


class TeVroeg(Exception):
    """The morning came before all stood ready."""


@dataclass(frozen=True)
class Soort:
    """One shape. `gedeeld`: how many partners all opgaven share, 0 for none; `verzamelen`: seconds of gathering."""

    naam: str
    gedeeld: int
    verzamelen: float


class Post(NamedTuple):
    """A message that the mail server took: the moment (seconds of the clock), its size and its keys."""

    op: float
    bytes: int
    sleutels: tuple[str, ...]


def lees(postlog: Path) -> list[Post]:
    """What the mail server took so far."""
    regels = (regel.split() for regel in postlog.read_text().splitlines())
    return [Post(float(op), int(grootte), tuple(sleutels)) for op, grootte, *sleutels in regels]


async def storm(soort: Soort, opgaven: int) -> dict[str, Any]:
    """Prepare, wait for the morning, and measure; again with more time when it came before all stood ready."""
    aanloop = _schat_aanloop(opgaven)
    while True:
        try:
            return await _storm(soort, opgaven, aanloop)
        except TeVroeg:
            aanloop *= 2


async def _storm(soort: Soort, opgaven: int, aanloop: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as map_:
        postlog = Path(map_) / "post.log"
        async with opstelling(Path(map_), postlog) as opstelling_:
            losbarsten = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=aanloop)
            async with arbeider(opstelling_, "storm", str(soort.verzamelen)) as arbeider_:
                levens = await asyncio.to_thread(bereid_voor, opstelling_, soort, opgaven, losbarsten)
                client = await opstelling_.client()
                await client.start_workflow(BEZORGING, id=BEZORGING_ID, task_queue="storm")
                await _start(client, levens)
                if time.time() > losbarsten.timestamp():
                    raise TeVroeg
                kosten = await _doorsta(opstelling_, arbeider_, losbarsten, opgaven * PARTNERS, postlog)
            post = lees(postlog)
            vloer_s = await _vloer(client, opstelling_, post)
    return {**cijfers(soort, opgaven, post, losbarsten, vloer_s), **kosten}


def _schat_aanloop(opgaven: int) -> float:
    """Seconds in which the lives stand ready: living them is about half of it, after some time for the processes."""
    begin = time.perf_counter()
    for nummer in range(PROEF):
        leef(f"PROEF-{nummer}", partners(nummer), datetime.now(UTC))
    return 5 + 2.2 * opgaven * (time.perf_counter() - begin) / PROEF


def bereid_voor(opstelling_: Opstelling, soort: Soort, opgaven: int, losbarsten: datetime) -> list[Leven]:
    """The lives up to the day before, in the register as well, with their letters sent."""
    wie = [partners(nummer, soort.gedeeld) for nummer in range(opgaven)]
    levens = [leef(f"STORM-{nummer:04d}", wie[nummer], losbarsten) for nummer in range(opgaven)]
    basis = opstelling_.basis
    grootboek = Grootboek(lees_ondertekenaar(basis.ondertekensleutel, mag_maken=True))
    register = open_register(basis.database_verbinding)
    with register.schrijf() as verbinding:
        verbinding.execute(insert(CONTACT), [_contact(partner) for partner in dict.fromkeys(chain(*wie))])
    for leven in levens:
        verwerk(register, leven.bundel, voer_uit, grootboek.teken_regel)
    with register.schrijf() as verbinding:
        verbinding.execute(update(UITGAAND).values(status="verzonden", verzonden_op=UITGAAND.c.aangemaakt_op))
    register.sluit()
    return levens


def _contact(partner: str) -> dict[str, str]:
    return {"functie": "partner", "organisatie": partner, "email": f"{partner}@example.org"}


async def _start(client: Client, levens: Sequence[Leven]) -> None:
    """As a run that continues the one before: with the whole state, and the timer still to be set."""
    poort = asyncio.Semaphore(TEGELIJK)

    async def een(leven: Leven) -> None:
        async with poort:
            klok = datetime.now(UTC).replace(microsecond=0)
            start = Start(**leven.stand.begin.model_dump(), stand=leven.stand, klok=klok)
            await client.start_workflow(OPGAVE_WORKFLOW, start, id=workflow_id(leven.stand.opgave), task_queue="storm")

    await asyncio.gather(*map(een, levens))


async def _doorsta(
    opstelling_: Opstelling, arbeider_: Arbeider, losbarsten: datetime, aantal: int, postlog: Path
) -> dict[str, Any]:
    """Wait until all has come; gives the processor time (seconds) that each process used for it.

    The worker is stopped as people stop it, so that what it had under way, also a mail too many, is seen as well.
    """
    await asyncio.sleep(losbarsten.timestamp() - time.time())
    processen = {
        "worker": arbeider_.proces.pid,
        "server": opstelling_.server_pid,
        "put": opstelling_.mailput.proces.pid,
    }
    voor = {naam: cpu_s(pid) for naam, pid in processen.items()}
    for _ in range(KIJK_HOOGSTENS):
        if sum(len(post.sleutels) for post in lees(postlog)) >= aantal:
            break
        await asyncio.sleep(KIJK_ELKE)
    kosten = {f"cpu_{naam}_s": round(cpu_s(pid) - voor[naam], 2) for naam, pid in processen.items()}
    gezegd = json.loads((await arbeider_.stop()).splitlines()[-1])
    return {**kosten, "cpu_register_s": round(gezegd["register"], 2)}


async def _vloer(client: Client, opstelling_: Opstelling, post: Sequence[Post]) -> float:
    """As many mails of the same size, over one connection; the seconds that it took."""
    lading = Lading(opstelling_.basis.smtp.poort, len(post), sum(p.bytes for p in post) // max(1, len(post)))
    async with arbeider(opstelling_, "vloer"):
        seconden: float = await client.execute_workflow(
            STORMVLOER, lading, id="stormvloer", task_queue="vloer", result_type=float
        )
    return seconden


def cijfers(soort: Soort, opgaven: int, post: Sequence[Post], losbarsten: datetime, vloer_s: float) -> dict[str, Any]:
    """What the mail server saw. Rates are per second; those of the engine from the first moment that mail may go."""
    aantal, keer = opgaven * PARTNERS, Counter(sleutel for p in post for sleutel in p.sleutels)
    duur = max((p.op for p in post), default=float("nan")) - losbarsten.timestamp()
    motor, vloer = len(post) / (duur - soort.verzamelen), len(post) / vloer_s
    return {
        "herinneringen": aantal,
        "mails": len(post),
        "bytes_per_mail": sum(p.bytes for p in post) // max(1, len(post)),
        "ontbreekt": aantal - len(keer),
        "dubbel": sum(keer.values()) - len(keer),
        "verzamelen_s": soort.verzamelen,
        "eerste_tot_laatste_s": round(duur, 1),
        "mails_per_s": round(motor, 1),
        "herinneringen_per_s": round(aantal / (duur - soort.verzamelen), 1),
        "vloer_mails_per_s": round(vloer, 1),
        "verhouding": round(motor / vloer, 3),
    }


def soorten(gedeeld: int, verzamelen: float) -> tuple[Soort, Soort]:
    """A mail for each reminder, and a mail for each addressee."""
    return Soort("elk een mail", 0, 0.0), Soort("gebundeld", gedeeld, verzamelen)


async def meet(opgaven: int, gedeeld: int = GEDEELD, verzamelen: float = VERZAMELEN) -> dict[str, Any]:
    """Both storms, by name."""
    return {soort.naam: await storm(soort, opgaven) for soort in soorten(gedeeld, verzamelen)}


def toon(gemeten: dict[str, Any], opgaven: int) -> None:
    """Print the table."""
    tabel = Table(title=f"Een storm: {opgaven} opgaven met elk {PARTNERS} partners, alle herinneringen op een ochtend")
    for kop in ("", *gemeten):
        tabel.add_column(kop, justify="left" if not kop else "right")
    for regel in next(iter(gemeten.values())):
        tabel.add_row(regel, *(str(kolom[regel]) for kolom in gemeten.values()))
    Console().print(tabel)


def hoofd() -> None:
    """Read the options and measure."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--opgaven", type=int, default=300)
    lezer.add_argument(
        "--gedeeld", type=int, default=GEDEELD, help="partners that all opgaven share in the second storm"
    )
    lezer.add_argument("--verzamelen", type=float, default=VERZAMELEN, help="seconds of gathering for those")
    keuze = lezer.parse_args()
    gemeten = asyncio.run(meet(keuze.opgaven, keuze.gedeeld, keuze.verzamelen))
    toon(gemeten, keuze.opgaven)
    print(json.dumps(gemeten))


if __name__ == "__main__":
    hoofd()
