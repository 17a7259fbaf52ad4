"""Lessons change how people on the agenda work: a term of the house, or the checklist of a phase (domain.md 5.2)."""

import re

from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import huistermijn
from domain.regels.hulp import Context, eis
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.agenda import Agenda
from domain.taal.agenda_werkwijze import WerkwijzeGewijzigd, Werkwijzewijziging, WijzigWerkwijze
from domain.taal.agendaplek import Agendaplek, Huistermijn
from domain.taal.bladen_leren import Checklistpunt

_LES = re.compile(r"[A-Z0-9][A-Z0-9-]{2,39}/[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", re.ASCII)


def wijzig(stand: Stand, agenda: Agenda, opdracht: WijzigWerkwijze, ctx: Context) -> tuple[FeitInhoud, ...]:
    if opdracht.intrekken or opdracht.les is None:
        return (_trek_in(stand, agenda, opdracht),)
    eis(bool(_LES.fullmatch(opdracht.les)), "les", f"Noem de les als OPGAVE/LES, niet als {opdracht.les}.")
    bekend = f"De wijziging {opdracht.wijziging} bestaat al. Kies een andere id."
    eis(opdracht.wijziging not in agenda.wijzigingen, "wijziging", bekend)
    was = _lengte_nu(opdracht, ctx) if opdracht.termijn else ""
    naam = ctx.reglement.termijn(opdracht.termijn).naam if opdracht.termijn else ""
    kern = opdracht.model_dump(exclude={"soort", "intrekken"})
    return (WerkwijzeGewijzigd(**kern, was=was, termijnnaam=naam),)


def _trek_in(stand: Stand, agenda: Agenda, opdracht: WijzigWerkwijze) -> WerkwijzeGewijzigd:
    """The change is taken back: a term gets the length of the change before it, or its own."""
    geldt = {w.id: w for w in agenda.werkwijze}
    weg = geldt.get(opdracht.wijziging)
    if weg is None:
        raise Weigering("wijziging", f"De wijziging {opdracht.wijziging} geldt hier niet (meer).", tuple(geldt))
    eis(opdracht.les in (None, weg.les), "les", f"De wijziging {weg.id} kwam van les {weg.les}.", weg.les)
    kern = weg.model_dump(exclude={"id", "duur"})
    feit = WerkwijzeGewijzigd(**kern, wijziging=weg.id, reden=opdracht.reden, ingetrokken=True)
    if not weg.termijn:
        return feit
    soort = reglement(stand.reglement).termijn(weg.termijn)
    rest = [w.duur for w in agenda.werkwijze if w.termijn == weg.termijn and w.id != weg.id]
    nu = [w.duur for w in agenda.werkwijze if w.termijn == weg.termijn][-1]
    return feit.met(was=nu, duur=rest[-1] if rest else str(soort.duur), termijnnaam=soort.naam)


def _lengte_nu(opdracht: WijzigWerkwijze, ctx: Context) -> str:
    """The present length of the term. Raises Weigering for a term that no lesson changes, and a length that is none."""
    soort = ctx.reglement.termijn(opdracht.termijn)
    eis(soort.soort == "huis", "termijn", "Een wettelijke termijn verandert niet door een les.")
    if soort.duur is None:
        raise Weigering("termijn", f"Termijn {soort.code} heeft geen vaste duur; iemand noemt telkens de laatste dag.")
    nieuw = huistermijn.lees(opdracht.duur)
    eis(nieuw != soort.duur, "duur", f"Termijn {soort.code} duurt al {soort.duur.voluit}.")
    return str(soort.duur)


def evolve(stand: Stand, agenda: Agenda, feit: WerkwijzeGewijzigd, ctx: Context) -> Stand:
    """What lessons changed is kept in the place of the agenda itself: it holds there too. A later length replaces."""
    rest = tuple(w for w in agenda.werkwijze if w.id != feit.wijziging)
    kern = {naam: getattr(feit, naam) for naam in ("les", "termijn", "duur", "fase", "vraag")}
    geldt = rest if feit.ingetrokken else (*rest, Werkwijzewijziging(id=feit.wijziging, **kern))
    ids = tuple(dict.fromkeys((*agenda.wijzigingen, feit.wijziging)))
    plek = stand.agendaplek or Agendaplek(agenda=stand.opgave, bron=stand.seq + 1, sinds=ctx.op)
    nieuw = plek.met(bron=stand.seq + 1, termijnen=_termijnen(geldt), checklist=_checklist(geldt))
    return stand.met(agenda=agenda.met(wijzigingen=ids, werkwijze=geldt), agendaplek=nieuw)


def _termijnen(geldt: tuple[Werkwijzewijziging, ...]) -> tuple[Huistermijn, ...]:
    """The last length of each term, the newest change last."""
    van = dict[str, Huistermijn]()
    for w in geldt:
        if w.termijn:
            van.pop(w.termijn, None)
            van[w.termijn] = Huistermijn(termijn=w.termijn, duur=w.duur, les=w.les)
    return tuple(van.values())


def _checklist(geldt: tuple[Werkwijzewijziging, ...]) -> tuple[tuple[str, Checklistpunt], ...]:
    return tuple((w.fase, Checklistpunt(punt=w.id, vraag=w.vraag, les=w.les)) for w in geldt if w.vraag)
