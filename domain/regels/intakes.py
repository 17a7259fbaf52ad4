"""Joint intakes: one initiative before several overheden in parallel, and one joint answer (S1-18, S1-20)."""

from domain import pad
from domain.feit import FeitInhoud
from domain.regels import intakes_antwoord, namens, termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.regels.intakes_antwoord import OORDEEL, PROVINCIE, gestarte, wacht_op
from domain.regels.samen import eis_regels
from domain.stand import Stand
from domain.taal.intakes import (
    BeantwoordIntake,
    GeefIntakeoordeel,
    Intake,
    IntakeBeantwoord,
    IntakeBeoordeeld,
    IntakeGestart,
    IntakesFeit,
    IntakesOpdracht,
    Oordeel,
    StartIntake,
)
from domain.taal.partners import OVERHEDEN
from domain.taal.termijnen import Termijn, TermijnGestart, TermijnVervallen
from domain.woorden import datum, orgaan

ANTWOORD = "H19"


def decide(stand: Stand, opdracht: IntakesOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case StartIntake():
            return _start(stand, opdracht, ctx)
        case GeefIntakeoordeel():
            return _beoordeel(stand, opdracht, ctx)
        case BeantwoordIntake():
            return intakes_antwoord.beantwoord(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _start(stand: Stand, opdracht: StartIntake, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis_regels(ctx)
    uniek = len(set(opdracht.overheden)) == len(opdracht.overheden)
    eis(uniek, "S1-20", "Een overheid staat er twee keer bij.")
    for overheid in opdracht.overheden:
        _toets_overheid(stand, overheid)
    if opdracht.tafel is not None:
        _toets_tafel(stand, opdracht.tafel)
    id_ = nieuw_id(stand, opdracht.intake, "IT", stand.intakes, "intake")
    vragen = tuple(_vraag(stand, id_, overheid, opdracht, ctx) for overheid in opdracht.overheden)
    gestart = IntakeGestart(
        intake=id_,
        vraag=opdracht.vraag,
        initiatiefnemer=opdracht.initiatiefnemer,
        overheden=opdracht.overheden,
        tafel=opdracht.tafel,
        uiterlijk=vragen[0].termijn.einde,
    )
    return (gestart, *vragen)


def _toets_overheid(stand: Stand, overheid: str) -> None:
    if overheid == PROVINCIE:
        return
    partner = zoek("partner", stand.partners, overheid)
    eis(partner.doet_mee, "S1-20", f"{partner.naam} doet niet meer mee.")
    is_overheid = partner.type in OVERHEDEN or partner.type == "rijk"
    eis(is_overheid, "S1-20", f"{partner.naam} is geen overheid. Een gezamenlijke intake is voor overheden.")


def _toets_tafel(stand: Stand, id_: str) -> None:
    tafel = zoek("tafel", stand.tafels, id_)
    past = tafel.inhoud.tafelsoort == "omgevingstafel" and tafel.gesloten_op is None
    eis(past, "S1-18", f"Tafel {id_} is geen omgevingstafel die open is.")


def _vraag(stand: Stand, intake: str, overheid: str, opdracht: StartIntake, ctx: Context) -> TermijnGestart:
    wie = "opgavemanager" if overheid == PROVINCIE else overheid
    wat = f"Geef het oordeel van {orgaan(overheid)} over het initiatief van {opdracht.initiatiefnemer}"
    betreft = f"{intake}.{overheid}"
    return termijnen.start(ctx, OORDEEL, betreft, wat, wie, opdracht.termijn, partners=stand.partners)


def _beoordeel(stand: Stand, opdracht: GeefIntakeoordeel, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A judgement can be corrected until the joint answer is given."""
    intake, overheid = gestarte(stand, opdracht.intake, ctx), opdracht.overheid
    eis(intake.oordeel is None, "S1-20", f"Intake {intake.id} is al beantwoord op {datum(intake.beantwoord_op)}.")
    reden = f"Aan {overheid} is in intake {intake.id} niets gevraagd."
    eis(overheid in intake.overheden, "S1-20", reden, *intake.overheden)
    _toets_spreker(stand, overheid, ctx)
    namens.toets(opdracht, overheid, zelf=ctx.door.functie == "partner" or overheid == PROVINCIE)
    beoordeeld = IntakeBeoordeeld(
        intake=intake.id,
        overheid=overheid,
        oordeel=opdracht.oordeel,
        voorwaarden=opdracht.voorwaarden,
        toelichting=opdracht.toelichting,
        kanaal=opdracht.kanaal,
        stuk=opdracht.stuk,
    )
    al = intake.oordelen.get(overheid)
    eis(al is None or al != _oordeel(beoordeeld, ctx).met(op=al.op), "S1-20", "Dit oordeel staat al zo vast.")
    gehaald = termijnen.gehaald(stand, f"{intake.id}.{overheid}", ctx.op)
    wacht = [o for o in wacht_op(stand, intake) if o != overheid]
    return (beoordeeld, *gehaald, *(() if wacht else _vraag_antwoord(stand, intake, ctx)))


def _toets_spreker(stand: Stand, overheid: str, ctx: Context) -> None:
    """A partner judges for itself only, or for the one that merged into it; the manager also as it was told."""
    if ctx.door.functie != "partner":
        return
    eis(overheid != PROVINCIE, "S1-20", "Het oordeel van de provincie geeft de opgavemanager.", "opgavemanager")
    eigen = pad.opvolger(stand, stand.partners[overheid]).id
    eis(ctx.door.namens == eigen, "S1-20", f"Het oordeel van {overheid} geeft {eigen} zelf, niet {ctx.door.namens}.")


def _vraag_antwoord(stand: Stand, intake: Intake, ctx: Context) -> tuple[TermijnGestart, ...]:
    """Asked once: when all have spoken, or had their time."""
    if f"{intake.id}/{ANTWOORD}" in stand.termijnen:
        return ()
    wat = f"Geef {intake.initiatiefnemer} het gezamenlijke antwoord op het initiatief"
    return (termijnen.start(ctx, ANTWOORD, intake.id, wat, "opgavemanager"),)


def na_verstrijken(stand: Stand, termijn: Termijn, ctx: Context) -> tuple[TermijnGestart, ...]:
    """When the last overheid that was waited for let its time pass, the joint answer is due."""
    intake = stand.intakes.get(termijn.betreft.partition(".")[0]) if termijn.code == OORDEEL else None
    if intake is None or any(f"{intake.id}.{o}" != termijn.betreft for o in wacht_op(stand, intake)):
        return ()
    return _vraag_antwoord(stand, intake, ctx)


def na_vertrek(
    stand: Stand, weg: tuple[str, ...], reden: str, ctx: Context
) -> tuple[TermijnVervallen | TermijnGestart, ...]:
    """Who leaves is not asked any more; when nobody else is waited for, the joint answer is due."""
    los = tuple(t for t in stand.termijnen.values() if t.loopt and t.code == OORDEEL and t.geadresseerde in weg)
    uit = {t.betreft for t in los}
    geraakt = (i for i in stand.intakes.values() if any(f"{i.id}.{o}" in uit for o in i.overheden))
    klaar = (i for i in geraakt if not any(f"{i.id}.{o}" not in uit for o in wacht_op(stand, i)))
    return (
        *(TermijnVervallen(termijn=t.id, wat=t.wat, reden=reden) for t in los),
        *(feit for intake in klaar for feit in _vraag_antwoord(stand, intake, ctx)),
    )


def evolve(stand: Stand, feit: IntakesFeit, ctx: Context) -> Stand:
    match feit:
        case IntakeGestart():
            return _zet(stand, _nieuw(feit, ctx))
        case IntakeBeoordeeld():
            intake = stand.intakes[feit.intake]
            return _zet(stand, intake.met(oordelen={**intake.oordelen, feit.overheid: _oordeel(feit, ctx)}))
        case IntakeBeantwoord():
            return _zet(stand, _beantwoorde(stand.intakes[feit.intake], feit, ctx))
        case _:
            raise TypeError(feit)


def _nieuw(feit: IntakeGestart, ctx: Context) -> Intake:
    return Intake(
        id=feit.intake,
        vraag=feit.vraag,
        initiatiefnemer=feit.initiatiefnemer,
        overheden=feit.overheden,
        tafel=feit.tafel,
        gestart_op=ctx.op,
    )


def _oordeel(feit: IntakeBeoordeeld, ctx: Context) -> Oordeel:
    velden = feit.model_dump(include={"oordeel", "voorwaarden", "toelichting"})
    return Oordeel(**velden, op=ctx.op, namens=namens.uit(feit, ctx))


def _beantwoorde(intake: Intake, feit: IntakeBeantwoord, ctx: Context) -> Intake:
    return intake.met(
        oordeel=feit.oordeel,
        antwoord=feit.antwoord,
        beantwoord_op=ctx.op,
        afwijkend=feit.afwijkend,
        reden=feit.reden,
        verbetert=feit.verbetert,
    )


def _zet(stand: Stand, intake: Intake) -> Stand:
    return stand.met(intakes={**stand.intakes, intake.id: intake})
