"""What must hold after the play: nothing lost between lives, and every report adds up with the facts themselves."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any, TypeVar

from agenda import AGENDA

from domain import kern
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.stand import Begin
from domain.taal.bladen import BladVastgelegd
from domain.verwachting.doorlooptijden import Doorlooptijden, Maat, gemeten, uit_maten
from domain.verwachting.model import Vraag
from domain.verwachting.vergelijk import Misser, vergelijk
from domain.verwachting.verwacht import verwacht
from rapporten import agenda_cijfers, agenda_wijzigingen, leer_cijfers
from rapporten import lezen as rapportlezen
from rapporten.leven import grenzen
from register import lezen
from register.overbrengen import rijen
from register.verbinding import Register

Feiten = Mapping[str, Sequence[Feit]]
T = TypeVar("T")


def namen(feit: Feit) -> Iterable[str]:
    """What a fact is called in docs/seeds.md: its kind, and for a sheet also that of the sheet."""
    yield feit.inhoud.soort
    if isinstance(feit.inhoud, BladVastgelegd):
        yield f"BladVastgelegd:{feit.inhoud.inhoud.blad}"


def alle_feiten(register: Register) -> Feiten:
    """Every fact of every life, as the register holds it."""
    levens = (*lezen.lijst(register), *lezen.agendas(register))
    return {leven.id: [rij.feit for rij in lezen.feiten(register, leven.id)] for leven in levens}


def niets_zoek(register: Register) -> None:
    """What one life had for another arrived; only a life that is over no longer hears it."""
    for rij in rijen(register):
        assert rij.status == "gedaan" or (rij.status, rij.fout) == ("vervallen", "afgelopen"), rij


def ketens_heel(feiten: Feiten) -> None:
    """Each life is one chain from its genesis."""
    for id_, reeks in feiten.items():
        assert [f.seq for f in reeks] == list(range(1, len(reeks) + 1)), id_


def agenda_klopt(register: Register, feiten: Feiten) -> None:
    """The report of every half year counts what the agenda's own facts say."""
    soorten = set(agenda_wijzigingen.WIJZIGINGEN)
    for halfjaar in (f"{jaar}-{helft}" for jaar in range(2024, 2028) for helft in (1, 2)):
        van, tot = grenzen(halfjaar)
        leven = rapportlezen.leven(register, AGENDA, tot)
        assert leven is not None
        levens = rapportlezen.van_agenda(register, leven, tot)
        cijfers = agenda_cijfers.cijfers(leven, levens, {}, halfjaar)
        eigen = [f for f in feiten[AGENDA] if van <= f.gebeurd_op <= tot and f.inhoud.soort in soorten]
        assert len(cijfers.wijzigingen) == len(eigen), halfjaar
        op_agenda = {
            f.inhoud.opgave for f in feiten[AGENDA] if f.inhoud.soort == "OpAgendaGezet" and f.gebeurd_op <= tot
        }
        assert {punt.opgave for punt in cijfers.punten} == op_agenda
        begonnen = {id_ for id_ in op_agenda if feiten.get(id_) and feiten[id_][0].gebeurd_op <= tot}
        assert {punt.opgave for punt in cijfers.punten if punt.toestand} == begonnen


def leren_klopt(register: Register, feiten: Feiten) -> None:
    """The learning report of every year counts what the facts say."""
    for jaar in range(2024, 2028):
        levens = rapportlezen.alle(register, date(jaar, 12, 31))
        cijfers = leer_cijfers.cijfers(levens, jaar, date(jaar, 12, 31))
        telling = Counter(f.inhoud.soort for f in _van(feiten, jaar))
        assert cijfers.lessen.nieuw == telling["LesVastgelegd"], jaar
        gesproken = sum(cijfers.gesprekken.values())
        assert gesproken == telling["GesprekVastgelegd"], jaar
        assert sum(cijfers.verhalen.values()) == telling["BronverhaalVastgelegd"], jaar


def _van(feiten: Feiten, jaar: int) -> Iterable[Feit]:
    return (f for reeks in feiten.values() for f in reeks if f.gebeurd_op.year == jaar)


@dataclass(frozen=True)
class Trefkans:
    """How far forecasts were from what happened, over all lives: days, by the year and the phase they were made in.

    `per_soort` says per kind of row how many there were, the median error and the median of what came later (positive)
    or earlier than expected: an error with a sign says whether forecasts lean to one side.
    """

    gemaakt: int
    missers: tuple[Misser, ...]
    per_jaar: Mapping[int, float]
    per_fase: Mapping[str, float]
    per_soort: Mapping[str, tuple[int, float, float]]

    def __str__(self) -> str:
        jaren = ", ".join(f"{jaar}: {dagen:.0f}" for jaar, dagen in self.per_jaar.items())
        fasen = ", ".join(f"{fase}: {dagen:.0f}" for fase, dagen in self.per_fase.items())
        midden = median(abs(m.dagen) for m in self.missers)
        kop = (
            f"{self.gemaakt} verwachtingen, {len(self.missers)} stappen, mediane fout {midden:.0f} dagen; "
            f"naar het jaar waarin zij zijn gemaakt {jaren}; bij het begin van fase {fasen}"
        )
        soorten = (f"  {s:12}{n:5}{fout:7.0f}{later:+7.0f}" for s, (n, fout, later) in self.per_soort.items())
        return "\n".join((kop, f"  {'soort':12}{'n':>5}{'fout':>7}{'later':>7}", *soorten))


def trefkans(feiten: Feiten, begin: Mapping[str, Begin]) -> Trefkans:
    """Forecast each life on the day each phase began, with the lead times seen by then; compare with what came."""
    gezien = [maat for id_, reeks in feiten.items() for maat in _gemeten(begin[id_], reeks)]
    alle, gemaakt = list[tuple[int, str, Misser]](), 0
    for id_, reeks in feiten.items():
        stand = kern.begin(begin[id_])
        for feit in reeks:
            stand = kern.evolve(stand, feit)
            if feit.inhoud.soort != "FaseBegonnen":
                continue
            gemaakt += 1
            vandaag = lokale_datum(feit.vastgelegd_op)
            verwachting = verwacht(stand, Vraag(vandaag=vandaag, gezien=_tot(gezien, vandaag)))
            alle += [(vandaag.year, str(feit.inhoud.fase), m) for m in vergelijk(verwachting, reeks).missers]
    per_jaar, per_fase, per_soort = (defaultdict[Any, list[int]](list) for _ in range(3))
    for jaar, fase, misser in alle:
        per_jaar[jaar].append(abs(misser.dagen))
        per_fase[fase].append(abs(misser.dagen))
        per_soort[misser.soort].append(misser.dagen)
    soorten = {s: (len(d), median(map(abs, d)), median(d)) for s, d in sorted(per_soort.items())}
    return Trefkans(gemaakt, tuple(m for *_, m in alle), _midden(per_jaar), _midden(per_fase), soorten)


def _gemeten(begin: Begin, reeks: Sequence[Feit]) -> tuple[Maat, ...]:
    """The lead times of a life, as the register works them out from its last state."""
    stand = functools.reduce(kern.evolve, reeks, kern.begin(begin))
    gesloten = next((f.gebeurd_op for f in reeks if f.inhoud.soort == "OpgaveAfgesloten"), None)
    return gemeten(stand, gesloten)


def _midden(groepen: Mapping[T, list[int]]) -> dict[T, float]:
    return {naam: median(dagen) for naam, dagen in sorted(groepen.items())}


def _tot(gezien: Sequence[Maat], dag: date) -> Doorlooptijden:
    """Only what was over by that day may be known."""
    return uit_maten((m.soort, m.code, m.wie, m.dagen) for m in gezien if m.tot < dag)
