"""Playing a scenario dry: with the pure core, in milliseconds, holding each command against what the file expects."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from domain import kern
from domain.feit import Bewijs, Feit
from domain.stand import Begin, Stand
from domain.taal.besluiten import BesluitGenomen
from domain.taal.herstel import BesluitHersteld
from domain.taal.termijnen import TermijnGestart
from domain.taal.vastlegging import BesluitVastgelegd
from starter.scenariobestand import ScenarioFout
from starter.scenarioregels import Regel, Scenario, Verwachting


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
        stand, nieuw = kern.stap(stand, regel.moment, regel.gereed(stand))
        feiten += [*eerder, *nieuw]
        eigen = [feit for feit in nieuw if feit.opdracht == regel.opdracht.id]  # what time said is nobody's answer
        toets(regel, kern.bewijs(stand, regel.opdracht.id), eigen, stand)
    stand, rest = _wacht_tot(stand, scenario.einde)
    return stand, [*feiten, *rest]


def _wacht_tot(stand: Stand, tot: datetime | None) -> tuple[Stand, list[Feit]]:
    """Let time pass moment by moment, as the timers of the shell do; without an end only when the life is over."""
    feiten = list[Feit]()
    while (moment := kern.volgend_moment(stand)) is not None:
        if moment > tot if tot is not None else not stand.leven.voorbij:
            break
        stand, nieuw = kern.stap(stand, moment)
        feiten += nieuw
    return stand, feiten


def toets(regel: Regel, bewijs: Bewijs, feiten: Sequence[Feit], stand: Stand) -> None:
    """Compare what came of a command with what the file expects. Raises ScenarioFout that names every difference."""
    anders = tuple(weigering(regel.verwacht, bewijs)) or tuple(_anders(regel, feiten, stand))
    if anders:
        raise ScenarioFout(*(f"{regel.plek}: {zin}" for zin in anders))


def weigering(verwacht: Verwachting, bewijs: Bewijs) -> Iterator[str]:
    """In what a receipt differs from what the file says about being refused."""
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
    for besluit in filter(None, map(_besluit, feiten)):
        yield from ((veld, getattr(besluit, veld)) for veld in ("uitkomst", "resultaat", "afloop"))
        tellen = ("voor", "tegen", "afwezig", "voltallig", "geldig", "geldig_minimum")
        yield from ((veld, getattr(besluit.uitslag, veld, None)) for veld in tellen)
        yield "status", stand.stappen[besluit.stap].status
    stap = getattr(getattr(regel.opdracht.inhoud, "opdracht", regel.opdracht.inhoud), "stap", None)
    if stap in stand.stappen:
        yield "status", stand.stappen[stap].status


def _besluit(feit: Feit) -> BesluitGenomen | None:
    """What a body decided, by this fact: recorded, confirmed, or corrected."""
    match feit.inhoud:
        case BesluitGenomen():
            return feit.inhoud
        case BesluitVastgelegd() | BesluitHersteld():
            return feit.inhoud.besluit
        case _:
            return None
