"""The outcomes of one meeting in a file: what holds for the whole meeting once, and an entry for every decision.

It is read strictly and whole: each entry that is wrong is named with its place, its line and its field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import Field

from domain.basis import Dag, Kenmerk, Model, OpgaveId
from domain.stemmen.gegevens import Stemming
from domain.taal.behandeling import Ondertekening, Zitting
from domain.taal.besluiten import LegBesluitVast
from domain.taal.stukken import Stuk
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout, lees_bestand, lees_model

WOORDEN = ("voor", "tegen", "afwezig")
"""What may stand for the four numbers of a fractie when all its members did the same."""
BEWAARD_IN_EERSTE = frozenset(
    {
        *("soort", "opgave", "stap", "uitkomst", "resultaat", "stemming", "amendementen", "beslispunten"),
        *("motivering", "bron", "in_werking_op", "bezetting"),
    }
)
"""The fields that a decision under the first reglement keeps; it knows no others."""


class Vergadergegevens(Model):
    """What was the same for every decision of the meeting. `aanwezig`: names on the presentielijst."""

    orgaan: Kenmerk | None = None
    datum: Dag | None = None
    aanwezig: Annotated[int, Field(strict=True, ge=0, le=500)] | None = None
    vergadering: Zitting | None = None
    ondertekening: Ondertekening | None = None
    bron: Stuk | None = None
    besluiten: Annotated[tuple[dict[str, Any], ...], Field(min_length=1, max_length=200)]


class Bestandsregel(LegBesluitVast):
    """One entry: the fields of a decision, and the opgave it is about."""

    opgave: OpgaveId


@dataclass(frozen=True)
class Uitslag:
    """One decision as it stands in the file. `plek` says where; `velden` are the fields that were given."""

    nr: int
    plek: str
    opgave: str
    besluit: LegBesluitVast
    velden: frozenset[str]


@dataclass(frozen=True)
class Vergaderbestand:
    """A whole file."""

    gegevens: Vergadergegevens
    uitslagen: tuple[Uitslag, ...]

    def vul_in(self, uitslag: Uitslag, *, eerste: bool) -> LegBesluitVast:
        """The decision with what holds for the meeting, as far as it was not given with the decision itself.

        Args:
            eerste: the opgave lives under the first reglement, which keeps no more than the source of it.
        """
        van_allen = ("bron",) if eerste else ("bron", "vergadering", "ondertekening")
        besluit, alle = uitslag.besluit, self.gegevens
        leeg = {naam: getattr(alle, naam) for naam in van_allen if getattr(besluit, naam) is None}
        met_lijst = tuple(a.met(stemming=self._aanwezig(a.stemming)) for a in besluit.amendementen)
        return besluit.met(**leeg, stemming=self._aanwezig(besluit.stemming), amendementen=met_lijst)

    def _aanwezig(self, stemming: Stemming | None) -> Stemming | None:
        if stemming is None or stemming.aanwezig is not None:
            return stemming
        return stemming.met(aanwezig=self.gegevens.aanwezig)


def lees_uitslagen(pad: Path, orgaan: str, dag: date, zetels: Mapping[str, int]) -> Vergaderbestand:
    """The outcomes in a YAML or JSON file.

    Args:
        orgaan: the body and `dag` its meeting, which the file may repeat but not contradict.
        zetels: the seats per fractie on that day, for a fractie of which one word is given.

    Raises:
        Invoerfout: with a line for each thing that is wrong.
    """
    data = lees_bestand(pad)
    gegevens = _los(pad, data)
    fouten = [f"{pad.name}: {_noem(plek)}" for plek in _leeg(data) if plek[0] != "besluiten"]
    fouten += (f"{pad.name}: {fout}" for fout in _anders(gegevens, orgaan, dag))
    regelnummers, uitslagen = _regelnummers(pad), list[Uitslag]()
    for nr, ruw in enumerate(gegevens.besluiten, start=1):
        plek = _plek(nr, ruw, regelnummers)
        try:
            uitslagen.append(_lees(nr, plek, ruw, zetels))
        except Invoerfout as fout:
            fouten += (f"{pad.name}: {plek}: {regel}" for regel in fout.regels)
    fouten += (f"{pad.name}: {fout}" for fout in _dubbel(uitslagen))
    if fouten:
        raise Invoerfout(*fouten)
    return Vergaderbestand(gegevens, tuple(uitslagen))


def _los(pad: Path, data: Mapping[str, Any]) -> Vergadergegevens:
    velden = list(Vergadergegevens.model_fields)
    hints = [f"{n}: dit veld bestaat hier niet.{lijkt_op(n, velden)}" for n in data if n not in velden]
    try:
        gelezen = lees_model(Vergadergegevens, {n: w for n, w in data.items() if n in velden})
    except Invoerfout as fout:
        hints += fout.regels
    if hints:
        raise Invoerfout(*(f"{pad.name}: {hint}" for hint in hints))
    return gelezen


def _anders(gegevens: Vergadergegevens, orgaan: str, dag: date) -> Iterator[str]:
    if gegevens.orgaan is not None and gegevens.orgaan.lower() != orgaan.lower():
        yield f"orgaan: dit bestand is van {gegevens.orgaan}, niet van {orgaan}."
    if gegevens.datum is not None and gegevens.datum != dag:
        yield f"datum: dit bestand is van {gegevens.datum.isoformat()}, niet van {dag.isoformat()}."


def _lees(nr: int, plek: str, ruw: Mapping[str, Any], zetels: Mapping[str, int]) -> Uitslag:
    velden = list(Bestandsregel.model_fields)
    fouten = [f"{n}: dit veld bestaat hier niet.{lijkt_op(n, velden)}" for n in ruw if n not in velden]
    fouten += map(_noem, _leeg(ruw))
    if fouten:
        raise Invoerfout(*fouten)
    gelezen = lees_model(Bestandsregel, {**_met_fracties(ruw, zetels), **_opgave(ruw)})
    besluit = LegBesluitVast.model_validate(gelezen.model_dump(exclude={"opgave"}))
    return Uitslag(nr, plek, gelezen.opgave, besluit, frozenset(gelezen.model_fields_set))


def _opgave(ruw: Mapping[str, Any]) -> dict[str, str]:
    """The id in capitals, as it is kept."""
    opgave = ruw.get("opgave")
    return {"opgave": opgave.strip().upper()} if isinstance(opgave, str) else {}


def _met_fracties(ruw: Mapping[str, Any], zetels: Mapping[str, int]) -> dict[str, Any]:
    """The entry with four numbers for each fractie of which one word was given, also at its amendementen."""
    nieuw = dict(ruw)
    if isinstance(stemming := ruw.get("stemming"), Mapping):
        nieuw["stemming"] = _met_cijfers(stemming, zetels)
    if isinstance(stukken := ruw.get("amendementen"), list):
        nieuw["amendementen"] = [_met_fracties(s, zetels) if isinstance(s, Mapping) else s for s in stukken]
    return nieuw


def _met_cijfers(stemming: Mapping[str, Any], zetels: Mapping[str, int]) -> dict[str, Any]:
    tabel = stemming.get("per_fractie")
    if not isinstance(tabel, Mapping):
        return dict(stemming)
    return {**stemming, "per_fractie": {naam: _cijfers(naam, w, zetels) for naam, w in tabel.items()}}


def _cijfers(fractie: str, waarde: object, zetels: Mapping[str, int]) -> object:
    if waarde not in WOORDEN:
        return waarde
    if fractie not in zetels:
        raise Invoerfout(f"stemming.per_fractie.{fractie}: deze fractie heeft op deze dag geen zetels.")
    return [zetels[fractie] if waarde == woord else 0 for woord in (*WOORDEN, "art28")]


def _leeg(waarde: object, pad: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The places where nothing was filled in."""
    match waarde:
        case None:
            yield pad
        case Mapping():
            for naam, deel in waarde.items():
                yield from _leeg(deel, (*pad, naam))
        case list():
            for nr, deel in enumerate(waarde, start=1):
                yield from _leeg(deel, (*pad, str(nr)))


def _noem(plek: tuple[str, ...]) -> str:
    return f"{'.'.join(plek)[:200]}: dit is nog niet ingevuld; vul het in of haal de regel weg."


def _dubbel(uitslagen: list[Uitslag]) -> Iterator[str]:
    gezien: dict[tuple[str, str], int] = {}
    for u in uitslagen:
        eerder = gezien.setdefault((u.opgave, u.besluit.stap), u.nr)
        if eerder != u.nr:
            yield f"{u.plek}: dit staat er twee keer in; zie ook besluiten.{eerder}."


def _plek(nr: int, ruw: Mapping[str, Any], regelnummers: list[int]) -> str:
    """Where an entry stands, with as much of its name as can be read."""
    delen = [str(ruw[veld])[:80] for veld in ("opgave", "stap") if ruw.get(veld)]
    naam = " ".join(delen).replace("\n", " ")
    regel = f"regel {regelnummers[nr - 1]}" if nr <= len(regelnummers) else ""
    waar = ", ".join(deel for deel in (naam, regel) if deel)
    return f"besluiten.{nr} ({waar})" if waar else f"besluiten.{nr}"


def _regelnummers(pad: Path) -> list[int]:
    """The lines at which the entries of a YAML file begin; it was read before, so it can be parsed."""
    if pad.suffix.lower() == ".json":
        return []
    knoop: Any = yaml.compose(pad.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    lijst = next(waarde for naam, waarde in knoop.value if naam.value == "besluiten")
    return [deel.start_mark.line + 1 for deel in lijst.value]
