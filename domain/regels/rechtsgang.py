"""What comes over a decision: silence that only a jurist explains, objections, suspension, annulment."""

from datetime import timedelta

from domain import bevoegdheid, rechtsstand
from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import geheim, stappen, termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.behandeling import Behandeling
from domain.taal.besluiten import Besluitstap
from domain.taal.rechtsgang import (
    MeldRechtsmiddel,
    RechtsgangFeit,
    RechtsgangOpdracht,
    Rechtsmiddel,
    RechtsmiddelAfgedaan,
    RechtsmiddelGemeld,
    Rechtswege,
    RechtswegeMogelijk,
    RechtswegeVastgesteld,
    SluitRechtsmiddel,
    StelRechtswegeVast,
)
from domain.taal.vormen import Vormtraject

VAN_RECHTSWEGE, VERLEEND = "van_rechtswege", "verleend"


def decide(stand: Stand, opdracht: RechtsgangOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case StelRechtswegeVast():
            return _stel_vast(stand, opdracht, ctx)
        case MeldRechtsmiddel():
            return (_meld(stand, opdracht, ctx),)
        case SluitRechtsmiddel():
            return (_sluit(stand, opdracht, ctx),)
        case _:
            raise TypeError(opdracht)


def _stel_vast(stand: Stand, opdracht: StelRechtswegeVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A finding. One that left the step undecided can be revised; a consent by law stays (Awb 10:29 lid 2)."""
    stap = zoek("stap", stand.stappen, opdracht.stap)
    bevoegdheid.toets_zeker(ctx.door, "Vaststellen wat zwijgen betekent")
    zwijgt = f"Bij {stap.id} is geen termijn verstreken zonder besluit; er valt niets vast te stellen."
    eis(rechtsstand.zwijgt(stand, stap.id), "van rechtswege", zwijgt)
    eerder = stand.rechtswege[stap.id].oordeel
    eis(opdracht.oordeel != eerder, "oordeel", f"Over {stap.id} is dat al vastgesteld.")
    geheim.toets(stand, stap, opdracht.motivering)
    vastgesteld = RechtswegeVastgesteld(
        stap=stap.id, oordeel=opdracht.oordeel, motivering=opdracht.motivering, bron=opdracht.bron
    )
    if opdracht.oordeel != "bevestigd":
        return (vastgesteld,)
    _toets_geen_vastlegging(stand, stap)
    # Lapsed, not met: the body never answered, and "done too late" would say that it did.
    return (vastgesteld, *termijnen.vervallen(stand, stap.id, "De toestemming is er van rechtswege."))


def _toets_geen_vastlegging(stand: Stand, stap: Besluitstap) -> None:
    """A recorded decision that waits for its second person is no silence."""
    if wacht := stand.vastleggingen.get(stap.id):
        reden = f"Over {stap.id} is een besluit vastgelegd dat op bevestiging wacht; dan is er niet gezwegen."
        raise Weigering("vier ogen", reden, (f"BevestigBesluit {wacht.id}", f"KeurVastleggingAf {wacht.id}"))


def _meld(stand: Stand, opdracht: MeldRechtsmiddel, ctx: Context) -> RechtsmiddelGemeld:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(stap.status == "besloten", "stap", f"Over {stap.id} is niet besloten; er is nog niets om tegen op te komen.")
    besloten_op = stap.behandelingen[-1].op
    eis(ctx.op >= besloten_op, "gebeurd_op", f"Over {stap.id} is pas op {besloten_op} besloten.")
    for middel in stand.rechtsmiddelen.values():
        zelfde = (middel.stap, middel.middel, middel.referentie) == (stap.id, opdracht.middel, opdracht.referentie)
        eis(not (zelfde and middel.open), "rechtsmiddel", f"Dit is al gemeld als {middel.id}.")
    geheim.toets(stand, stap, opdracht.toelichting)
    return RechtsmiddelGemeld(
        rechtsmiddel=nieuw_id(stand, opdracht.rechtsmiddel, "RM", stand.rechtsmiddelen, "rechtsmiddel"),
        stap=stap.id,
        middel=opdracht.middel,
        door=opdracht.door,
        referentie=opdracht.referentie,
        toelichting=opdracht.toelichting,
        rust_erop=tuple(punt.wat for punt in rechtsstand.rust_op(stand, stap)),
    )


def _sluit(stand: Stand, opdracht: SluitRechtsmiddel, ctx: Context) -> RechtsmiddelAfgedaan:
    middel = zoek("rechtsmiddel", stand.rechtsmiddelen, opdracht.rechtsmiddel)
    mag = rechtsstand.stadium(middel).vervolg
    soort = middel.middel.replace("_", " ")
    eis(bool(mag), "rechtsmiddel", f"Rechtsmiddel {middel.id} ({soort}) is al afgedaan: {middel.uitkomst}.")
    past_niet = f"De uitkomst {opdracht.uitkomst} past hier niet bij {soort}."
    eis(opdracht.uitkomst in mag, "uitkomst", past_niet, *mag)
    vanaf = middel.afgedaan_op or middel.gemeld_op
    eis(ctx.op >= vanaf, "gebeurd_op", f"Rechtsmiddel {middel.id} is van {vanaf}; eerder kan het niet zijn afgelopen.")
    geheim.toets(stand, stand.stappen[middel.stap], opdracht.motivering)
    return RechtsmiddelAfgedaan(
        rechtsmiddel=middel.id, uitkomst=opdracht.uitkomst, motivering=opdracht.motivering, bron=opdracht.bron
    )


def toets(stand: Stand, stap: Besluitstap) -> None:
    """Raise Weigering while a jurist has to say what the silence on this step means.

    A record that was made before the silence was noticed can still be confirmed.
    """
    if stap.id in stand.vastleggingen or all(r.stap != stap.id for r in rechtsstand.open_rechtswege(stand)):
        return
    reden = f"De termijn van {stap.id} is verstreken zonder besluit. De jurist stelt eerst vast wat dat betekent."
    hoe = f"StelRechtswegeVast {stap.id} (besloot het orgaan toch op tijd, dan met het oordeel alsnog_besloten)"
    raise Weigering("van rechtswege", reden, (hoe,))


def toets_in_werking(stand: Stand, traject: Vormtraject, ctx: Context) -> None:
    """Raise Weigering while a step that carries this form does not hold (since the second reglement).

    It was suspended or annulled, withdrawn, or its record was corrected to something else than a yes.
    """
    weg = tuple(rechtsstand.noem(s) for s in stappen.weggevallen(stand, traject))
    hinder = (*rechtsstand.hinder(stand, traject), *weg)
    if hinder and ctx.reglement.besluitvorming is not None:
        raise Weigering("rechtsgang", "De vorm kan niet in werking: niet elk besluit waar zij op rust, geldt.", hinder)


def evolve(stand: Stand, feit: RechtsgangFeit, ctx: Context) -> Stand:
    match feit:
        case RechtswegeMogelijk():
            # It could be there from the day after the last day on which the body could decide.
            return _zet_rechtswege(stand, Rechtswege(stap=feit.stap, sinds=feit.einde + timedelta(days=1)))
        case RechtswegeVastgesteld():
            rechtswege = stand.rechtswege[feit.stap].met(oordeel=feit.oordeel)
            verder = _zet_rechtswege(stand, rechtswege)
            return _verleend(verder, rechtswege) if feit.oordeel == "bevestigd" else verder
        case RechtsmiddelGemeld():
            middel = Rechtsmiddel(
                id=feit.rechtsmiddel,
                stap=feit.stap,
                middel=feit.middel,
                door=feit.door,
                referentie=feit.referentie,
                gemeld_op=ctx.op,
            )
            return _zet_middel(stand, middel)
        case RechtsmiddelAfgedaan():
            middel = stand.rechtsmiddelen[feit.rechtsmiddel]
            return _zet_middel(stand, middel.met(afgedaan_op=ctx.op, uitkomst=feit.uitkomst))
        case _:
            raise TypeError(feit)


def _verleend(stand: Stand, rechtswege: Rechtswege) -> Stand:
    """The consent is there by law from the end of the term, and the step ends as if its body had given it."""
    stap = stand.stappen[rechtswege.stap]
    gegeven = Behandeling(op=rechtswege.sinds, uitkomst=VAN_RECHTSWEGE, resultaat=VERLEEND, afloop="positief")
    besloten = stap.met(status="besloten", behandelingen=(*stap.behandelingen, gegeven))
    return stand.met(stappen={**stand.stappen, stap.id: besloten})


def _zet_rechtswege(stand: Stand, rechtswege: Rechtswege) -> Stand:
    return stand.met(rechtswege={**stand.rechtswege, rechtswege.stap: rechtswege})


def _zet_middel(stand: Stand, middel: Rechtsmiddel) -> Stand:
    return stand.met(rechtsmiddelen={**stand.rechtsmiddelen, middel.id: middel})
