"""Lessons: written with an action, adopted, and checked in practice half a year later (T22)."""

from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.afspraken import AfspraakGemaakt
from domain.taal.lessen import (
    ControleerLes,
    LegLesVast,
    Les,
    LesGecontroleerd,
    LessenFeit,
    LessenOpdracht,
    Lesstatus,
    LesstatusGewijzigd,
    LesVastgelegd,
    WijzigLesstatus,
)
from domain.taal.termijnen import TermijnGestart

VOLGORDE: dict[Lesstatus, tuple[Lesstatus, ...]] = {
    "concept": ("gevalideerd", "vastgesteld", "vervallen"),
    "gevalideerd": ("concept", "vastgesteld", "toegepast", "vervallen"),
    "vastgesteld": ("toegepast", "vervallen"),
    "toegepast": ("vervallen",),
    "vervallen": ("concept",),
}
"""What a lesson can become, by what it is; since the fourth reglement."""


def decide(stand: Stand, opdracht: LessenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case LegLesVast():
            return _leg_vast(stand, opdracht, ctx)
        case WijzigLesstatus():
            return _wijzig_status(stand, opdracht, ctx)
        case ControleerLes():
            return _controleer(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _leg_vast(stand: Stand, opdracht: LegLesVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    for verhaal in opdracht.bronverhalen:
        zoek("bronverhaal", stand.verhalen, verhaal)
    id_ = nieuw_id(stand, opdracht.les, "L", stand.lessen, "les")
    les = Les(id=id_, **opdracht.model_dump(exclude={"soort", "les"}), **_geleerd_in(stand, ctx))
    return (LesVastgelegd(les=les), *_actie(les, ctx))


def _geleerd_in(stand: Stand, ctx: Context) -> dict[str, object]:
    """Where a lesson was learned, by which it is found again; since the fourth reglement."""
    if ctx.reglement.samenwerken is None:
        return {}
    vormen = [t.code for t in stand.trajecten.values() if t.code and t.status != "beeindigd"]
    return {"fase": stand.leven.fase, "thema": stand.leven.thema, "organiseervorm": vormen[-1] if vormen else ""}


def _actie(les: Les, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A lesson with an action makes a promise that is tracked (S3-26)."""
    if not les.actie:
        return ()
    afspraak = AfspraakGemaakt(
        afspraak=f"{les.id}.actie", tekst=les.actie[:200], wie="opgavemanager", uiterlijk=les.actie_voor, bron="les"
    )
    if les.actie_voor is None:
        return (afspraak,)
    return (
        afspraak,
        termijnen.start_tot(
            ctx, termijnen.LESACTIE, afspraak.afspraak, afspraak.tekst, "opgavemanager", les.actie_voor
        ),
    )


def _wijzig_status(stand: Stand, opdracht: WijzigLesstatus, ctx: Context) -> tuple[FeitInhoud, ...]:
    les = zoek("les", stand.lessen, opdracht.les)
    eis(les.status != opdracht.status, "status", f"Les {les.id} is al {les.status}.")
    if ctx.reglement.samenwerken is not None:
        _toets_overgang(les, opdracht.status)
    gewijzigd = LesstatusGewijzigd(les=les.id, status=opdracht.status, toelichting=opdracht.toelichting)
    if opdracht.status == "vervallen":
        return (gewijzigd, *termijnen.vervallen(stand, les.id, "De les is vervallen."))
    if opdracht.status != "vastgesteld":
        return (gewijzigd,)
    return (gewijzigd, controle(les, ctx))


def _toets_overgang(les: Les, naar: Lesstatus) -> None:
    """A lesson goes forward, and what was dropped begins again; what is adopted says what changes (S3-26)."""
    mag = VOLGORDE[les.status]
    eis(naar in mag, "status", f"Les {les.id} is {les.status} en kan nu niet {naar} worden.", *mag)
    leeg = naar == "vastgesteld" and not (les.aanbeveling or les.actie)
    reden = "Een les zonder aanbeveling of actie verandert niets; die kunt u niet vaststellen."
    eis(not leeg, "S3-26", reden, "aanbeveling", "actie")


def controle(les: Les, ctx: Context) -> TermijnGestart:
    """In half a year it is asked whether the lesson is practice."""
    wat = f"Controleer of de les '{les.titel}' in praktijk is gebracht"
    return termijnen.start(ctx, termijnen.LESCONTROLE, les.id, wat, "opgavemanager")


def _controleer(stand: Stand, opdracht: ControleerLes, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What is not wholly practice yet is asked again after half a year, until it is, or the lesson is dropped."""
    les = zoek("les", stand.lessen, opdracht.les)
    gecontroleerd = LesGecontroleerd(
        les=les.id, in_praktijk_gebracht=opdracht.in_praktijk_gebracht, toelichting=opdracht.toelichting
    )
    gehaald = termijnen.gehaald(stand, les.id, ctx.op)
    nog_niet = opdracht.in_praktijk_gebracht != "ja" and les.status in ("vastgesteld", "toegepast")
    if ctx.reglement.samenwerken is None or not nog_niet:
        return (gecontroleerd, *gehaald)
    return (gecontroleerd, *gehaald, controle(les, ctx))


def evolve(stand: Stand, feit: LessenFeit) -> Stand:
    match feit:
        case LesVastgelegd():
            return _zet(stand, feit.les)
        case LesstatusGewijzigd():
            return _zet(stand, stand.lessen[feit.les].met(status=feit.status))
        case LesGecontroleerd():
            return _zet(stand, stand.lessen[feit.les].met(in_praktijk_gebracht=feit.in_praktijk_gebracht))
        case _:
            raise TypeError(feit)


def _zet(stand: Stand, les: Les) -> Stand:
    return stand.met(lessen={**stand.lessen, les.id: les})
