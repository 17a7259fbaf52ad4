"""Reading a scenario: the life of an opgave as a YAML file of dated commands, with what is expected of each.

The format is written for people (`docs/scenario.md`); what comes out are the domain's own commands. Whatever the file
holds, the outcome is a `Scenario` or a `ScenarioFout` that says in Dutch which line and which field is wrong.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
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
from starter.scenarioregels import PROVINCIE, Adresregel, Bestand, Regel, Scenario, Stuurvelden

MAX_BYTES = 1_000_000
BEGINUUR = 10
"""Commands of one day are given from 10:00 on the clock of Amsterdam, a minute apart."""
MAX_PER_DAG = 600
NAMENS = {"griffier": "PS", "bestuurssecretariaat": "GS", "portefeuillehouder": "GS", "provinciesecretaris": "GS"}
"""On whose behalf a function speaks; everyone else speaks for the province."""

_Lader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
M = TypeVar("M", bound=BaseModel)


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
        regels = tuple(self._regels(bestand))
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
            regel = self._regel(nr, velden, bestand.opgave.id)
            dag = regel.moment.date()
            if dag < vorige:
                raise self._fout(
                    ("opdrachten", nr),
                    f"deze opdracht staat na een van {vorige}; zet de opdrachten in de volgorde waarin ze zijn "
                    "vastgelegd, en noem bij een late vastlegging de dag daarvan in het veld vastgelegd",
                )
            vorige = dag
            yield regel

    def _regel(self, nr: int, velden: Mapping[str, Any], opgave: str) -> Regel:
        plek = ("opdrachten", nr)
        stuur = self._model(Stuurvelden, {k: v for k, v in velden.items() if k in Stuurvelden.model_fields}, plek)
        eigen = {k: v for k, v in velden.items() if k not in Stuurvelden.model_fields}
        inhoud = self._inhoud(stuur, eigen, plek)
        try:
            opdracht = maak_opdracht(inhoud, self._afzender(stuur, plek), stuur.op, f"{opgave}-{nr}")
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

    def _inhoud(self, stuur: Stuurvelden, eigen: dict[str, Any], plek: tuple[object, ...]) -> dict[str, Any]:
        if stuur.opdracht == "Bevestig":
            raise self._fout((*plek, "opdracht"), "noem de opdracht zelf, en de notitie in het veld bevestigt")
        if stuur.opdracht not in OPDRACHTEN:
            hulp = lijkt_op(stuur.opdracht, list(OPDRACHTEN))
            raise self._fout((*plek, "opdracht"), f"de opdracht {stuur.opdracht} bestaat niet.{hulp}")
        inhoud = {"soort": stuur.opdracht, **_voluit(stuur.opdracht, eigen)}
        if stuur.bevestigt is None:
            return inhoud
        return {"soort": "Bevestig", "notitie": stuur.bevestigt, "opdracht": inhoud}

    def _afzender(self, stuur: Stuurvelden, plek: tuple[object, ...]) -> Afzender:
        functie, _, rest = stuur.als.partition(":")
        if functie not in get_args(Functie):
            hulp = lijkt_op(functie, list(get_args(Functie)))
            raise self._fout((*plek, "als"), f"de functie {functie} bestaat niet.{hulp}")
        if functie == "partner" and not rest:
            raise self._fout((*plek, "als"), "noem ook de partner, bijvoorbeeld partner:gemeente-dronten")
        partner = functie == "partner"
        wie = {
            "functie": functie,
            "subject": "contactpersoon" if partner else rest or functie,
            "namens": rest if partner else NAMENS.get(functie, PROVINCIE),
            "grondslag": stuur.grondslag,
            "zekerheid": stuur.zekerheid,
        }
        return self._model(Afzender, wie, (*plek, "als"))

    def _moment(self, dag: date, plek: tuple[object, ...]) -> datetime:
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

    def _model(self, model: type[M], gegevens: object, plek: tuple[object, ...] = ()) -> M:
        try:
            return lees_model(model, gegevens)
        except Invoerfout as fout:
            raise self._fouten(plek, fout) from None

    def _fouten(self, plek: tuple[object, ...], fout: Invoerfout, opdracht: str = "") -> ScenarioFout:
        return ScenarioFout(*(str(self._fout(plek, regel, opdracht)) for regel in fout.regels))

    def _fout(self, plek: tuple[object, ...], reden: str, opdracht: str = "") -> ScenarioFout:
        """`reden` may start with a path of its own, `veld.veld: ...`, which makes the line more exact."""
        veld, _, uitleg = reden.partition(": ")
        pad = tuple(veld.split(".")) if uitleg and " " not in veld else ()
        wat = f", opdracht {plek[1]}" if plek[:1] == ("opdrachten",) else ""
        naam = f" ({opdracht})" if opdracht else ""
        rest = ".".join(map(str, plek[2:] if wat else plek))
        return ScenarioFout(f"{self._waar((*plek, *pad))}{wat}{naam}: {f'{rest}: ' if rest else ''}{reden}")

    def _waar(self, pad: tuple[object, ...]) -> str:
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


def _voluit(soort: str, velden: dict[str, Any]) -> dict[str, Any]:
    """The short forms of the file written out as the fields of the command."""
    if soort == "LegBladVast" and "blad" in velden:
        velden = {"inhoud": {k: v for k, v in velden.items() if k != "reden"}, "reden": velden.get("reden", "")}
    if isinstance(velden.get("aan"), str):
        velden = {**velden, "aan": [velden["aan"]]}
    if isinstance(velden.get("stemming"), dict):
        velden = {**velden, "stemming": _hernoem(velden["stemming"], "stemmen", "per_fractie")}
    if soort == "BoekGeld":
        velden = _centen(velden, "euro", "bedrag")
    if isinstance(velden.get("plan"), dict):
        velden = {**velden, "plan": _centen(velden["plan"], "budget_euro", "budget")}
    return velden


def _hernoem(velden: dict[str, Any], kort: str, lang: str) -> dict[str, Any]:
    return {lang if k == kort and lang not in velden else k: v for k, v in velden.items()}


def _centen(velden: dict[str, Any], kort: str, lang: str) -> dict[str, Any]:
    """Euros become the eurocents the domain counts in; what is no amount is left for the model to refuse."""
    waarde = velden.get(kort)
    if isinstance(waarde, bool) or not isinstance(waarde, int | float) or lang in velden:
        return velden
    centen = Decimal(str(waarde)) * 100
    rest = {k: v for k, v in velden.items() if k != kort}
    return {**rest, lang: int(centen)} if centen == int(centen) else velden
