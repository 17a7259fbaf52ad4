"""Reuse over many opgaven: lessons that were never shown, shown but ignored, and applied (domain.md 5.2)."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from domain.basis import Kenmerk, Model
from domain.stand import Stand
from domain.taal.lessen import Lesstatus

Oordeel = Literal["nooit_getoond", "wacht_op_antwoord", "getoond_niet_gebruikt", "toegepast"]
OORDELEN: tuple[Oordeel, ...] = ("nooit_getoond", "wacht_op_antwoord", "getoond_niet_gebruikt", "toegepast")


class Lesgebruik(Model):
    """How often other opgaven were shown a lesson, and what they said; an opgave counts once, by its last answer.

    A lesson and its copies are one: `kopieen` are those (`OPGAVE/LES`) that are counted here.
    """

    opgave: Kenmerk
    les: Kenmerk
    titel: str
    status: Lesstatus
    openbaar: bool
    getoond: int = 0
    toegepast: int = 0
    niet_toegepast: int = 0
    niet_van_toepassing: int = 0
    zonder_antwoord: int = 0
    toegepast_in: tuple[Kenmerk, ...] = ()
    kopieen: tuple[str, ...] = ()

    @property
    def oordeel(self) -> Oordeel:
        """Applied somewhere, waiting for an answer, shown without use, or never shown."""
        if not self.getoond:
            return "nooit_getoond"
        if self.toegepast:
            return "toegepast"
        return "wacht_op_antwoord" if self.zonder_antwoord == self.getoond else "getoond_niet_gebruikt"


class Hergebruikstelling(Model):
    """Lessons by how they were used, and offers that found nothing."""

    lessen: int
    per_oordeel: tuple[tuple[Oordeel, int], ...]
    antwoorden: tuple[tuple[str, int], ...]


def gebruik(standen: Iterable[Stand]) -> tuple[Lesgebruik, ...]:
    """Every lesson that was not dropped, by opgave and id. The answers are read where they were given.

    Copies are counted with the lesson they come from, or with the first copy when that one was dropped.
    """
    alle = sorted(standen, key=lambda s: s.opgave)
    gezegd = _antwoorden(alle)
    per_stam: dict[str, list[tuple[Stand, str]]] = {}
    for stand in alle:
        for les in stand.lessen.values():
            naam = f"{stand.opgave}/{les.id}"
            plek = per_stam.setdefault(les.afkomstig_van or naam, [])
            plek.insert(0 if not les.afkomstig_van else len(plek), (stand, les.id))
    rijen = (_groep(groep, gezegd) for groep in per_stam.values())
    return tuple(sorted(filter(None, rijen), key=lambda g: g.opgave))


def _groep(groep: list[tuple[Stand, str]], gezegd: dict[str, dict[str, str]]) -> Lesgebruik | None:
    """A lesson with its copies as one row; None when all of them were dropped."""
    samen: dict[str, str] = {}
    for stand, les in groep:
        for wie, antwoord in gezegd.get(f"{stand.opgave}/{les}", {}).items():
            if samen.get(wie) != "toegepast":
                samen[wie] = antwoord or samen.get(wie, "")
    leeft = [(stand, les) for stand, les in groep if stand.lessen[les].status != "vervallen"]
    if not leeft:
        return None
    (stand, les), *rest = leeft
    return _gebruik(stand, les, samen).met(kopieen=tuple(f"{s.opgave}/{id_}" for s, id_ in rest))


def telling(lessen: Iterable[Lesgebruik]) -> Hergebruikstelling:
    """The totals of a list."""
    alle = tuple(lessen)
    per = Counter(g.oordeel for g in alle)
    namen = ("toegepast", "niet_toegepast", "niet_van_toepassing", "zonder_antwoord")
    return Hergebruikstelling(
        lessen=len(alle),
        per_oordeel=tuple((oordeel, per[oordeel]) for oordeel in OORDELEN),
        antwoorden=tuple((naam, sum(getattr(g, naam) for g in alle)) for naam in namen),
    )


def _antwoorden(standen: Iterable[Stand]) -> dict[str, dict[str, str]]:
    """Per lesson what each opgave said: of the two moments an answer goes before silence, the later one first."""
    per_les: dict[str, dict[str, str]] = {}
    for stand in standen:
        for aanbod in sorted(stand.lesaanbod.values(), key=lambda a: a.moment):
            antwoorden = per_les.setdefault(aanbod.les, {})
            antwoorden[stand.opgave] = aanbod.antwoord or antwoorden.get(stand.opgave, "")
    return per_les


def _gebruik(stand: Stand, id_: str, antwoorden: dict[str, str]) -> Lesgebruik:
    les, telt = stand.lessen[id_], Counter(antwoorden.values())
    return Lesgebruik(
        opgave=stand.opgave,
        les=id_,
        titel=les.titel,
        status=les.status,
        openbaar=les.openbaar,
        getoond=len(antwoorden),
        toegepast=telt["toegepast"],
        niet_toegepast=telt["niet_toegepast"],
        niet_van_toepassing=telt["niet_van_toepassing"],
        zonder_antwoord=telt[""],
        toegepast_in=tuple(sorted(opgave for opgave, gezegd in antwoorden.items() if gezegd == "toegepast")),
    )
