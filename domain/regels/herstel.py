"""Corrections that are no new besluit: our record was wrong, and what was built on it is judged by people.

A correction changes one record and nothing else. The last treatment of a step is replaced, the first record stays a
fact. Terms follow the corrected record: what it does not answer runs on to the end it always had. Steps that were built
on another outcome become `op_onjuiste_grondslag`; nothing is undone.
"""

from dataclasses import replace

from domain import twijfel
from domain.feit import FeitInhoud
from domain.regels import geheim, rechtsgang, stappen
from domain.regels.besluitvorming import aantekeningen, grondslag, heropening, herstelgevolg, wachtend
from domain.regels.besluitvorming.behandeld import behandeld
from domain.regels.besluitvorming.berekening import bereken
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.besluiten import BesluitGenomen, Besluitstap
from domain.taal.herstel import (
    BeoordeelGrondslag,
    BesluitHersteld,
    BetrokkenheidGemeld,
    GrondslagBeoordeeld,
    GrondslagBeslist,
    Grondslagtwijfel,
    HerstelFeit,
    HerstelOpdracht,
    HerstelVastlegging,
    MeldBetrokkenheid,
    MeldVergissing,
    VergissingGemeld,
)
from domain.taal.vastlegging import BesluitVastgelegd, Herstelgrond, Vastlegging

toets = twijfel.toets
NIET_BEWAARD = (
    *("beslispunten", "motivering", "bron", "wijziging", "toezeggingen", "betrokken", "vergadering", "geld"),
    *("stemverklaringen", "in_werking_op", "tot"),
)
"""What a treatment without a fingerprint does not tell."""


def decide(stand: Stand, opdracht: HerstelOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case HerstelVastlegging():
            return (vraag(stand, opdracht, ctx),)
        case MeldVergissing():
            return (aantekeningen.vergissing(stand, opdracht),)
        case MeldBetrokkenheid():
            return (aantekeningen.betrokkenheid(stand, opdracht, ctx),)
        case BeoordeelGrondslag():
            return grondslag.beoordeel(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def vraag(stand: Stand, opdracht: HerstelVastlegging, ctx: Context) -> BesluitVastgelegd:
    """The corrected record of the last treatment, computed as a first one; it waits for a second person."""
    stap = zoek("stap", stand.stappen, opdracht.besluit.stap)
    eis(bool(stap.behandelingen), "stap", f"Over {stap.id} is nog niets vastgelegd; er valt niets te herstellen.")
    wachtend.toets_vrij(stand, stap)
    wachtend.toets_bekend(ctx.door)
    zwijgen = f"Dat de toestemming van {stap.id} er is, stelde de jurist vast; zij blijft (Awb 10:29 lid 2)."
    eis(stap.behandelingen[-1].uitkomst != rechtsgang.VAN_RECHTSWEGE, "van rechtswege", zwijgen)
    geheim.toets(stand, stap, opdracht.reden, *geheim.teksten(opdracht.besluit))
    op = opdracht.genomen_op or stap.behandelingen[-1].op
    eis(op <= ctx.vandaag, "genomen_op", f"{op} ligt in de toekomst. Leg vast wat al is gebeurd.")
    toen, toen_ctx = heropening.ervoor(stand, stap, op, ctx), replace(ctx, op=op)
    genomen, effect = bereken(toen, toen.stappen[stap.id], opdracht.besluit, toen_ctx)
    genomen = genomen.met(genomen_op=op)
    eis(not _zelfde(toen, stap, genomen), "herstel", "Dit staat al zo vast; er valt niets te herstellen.")
    herstelgevolg.volgt(stand, stap, genomen, effect, ctx)  # what could not be confirmed is refused now
    grond = Herstelgrond(besluitenlijst=opdracht.besluitenlijst, reden=opdracht.reden)
    return BesluitVastgelegd(vastlegging=wachtend.nieuw_id(stand, stap), besluit=genomen, effect=effect, herstel=grond)


def _zelfde(toen: Stand, stap: Besluitstap, genomen: BesluitGenomen) -> bool:
    """Whether this is what the record says already; what an older record did not keep may well differ."""
    laatste = stap.behandelingen[-1].met(hersteld_op=None, vervallen_op=None)
    wordt = behandeld(toen.stappen[stap.id], genomen, laatste.op).behandelingen[-1]
    if laatste.inhoud is None and any(getattr(genomen, veld) for veld in NIET_BEWAARD):
        return False
    return laatste == (wordt if laatste.inhoud else wordt.met(inhoud=None))


def hersteld(stand: Stand, zeker: Vastlegging, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The correction, confirmed by a second person, and what follows from it.

    Terms: one that the wrong record answered or extended runs on to its own end (a lapsed one lapses now); one that the
    corrected record answers is met on the day of the decision. Promises made in the sitting that are not on record yet
    become actions; those that are stay, until people settle them.
    """
    stap, genomen = stand.stappen[zeker.besluit.stap], zeker.besluit
    laatste, grond = stap.behandelingen[-1], zeker.herstel
    if grond is None:
        raise TypeError(zeker)
    om = _omgeslagen(stap, genomen, ctx)
    traject = stand.trajecten[stap.traject] if stap.traject else None
    feit = BesluitHersteld(
        stap=stap.id,
        was_uitkomst=laatste.uitkomst,
        was_resultaat=laatste.resultaat,
        was_afloop=laatste.afloop,
        besluit=genomen,
        besluitenlijst=grond.besluitenlijst,
        reden=grond.reden,
        omgeslagen=True if om else None,
        gevolgd=herstelgevolg.gebouwd(stand, stap, ctx) if om else (),
        in_werking_per=traject.in_werking_per if traject and om else None,
    )
    return (feit, *herstelgevolg.volgt(stand, stap, genomen, zeker.effect, ctx))


def _omgeslagen(stap: Besluitstap, genomen: BesluitGenomen, ctx: Context) -> bool:
    """Whether the step ends otherwise: another way, or in favour of something else than was recorded."""
    laatste = stap.behandelingen[-1]
    if laatste.vervallen_op or (stap.status == "vervallen" and not herstelgevolg.ging_terug(stap, laatste, ctx)):
        return False
    if laatste.afloop != genomen.afloop:
        return True
    anders = laatste.instrument is not None and laatste.instrument != genomen.instrument
    zelfde = (laatste.uitkomst, laatste.resultaat) == (genomen.uitkomst, genomen.resultaat)
    return genomen.afloop == "positief" and (anders or not zelfde)


def evolve(stand: Stand, feit: HerstelFeit, ctx: Context) -> Stand:
    match feit:
        case BesluitHersteld():
            return _zet(stand, feit, ctx)
        case VergissingGemeld() | BetrokkenheidGemeld():
            return aantekeningen.zet(stand, feit, ctx)
        case GrondslagBeoordeeld():
            return grondslag.beoordeeld(stand, feit, ctx)
        case GrondslagBeslist():
            return grondslag.beslist(stand, feit, ctx)
        case _:
            raise TypeError(feit)


def _zet(stand: Stand, feit: BesluitHersteld, ctx: Context) -> Stand:
    stap = stand.stappen[feit.stap]
    was = stap.behandelingen[-1]
    nieuw = behandeld(stap.met(behandelingen=stap.behandelingen[:-1]), feit.besluit, was.op)
    laatste = nieuw.behandelingen[-1].met(hersteld_op=ctx.op, vervallen_op=was.vervallen_op)
    nieuw = nieuw.met(behandelingen=(*nieuw.behandelingen[:-1], laatste), status=_status(stap, nieuw))
    nieuw_twijfel = {s: Grondslagtwijfel(stap=s, vanwege=stap.id, sinds=ctx.op) for s in feit.gevolgd}
    verder = stappen.zet(stand, nieuw).met(twijfels={**stand.twijfels, **nieuw_twijfel})
    return wachtend.klaar(_over_eerder(verder, nieuw), stap.id)


def _status(stap: Besluitstap, nieuw: Besluitstap) -> str:
    """Where the step stands now: it moves only as far as the correction moves it."""
    was = stap.behandelingen[-1]
    if stap.status == "vervallen" or was.vervallen_op or was.afloop == nieuw.behandelingen[-1].afloop:
        return stap.status
    wacht = nieuw.status != "besloten" and stap.status != "besloten"
    return stap.status if wacht else nieuw.status


def _over_eerder(stand: Stand, stap: Besluitstap) -> Stand:
    """The earlier besluit knows whether this one still withdraws or changes it."""
    if stap.over is None:
        return stand
    welk = "ingetrokken_door" if stap.code == "intrekking" else "gewijzigd_door"
    eerder = stand.stappen[stap.over]
    door = stap.id if stap.afloop == "positief" else None
    if door is None and getattr(eerder, welk) != stap.id:
        return stand
    return stappen.zet(stand, eerder.met(**{welk: door}))
