"""The regionale agenda as a whole: it starts, and hands each command to what it is about."""

from dataclasses import replace

from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import (
    agenda_conferenties,
    agenda_documenten,
    agenda_einde,
    agenda_herijking,
    agenda_punten,
    agenda_raakvlakken,
    agenda_vaststelling,
    agenda_werkwijze,
    functies,
)
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda import Agenda, AgendaGesloten, AgendaGestart, SluitAgenda, StartAgenda
from domain.taal.agenda_conferenties import ConferentieGehouden, HoudConferentie
from domain.taal.agenda_documenten import DocumentVastgesteld, StelDocumentVast
from domain.taal.agenda_herijking import AgendaHerijkt, BereidHerijkingVoor, Herijk, HerijkingVoorbereid
from domain.taal.agenda_punten import (
    HaalTerug,
    OpAgendaGezet,
    OpAgendaVerplaatst,
    OpgaveAfgevoerd,
    OpgaveGeparkeerd,
    OpgaveTeruggehaald,
    ParkeerOpgave,
    VerplaatsOpAgenda,
    VoerAf,
    ZetOpAgenda,
)
from domain.taal.agenda_raakvlakken import LegRaakvlakVast, RaakvlakVastgelegd, RaakvlakVerbroken, VerbreekRaakvlak
from domain.taal.agenda_vaststelling import (
    AgendaVastgesteld,
    LegVaststellingVast,
    VaststellingGevraagd,
    VraagVaststelling,
)
from domain.taal.agenda_werkwijze import WerkwijzeGewijzigd, WijzigWerkwijze
from domain.taal.agendavorm import AgendaFeit, AgendaOpdracht
from domain.woorden import datum

HOOGSTENS_JAREN = 12


def decide(stand: Stand, opdracht: AgendaOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    if isinstance(opdracht, StartAgenda):
        return _start(stand, opdracht, ctx)
    agenda = stand.agenda
    if agenda is None:
        raise Weigering("agenda", "Er is hier nog geen agenda begonnen. Geef eerst StartAgenda.", ("StartAgenda",))
    match opdracht:
        case ZetOpAgenda():
            return agenda_punten.zet(agenda, opdracht, ctx)
        case VerplaatsOpAgenda():
            return agenda_punten.verplaats(agenda, opdracht, ctx)
        case ParkeerOpgave():
            return agenda_punten.parkeer(agenda, opdracht, ctx)
        case HaalTerug():
            return agenda_punten.haal_terug(agenda, opdracht, ctx)
        case VoerAf():
            return agenda_punten.voer_af(agenda, opdracht, ctx)
        case LegRaakvlakVast():
            return agenda_raakvlakken.leg_vast(agenda, opdracht, ctx)
        case VerbreekRaakvlak():
            return agenda_raakvlakken.verbreek(agenda, opdracht)
        case StelDocumentVast():
            return agenda_documenten.stel_vast(agenda, opdracht, ctx)
        case VraagVaststelling():
            return agenda_vaststelling.vraag(stand, agenda, opdracht, ctx)
        case LegVaststellingVast():
            return agenda_vaststelling.leg_vast(stand, agenda, opdracht, ctx)
        case HoudConferentie():
            return agenda_conferenties.houd(stand, agenda, opdracht, ctx)
        case BereidHerijkingVoor():
            return agenda_herijking.bereid_voor(stand, agenda, opdracht, ctx)
        case Herijk():
            return agenda_herijking.herijk(stand, agenda, opdracht, ctx)
        case WijzigWerkwijze():
            return agenda_werkwijze.wijzig(stand, agenda, opdracht, ctx)
        case SluitAgenda():
            return agenda_einde.sluit(stand, agenda, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _start(stand: Stand, opdracht: StartAgenda, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis(stand.leven.toestand == "nog_niet_begonnen", "id", f"De agenda {stand.opgave} bestaat al.")
    _ = ctx.reglement.samen  # an older edition knows no agenda
    lang = (opdracht.tot.year - opdracht.van.year, opdracht.tot.month, opdracht.tot.day)
    nee = f"De periode van een agenda duurt hoogstens {HOOGSTENS_JAREN} jaar."
    eis(lang <= (HOOGSTENS_JAREN, opdracht.van.month, opdracht.van.day), "periode", nee)
    over = f"Deze periode is al voorbij: zij eindigde op {datum(opdracht.tot)}. Begon de agenda toen, noem dan die dag."
    eis(opdracht.tot >= ctx.op, "periode", over)
    vandaag = replace(ctx, op=ctx.vandaag)  # an agenda of long ago is not late with its first herijking at once
    return (AgendaGestart(**opdracht.model_dump(exclude={"soort"})), agenda_herijking.plan(vandaag, nummer=1))


def evolve(stand: Stand, feit: AgendaFeit, ctx: Context) -> Stand:
    if isinstance(feit, AgendaGestart):
        return _begonnen(stand, feit, ctx)
    agenda = stand.agenda
    if agenda is None:
        raise TypeError(feit)
    match feit:
        case OpAgendaGezet() | OpAgendaVerplaatst() | OpgaveGeparkeerd() | OpgaveTeruggehaald() | OpgaveAfgevoerd():
            return agenda_punten.evolve(stand, agenda, feit, ctx)
        case RaakvlakVastgelegd() | RaakvlakVerbroken():
            return agenda_raakvlakken.evolve(stand, agenda, feit, ctx)
        case DocumentVastgesteld():
            return agenda_documenten.evolve(stand, agenda, feit, ctx)
        case VaststellingGevraagd() | AgendaVastgesteld():
            return agenda_vaststelling.evolve(stand, agenda, feit, ctx)
        case ConferentieGehouden():
            return agenda_conferenties.evolve(stand, agenda, feit, ctx)
        case HerijkingVoorbereid() | AgendaHerijkt():
            return agenda_herijking.evolve(stand, agenda, feit)
        case WerkwijzeGewijzigd():
            return agenda_werkwijze.evolve(stand, agenda, feit, ctx)
        case AgendaGesloten():
            return agenda_einde.evolve(stand, agenda, feit, ctx)
        case _:
            raise TypeError(feit)


def _begonnen(stand: Stand, feit: AgendaGestart, ctx: Context) -> Stand:
    agenda = Agenda(van=feit.van, tot=feit.tot, gebied=feit.gebied, ambitie=feit.ambitie)
    leven = stand.leven.met(toestand="lopend", titel=feit.titel, gebied=feit.gebied, begonnen_op=ctx.op)
    begonnen = stand.met(agenda=agenda, leven=leven)
    return functies.bekleed(begonnen, ctx.door.functie, ctx.door.subject, ctx, ctx.door.grondslag)
