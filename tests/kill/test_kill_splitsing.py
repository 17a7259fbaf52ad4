"""The workers are killed with SIGKILL between a split and its arrival, and then the messenger in the middle of a round.

One new opgave, everything in it once. What the workers left is carried from here: the server notices that the worker
that carried is dead after a minute and a half, which is longer than this test needs to see.
"""

from collections import Counter
from pathlib import Path

import pytest
from bewijzen import Verleden
from omgeving import Leven, houd_vol, wacht_tot
from processen import Proces, in_leven, python
from temporalio.api.enums.v1 import PendingActivityState
from temporalio.service import RPCError
from test_kill import LANG, Stad, stad

from activities.bode import Bode
from domain.feit import Feit
from domain.opdracht import Opdracht
from domain.regels.splitsing_verdeling import te_verdelen
from register import lezen, overbrengen
from register.overbrengrij import EERSTE, Overbrenging
from workflows.namen import BEZORGING_ID
from workflows.staat import Start

pytestmark = pytest.mark.kill

GEVER, NIEUW = "KILL-S1", "KILL-S2"


async def test_een_splitsing_komt_heel_aan_al_sterven_de_workers_en_dan_de_bode(tmp_path: Path) -> None:
    """What was acknowledged arrives, and is confirmed on both sides; given again it is still done once."""
    async with stad(tmp_path) as stad_:
        await _zonder_ronden(stad_)
        leven = await _begin(stad_)
        splits = await _splits(leven)
        bewijs = await leven.voer_uit(splits)
        assert not bewijs.geweigerd, bewijs
        await wacht_tot(lambda: _rust(stad_, leven), "de splitsing staat in het register", LANG)
        await _herstart(stad_)
        assert not _feiten(stad_, NIEUW), "nothing had arrived when the workers died"
        assert await leven.voer_uit(splits) == bewijs
        await _sterft_halverwege(stad_, tmp_path / "bode.log")
        await _draag_tot_bevestigd(stad_, leven)
        await _oordeel(stad_, leven)


async def _zonder_ronden(stad_: Stad) -> None:
    """Kill the worker that makes the rounds of delivery, so that the split is not carried before the workers die."""
    bezorging = stad_.huis.client.get_workflow_handle(BEZORGING_ID)

    async def loopt() -> bool:
        try:
            bezig = (await bezorging.describe()).raw_description.pending_activities
        except RPCError:
            return False
        return any(a.state == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED for a in bezig)

    await wacht_tot(loopt, "de bezorging loopt", LANG)
    await _herstart(stad_)


async def _herstart(stad_: Stad) -> None:
    """Kill all workers, and let one come back."""
    for worker in stad_.workers:
        await worker.dood()
    stad_.workers[0].mag_weer()


async def _rust(stad_: Stad, leven: Leven) -> bool:
    """Everything is in the register, and no worker holds anything of this life: that would be missed for long."""
    beschrijving = (await leven.handvat.describe()).raw_description
    bij = lezen.tot_seq(stad_.huis.register, GEVER) == (await leven.stand()).seq
    return bij and not beschrijving.pending_activities


async def _begin(stad_: Stad) -> Leven:
    leven = Leven(stad_.huis.client, Start(opgave=GEVER, reglement="r2026_4"), stad_.huis.task_queue, geduld=LANG)
    await houd_vol(leven.begin, LANG)
    await leven.open()
    await leven.geef("VoegPartnerToe", partner="gemeente-a", naam="Gemeente A", type="gemeente")
    await leven.geef("VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?")
    await leven.geef("BoekGeld", geldsoort="krediet", bedrag=100_00, bron="provincie", referentie="K1")
    await leven.geef("LegLesVast", titel="Vraag vroeg")
    return leven


async def _splits(leven: Leven) -> Opdracht:
    """Everything goes along that may."""
    verdeling = [
        {"soort": d.soort, "id": d.id, "waarheen": "gaat_mee" if "gaat_mee" in d.mag else "blijft"}
        for d in te_verdelen(await leven.stand())
    ]
    return leven.opdracht("Splits", nieuw=NIEUW, titel="Oost", reden="te groot", verdeling=verdeling)


def _feiten(stad_: Stad, opgave: str) -> list[Feit]:
    return [rij.feit for rij in lezen.feiten(stad_.huis.register, opgave)]


async def _sterft_halverwege(stad_: Stad, logboek: Path) -> None:
    """A messenger is killed after the new opgave answered that it began, and before that was written down."""
    bode = Proces("bode", python(str(Path(__file__).with_name("bodeproces.py"))), stad_.workers[0].omgeving, logboek)

    async def gezegd() -> bool:
        begonnen = any(feit.inhoud.soort == "OpgaveGestart" for feit in _feiten(stad_, NIEUW))
        return begonnen and _start(stad_).sleutel in logboek.read_text()

    async with in_leven(bode):
        await wacht_tot(gezegd, "de nieuwe opgave is begonnen", LANG)
        await bode.dood()
    assert (_start(stad_).status, _start(stad_).pogingen) == ("klaar", 1)


def _start(stad_: Stad) -> Overbrenging:
    """The row that begins the new opgave."""
    return next(rij for rij in overbrengen.rijen(stad_.huis.register, GEVER) if rij.soort == EERSTE)


async def _draag_tot_bevestigd(stad_: Stad, leven: Leven) -> None:
    bode = Bode(stad_.huis.register, lambda: stad_.huis.client, stad_.huis.task_queue)

    async def bevestigd() -> bool:
        await bode.ronde()
        return any(link.aangekomen for link in (await leven.stand()).afstamming)

    await wacht_tot(bevestigd, "de aankomst is bevestigd", LANG)


async def _oordeel(stad_: Stad, leven: Leven) -> None:
    """One beginning and one arrival there, one confirmation here; and one past of the giver, however it is read."""
    nieuw = Counter[str](feit.inhoud.soort for feit in _feiten(stad_, NIEUW))
    eens = ("OpgaveGestart", "DelenOntvangen", "PartnerToegetreden", "VerzoekGedaan", "GeldGeboekt", "LesVastgelegd")
    assert {soort: nieuw[soort] for soort in eens} == dict.fromkeys(eens, 1)
    assert nieuw["OpdrachtGeweigerd"] == 0, "a command that is given again is the same command"
    stand = await stad_.huis.bijgewerkt(leven)
    gever = Counter[str](feit.inhoud.soort for feit in _feiten(stad_, GEVER))
    assert (gever["OpgaveGesplitst"], gever["AankomstBevestigd"]) == (1, 1)
    ontvangen = next(f for f in _feiten(stad_, NIEUW) if f.inhoud.soort == "DelenOntvangen")
    assert stand.afstamming[0].aangekomen == ontvangen.seq
    gedragen = [rij for rij in overbrengen.rijen(stad_.huis.register) if rij.soort != "BiedLessenAan"]
    assert {rij.status for rij in gedragen} == {"gedaan"}
    assert _start(stad_).pogingen > 1, "it was taken again after the messenger died"
    assert await Verleden(await leven.geschiedenissen()).fouten(stand, stad_.huis.feiten(leven)) == []
