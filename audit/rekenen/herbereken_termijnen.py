"""Counting the ends of terms again, from the articles and not with the rules of the engine (Atw 1-4; Awb 4:15, 6:8).

A length comes from the fact, or from what the fact said of it when older editions did not keep it, or from the term
table in the pack; the days on a par with a feestdag from its calendar. The rest is arithmetic on dates.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from audit.rekenen.kalender import EEN_DAG, vrij, werkdag_vanaf, werkdagen_tussen
from domain.taal.termijnen import Opschorting, Termijn
from domain.woorden import datum

_LENGTE = re.compile(r"([1-9][0-9]*)(wd|d|w|m|j)")
_IN_WOORDEN = re.compile(r"^([1-9][0-9]*) (werkdag|werkdagen|dag|dagen|week|weken|maand|maanden|jaar)\b")
_AFKORTING = {"werk": "wd", "dag": "d", "week": "w", "weke": "w", "maan": "m", "jaar": "j", "dage": "d"}
_NAAM = {"d": "dagen", "w": "weken", "m": "maanden", "j": "jaar", "wd": "werkdagen"}
_ATW_TOT = {"d": 90, "w": 12, "m": 3, "j": 0}
"""Atw 4: the law does not hold for longer terms, nor for years."""


@dataclass(frozen=True)
class Lengte:
    """A number of days, weeks, months, years or working days."""

    aantal: int
    eenheid: str

    def __str__(self) -> str:
        return f"{self.aantal} {_NAAM[self.eenheid]}"

    @property
    def in_werkdagen(self) -> bool:
        return self.eenheid == "wd"

    @property
    def onder_atw(self) -> bool:
        return self.in_werkdagen or self.aantal <= _ATW_TOT[self.eenheid]


@dataclass(frozen=True)
class Soort:
    """What the term table says of one kind of term."""

    atw: bool
    terug: bool
    startdag_telt: bool
    lengte: Lengte | None
    verlenging: Lengte | None


@dataclass(frozen=True)
class Uitkomst:
    """The last day, the one before Atw, the length it was counted with, and the arithmetic in words."""

    einde: date
    nominaal: date
    lengte: Lengte | None
    formule: str
    artikelen: tuple[str, ...] = ()


def lees_soort(rij: dict[str, object]) -> Soort:
    """A row of the term table as it lies in a pack."""
    return Soort(
        atw=rij.get("atw") is True,
        terug=rij.get("richting") == "terug",
        startdag_telt=rij.get("startdag_telt") is True,
        lengte=lees_lengte(str(rij.get("duur", ""))),
        verlenging=lees_lengte(str(rij.get("verlenging", ""))),
    )


def lees_lengte(tekst: str) -> Lengte | None:
    """`8w` or `20wd`, of `4w+2w` the last part; None for anything else."""
    treffer = _LENGTE.fullmatch(tekst.rpartition("+")[2])
    return Lengte(int(treffer[1]), treffer[2]) if treffer else None


def uit_uitleg(tekst: str) -> Lengte | None:
    """The length with which an explanation of then begins: `10 werkdagen vanaf ...`."""
    treffer = _IN_WOORDEN.match(tekst)
    return Lengte(int(treffer[1]), _AFKORTING[treffer[2][:4]]) if treffer else None


def lengte_van(termijn: Termijn, soort: Soort) -> Lengte | None:
    """The length of a term that starts; None when its last day was agreed."""
    if termijn.duur:
        return lees_lengte(termijn.duur)
    if termijn.nominaal is not None or termijn.uitleg.startswith("De einddatum is afgesproken"):
        return None
    return uit_uitleg(termijn.uitleg) or soort.lengte


def tel(begin: date, lengte: Lengte, soort: Soort, gelijk: frozenset[date]) -> Uitkomst:
    """Count from the day of the event; day 1 is the day after it, unless the law counts that day itself (Awb 3:16)."""
    stap = -1 if soort.terug else 1
    anker = begin - stap * EEN_DAG if soort.startdag_telt else begin
    nominaal, vrije = _verder(anker, lengte, stap, gelijk)
    eerste = " (die dag telt mee)" if soort.startdag_telt else ""
    zin = f"{lengte} {'voor' if soort.terug else 'na'} {datum(begin)}{eerste} is {datum(nominaal)}"
    if lengte.in_werkdagen and vrije:
        zin += f", zonder {', '.join(vrije)}"
    return _na_atw(zin, anker, nominaal, lengte, soort, gelijk)


def schuif(zin: str, nominaal: date, lengte: Lengte | None, soort: Soort, gelijk: frozenset[date]) -> Uitkomst:
    """The end for a last day that was found otherwise: only Atw 1 is applied to it."""
    duur = lengte or soort.lengte
    waarom = vrij(nominaal, gelijk)
    if not (soort.atw and not soort.terug and duur is not None and duur.onder_atw and waarom):
        return Uitkomst(nominaal, nominaal, lengte, zin)
    einde = werkdag_vanaf(nominaal, gelijk)
    erbij = f"; dat is geen werkdag ({waarom}), dus {datum(einde)}"
    return Uitkomst(einde, nominaal, lengte, zin + erbij, ("Atw 1 lid 1",))


def hervat(was: Uitkomst, stil: Opschorting, soort: Soort, gelijk: frozenset[date]) -> Uitkomst:
    """The end after the term stood still: as many days later, never before the day it was resumed (Awb 4:15)."""
    if stil.tot is None:
        raise ValueError("de termijn staat nog stil")
    dagen = _stil(was.lengte, stil, gelijk)
    if was.lengte is not None and was.lengte.in_werkdagen:
        later, _ = _verder(was.nominaal, Lengte(dagen, "wd"), 1, gelijk)
        nominaal, eenheid = max(later, werkdag_vanaf(stil.tot, gelijk)), "werkdagen"
    else:
        nominaal, eenheid = max(was.nominaal + timedelta(days=dagen), stil.tot), "dagen"
    zin = f"{datum(was.nominaal)} en {dagen} {eenheid} stilstand (na {stil.op} tot {stil.tot}) is {datum(nominaal)}"
    return schuif(zin, nominaal, was.lengte, soort, gelijk)


def opnieuw(
    was: Uitkomst, begin: date, stil: tuple[Opschorting, ...], soort: Soort, gelijk: frozenset[date]
) -> Uitkomst:
    """The end with more days off: working days are counted again from the start, other lengths only rolled again."""
    if was.lengte is None or not was.lengte.in_werkdagen:
        return schuif(f"laatste dag {datum(was.nominaal)}", was.nominaal, was.lengte, soort, gelijk)
    dagen = was.lengte.aantal + sum(_stil(was.lengte, o, gelijk) for o in stil if o.tot)
    geteld, vrije = _verder(begin, Lengte(dagen, "wd"), 1, gelijk)
    nominaal = max(geteld, werkdag_vanaf(was.nominaal, gelijk))
    zin = f"{dagen} werkdagen na {datum(begin)} is {datum(nominaal)}, zonder {', '.join(vrije) or 'vrije dagen'}"
    return schuif(zin, nominaal, was.lengte, soort, gelijk)


def _stil(lengte: Lengte | None, stil: Opschorting, gelijk: frozenset[date]) -> int:
    """The days between, of the kind in which the term is counted."""
    if stil.tot is None:
        return 0
    if lengte is not None and lengte.in_werkdagen:
        return werkdagen_tussen(stil.op + EEN_DAG, stil.tot - EEN_DAG, gelijk)
    return max((stil.tot - stil.op).days - 1, 0)


def _verder(dag: date, lengte: Lengte, stap: int, gelijk: frozenset[date]) -> tuple[date, tuple[str, ...]]:
    """So much further (or back), and which days other than weekends were passed over."""
    match lengte.eenheid:
        case "d":
            return dag + timedelta(days=stap * lengte.aantal), ()
        case "w":
            return dag + timedelta(days=7 * stap * lengte.aantal), ()
        case "m" | "j":
            return _maanden(dag, stap * lengte.aantal * (12 if lengte.eenheid == "j" else 1)), ()
    over, vrije = lengte.aantal, list[str]()
    while over:
        dag += stap * EEN_DAG
        waarom = vrij(dag, gelijk)
        over -= not waarom
        if waarom and waarom not in ("zaterdag", "zondag"):
            vrije.append(f"{waarom} {dag}")
    return dag, tuple(vrije)


def _werkdagen_in(een: date, ander: date, gelijk: frozenset[date]) -> int:
    """The working days between two days, whichever comes first."""
    return werkdagen_tussen(min(een, ander), max(een, ander), gelijk)


def _maanden(dag: date, aantal: int) -> date:
    """The same day of the month, or the last one of a shorter month."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))


def _na_atw(zin: str, anker: date, nominaal: date, lengte: Lengte, soort: Soort, gelijk: frozenset[date]) -> Uitkomst:
    """Atw 4 first, then 1 (not for what counts back), then 2: two working days in a term of three days or more."""
    if not soort.atw:
        return Uitkomst(nominaal, nominaal, lengte, zin)
    if not lengte.onder_atw:
        return Uitkomst(nominaal, nominaal, lengte, f"{zin}; te lang voor de Atw", ("Atw 4",))
    geschoven = schuif(zin, nominaal, lengte, soort, gelijk)
    einde, stap = geschoven.einde, -1 if soort.terug else 1
    kort = lengte.in_werkdagen or (lengte.eenheid == "d" and lengte.aantal < 3)
    while not kort and _werkdagen_in(anker + stap * EEN_DAG, einde, gelijk) < 2:
        einde += stap * EEN_DAG
    if einde == geschoven.einde:
        return geschoven
    erbij = f"; daarin horen twee werkdagen te zitten, dus {datum(einde)}"
    return Uitkomst(einde, nominaal, lengte, geschoven.formule + erbij, (*geschoven.artikelen, "Atw 2"))
