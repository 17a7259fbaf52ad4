"""Which opgaven on the agenda touch each other, and which do so no more."""

from domain.feit import FeitInhoud
from domain.regels import agenda_punten
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda import Agenda
from domain.taal.agenda_raakvlakken import (
    LegRaakvlakVast,
    Raakvlak,
    RaakvlakVastgelegd,
    RaakvlakVerbroken,
    VerbreekRaakvlak,
)


def leg_vast(agenda: Agenda, opdracht: LegRaakvlakVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis(opdracht.opgave != opdracht.andere, "raakvlak", "Een opgave raakt zichzelf niet. Noem een andere.")
    eerste, tweede = sorted((opdracht.opgave, opdracht.andere))
    for id_ in (eerste, tweede):
        agenda_punten.zoek(agenda, id_, ctx, "op_agenda", "geparkeerd", "afgerond")
    bekend = _raakvlak(agenda, eerste, tweede)
    eis(bekend is None, "raakvlak", f"Dat {eerste} en {tweede} elkaar raken, is al vastgelegd.")
    return (RaakvlakVastgelegd(opgave=eerste, andere=tweede, omschrijving=opdracht.omschrijving),)


def verbreek(agenda: Agenda, opdracht: VerbreekRaakvlak) -> tuple[FeitInhoud, ...]:
    eerste, tweede = sorted((opdracht.opgave, opdracht.andere))
    bekend = _raakvlak(agenda, eerste, tweede)
    er_zijn = (f"{r.opgave} en {r.andere}" for r in agenda.raakvlakken)
    eis(bekend is not None, "raakvlak", f"Tussen {eerste} en {tweede} is geen raakvlak vastgelegd.", *er_zijn)
    return (RaakvlakVerbroken(opgave=eerste, andere=tweede, reden=opdracht.reden),)


def evolve(stand: Stand, agenda: Agenda, feit: RaakvlakVastgelegd | RaakvlakVerbroken, ctx: Context) -> Stand:
    """The agenda after two opgaven came to touch, or touch no more."""
    rest = tuple(r for r in agenda.raakvlakken if (r.opgave, r.andere) != (feit.opgave, feit.andere))
    if isinstance(feit, RaakvlakVastgelegd):
        nieuw = Raakvlak(opgave=feit.opgave, andere=feit.andere, omschrijving=feit.omschrijving, sinds=ctx.op)
        rest = (*rest, nieuw)
    return stand.met(agenda=agenda.met(raakvlakken=rest))


def _raakvlak(agenda: Agenda, eerste: str, tweede: str) -> Raakvlak | None:
    return next((r for r in agenda.raakvlakken if (r.opgave, r.andere) == (eerste, tweede)), None)
