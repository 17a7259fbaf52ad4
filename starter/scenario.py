"""Playing a scenario: dry with the pure core in milliseconds, or real on a server that skips time.

The real play runs the real workflow and activities, so reminders fire in between and mail is really sent (to files).
It leaves a dossier in which history, fold and ledger can be compared.
"""

import asyncio
import json
import os
import shutil
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from temporalio.client import Client, WorkflowHistory
from temporalio.testing import WorkflowEnvironment

from activities.alle import maak_activiteiten
from domain import kern
from domain.feit import Bewijs, Feit
from domain.overzicht import samenvatting
from domain.stand import Begin, Stand
from domain.taal.besluiten import BesluitGenomen
from domain.taal.termijnen import TermijnGestart
from domain.woorden import datum, gewoon, orgaan, vertel
from register import contacten, lezen
from register.rijen import Contact
from register.verbinding import Register, open_register
from runtime.arbeid import maak_worker, werkend
from runtime.inrichting import per_naam
from runtime.instellingen import Instellingen, Smtp, Temporal
from runtime.postvanger import postvanger
from runtime.server import tijdreisserver
from runtime.sleutels import lees_ondertekenaar
from runtime.temporal import Onbereikbaar
from starter.client import OnbekendeOpgave, Opgaven, OpgaveGesloten
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
    droog = await asyncio.to_thread(speel_droog, scenario)
    with _werkmap(uit / scenario.opgave) as map_:
        async with _opgebouwd(scenario, map_, verslag or (lambda _dag, _zin: None)) as spel:
            await spel.speel()
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
    verschuiving: timedelta = timedelta()
    stand: Stand | None = None

    async def speel(self) -> None:
        """All commands on their day, and then the time that is left."""
        for regel in self.scenario.regels:
            await self._geef(regel)
            self._vertel()
        await self._loop_uit()
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
        except (Onbereikbaar, OpgaveGesloten, OnbekendeOpgave, TimeoutError) as fout:
            raise ScenarioFout(f"{regel.plek}: {fout or 'de server slaat de tijd niet over'}") from None
        self.bewijzen[regel.opdracht.id] = bewijs
        anders = tuple(_weigering(regel.verwacht, bewijs))
        if anders:
            raise ScenarioFout(*(f"{regel.plek}: {zin}" for zin in anders))

    async def _begin(self, regel: Regel) -> Bewijs:
        """From here on workflow time reads as the date being played."""
        nu = await self.omgeving.get_current_time()
        seconden = round((regel.moment - nu).total_seconds())
        self.verschuiving = timedelta(seconds=seconden)
        begin = Begin(opgave=self.scenario.opgave, reglement=self.scenario.reglement, verschuiving_s=seconden)
        return await self.opgaven.start(begin, regel.opdracht)

    async def _slaap_tot(self, moment: datetime) -> None:
        rest = moment - self.verschuiving - await self.omgeving.get_current_time()
        if rest > timedelta():
            await asyncio.wait_for(self.omgeving.sleep(rest), GEDULD)

    async def _loop_uit(self) -> None:
        einde = self.scenario.einde
        stand = await self.opgaven.stand(self.scenario.opgave)
        if einde is not None:
            await self._slaap_tot(einde)
        elif stand.leven.toestand in AFGELOPEN:
            greep = self.omgeving.client.get_workflow_handle(workflow_id(self.scenario.opgave))
            await asyncio.wait_for(greep.result(), GEDULD)

    async def _wacht_op_register(self, seq: int) -> None:
        """Facts and post may still be on their way."""
        async with asyncio.timeout(GEDULD):
            while lezen.tot_seq(self.register, self.scenario.opgave) < seq or lezen.post(
                self.register, self.scenario.opgave, "klaar"
            ):
                await asyncio.sleep(0.05)

    def _vertel(self) -> None:
        for rij in lezen.feiten(self.register, self.scenario.opgave, vanaf=len(self.feiten) + 1):
            self.feiten.append(rij.feit)
            self.meld(rij.gebeurd_op, rij.vertelling)


@asynccontextmanager
async def _opgebouwd(scenario: Scenario, map_: Path, meld: Meld) -> AsyncIterator[_Spel]:
    """The real thing in small: register, mail catcher, signing key, server and worker, all in this folder."""
    async with postvanger(map_ / POST) as vanger, tijdreisserver(per_naam(ZOEKATTRIBUTEN)) as omgeving:
        instellingen = _instellingen(map_, Smtp(host=vanger.host, poort=vanger.poort))
        register = await asyncio.to_thread(open_register, instellingen.database_url)
        try:
            for c in scenario.contacten:
                contacten.zet(register, Contact(c.functie, c.organisatie, c.email))
            ondertekenaar = lees_ondertekenaar(instellingen.ondertekensleutel, mag_maken=True)
            activiteiten = maak_activiteiten(register, instellingen.smtp, ondertekenaar)
            arbeider = maak_worker(omgeving.client, instellingen, [OpgaveWorkflow], activiteiten)
            async with werkend(arbeider, omgeving.client, instellingen):
                opgaven = Opgaven.met_client(omgeving.client, instellingen.temporal.task_queue)
                yield _Spel(scenario, omgeving, register, opgaven, meld)
        finally:
            register.sluit()


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
    map_.mkdir()
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
    """The receipts that were handed out against the state, and the real life against the dry one."""
    for id_, bewijs in spel.bewijzen.items():
        if spel.stand is None or spel.stand.bewijzen.get(id_) != bewijs:
            yield f"Het bewijs van opdracht {id_} past niet bij de stand."
    paren = [[(feit.inhoud.soort, feit.gebeurd_op) for feit in feiten] for feiten in (spel.feiten, droog)]
    if paren[0] != paren[1]:
        anders = next((nr for nr, (a, b) in enumerate(zip(*paren, strict=False), 1) if a != b), min(map(len, paren)) + 1)
        yield f"De echte en de droge speling verschillen vanaf feit {anders}."


async def _controleer(map_: Path) -> tuple[str, ...]:
    """History, fold and ledger, by the auditor's own tools; loaded only here, for nothing else needs them."""
    from audit.controle import controleer_map

    return (await controleer_map(map_)).bevindingen


def _vat_samen(
    scenario: Scenario,
    spel: _Spel,
    berichten: Counter[str],
    runs: int,
    bevindingen: tuple[str, ...],
    begonnen: float,
    uit: Path,
) -> Samenvatting:
    assert spel.stand is not None
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
        berichten=berichten.total(),
        verzonden=berichten["verzonden"],
        runs=runs,
        bevindingen=bevindingen,
        seconden=time.monotonic() - begonnen,
    )


@contextmanager
def _werkmap(doel: Path) -> Iterator[Path]:
    """A folder beside the goal that takes its place when all went well, and is gone when not."""
    if doel.exists() and not (doel / TIJDLIJN).is_file():
        raise ScenarioFout(f"De map {doel} bestaat al en is geen dossier van een simulatie. Kies een andere map.")
    werk = doel.with_name(f".{doel.name}-{os.getpid()}")
    try:
        werk.mkdir(parents=True)
        yield werk
        shutil.rmtree(doel, ignore_errors=True)
        werk.rename(doel)
    except OSError as fout:
        raise ScenarioFout(f"De map {doel} is niet te schrijven ({type(fout).__name__}).") from fout
    finally:
        shutil.rmtree(werk, ignore_errors=True)


def _bewaar(map_: Path, scenario: Scenario, spel: _Spel, klaar: Samenvatting) -> None:
    assert spel.stand is not None
    feiten = [feit.model_dump(mode="json") for feit in spel.feiten]
    (map_ / TIJDLIJN).write_text(json.dumps(feiten, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (map_ / STAND).write_text(spel.stand.model_dump_json(indent=1) + "\n", "utf-8")
    (map_ / VERSLAG).write_text("\n".join(_verslag(scenario, spel.stand, spel.feiten, klaar)) + "\n", "utf-8")


def _verslag(scenario: Scenario, stand: Stand, feiten: Sequence[Feit], klaar: Samenvatting) -> Iterator[str]:
    """The report for people: where it stands, the numbers, the decisions, what was refused, and the whole timeline."""
    yield from (f"# {klaar.titel}", "", f"Opgave {klaar.opgave}, gespeeld uit {scenario.naam}: ", "")
    yield from (f"{datum(klaar.van)} tot en met {datum(klaar.tot)}.", "")
    yield from (samenvatting(stand), "", "## In getallen", "", "| wat | aantal |", "|---|---|")
    for naam in ("opdrachten", "feiten", "besluiten", "herinneringen", "weigeringen", "berichten", "verzonden"):
        yield f"| {naam} | {getattr(klaar, naam)} |"
    yield from ("", "## Klopt het?", "")
    yield from (f"- {b}" for b in klaar.bevindingen or ("Geschiedenis, vouwing, bewijzen en grootboek zijn gelijk.",))
    yield from ("", "## Besluiten", "", "| datum | orgaan | onderwerp | uitkomst |", "|---|---|---|---|")
    yield from (_besluitregel(f, f.inhoud) for f in feiten if isinstance(f.inhoud, BesluitGenomen))
    yield from ("", "## Geweigerd", "")
    yield from _lijst(vertel(f) for f in feiten if f.inhoud.soort == "OpdrachtGeweigerd")
    yield from ("", "## Niet opgenomen in de bron", "", "Deze opdrachten zijn aangevuld om het pad te kunnen lopen.", "")
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
    wat = next((getattr(inhoud, veld) for veld in ("stap", "partner", "verzoek", "naar") if getattr(inhoud, veld, "")), "")
    return f"{regel.opdracht.gebeurd_op} {inhoud.soort} {wat}".strip()


def _lijst(regels: Iterator[str]) -> Iterator[str]:
    """A list in markdown that says so when it is empty."""
    gevuld = False
    for regel in regels:
        gevuld = True
        yield "- " + regel.replace("\n", " ")
    if not gevuld:
        yield "Niets."
