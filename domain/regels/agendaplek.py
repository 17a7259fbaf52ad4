"""The place of an opgave on the agenda, and its neighbours: what another life told, recorded once.

News that is known, or older than what is known, is refused: the command may be carried twice or late.
"""

from domain.feit import FeitInhoud
from domain.regels import huistermijn
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agendaplek import (
    Agendaplek,
    AgendaplekFeit,
    AgendaplekGewijzigd,
    AgendaplekOpdracht,
    BuurGemeld,
    BuurGewijzigd,
    Kaderversie,
    MeldAgendaplek,
    MeldBuurwijziging,
    MeldRaakvlak,
    Nieuws,
)

AL_BEKEND = "al bekend"


def decide(stand: Stand, opdracht: AgendaplekOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case MeldAgendaplek():
            return _plek(stand, opdracht)
        case MeldRaakvlak():
            return _raakvlak(stand, opdracht)
        case MeldBuurwijziging():
            return _buurwijziging(stand, opdracht)
        case _:
            raise TypeError(opdracht)


def _plek(stand: Stand, opdracht: MeldAgendaplek) -> tuple[FeitInhoud, ...]:
    """Leaving counts only for an agenda the opgave is on: it may have come to another one since."""
    _toets_nieuws(stand, _van_agenda(opdracht.agenda), opdracht.bron, opdracht.agenda)
    plek = stand.agendaplek
    ook_op = _ook_op(plek, opdracht.agenda)
    hier = plek is not None and (_staat_op(plek, opdracht.agenda) or opdracht.agenda in plek.ook_op)
    for t in opdracht.termijnen:
        huistermijn.lees(t.duur)
    eis(opdracht.op_agenda or hier, AL_BEKEND, f"Deze opgave staat niet op {opdracht.agenda}.")
    feit = AgendaplekGewijzigd(**opdracht.model_dump(exclude={"soort"}), ook_op=ook_op if opdracht.op_agenda else ())
    return (feit.met(nieuws=_nieuws(plek, feit)),)


def _staat_op(plek: Agendaplek, agenda: str) -> bool:
    return plek.op_agenda and plek.agenda == agenda


def _ook_op(plek: Agendaplek | None, agenda: str) -> tuple[str, ...]:
    """The other agendas on which the opgave stands."""
    if plek is None:
        return ()
    hier = (plek.agenda,) if plek.op_agenda else ()
    return tuple(a for a in dict.fromkeys((*plek.ook_op, *hier)) if a != agenda)


def _nieuws(plek: Agendaplek | None, feit: AgendaplekGewijzigd) -> tuple[Nieuws, ...]:
    """What changed for an opgave that stays where it is; empty when its place changes."""
    if plek is None or (plek.agenda, plek.op_agenda, plek.ook_op) != (feit.agenda, feit.op_agenda, feit.ook_op):
        return ()
    documenten: tuple[Nieuws, ...] = ("documenten",) if plek.documenten != feit.documenten else ()
    gelijk = (plek.termijnen, plek.checklist) == (feit.termijnen, feit.checklist)
    return (documenten or ("niets",)) if gelijk else (*documenten, "werkwijze")


def _raakvlak(stand: Stand, opdracht: MeldRaakvlak) -> tuple[FeitInhoud, ...]:
    eis(opdracht.buur != stand.opgave, "raakvlak", "Een opgave raakt zichzelf niet.")
    _toets_nieuws(stand, _van_raakvlak(opdracht.agenda, opdracht.buur), opdracht.bron, opdracht.agenda)
    bekend = opdracht.buur in stand.buren
    eis(bekend or not opdracht.verbroken, AL_BEKEND, f"{opdracht.buur} is geen buur van deze opgave.")
    return (BuurGemeld(**opdracht.model_dump(exclude={"soort"})),)


def _buurwijziging(stand: Stand, opdracht: MeldBuurwijziging) -> tuple[FeitInhoud, ...]:
    """Whoever tells need not be a neighbour any more: it was when it told."""
    eis(opdracht.buur != stand.opgave, "raakvlak", "Een opgave is geen buur van zichzelf.")
    _toets_nieuws(stand, _van_buur(opdracht.buur), opdracht.bron, opdracht.buur)
    return (BuurGewijzigd(**opdracht.model_dump(exclude={"soort"})),)


def _toets_nieuws(stand: Stand, onderwerp: str, bron: int, van: str) -> None:
    """Raise Weigering unless this fact comes after everything that was told about this subject before."""
    laatst = stand.gehoord.get(onderwerp, 0)
    eis(bron > laatst, AL_BEKEND, f"Feit {bron} van {van} is hier al bekend, of ouder dan feit {laatst}.")


def _van_agenda(agenda: str) -> str:
    return f"plek:{agenda}"


def _van_raakvlak(agenda: str, buur: str) -> str:
    return f"raakvlak:{agenda}:{buur}"


def _van_buur(buur: str) -> str:
    return f"buur:{buur}"


def evolve(stand: Stand, feit: AgendaplekFeit, ctx: Context) -> Stand:
    match feit:
        case AgendaplekGewijzigd():
            return _hoor(stand, _van_agenda(feit.agenda), feit.bron).met(agendaplek=_nieuwe_plek(stand, feit, ctx))
        case BuurGemeld():
            buren = {buur: hoe for buur, hoe in stand.buren.items() if buur != feit.buur}
            if not feit.verbroken:
                buren[feit.buur] = feit.omschrijving
            return _hoor(stand, _van_raakvlak(feit.agenda, feit.buur), feit.bron).met(buren=buren)
        case BuurGewijzigd():
            return _hoor(stand, _van_buur(feit.buur), feit.bron)
        case _:
            raise TypeError(feit)


def _hoor(stand: Stand, onderwerp: str, bron: int) -> Stand:
    return stand.met(gehoord={**stand.gehoord, onderwerp: bron})


def _nieuwe_plek(stand: Stand, feit: AgendaplekGewijzigd, ctx: Context) -> Agendaplek:
    """`sinds` is the day the opgave came on this agenda, or left it."""
    plek = stand.agendaplek
    if plek is not None and not feit.op_agenda and not _staat_op(plek, feit.agenda):
        return plek.met(ook_op=tuple(a for a in plek.ook_op if a != feit.agenda))
    blijft = plek is not None and (plek.agenda, plek.op_agenda) == (feit.agenda, feit.op_agenda)
    waarden = {naam: getattr(feit, naam) for naam in ("agenda", "bron", "op_agenda", "documenten")}
    sinds = plek.sinds if plek is not None and blijft else ctx.op
    return Agendaplek(
        **waarden,
        sinds=sinds,
        termijnen=feit.termijnen,
        checklist=feit.checklist,
        kaders=_kaders(stand, feit, ctx),
        ook_op=feit.ook_op if feit.op_agenda or plek is None else plek.ook_op,
    )


def _kaders(stand: Stand, feit: AgendaplekGewijzigd, ctx: Context) -> tuple[Kaderversie, ...]:
    """The documents through time; an opgave that left the agenda is judged under none of its documents."""
    tot_nu = stand.agendaplek.kaders if stand.agendaplek else ()
    documenten = feit.documenten if feit.op_agenda else ()
    nieuw = Kaderversie(bij_feit=stand.seq + 1, vanaf=ctx.op, agenda=feit.agenda, documenten=documenten)
    if tot_nu and (tot_nu[-1].agenda, tot_nu[-1].documenten) == (nieuw.agenda, nieuw.documenten):
        return tot_nu
    return (*tot_nu, nieuw)
