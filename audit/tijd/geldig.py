"""Where an opgave stood on a day as it truly was, by what is known now: late reports and corrections on their day.

The facts whose day (`audit.tijd.geldigdag`) has come are laid one after another in the order in which they were
recorded. Recorded order is the order in which people knew; on this axis a fact can come before what it was about. Such
a fact is not forced in but named.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from audit.tijd.geldigdag import VERBETERT, geldige_dagen, verbetert
from audit.tijd.moment import Boek, toets_dag
from audit.tijd.stand import NIET_TE_VOUWEN, alle_standen
from domain import kern
from domain.basis import Model
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.stand import Begin, Stand

Plek = tuple[str, str]
"""An entry of the state: the table and the id in it."""
TABELLEN = (
    *("partners", "verzoeken", "termijnen", "bijsturingen", "escalaties", "inbreng", "stappen", "trajecten", "pilots"),
    *("evaluaties", "lessen", "afspraken", "signalen", "notities", "twijfels", "rechtswege", "rechtsmiddelen"),
    *("geheim", "vervangingen", "tafels", "intakes", "veranderingen", "reviews", "verbonden", "lesaanbod"),
)
"""Where an entry is made once and changed later; in the other tables every fact brings the whole entry."""


class NietGeplaatst(Model):
    """A fact that is true by the day asked for, but has nothing to hold on to then. `mist` says what, in Dutch."""

    seq: int
    soort: str
    mist: str


@dataclass(frozen=True)
class Geldig:
    """The state as it truly was at the end of `dag`, and the facts in it.

    `later_bekend` are those of them that were recorded on a later day, `niet_geplaatst` those that were left out;
    `dagen` gives the day on which each fact is true.
    """

    dag: date
    stand: Stand
    feiten: tuple[Feit, ...]
    dagen: Mapping[int, date]
    niet_geplaatst: tuple[NietGeplaatst, ...]

    @property
    def later_bekend(self) -> tuple[Feit, ...]:
        """What was true on the day already, and recorded later."""
        return tuple(feit for feit in self.feiten if lokale_datum(feit.vastgelegd_op) > self.dag)


@dataclass(frozen=True)
class Verloop:
    """A life as it is known now: its facts, the day on which each is true, and what each changed."""

    begin: Begin
    feiten: tuple[Feit, ...]
    dagen: Mapping[int, date]
    geraakt: Mapping[int, tuple[Plek, ...]]

    @property
    def eerste_dag(self) -> date:
        """The day on which it began."""
        return self.dagen[1]


def verloop(boek: Boek, bekend: int | None = None) -> Verloop:
    """The life by what is known now, or by the facts through number `bekend`.

    Raises:
        PakFout: a fact doesn't fit those before it.
    """
    begin, feiten = boek.begin, boek.feiten[:bekend]
    paren = (paar for paar in alle_standen(boek) if paar[0].seq <= len(feiten))
    return Verloop(begin, feiten, geldige_dagen(feiten), dict(_geraakt(begin, paren)))


def zoals_het_was(boek: Boek, dag: date) -> Geldig:
    """The state as it truly was at the end of a day (Amsterdam), by all that the pack knows.

    Raises:
        MomentFout: the day lies before the beginning or after the pack.
        PakFout: a fact doesn't fit those before it.
    """
    leven = verloop(boek)
    toets_dag(boek, dag, leven.eerste_dag)
    return leg(leven, dag)


def leg(leven: Verloop, dag: date) -> Geldig:
    """Lay the facts whose day has come one after another; never raises for a fact that doesn't fit."""
    stand, gelegd, over = kern.begin(leven.begin), dict[int, Feit](), list[NietGeplaatst]()
    for feit in leven.feiten:
        if leven.dagen[feit.seq] > dag:
            continue
        mist = _mist(leven, stand, feit, gelegd)
        try:
            verder = stand if mist else kern.evolve(stand, feit)
        except NIET_TE_VOUWEN as fout:
            mist = f"wat het wijzigt, was er toen nog niet zo ({type(fout).__name__})"
        if mist:
            over.append(NietGeplaatst(seq=feit.seq, soort=feit.inhoud.soort, mist=mist))
        else:
            stand = verder
            gelegd[feit.seq] = feit
    return Geldig(dag, stand, tuple(gelegd.values()), leven.dagen, tuple(over))


def _mist(leven: Verloop, stand: Stand, feit: Feit, gelegd: Mapping[int, Feit]) -> str:
    """What this fact changes or corrects and is not there yet; empty when nothing is missing."""
    if feit.inhoud.soort in VERBETERT and (eerste := verbetert(leven.feiten, feit)) and eerste not in gelegd:
        return f"feit {eerste}, dat het verbetert, is er dan niet"
    weg = [f"{sleutel} ({tabel})" for tabel, sleutel in leven.geraakt[feit.seq] if sleutel not in getattr(stand, tabel)]
    return f"het gaat over iets dat er dan nog niet is: {', '.join(weg)}" if weg else ""


def _geraakt(begin: Begin, paren: Iterable[tuple[Feit, Stand]]) -> Iterator[tuple[int, tuple[Plek, ...]]]:
    """For each fact the entries that were there before it and that it changed."""
    voor = kern.begin(begin)
    for feit, na in paren:
        yield feit.seq, () if feit.inhoud.soort == "TermijnGestart" else tuple(_gewijzigd(voor, na))
        voor = na


def _gewijzigd(voor: Stand, na: Stand) -> Iterator[Plek]:
    for tabel in TABELLEN:
        was, wordt = getattr(voor, tabel), getattr(na, tabel)
        if was is not wordt:
            yield from ((tabel, sleutel) for sleutel in was if wordt.get(sleutel) is not was[sleutel])
