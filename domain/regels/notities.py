"""Notes change nothing by themselves; confirming one is the work of the root, which runs the cited command."""

from domain.feit import FeitInhoud
from domain.regels import geheim
from domain.regels.hulp import nieuw_id
from domain.stand import Stand
from domain.taal.notities import Genoteerd, Noteer, Notitie, NotitieBevestigd, NotitiesFeit, NotitiesOpdracht


def decide(stand: Stand, opdracht: NotitiesOpdracht) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case Noteer():
            if opdracht.betreft in stand.stappen:
                geheim.toets(stand, stand.stappen[opdracht.betreft], opdracht.tekst)
            id_ = nieuw_id(stand, None, "N", stand.notities, "notitie")
            return (Genoteerd(notitie=id_, tekst=opdracht.tekst, bron=opdracht.bron, betreft=opdracht.betreft),)
        case _:
            raise TypeError(opdracht)


def evolve(stand: Stand, feit: NotitiesFeit) -> Stand:
    match feit:
        case Genoteerd():
            notitie = Notitie(id=feit.notitie, tekst=feit.tekst, bron=feit.bron, betreft=feit.betreft)
            return stand.met(notities={**stand.notities, notitie.id: notitie})
        case NotitieBevestigd():
            bevestigd = stand.notities[feit.notitie].met(bevestigd=True)
            return stand.met(notities={**stand.notities, bevestigd.id: bevestigd})
        case _:
            raise TypeError(feit)
