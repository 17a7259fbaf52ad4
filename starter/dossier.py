"""The dossier a played life leaves: its folder, what is written in it, and the summary."""

import asyncio
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from temporalio.client import Client

from archief.geschiedenis import haal_runs
from domain.beeld.overzicht import samenvatting
from domain.feit import Bewijs, Feit
from domain.stand import Begin, Stand
from domain.taal.besluiten import BesluitGenomen
from domain.taal.bladen import LegBladVast
from domain.woorden import datum, gewoon, orgaan
from domain.zinnen import vertel
from register import documenten
from register.rijen import Poststatus
from register.verbinding import Register
from starter.scenariobestand import ScenarioFout
from starter.scenarioregels import Deel, Regel, Scenario
from workflows.namen import workflow_id

TIJDLIJN, STAND, VERSLAG = "tijdlijn.json", "stand.json", "verslag.md"
GESCHIEDENIS, POST, STUKKEN, REGISTER, PAK = "geschiedenis", "post", "stukken", "register.db", "pak"
SLEUTEL = "ondertekensleutel.pem"


@dataclass(frozen=True)
class Gespeeld:
    """A life that was really played: what it began with, and what came of it."""

    scenario: Scenario
    begin: Begin
    stand: Stand
    feiten: Sequence[Feit]
    bewijzen: Mapping[str, Bewijs]
    berichten: Mapping[Poststatus, int]


class Samenvatting(Deel):
    """What came of a played life. `gelijk` only when all evidence agrees; `eens` says in words what does."""

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
    eens: str
    seconden: float

    @property
    def gelijk(self) -> bool:
        """Whether nothing contradicts anything."""
        return not self.bevindingen


def vat_samen(
    leven: Gespeeld, map_: Path, runs: int, bevindingen: tuple[str, ...], eens: str, seconden: float
) -> Samenvatting:
    """The numbers of a life whose dossier comes to lie in `map_`."""
    soorten = Counter(feit.inhoud.soort for feit in leven.feiten)
    return Samenvatting(
        opgave=leven.scenario.opgave,
        titel=leven.stand.leven.titel,
        map=map_,
        van=leven.feiten[0].gebeurd_op,
        tot=leven.scenario.tot or leven.feiten[-1].gebeurd_op,
        fase=str(leven.stand.leven.fase),
        toestand=leven.stand.leven.toestand,
        opdrachten=len(leven.scenario.regels),
        aangevuld=sum(regel.aangevuld for regel in leven.scenario.regels),
        feiten=len(leven.feiten),
        besluiten=soorten["BesluitGenomen"],
        herinneringen=soorten["HerinneringVerstuurd"],
        weigeringen=soorten["OpdrachtGeweigerd"],
        berichten=sum(leven.berichten.values()),
        verzonden=leven.berichten.get("verzonden", 0),
        runs=runs,
        bevindingen=bevindingen,
        eens=eens,
        seconden=seconden,
    )


@contextmanager
def werkmap(doel: Path) -> Iterator[Path]:
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


async def bewaar_geschiedenis(client: Client, opgave: str, map_: Path) -> int:
    """Each run's Temporal history, from the first run on along the links between them. Returns how many."""
    await asyncio.to_thread(map_.mkdir)
    runs = await haal_runs(client, workflow_id(opgave))
    for nummer, run in enumerate(runs, start=1):
        await asyncio.to_thread((map_ / f"{nummer:03}-{run.run_id}.json").write_bytes, run.als_json())
    return len(runs)


def bewaar_stukken(register: Register, opgave: str, map_: Path) -> None:
    """The documents that went to GS and PS, as PDF and as web page."""
    map_.mkdir()
    for rij in (rij for rij in documenten.documenten(register, opgave) if rij.vernietigd_op is None):
        if gevonden := documenten.document(register, rij.sleutel):
            (map_ / rij.bestandsnaam).write_bytes(gevonden[1])


def bewaar(map_: Path, leven: Gespeeld, klaar: Samenvatting) -> None:
    """The facts, the state and the report, written to this folder; the private key was for this play only and goes."""
    (map_ / SLEUTEL).unlink(missing_ok=True)
    feiten = [feit.model_dump(mode="json") for feit in leven.feiten]
    (map_ / TIJDLIJN).write_text(json.dumps(feiten, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (map_ / STAND).write_text(leven.stand.model_dump_json(indent=1) + "\n", "utf-8")
    (map_ / VERSLAG).write_text("\n".join(_verslag(leven.scenario, leven.stand, leven.feiten, klaar)) + "\n", "utf-8")


def _verslag(scenario: Scenario, stand: Stand, feiten: Sequence[Feit], klaar: Samenvatting) -> Iterator[str]:
    """The report for people: where it stands, the numbers, the decisions, what was refused, and the whole timeline."""
    yield from (f"# {klaar.titel}", "", f"Opgave {klaar.opgave}, gespeeld uit {scenario.naam},")
    yield from (f"van {datum(klaar.van)} tot en met {datum(klaar.tot)}.", "")
    yield from (samenvatting(stand), "", "## In getallen", "", "| wat | aantal |", "|---|---|")
    for naam in ("opdrachten", "feiten", "besluiten", "herinneringen", "weigeringen", "berichten", "verzonden"):
        yield f"| {naam} | {getattr(klaar, naam)} |"
    yield from ("", "## Klopt het?", "")
    yield from (f"- {b}" for b in klaar.bevindingen or (klaar.eens,))
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
    dag = besluit.genomen_op or feit.gebeurd_op
    return f"| {dag} | " + " | ".join(deel.replace("|", "/") for deel in delen) + f"{resultaat}{stemmen} |"


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
