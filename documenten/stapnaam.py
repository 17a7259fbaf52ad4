"""What a step is called in a drawing: words that fit in a few centimetres. The table beside it has them in full."""

import re
from collections.abc import Iterator

from domain.verwachting.model import Rij
from domain.woorden import gewoon

MEESTE = 32
"""So many signs fit; with the sign of a critical step before them 34."""
_KORTER = {
    "ontwerp vrijgeven (voorgenomen besluit)": "ontwerp vrijgeven",
    "verwerking van de inbreng (nota van beantwoording)": "nota van beantwoording",
    "definitief besluit tot deelname, treffen of oprichten": "definitief besluit",
    "wensen en bedenkingen bij een private rechtspersoon": "wensen en bedenkingen",
    "wensen en bedenkingen bij ingrijpende privaatrechtelijke handelingen": "wensen en bedenkingen",
    "zienswijze op het ontwerp van een gemeenschappelijke regeling": "zienswijze op ontwerp",
    "toestemming voor treffen, wijzigen, toetreden of uittreden": "toestemming",
    "bekendmaking in het provinciaal blad en opname in het register": "bekendmaking",
    "krediet of begrotingswijziging": "krediet of begroting",
    "krediet of begrotingswijziging buiten een vormpad": "krediet of begroting",
    "machtiging voor een private rechtspersoon in een gemeenschappelijke regeling": "machtiging",
    "subsidieregeling: wettelijk voorschrift, plafond, bekendmaking": "subsidieregeling",
    "toets staatssteun, aanbesteding, Wet Markt en Overheid en Bibob": "toets staatssteun e.a.",
    "wensen en bedenkingen voor overdracht aan een bestuurscommissie": "wensen en bedenkingen",
    "instemming met overdracht van bevoegdheden": "instemming overdracht",
    "notariele akte en inschrijving in het handelsregister": "notariële akte",
    "bekrachtiging van een stop of schorsing van een pilot": "bekrachtiging stop of schorsing",
    "initiatiefvoorstel van Statenleden": "initiatiefvoorstel",
    "behandeling in een statencommissie": "behandeling in de commissie",
    "motie vreemd aan de orde van de dag": "motie vreemd aan de orde",
    "intrekking van een eerder besluit": "intrekking van een besluit",
    "wijziging van een eerder besluit": "wijziging van een besluit",
}
"""The long names of steps in the reglement, shorter; one that is not here is cut."""
_CODE = re.compile(r"(A\d+[a-z]?) (.+)")
_TUSSEN_HAKEN = re.compile(r"\(([^()]+)\)$")
_BEGINNEN = (
    ("begin van fase ", "begin "),
    ("keuze van de organiseervorm", "keuze vorm"),
    ("afsluiting van de opgave", "afsluiting"),
    ("einde van ", "einde "),
    ("start van ", "start "),
    ("hervatten van ", "hervatten "),
    ("afspraak nagekomen", "afspraak"),
    ("les vastgesteld: ", "vastgesteld: "),
    ("nagaan of de les praktijk is", "lescontrole"),
    ("wat het zwijgen betekent", "zwijgen"),
    ("grondslag beoordelen", "grondslag"),
)
ORGANEN = ("GS", "PS", "jurist", "notaris")
"""Who stands behind a step, where there is room."""


def korte_naam(rij: Rij, wie: str) -> str:
    """The first wording of a step that fits, or the last one cut between two words. `wie` is the name of its doer."""
    wijzen = tuple(_wijzen(rij, wie))
    return next((w for w in wijzen if len(w) <= MEESTE), None) or afgekort(wijzen[-1], MEESTE)


def afgekort(tekst: str, hoogstens: int) -> str:
    """A text of at most so many signs, cut between two words where that leaves half of it."""
    if len(tekst) <= hoogstens:
        return tekst
    kaal = tekst[: hoogstens - 1]
    woorden = kaal if tekst[hoogstens - 1] == " " else kaal.rpartition(" ")[0]
    return f"{(woorden if len(woorden) >= hoogstens // 2 else kaal).rstrip(' ,:;(')}…"


def _wijzen(rij: Rij, wie: str) -> Iterator[str]:
    """Ways to say it, from the longest to the shortest."""
    match rij.soort:
        case "verzoek":
            wat = gewoon(haken[1]) if (haken := _TUSSEN_HAKEN.search(rij.wat)) else "antwoord"
            yield from (f"{wat} van {wie}", f"antwoord {wie}", f"{wie}: {wat}")
        case "stap":
            yield from _van_stap(rij, wie)
        case _:
            yield from (rij.wat, _bekort(rij.wat))


def _van_stap(rij: Rij, wie: str) -> Iterator[str]:
    """A decision step; of a partner its name says more than that it is a decision of its own."""
    code, naam = deel.groups() if (deel := _CODE.fullmatch(rij.wat)) else ("", rij.wat)
    voor = f"{code} " if code else ""
    if rij.partner:
        yield from (f"besluit van {wie}", f"besluit {wie}", wie)
        return
    soort = naam if naam in _KORTER else naam.partition(": ")[0]
    for kort in dict.fromkeys((naam, _KORTER.get(soort, soort))):
        if rij.wie in ORGANEN:
            yield f"{voor}{kort} ({wie})"
        yield f"{voor}{kort}"


def _bekort(wat: str) -> str:
    for lang, kort in _BEGINNEN:
        if wat.startswith(lang):
            return f"{kort}{wat.removeprefix(lang)}"
    return wat
