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
    """Leaving counts only for the agenda the opgave is on: it may have come to another one since."""
    _toets_nieuws(stand, _van_agenda(opdracht.agenda), opdracht.bron, opdracht.agenda)
    plek = stand.agendaplek
    hier = plek is not None and plek.op_agenda and plek.agenda == opdracht.agenda
    for t in opdracht.termijnen:
        huistermijn.lees(t.duur)
    eis(opdracht.op_agenda or hier, AL_BEKEND, f"Deze opgave staat niet op {opdracht.agenda}.")
    return (AgendaplekGewijzigd(**opdracht.model_dump(exclude={"soort"})),)


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
    blijft = plek is not None and (plek.agenda, plek.op_agenda) == (feit.agenda, feit.op_agenda)
    waarden = {naam: getattr(feit, naam) for naam in ("agenda", "bron", "op_agenda", "documenten")}
    sinds = plek.sinds if plek is not None and blijft else ctx.op
    return Agendaplek(
        **waarden, sinds=sinds, termijnen=feit.termijnen, checklist=feit.checklist, kaders=_kaders(stand, feit, ctx)
    )


def _kaders(stand: Stand, feit: AgendaplekGewijzigd, ctx: Context) -> tuple[Kaderversie, ...]:
    """The documents through time; an opgave that left the agenda is judged under none of its documents."""
    tot_nu = stand.agendaplek.kaders if stand.agendaplek else ()
    documenten = feit.documenten if feit.op_agenda else ()
    nieuw = Kaderversie(bij_feit=stand.seq + 1, vanaf=ctx.op, agenda=feit.agenda, documenten=documenten)
    if tot_nu and (tot_nu[-1].agenda, tot_nu[-1].documenten) == (nieuw.agenda, nieuw.documenten):
        return tot_nu
    return (*tot_nu, nieuw)
