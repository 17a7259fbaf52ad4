"""What becomes of a step that was built on a corrected outcome: jurist and griffier judge it, and decide together."""

from domain import bevoegdheid, twijfel
from domain.feit import FeitInhoud
from domain.regels import geheim, stappen, termijnen
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.herstel import BeoordeelGrondslag, GrondslagBeoordeeld, GrondslagBeslist, Grondslagtwijfel
from domain.taal.vastlegging import VastleggingAfgekeurd

OPNIEUW = "Jurist en griffier hebben beslist dat deze stap opnieuw moet."


def beoordeel(stand: Stand, opdracht: BeoordeelGrondslag, ctx: Context) -> tuple[FeitInhoud, ...]:
    """One view of the two; each may change his own until they agree, and then it is decided."""
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(twijfel.staat_open(stand, stap.id), "stap", f"Over {stap.id} hoeft niets te worden beoordeeld.")
    bevoegdheid.toets_zeker(ctx.door, "Een grondslag beoordelen")
    geheim.toets(stand, stap, opdracht.motivering)
    ander = _toets_ander(stand.twijfels[stap.id], ctx)
    oordeel = GrondslagBeoordeeld(
        stap=stap.id, functie=ctx.door.functie, oordeel=opdracht.oordeel, motivering=opdracht.motivering
    )
    if ander != opdracht.oordeel:
        return (oordeel,)
    beslist = GrondslagBeslist(stap=stap.id, oordeel=opdracht.oordeel)
    return (oordeel, beslist, *(_opnieuw(stand, stap) if opdracht.oordeel == "opnieuw" else ()))


def _toets_ander(open_: Grondslagtwijfel, ctx: Context) -> str | None:
    """What the other function judged; two functions of one person are still two eyes."""
    ander = "griffier" if ctx.door.functie == "jurist" else "jurist"
    reden = f"Wie als {ander} oordeelde, oordeelt niet ook als {ctx.door.functie}. Dat doet een ander mens."
    eis(ctx.door.subject not in (open_.subjecten.get(ander), "onbekend"), "vier ogen", reden)
    return open_.oordelen.get(ander)


def _opnieuw(stand: Stand, stap: Besluitstap) -> tuple[FeitInhoud, ...]:
    """It is put forward anew, so its own term begins anew then; a record that still waited is of no use."""
    wacht = stand.vastleggingen.get(stap.id)
    weg: tuple[FeitInhoud, ...] = ()
    if wacht is not None and wacht.herstel is None:
        weg = (VastleggingAfgekeurd(vastlegging=wacht.id, stap=stap.id, reden=OPNIEUW),)
    if stap.status == "vervallen":
        return weg
    if not kan_weer_open(stand, stap):
        return (*weg, *stappen.vervalt(stand, stap, OPNIEUW))
    return (*weg, *termijnen.vervallen(stand, stap.id, OPNIEUW))


def kan_weer_open(stand: Stand, stap: Besluitstap) -> bool:
    """Whether anyone can still decide on this step: not after the end, nor in a round that another replaced."""
    if stap.status == "vervallen":
        return False
    if stand.leven.voorbij:
        return stap.code == "bekrachtiging"
    if stap.traject is None:
        return True
    traject = stand.trajecten[stap.traject]
    vervangen = stap.ronde < traject.ronde and traject.in_werking_per is None
    return traject.status != "beeindigd" and not vervangen


def beoordeeld(stand: Stand, feit: GrondslagBeoordeeld, ctx: Context) -> Stand:
    """The state with this view in it; a later one of the same function replaces it."""
    oud = stand.twijfels[feit.stap]
    nieuw = oud.met(
        oordelen={**oud.oordelen, feit.functie: feit.oordeel},
        subjecten={**oud.subjecten, feit.functie: ctx.door.subject},
    )
    return stand.met(twijfels={**stand.twijfels, feit.stap: nieuw})


def beslist(stand: Stand, feit: GrondslagBeslist, ctx: Context) -> Stand:
    """The step stays as it is, or is open again with its treatments on record."""
    verder = stand.met(twijfels={**stand.twijfels, feit.stap: stand.twijfels[feit.stap].met(beslist=feit.oordeel)})
    stap = stand.stappen[feit.stap]
    if feit.oordeel == "blijft" or stap.status == "vervallen":
        return verder
    eerder = tuple(b.met(vervallen_op=b.vervallen_op or ctx.op) for b in stap.behandelingen)
    leeg = {"vergadering_op": None, "aangehouden_tot": None, "in_werking_op": None, "bekendgemaakt_op": None}
    return stappen.zet(verder, stap.met(status="open", behandelingen=eerder, **leeg))
