"""The agenda rolls: every half year it is looked at again (S2-11); lessons change how people work (domain.md 5.2)."""

import re

from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import agenda_vaststelling, huistermijn, termijnen
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda import (
    Agenda,
    AgendaHerijkt,
    BereidHerijkingVoor,
    Herijk,
    HerijkingVoorbereid,
    WerkwijzeGewijzigd,
    WijzigWerkwijze,
)
from domain.taal.agendaplek import Agendaplek, Huistermijn
from domain.taal.bladen_opgave import Checklistpunt
from domain.taal.termijnen import TermijnGestart

HERIJKING = "T20"
_LES = re.compile(r"[A-Z0-9][A-Z0-9-]{2,39}/[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", re.ASCII)


def betreft(nummer: int) -> str:
    """What the term of a herijking is about."""
    return f"herijking.{nummer}"


def plan(ctx: Context, nummer: int) -> TermijnGestart:
    """The next herijking, half a year from today."""
    return termijnen.start(ctx, HERIJKING, betreft(nummer), "Herijk de regionale agenda", "opgavemanager")


def bereid_voor(stand: Stand, agenda: Agenda, opdracht: BereidHerijkingVoor, ctx: Context) -> tuple[FeitInhoud, ...]:
    _toets_loopt(stand, agenda, ctx)
    nieuw = agenda.voorbereid != opdracht.stuk
    eis(nieuw, "herijking", "Dit rapport is al vastgelegd als voorbereiding van de herijking.")
    return (HerijkingVoorbereid(nummer=agenda.herijkingen + 1, stuk=opdracht.stuk, opgaven=opdracht.opgaven),)


def herijk(stand: Stand, agenda: Agenda, opdracht: Herijk, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The old version is open for adoption no more; the new one can be adopted by each overheid."""
    _toets_loopt(stand, agenda, ctx)
    nee = "Deze herijking is nog niet voorbereid. Het systeem maakt het rapport zelf, een paar weken voor de termijn."
    eis(agenda.voorbereid is not None, "herijking", nee, "BereidHerijkingVoor")
    nummer = agenda.herijkingen + 1
    reden = f"Versie {agenda.versie + 1} van de agenda kwam ervoor in de plaats."
    return (
        AgendaHerijkt(nummer=nummer, versie=agenda.versie + 1, conclusie=opdracht.conclusie, stuk=opdracht.stuk),
        *termijnen.gehaald(stand, betreft(nummer), ctx.op),
        *agenda_vaststelling.laat_vervallen(stand, agenda, reden),
        *((plan(ctx, nummer + 1),) if ctx.op <= agenda.tot else ()),
    )


def _toets_loopt(stand: Stand, agenda: Agenda, ctx: Context) -> None:
    """Raise Weigering unless the time of a herijking runs on the day of the event."""
    lopend = tuple(termijnen.lopend(stand, betreft(agenda.herijkingen + 1)))
    eis(bool(lopend), "herijking", "Er staat geen herijking meer op de planning: de periode van de agenda is voorbij.")
    begin = max(t.begin for t in lopend)
    eis(ctx.op >= begin, "gebeurd_op", f"Deze herijking loopt pas sinds {begin}.")


def wijzig(agenda: Agenda, opdracht: WijzigWerkwijze, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis(bool(_LES.fullmatch(opdracht.les)), "les", f"Noem de les als OPGAVE/LES, niet als {opdracht.les}.")
    bekend = f"De wijziging {opdracht.wijziging} bestaat al. Kies een andere id."
    eis(opdracht.wijziging not in agenda.wijzigingen, "wijziging", bekend)
    was = _lengte_nu(opdracht, ctx) if opdracht.termijn else ""
    naam = ctx.reglement.termijn(opdracht.termijn).naam if opdracht.termijn else ""
    return (WerkwijzeGewijzigd(**opdracht.model_dump(exclude={"soort"}), was=was, termijnnaam=naam),)


def _lengte_nu(opdracht: WijzigWerkwijze, ctx: Context) -> str:
    """The present length of the term. Raises Weigering for a term that no lesson changes, and a length that is none."""
    soort = ctx.reglement.termijn(opdracht.termijn)
    eis(soort.soort == "huis", "termijn", "Een wettelijke termijn verandert niet door een les.")
    if soort.duur is None:
        raise Weigering("termijn", f"Termijn {soort.code} heeft geen vaste duur; iemand noemt telkens de laatste dag.")
    nieuw = huistermijn.lees(opdracht.duur)
    eis(nieuw != soort.duur, "duur", f"Termijn {soort.code} duurt al {soort.duur.voluit}.")
    return str(soort.duur)


def evolve(stand: Stand, agenda: Agenda, feit: HerijkingVoorbereid | AgendaHerijkt) -> Stand:
    """The agenda after a preparation or a herijking."""
    if isinstance(feit, HerijkingVoorbereid):
        return stand.met(agenda=agenda.met(voorbereid=feit.stuk))
    return stand.met(agenda=agenda.met(herijkingen=feit.nummer, versie=feit.versie, voorbereid=None))


def evolve_werkwijze(stand: Stand, agenda: Agenda, feit: WerkwijzeGewijzigd, ctx: Context) -> Stand:
    """What lessons changed is kept in the place of the agenda itself: it holds there too. A later length replaces."""
    plek = stand.agendaplek or Agendaplek(agenda=stand.opgave, bron=stand.seq + 1, sinds=ctx.op)
    if feit.termijn:
        rest = tuple(t for t in plek.termijnen if t.termijn != feit.termijn)
        plek = plek.met(termijnen=(*rest, Huistermijn(termijn=feit.termijn, duur=feit.duur, les=feit.les)))
    else:
        punt = Checklistpunt(punt=feit.wijziging, vraag=feit.vraag, les=feit.les)
        plek = plek.met(checklist=(*plek.checklist, (feit.fase, punt)))
    gewijzigd = agenda.met(wijzigingen=(*agenda.wijzigingen, feit.wijziging))
    return stand.met(agenda=gewijzigd, agendaplek=plek.met(bron=stand.seq + 1))
