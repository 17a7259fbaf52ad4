"""Four eyes: one person records what a body decided, another confirms it. Until then it starts nothing."""

from datetime import date

from domain import bevoegdheid, pad
from domain.basis import Afzender
from domain.feit import FeitInhoud
from domain.regels import afspraken, geheim, herstel, rechtsgang, routes, stappen, termijnen, uitkomsten
from domain.regels.berekening import bereken
from domain.regels.hulp import Context, eis, zoek
from domain.reglement.model import Effect
from domain.stand import Stand
from domain.taal.besluiten import BesluitGenomen, Besluitstap, LegBesluitVast
from domain.taal.vastlegging import (
    BesluitVastgelegd,
    BevestigBesluit,
    KeurVastleggingAf,
    Vastlegging,
    VastleggingAfgekeurd,
    VastleggingFeit,
    VastleggingOpdracht,
)
from domain.taal.vormen import VormWijzigingGestart


def decide(stand: Stand, opdracht: VastleggingOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case BevestigBesluit():
            return _bevestig(stand, _zoek(stand, opdracht.vastlegging), ctx)
        case KeurVastleggingAf():
            vastlegging = _zoek(stand, opdracht.vastlegging)
            stap = vastlegging.besluit.stap
            return (VastleggingAfgekeurd(vastlegging=vastlegging.id, stap=stap, reden=opdracht.reden),)
        case _:
            raise TypeError(opdracht)


def leg_vast(stand: Stand, opdracht: LegBesluitVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    """Record what a body decided: at once a decision, or first something that waits for a second person."""
    stap = stappen.open_stap(stand, opdracht.stap)
    _toets(stand, stap, opdracht, ctx)
    genomen, effect = bereken(stand, stap, opdracht, ctx)
    if not vraagt_tweede(stand, stap, ctx):
        return besloten(stand, stap, genomen, effect, ctx)
    return (BesluitVastgelegd(vastlegging=nieuw_id(stand, stap), besluit=genomen, effect=effect),)


def _toets(stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> None:
    toets_vrij(stand, stap)
    herstel.toets(stand, stap)
    rechtsgang.toets(stand, stap)
    routes.toets_besluit(stand, stap, ctx)
    teksten = (opdracht.motivering, opdracht.wijziging, *opdracht.beslispunten, *opdracht.stemverklaringen)
    geheim.toets(stand, stap, *teksten, *(a.titel for a in opdracht.amendementen))


def toets_vrij(stand: Stand, stap: Besluitstap) -> None:
    """Raise Weigering while a record of this step waits for its second person."""
    wacht = stand.vastleggingen.get(stap.id)
    reden = f"Over {stap.id} is al iets vastgelegd dat op bevestiging wacht."
    eis(wacht is None, "vier ogen", reden, *((f"BevestigBesluit {wacht.id}",) if wacht else ()))


def vraagt_tweede(stand: Stand, stap: Besluitstap, ctx: Context) -> bool:
    """Whether a record of this step needs a second person. A partner's own word does not; another's about it does."""
    besluitvorming = ctx.reglement.besluitvorming
    if besluitvorming is None:
        return False
    if stap.orgaan in stand.partners:
        return ctx.door.namens != stap.orgaan
    return stap.orgaan in besluitvorming.vier_ogen


def nieuw_id(stand: Stand, stap: Besluitstap) -> str:
    """The id of a new record of this step: `B2.v1`, then `B2.v2`."""
    return f"{stap.id}.v{stand.vastgelegd.get(stap.id, 0) + 1}"


def _zoek(stand: Stand, id_: str) -> Vastlegging:
    return zoek("vastlegging", {v.id: v for v in stand.vastleggingen.values()}, id_)


def _bevestig(stand: Stand, vastlegging: Vastlegging, ctx: Context) -> tuple[FeitInhoud, ...]:
    stap = stand.stappen[vastlegging.besluit.stap]
    bevoegdheid.toets_tweede(stand, ctx.door, stap.orgaan)
    _toets_ander(vastlegging, ctx.door)
    zeker = vastlegging.met(besluit=_bevestigd(vastlegging, ctx.door))
    if vastlegging.herstel is not None:
        return herstel.hersteld(stand, zeker, ctx)
    stap = stappen.open_stap(stand, stap.id)
    rechtsgang.toets(stand, stap)
    return besloten(stand, stap, zeker.besluit, vastlegging.effect, ctx)


def _toets_ander(vastlegging: Vastlegging, door: Afzender) -> None:
    """Two functions of one person are still two eyes."""
    reden = "Wie vastlegde, bevestigt niet zelf. Dat doet een ander mens, ook als u een tweede functie heeft."
    eis(door.subject not in (vastlegging.door, "onbekend"), "vier ogen", reden)


def _bevestigd(vastlegging: Vastlegging, door: Afzender) -> BesluitGenomen:
    return vastlegging.besluit.met(vastlegging=vastlegging.id, bevestigd_door=f"{door.functie}:{door.subject}")


def besloten(
    stand: Stand, stap: Besluitstap, genomen: BesluitGenomen, effect: Effect, ctx: Context
) -> tuple[FeitInhoud, ...]:
    """The decision and everything that follows from it: terms, promises, a path that starts again."""
    op = genomen.genomen_op or ctx.op
    klaar = _termijnen_gehaald(stand, stap, op) if genomen.afloop != "open" else ()
    verdaagd = termijnen.verleng(stand, stap.id, genomen.motivering, op, ctx)
    return (
        genomen,
        *(verdaagd if uitkomsten.verdaagt(stap, genomen.uitkomst, ctx) else klaar),
        *afspraken.uit_besluit(stand, stap, genomen, ctx),
        *_opnieuw(stand, stap, genomen, effect, ctx),
    )


def _termijnen_gehaald(stand: Stand, stap: Besluitstap, op: date) -> tuple[FeitInhoud, ...]:
    """A yes or a no answers the term; a go or no-go also answers the day the pilotplan set for it."""
    eigen = termijnen.gehaald(stand, stap.id, op)
    if stap.code != "go_no_go" or stap.pilot is None:
        return eigen
    return (*eigen, *termijnen.gehaald(stand, f"{stap.pilot}.go_no_go", op))


def _opnieuw(
    stand: Stand, stap: Besluitstap, genomen: BesluitGenomen, effect: Effect, ctx: Context
) -> tuple[FeitInhoud, ...]:
    """An outcome that sends the path back starts a new round at the step the reglement names."""
    if effect != "opnieuw" or stap.traject is None:
        return ()
    traject = stand.trajecten[stap.traject]
    vorm, vanaf = ctx.reglement.vorm(traject.code or ""), ctx.reglement.staptype(stap.code).opnieuw_vanaf
    reden = genomen.motivering or f"{stap.naam}: {genomen.uitkomst}"
    ronde = pad.ronde(stand, traject.id, traject.ronde)
    vervallen = tuple(feit for s in ronde if not s.klaar for feit in stappen.vervalt(stand, s, reden))
    nieuw = pad.stappen(stand, ctx.reglement, traject, vorm, vanaf)
    return (*vervallen, VormWijzigingGestart(traject=traject.id, ronde=traject.ronde + 1, reden=reden, stappen=nieuw))


def evolve(stand: Stand, feit: VastleggingFeit, ctx: Context) -> Stand:
    match feit:
        case BesluitVastgelegd():
            stap = feit.besluit.stap
            nieuw = Vastlegging(
                id=feit.vastlegging,
                besluit=feit.besluit,
                effect=feit.effect,
                herstel=feit.herstel,
                functie=ctx.door.functie,
                door=ctx.door.subject,
                op=ctx.op,
            )
            geteld = {**stand.vastgelegd, stap: stand.vastgelegd.get(stap, 0) + 1}
            return stand.met(vastleggingen={**stand.vastleggingen, stap: nieuw}, vastgelegd=geteld)
        case VastleggingAfgekeurd():
            return klaar(stand, feit.stap)
        case _:
            raise TypeError(feit)


def klaar(stand: Stand, stap: str) -> Stand:
    """The state in which nothing about this step waits for a second person any more."""
    if stap not in stand.vastleggingen:
        return stand
    return stand.met(vastleggingen={k: v for k, v in stand.vastleggingen.items() if k != stap})
