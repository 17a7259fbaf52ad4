"""What geheimhouding hides in one life: the steps it rests on, everything that touches them, and their words.

What touches a step at rest is hidden whole: its vormtraject with every step of it, requests, promises, terms, pilots
and evaluations.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from domain.feit import Feit
from domain.gebeurtenissen import raakt_geheim
from domain.regels.geheim import VRIJE_VELDEN
from domain.stand import Stand

KORT = 12
"""A text shorter than this, or of one word, says too little to be searched for elsewhere."""
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
        if stap.over in weg or stap.traject in weg:
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
    """What the opgave itself says in public, and the neutral titles."""
    leven = stand.leven
    namen = " ".join((leven.titel, leven.thema, leven.gebied, *(p.naam for p in stand.partners.values())))
    return namen + "".join(f" {g.neutrale_titel}" for g in stand.geheim.values())


def intern(stand: Stand, betreft: str) -> bool:
    """Whether this is about a signal, a change or a review, of which the words stay inside the organisation."""
    onderwerp = betreft.partition(".")[0]
    return any(onderwerp in deel for deel in (stand.signalen, stand.veranderingen, stand.reviews))


def raakt(stand: Stand, feit: Feit, weg: Collection[str]) -> bool:
    """Whether a fact is about something hidden."""
    return bool(weg) and (raakt_geheim(stand, feit.inhoud) or noemt(feit.inhoud.model_dump(), weg))


def geheime_teksten(stand: Stand, feiten: Iterable[Feit]) -> tuple[str, ...]:
    """What was ever typed about anything under geheimhouding now, the longest first; empty when nothing is.

    Not what the opgave itself says in public.

    Args:
        stand: the state now.
        feiten: the facts of this life.
    """
    if not (geheim := geheime_stappen(stand)):
        return ()
    weg, al = verborgen(stand, geheim), _bekend(stand)
    gevonden = {t for feit in feiten if raakt(stand, feit, weg) for t in _teksten(feit.inhoud.model_dump(mode="json"))}
    return tuple(sorted((t for t in gevonden if t not in al), key=lambda t: (-len(t), t)))
