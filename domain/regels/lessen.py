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
    LesstatusGewijzigd,
    LesVastgelegd,
    WijzigLesstatus,
)


def decide(stand: Stand, opdracht: LessenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case LegLesVast():
            return _leg_vast(stand, opdracht, ctx)
        case WijzigLesstatus():
            return _wijzig_status(stand, opdracht, ctx)
        case ControleerLes():
            les = zoek("les", stand.lessen, opdracht.les)
            gecontroleerd = LesGecontroleerd(
                les=les.id, in_praktijk_gebracht=opdracht.in_praktijk_gebracht, toelichting=opdracht.toelichting
            )
            return (gecontroleerd, *termijnen.gehaald(stand, les.id, ctx.op))
        case _:
            raise TypeError(opdracht)


def _leg_vast(stand: Stand, opdracht: LegLesVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    id_ = nieuw_id(stand, opdracht.les, "L", stand.lessen, "les")
    les = Les(id=id_, **opdracht.model_dump(exclude={"soort", "les"}))
    return (LesVastgelegd(les=les), *_actie(les, ctx))


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
    gewijzigd = LesstatusGewijzigd(les=les.id, status=opdracht.status, toelichting=opdracht.toelichting)
    if opdracht.status == "vervallen":
        return (gewijzigd, *termijnen.vervallen(stand, les.id, "De les is vervallen."))
    if opdracht.status != "vastgesteld":
        return (gewijzigd,)
    wat = f"Controleer of de les '{les.titel}' in praktijk is gebracht"
    return (gewijzigd, termijnen.start(ctx, termijnen.LESCONTROLE, les.id, wat, "opgavemanager"))


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
