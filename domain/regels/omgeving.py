"""What comes from outside is weighed at once by three functions (S3-05); griffier or secretaris asks for a review."""

import textwrap

from domain.basis import Functie
from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.regels.samen import acties, eis_regels
from domain.stand import Stand
from domain.taal.omgeving import (
    GEVRAAGD,
    BeantwoordImpact,
    ImpactBeantwoord,
    MeldVerandering,
    OmgevingFeit,
    OmgevingOpdracht,
    Review,
    ReviewAfgerond,
    ReviewGestart,
    RondReviewAf,
    StartReview,
    Verandering,
    VeranderingGemeld,
)

IMPACT, REVIEW = "H12", "H13"


def decide(stand: Stand, opdracht: OmgevingOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case MeldVerandering():
            return _meld(stand, opdracht, ctx)
        case BeantwoordImpact():
            return _beantwoord(stand, opdracht, ctx)
        case StartReview():
            return _start_review(stand, opdracht, ctx)
        case RondReviewAf():
            return _rond_af(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _meld(stand: Stand, opdracht: MeldVerandering, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis_regels(ctx)
    id_ = nieuw_id(stand, opdracht.verandering, "VE", stand.veranderingen, "verandering")
    wat = f"Zeg wat deze verandering voor de opgave betekent ({id_}): {_kort(opdracht.omschrijving)}"
    vragen = tuple(termijnen.start(ctx, IMPACT, f"{id_}.{functie}", wat, functie) for functie in GEVRAAGD)
    gemeld = VeranderingGemeld(
        verandering=id_,
        veranderingsoort=opdracht.veranderingsoort,
        omschrijving=opdracht.omschrijving,
        uiterlijk=vragen[0].termijn.einde,
    )
    return (gemeld, *vragen)


def _kort(tekst: str) -> str:
    """The first line of what changes, so that people know which one is meant."""
    return textwrap.shorten(tekst, 100, placeholder=" ...")


def _beantwoord(stand: Stand, opdracht: BeantwoordImpact, ctx: Context) -> tuple[FeitInhoud, ...]:
    verandering, functie = zoek("verandering", stand.veranderingen, opdracht.verandering), _functie(ctx)
    laat = f"Verandering {verandering.id} is pas gemeld op {verandering.gemeld_op}."
    eis(ctx.op >= verandering.gemeld_op, "gebeurd_op", laat)
    al = functie in verandering.antwoorden
    eis(not al, "S3-05", f"De {functie} heeft over verandering {verandering.id} al geantwoord.")
    beantwoord = ImpactBeantwoord(
        verandering=verandering.id, functie=functie, gevolg=opdracht.gevolg, toelichting=opdracht.toelichting
    )
    return (beantwoord, *termijnen.gehaald(stand, f"{verandering.id}.{functie}", ctx.op))


def _functie(ctx: Context) -> Functie:
    """As whom the sender answers; the only partner that may answer is the trekker, as the opgavemanager."""
    return "opgavemanager" if ctx.door.functie == "partner" else ctx.door.functie


def _start_review(stand: Stand, opdracht: StartReview, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis_regels(ctx)
    id_ = nieuw_id(stand, opdracht.review, "RV", stand.reviews, "review")
    termijn = termijnen.start(ctx, REVIEW, id_, f"Rond review {id_} van de samenwerking af", "opgavemanager")
    gestart = ReviewGestart(
        review=id_,
        door=ctx.door.functie,
        aanleiding=opdracht.aanleiding,
        vraag=opdracht.vraag,
        uiterlijk=termijn.termijn.einde,
    )
    return (gestart, termijn)


def _rond_af(stand: Stand, opdracht: RondReviewAf, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What it recommends becomes something to do, for a paper alone changes nothing (S3-26)."""
    review = zoek("review", stand.reviews, opdracht.review)
    eis(review.afgerond_op is None, "S3-21", f"Review {review.id} is al afgerond op {review.afgerond_op}.")
    eis(ctx.op >= review.gestart_op, "gebeurd_op", f"Review {review.id} is pas gestart op {review.gestart_op}.")
    afgerond = ReviewAfgerond(review=review.id, bevinding=opdracht.bevinding, aanbeveling=opdracht.aanbeveling)
    return (
        afgerond,
        *termijnen.gehaald(stand, review.id, ctx.op),
        *acties(stand, (opdracht.aanbeveling,)),
    )


def evolve(stand: Stand, feit: OmgevingFeit, ctx: Context) -> Stand:
    match feit:
        case VeranderingGemeld():
            return _zet_verandering(stand, _verandering(feit, ctx))
        case ImpactBeantwoord():
            was = stand.veranderingen[feit.verandering]
            return _zet_verandering(stand, was.met(antwoorden={**was.antwoorden, feit.functie: feit.gevolg}))
        case ReviewGestart():
            return _zet_review(stand, _review(feit, ctx))
        case ReviewAfgerond():
            einde = {"bevinding": feit.bevinding, "aanbeveling": feit.aanbeveling, "afgerond_op": ctx.op}
            return _zet_review(stand, stand.reviews[feit.review].met(**einde))
        case _:
            raise TypeError(feit)


def _verandering(feit: VeranderingGemeld, ctx: Context) -> Verandering:
    return Verandering(
        id=feit.verandering,
        veranderingsoort=feit.veranderingsoort,
        omschrijving=feit.omschrijving,
        gemeld_op=ctx.op,
    )


def _review(feit: ReviewGestart, ctx: Context) -> Review:
    return Review(id=feit.review, door=feit.door, aanleiding=feit.aanleiding, vraag=feit.vraag, gestart_op=ctx.op)


def _zet_verandering(stand: Stand, verandering: Verandering) -> Stand:
    return stand.met(veranderingen={**stand.veranderingen, verandering.id: verandering})


def _zet_review(stand: Stand, review: Review) -> Stand:
    return stand.met(reviews={**stand.reviews, review.id: review})
