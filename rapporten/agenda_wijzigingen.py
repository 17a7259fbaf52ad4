"""What changed on an agenda in a period, why, and the function that did it: all that a herijking looks back on."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from domain.basis import Model
from domain.feit import Feit
from rapporten.leven import Gezeefd, telt_op

WIJZIGINGEN = {
    "OpAgendaGezet": "op de agenda gezet",
    "OpAgendaVerplaatst": "verplaatst",
    "OpgaveGeparkeerd": "geparkeerd",
    "OpgaveTeruggehaald": "teruggehaald",
    "OpgaveAfgevoerd": "afgevoerd",
    "RaakvlakVastgelegd": "raakvlak vastgelegd",
    "RaakvlakVerbroken": "raakvlak verbroken",
    "DocumentVastgesteld": "document vastgesteld",
    "WerkwijzeGewijzigd": "werkwijze gewijzigd",
    "HerijkingVoorbereid": "herijking voorbereid",
    "AgendaHerijkt": "agenda herijkt",
    "AgendaGesloten": "agenda gesloten",
}
"""What can happen to an agenda and what is on it, as people say it."""


class Wijziging(Model):
    """A change on the agenda. `opgave` is empty when it is about the agenda itself.

    `naar` is what it became: the half year, the other opgave, the version, the term. `door` is the function that did
    it, `namens` the organisation when that is not the province.
    """

    op: date
    opgave: str = ""
    wat: str
    naar: str = ""
    reden: str = ""
    door: str
    namens: str = ""


def wijzigingen(agenda: Gezeefd, van: date, tot: date) -> Iterator[Wijziging]:
    """The changes that count in a period, both days included, in order."""
    for feit in agenda.feiten:
        if feit.inhoud.soort in WIJZIGINGEN and van <= telt_op(feit) <= tot:
            yield _wijziging(feit)


def _wijziging(feit: Feit) -> Wijziging:
    f: Any = feit.inhoud
    namens = feit.door.namens if feit.door.functie == "partner" else ""
    return Wijziging(
        op=feit.gebeurd_op,
        opgave=getattr(f, "opgave", ""),
        wat="wijziging van de werkwijze ingetrokken" if getattr(f, "ingetrokken", None) else WIJZIGINGEN[f.soort],
        naar=_NAAR.get(f.soort, _plek)(f),
        reden=_reden(f),
        door=feit.door.functie,
        namens=namens,
    )


def _plek(f: Any) -> str:
    return ", ".join(str(v) for n in ("periode", "horizon", "rijpheid") if (v := getattr(f, n, None)))


def _werkwijze(f: Any) -> str:
    if f.termijn:
        return f"{f.termijnnaam or f.termijn}: van {f.was} naar {f.duur}"
    return f"vraag op de checklist van {f.fase}: {f.vraag}"


_NAAR: dict[str, Callable[[Any], str]] = {
    "RaakvlakVastgelegd": lambda f: f"met {f.andere}",
    "RaakvlakVerbroken": lambda f: f"met {f.andere}",
    "DocumentVastgesteld": lambda f: f"{f.titel}, versie {f.versie}",
    "WerkwijzeGewijzigd": _werkwijze,
    "HerijkingVoorbereid": lambda f: f"herijking {f.nummer}, {f.stuk.titel}",
    "AgendaHerijkt": lambda f: f"versie {f.versie}",
    "AgendaGesloten": lambda f: f"opvolger {f.opvolger}" if f.opvolger else "",
}
"""What it became; a place on the agenda unless it is named here."""


def _reden(f: Any) -> str:
    """Why, as it was typed; of a document who adopted it, of a changed way of working also the lesson."""
    match f.soort:
        case "RaakvlakVastgelegd":
            return str(f.omschrijving)
        case "DocumentVastgesteld":
            return f"vastgesteld door {f.vaststeller}"
        case "WerkwijzeGewijzigd":
            return f"{f.reden} (les {f.les})"
        case "AgendaHerijkt":
            return str(f.conclusie)
        case _:
            return str(getattr(f, "reden", ""))
