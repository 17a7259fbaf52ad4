"""The whole play: one agenda, forty opgaven, four years. Everything is fixed, so two plays are the same."""

import functools
import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import agenda
import levens
import samenwerken
from agenda import LAATSTE
from levens import Beurt, Kijk, Opzet
from verhaal import ZEEWOLDE, Zet, manager

from domain.opdracht import Opdracht
from domain.regels.splitsing_verdeling import te_verdelen
from domain.stand import Begin, Stand
from starter.scenariobestand import lees_scenario
from starter.scenarioregels import Regel

_MAP = Path(__file__).parents[2] / "examples"
VOORBEELDEN = (_MAP / "energiehub-oostrand.yaml", _MAP / "adviesloket-polderrand.yaml")
THEMAS = ("energietransitie", "woningbouw", "water", "jeugd", "circulaire economie", "bereikbaarheid")
WATEN = (
    "warmte uit water",
    "een loket voor bouwplannen",
    "droge voeten",
    "een plek voor jongeren",
    "afval als grondstof",
    "een bus die komt",
    "buurtstroom",
    "betaalbaar wonen",
    "schone sloten",
    "werk dichtbij",
)
VERLOPEN = ("vol", "vol", "loopt", "ingetrokken", "vol", "gepauzeerd", "vol", "begint")
EINDES = ("opschalen", "overdragen", "stoppen")
VORMEN = ("LEERNETWERK", "GESPREKSTAFEL", "LEERNETWERK")
RIJK = "FL-R-01"
"""The life in which everything about working together happens."""
SPLITST, AFGESPLITST, GAAT_OP, HERBERGT = "FL-R-12", "FL-R-12-B", "FL-R-20", "FL-R-18"


def opzetten() -> Iterator[Opzet]:
    """The thirty-eight generated opgaven; with the two examples there are forty."""
    for nr in range(1, 39):
        id_ = f"FL-R-{nr:02d}"
        apart = {RIJK: "vol", SPLITST: "loopt", GAAT_OP: "begint", HERBERGT: "loopt"}
        yield Opzet(
            id=id_,
            titel=f"{WATEN[nr % len(WATEN)]} {nr}",
            thema=THEMAS[nr % len(THEMAS)],
            begin=agenda.EERSTE + timedelta(days=7 + 28 * (nr - 1)),
            vorm=VORMEN[nr % 3],
            einde=EINDES[nr % 3],
            tempo=6 + nr % 3,
            aangehouden=nr % 5 == 0,
            verloop=apart.get(id_, VERLOPEN[nr % len(VERLOPEN)]),
        )


def alles() -> list[Beurt]:
    """Every turn of the play in order of day; on one day the agenda goes first."""
    alle = list(opzetten())
    beurten = itertools.chain(
        agenda.beurten(),
        (agenda.zet(opzet) for opzet in alle),
        *(levens.beurten(opzet) for opzet in alle),
        samenwerken.beurten(next(o for o in alle if o.id == RIJK)),
        _splitsingen(),
        *(_voorbeeld(bestand) for bestand in VOORBEELDEN),
    )
    binnen = (b for b in beurten if b.dag <= LAATSTE)
    return sorted(binnen, key=lambda b: (b.moment, b.id != agenda.AGENDA))


def _voorbeeld(bestand: Path) -> Iterator[Beurt]:
    """One of the two worked examples, as it stands in its file."""
    scenario = lees_scenario(bestand)
    begin = Begin(opgave=scenario.opgave, reglement=scenario.reglement)
    eerste = scenario.regels[0].moment.date() - timedelta(days=3)
    inhoud = {"opgave": scenario.opgave, "titel": scenario.naam, "thema": "voorbeeld", "reden": "voorbeeld"}
    op_agenda = manager("ZetOpAgenda", **inhoud, periode=agenda.halfjaar(eerste))
    yield agenda.eens(eerste, op_agenda)
    for regel in scenario.regels:
        akte = functools.partial(_regel, regel)
        yield Beurt(regel.moment.date(), scenario.opgave, akte, op=regel.moment, begin=begin)


def _regel(regel: Regel, kijk: Kijk) -> Iterator[Opdracht]:
    yield regel.opdracht if regel.tweede_bij is None else regel.gereed(kijk())


def _splitsingen() -> Iterator[Beurt]:
    """One opgave splits, another ends in a third."""
    yield Beurt(date(2026, 3, 4), SPLITST, _splits)
    yield Beurt(date(2026, 9, 9), GAAT_OP, _gaat_op)


def _splits(kijk: Kijk) -> Iterator[Zet]:
    """A partner goes along, everything else stays."""
    verdeling = _verdeling(kijk(), gaat_mee=ZEEWOLDE)
    reden = "twee vragen door elkaar"
    yield manager("Splits", nieuw=AFGESPLITST, titel="kleine plannen", reden=reden, verdeling=verdeling)


def _gaat_op(kijk: Kijk) -> Iterator[Zet]:
    yield manager("VoegSamen", gaat_op_in=HERBERGT, reden="dezelfde vraag", verdeling=_verdeling(kijk()))


def _verdeling(stand: Stand, gaat_mee: str = "") -> list[dict[str, str]]:
    """Of everything that must be named: it stays, but for this."""
    return [
        {"soort": d.soort, "id": d.id, "waarheen": "gaat_mee" if d.id == gaat_mee else "blijft"}
        for d in te_verdelen(stand)
    ]
