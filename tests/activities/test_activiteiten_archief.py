"""Packs that nobody asks for: made from wishes and by the sweep, once, whatever fails in between."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, current_thread

import pytest
from sqlalchemy import delete
from temporalio.client import (
    Client,
    FetchWorkflowHistoryEventsInput,
    Interceptor,
    OutboundInterceptor,
    WorkflowHistoryEventAsyncIterator,
)
from temporalio.service import RPCError, RPCStatusCode
from temporalio.testing import ActivityEnvironment

from activities import archief as archiefwerk
from activities.alle import maak_activiteiten
from activities.archief import Archivaris
from archief import formaat
from archief.archiveren import Archief
from archief.draad import AANTAL
from archief.formaat import sha
from archief.geschiedenis import RunVerdwenen
from archief.maken import maak_pak
from archief.opslag import Opslag, OpslagFout, open_opslag
from archief.pak import open_pak
from archief.vertrouwelijk import archiefsleutel
from audit.lezen import vouw
from domain.basis import Afzender
from domain.keten import te_tekenen
from register import lezen, pakken, spoor
from register.pakken import Wens
from register.rijen import Postrij
from register.tabellen_archief import PAKWENS, RUN
from register.verbinding import open_register
from runtime.arbeid import maak_worker, werkend
from runtime.sleutels import Ondertekenaar, controleer, lees_ondertekenaar
from tests.workflows.omgeving import Huis, Leven, dorp, reishuis, wacht_tot
from workflows.namen import workflow_id
from workflows.opgave import OpgaveWorkflow


@dataclass
class Stilte:
    """A village in which opgaven live and nobody makes packs but the test."""

    huis: Huis
    sleutel: Ondertekenaar

    @property
    def opslag(self) -> Opslag:
        return open_opslag(self.huis.instellingen)

    def archivaris(self, **archief: object) -> Archivaris:
        """One more, with other settings for the archive when asked."""
        instellingen = self.huis.instellingen
        anders = instellingen.archief.model_copy(update=archief)
        return Archivaris(self.huis.register, instellingen.model_copy(update={"archief": anders}), self.sleutel)

    async def veeg(self, **archief: object) -> int:
        return await self.in_activiteit().run(self.archivaris(**archief).veeg_archief)

    async def ronde(self, **archief: object) -> None:
        await self.in_activiteit().run(self.archivaris(**archief).ronde)

    def in_activiteit(self) -> ActivityEnvironment:
        return ActivityEnvironment(client=self.huis.client)

    async def afgelopen(self, opgave: str) -> Leven:
        """A short life that is over."""
        leven = await self.huis.leven(opgave)
        await leven.open()
        await leven.geef("TrekIn", reden="Het hoeft niet meer.")
        await leven.handvat.result()
        await self.huis.bijgewerkt(leven)
        return leven

    def plekken(self, opgave: str = "") -> list[str]:
        """Where whole packs lie."""
        einde = f"/{formaat.MANIFEST}"
        return [pad.removesuffix(einde) for pad in self.opslag.lijst(opgave) if pad.endswith(einde)]

    def vergeet_wensen(self) -> None:
        """As it was before wishes were written."""
        with self.huis.register.schrijf() as verbinding:
            verbinding.execute(delete(PAKWENS))
            verbinding.execute(delete(RUN))


@asynccontextmanager
async def stilte(map_: Path) -> AsyncIterator[Stilte]:
    async with dorp(map_) as huis:
        sleutel = lees_ondertekenaar(huis.instellingen.ondertekensleutel, mag_maken=True)
        archiefsleutel(huis.instellingen, mag_maken=True)
        activiteiten = maak_activiteiten(huis.register, huis.instellingen, sleutel)
        arbeider = maak_worker(huis.client, huis.instellingen, [OpgaveWorkflow], activiteiten)
        async with werkend(arbeider, huis.client, huis.instellingen):
            yield Stilte(huis, sleutel)


def _toets_pak(stilte: Stilte, plek: str) -> None:
    """It is signed, names every file by its hash, and its history tells its facts."""
    pak = open_pak(stilte.huis.instellingen.gegevensmap / "archief" / plek)
    getekend = te_tekenen(formaat.SOORT, pak.manifestbytes)
    assert controleer(stilte.sleutel.publiek, getekend, pak.handtekening.handtekening)
    assert {b.pad: b.sha256 for b in pak.manifest.bestanden} == {
        pad: pak.sha256(pad) for pad in pak.namen - {formaat.MANIFEST, formaat.HANDTEKENING}
    }
    vouwing = vouw(list(pak.geschiedenissen))
    assert [f.hash for f in vouwing.feiten] == [f.hash for f in pak.feiten]
    assert pak.manifest.tot_seq == vouwing.stand.seq == pak.grootboek[-1].tot_seq


async def test_twee_rondes_tegelijk_pakken_wat_is_afgelopen_precies_een_keer(tmp_path: Path) -> None:
    """Lives of before there were wishes; one that still goes on is left alone; the same again does nothing."""
    async with stilte(tmp_path) as stil:
        for opgave in ("FL-2026-01", "FL-2026-02"):
            await stil.afgelopen(opgave)
        await (await stil.huis.leven("FL-2026-03")).open()
        stil.vergeet_wensen()
        ander = open_register(stil.huis.instellingen.database_verbinding)
        samen = (Archivaris(r, stil.huis.instellingen, stil.sleutel) for r in (stil.huis.register, ander))

        async def alle_twee() -> bool:
            return await stil.in_activiteit().run(stil.archivaris().veeg_archief) == 0

        gemaakt = await asyncio.gather(*(stil.in_activiteit().run(a.veeg_archief) for a in samen))
        ander.sluit()
        assert sum(gemaakt) <= 2
        await wacht_tot(alle_twee, "ook de laatste staat in de lijst van de server")
        assert [plek.partition("/")[0] for plek in stil.plekken()] == ["FL-2026-01", "FL-2026-02"]
        for plek, rij in zip(stil.plekken(), pakken.pakken(stil.huis.register), strict=True):
            _toets_pak(stil, plek)
            assert (rij.plek, rij.aanleiding, rij.gesloten) == (plek, "ronde", True)
            (regel,) = spoor.lijst(stil.huis.register, rij.opgave)
            assert (regel.actie, regel.functie, regel.gegevens["manifest"]) == ("pak_gemaakt", "systeem", rij.sha256)


async def test_een_keten_van_drie_runs_is_een_pak_ook_als_de_server_er_een_vergat(tmp_path: Path) -> None:
    """The former runs are wished for as soon as the next one speaks, and one pack holds them all."""
    async with stilte(tmp_path) as stil:
        leven = await stil.huis.leven("FL-2026-01", vol_na=30)
        await leven.open()
        runs = await _tot_drie_runs(stil, leven)
        wensen = pakken.wensen(stil.huis.register)
        assert [(w.run_id, w.aanleiding) for w in wensen] == [(run, "voortzetting") for run in runs[:2]]
        await _tot_leeg(stil)
        (plek,) = stil.plekken()
        _toets_pak(stil, plek)
        manifest = open_pak(tmp_path / "archief" / plek).manifest
        assert ([r.run_id for r in manifest.runs], manifest.rust) == (runs, True)
        assert [r.einde for r in manifest.runs] == ["voortgezet", "voortgezet", "loopt"]
        assert pakken.gearchiveerde_runs(stil.huis.register) == set(runs[:2])

        client = _vergeetachtig(stil.huis.client, runs[0])
        vraag = (client, stil.huis.register, "FL-2026-01", workflow_id("FL-2026-01"), stil.sleutel)
        with pytest.raises(RunVerdwenen, match=runs[0]):
            await maak_pak(*vraag, nu=datetime.now(UTC))
        archief = Archief(stil.huis.register, stil.huis.instellingen, stil.sleutel)
        nieuw = await maak_pak(*vraag, nu=datetime.now(UTC), ouder=archief.ouder("FL-2026-01"))
        eerste = manifest.runs[0].pad
        assert nieuw.open[eerste] == stil.opslag.lees(f"{plek}/{eerste}")
        assert [r.run_id for r in nieuw.manifest.runs] == runs


async def _tot_drie_runs(stil: Stilte, leven: Leven) -> list[str]:
    async def bij() -> None:
        await leven.geef("Noteer", tekst="Weer een stap.")
        await stil.huis.bijgewerkt(leven)

    while len(pakken.runs(stil.huis.register)) < 3:
        await bij()
    return [run.run_id for run in pakken.runs(stil.huis.register)]


async def _tot_leeg(stil: Stilte) -> None:
    """Rounds until nothing is wished for; a wish that had to wait is brought forward."""

    async def leeg() -> bool:
        with stil.huis.register.schrijf() as verbinding:
            verbinding.execute(PAKWENS.update().values(niet_voor=None))
        await stil.ronde()
        return not pakken.wensen(stil.huis.register)

    await wacht_tot(leeg, "de pakken zijn gemaakt")


class Vergeetachtig(Interceptor):
    """A client of a server that no longer knows these runs, as after their retention.

    Really deleting a run takes the embedded server half a minute; its answer is then the same.
    """

    def __init__(self, *runs: str) -> None:
        self.runs = runs

    def intercept_client(self, next: OutboundInterceptor) -> OutboundInterceptor:
        runs = self.runs

        class Vergeet(OutboundInterceptor):
            def fetch_workflow_history_events(
                self, input: FetchWorkflowHistoryEventsInput
            ) -> WorkflowHistoryEventAsyncIterator:
                if input.run_id in runs:
                    raise RPCError("workflow execution not found", RPCStatusCode.NOT_FOUND, b"")
                return super().fetch_workflow_history_events(input)

        return Vergeet(next)


def _vergeetachtig(client: Client, *runs: str) -> Client:
    return Client(**{**client.config(), "interceptors": [Vergeetachtig(*runs)]})


async def test_een_archief_dat_weigert_is_een_alarm_en_later_komt_het_goed(tmp_path: Path) -> None:
    """One mail for each run, however often it fails; a wish waits longer each time and says why."""
    async with stilte(tmp_path) as stil:
        leven = await stil.afgelopen("FL-2026-01")
        (tmp_path / "bestand").write_text("")
        weg = {"plek": str(tmp_path / "bestand" / "archief")}
        await stil.ronde(**weg)
        (wens,) = pakken.wensen(stil.huis.register)
        assert (wens.aanleiding, wens.pogingen, "niet te bereiken" in wens.fout) == ("afgerond", 1, True)
        assert wens.niet_voor is not None
        assert wens.niet_voor > datetime.now(UTC)
        await stil.ronde()
        assert not stil.plekken()  # its time has not come

        async def geveegd() -> bool:
            await stil.veeg(**weg, waarschuw_dagen=10_000)
            return bool(_alarmen(stil))

        await stil.veeg(**weg)
        assert not _alarmen(stil)  # twenty years to go
        await wacht_tot(geveegd, "het alarm")
        await stil.veeg(**weg, waarschuw_dagen=10_000)
        (alarm,) = _alarmen(stil)
        run = (await leven.handvat.describe()).run_id
        assert (alarm.sleutel, alarm.functie) == (f"archiefalarm:{run}", "beheerder")
        assert "FL-2026-01" in alarm.onderwerp
        assert run in alarm.tekst

        assert await stil.veeg(waarschuw_dagen=10_000) == 1
        assert not pakken.wensen(stil.huis.register)
        assert len(stil.plekken()) == len(_alarmen(stil)) == 1


async def test_een_archief_dat_hangt_laat_tijd_voor_het_alarm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many runs wait: the sweep stops making packs in time, and what is left is told."""
    async with stilte(tmp_path) as stil:
        await stil.afgelopen("FL-2026-01")
        monkeypatch.setattr(archiefwerk, "VEEG_HOOGSTENS", 0.0)

        async def geveegd() -> bool:
            assert await stil.veeg(waarschuw_dagen=10_000) == 0
            return bool(_alarmen(stil))

        await wacht_tot(geveegd, "het alarm")
        assert stil.plekken() == []


def _alarmen(stil: Stilte) -> list[Postrij]:
    return [post for post in lezen.post(stil.huis.register) if post.sleutel.startswith("archiefalarm:")]


async def test_een_run_die_nog_loopt_en_een_pak_dat_te_traag_is_houden_niets_op(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stilte(tmp_path) as stil:
        leven = await stil.huis.leven("FL-2026-01")
        await leven.open()
        await stil.huis.bijgewerkt(leven)
        run = (await leven.handvat.describe()).run_id
        _wens(stil, Wens("FL-2026-01", run, 2, "afgerond"))
        await stil.ronde()
        assert pakken.wensen(stil.huis.register)[0].fout == "De run is nog niet afgelopen."
        _wens(stil, Wens("FL-2026-01", run, 1, "fase"))
        monkeypatch.setattr(archiefwerk, "PAK_SECONDEN", 0.0)
        await stil.ronde()
        fouten = {wens.aanleiding: wens.fout for wens in pakken.wensen(stil.huis.register)}
        assert fouten["fase"] == "Het maken duurde te lang."


async def test_een_archief_dat_hangt_laat_de_draden_van_de_anderen_met_rust(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten packs that hang in the store; mail and facts use other threads, and nobody waits for ever."""
    klaar, bezig = Event(), list[str]()

    def hang(*_: object) -> None:
        bezig.append(current_thread().name)
        klaar.wait(60)
        raise OpslagFout("hing")

    async with stilte(tmp_path) as stil:
        await stil.afgelopen("FL-2026-01")
        monkeypatch.setattr("archief.archiveren.bewaar", hang)
        monkeypatch.setattr(archiefwerk, "PAK_SECONDEN", 0.5)
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(2))
        try:
            for _ in range(5):
                await _maak_wensen_rijp(stil)
                await stil.ronde()
            assert await asyncio.wait_for(asyncio.to_thread(lambda: "vrij"), 10) == "vrij"
            (wens,) = pakken.wensen(stil.huis.register)
            assert (wens.pogingen, wens.fout) == (5, "Het maken duurde te lang.")
            assert len(bezig) == AANTAL
            assert all(naam.startswith("archief") for naam in bezig)
        finally:
            klaar.set()


async def _maak_wensen_rijp(stil: Stilte) -> None:
    with stil.huis.register.schrijf() as verbinding:
        verbinding.execute(PAKWENS.update().values(niet_voor=None))


async def test_de_dagelijkse_ronde_maakt_een_vernietiging_af(tmp_path: Path) -> None:
    """A pack that was in the making brought a document back; a store that refuses is for the next day."""
    async with stilte(tmp_path) as stil:
        await stil.afgelopen("FL-2026-01")
        stuk = b"een stuk dat weg moet"
        pad = f"FL-2026-01/x-000001/documenten/{sha(stuk)[:12]}-stuk.txt"
        stil.opslag.bewaar(pad, stuk)
        secretaris = Afzender(functie="provinciesecretaris", subject="p-1", zekerheid="oidc")
        with stil.huis.register.schrijf() as verbinding:
            nu, gegevens = datetime.now(UTC), {"documenten": sha(stuk)}
            wat = (stil.sleutel, secretaris, "vernietigd", "FL-2026-01", "1 document")
            spoor.schrijf(verbinding, *wat, nu=nu, gegevens=gegevens)
        (tmp_path / "bestand").write_text("")
        await stil.veeg(plek=str(tmp_path / "bestand" / "archief"))
        assert stil.opslag.bestaat(pad)
        await stil.veeg()
        assert not stil.opslag.bestaat(pad)


def _wens(stil: Stilte, wens: Wens) -> None:
    waarden = {kolom.name: getattr(wens, kolom.name) for kolom in PAKWENS.c}
    with stil.huis.register.schrijf() as verbinding:
        verbinding.execute(PAKWENS.insert().values(waarden))


async def test_wie_halverwege_omvalt_laat_geen_tweede_pak_achter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after the store and before the register; and killed before the manifest was there."""
    async with stilte(tmp_path) as stil:
        await stil.afgelopen("FL-2026-01")
        with monkeypatch.context() as om:
            om.setattr(Archief, "_noteer", _val_om)
            await stil.ronde()
        assert (len(stil.plekken()), pakken.pakken(stil.huis.register)) == (1, ())
        await _tot_leeg(stil)
        (plek,), (rij,) = stil.plekken(), pakken.pakken(stil.huis.register)
        assert rij.plek == plek
        assert len(spoor.lijst(stil.huis.register, "FL-2026-01")) == 1

        await stil.afgelopen("FL-2026-02")
        with monkeypatch.context() as om:
            om.setattr("archief.bewaren._vul", _val_om)
            await stil.ronde()
        assert not stil.plekken("FL-2026-02")
        monkeypatch.setattr("archief.bewaren.WACHT_HOOGSTENS", 0.0)
        await _tot_leeg(stil)
        (plek,) = stil.plekken("FL-2026-02")
        _toets_pak(stil, plek)


def _val_om(*_: object) -> None:
    raise RuntimeError("omgevallen")


async def test_op_de_server_die_de_tijd_overslaat_valt_er_niets_te_vegen(tmp_path: Path) -> None:
    """It knows no lists; the activity says so in the log and is done."""
    async with reishuis(tmp_path) as huis:
        sleutel = lees_ondertekenaar(huis.instellingen.ondertekensleutel)
        werk = Archivaris(huis.register, huis.instellingen, sleutel).veeg_archief
        assert await ActivityEnvironment(client=huis.client).run(werk) == 0
