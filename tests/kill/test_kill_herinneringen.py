"""The workers are killed with SIGKILL between reminders, and lie dead while one comes due. Each goes out once."""

import asyncio
from collections import Counter
from datetime import date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from bewijzen import Verleden
from omgeving import Leven, houd_vol, ochtend, verschuiving, wacht_tot
from test_kill import LANG, Stad, stad

from domain.feit import Feit
from domain.kalender import lokaal
from register import lezen
from workflows.staat import Start

pytestmark = pytest.mark.kill

MAANDAG = date(2026, 9, 7)
EERSTE, TUSSEN = 20, 10
"""Real seconds until it is nine o'clock in the first life, and from there to nine o'clock in the next."""
NEGEN_UUR = ["T AF2/T17 gemeente-a", "T-10 AF3/T17 gemeente-a", "T-3 V1/T17 gemeente-a"]
"""Today, in two weeks (ten working days) and on Thursday (three): all three are due at nine this morning."""


async def test_elke_herinnering_gaat_een_keer_al_wordt_de_worker_ertussen_gedood(tmp_path: Path) -> None:
    """Three lives with their own nine o'clock: one before a kill, one after it, one while every worker is dead."""
    async with stad(tmp_path) as stad_:
        nu = await stad_.huis.nu()
        negen = [nu + timedelta(seconds=EERSTE + TUSSEN * nummer) for nummer in range(3)]
        levens = [await _begin(stad_, f"KILL-H{nummer}", moment) for nummer, moment in enumerate(negen)]
        await wacht_tot(lambda: _verstuurd(stad_, levens[0]), "de herinneringen van het eerste leven", LANG)
        await _dood(stad_)
        _mag_weer(stad_)
        await wacht_tot(lambda: _verstuurd(stad_, levens[1]), "de herinneringen van het tweede leven", LANG)
        await _dood(stad_)
        await asyncio.sleep(max(0.0, (negen[2] - await stad_.huis.nu()).total_seconds()) + 1)  # past nine, all dead
        assert not await _verstuurd(stad_, levens[2])
        _mag_weer(stad_)
        await wacht_tot(lambda: _verstuurd(stad_, levens[2]), "de herinneringen van het derde leven", LANG)
        for leven in levens:
            await _oordeel(stad_, leven)
        _elk_bericht_een_keer(stad_)


async def _begin(stad_: Stad, opgave: str, negen: datetime) -> Leven:
    """A life in which it is nine o'clock at this moment."""
    start = Start(opgave=opgave, reglement="r2026_3", verschuiving_s=verschuiving(ochtend(MAANDAG), negen))
    leven = Leven(stad_.huis.client, start, stad_.huis.task_queue, geduld=LANG)
    await houd_vol(leven.begin, LANG)
    await leven.open()
    await leven.geef("RondAfspraakAf", afspraak="ontvangstbevestiging", resultaat="Verstuurd.")
    await leven.geef("VoegPartnerToe", partner="gemeente-a", naam="Gemeente A", type="gemeente")
    await leven.geef("VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?", termijn="3wd")
    for dag in (MAANDAG, date(2026, 9, 21)):
        await leven.geef("MaakAfspraak", tekst="Bel", wie="gemeente-a", uiterlijk=dag)
    return leven


async def _dood(stad_: Stad) -> None:
    for worker in stad_.workers:
        await worker.dood()


def _mag_weer(stad_: Stad) -> None:
    for worker in stad_.workers:
        worker.mag_weer()


def _herinneringen(stad_: Stad, leven: Leven) -> list[Feit]:
    return [f for f in stad_.huis.feiten(leven) if f.inhoud.soort == "HerinneringVerstuurd"]


async def _verstuurd(stad_: Stad, leven: Leven) -> bool:
    """Whether its reminders are recorded and all its mail is out of the door."""
    statussen = {rij.status for rij in lezen.post(stad_.huis.register, leven.opgave)}
    return bool(_herinneringen(stad_, leven)) and statussen == {"verzonden"}


async def _oordeel(stad_: Stad, leven: Leven) -> None:
    """The reminders of nine o'clock, all and once, at nine or soon after; and one past, however it is read."""
    gestuurd = _herinneringen(stad_, leven)
    assert sorted(f"{f.inhoud.trede} {f.inhoud.termijn} {f.inhoud.aan}" for f in gestuurd) == NEGEN_UUR  # type: ignore[union-attr]
    assert {(lokaal(f.vastgelegd_op).date(), lokaal(f.vastgelegd_op).hour) for f in gestuurd} == {(MAANDAG, 9)}
    verleden = Verleden(await leven.geschiedenissen())
    assert await verleden.fouten(await leven.stand(), stad_.huis.feiten(leven)) == []


def _elk_bericht_een_keer(stad_: Stad) -> None:
    """Nothing was under way when the workers died, so nothing came twice."""
    paden = stad_.huis.post.glob("*.eml")
    mails: list[EmailMessage] = [message_from_bytes(pad.read_bytes(), policy=policy.default) for pad in paden]
    bezorgd = Counter(sleutel for mail in mails for sleutel in str(mail["X-Opgave-Sleutel"]).split())
    assert bezorgd == Counter(rij.sleutel for rij in lezen.post(stad_.huis.register))
    assert len({str(mail["Message-ID"]) for mail in mails}) == len(mails)
    assert stad_.gedood == 4
