"""The end of the agenda: what runs lets go, what was promised stays tracked, and whoever closes early says so."""

from collections.abc import Iterator

from domain.basis import is_agenda
from domain.feit import FeitInhoud
from domain.regels import termijnen, verzoeken
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda import Agenda, AgendaGesloten, SluitAgenda
from domain.taal.termijnen import TermijnVervallen
from domain.woorden import datum, met_namen

MEESTE = 10
"""So many ids are named in one line."""


def sluit(stand: Stand, agenda: Agenda, opdracht: SluitAgenda, ctx: Context) -> tuple[FeitInhoud, ...]:
    """Requests are withdrawn and terms lapse; what was promised stays tracked until it is kept.

    Before the end of the period it is refused with what is still open, unless it is said to be meant.
    """
    opvolger = opdracht.opvolger
    nee = "De opvolger van een agenda is een andere agenda; haar id begint met AGENDA-."
    eis(opvolger is None or (is_agenda(opvolger) and opvolger != stand.opgave), "opvolger", nee)
    nog = tuple(open_zaken(stand, agenda))
    vroeg = (
        f"De periode loopt nog tot en met {datum(agenda.tot)}. Sluiten kan niet terug. Wilt u dit, zeg dan toch: ja."
    )
    eis(opdracht.toch or ctx.op >= agenda.tot, "periode", vroeg, *nog)
    reden = "De regionale agenda is gesloten."
    los = verzoeken.trek_alle_in(stand, reden)
    al = {f.termijn for f in los if isinstance(f, TermijnVervallen)}
    rest = termijnen.alles_vervalt(stand, reden, termijnen.NA_HET_EINDE)
    gesloten = AgendaGesloten(reden=opdracht.reden, opvolger=opvolger, open=nog if ctx.op < agenda.tot else ())
    return (gesloten, *los, *(f for f in rest if f.termijn not in al))


def open_zaken(stand: Stand, agenda: Agenda) -> Iterator[str]:
    """What is not finished on the agenda, a line for each kind."""
    punten = [p.opgave for p in agenda.punten.values() if p.status in ("op_agenda", "geparkeerd")]
    if punten:
        meer = "" if len(punten) <= MEESTE else f" en nog {len(punten) - MEESTE}"
        yield f"opgaven op de agenda: {', '.join(punten[:MEESTE])}{meer}"
    besluiten = (v for v in agenda.vaststellingen.values() if v.versie == agenda.versie and v.telt is None)
    if wie := ", ".join(v.overheid for v in besluiten):
        yield met_namen(f"vaststelling van versie {agenda.versie}: {wie}", stand)
    beloofd = (a.id for a in stand.afspraken.values() if a.afgerond_op is None)
    if afspraken := ", ".join(beloofd):
        yield f"afspraken: {afspraken}"
    if agenda.voorbereid is not None:
        yield f"de herijking met het rapport {agenda.voorbereid.titel}"


def evolve(stand: Stand, agenda: Agenda, feit: AgendaGesloten, ctx: Context) -> Stand:
    """The agenda after it was closed."""
    einde = {"opvolger": feit.opvolger, "gesloten_op": ctx.op, "gesloten_door": ctx.door.functie}
    gesloten = stand.leven.met(toestand="afgerond", reden=feit.reden, vervolg=feit.opvolger)
    return stand.met(agenda=agenda.met(**einde), leven=gesloten)
