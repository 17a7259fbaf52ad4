"""Where a decision stands in law: how an objection can end, what it does meanwhile, and what rests on the decision."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from domain import pad
from domain.basis import Kenmerk
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.rechtsgang import Rechtsmiddel, Rechtsmiddelsoort, Rechtsmiddeluitkomst, Rechtswege
from domain.taal.vormen import Vormtraject

Werking = Literal["geen", "loopt", "nieuw_besluit", "schorst", "vernietigt"]
"""What a rechtsmiddel does to the decision: nothing (any more), pending, ask a new one, suspend it, annul it."""


class Stadium(NamedTuple):
    """What a rechtsmiddel does in this stage, and how it can end or go on from here."""

    werking: Werking
    vervolg: tuple[Rechtsmiddeluitkomst, ...] = ()


_OORDEEL: tuple[Rechtsmiddeluitkomst, ...] = ("gegrond", "ongegrond", "niet_ontvankelijk", "ingetrokken")

STADIA: dict[Rechtsmiddelsoort, dict[Rechtsmiddeluitkomst | None, Stadium]] = {
    # A founded bezwaar asks the body for a new decision (Awb 7:11 lid 2).
    "bezwaar": {None: Stadium("loopt", _OORDEEL), "gegrond": Stadium("nieuw_besluit")},
    # A founded beroep annuls; a higher court can undo that, or the effects were left in place (Awb 8:72).
    "beroep": {None: Stadium("loopt", _OORDEEL), "gegrond": Stadium("vernietigt", ("opgeheven",))},
    # Once granted it suspends like a schorsing, until it is lifted or lapses (Awb 8:81, 8:85, 8:87).
    "voorlopige_voorziening": {
        None: Stadium("loopt", ("toegewezen", "afgewezen", "niet_ontvankelijk", "ingetrokken")),
        "toegewezen": Stadium("schorst", ("opgeheven",)),
    },
    "schorsing": {None: Stadium("schorst", ("opgeheven",))},
    # An annulment works at once; it only still becomes final, or is undone on appeal (Awb 10.2.2).
    "vernietiging": {
        None: Stadium("vernietigt", ("onherroepelijk", "opgeheven")),
        "onherroepelijk": Stadium("vernietigt"),
    },
}
"""Each rechtsmiddel by how it ended so far; None is not ended. What is not named here does nothing any more."""


def stadium(middel: Rechtsmiddel) -> Stadium:
    """The stage this rechtsmiddel is in."""
    return STADIA[middel.middel].get(middel.uitkomst, Stadium("geen"))


def wacht(middel: Rechtsmiddel) -> bool:
    """Whether someone still has to say how it ends: it is open, or what it suspended is still suspended."""
    return middel.open or stadium(middel).werking == "schorst"


def werking(stand: Stand, middel: Rechtsmiddel) -> Werking:
    """What it does to its decision now; a new decision over that one answers a founded bezwaar."""
    nu = stadium(middel).werking
    vervangen = any(s.over == middel.stap and s.afloop == "positief" for s in stand.stappen.values())
    return "geen" if nu == "nieuw_besluit" and vervangen else nu


def open_rechtswege(stand: Stand) -> tuple[Rechtswege, ...]:
    """Silences a jurist still has to judge.

    A body that decided after all, or took the longer term in time, left no silence; an opgave or a path that ended did.
    """
    return tuple(r for r in stand.rechtswege.values() if r.oordeel is None and zwijgt(stand, r.stap))


def zwijgt(stand: Stand, stap: str) -> bool:
    """Whether the term of this step lapsed and its body has still not decided."""
    loopt = any(t.betreft == stap and t.status == "loopt" for t in stand.termijnen.values())
    return stap in stand.rechtswege and stand.stappen[stap].status != "besloten" and not loopt


def niets_open(stand: Stand) -> bool:
    """Whether no rechtsmiddel, doubt, silence or record still waits for someone's word."""
    middelen = any(wacht(m) for m in stand.rechtsmiddelen.values())
    twijfels = any(t.open for t in stand.twijfels.values())
    return not (middelen or twijfels or stand.vastleggingen or open_rechtswege(stand))


class Rustpunt(NamedTuple):
    """Something that rests on a decision: its id, and what it is, in Dutch."""

    id: Kenmerk
    wat: str


def noem(stap: Besluitstap) -> str:
    """A step in a list."""
    return f"{stap.id} {stap.naam} ({stap.orgaan})"


def rust_op(stand: Stand, stap: Besluitstap) -> tuple[Rustpunt, ...]:
    """What stands on this decision now: later decisions, the form in force, pilots under way, what follows."""
    traject = stand.trajecten.get(stap.traject or "")
    werkt = traject is not None and any(s.id == stap.id for s in werkend(stand, traject))
    punten = [Rustpunt(s.id, noem(s)) for s in _later(stand, stap, traject)]
    if traject is not None and werkt:
        punten.append(Rustpunt(traject.id, f"de vorm {traject.code} van {traject.id}, in werking"))
    for pilot in stand.pilots.values():
        if pilot.begonnen and (stap.pilot == pilot.id or (werkt and pilot.traject == stap.traject)):
            punten.append(Rustpunt(pilot.id, f"pilot {pilot.id} {pilot.titel}"))
    for evaluatie in stand.evaluaties.values():
        if evaluatie.stap == stap.id:
            punten.append(Rustpunt(evaluatie.id, f"het vervolg na evaluatie {evaluatie.id}: {evaluatie.uitkomst}"))
    return tuple(punten)


def _later(stand: Stand, stap: Besluitstap, traject: Vormtraject | None) -> Iterable[Besluitstap]:
    """The later decisions of its round, and those of a round that goes on from it."""
    if traject is None:
        return ()
    verder = any(s.id == stap.id for s in dragend(stand, traject))
    return (
        s
        for s in stand.stappen.values()
        if s.traject == stap.traject
        and s.status == "besloten"
        and ((s.ronde == stap.ronde and s.volgorde > stap.volgorde) or (verder and s.ronde > stap.ronde))
    )


def dragend(stand: Stand, traject: Vormtraject) -> tuple[Besluitstap, ...]:
    """The steps that carry the present round: its own, and of rounds it goes on from those not done again."""
    return _dragend(stand, traject, traject.ronde)[0]


def werkend(stand: Stand, traject: Vormtraject) -> tuple[Besluitstap, ...]:
    """The steps that carry the form in force; while it is being changed those of the rounds before the change."""
    if traject.status not in ("in_werking", "wordt_gewijzigd"):
        return ()
    stappen, ervoor = _dragend(stand, traject, traject.ronde)
    return stappen if traject.status == "in_werking" else _dragend(stand, traject, ervoor)[0]


def _dragend(stand: Stand, traject: Vormtraject, nummer: int) -> tuple[tuple[Besluitstap, ...], int]:
    """The steps that carry round `nummer`, and the number of the round before they began.

    A round that was sent back starts halfway; what was decided before that point is in the rounds before it.
    """
    if traject.code is None:
        return (), 0
    begin = reglement(stand.reglement).vorm(traject.code).pad[0].code
    gevonden: dict[tuple[str, str], Besluitstap] = {}
    heel = False
    while nummer > 0 and not heel:
        ronde = tuple(pad.ronde(stand, traject.id, nummer))
        gevonden = {**{(s.code, s.orgaan): s for s in ronde}, **gevonden}
        heel = any(s.code == begin for s in ronde)
        nummer -= 1
    return tuple(gevonden.values()), nummer


def hinder(stand: Stand, traject: Vormtraject) -> tuple[str, ...]:
    """Why the form may not come into force: suspended or annulled steps that carry it, one line each."""
    return tuple(
        f"{noem(stand.stappen[m.stap])} is {_NIET[werking(stand, m)]}: {m.id}, {m.referentie}"
        for m in _treffend(stand, traject)
    )


def getroffen(stand: Stand, traject: Vormtraject) -> tuple[Besluitstap, ...]:
    """The steps that carry the present round and are suspended or annulled."""
    return tuple(stand.stappen[m.stap] for m in _treffend(stand, traject))


def _treffend(stand: Stand, traject: Vormtraject) -> tuple[Rechtsmiddel, ...]:
    dragers = {s.id for s in dragend(stand, traject)}
    return tuple(m for m in stand.rechtsmiddelen.values() if m.stap in dragers and werking(stand, m) in _NIET)


_NIET: dict[Werking, str] = {"schorst": "geschorst", "vernietigt": "vernietigd"}
"""What takes the effect of a decision away, for now or for good."""
