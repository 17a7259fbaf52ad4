"""What is on the agenda: opgaven put on, moved, parked, taken back and dropped."""

from collections.abc import Iterable

from domain.basis import Weigering, is_agenda
from domain.feit import FeitInhoud
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda import Agenda, halfjaar
from domain.taal.agenda_punten import (
    Agendapunt,
    HaalTerug,
    OpAgendaGezet,
    OpAgendaVerplaatst,
    OpgaveAfgevoerd,
    OpgaveGeparkeerd,
    OpgaveTeruggehaald,
    ParkeerOpgave,
    Plekstatus,
    VerplaatsOpAgenda,
    VoerAf,
    ZetOpAgenda,
)
from domain.woorden import datum

MEESTE = 20
"""So many ids are named of what is on the agenda."""
_IN_WOORDEN: dict[Plekstatus, str] = {
    "op_agenda": "op de agenda",
    "geparkeerd": "geparkeerd",
    "afgevoerd": "afgevoerd",
    "afgerond": "afgerond",
}


def zet(agenda: Agenda, opdracht: ZetOpAgenda, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis(not is_agenda(opdracht.opgave), "opgave", "Een agenda staat niet op een agenda.")
    al = agenda.punten.get(opdracht.opgave)
    if al is not None:
        weg = f"{opdracht.opgave} is {_IN_WOORDEN[al.status]}. Haal haar terug."
        eis(al.status == "op_agenda", "opgave", weg, "HaalTerug")
        nee = f"{opdracht.opgave} staat al op deze agenda. Verander haar plek."
        eis(False, "opgave", nee, "VerplaatsOpAgenda")
    _toets_periode(agenda, opdracht.periode, ctx)
    return (OpAgendaGezet(**opdracht.model_dump(exclude={"soort"})),)


def verplaats(agenda: Agenda, opdracht: VerplaatsOpAgenda, ctx: Context) -> tuple[FeitInhoud, ...]:
    punt = zoek(agenda, opdracht.opgave, ctx, "op_agenda", "geparkeerd")
    if opdracht.periode is not None:
        _toets_periode(agenda, opdracht.periode, ctx)
    velden = {naam: getattr(opdracht, naam) for naam in ("periode", "horizon", "rijpheid")}
    nieuw = {naam: waarde for naam, waarde in velden.items() if waarde not in (None, getattr(punt, naam))}
    eis(bool(nieuw), "plek", f"Er verandert niets aan de plek van {punt.opgave}.", *velden)
    return (OpAgendaVerplaatst(opgave=punt.opgave, reden=opdracht.reden, **nieuw),)


def parkeer(agenda: Agenda, opdracht: ParkeerOpgave, ctx: Context) -> tuple[FeitInhoud, ...]:
    zoek(agenda, opdracht.opgave, ctx, "op_agenda")
    return (OpgaveGeparkeerd(opgave=opdracht.opgave, reden=opdracht.reden),)


def haal_terug(agenda: Agenda, opdracht: HaalTerug, ctx: Context) -> tuple[FeitInhoud, ...]:
    zoek(agenda, opdracht.opgave, ctx, "geparkeerd", "afgevoerd")
    _toets_periode(agenda, opdracht.periode, ctx)
    return (OpgaveTeruggehaald(opgave=opdracht.opgave, periode=opdracht.periode, reden=opdracht.reden),)


def voer_af(agenda: Agenda, opdracht: VoerAf, ctx: Context) -> tuple[FeitInhoud, ...]:
    zoek(agenda, opdracht.opgave, ctx, "op_agenda", "geparkeerd")
    return (OpgaveAfgevoerd(opgave=opdracht.opgave, reden=opdracht.reden),)


def _toets_periode(agenda: Agenda, periode: str, ctx: Context) -> None:
    """Raise Weigering that lists the half years there are, unless this is one of them that is not over."""
    nee = f"Het half jaar {periode} bestaat niet op deze agenda. Kies een half jaar van deze periode."
    eis(periode in agenda.halfjaren, "periode", nee, *agenda.halfjaren)
    nu = halfjaar(ctx.op)
    over = f"Het half jaar {periode} is voorbij. Kies {nu} of later."
    eis(periode >= nu, "periode", over, *(h for h in agenda.halfjaren if h >= nu))


def zoek(agenda: Agenda, opgave: str, ctx: Context, *mag: Plekstatus) -> Agendapunt:
    """The opgave on the agenda. Raises Weigering when it is not there, or stood otherwise on that day."""
    punt = agenda.punten.get(opgave)
    if punt is None:
        wel = f"Wel: {', '.join(list(agenda.punten)[:MEESTE])}." if agenda.punten else "Er staat nog niets op."
        raise Weigering("opgave", f"{opgave} staat niet op deze agenda. {wel}")
    nee = f"{opgave} is {_IN_WOORDEN[punt.status]}. Dit kan alleen als zij {_of(mag)} is."
    eis(punt.status in mag, "plek", nee)
    wanneer = f"{opgave} is pas sinds {datum(punt.sinds)} {_IN_WOORDEN[punt.status]}. Kies die dag of een latere."
    eis(ctx.op >= punt.sinds, "gebeurd_op", wanneer)
    return punt


def _of(mag: Iterable[Plekstatus]) -> str:
    return " of ".join(_IN_WOORDEN[status] for status in mag)


Puntfeit = OpAgendaGezet | OpAgendaVerplaatst | OpgaveGeparkeerd | OpgaveTeruggehaald | OpgaveAfgevoerd


def evolve(stand: Stand, agenda: Agenda, feit: Puntfeit, ctx: Context) -> Stand:
    """The agenda after a change of what is on it."""
    punt = _nieuw(feit, ctx) if isinstance(feit, OpAgendaGezet) else _anders(agenda.punten[feit.opgave], feit, ctx)
    return stand.met(agenda=agenda.met(punten={**agenda.punten, punt.opgave: punt}))


def _nieuw(feit: OpAgendaGezet, ctx: Context) -> Agendapunt:
    return Agendapunt(**feit.model_dump(exclude={"soort"}), sinds=ctx.op)


def _anders(punt: Agendapunt, feit: Puntfeit, ctx: Context) -> Agendapunt:
    match feit:
        case OpAgendaVerplaatst():
            velden = {naam: getattr(feit, naam) or getattr(punt, naam) for naam in ("periode", "horizon", "rijpheid")}
            keer = punt.verplaatst + (feit.periode is not None)
            return punt.met(**velden, reden=feit.reden, verplaatst=keer)
        case OpgaveGeparkeerd():
            return punt.met(status="geparkeerd", sinds=ctx.op, reden=feit.reden)
        case OpgaveTeruggehaald():
            return punt.met(status="op_agenda", periode=feit.periode, sinds=ctx.op, reden=feit.reden)
        case OpgaveAfgevoerd():
            return punt.met(status="afgevoerd", sinds=ctx.op, reden=feit.reden)
        case _:
            raise TypeError(feit)
