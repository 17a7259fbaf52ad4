"""The length of a term, and the day on which a term ends (Algemene termijnenwet, domain.md 4.1)."""

import calendar
import re
from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_serializer, model_validator

from domain.basis import Model, Weigering
from domain.kalender import DAG, Kalender, datum_voluit

Eenheid = Literal["d", "w", "m", "j", "wd"]

_VORM = re.compile(r"([1-9][0-9]{0,3})(wd|d|w|m|j)", re.ASCII)
_WOORDEN: dict[Eenheid, tuple[str, str]] = {
    "d": ("dag", "dagen"),
    "w": ("week", "weken"),
    "m": ("maand", "maanden"),
    "j": ("jaar", "jaar"),
    "wd": ("werkdag", "werkdagen"),
}
# Atw 4: the law does not apply to longer terms, nor to terms in years or hours (hours are no Duur).
_ATW_GRENS: dict[Eenheid, int] = {"d": 90, "w": 12, "m": 3, "j": 0}
_EERSTE_JAAR, _LAATSTE_JAAR = 1900, 2999
NIET_GEDEKT = "Let op: de gelijkgestelde dagen van dit jaar staan niet in de kalender."
"""The last sentence of an explanation when `kalender_dekt` is False."""


class Duur(Model):
    """A length of time: a number of d(agen), w(eken), m(aanden), j(aren) or wd (werkdagen).

    Written and stored as text: "8w", "13w", "20wd", "10d", "3m", "2j". Hours don't exist here: they end at no date.
    """

    aantal: Annotated[int, Field(ge=1, le=9999)]
    eenheid: Eenheid

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read "8w" and the like. Raises pydantic's ValidationError for anything else."""
        return cls.model_validate(tekst)

    @model_validator(mode="before")
    @classmethod
    def _uit_tekst(cls, invoer: object) -> object:
        if not isinstance(invoer, str):
            return invoer
        treffer = _VORM.fullmatch(invoer.strip())
        if treffer is None:
            raise ValueError("een duur is een getal met d, w, m, j of wd erachter, zoals 8w of 20wd")
        return {"aantal": int(treffer[1]), "eenheid": treffer[2]}

    @model_serializer
    def _als_tekst(self) -> str:
        return f"{self.aantal}{self.eenheid}"

    def __str__(self) -> str:
        return self._als_tekst()

    @property
    def voluit(self) -> str:
        """In words: "8 weken"."""
        een, meer = _WOORDEN[self.eenheid]
        return f"{self.aantal} {een if self.aantal == 1 else meer}"


class Termijnuitkomst(Model):
    """The last day of a term and why it is that day.

    `nominaal` is the day before the Algemene termijnenwet is applied; `kalender_dekt` is False when the term touches a
    year whose gelijkgestelde dagen are not in the table, so that people can be warned.
    """

    einde: date
    nominaal: date
    grondslag: tuple[str, ...]
    uitleg: str
    kalender_dekt: bool


def atw_geldt(duur: Duur) -> bool:
    """Whether the Algemene termijnenwet can apply to a term of this length (Atw 4)."""
    return duur.eenheid == "wd" or duur.aantal <= _ATW_GRENS[duur.eenheid]


def bereken_einde(
    start: date,
    duur: Duur,
    kalender: Kalender,
    *,
    atw: bool,
    terug: bool = False,
    startdag_telt: bool = False,
) -> Termijnuitkomst:
    """Compute the last day of a term.

    Args:
        start: the day of the event from which the term runs; day 1 is the day after it (Awb 6:8).
        duur: the length.
        kalender: the working days.
        atw: whether the Algemene termijnenwet applies: a term in a law or (PW 141) a verordening, or so agreed.
        terug: counted backwards from the event, so never rolled (Atw 1 lid 2).
        startdag_telt: the day of the event is day 1 itself (Awb 3:16 lid 2).

    Raises:
        Weigering: the date lies outside 1900-2999.
    """
    if not _EERSTE_JAAR <= start.year <= _LAATSTE_JAAR:
        raise Weigering("termijn", f"De begindatum {start.isoformat()} ligt te ver weg om een termijn mee te rekenen.")
    richting = -1 if terug else 1
    anker = start - richting * DAG if startdag_telt else start
    nominaal = _tel(anker, duur, kalender, richting)
    einde, grondslag, zinnen = nominaal, list[str](), [_beginzin(start, duur, terug, startdag_telt, nominaal)]
    if startdag_telt:
        grondslag.append("Awb 3:16 lid 2")
    if atw:
        einde, artikelen, reden = _pas_atw_toe(anker, nominaal, duur, kalender, terug)
        grondslag += artikelen
        zinnen += reden
    dekt = kalender.dekt(start) and kalender.dekt(einde)
    if not dekt:
        zinnen.append(NIET_GEDEKT)
    uitleg = " ".join(zinnen)
    return Termijnuitkomst(
        einde=einde, nominaal=nominaal, grondslag=tuple(grondslag), uitleg=uitleg, kalender_dekt=dekt
    )


def niet_eerder_dan(uitkomst: Termijnuitkomst) -> date:
    """The first day for what must wait until this term has passed, such as PW 194: the day after its last day."""
    return uitkomst.einde + DAG


def _tel(anker: date, duur: Duur, kalender: Kalender, richting: int) -> date:
    match duur.eenheid:
        case "d":
            return anker + timedelta(days=richting * duur.aantal)
        case "w":
            return anker + timedelta(weeks=richting * duur.aantal)
        case "m":
            return _maanden_verder(anker, richting * duur.aantal)
        case "j":
            return _maanden_verder(anker, richting * duur.aantal * 12)
        case "wd" if richting > 0:
            return kalender.werkdagen_na(anker, duur.aantal)
        case "wd":
            return kalender.werkdagen_voor(anker, duur.aantal)


def _maanden_verder(dag: date, maanden: int) -> date:
    """The same day of the month so many months on, or the last day of a shorter month."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    if not _EERSTE_JAAR <= jaar <= 9998:
        raise Weigering("termijn", "Deze termijn eindigt te ver weg om mee te rekenen.")
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))


def _beginzin(start: date, duur: Duur, terug: bool, startdag_telt: bool, nominaal: date) -> str:
    telling = "terug vanaf" if terug else "vanaf"
    eerste = ", die dag telt mee" if startdag_telt else ""
    return f"{duur.voluit} {telling} {datum_voluit(start)}{eerste}: {datum_voluit(nominaal)}."


def _pas_atw_toe(
    anker: date, nominaal: date, duur: Duur, kalender: Kalender, terug: bool
) -> tuple[date, list[str], list[str]]:
    """Apply Atw 4, then 1, then 2: the new last day, the articles used and a sentence for each."""
    if not atw_geldt(duur):
        return nominaal, ["Atw 4"], [f"De Algemene termijnenwet geldt niet voor een termijn van {duur.voluit}."]
    if terug:
        artikelen, zinnen = ["Atw 1 lid 2"], ["Een termijn die terugtelt, schuift niet op."]
        einde = nominaal
    else:
        einde, artikelen, zinnen = _schuif_op(nominaal, kalender)
    langer = _twee_werkdagen(anker, einde, duur, kalender, terug)
    if langer != einde:
        artikelen.append("Atw 2")
        zinnen.append(f"In de termijn horen minstens twee werkdagen te zitten: {datum_voluit(langer)}.")
    return langer, artikelen, zinnen


def _schuif_op(nominaal: date, kalender: Kalender) -> tuple[date, list[str], list[str]]:
    vrij = kalender.vrij_omdat(nominaal)
    if vrij is None:
        return nominaal, [], []
    einde = kalender.eerste_werkdag_vanaf(nominaal)
    artikelen = ["Atw 1 lid 1"] if vrij in ("zaterdag", "zondag") else ["Atw 1 lid 1", "Atw 3"]
    return einde, artikelen, [f"Dat is geen werkdag ({vrij}), dus eindigt de termijn op {datum_voluit(einde)}."]


def _twee_werkdagen(anker: date, einde: date, duur: Duur, kalender: Kalender, terug: bool) -> date:
    """Lengthen a term of three days or more until it holds two working days (Atw 2)."""
    if duur.eenheid == "wd" or (duur.eenheid == "d" and duur.aantal < 3):
        return einde
    stap = -DAG if terug else DAG
    while kalender.aantal_werkdagen(*sorted((anker + stap, einde))) < 2:
        einde += stap
    return einde
