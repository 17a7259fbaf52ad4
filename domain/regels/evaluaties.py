"""Evaluations: started, written with computed results, and followed up by a decision."""

from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.evaluaties import (
    BepaalVervolg,
    Evaluatie,
    EvaluatieGestart,
    EvaluatieOpgesteld,
    EvaluatiesFeit,
    EvaluatiesOpdracht,
    LegEvaluatieVast,
    Resultaat,
    StartEvaluatie,
    VervolgBepaald,
)
from domain.taal.pilots import Indicator, Pilot

# Decisions a follow-up can rest on (domain.md 3.1); the others are about something else.
DRAAGT_VERVOLG = ("evaluatie", "vervolg", "go_no_go", "bekrachtiging", "A8")


def decide(stand: Stand, opdracht: EvaluatiesOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case StartEvaluatie():
            return _start(stand, opdracht, ctx)
        case LegEvaluatieVast():
            return _leg_vast(stand, opdracht, ctx)
        case BepaalVervolg():
            return _bepaal_vervolg(stand, opdracht)
        case _:
            raise TypeError(opdracht)


def _start(stand: Stand, opdracht: StartEvaluatie, ctx: Context) -> tuple[FeitInhoud, ...]:
    for pilot in opdracht.pilots:
        zoek("pilot", stand.pilots, pilot)
    gestart = EvaluatieGestart(
        evaluatie=nieuw_id(stand, opdracht.evaluatie, "E", stand.evaluaties, "evaluatie"),
        pilots=opdracht.pilots,
        evaluator=opdracht.evaluator,
        kort=opdracht.kort,
    )
    wat = f"Schrijf de evaluatie {gestart.evaluatie}"
    return (gestart, termijnen.start(ctx, "H04", gestart.evaluatie, wat, "evaluator"))


def _leg_vast(stand: Stand, opdracht: LegEvaluatieVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    evaluatie = zoek("evaluatie", stand.evaluaties, opdracht.evaluatie)
    eis(evaluatie.status != "vervolg_bepaald", "evaluatie", f"Over evaluatie {evaluatie.id} is het vervolg al bepaald.")
    opgesteld = EvaluatieOpgesteld(
        evaluatie=evaluatie.id,
        bevindingen=opdracht.bevindingen,
        resultaten=_resultaten(stand, evaluatie),
        advies=opdracht.advies,
        minderheid=opdracht.minderheid,
    )
    return (opgesteld, *termijnen.gehaald(stand, evaluatie.id, ctx.op))


def _resultaten(stand: Stand, evaluatie: Evaluatie) -> tuple[Resultaat, ...]:
    pilots = (stand.pilots[p] for p in evaluatie.pilots)
    return tuple(_resultaat(pilot, indicator) for pilot in pilots for indicator in pilot.plan.indicatoren)


def _resultaat(pilot: Pilot, indicator: Indicator) -> Resultaat:
    gemeten = next((m.waarde for m in reversed(pilot.metingen) if m.indicator == indicator.naam), None)
    kaal = Resultaat(
        pilot=pilot.id,
        indicator=indicator.naam,
        eenheid=indicator.eenheid,
        nulmeting=indicator.nulmeting,
        streefwaarde=indicator.streefwaarde,
        gemeten=gemeten,
    )
    return kaal.met(gehaald=_gehaald(kaal))


def _gehaald(resultaat: Resultaat) -> bool | None:
    """Whether the target was met, in the direction from baseline to target; None when it can't be told."""
    nul, streef, gemeten = resultaat.nulmeting, resultaat.streefwaarde, resultaat.gemeten
    if nul is None or streef is None or gemeten is None:
        return None
    return gemeten >= streef if streef >= nul else gemeten <= streef


def _bepaal_vervolg(stand: Stand, opdracht: BepaalVervolg) -> tuple[FeitInhoud, ...]:
    evaluatie = zoek("evaluatie", stand.evaluaties, opdracht.evaluatie)
    eis(evaluatie.status == "opgesteld", "evaluatie", f"Evaluatie {evaluatie.id} is {evaluatie.status}.")
    stap = zoek("stap", stand.stappen, opdracht.stap)
    if stap.afloop != "positief" or stap.orgaan not in ("GS", "PS") or stap.code not in DRAAGT_VERVOLG:
        raise Weigering(
            "PW 158, 167", f"Stap {stap.id} is geen besluit van GS of PS waar een vervolg op rust.", DRAAGT_VERVOLG
        )
    weg = stap.ingetrokken_door is not None
    eis(not weg, "PW 158, 167", f"Besluit {stap.id} is ingetrokken met {stap.ingetrokken_door}; het draagt niets meer.")
    keuze = stap.behandelingen[-1].resultaat
    past = stap.code != "vervolg" or keuze == opdracht.uitkomst
    eis(past, "uitkomst", f"Het besluit {stap.id} koos {keuze}, niet {opdracht.uitkomst}.")
    return (VervolgBepaald(evaluatie=evaluatie.id, uitkomst=opdracht.uitkomst, stap=stap.id, reden=opdracht.reden),)


def evolve(stand: Stand, feit: EvaluatiesFeit) -> Stand:
    match feit:
        case EvaluatieGestart():
            nieuw = Evaluatie(id=feit.evaluatie, pilots=feit.pilots, evaluator=feit.evaluator, kort=feit.kort)
            return _zet(stand, nieuw)
        case EvaluatieOpgesteld():
            opgesteld = stand.evaluaties[feit.evaluatie].met(
                status="opgesteld", resultaten=feit.resultaten, advies=feit.advies, minderheid=feit.minderheid
            )
            return _zet(stand, opgesteld)
        case VervolgBepaald():
            bepaald = stand.evaluaties[feit.evaluatie].met(status="vervolg_bepaald", uitkomst=feit.uitkomst)
            if reglement(stand.reglement).besluitvorming is None:  # what older facts add up to stays as it was
                return _zet(stand, bepaald)
            return _zet(stand, bepaald.met(stap=feit.stap))
        case _:
            raise TypeError(feit)


def _zet(stand: Stand, evaluatie: Evaluatie) -> Stand:
    return stand.met(evaluaties={**stand.evaluaties, evaluatie.id: evaluatie})
