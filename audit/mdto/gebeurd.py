"""What happened to a piece, in the words of the EventTypeLijst of MDTO; from the facts and from the audit trail."""

from collections.abc import Callable, Iterator

from audit.dossier.bron import Bron
from audit.mdto.model import Event, Eventtype
from domain.feit import Feit
from domain.taal.agenda import AgendaGesloten, AgendaGestart
from domain.taal.agenda_herijking import AgendaHerijkt
from domain.taal.agenda_vaststelling import AgendaVastgesteld
from domain.taal.besluiten import (
    BesluitBekendgemaakt,
    BesluitGenomen,
    BesluitstapGeopend,
    BesluitVoorgelegd,
)
from domain.taal.evaluaties import EvaluatieGestart, EvaluatieOpgesteld, VervolgBepaald
from domain.taal.herstel import BesluitHersteld
from domain.taal.lessen import LesGecontroleerd, LesstatusGewijzigd, LesVastgelegd
from domain.taal.leven import OpgaveAfgesloten, OpgaveGestart, OpgaveIngetrokken
from domain.taal.vastlegging import BesluitVastgelegd

TYPEN: dict[type, Eventtype] = {
    OpgaveGestart: "Creatie",
    AgendaGestart: "Creatie",
    AgendaVastgesteld: "Accordering",
    AgendaHerijkt: "Wijziging",
    AgendaGesloten: "Bevriezing",
    OpgaveAfgesloten: "Bevriezing",
    OpgaveIngetrokken: "Bevriezing",
    BesluitstapGeopend: "Creatie",
    BesluitVoorgelegd: "Verzending",
    BesluitVastgelegd: "Opname",
    BesluitGenomen: "Accordering",
    BesluitBekendgemaakt: "Publicatie",
    BesluitHersteld: "Wijziging",
    EvaluatieGestart: "Creatie",
    EvaluatieOpgesteld: "Bevriezing",
    VervolgBepaald: "Accordering",
    LesVastgelegd: "Creatie",
    LesstatusGewijzigd: "Wijziging",
    LesGecontroleerd: "Wijziging",
}
"""By kind of fact."""
SPOOR: dict[str, Eventtype] = {
    "pak_gemaakt": "Export",
    "vertrouwelijk_verstrekt": "Kopie",
    "vernietigd": "Vernietigen",
    "stuk_toegevoegd": "Opname",
    "bewaarplicht_gelegd": "Wijziging",
    "bewaarplicht_opgeheven": "Wijziging",
    "sleutel_gewisseld": "Wijziging",
}
"""By act in the audit trail."""


def events_van(bron: Bron, soorten: tuple[type, ...], hoort_erbij: Callable[[object], bool]) -> tuple[Event, ...]:
    """The events of a piece: facts of these kinds that belong to it, in order."""
    return tuple(_event(bron, f) for f in bron.feiten if isinstance(f.inhoud, soorten) and hoort_erbij(f.inhoud))


def _event(bron: Bron, feit: Feit) -> Event:
    gemeld = isinstance(feit.inhoud, AgendaVastgesteld) and (feit.inhoud.per_link or feit.inhoud.wacht)
    return Event(
        "Opname" if gemeld else TYPEN[type(feit.inhoud)], feit.vastgelegd_op, bron.wie(feit.door), bron.zin(feit)
    )


def besluitevents(bron: Bron, stap: str) -> tuple[Event, ...]:
    """From the opening of a step to its publication and correction."""
    soorten = (
        BesluitstapGeopend,
        BesluitVoorgelegd,
        BesluitVastgelegd,
        BesluitGenomen,
        BesluitBekendgemaakt,
        BesluitHersteld,
    )

    def erbij(inhoud: object) -> bool:
        over = getattr(inhoud, "stap", None) or getattr(getattr(inhoud, "besluit", None), "stap", None)
        return stap in (over, getattr(over, "id", None))

    return events_van(bron, soorten, erbij)


def dossierevents(bron: Bron) -> tuple[Event, ...]:
    """Of the whole: its beginning and end, what the audit trail says, and this pack.

    Of an agenda also its adoption by each overheid and its versions.
    """
    opgave = (OpgaveGestart, OpgaveAfgesloten, OpgaveIngetrokken)
    agenda = (AgendaGestart, AgendaVastgesteld, AgendaHerijkt, AgendaGesloten)
    return (*events_van(bron, (*opgave, *agenda), lambda _: True), *_spoor(bron), _pak(bron))


def _spoor(bron: Bron) -> Iterator[Event]:
    for regel in bron.pak.spoor:
        yield Event(SPOOR[regel.actie], regel.tijdstip, regel.functie, f"{regel.object}: {regel.resultaat}")


def _pak(bron: Bron) -> Event:
    m = bron.pak.manifest
    return Event("Export", m.gemaakt_op, "het systeem", f"Pak tot en met feit {m.tot_seq}, aanleiding: {m.aanleiding}")
