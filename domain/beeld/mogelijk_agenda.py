"""What can be done on a regionale agenda: each kind of command once, tried with what is there."""

from collections.abc import Iterable
from typing import Any

from domain.basis import is_agenda
from domain.regels.agenda_bevestiging import PROVINCIE
from domain.regels.agenda_vaststelling import te_bevestigen
from domain.stand import Stand
from domain.taal.agenda import Agenda
from domain.taal.partners import OVERHEDEN
from domain.toestanden import OOK_VAN_DE_AGENDA, VAN_DE_AGENDA

WAAROM = "<waarom>"
_PROEF = "NIEUWE-OPGAVE"


def past_bij(stand: Stand, soort: str) -> bool:
    """Whether a command of this name is for this kind of life at all."""
    if is_agenda(stand.opgave):
        return soort in VAN_DE_AGENDA or soort in OOK_VAN_DE_AGENDA
    return soort not in VAN_DE_AGENDA


def voorstellen(stand: Stand) -> Iterable[dict[str, Any]]:
    """Contents of commands that fit the state; nothing for an opgave."""
    agenda = stand.agenda
    if agenda is None:
        return
    nieuw = {"opgave": _vrij(agenda), "titel": "<titel>", "thema": "<thema>", "periode": agenda.halfjaren[-1]}
    yield {"soort": "ZetOpAgenda", **nieuw, "reden": WAAROM}
    yield from _punten(agenda)
    yield from _raakvlakken(agenda)
    yield from _vaststelling(stand, agenda)
    yield {"soort": "StelDocumentVast", **_document(agenda)}
    yield {"soort": "HoudConferentie", "conferentie": _conferentie(agenda), "titel": "<titel>", "deelnemers": ["GS"]}
    yield {"soort": "Herijk", "conclusie": "<wat er verandert>"}
    yield {"soort": "SluitAgenda", "reden": WAAROM, "toch": True}


def _vrij(agenda: Agenda) -> str:
    """An id that is not on the agenda yet, to try with."""
    return next(id_ for nr in range(len(agenda.punten) + 1) if (id_ := f"{_PROEF}-{nr}") not in agenda.punten)


def _conferentie(agenda: Agenda) -> str:
    nummers = range(1, len(agenda.conferenties) + 2)
    return next(id_ for nr in nummers if (id_ := f"C{nr}") not in agenda.conferenties)


def _document(agenda: Agenda) -> dict[str, str]:
    """A next version of the first document, or the koersdocument when there is none."""
    eerste = next(iter(agenda.documenten.values()), None)
    kern = {"document": "koers", "documentsoort": "koersdocument", "titel": "<titel>"}
    if eerste is not None:
        kern = {"document": eerste.id, "documentsoort": eerste.documentsoort, "titel": eerste.titel}
    return {**kern, "versie": "<versie>", "vaststeller": "<wie>"}


def _punten(agenda: Agenda) -> Iterable[dict[str, Any]]:
    """One of each kind of change: for the first opgave it can be about."""
    eerste = {p.status: p for p in reversed(agenda.punten.values())}
    if punt := eerste.get("op_agenda"):
        anders = "later" if punt.horizon != "later" else "nu"
        yield {"soort": "VerplaatsOpAgenda", "opgave": punt.opgave, "horizon": anders, "reden": WAAROM}
        yield {"soort": "ParkeerOpgave", "opgave": punt.opgave, "reden": WAAROM}
        yield {"soort": "VoerAf", "opgave": punt.opgave, "reden": WAAROM}
    for weg in (eerste.get("geparkeerd"), eerste.get("afgevoerd")):
        if weg is not None:
            yield {"soort": "HaalTerug", "opgave": weg.opgave, "periode": agenda.halfjaren[-1], "reden": WAAROM}


def _raakvlakken(agenda: Agenda) -> Iterable[dict[str, Any]]:
    al = {(r.opgave, r.andere) for r in agenda.raakvlakken}
    op_agenda = sorted(p.opgave for p in agenda.punten.values() if p.status == "op_agenda")
    paren = ((a, b) for i, a in enumerate(op_agenda) for b in op_agenda[i + 1 :] if (a, b) not in al)
    if paar := next(paren, None):
        yield {"soort": "LegRaakvlakVast", "opgave": paar[0], "andere": paar[1], "omschrijving": "<hoe zij raken>"}
    for raakvlak in agenda.raakvlakken[:1]:
        wie = {"opgave": raakvlak.opgave, "andere": raakvlak.andere}
        yield {"soort": "VerbreekRaakvlak", **wie, "reden": WAAROM}


def _vaststelling(stand: Stand, agenda: Agenda) -> Iterable[dict[str, Any]]:
    """Each overheid that was not asked for this version yet, each that did not answer, and what waits for a second."""
    nu = {v.overheid: v for v in agenda.vaststellingen.values() if v.versie == agenda.versie}
    overheden = [p.id for p in stand.partners.values() if p.doet_mee and p.type in OVERHEDEN]
    if te_vragen := [o for o in (*overheden, "provincie") if o not in nu]:
        yield {"soort": "VraagVaststelling", "overheden": te_vragen, "uiterlijk": agenda.tot.isoformat()}
    for v in nu.values():
        if v.gemeld:
            yield {"soort": "LegVaststellingVast", "overheid": v.overheid, "orgaan": v.orgaan, "besluit": v.gemeld}
        elif v.besluit is None:
            eigen = {"orgaan": "PS"} if v.overheid == PROVINCIE else {"orgaan": "<orgaan>", "kanaal": "tafel"}
            yield {"soort": "LegVaststellingVast", "overheid": v.overheid, "besluit": "vastgesteld", **eigen}


def bevestigt(stand: Stand, inhoud: dict[str, Any]) -> bool:
    """Whether this confirms what an overheid reported over a link: then there is nothing to choose."""
    gemeld = te_bevestigen(stand.agenda) if stand.agenda and inhoud["soort"] == "LegVaststellingVast" else ()
    return inhoud.get("overheid") in {v.overheid for v in gemeld}


KEUZES: dict[str, dict[str, str]] = {
    "ZetOpAgenda": {"opgave": "id van de opgave", "periode": "half jaar, zoals 2027-1"},
    "VerplaatsOpAgenda": {"horizon": "nu|straks|later"},
    "VraagVaststelling": {"uiterlijk": "datum"},
    "LegVaststellingVast": {
        "besluit": "vastgesteld|gewijzigd_vastgesteld|niet_vastgesteld",
        "kanaal": "brief|e-mail|telefoon|tafel|balie",
    },
    "HaalTerug": {"periode": "half jaar, zoals 2027-1"},
}
"""Fields of which the example is only there to try the command with."""
