"""The regionale agenda as a whole: it starts, keeps its documents and its conferences, and is closed."""

from domain.basis import Weigering, is_agenda
from domain.feit import FeitInhoud
from domain.regels import (
    afspraken,
    agenda_herijking,
    agenda_punten,
    agenda_vaststelling,
    functies,
    termijnen,
    verzoeken,
)
from domain.regels.hulp import Context, eis, nieuw_id
from domain.stand import Stand
from domain.taal.afspraken import AfspraakGemaakt
from domain.taal.agenda import (
    Agenda,
    Agendadocument,
    AgendaFeit,
    AgendaGesloten,
    AgendaGestart,
    AgendaHerijkt,
    AgendaOpdracht,
    AgendaVastgesteld,
    BereidHerijkingVoor,
    ConferentieGehouden,
    Conferentieverslag,
    DocumentVastgesteld,
    HaalTerug,
    Herijk,
    HerijkingVoorbereid,
    HoudConferentie,
    LegRaakvlakVast,
    LegVaststellingVast,
    OpAgendaGezet,
    OpAgendaVerplaatst,
    OpgaveAfgevoerd,
    OpgaveGeparkeerd,
    OpgaveTeruggehaald,
    ParkeerOpgave,
    RaakvlakVastgelegd,
    RaakvlakVerbroken,
    SluitAgenda,
    StartAgenda,
    StelDocumentVast,
    VaststellingGevraagd,
    VerbreekRaakvlak,
    VerplaatsOpAgenda,
    VoerAf,
    VraagVaststelling,
    WerkwijzeGewijzigd,
    WijzigWerkwijze,
    ZetOpAgenda,
)
from domain.taal.termijnen import TermijnVervallen

HOOGSTENS_JAREN = 12
DEELNEMERS = ("provincie", "GS", "PS")
"""Who takes part in a conference beside the partners."""


def decide(stand: Stand, opdracht: AgendaOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    if isinstance(opdracht, StartAgenda):
        return _start(stand, opdracht, ctx)
    agenda = stand.agenda
    if agenda is None:
        raise Weigering("agenda", "Er is hier nog geen agenda begonnen. Geef eerst StartAgenda.", ("StartAgenda",))
    match opdracht:
        case ZetOpAgenda():
            return agenda_punten.zet(agenda, opdracht)
        case VerplaatsOpAgenda():
            return agenda_punten.verplaats(agenda, opdracht, ctx)
        case ParkeerOpgave():
            return agenda_punten.parkeer(agenda, opdracht, ctx)
        case HaalTerug():
            return agenda_punten.haal_terug(agenda, opdracht, ctx)
        case VoerAf():
            return agenda_punten.voer_af(agenda, opdracht, ctx)
        case LegRaakvlakVast():
            return agenda_punten.leg_raakvlak_vast(agenda, opdracht, ctx)
        case VerbreekRaakvlak():
            return agenda_punten.verbreek_raakvlak(agenda, opdracht)
        case StelDocumentVast():
            return _stel_vast(agenda, opdracht, ctx)
        case VraagVaststelling():
            return agenda_vaststelling.vraag(stand, agenda, opdracht, ctx)
        case LegVaststellingVast():
            return agenda_vaststelling.leg_vast(stand, agenda, opdracht, ctx)
        case HoudConferentie():
            return _houd(stand, agenda, opdracht, ctx)
        case BereidHerijkingVoor():
            return agenda_herijking.bereid_voor(stand, agenda, opdracht, ctx)
        case Herijk():
            return agenda_herijking.herijk(stand, agenda, opdracht, ctx)
        case WijzigWerkwijze():
            return agenda_herijking.wijzig(agenda, opdracht, ctx)
        case SluitAgenda():
            return _sluit(stand, opdracht)
        case _:
            raise TypeError(opdracht)


def _start(stand: Stand, opdracht: StartAgenda, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis(stand.leven.toestand == "nog_niet_begonnen", "id", f"De agenda {stand.opgave} bestaat al.")
    _ = ctx.reglement.samen  # an older edition knows no agenda
    lang = (opdracht.tot.year - opdracht.van.year, opdracht.tot.month, opdracht.tot.day)
    nee = f"De periode van een agenda duurt hoogstens {HOOGSTENS_JAREN} jaar."
    eis(lang <= (HOOGSTENS_JAREN, opdracht.van.month, opdracht.van.day), "periode", nee)
    return (AgendaGestart(**opdracht.model_dump(exclude={"soort"})), agenda_herijking.plan(ctx, nummer=1))


def _stel_vast(agenda: Agenda, opdracht: StelDocumentVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    al = agenda.documenten.get(opdracht.document)
    if al is not None:
        zelfde = f"{opdracht.document} is een {al.documentsoort}; dat verandert niet met een nieuwe versie."
        eis(al.documentsoort == opdracht.documentsoort, "document", zelfde)
        eis(al.versie != opdracht.versie, "versie", f"Versie {al.versie} van {opdracht.document} geldt al.")
    return (DocumentVastgesteld(**opdracht.model_dump(exclude={"soort"})),)


def _houd(stand: Stand, agenda: Agenda, opdracht: HoudConferentie, ctx: Context) -> tuple[FeitInhoud, ...]:
    conferentie = nieuw_id(stand, opdracht.conferentie, "C", agenda.conferenties, "conferentie")
    _toets_aanwezig(stand, opdracht)
    beloften: tuple[FeitInhoud, ...] = ()
    ids = tuple(f"{conferentie}.A{nr}" for nr in range(1, len(opdracht.afspraken) + 1))
    for id_, a in zip(ids, opdracht.afspraken, strict=True):
        gemaakt = AfspraakGemaakt(afspraak=id_, tekst=a.tekst, wie=a.wie, uiterlijk=a.uiterlijk, bron="conferentie")
        beloften += afspraken.beloof(stand, gemaakt, ctx)
    gehouden = ConferentieGehouden(**opdracht.model_dump(exclude={"soort", "afspraken"}), afspraken=ids)
    return (gehouden, *beloften)


def _toets_aanwezig(stand: Stand, opdracht: HoudConferentie) -> None:
    """Raise Weigering for who can't take part, and for who subscribed without taking part (S0-18)."""
    vreemd = tuple(d for d in opdracht.deelnemers if d not in DEELNEMERS and d not in stand.partners)
    nee = "Deelnemers zijn partners van deze agenda, de provincie, GS of PS. Niet bekend:"
    eis(not vreemd, "deelnemers", f"{nee} {', '.join(vreemd)}.", *DEELNEMERS, *stand.partners)
    afwezig = tuple(o for o in opdracht.onderschreven_door if o not in opdracht.deelnemers)
    eis(not afwezig, "onderschreven_door", f"Wie onderschrijft, nam deel. Niet aanwezig: {', '.join(afwezig)}.")


def _sluit(stand: Stand, opdracht: SluitAgenda) -> tuple[FeitInhoud, ...]:
    """Requests are withdrawn and terms lapse; what was promised stays tracked until it is kept."""
    opvolger = opdracht.opvolger
    nee = "De opvolger van een agenda is een andere agenda; haar id begint met AGENDA-."
    eis(opvolger is None or (is_agenda(opvolger) and opvolger != stand.opgave), "opvolger", nee)
    reden = "De regionale agenda is gesloten."
    los = verzoeken.trek_alle_in(stand, reden)
    al = {f.termijn for f in los if isinstance(f, TermijnVervallen)}
    rest = termijnen.alles_vervalt(stand, reden, termijnen.NA_HET_EINDE)
    gesloten = AgendaGesloten(reden=opdracht.reden, opvolger=opvolger)
    return (gesloten, *los, *(f for f in rest if f.termijn not in al))


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
            return agenda_punten.evolve_raakvlak(stand, agenda, feit, ctx)
        case DocumentVastgesteld():
            return _met_document(stand, agenda, feit, ctx)
        case VaststellingGevraagd() | AgendaVastgesteld():
            return agenda_vaststelling.evolve(stand, agenda, feit, ctx)
        case ConferentieGehouden():
            return _met_conferentie(stand, agenda, feit, ctx)
        case HerijkingVoorbereid() | AgendaHerijkt():
            return agenda_herijking.evolve(stand, agenda, feit)
        case WerkwijzeGewijzigd():
            return agenda_herijking.evolve_werkwijze(stand, agenda, feit, ctx)
        case AgendaGesloten():
            gesloten = stand.leven.met(toestand="afgerond", reden=feit.reden, vervolg=feit.opvolger)
            return stand.met(agenda=agenda.met(opvolger=feit.opvolger), leven=gesloten)
        case _:
            raise TypeError(feit)


def _begonnen(stand: Stand, feit: AgendaGestart, ctx: Context) -> Stand:
    agenda = Agenda(van=feit.van, tot=feit.tot, gebied=feit.gebied, ambitie=feit.ambitie)
    leven = stand.leven.met(toestand="lopend", titel=feit.titel, gebied=feit.gebied, begonnen_op=ctx.op)
    begonnen = stand.met(agenda=agenda, leven=leven)
    return functies.bekleed(begonnen, ctx.door.functie, ctx.door.subject, ctx, ctx.door.grondslag)


def _met_document(stand: Stand, agenda: Agenda, feit: DocumentVastgesteld, ctx: Context) -> Stand:
    """The new version takes the place of the former one, in the order in which documents first came."""
    document = Agendadocument(
        id=feit.document,
        documentsoort=feit.documentsoort,
        titel=feit.titel,
        versie=feit.versie,
        vaststeller=feit.vaststeller,
        vanaf=ctx.op,
    )
    return stand.met(agenda=agenda.met(documenten={**agenda.documenten, document.id: document}))


def _met_conferentie(stand: Stand, agenda: Agenda, feit: ConferentieGehouden, ctx: Context) -> Stand:
    verslag = Conferentieverslag(
        id=feit.conferentie,
        soort=feit.conferentiesoort,
        titel=feit.titel,
        op=ctx.op,
        deelnemers=feit.deelnemers,
        onderschreven_door=feit.onderschreven_door,
        afspraken=feit.afspraken,
    )
    return stand.met(agenda=agenda.met(conferenties={**agenda.conferenties, verslag.id: verslag}))
