"""Which instrument fits which step, what it must say, and what GS must answer. Three types that can't be confused."""

from domain import pad
from domain.basis import Weigering
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.behandeling import Behandeling
from domain.taal.besluiten import Besluitstap, LegBesluitVast
from domain.taal.instrumenten import Instrumentbesluit, Toestemming, WensenEnBedenkingen, Zienswijze

NOTA_VAN_BEANTWOORDING = "A0b"


def toets(stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> Instrumentbesluit:
    """The instrument with which a body adopted something at this step. Raises Weigering when it is another one."""
    staptype = ctx.reglement.staptype(stap.code)
    wat = (staptype.instrument or "").replace("_", " ")
    gegeven = opdracht.instrument
    if gegeven is None or gegeven.instrument != staptype.instrument:
        anders = f"hoort {wat}, niet {gegeven.instrument.replace('_', ' ')}" if gegeven else f"ontbreekt nog: {wat}"
        raise Weigering(staptype.grond, f"Bij {stap.id} {anders}. (veld: instrument)")
    gelijk = opdracht.resultaat in ("", gegeven.resultaat)
    eis(gelijk, "resultaat", f"Uit het veld instrument volgt {gegeven.resultaat}, niet {opdracht.resultaat}.")
    if isinstance(gegeven, Toestemming):
        _toets_toestemming(gegeven, opdracht, ctx)
    return gegeven


def _toets_toestemming(gegeven: Toestemming, opdracht: LegBesluitVast, ctx: Context) -> None:
    """Withholding rests on a ground, after consultation, with reasons (Awb 10:27, 10:30)."""
    if gegeven.besluit == "verleend":
        vrij = gegeven.strijd_met is None and not gegeven.deel
        eis(vrij, "Awb 10:29 lid 2", "Een verleende toestemming kent geen voorwaarde, grond of deel.")
        return
    grond = "Toestemming onthouden kan alleen wegens strijd met het recht of het algemeen belang."
    eis(gegeven.strijd_met is not None, "Wgr 51, 73, 83 lid 4", grond, "veld instrument.strijd_met")
    overlegd = gegeven.overleg is not None and gegeven.overleg.op <= ctx.op
    eis(overlegd, "Awb 10:30", "Eerst is er overleg met wie om toestemming vroeg.", "veld instrument.overleg")
    eis(bool(opdracht.motivering), "Awb 10:30", "De motivering gaat in op het overleg.", "veld motivering")
    deels = gegeven.besluit != "gedeeltelijk" or bool(gegeven.deel)
    eis(deels, "Awb 10:29 lid 1", "Noem het deel waarvoor wel toestemming is.", "veld instrument.deel")


def toets_reacties(stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast) -> None:
    """GS answer every wish, objection and point of view of this round, and say why where they don't follow it."""
    te_gaan = te_beantwoorden(stand, stap)
    gegeven = {reactie.op: reactie for reactie in opdracht.reacties}
    mist = tuple(punt for punt in te_gaan if punt not in gegeven)
    eis(not mist, "Awb 3:46", "GS antwoorden op elke wens, bedenking en zienswijze. Dit mist nog:", *mist)
    vreemd = tuple(op for op in gegeven if op not in te_gaan)
    eis(not vreemd, "reacties", "Dit is in deze ronde niet naar voren gebracht:", *vreemd)
    kaal = tuple(r.op for r in opdracht.reacties if r.reactie != "overgenomen" and not r.motivering)
    eis(not kaal, "Awb 3:46", "Geef de reden waarom GS dit niet of maar deels overnemen:", *kaal)


def te_beantwoorden(stand: Stand, stap: Besluitstap) -> tuple[str, ...]:
    """At the nota van beantwoording: everything brought forward in this round, once each."""
    if stap.traject is None or stap.code != NOTA_VAN_BEANTWOORDING:
        return ()
    laatste = (s.behandelingen[-1] for s in pad.ronde(stand, stap.traject, stap.ronde) if s.behandelingen)
    return tuple(dict.fromkeys(punt for behandeling in laatste for punt in _van(behandeling)))


def _van(behandeling: Behandeling) -> tuple[str, ...]:
    match behandeling.instrument:
        case WensenEnBedenkingen() as gegeven:
            return (*gegeven.wensen, *gegeven.bedenkingen)
        case Zienswijze() as gegeven:
            return gegeven.punten
        case _:
            return ()
