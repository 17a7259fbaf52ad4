"""What geheimhouding hides in one life: the steps it rests on, everything that touches them, and their words.

What touches a step at rest is hidden whole: its vormtraject with every step of it, requests, promises, terms, pilots
and evaluations. Whoever tells something of a life asks here: events, neighbours, reports, calendars, dossiers, search.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, NamedTuple

from domain.basis import Model
from domain.beeld.strepen import kaal, verboden
from domain.feit import Feit
from domain.regels.geheim import VRIJE_VELDEN
from domain.stand import Stand

KORT = 12
"""A text shorter than this, or of one word, says too little to be searched for elsewhere."""
PER_STAP = ("stappen", "trajecten", "verzoeken", "termijnen", "afspraken", "rechtsmiddelen", "pilots", "evaluaties")
"""The parts of a state of which some can be hidden, by id."""
_VERWIJST = frozenset(
    {
        *("stap", "betreft", "over", "termijn", "afspraak", "verzoek", "escalatie", "rechtsmiddel"),
        *("traject", "pilot", "evaluatie", "pilots", "volgt_op", "les"),
    }
)
_VRIJ = VRIJE_VELDEN | {
    *("onderwerp", "vraag", "antwoord", "samenvatting", "publiek_belang", "referentie", "omschrijving", "wat"),
    *("plus", "min", "hypothese", "exitplan", "beslisregel", "minderheid", "advies", "naam"),
}
_VERDELEN = ("OpgaveGesplitst", "OpgaveSamengevoegd")
"""Facts about everything at once: of these only the parts that touch something hidden are about it."""
_VAN_ELDERS = "DelenOntvangen"
"""The ids in this fact are those of another life."""


class Geheimen(NamedTuple):
    """What other lives, to which parts of this one went, must keep still about: ids here, and texts typed here."""

    ids: frozenset[str]
    teksten: tuple[str, ...]


def geheime_stappen(stand: Stand) -> frozenset[str]:
    """The steps on which geheimhouding rests now."""
    return frozenset(stap for stap, g in stand.geheim.items() if g.rust)


def verborgen(stand: Stand, weg: frozenset[str]) -> frozenset[str]:
    """These ids, and those of everything in this state that touches them, however far away."""
    while erbij := frozenset(_erbij(stand, weg)) - weg:
        weg |= erbij
    return weg


def _erbij(stand: Stand, weg: Collection[str]) -> Iterator[str]:
    """What touches one of these at first hand."""
    if not weg:
        return
    for stap in stand.stappen.values():
        if stap.over in weg or stap.traject in weg or stap.pilot in weg:
            yield stap.id
        elif stap.id in weg:
            yield from (id_ for id_ in (stap.traject, stap.pilot) if id_)
    yield from (a.id for a in stand.afspraken.values() if a.stap in weg or a.id.rpartition(".")[0] in weg)
    yield from (v.id for v in stand.verzoeken.values() if v.betreft in weg)
    yield from (t.id for t in stand.termijnen.values() if t.betreft in weg)
    yield from (e.id for e in stand.escalaties.values() if e.termijn in weg)
    yield from (r.id for r in stand.rechtsmiddelen.values() if r.stap in weg)
    yield from (p.id for p in stand.pilots.values() if p.traject in weg or p.volgt_op in weg)
    yield from (e.id for e in stand.evaluaties.values() if e.stap in weg or set(e.pilots) & set(weg))


def noemt(waarde: Any, weg: Collection[str], naam: str = "") -> bool:
    """Whether a field that points at something points at one of these, however deep."""
    match waarde:
        case dict():
            zelf = naam in _VERWIJST and waarde.get("id") in weg
            return zelf or any(noemt(deel, weg, veld) for veld, deel in waarde.items())
        case list() | tuple():
            return any(noemt(deel, weg, naam) for deel in waarde)
        case str():
            return naam in _VERWIJST and waarde in weg
        case _:
            return False


def raakt(inhoud: Model, weg: Collection[str]) -> bool:
    """Whether a fact, or anything else that names ids of this life, is about one of these."""
    if not weg or getattr(inhoud, "soort", "") == _VAN_ELDERS:
        return False
    return noemt(inhoud.model_dump(), weg)


def is_geheim(stand: Stand, inhoud: Model) -> bool:
    """Whether this is about something that geheimhouding hides now: the one verdict for whatever leaves a life.

    Args:
        stand: the state just after the fact.
        inhoud: its content, or anything else that names ids of this life.
    """
    return raakt(inhoud, verborgen(stand, geheime_stappen(stand)))


def noemt_stap(stand: Stand, tekst: str) -> bool:
    """Whether this text names a step under geheimhouding by its id, or says where its document lies."""
    rust = (g for g in stand.geheim.values() if g.rust)
    return any(g.referentie in tekst or re.search(rf"\b{re.escape(g.stap)}\b", tekst) for g in rust)


def geheim_in(stand: Stand) -> Callable[[Any], bool]:
    """The question whether a text, or what was dumped as JSON, says what is secret, as far as the state knows.

    It does when it points at something hidden, names its step or document, or repeats what the state still holds of
    it. Words that only the facts hold are not known here.
    """
    if not (geheim := geheime_stappen(stand)):
        return lambda waarde: False
    weg = verborgen(stand, geheim)
    woorden = verboden(_in_de_stand(stand, weg))

    def zegt(waarde: Any) -> bool:
        tekst = " ".join(_alle(waarde))
        return noemt(waarde, weg) or noemt_stap(stand, tekst) or woorden.zegt(tekst)

    return zegt


def _in_de_stand(stand: Stand, weg: frozenset[str]) -> Iterator[str]:
    """What the state itself holds of what is hidden."""
    al = _bekend(stand)
    for naam in PER_STAP:
        deel = getattr(stand, naam)
        for id_ in weg & deel.keys():
            yield from (t for t in _teksten(deel[id_].model_dump(mode="json")) if kaal(t) not in al)


def _alle(waarde: Any) -> Iterator[str]:
    match waarde:
        case dict():
            for deel in waarde.values():
                yield from _alle(deel)
        case list() | tuple():
            for deel in waarde:
                yield from _alle(deel)
        case str():
            yield waarde


def _teksten(waarde: Any, naam: str = "") -> Iterator[str]:
    """The texts that people typed in something that was dumped as JSON, those that are long enough to know again."""
    match waarde:
        case dict():
            for veld, deel in waarde.items():
                yield from _teksten(deel, veld)
        case list():
            for deel in waarde:
                yield from _teksten(deel, naam)
        case str() if naam in _VRIJ and len(waarde) >= KORT and " " in waarde.strip():
            yield waarde


def _bekend(stand: Stand) -> str:
    """What the opgave itself says in public, and the neutral titles; as texts are compared."""
    leven = stand.leven
    namen = (
        *(leven.titel, leven.thema, leven.gebied),
        *(p.naam for p in stand.partners.values()),
        *(g.neutrale_titel for g in stand.geheim.values()),
        *dict.fromkeys(s.naam for s in stand.stappen.values()),
    )
    return "\n".join(map(kaal, namen))


def intern(stand: Stand, betreft: str) -> bool:
    """Whether this is about a signal, a change or a review, of which the words stay inside the organisation."""
    onderwerp = betreft.partition(".")[0]
    return any(onderwerp in deel for deel in (stand.signalen, stand.veranderingen, stand.reviews))


def geheimen(stand: Stand, feiten: Iterable[Feit]) -> Geheimen:
    """What is hidden now, and what was ever typed about it, the longest text first; empty when nothing is.

    Not what the opgave itself says in public.

    Args:
        stand: the state now.
        feiten: the facts of this life.
    """
    if not (geheim := geheime_stappen(stand)):
        return Geheimen(frozenset(), ())
    weg, al = verborgen(stand, geheim), _bekend(stand)
    gevonden = {t for feit in feiten if raakt(feit.inhoud, weg) for t in _teksten(_over(feit, weg))}
    return Geheimen(weg, tuple(sorted((t for t in gevonden if kaal(t) not in al), key=lambda t: (-len(t), t))))


def _over(feit: Feit, weg: Collection[str]) -> Any:
    """What of this fact is about something hidden."""
    alles = feit.inhoud.model_dump(mode="json")
    if feit.inhoud.soort not in _VERDELEN:
        return alles
    besluiten = [t for t in alles["verdeling"] if t["soort"] == "besluit" and t["id"] in weg]
    return [*besluiten, *(b for b in alles["delen"]["besluiten"] if b["stap"] in weg)]
