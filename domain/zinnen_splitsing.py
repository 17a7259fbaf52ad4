"""Sentences of facts about splitting and merging."""

from collections.abc import Callable
from typing import Any

from domain.taal.splitsing import Meegave
from domain.woorden import datum, euro, orgaan, zin

_WOORDEN = {
    "kaders": ("kader", "kaders"),
    "partners": ("partner", "partners"),
    "verzoeken": ("verzoek", "verzoeken"),
    "lessen": ("les", "lessen"),
    "afspraken": ("afspraak", "afspraken"),
    "besluiten": ("verwijzing naar een besluit", "verwijzingen naar een besluit"),
}


def _telling(delen: Meegave) -> str:
    """What goes along, counted: `2 kaders, 1 partner en € 100,00`."""
    aantallen = [(len(getattr(delen, naam)), woord) for naam, woord in _WOORDEN.items()]
    geteld = [f"{n} {woord[n > 1]}" for n, woord in aantallen if n]
    if som := sum(deel.bedrag for deel in delen.geld):
        geteld.append(euro(som))
    if not geteld:
        return "niets"
    return " en ".join(filter(None, (", ".join(geteld[:-1]), geteld[-1])))


def _besluiten(delen: Meegave) -> str:
    """The decisions that are pointed at; they count for the opgave they were taken in only."""
    regels = (f"{b.stap} van {orgaan(b.orgaan)} ({b.onderwerp}, {datum(b.genomen_op)})" for b in delen.besluiten)
    namen = "; ".join(regels)
    return f" Besluiten waar alleen naar wordt verwezen: {namen}." if namen else ""


def _gesplitst(f: Any) -> str:
    mee = f"Er gaat mee: {_telling(f.delen)}."
    return f"De nieuwe opgave {f.nieuw} '{f.titel}' is afgesplitst: {zin(f.reden)} {mee}{_besluiten(f.delen)}"


def _samengevoegd(f: Any) -> str:
    hier = f" Hier loopt door de wet nog: {', '.join(f.blijft_lopen)}." if f.blijft_lopen else ""
    mee = f"Er gaat mee: {_telling(f.delen)}."
    return f"De opgave is opgegaan in {f.gaat_op_in}: {zin(f.reden)} {mee}{hier}"


def _ontvangen(f: Any) -> str:
    hoe = {"splitsing": "is afgesplitst van", "samenvoeging": "nam over van"}[f.hoe]
    return f"Deze opgave {hoe} {f.van}: {zin(f.reden)} Meegekomen: {_telling(f.delen)}.{_besluiten(f.delen)}"


def _aankomst(f: Any) -> str:
    if f.mislukt:
        return f"Wat is meegegeven aan {f.in_opgave}, kwam daar niet aan: {zin(f.mislukt)}"
    return f"Wat is meegegeven aan {f.in_opgave}, is daar aangekomen (feit {f.feit})."


ZINNEN: dict[str, Callable[[Any], str]] = {
    "OpgaveGesplitst": _gesplitst,
    "OpgaveSamengevoegd": _samengevoegd,
    "DelenOntvangen": _ontvangen,
    "AankomstBevestigd": _aankomst,
}
"""By kind of fact."""
