"""The workflow of one opgave on a server that skips time, with the real activities, register and mail."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from bewijzen import Verleden
from omgeving import OPENING, Huis, Leven, dorp, middernacht, ochtend, reishuis, wacht_tot
from sqlalchemy import update
from temporalio.api.sdk.v1 import WorkflowMetadata
from temporalio.client import WithStartWorkflowOperation, WorkflowExecutionStatus
from temporalio.common import WorkflowIDConflictPolicy

from domain.feit import Bewijs, Feit
from register import lezen
from register.tabellen import OPGAVE
from runtime.poorten import kies_poort
from runtime.postvanger import postvanger
from worker import worker
from workflows.namen import (
    OPGAVE_WORKFLOW,
    VOER_UIT,
    ZA_AAN_ZET,
    ZA_FASE,
    ZA_THEMA,
    ZA_TOESTAND,
    ZA_UITERLIJK,
    workflow_id,
)
from workflows.staat import Start

MAANDAG = date(2026, 9, 7)
ALLE_POORTEN = {"passeer": ["F1/S1-31"], "reden": "De toets volgt in fase F2."}


@pytest.fixture
async def huis(tmp_path: Path) -> AsyncIterator[Huis]:
    """A server of its own: its clock is shared by everything that runs on it."""
    async with reishuis(tmp_path) as huis:
        yield huis


@pytest.fixture
async def leven(huis: Huis) -> Leven:
    """An opgave that started on a Monday morning in September, with one partner."""
    leven = await huis.leven("FL-2026-01", op_tijd=ochtend(MAANDAG, -3600))
    await leven.open()
    await leven.geef("VoegPartnerToe", partner="gemeente-a", naam="Gemeente A", type="gemeente")
    return leven


async def zonder_tegenspraak(huis: Huis, leven: Leven) -> None:
    """Replay, fold, receipts, live state and register agree."""
    stand = await huis.bijgewerkt(leven)
    verleden = Verleden(await leven.geschiedenissen())
    assert await verleden.fouten(stand, huis.feiten(leven)) == []


def ladder(feiten: list[Feit], termijn: str) -> list[tuple[str, str, str]]:
    """What time said about a term: the local moment, the rung and to whom."""
    zei = [f for f in feiten if f.inhoud.soort in ("HerinneringVerstuurd", "TermijnVerstreken")]
    return [
        (f"{f.vastgelegd_op:%m-%d %H:%M}", getattr(f.inhoud, "trede", "einde"), getattr(f.inhoud, "aan", ""))
        for f in zei
        if getattr(f.inhoud, "termijn", "") == termijn
    ]


async def test_herinneringen_gaan_op_tijd_tot_een_laat_antwoord(huis: Huis, leven: Leven) -> None:
    """Every rung of the ladder fires at its own moment, then the term lapses; a late answer silences the rest."""
    await leven.geef("VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?", termijn="20wd")
    await huis.slaap_tot(leven, ochtend(date(2026, 10, 13)))
    antwoord = await leven.geef("BeantwoordVerzoek", verzoek="V1", antwoord="Ja, wij doen mee.")
    await huis.slaap_tot(leven, ochtend(date(2026, 11, 30)))
    assert ladder(huis.feiten(leven), "V1/T17") == [
        ("09-21 07:00", "T-10", "gemeente-a"),
        ("09-30 07:00", "T-3", "gemeente-a"),
        ("10-05 07:00", "T", "gemeente-a"),
        ("10-05 22:00", "einde", ""),
        ("10-07 07:00", "T+2", "gemeente-a"),
        ("10-07 07:00", "T+2", "opgavemanager"),
        ("10-12 07:00", "T+5", "ambtelijk_opdrachtgever"),
        ("10-12 07:00", "T+5", "gemeente-a"),
    ]
    assert antwoord.feiten == ("VerzoekBeantwoord", "TermijnGehaald")
    assert (await leven.stand()).termijnen["V1/T17"].status == "te_laat"
    await zonder_tegenspraak(huis, leven)


async def test_elke_herinnering_wordt_een_keer_gemaild(huis: Huis, leven: Leven) -> None:
    """Each reminder reaches its function once, in order, and carries the receipt of its own fact."""
    await leven.geef("VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?", termijn="20wd")
    await huis.slaap_tot(leven, ochtend(date(2026, 11, 30)))
    post = [b for b in huis.berichten() if "Herinnering" in b["Subject"] and "Doet u mee" in b["Subject"]]
    treden = ["T-10", "T-3", "T", "T+2", "T+2", "T+5", "T+5", "T+10", "T+15"]
    feiten = {f.seq: f for f in huis.feiten(leven)}
    van = [feiten[int(str(b["X-Opgave-Sleutel"]).split(":")[1])] for b in post]
    assert [f.inhoud.trede for f in van] == treden
    sleutels = [sleutel for b in huis.berichten() for sleutel in str(b["X-Opgave-Sleutel"]).split()]
    assert len(set(sleutels)) == len(sleutels)
    for bericht, feit in zip(post, van, strict=True):
        assert feit.hash in bericht.get_body(("plain",)).get_content()


async def test_een_opdracht_twee_keer_is_een_keer_gedaan(huis: Huis, leven: Leven) -> None:
    """The same command again gives the same receipt and no new fact, with the same or another update id."""
    opdracht = leven.opdracht("Noteer", tekst="Gebeld met de gemeente.")
    eerste = await leven.voer_uit(opdracht)
    assert await leven.voer_uit(opdracht) == eerste
    assert await leven.voer_uit(opdracht, update_id="nog-een-keer") == eerste
    assert [f.opdracht for f in huis.feiten(leven) if f.opdracht == opdracht.id] in ([], [opdracht.id])
    await zonder_tegenspraak(huis, leven)
    assert [f.opdracht for f in huis.feiten(leven)].count(opdracht.id) == 1


async def test_ook_na_voortzetting_is_een_opdracht_een_keer_gedaan(tmp_path: Path) -> None:
    """Continue-as-new keeps state, chain, handled ids and reminders; an old command again gives its old receipt."""
    async with dorp(tmp_path) as huis, worker(huis.client, huis.instellingen, maak_sleutel=True):
        leven = await huis.leven("FL-2026-02", op_tijd=ochtend(MAANDAG, 8), vol_na=40)
        await leven.open()
        await leven.geef("MaakAfspraak", tekst="Bel de gemeente", wie="opgavemanager", uiterlijk=date(2026, 9, 10))
        opdrachten = [leven.opdracht("Noteer", tekst=f"Notitie {n}.") for n in range(12)]
        bewijzen = []
        for opdracht in opdrachten:
            bewijzen.append(await leven.voer_uit(opdracht))
            await huis.bijgewerkt(leven)
        await wacht_tot(lambda: _is_herinnerd(leven), "de herinnering van negen uur")
        assert [await leven.voer_uit(opdracht) for opdracht in opdrachten] == bewijzen
        await zonder_tegenspraak(huis, leven)
        feiten = huis.feiten(leven)
        assert sum(f.inhoud.soort == "Genoteerd" for f in feiten) == len(opdrachten)
        assert ladder(feiten, "AF2/H01") == [("09-07 07:00", "T-3", "opgavemanager")]
        assert len(await leven.geschiedenissen()) >= 3


async def _is_herinnerd(leven: Leven) -> bool:
    return all(h.trede != "T-3" for h in (await leven.stand()).termijnen["AF2/H01"].herinneringen)


async def test_twee_die_tegelijk_beginnen_openen_een_opgave(huis: Huis) -> None:
    """Two concurrent starts of one id give one workflow and one opening; the second one hears that it exists."""
    leven = Leven(huis.client, Start(opgave="FL-2026-03"), huis.task_queue)
    antwoorden = await asyncio.gather(*(_begin_met(leven, f"start-{n}") for n in range(2)))
    assert sorted(b.geweigerd for b in antwoorden) == [False, True]
    assert next(b for b in antwoorden if b.geweigerd).reden == "De opgave FL-2026-03 bestaat al."
    await huis.bijgewerkt(leven)
    assert [f.inhoud.soort for f in huis.feiten(leven)].count("OpgaveGestart") == 1
    assert len(await leven.geschiedenissen()) == 1


async def _begin_met(leven: Leven, id_: str) -> Bewijs:
    begin = WithStartWorkflowOperation(
        OPGAVE_WORKFLOW,
        leven.start,
        id=workflow_id(leven.opgave),
        task_queue=leven.task_queue,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
    )
    opdracht = leven.opdracht("StartOpgave", id_=id_, **OPENING)
    return await leven.client.execute_update_with_start_workflow(
        VOER_UIT, opdracht, id=id_, start_workflow_operation=begin, result_type=Bewijs
    )


async def test_intrekken_beeindigt_de_workflow(huis: Huis, leven: Leven) -> None:
    """A withdrawn opgave ends with its last receipt, after the register and everyone concerned know it."""
    await leven.geef("VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?")
    bewijs = await leven.geef("TrekIn", reden="Er is geen draagvlak.")
    einde = await asyncio.wait_for(leven.handvat.result(), 30)
    assert (einde.seq, einde.hash) == ((await leven.stand()).seq, (await leven.stand()).kop)
    assert bewijs.feiten[0] == "OpgaveIngetrokken"
    assert (await leven.handvat.describe()).status is WorkflowExecutionStatus.COMPLETED
    assert lezen.tot_seq(huis.register, leven.opgave) == einde.seq
    ingetrokken = [b["To"] for b in huis.berichten() if "Opgave ingetrokken" in b["Subject"]]
    assert "Opgavenmotor" not in str(ingetrokken)
    assert len(ingetrokken) == 5
    await zonder_tegenspraak(huis, leven)


async def test_een_gepauzeerde_opgave_herinnert_niemand(huis: Huis, leven: Leven) -> None:
    """During a pause no reminder of the house or of an agreement goes out, and commands that may, still can."""
    await leven.geef("VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?")
    await leven.geef("Pauzeer", reden="Wachten op het nieuwe college.")
    await huis.slaap_tot(leven, ochtend(date(2027, 3, 1)))
    assert [f for f in huis.feiten(leven) if f.inhoud.soort in ("HerinneringVerstuurd", "TermijnVerstreken")] == []
    assert (await leven.geef("GaNaarFase", naar="F2", **ALLE_POORTEN)).geweigerd
    assert not (await leven.geef("BeantwoordVerzoek", verzoek="V1", antwoord="Ja.")).geweigerd
    assert not (await leven.geef("Hervat")).geweigerd
    await huis.slaap_tot(leven, ochtend(date(2027, 3, 3)))
    herinnerd = {f.inhoud.soort for f in huis.feiten(leven)[-6:]}
    assert "TermijnVerstreken" in herinnerd
    await zonder_tegenspraak(huis, leven)


async def test_twee_jaar_slapen(huis: Huis, leven: Leven) -> None:
    """Two years without a command: every thirteen weeks a reflection is planned, and the opgave still answers."""
    await huis.slaap_tot(leven, ochtend(date(2028, 9, 7)))
    bewijs = await leven.geef("Noteer", tekst="Hoe staat het ermee?")
    assert not bewijs.geweigerd
    stand = await huis.bijgewerkt(leven)
    gepland = [t for t in stand.termijnen.values() if t.code == "T19"]
    assert len(gepland) == 8
    assert [t.status for t in gepland] == ["overgeslagen"] * 7 + ["loopt"]
    assert stand.laatste_op is not None
    assert abs(stand.laatste_op - ochtend(date(2028, 9, 7))) < timedelta(minutes=5)
    await zonder_tegenspraak(huis, leven)


async def test_de_kale_temporal_ui_leest_als_nederlands(huis: Huis, leven: Leven) -> None:
    """The details that Temporal's own pages show say in plain Dutch where the opgave stands and who must act."""
    await leven.geef("VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?", termijn="20wd")
    await huis.bijgewerkt(leven)
    gegevens = await leven.handvat.query("__temporal_workflow_metadata", result_type=WorkflowMetadata)
    tekst = gegevens.current_details
    assert "## Energiehub Zuid" in tekst
    assert "**lopend** in fase F1 initiatief" in tekst
    assert "Doet u mee?, uiterlijk 5 oktober 2026" in tekst.replace("maandag ", "")
    assert {u.name for u in gegevens.definition.update_definitions} == {VOER_UIT}


async def test_zoekattributen_volgen_de_stand(huis: Huis, leven: Leven) -> None:
    """Phase, condition, theme and the body that must act follow the state, and go when it goes."""
    attributen = (await leven.handvat.describe()).typed_search_attributes
    assert (attributen.get(ZA_FASE), attributen.get(ZA_TOESTAND)) == ("F1", "lopend")
    assert attributen.get(ZA_THEMA) == "energietransitie"
    assert not attributen.get(ZA_AAN_ZET)
    await leven.geef("OpenBesluit", code="kader", orgaan="PS", onderwerp="Kaders voor de energiehub")
    await leven.geef("LegVoor", stap="B1")
    await huis.bijgewerkt(leven)
    assert (await leven.handvat.describe()).typed_search_attributes.get(ZA_AAN_ZET) == ["PS"]
    await leven.geef("TrekBesluitIn", stap="B1", reden="Het voorstel is nog niet rijp.")
    await leven.geef("GaNaarFase", naar="F2", **ALLE_POORTEN)
    await huis.bijgewerkt(leven)
    attributen = (await leven.handvat.describe()).typed_search_attributes
    assert attributen.get(ZA_FASE) == "F2"
    assert not attributen.get(ZA_AAN_ZET)
    assert attributen.get(ZA_UITERLIJK) is None


async def test_een_mailserver_die_weg_is_houdt_alleen_de_post_op(tmp_path: Path) -> None:
    """Without a mail server facts still reach the register at once; the mail follows, once, when there is one again."""
    poort = kies_poort(0)
    async with reishuis(tmp_path, mailpoort=poort) as huis:
        leven = await huis.leven("FL-2026-04", op_tijd=ochtend(MAANDAG, -3600))
        await leven.open()
        for n in range(3):
            await leven.geef("Noteer", tekst=f"Notitie {n}.")
            assert (await huis.bijgewerkt(leven)).seq == 5 + n
        telling = lezen.tellingen(huis.register)
        assert telling.verzonden == 0
        assert telling.klaar == telling.berichten == 5
        async with postvanger(huis.post, poort):
            await huis.slaap_tot(leven, ochtend(MAANDAG, -8 * 3600))
            await wacht_tot(lambda: _alles_verzonden(huis), "de post is alsnog bezorgd")
        sleutels = [str(b["X-Opgave-Sleutel"]) for b in huis.berichten()]
        assert len(sleutels) == len(set(sleutels)) == 5


async def _alles_verzonden(huis: Huis) -> bool:
    telling = lezen.tellingen(huis.register)
    return telling.verzonden == telling.berichten


async def test_een_register_dat_weigert_houdt_de_opgave_niet_op(huis: Huis, leven: Leven) -> None:
    """A register whose chain was broken refuses; the workflow keeps answering, and catches up after the repair."""
    goed = (await huis.bijgewerkt(leven)).model_dump_json()
    vanaf = lezen.tot_seq(huis.register, leven.opgave)
    _vervang_stand(huis, leven, goed.replace(leven.bewijzen["c2"].hash, "0" * 64))
    bewijzen = [await leven.geef("Noteer", tekst=f"Notitie {n}.") for n in range(5)]
    assert [b.seq for b in bewijzen] == list(range(vanaf + 1, vanaf + 6))
    await wacht_tot(lambda: _legt_zich_neer(leven), "de opgave weet dat het register weigert")
    assert lezen.tot_seq(huis.register, leven.opgave) == vanaf
    _vervang_stand(huis, leven, goed)
    await leven.geef("Noteer", tekst="Het register is hersteld.")
    await huis.bijgewerkt(leven)
    assert lezen.tot_seq(huis.register, leven.opgave) == vanaf + 6
    await zonder_tegenspraak(huis, leven)


def _vervang_stand(huis: Huis, leven: Leven, tekst: str) -> None:
    with huis.register.schrijf() as verbinding:
        verbinding.execute(update(OPGAVE).where(OPGAVE.c.id == leven.opgave).values(stand=tekst))


async def _legt_zich_neer(leven: Leven) -> bool:
    """Refused, nothing under way, and a task has seen it: a repair before that would be met by the last refusal."""
    [run] = await leven.geschiedenissen()
    onderweg = geweigerd = begonnen = gezien = 0
    for g in run.events:
        onderweg += g.HasField("activity_task_scheduled_event_attributes")
        onderweg -= g.HasField("activity_task_completed_event_attributes")
        if g.HasField("activity_task_failed_event_attributes"):
            onderweg, geweigerd = onderweg - 1, g.event_id
        if g.HasField("workflow_task_started_event_attributes"):
            begonnen = g.event_id
        if g.HasField("workflow_task_completed_event_attributes"):
            gezien = begonnen
    return not onderweg and 0 < geweigerd < gezien


async def test_een_termijn_verstrijkt_om_middernacht(huis: Huis, leven: Leven) -> None:
    """A promise for today is reminded of at nine and lapses at the end of the day in Amsterdam, not a second before."""
    await leven.geef("MaakAfspraak", tekst="Bel de wethouder", wie="gemeente-a", uiterlijk=MAANDAG)
    await huis.slaap_tot(leven, middernacht(MAANDAG, 60))
    assert (await leven.stand()).termijnen["AF2/T17"].status == "loopt"
    await huis.slaap_tot(leven, middernacht(MAANDAG))
    assert ladder(huis.feiten(leven), "AF2/T17") == [("09-07 22:00", "einde", "")]
    assert huis.feiten(leven)[-1].vastgelegd_op == datetime(2026, 9, 7, 22, 0, tzinfo=UTC)


async def test_een_onleesbare_opdracht_laat_niets_achter(huis: Huis, leven: Leven) -> None:
    """What is no command at all is refused by the wire; the opgave goes on as if nothing came."""
    voor = (await leven.stand()).seq
    with pytest.raises(Exception, match="update"):
        await leven.handvat.execute_update(VOER_UIT, {"geen": "opdracht"}, id="onzin")
    await leven.geef("Noteer", tekst="Alles werkt nog.")
    assert (await huis.bijgewerkt(leven)).seq == voor + 1
    await zonder_tegenspraak(huis, leven)
