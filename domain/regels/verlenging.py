"""Longer terms: once by law, or by the owner where that is agreed. Agreement never stretches a term of the law."""

from datetime import date

from domain.basis import Weigering
from domain.duur import bereken_einde
from domain.feit import FeitInhoud
from domain.kalender import Kalender, datum_voluit
from domain.regels import opschorting, termijnbouw
from domain.regels.besluitvorming import wachtend
from domain.regels.hulp import Context, eis
from domain.reglement.model import Termijnsoort
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.termijnen import Termijn, TermijnVerlengd, VerlengTermijn
from domain.woorden import orgaan


def decide(stand: Stand, opdracht: VerlengTermijn, ctx: Context) -> tuple[FeitInhoud, ...]:
    """With a day by agreement, without one by law. Raises Weigering when there is no ground, or it came too late."""
    termijn = opschorting.lopende(stand, opdracht.termijn, opdracht.reden)
    opschorting.toets_ander(termijn, ctx)
    soort = ctx.reglement.termijn(termijn.code)
    kan = soort.verlenging is not None or bool(soort.verlengen)
    geen = f"De termijn '{termijn.wat}' kan niet langer worden: daar is geen grond voor in de wet of de afspraak."
    eis(kan, soort.grond, geen)
    stap = stand.stappen.get(termijn.betreft)
    if stap is not None:
        wachtend.toets_vrij(stand, stap)
    if opdracht.tot is not None:
        return (met_dag(stand, termijn, opdracht.tot, opdracht.reden, ctx),)
    if stap is not None and soort.verlenging is not None:
        raise Weigering(soort.grond, *_verdaag(stap))
    return (met_wet(stand, termijn, opdracht.reden, ctx.op, ctx),)


def _verdaag(stap: Besluitstap) -> tuple[str, tuple[str, ...]]:
    """A body takes the longer term by a decision, recorded by one person and confirmed by another like any other."""
    reden = f"Een langere termijn neemt {orgaan(stap.orgaan)} zelf, met een besluit. Leg dat vast als verdaagd."
    return reden, (f"LegBesluitVast {stap.id} verdaagd",)


def met_wet(stand: Stand, termijn: Termijn, reden: str, op: date, ctx: Context) -> TermijnVerlengd:
    """The longer term that the law allows once, counted on from the last day before Atw 1.

    Raises Weigering when the law knows none, when it was used before, or on a day after the end (Awb 10:31 lid 2).
    """
    soort = ctx.reglement.termijn(termijn.code)
    eis(soort.verlenging is not None, "tot", f"Geef de nieuwe laatste dag van de termijn '{termijn.wat}'.", "tot")
    opschorting.toets_niet_stil(termijn)
    kalender = ctx.reglement.kalender
    al = f"De termijn '{termijn.wat}' is al een keer verlengd."
    eis(not _al_verlengd(termijn, soort, kalender), soort.grond, al)
    eis(op <= termijn.einde, soort.grond, f"De termijn liep tot en met {termijn.einde}; verlengen kan niet meer.")
    langer = _lang(termijn, _langer(termijn, soort, kalender), stand, ctx)
    return TermijnVerlengd(termijn=langer, was=termijn.einde, reden=reden)


def _lang(termijn: Termijn, einde: termijnbouw.Einde, stand: Stand, ctx: Context) -> Termijn:
    if ctx.reglement.post is not None:
        return termijnbouw.verzet(termijn, einde, ctx, stand.partners)
    # What facts of the older editions said of a longer term stays as it was: only the extension is explained.
    soort = ctx.reglement.termijn(termijn.code)
    kaal = termijnbouw.nieuw(ctx, soort, termijn.betreft, termijn.wat, termijn.geadresseerde, einde)
    return kaal.met(begin=termijn.begin)


def _al_verlengd(termijn: Termijn, soort: Termijnsoort, kalender: Kalender) -> bool:
    """The length that was counted says so; for a term that does not keep it, its end does."""
    if termijn.duur:
        return "+" in termijn.duur
    return termijn.einde >= soort.bereken(termijn.begin, kalender, verlengd=True).einde


def _langer(termijn: Termijn, soort: Termijnsoort, kalender: Kalender) -> termijnbouw.Einde:
    """Counted from the first last day before Atw, with the days it stood still."""
    if soort.verlenging is None:
        raise TypeError(soort.code)
    vanaf, duur = soort.bereken(termijn.begin, kalender).nominaal, str(soort.duur)
    if termijn.nominaal and termijn.duur:
        vanaf, duur = termijn.nominaal, termijn.duur
    uitkomst = bereken_einde(vanaf, soort.verlenging, kalender, atw=soort.atw)
    return termijnbouw.geteld(uitkomst, f"{duur}+{soort.verlenging}")


def met_dag(stand: Stand, termijn: Termijn, tot: date, reden: str, ctx: Context) -> TermijnVerlengd:
    """The term runs to a later day that was agreed.

    Raises Weigering for a term of the law, a day that is not later, or a day that has gone by.
    """
    soort = ctx.reglement.termijn(termijn.code)
    wet = f"De wet bepaalt hoe lang de termijn '{termijn.wat}' duurt; een andere dag kan niet worden afgesproken."
    eis(bool(soort.verlengen), soort.grond, wet)
    opschorting.toets_niet_stil(termijn)
    eis(tot > termijn.einde, "tot", f"De termijn loopt al tot en met {termijn.einde}; kies een dag daarna.")
    eis(tot >= ctx.vandaag, "tot", f"{tot} is al voorbij; kies een dag die nog komt.")
    zin = f"Verlengd tot en met {datum_voluit(tot)}, op grond van: {soort.verlengen}."
    langer = termijnbouw.verzet(termijn, termijnbouw.afgesproken(tot, zin), ctx, stand.partners)
    return TermijnVerlengd(termijn=langer, was=termijn.einde, reden=reden)
