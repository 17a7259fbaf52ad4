"""Which lives hear of a fact, and what each is told: effects that are carried over, worked out with the state."""

from collections.abc import Iterable
from typing import Any

from domain.afstamming import ERFGENAAM, hoort_afloop
from domain.basis import is_agenda
from domain.beeld.verborgen import is_geheim
from domain.feit import Feit
from domain.gevolg import Overbrengen
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.agenda import Agenda
from domain.woorden import met_namen

BUREN, AGENDA, OPGAVEN = "buren", "agenda", "opgaven"
"""What `Overbrengen.naar` can be beside an id: every neighbour, the agenda this is on, all opgaven on this agenda."""
_KORT = 200
_OP_DE_AGENDA = ("op_agenda", "geparkeerd")


def opdrachten(stand: Stand, feit: Feit, gevolg: Overbrengen) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The lives that must hear it, each with the content of its command as plain JSON; in a fixed order.

    Nothing of a step under geheimhouding, or of what touches it, is told to a neighbour, the agenda or an heir.
    Lessons are offered only under a reglement that knows them.

    Args:
        stand: the state just after the fact.
        feit: the fact that has this effect.
        gevolg: the effect as the fact alone says it.
    """
    if gevolg.naar in (BUREN, AGENDA, ERFGENAAM) and is_geheim(stand, feit.inhoud):
        return ()
    soort = gevolg.inhoud.get("soort")
    if soort == "BiedLessenAan" and reglement(stand.reglement).samenwerken is None:
        return ()
    return tuple((naar, _inhoud(stand, feit, naar, gevolg.inhoud)) for naar in _naar(stand, feit, gevolg.naar))


def _naar(stand: Stand, feit: Feit, naar: str) -> Iterable[str]:
    match naar:
        case "buren":
            return tuple(stand.buren)
        case "agenda":
            plek = stand.agendaplek
            return (plek.agenda,) if plek is not None and plek.op_agenda and not is_agenda(stand.opgave) else ()
        case "erfgenaam":
            return hoort_afloop(stand, feit)
        case "opgaven":
            punten = stand.agenda.punten.values() if stand.agenda else ()
            return tuple(p.opgave for p in punten if p.status in _OP_DE_AGENDA)
        case _:
            return (naar,)


def _inhoud(stand: Stand, feit: Feit, naar: str, inhoud: dict[str, Any]) -> dict[str, Any]:
    match inhoud.get("soort"):
        case "MeldAgendaplek" if stand.agenda is not None:
            return {**inhoud, **plek(stand, stand.agenda, naar), "bron": feit.seq}
        case "MeldBuurwijziging":
            return {**inhoud, "wat": _kort(met_namen(str(inhoud["wat"]), stand))}
        case _:
            return dict(inhoud)


def plek(stand: Stand, agenda: Agenda, opgave: str) -> dict[str, Any]:
    """What an agenda tells an opgave about its place: still on it or not, the documents, and what lessons changed."""
    punt, eigen = agenda.punten.get(opgave), stand.agendaplek
    return {
        "agenda": stand.opgave,
        "op_agenda": punt is not None and punt.status in _OP_DE_AGENDA and not stand.leven.voorbij,
        "documenten": [d.model_dump(mode="json") for d in agenda.documenten.values()],
        "termijnen": [t.model_dump(mode="json") for t in eigen.termijnen] if eigen else [],
        "checklist": [[fase, punt.model_dump(mode="json")] for fase, punt in eigen.checklist] if eigen else [],
    }


def _kort(tekst: str) -> str:
    """As long as a command may be; what was left out is in the opgave itself."""
    return tekst if len(tekst) <= _KORT else f"{tekst[: _KORT - 1].rstrip()}…"
