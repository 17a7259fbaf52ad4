"""Four eyes: one person records what a body decided, another confirms it. Until then it starts nothing."""

from domain import bevoegdheid
from domain.basis import Afzender
from domain.feit import FeitInhoud
from domain.regels import geheim, herstel, rechtsgang, routes, stappen
from domain.regels.besluitvorming import uitkomsten, wachtend
from domain.regels.besluitvorming.berekening import bereken
from domain.regels.besluitvorming.besloten import besloten
from domain.regels.hulp import Context, eis, zoek
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


def decide(stand: Stand, opdracht: VastleggingOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case BevestigBesluit():
            return _bevestig(stand, _zoek(stand, opdracht.vastlegging), ctx)
        case KeurVastleggingAf():
            return (_keur_af(stand, opdracht, ctx), *_na_afloop(stand, opdracht.vastlegging))
        case _:
            raise TypeError(opdracht)


def _na_afloop(stand: Stand, vastlegging: str) -> tuple[FeitInhoud, ...]:
    """Once the life has ended, a step that only waited for this record has nothing left to wait for."""
    wacht = _zoek(stand, vastlegging)
    stap = stand.stappen[wacht.besluit.stap]
    over = stand.leven.voorbij and not stappen.blijft_gevraagd(stap)
    if not over or wacht.herstel is not None:
        return ()
    return stappen.vervalt(stand, stap, "De opgave is voorbij en het besluit is niet bevestigd.")


def leg_vast(stand: Stand, opdracht: LegBesluitVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    """Record what a body decided: at once a decision, or first something that waits for a second person."""
    stap = stappen.open_stap(stand, opdracht.stap)
    _toets(stand, stap, opdracht, ctx)
    genomen, effect = bereken(stand, stap, opdracht, ctx)
    if not vraagt_tweede(stand, stap, ctx):
        return besloten(stand, stap, genomen, effect, ctx)
    wachtend.toets_bekend(ctx.door)
    return (BesluitVastgelegd(vastlegging=wachtend.nieuw_id(stand, stap), besluit=genomen, effect=effect),)


def _toets(stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> None:
    wachtend.toets_vrij(stand, stap)
    herstel.toets(stand, stap)
    rechtsgang.toets(stand, stap)
    if opdracht.uitkomst not in uitkomsten.ZONDER_STEM:  # sent back, held over or withdrawn is not decided
        routes.toets_voorleggen(stand, stap)
        routes.toets_besluit(stand, stap, ctx)
    geheim.toets(stand, stap, *geheim.teksten(opdracht.met(bezetting=None)))


def vraagt_tweede(stand: Stand, stap: Besluitstap, ctx: Context) -> bool:
    """Whether a record of this step needs a second person. A partner's own word does not; another's about it does.

    What came over a link in a mail always does, under an edition that knows links: whoever has the mail has the link.
    """
    besluitvorming = ctx.reglement.besluitvorming
    if besluitvorming is None:
        return False
    if ctx.reglement.post is not None and ctx.door.zekerheid == "link":
        return True
    if stap.orgaan in stand.partners:  # a function of the province speaks for no partner, whatever it says
        return not ctx.spreekt_voor(stap.orgaan)
    return stap.orgaan in besluitvorming.vier_ogen


def _zoek(stand: Stand, id_: str) -> Vastlegging:
    return zoek("vastlegging", {v.id: v for v in stand.vastleggingen.values()}, id_)


def _bevestig(stand: Stand, vastlegging: Vastlegging, ctx: Context) -> tuple[FeitInhoud, ...]:
    stap = stand.stappen[vastlegging.besluit.stap]
    bevoegdheid.toets_tweede(stand, ctx.door, stap.orgaan)
    _toets_ander(vastlegging, ctx.door)
    per_link = ctx.reglement.post is not None and ctx.door.zekerheid == "link"
    eis(not per_link, "vier ogen", "Bevestigen kan niet met een link uit een e-mail. Meld u aan.")
    zeker = vastlegging.met(besluit=_bevestigd(vastlegging, ctx.door))
    if vastlegging.herstel is not None:
        return herstel.hersteld(stand, zeker, ctx)
    stap = stappen.open_stap(stand, stap.id)
    herstel.toets(stand, stap)
    rechtsgang.toets(stand, stap)
    return besloten(stand, stap, zeker.besluit, vastlegging.effect, ctx)


def _keur_af(stand: Stand, opdracht: KeurVastleggingAf, ctx: Context) -> VastleggingAfgekeurd:
    """Sent back by who could have confirmed it, or taken back by who recorded it."""
    vastlegging = _zoek(stand, opdracht.vastlegging)
    stap = stand.stappen[vastlegging.besluit.stap]
    eigen = (ctx.door.functie, ctx.door.subject) == (vastlegging.functie, vastlegging.door)
    if not eigen or ctx.door.zekerheid == "opgegeven":
        bevoegdheid.toets_tweede(stand, ctx.door, stap.orgaan)
    geheim.toets(stand, stap, opdracht.reden)
    return VastleggingAfgekeurd(vastlegging=vastlegging.id, stap=stap.id, reden=opdracht.reden)


def _toets_ander(vastlegging: Vastlegging, door: Afzender) -> None:
    """Two functions of one person are still two eyes."""
    reden = "Wie vastlegde, bevestigt niet zelf. Dat doet een ander mens, ook als u een tweede functie heeft."
    eis(door.subject not in (vastlegging.door, "onbekend"), "vier ogen", reden)


def _bevestigd(vastlegging: Vastlegging, door: Afzender) -> BesluitGenomen:
    return vastlegging.besluit.met(vastlegging=vastlegging.id, bevestigd_door=f"{door.functie}:{door.subject}")


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
            return wachtend.klaar(stand, feit.stap)
        case _:
            raise TypeError(feit)
