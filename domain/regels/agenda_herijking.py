"""The agenda rolls: every half year it is looked at again (S2-11)."""

from domain.duur import bereken_einde
from domain.feit import FeitInhoud
from domain.regels import agenda_vaststelling, termijnen
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda import Agenda, halfjaar
from domain.taal.agenda_herijking import AgendaHerijkt, BereidHerijkingVoor, Herijk, HerijkingVoorbereid
from domain.taal.termijnen import TermijnGestart
from domain.woorden import datum

HERIJKING = "T20"


def betreft(nummer: int) -> str:
    """What the term of a herijking is about."""
    return f"herijking.{nummer}"


def plan(ctx: Context, nummer: int) -> TermijnGestart:
    """The next herijking, half a year from today."""
    return termijnen.start(ctx, HERIJKING, betreft(nummer), "Herijk de regionale agenda", "opgavemanager")


def bereid_voor(stand: Stand, agenda: Agenda, opdracht: BereidHerijkingVoor, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The report of the herijking that runs; one that comes late does not count for the next."""
    _toets_loopt(stand, agenda, ctx)
    nummer = agenda.herijkingen + 1
    ander = f"Dit rapport is voor herijking {opdracht.nummer}; nu loopt herijking {nummer}."
    eis(opdracht.nummer in (0, nummer), "herijking", ander)
    nieuw = agenda.voorbereid != opdracht.stuk
    eis(nieuw, "herijking", "Dit rapport is al vastgelegd als voorbereiding van de herijking.")
    return (HerijkingVoorbereid(nummer=nummer, stuk=opdracht.stuk, opgaven=_telling(agenda, opdracht, ctx)),)


def herijk(stand: Stand, agenda: Agenda, opdracht: Herijk, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The old version is open for adoption no more; the new one can be adopted by each overheid."""
    _toets_loopt(stand, agenda, ctx)
    nee = "Deze herijking is nog niet voorbereid. Het systeem maakt het rapport zelf, een paar weken voor de termijn."
    eis(agenda.voorbereid is not None, "herijking", nee, "BereidHerijkingVoor")
    _toets_niet_te_snel(stand, agenda, opdracht, ctx)
    nummer = agenda.herijkingen + 1
    reden = f"Versie {agenda.versie + 1} van de agenda kwam ervoor in de plaats."
    return (
        AgendaHerijkt(nummer=nummer, versie=agenda.versie + 1, **opdracht.model_dump(exclude={"soort"})),
        *termijnen.gehaald(stand, betreft(nummer), ctx.op),
        *agenda_vaststelling.laat_vervallen(stand, agenda, reden),
        *((plan(ctx, nummer + 1),) if ctx.op <= agenda.tot else ()),
    )


def _telling(agenda: Agenda, opdracht: BereidHerijkingVoor, ctx: Context) -> int:
    """How many opgaven the report is about: all that are or were on the agenda. The system counted what it wrote.

    Raises Weigering when someone says another number.
    """
    aantal = len(agenda.punten)
    if ctx.door.functie == "systeem" and opdracht.opgaven is not None:
        return opdracht.opgaven
    nee = f"Op deze agenda staan of stonden {aantal} opgaven. Laat het aantal weg; het systeem telt zelf."
    eis(opdracht.opgaven in (None, aantal), "opgaven", nee, str(aantal))
    return aantal


def _toets_niet_te_snel(stand: Stand, agenda: Agenda, opdracht: Herijk, ctx: Context) -> None:
    """Raise Weigering for a second herijking in one half year without a reason, unless its own time has come."""
    if agenda.herijkingen == 0 or opdracht.reden:
        return
    for termijn in termijnen.lopend(stand, betreft(agenda.herijkingen + 1)):
        klaar = bereken_einde(
            termijn.einde, ctx.reglement.samen.voorbereiding, ctx.reglement.kalender, atw=False, terug=True
        ).einde
        nee = f"Dit half jaar is al herijkt, op {datum(termijn.begin)}. Noem bij reden waarom het weer moet."
        eis(ctx.op >= klaar or halfjaar(ctx.op) != halfjaar(termijn.begin), "herijking", nee, "reden")


def _toets_loopt(stand: Stand, agenda: Agenda, ctx: Context) -> None:
    """Raise Weigering unless the time of a herijking runs on the day of the event."""
    lopend = tuple(termijnen.lopend(stand, betreft(agenda.herijkingen + 1)))
    eis(bool(lopend), "herijking", "Er staat geen herijking meer op de planning: de periode van de agenda is voorbij.")
    begin = max(t.begin for t in lopend)
    eis(ctx.op >= begin, "gebeurd_op", f"Deze herijking loopt pas sinds {datum(begin)}. Kies die dag of een latere.")


def evolve(stand: Stand, agenda: Agenda, feit: HerijkingVoorbereid | AgendaHerijkt) -> Stand:
    """The agenda after a preparation or a herijking."""
    if isinstance(feit, HerijkingVoorbereid):
        return stand.met(agenda=agenda.met(voorbereid=feit.stuk))
    return stand.met(agenda=agenda.met(herijkingen=feit.nummer, versie=feit.versie, voorbereid=None))
