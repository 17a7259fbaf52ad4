"""Reading a scenario: the life of an opgave as a YAML file of dated commands, with what is expected of each.

The format is written for people (`docs/scenario.md`); what comes out are the domain's own commands. Whatever the file
holds, the outcome is a `Scenario` or a `ScenarioFout` that says in Dutch which line and which field is wrong.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel

from domain.basis import Afzender, Functie, Weigering
from domain.kalender import op as moment_op
from domain.opdracht import OPDRACHTEN
from domain.reglement.register import reglement
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout, lees_model, lees_yaml, maak_opdracht
from starter.scenariokort import voluit
from starter.scenarioregels import (
    NAMENS,
    PROVINCIE,
    VASTLEGGEND,
    Adresregel,
    Bestand,
    Regel,
    Scenario,
    Stuurvelden,
    Verwachting,
    vastgelegde_stap,
)

MAX_BYTES = 1_000_000
BEGINUUR = 10
"""Commands of one day are given from 10:00 on the clock of Amsterdam, a minute apart."""
MAX_PER_DAG = 600

_Lader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
FUNCTIES: tuple[str, ...] = tuple(f for f in get_args(Functie) if f != "systeem")
"""Whoever a file can speak for: nobody speaks for the system itself."""
M = TypeVar("M", bound=BaseModel)
Plek = tuple[object, ...]


class ScenarioFout(Exception):
    """The file can't be played, or the life did not go as the file expects; the text is for whoever wrote it."""

    def __init__(self, *regels: str) -> None:
        super().__init__("\n".join(regels))
        self.regels = regels


def lees_scenario(pad: Path) -> Scenario:
    """Read a scenario file. Raises ScenarioFout."""
    try:
        with pad.open("rb") as bestand:
            rauw = bestand.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        raise ScenarioFout(f"Het bestand {pad} is er niet of is niet te lezen.") from None
    return lees_bytes(rauw, pad.name)


def lees_bytes(rauw: bytes, naam: str) -> Scenario:
    """Read a scenario from bytes; `naam` is what messages call it. Raises ScenarioFout."""
    if len(rauw) > MAX_BYTES:
        raise ScenarioFout(f"{naam}: dit bestand is te groot, hoogstens {MAX_BYTES // 1_000_000} MB.")
    try:
        tekst = rauw.decode("utf-8-sig")
        gegevens = lees_yaml(tekst)
        return _Lezer(naam, tekst).lees(gegevens)
    except UnicodeDecodeError:
        raise ScenarioFout(f"{naam}: dit is geen tekst in UTF-8.") from None
    except Invoerfout as fout:
        raise ScenarioFout(*(f"{naam}: {regel}" for regel in fout.regels)) from None


class _Lezer:
    """One reading of one file: the values, and the lines on which they stand."""

    def __init__(self, naam: str, tekst: str) -> None:
        self._naam = naam
        self._wortel = yaml.compose(tekst, Loader=_Lader)
        self._per_dag: Counter[date] = Counter()

    def lees(self, gegevens: object) -> Scenario:
        bestand = self._model(Bestand, gegevens)
        try:
            reglement(bestand.opgave.reglement)
        except Weigering as fout:
            raise self._fout(("opgave", "reglement"), fout.reden) from None
        regels = tuple(sorted(self._regels(bestand), key=lambda regel: regel.moment))
        if bestand.tot is not None and moment_op(bestand.tot, 23, 59) < regels[-1].moment:
            raise self._fout(("tot",), "deze datum ligt voor de laatste opdracht")
        return Scenario(
            naam=self._naam,
            opgave=bestand.opgave.id,
            reglement=bestand.opgave.reglement,
            contacten=tuple(self._contact(wie, email) for wie, email in bestand.contacten.items()),
            context=bestand.context,
            regels=regels,
            tot=bestand.tot,
        )

    def _regels(self, bestand: Bestand) -> Iterator[Regel]:
        vorige = date.min
        for nr, velden in enumerate(bestand.opdrachten, start=1):
            plek = ("opdrachten", nr)
            stuur = self._model(Stuurvelden, {k: v for k, v in velden.items() if k in Stuurvelden.model_fields}, plek)
            regel = self._regel(nr, velden, stuur, bestand.opgave.id)
            dag = regel.moment.date()
            if dag < vorige:
                raise self._fout(
                    plek,
                    f"deze opdracht staat na een van {vorige}; zet de opdrachten in de volgorde waarin ze zijn "
                    "vastgelegd, en noem bij een late vastlegging de dag daarvan in het veld vastgelegd",
                )
            vorige = dag
            yield from self._met_tweede(regel, stuur, plek)

    def _met_tweede(self, regel: Regel, stuur: Stuurvelden, plek: Plek) -> Iterator[Regel]:
        """The command; and where a second person confirms it, that one's command, which is what the file looks at."""
        if stuur.bevestigd_door is None:
            if stuur.bevestigd_op is not None:
                raise self._fout((*plek, "bevestigd_op"), "noem ook wie bevestigt, in het veld bevestigd_door")
            yield regel
            return
        stap = vastgelegde_stap(regel.opdracht)
        if stap is None:
            raise self._fout((*plek, "bevestigd_door"), f"dit hoort alleen bij {', '.join(VASTLEGGEND)}")
        if stuur.verwacht.geweigerd:
            raise self._fout((*plek, "bevestigd_door"), "wat hoort te worden geweigerd, wordt niet bevestigd")
        yield regel.model_copy(update={"verwacht": Verwachting()})
        yield self._tweede(regel, stuur, stap, plek)

    def _tweede(self, regel: Regel, stuur: Stuurvelden, stap: str, plek: Plek) -> Regel:
        dag = stuur.bevestigd_op or regel.moment.date()
        if dag < regel.moment.date():
            raise self._fout((*plek, "bevestigd_op"), "deze dag ligt voor de dag van vastleggen")
        eerste = regel.opdracht.door
        door = self._afzender(str(stuur.bevestigd_door), stuur, (*plek, "bevestigd_door"))
        if door.subject == eerste.subject:
            door = door.met(subject=f"{eerste.subject}-2")
        inhoud = {"soort": "BevestigBesluit", "vastlegging": stap}
        return Regel(
            nr=regel.nr,
            plek=f"{regel.plek}, bevestigd door {stuur.bevestigd_door}",
            moment=self._moment(dag, plek),
            opdracht=maak_opdracht(inhoud, door, dag, f"{regel.opdracht.id}-tweede"),
            verwacht=stuur.verwacht,
            tweede_bij=stap,
        )

    def _regel(self, nr: int, velden: Mapping[str, Any], stuur: Stuurvelden, opgave: str) -> Regel:
        plek = ("opdrachten", nr)
        eigen = {k: v for k, v in velden.items() if k not in Stuurvelden.model_fields}
        inhoud = self._inhoud(stuur, eigen, plek)
        try:
            opdracht = maak_opdracht(
                inhoud, self._afzender(stuur.als, stuur, (*plek, "als")), stuur.op, f"{opgave}-{nr}"
            )
        except Invoerfout as fout:
            raise self._fouten(plek, fout, stuur.opdracht) from None
        return Regel(
            nr=nr,
            plek=f"{self._waar(plek)}, opdracht {nr} ({stuur.opdracht} op {stuur.op})",
            moment=self._moment(stuur.vastgelegd or stuur.op, plek),
            opdracht=opdracht,
            verwacht=stuur.verwacht,
            aangevuld=stuur.aangevuld,
        )

    def _inhoud(self, stuur: Stuurvelden, eigen: dict[str, Any], plek: Plek) -> dict[str, Any]:
        if stuur.opdracht == "Bevestig":
            raise self._fout((*plek, "opdracht"), "noem de opdracht zelf, en de notitie in het veld bevestigt")
        if stuur.opdracht not in OPDRACHTEN:
            hulp = lijkt_op(stuur.opdracht, list(OPDRACHTEN))
            raise self._fout((*plek, "opdracht"), f"de opdracht {stuur.opdracht} bestaat niet.{hulp}")
        inhoud = {"soort": stuur.opdracht, **voluit(stuur.opdracht, eigen)}
        if stuur.bevestigt is None:
            return inhoud
        return {"soort": "Bevestig", "notitie": stuur.bevestigt, "opdracht": inhoud}

    def _afzender(self, als: str, stuur: Stuurvelden, plek: Plek) -> Afzender:
        functie, _, rest = als.partition(":")
        if functie not in FUNCTIES:
            hulp = lijkt_op(functie, list(FUNCTIES))
            raise self._fout(plek, f"de functie {functie} bestaat niet.{hulp}")
        if functie == "partner" and not rest:
            raise self._fout(plek, "noem ook de partner, bijvoorbeeld partner:gemeente-dronten")
        partner = functie == "partner"
        wie = {
            "functie": functie,
            "subject": "contactpersoon" if partner else rest or functie,
            "namens": rest if partner else NAMENS.get(functie, PROVINCIE),
            "grondslag": stuur.grondslag,
            "zekerheid": stuur.zekerheid,
        }
        return self._model(Afzender, wie, plek)

    def _moment(self, dag: date, plek: Plek) -> datetime:
        volgnummer = self._per_dag[dag]
        self._per_dag[dag] += 1
        if volgnummer >= MAX_PER_DAG:
            raise self._fout(plek, f"er staan te veel opdrachten op {dag}: hoogstens {MAX_PER_DAG}")
        if not 2000 <= dag.year <= 2200:
            raise self._fout(plek, f"{dag} ligt te ver weg: kies een jaar van 2000 tot en met 2200")
        return moment_op(dag, BEGINUUR) + timedelta(minutes=volgnummer)

    def _contact(self, wie: str, email: str) -> Adresregel:
        functie, _, organisatie = wie.partition("@")
        waarde = {"functie": functie, "organisatie": organisatie or PROVINCIE, "email": email}
        return self._model(Adresregel, waarde, ("contacten", wie))

    def _model(self, model: type[M], gegevens: object, plek: Plek = ()) -> M:
        try:
            return lees_model(model, gegevens)
        except Invoerfout as fout:
            raise self._fouten(plek, fout) from None

    def _fouten(self, plek: Plek, fout: Invoerfout, opdracht: str = "") -> ScenarioFout:
        return ScenarioFout(*(str(self._fout(plek, regel, opdracht)) for regel in fout.regels))

    def _fout(self, plek: Plek, reden: str, opdracht: str = "") -> ScenarioFout:
        """`reden` may start with a path of its own, `veld.veld: ...`, which makes the line more exact."""
        veld, _, uitleg = reden.partition(": ")
        pad = tuple(veld.split(".")) if uitleg and " " not in veld else ()
        wat = f", opdracht {plek[1]}" if plek[:1] == ("opdrachten",) else ""
        naam = f" ({opdracht})" if opdracht else ""
        rest = ".".join(map(str, plek[2:] if wat else plek))
        return ScenarioFout(f"{self._waar((*plek, *pad))}{wat}{naam}: {f'{rest}: ' if rest else ''}{reden}")

    def _waar(self, pad: Plek) -> str:
        """The file and the line of the deepest part of this path that stands in it."""
        node, regel = self._wortel, 1
        for deel in pad:
            kind = _kind(node, str(deel))
            if kind is None:
                break
            regel, node = kind
        return f"{self._naam}, regel {regel}"


def _kind(node: yaml.Node | None, deel: str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k.start_mark.line + 1, v) for k, v in node.value if k.value == deel), None)
    if isinstance(node, yaml.SequenceNode) and deel.isdecimal() and 0 < int(deel) <= len(node.value):
        kind = node.value[int(deel) - 1]
        return kind.start_mark.line + 1, kind
    return None
