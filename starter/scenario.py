"""Playing a scenario: dry with the pure core in milliseconds, or real on a server that skips time.

The real play runs the real workflow and activities, so reminders fire in between and mail is really sent (to files).
It leaves a dossier in which history, fold and ledger can be compared.
"""

import asyncio
import json
import os
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from temporalio.client import Client, WorkflowHistory
from temporalio.runtime import LoggingConfig, Runtime, TelemetryConfig, TelemetryFilter
from temporalio.testing import WorkflowEnvironment

from activities.alle import maak_activiteiten
from domain import kern
from domain.feit import Bewijs, Feit
from domain.overzicht import samenvatting
from domain.stand import Begin, Stand
from domain.taal.besluiten import BesluitGenomen
from domain.taal.bladen import LegBladVast
from domain.taal.termijnen import TermijnGestart
from domain.woorden import datum, gewoon, orgaan, vertel
from register import contacten, lezen
from register.rijen import Contact, Poststatus
from register.verbinding import Register, open_register
from runtime.arbeid import maak_worker, werkend
from runtime.inrichting import per_naam
from runtime.instellingen import Instellingen, Smtp, Temporal
from runtime.postvanger import postvanger
from runtime.server import tijdreisserver
from runtime.sleutels import lees_ondertekenaar
from runtime.temporal import Onbereikbaar
from starter.client import OnbekendeOpgave, OpgaveGesloten, Opgaven
from starter.scenariobestand import Deel, Regel, Scenario, ScenarioFout, Verwachting, lees_scenario
from workflows.namen import ZOEKATTRIBUTEN, workflow_id
from workflows.opgave import OpgaveWorkflow

AFGELOPEN = ("afgerond", "ingetrokken")
TIJDLIJN, STAND, VERSLAG = "tijdlijn.json", "stand.json", "verslag.md"
GESCHIEDENIS, POST, REGISTER, SLEUTEL = "geschiedenis", "post", "register.db", "ondertekensleutel.pem"
GEDULD = 60.0
"""Real seconds to wait for the server to skip, or for the register to catch up."""

Meld = Callable[[date, str], None]
"""Hears of every fact: its date and one Dutch sentence."""


class Samenvatting(Deel):
    """What came of a played life. `gelijk` only when history, fold, receipts and ledger agree."""

    opgave: str
    titel: str
    map: Path
    van: date
    tot: date
    fase: str
    toestand: str
    opdrachten: int
    aangevuld: int
    feiten: int
    besluiten: int
    herinneringen: int
    weigeringen: int
    berichten: int
    verzonden: int
    runs: int
    bevindingen: tuple[str, ...]
    seconden: float

    @property
    def gelijk(self) -> bool:
        """Whether nothing contradicts anything."""
        return not self.bevindingen


def speel_droog(scenario: Scenario) -> list[Feit]:
    """Play a life with the pure core, without any server. Raises ScenarioFout when it goes otherwise than expected."""
    return speel(scenario)[1]


def speel(scenario: Scenario) -> tuple[Stand, list[Feit]]:
    """The same, with the state at the end."""
    stand, feiten = kern.begin(Begin(opgave=scenario.opgave, reglement=scenario.reglement)), list[Feit]()
    for regel in scenario.regels:
        stand, eerder = _wacht_tot(stand, regel.moment - timedelta(seconds=1))
        if kern.is_afgerond(stand):
            raise ScenarioFout(f"{regel.plek}: de opgave is al helemaal afgerond; er kan niets meer bij")
        stand, nieuw = kern.stap(stand, regel.moment, regel.opdracht)
        feiten += [*eerder, *nieuw]
        toets(regel, kern.bewijs(stand, regel.opdracht.id), nieuw, stand)
    stand, rest = _wacht_tot(stand, scenario.einde)
    return stand, [*feiten, *rest]


def _wacht_tot(stand: Stand, tot: datetime | None) -> tuple[Stand, list[Feit]]:
    """Let time pass moment by moment, as the timers of the shell do; without an end only when the life is over."""
    feiten = list[Feit]()
    while (moment := kern.volgend_moment(stand)) is not None:
        if moment > tot if tot is not None else stand.leven.toestand not in AFGELOPEN:
            break
        stand, nieuw = kern.stap(stand, moment)
        feiten += nieuw
    return stand, feiten


def toets(regel: Regel, bewijs: Bewijs, feiten: Sequence[Feit], stand: Stand) -> None:
    """Compare what came of a command with what the file expects. Raises ScenarioFout that names every difference."""
    anders = tuple(_weigering(regel.verwacht, bewijs)) or tuple(_anders(regel, feiten, stand))
    if anders:
        raise ScenarioFout(*(f"{regel.plek}: {zin}" for zin in anders))


def _weigering(verwacht: Verwachting, bewijs: Bewijs) -> Iterator[str]:
    if bewijs.geweigerd and not verwacht.geweigerd:
        mist = f" Ontbreekt: {'; '.join(bewijs.ontbreekt)}." if bewijs.ontbreekt else ""
        yield f"geweigerd op grond van {bewijs.regel}: {bewijs.reden}{mist}"
    elif verwacht.geweigerd and not bewijs.geweigerd:
        yield "een weigering verwacht, maar de opdracht is uitgevoerd"
    elif verwacht.geweigerd not in (False, True, bewijs.regel):
        yield f"een weigering op grond van {verwacht.geweigerd} verwacht, maar het is {bewijs.regel}: {bewijs.reden}"
    for deel in verwacht.ontbreekt:
        if not any(deel in regel for regel in bewijs.ontbreekt):
            yield f"'{deel}' hoort te ontbreken, maar er ontbreekt: {'; '.join(bewijs.ontbreekt) or 'niets'}"


def _anders(regel: Regel, feiten: Sequence[Feit], stand: Stand) -> Iterator[str]:
    verwacht, gebleken = regel.verwacht, dict(_gebleken(regel, feiten, stand))
    velden = verwacht.model_dump(exclude={"geweigerd", "ontbreekt", "feiten", "uiterlijk"}, exclude_none=True)
    for veld, waarde in velden.items():
        if gebleken.get(veld) != waarde:
            yield f"{veld} {waarde} verwacht, maar het is {gebleken.get(veld, 'er niet')}"
    soorten = [feit.inhoud.soort for feit in feiten]
    for soort in verwacht.feiten:
        if soort not in soorten:
            yield f"het feit {soort} verwacht, maar er kwam: {', '.join(soorten)}"
    eindes = [feit.inhoud.termijn.einde for feit in feiten if isinstance(feit.inhoud, TermijnGestart)]
    if verwacht.uiterlijk not in (None, *eindes):
        gevonden = ", ".join(map(str, eindes)) or "geen"
        yield f"een termijn tot en met {verwacht.uiterlijk} verwacht, maar er begon: {gevonden}"


def _gebleken(regel: Regel, feiten: Sequence[Feit], stand: Stand) -> Iterator[tuple[str, object]]:
    """What a command turned out to lead to, under the names the file uses."""
    yield from (("fase", str(stand.leven.fase)), ("toestand", stand.leven.toestand))
    for feit in feiten:
        if isinstance(feit.inhoud, BesluitGenomen):
            besluit = feit.inhoud
            yield from ((veld, getattr(besluit, veld)) for veld in ("uitkomst", "resultaat", "afloop"))
            tellen = ("voor", "tegen", "afwezig", "voltallig", "geldig", "geldig_minimum")
            yield from ((veld, getattr(besluit.uitslag, veld, None)) for veld in tellen)
    stap = getattr(getattr(regel.opdracht.inhoud, "opdracht", regel.opdracht.inhoud), "stap", None)
    if stap in stand.stappen:
        yield "status", stand.stappen[stap].status


async def simuleer(bestand: Path, uit: Path, verslag: Meld | None = None) -> Samenvatting:
    """Play a life for real and leave its dossier in `uit/<id>`; an earlier dossier makes room at the very end.

    Raises:
        ScenarioFout: the file is wrong, or the life goes otherwise than the file expects. Nothing is left then.
    """
    begonnen = time.monotonic()
    scenario = await asyncio.to_thread(lees_scenario, bestand)
    einde, droog = await asyncio.to_thread(speel, scenario)
    with _werkmap(uit / scenario.opgave) as map_:
        async with _opgebouwd(scenario, map_, verslag or (lambda _dag, _zin: None)) as spel:
            await spel.speel(loopt_af=kern.is_afgerond(einde))
            berichten = Counter(post.status for post in lezen.post(spel.register, scenario.opgave))
            runs = await _bewaar_geschiedenis(spel.omgeving.client, scenario.opgave, map_ / GESCHIEDENIS)
        bevindingen = (*_vergelijk(spel, droog), *await _controleer(map_))
        klaar = _vat_samen(scenario, spel, berichten, runs, bevindingen, begonnen, uit)
        await asyncio.to_thread(_bewaar, map_, scenario, spel, klaar)
    return klaar


@dataclass
class _Spel:
    """One life being played: where it runs, and what came of it so far."""

    scenario: Scenario
    omgeving: WorkflowEnvironment
    register: Register
    opgaven: Opgaven
    meld: Meld
    feiten: list[Feit] = field(default_factory=list)
    bewijzen: dict[str, Bewijs] = field(default_factory=dict)
    begin: Begin = field(init=False)
    stand: Stand = field(init=False)

    async def speel(self, loopt_af: bool) -> None:
        """All commands on their day, and then the time that is left; `loopt_af`: the life is over by then."""
        for regel in self.scenario.regels:
            await self._geef(regel)
            self._vertel()
        await self._loop_uit(loopt_af)
        self.stand = await self.opgaven.stand(self.scenario.opgave)
        await self._wacht_op_register(self.stand.seq)
        self._vertel()

    async def _geef(self, regel: Regel) -> None:
        try:
            if regel.nr == 1:
                bewijs = await self._begin(regel)
            else:
                await self._slaap_tot(regel.moment)
                bewijs = await self.opgaven.geef(self.scenario.opgave, regel.opdracht)
        except (Onbereikbaar, OpgaveGesloten, OnbekendeOpgave) as fout:
            raise ScenarioFout(f"{regel.plek}: {fout}") from None
        self.bewijzen[regel.opdracht.id] = bewijs
        anders = tuple(_weigering(regel.verwacht, bewijs))
        if anders:
            raise ScenarioFout(*(f"{regel.plek}: {zin}" for zin in anders))

    async def _begin(self, regel: Regel) -> Bewijs:
        """From here on workflow time reads as the date being played."""
        nu = await self.omgeving.get_current_time()
        seconden = round((regel.moment - nu).total_seconds())
        self.begin = Begin(opgave=self.scenario.opgave, reglement=self.scenario.reglement, verschuiving_s=seconden)
        return await self.opgaven.start(self.begin, regel.opdracht)

    async def _slaap_tot(self, moment: datetime) -> None:
        verschuiving = timedelta(seconds=self.begin.verschuiving_s)
        rest = moment - verschuiving - await self.omgeving.get_current_time()
        if rest > timedelta():
            await self._binnen_geduld(self.omgeving.sleep(rest))

    async def _loop_uit(self, loopt_af: bool) -> None:
        if self.scenario.einde is not None:
            await self._slaap_tot(self.scenario.einde)
        if loopt_af:
            greep = self.omgeving.client.get_workflow_handle(workflow_id(self.scenario.opgave))
            await self._binnen_geduld(greep.result())

    async def _binnen_geduld(self, wachten: Awaitable[object]) -> None:
        """The clock of the time-skipping server can jam for good; then this play is lost."""
        try:
            await asyncio.wait_for(wachten, GEDULD)
        except TimeoutError:
            zin = f"{self.scenario.naam}: de testserver slaat de tijd niet meer over. Probeer het opnieuw."
            raise ScenarioFout(zin) from None

    async def _wacht_op_register(self, seq: int) -> None:
        """Facts and post may still be on their way."""
        opgave, einde = self.scenario.opgave, time.monotonic() + GEDULD
        while lezen.tot_seq(self.register, opgave) < seq or lezen.post(self.register, opgave, "klaar"):
            if time.monotonic() > einde:
                raise ScenarioFout(f"{self.scenario.naam}: het register komt niet bij tot feit {seq}")
            await asyncio.sleep(0.05)

    def _vertel(self) -> None:
        for rij in lezen.feiten(self.register, self.scenario.opgave, vanaf=len(self.feiten) + 1):
            self.feiten.append(rij.feit)
            self.meld(rij.gebeurd_op, rij.vertelling)


@asynccontextmanager
async def _opgebouwd(scenario: Scenario, map_: Path, meld: Meld) -> AsyncIterator[_Spel]:
    """The real thing in small: register, mail catcher, signing key, server and worker, all in this folder."""
    async with postvanger(map_ / POST) as vanger, _tijdreis() as omgeving:
        instellingen = _instellingen(map_, Smtp(host=vanger.host, poort=vanger.poort))
        register = open_register(instellingen.database_url)  # not in a thread: Alembic can't do two at once
        try:
            for c in scenario.contacten:
                contacten.zet(register, Contact(c.functie, c.organisatie, c.email))
            ondertekenaar = lees_ondertekenaar(instellingen.ondertekensleutel, mag_maken=True)
            activiteiten = maak_activiteiten(register, instellingen.smtp, ondertekenaar)
            arbeider = maak_worker(omgeving.client, instellingen, [OpgaveWorkflow], activiteiten)
            async with werkend(arbeider, omgeving.client, instellingen):
                yield _Spel(scenario, omgeving, register, _opgaven(omgeving, instellingen, register), meld)
        finally:
            register.sluit()


def _opgaven(omgeving: WorkflowEnvironment, instellingen: Instellingen, register: Register) -> Opgaven:
    """Patient, for a play may share the machine with others; of a life that is over the register knows the state."""
    return Opgaven.met_client(
        omgeving.client,
        instellingen.temporal.task_queue,
        terugval=lambda opgave: lezen.stand(register, opgave),
        geduld=GEDULD,
        leesgeduld=GEDULD,
    )


def _tijdreis() -> AbstractAsyncContextManager[WorkflowEnvironment]:
    return tijdreisserver(per_naam(ZOEKATTRIBUTEN), runtime=_stil())


@lru_cache
def _stil() -> Runtime:
    """One core for all plays of this process, which is silent about what the test server does not have."""
    filter_ = TelemetryFilter(core_level="ERROR", other_level="ERROR")
    return Runtime(telemetry=TelemetryConfig(logging=LoggingConfig(filter=filter_)))


def _instellingen(map_: Path, smtp: Smtp) -> Instellingen:
    """Settings of the play alone: nothing from the environment or a settings file may steer it."""
    return Instellingen.model_construct(
        gegevensmap=map_,
        database_url=f"sqlite:///{map_ / REGISTER}",
        database_wachtwoord=None,
        ondertekensleutel=map_ / SLEUTEL,
        temporal=Temporal(versiebeheer=False),
        smtp=smtp,
        stopseconden=5,
    )


async def _bewaar_geschiedenis(client: Client, opgave: str, map_: Path) -> int:
    """Each run's Temporal history, from the first run on along the links between them. Returns how many."""
    await asyncio.to_thread(map_.mkdir)
    id_, aantal = workflow_id(opgave), 0
    laatste = await client.get_workflow_handle(id_).fetch_history()
    run = laatste.events[0].workflow_execution_started_event_attributes.first_execution_run_id or laatste.run_id
    while run:
        geschiedenis = await client.get_workflow_handle(id_, run_id=run).fetch_history()
        aantal += 1
        await asyncio.to_thread((map_ / f"{aantal:03}-{run}.json").write_text, _als_json(geschiedenis), "utf-8")
        run = geschiedenis.events[-1].workflow_execution_continued_as_new_event_attributes.new_execution_run_id
    return aantal


def _als_json(geschiedenis: WorkflowHistory) -> str:
    return json.dumps(geschiedenis.to_json_dict(), indent=1, ensure_ascii=False)


def _vergelijk(spel: _Spel, droog: Sequence[Feit]) -> Iterator[str]:
    """The real facts against their chain, the receipts, the state, the expectations and the dry life."""
    stand, na, per = kern.begin(spel.begin), dict[str, Stand](), defaultdict[str, list[Feit]](list)
    for feit in spel.feiten:
        if not kern.sluit_aan(stand, feit):
            yield f"Feit {feit.seq} past niet op het vorige feit."
        stand = kern.evolve(stand, feit)
        if feit.opdracht:
            na[feit.opdracht] = stand
            per[feit.opdracht].append(feit)
    if stand != spel.stand:
        yield "De gevouwen feiten geven een andere stand dan de server."
    for regel in spel.scenario.regels:
        yield from _oordeel(regel, spel.bewijzen[regel.opdracht.id], per[regel.opdracht.id], na)
    paren = [[(feit.inhoud.soort, feit.gebeurd_op) for feit in feiten] for feiten in (spel.feiten, droog)]
    if paren[0] != paren[1]:
        gelijk = next((nr for nr, (a, b) in enumerate(zip(*paren, strict=False)) if a != b), min(map(len, paren)))
        yield f"De echte en de droge speling verschillen vanaf feit {gelijk + 1}."


def _oordeel(regel: Regel, bewijs: Bewijs, feiten: Sequence[Feit], na: Mapping[str, Stand]) -> Iterator[str]:
    stand = na.get(regel.opdracht.id)
    if stand is None or stand.bewijzen[regel.opdracht.id] != bewijs:
        yield f"{regel.plek}: het bewijs past niet bij de feiten"
        return
    try:
        toets(regel, bewijs, feiten, stand)
    except ScenarioFout as fout:
        yield from fout.regels


async def _controleer(map_: Path) -> tuple[str, ...]:
    """History, fold and ledger, by the auditor's own tools; loaded only here, for nothing else needs them."""
    from audit.controle import controleer_map

    return (await controleer_map(map_)).bevindingen


def _vat_samen(
    scenario: Scenario,
    spel: _Spel,
    berichten: Mapping[Poststatus, int],
    runs: int,
    bevindingen: tuple[str, ...],
    begonnen: float,
    uit: Path,
) -> Samenvatting:
    soorten = Counter(feit.inhoud.soort for feit in spel.feiten)
    return Samenvatting(
        opgave=scenario.opgave,
        titel=spel.stand.leven.titel,
        map=uit / scenario.opgave,
        van=spel.feiten[0].gebeurd_op,
        tot=scenario.tot or spel.feiten[-1].gebeurd_op,
        fase=str(spel.stand.leven.fase),
        toestand=spel.stand.leven.toestand,
        opdrachten=len(scenario.regels),
        aangevuld=sum(regel.aangevuld for regel in scenario.regels),
        feiten=len(spel.feiten),
        besluiten=soorten["BesluitGenomen"],
        herinneringen=soorten["HerinneringVerstuurd"],
        weigeringen=soorten["OpdrachtGeweigerd"],
        berichten=sum(berichten.values()),
        verzonden=berichten.get("verzonden", 0),
        runs=runs,
        bevindingen=bevindingen,
        seconden=time.monotonic() - begonnen,
    )


@contextmanager
def _werkmap(doel: Path) -> Iterator[Path]:
    """A folder beside the goal that takes its place when all went well, and is gone when not."""
    if os.path.lexists(doel) and not (doel / TIJDLIJN).is_file():
        raise ScenarioFout(f"De map {doel} bestaat al en is geen dossier van een simulatie. Kies een andere map.")
    werk = doel.with_name(f".{doel.name}-{os.getpid()}")
    try:
        with _schrijfbaar(doel):
            werk.mkdir(parents=True)
        yield werk
        with _schrijfbaar(doel):
            shutil.rmtree(doel, ignore_errors=True)
            werk.rename(doel)
    finally:
        shutil.rmtree(werk, ignore_errors=True)


@contextmanager
def _schrijfbaar(doel: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        raise ScenarioFout(f"De map {doel} is niet te schrijven ({type(fout).__name__}).") from fout


def _bewaar(map_: Path, scenario: Scenario, spel: _Spel, klaar: Samenvatting) -> None:
    feiten = [feit.model_dump(mode="json") for feit in spel.feiten]
    (map_ / TIJDLIJN).write_text(json.dumps(feiten, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (map_ / STAND).write_text(spel.stand.model_dump_json(indent=1) + "\n", "utf-8")
    (map_ / VERSLAG).write_text("\n".join(_verslag(scenario, spel.stand, spel.feiten, klaar)) + "\n", "utf-8")


def _verslag(scenario: Scenario, stand: Stand, feiten: Sequence[Feit], klaar: Samenvatting) -> Iterator[str]:
    """The report for people: where it stands, the numbers, the decisions, what was refused, and the whole timeline."""
    yield from (f"# {klaar.titel}", "", f"Opgave {klaar.opgave}, gespeeld uit {scenario.naam},")
    yield from (f"van {datum(klaar.van)} tot en met {datum(klaar.tot)}.", "")
    yield from (samenvatting(stand), "", "## In getallen", "", "| wat | aantal |", "|---|---|")
    for naam in ("opdrachten", "feiten", "besluiten", "herinneringen", "weigeringen", "berichten", "verzonden"):
        yield f"| {naam} | {getattr(klaar, naam)} |"
    yield from ("", "## Klopt het?", "")
    yield from (f"- {b}" for b in klaar.bevindingen or ("Geschiedenis, vouwing, bewijzen en grootboek zijn gelijk.",))
    yield from ("", "## Besluiten", "", "| datum | orgaan | onderwerp | uitkomst |", "|---|---|---|---|")
    yield from (_besluitregel(f, f.inhoud) for f in feiten if isinstance(f.inhoud, BesluitGenomen))
    yield from ("", "## Geweigerd", "")
    yield from _lijst(f"{f.gebeurd_op} {vertel(f)}" for f in feiten if f.inhoud.soort == "OpdrachtGeweigerd")
    yield from ("", "## Niet opgenomen in de bron", "", "Deze opdrachten zijn aangevuld.", "")
    yield from _lijst(_aanvulling(regel) for regel in scenario.regels if regel.aangevuld)
    yield from ("", "## Tijdlijn", "")
    yield from (f"- {f.gebeurd_op} {vertel(f)}".replace("\n", " ") for f in feiten)


def _besluitregel(feit: Feit, besluit: BesluitGenomen) -> str:
    uitslag = besluit.uitslag
    stemmen = f" ({uitslag.voor} voor, {uitslag.tegen} tegen)" if uitslag and uitslag.voor is not None else ""
    resultaat = f": {gewoon(besluit.resultaat)}" if besluit.resultaat else ""
    delen = (orgaan(besluit.orgaan), f"{besluit.onderwerp} ({besluit.stap})", gewoon(besluit.uitkomst))
    return f"| {feit.gebeurd_op} | " + " | ".join(deel.replace("|", "/") for deel in delen) + f"{resultaat}{stemmen} |"


def _aanvulling(regel: Regel) -> str:
    inhoud = getattr(regel.opdracht.inhoud, "opdracht", regel.opdracht.inhoud)
    namen = ("stap", "partner", "verzoek", "afspraak", "naar", "onderwerp", "titel", "trekker", "referentie")
    velden = (getattr(inhoud, naam, None) for naam in namen)
    wat = inhoud.inhoud.sleutel() if isinstance(inhoud, LegBladVast) else next(filter(None, velden), "")
    return f"{regel.opdracht.gebeurd_op} {inhoud.soort} {wat}".strip()


def _lijst(regels: Iterator[str]) -> Iterator[str]:
    """A list in markdown that says so when it is empty."""
    gevuld = False
    for regel in regels:
        gevuld = True
        yield "- " + regel.replace("\n", " ")
    if not gevuld:
        yield "Niets."
