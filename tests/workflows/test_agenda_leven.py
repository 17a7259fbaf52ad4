"""A regionale agenda on a real server: its own kind of workflow, in the same shell, with the same evidence."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from bewijzen import Verleden
from omgeving import Huis, Leven, dorp, houd_vol, ochtend, reishuis, wacht_tot

from activities.archief import AFGELOPEN
from archief.opslag import open_opslag
from register import pakken
from worker import worker
from workflows.namen import AGENDA_WORKFLOW, opgave_van, workflow_id

ID = "AGENDA-FLEVOLAND"
START = {"titel": "Samen", "gebied": "Flevoland", "van": "2026-01-01", "tot": "2029-12-31"}
OPGAVEN = tuple(f"FL-{nr:02d}" for nr in range(1, 13))
GEMEENTE = "gemeente-a"


def _zet(opgave: str) -> dict[str, Any]:
    vast = {"thema": "energie", "periode": "2026-2", "reden": "de regio vraagt erom"}
    return {"soort": "ZetOpAgenda", "opgave": opgave, "titel": opgave.lower(), **vast}


def _document(versie: int) -> dict[str, Any]:
    wat = {"document": "koers", "documentsoort": "koersdocument", "titel": "Koers", "vaststeller": "PS"}
    return {"soort": "StelDocumentVast", **wat, "versie": str(versie)}


def opdrachten() -> Iterable[dict[str, Any]]:
    """Some sixty commands: a full agenda, moved about, adopted, promised upon and looked at again."""
    yield {"soort": "VoegPartnerToe", "partner": GEMEENTE, "naam": "Gemeente A", "type": "gemeente"}
    yield from map(_zet, OPGAVEN)
    for opgave, andere in pairwise(OPGAVEN):
        yield {"soort": "LegRaakvlakVast", "opgave": opgave, "andere": andere, "omschrijving": "samen graven"}
    yield from map(_document, (1, 2, 3))
    for opgave in OPGAVEN[:8]:
        wat = {"periode": "2027-1", "rijpheid": "verkenning", "reden": "rijper"}
        yield {"soort": "VerplaatsOpAgenda", "opgave": opgave, **wat}
        yield {"soort": "VerplaatsOpAgenda", "opgave": opgave, "periode": "2031-1", "reden": "bestaat niet"}
    for opgave in OPGAVEN[8:]:
        yield {"soort": "ParkeerOpgave", "opgave": opgave, "reden": "geen geld"}
    for opgave in OPGAVEN[10:]:
        yield {"soort": "HaalTerug", "opgave": opgave, "periode": "2028-1", "reden": "wel geld"}
    yield {"soort": "VraagVaststelling", "overheden": [GEMEENTE, "provincie"], "uiterlijk": "2999-12-31"}
    yield {
        "soort": "LegVaststellingVast",
        "overheid": GEMEENTE,
        "orgaan": "raad",
        "besluit": "vastgesteld",
        "kanaal": "tafel",
    }
    afspraak = {"tekst": "Stuur de kaart", "wie": GEMEENTE, "uiterlijk": "2999-12-31"}
    deelnemers = {"deelnemers": ["GS", GEMEENTE], "onderschreven_door": ["GS"], "afspraken": [afspraak]}
    yield {"soort": "HoudConferentie", "conferentie": "C1", "titel": "Najaar", **deelnemers}
    yield {"soort": "BereidHerijkingVoor", "stuk": {"titel": "rapport", "referentie": "R-1"}, "opgaven": 12}
    yield {"soort": "Herijk", "conclusie": "wonen gaat voor"}
    yield {"soort": "VoerAf", "opgave": OPGAVEN[0], "reden": "klaar"}
    yield from map(_document, (4, 5))


async def _agenda(huis: Huis, **anders: Any) -> Leven:
    leven = await huis.leven(ID, reglement="r2026_4", **anders)
    assert not (await leven.geef("StartAgenda", **START)).geweigerd
    return leven


async def _gaat_verder(leven: Leven) -> None:
    """Fifteen commands fill a run; left alone for a moment, it goes on in a next one."""
    deze = (await houd_vol(leven.handvat.describe)).run_id

    async def nieuw() -> bool:
        return (await houd_vol(leven.handvat.describe)).run_id != deze

    await wacht_tot(nieuw, "een volgende run")


async def test_een_agenda_van_zestig_opdrachten_verliest_niets_als_zij_telkens_verdergaat(tmp_path: Path) -> None:
    """Continued as new several times: replay, fold, receipts, live state and register are one, and all of it is there."""
    async with dorp(tmp_path) as huis, worker(huis.client, huis.instellingen, maak_sleutel=True):
        leven = await _agenda(huis, vol_na=60)
        gegeven, geweigerd = list(opdrachten()), []
        for nr, inhoud in enumerate(gegeven, start=1):
            geweigerd += [inhoud["periode"]] if (await leven.geef(**inhoud)).geweigerd else []
            if nr % 15 == 0:
                await _gaat_verder(leven)
        assert len(gegeven) >= 55
        assert geweigerd == ["2031-1"] * 8
        stand = await huis.bijgewerkt(leven)
        assert stand.agenda is not None
        assert (set(stand.agenda.punten), len(stand.agenda.raakvlakken)) == (set(OPGAVEN), len(OPGAVEN) - 1)
        assert (stand.agenda.versie, stand.agenda.documenten["koers"].versie) == (2, "5")
        runs = await leven.geschiedenissen()
        assert len(runs) >= 4
        kop = runs[0].events[0].workflow_execution_started_event_attributes
        assert kop.workflow_type.name == AGENDA_WORKFLOW
        verleden = Verleden(runs)
        assert len(verleden.vastgelegd()) == len(gegeven) + 1
        assert await verleden.fouten(stand, huis.feiten(leven)) == []


async def test_een_gesloten_agenda_eindigt_en_ligt_vanzelf_in_het_archief(tmp_path: Path) -> None:
    """It ends when what was promised is kept; the sweep of the archive knows its kind of run."""
    async with dorp(tmp_path) as huis, worker(huis.client, huis.instellingen, maak_sleutel=True):
        leven = await _agenda(huis)
        await leven.geef("SluitAgenda", reden="de periode is om", toch=True)
        bewijs = await houd_vol(leven.handvat.result)
        assert bewijs.seq == huis.feiten(leven)[-1].seq
        assert huis.feiten(leven)[-2].inhoud.soort == "AgendaGesloten"

        async def afgelopen() -> bool:
            return [opgave_van(run.id) async for run in huis.client.list_workflows(AFGELOPEN)] == [ID]

        await wacht_tot(lambda: houd_vol(afgelopen), "de lijst van wat is afgelopen")

        async def gepakt() -> bool:
            return len(pakken.pakken(huis.register, ID)) == 1

        await wacht_tot(gepakt, "het pak van de agenda")
        assert open_opslag(huis.instellingen).lijst()
        assert workflow_id(ID) == f"agenda:{ID}"


async def test_een_herijking_die_uitblijft_wordt_herinnerd_en_verstrijkt(tmp_path: Path) -> None:
    """Half a year goes by on the server that skips time: the term lapses, and the manager was reminded by mail."""
    begin = date(2026, 9, 7)
    async with reishuis(tmp_path) as huis:
        leven = await _agenda(huis, op_tijd=ochtend(begin))
        stand = await huis.bijgewerkt(leven)
        einde = stand.termijnen["herijking.1/T20"].verstrijkt_op
        await huis.slaap_tot(leven, datetime.fromtimestamp(einde.timestamp() + 60, UTC))
        stand = await huis.bijgewerkt(leven)
        assert stand.termijnen["herijking.1/T20"].status == "verstreken"
        soorten = [feit.inhoud.soort for feit in huis.feiten(leven)]
        assert soorten.count("HerinneringVerstuurd") >= 1
        assert soorten.count("TermijnVerstreken") == 1
        assert any("Herijk de regionale agenda" in str(b["Subject"]) for b in huis.berichten())
        assert await Verleden(await leven.geschiedenissen()).fouten(stand) == []
