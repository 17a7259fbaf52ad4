"""The sieve: what reports may know of a life. Nothing of a step under geheimhouding, nothing internal, no persons.

What touches a step at rest goes whole: its vormtraject with every step of it, requests, promises, terms, money, pilots
and evaluations. And what was once typed about it is struck out wherever it was typed again. A lesson or bronverhaal
that is not public goes with what came of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from domain import kern
from domain.basis import Model, is_agenda
from domain.beeld.overzicht import wachtposten
from domain.beeld.verborgen import geheime_stappen, geheime_teksten, intern, noemt, raakt, verborgen
from domain.feit import Feit
from domain.gebeurtenissen import DEELT
from domain.kalender import lokale_datum
from domain.stand import Stand
from rapporten.leven import Aanzet, Gezeefd

T = TypeVar("T", bound=Model)

WEG = "[geheim]"
_OOK = frozenset({"GesprekVastgelegd", "LeeractieGestart"})
"""Internal facts for the learning report: with whom was spoken (never what was said), and what is being learned."""
_LEEG: dict[str, Any] = {
    **{
        naam: {}
        for naam in (
            *("bijsturingen", "escalaties", "signalen", "notities", "vastleggingen", "vastgelegd", "twijfels"),
            *("rechtswege", "haltes", "controversieel", "geheim", "vervangingen", "veranderingen", "reviews"),
            *("lesaanbod", "bewijzen"),
        )
    },
    **dict.fromkeys(("aantekeningen", "spelscores", "bekleding"), ()),
}
_PERSOON = ("vastgelegd_door", "bevestigd_door")
_PER_STAP = ("stappen", "trajecten", "verzoeken", "termijnen", "afspraken", "rechtsmiddelen", "pilots", "evaluaties")


def zeef(stand: Stand, feiten: Sequence[Feit], op: date) -> Gezeefd:
    """One life as it stood at the end of a day, sifted by what is secret now.

    Args:
        stand: the state after the last of the facts; geheimhouding that rests in it holds for earlier days as well.
        feiten: all facts of this life, in order.
        op: the day.
    """
    toen = tuple(f for f in feiten if lokale_datum(f.vastgelegd_op) <= op)
    oud = stand if len(toen) == len(feiten) else _vouw(stand, toen)
    geheim = verborgen(stand, geheime_stappen(stand))
    weg = verborgen(oud, geheim | {k for k, les in stand.lessen.items() if not les.openbaar})
    mag = tuple(_zonder_persoon(f) for f in toen if _mag(stand, f, weg))
    taken = (t.wat for t in stand.termijnen.values() if ": " in t.wat and intern(stand, t.betreft))
    verboden = (*dict.fromkeys(taken), *geheime_teksten(stand, feiten))
    kaal, schoon = _kaal(oud, weg), mag
    if verboden:
        kaal = _streep(kaal, verboden)
        schoon = tuple(_streep(f, verboden) for f in mag)
    kop = toen[-1].hash if toen else stand.kop
    return Gezeefd(kaal, schoon, op, len(toen), kop, tuple(_aan_zet(oud, weg)))


def _vouw(stand: Stand, feiten: Iterable[Feit]) -> Stand:
    toen = kern.begin(stand.begin)
    for feit in feiten:
        toen = kern.evolve(toen, feit)
    return toen


def _mag(stand: Stand, feit: Feit, weg: Collection[str]) -> bool:
    """Whether reports may use a fact: one that others may know of, about nothing hidden and nothing kept inside."""
    f: Any = feit.inhoud
    soort = f.soort
    if soort not in DEELT and soort not in _OOK:
        return False
    if soort == "BronverhaalVastgelegd" and not f.inhoud.openbaar:
        return False
    return not raakt(stand, feit, weg)


def _zonder_persoon(feit: Feit) -> Feit:
    """The fact without who said or recorded it; of a conversation only with whom."""
    velden = {naam: "" for naam in _PERSOON if hasattr(feit.inhoud, naam)}
    if feit.inhoud.soort == "GesprekVastgelegd":
        velden |= {"gelegenheid": "", "opbrengst": ""}
    return feit.met(door=feit.door.met(subject="onbekend", grondslag=""), inhoud=feit.inhoud.met(**velden))


def _kaal(stand: Stand, weg: Collection[str]) -> Stand:
    """The state without what is hidden, what is internal and who holds which function."""
    delen = {naam: _zonder(getattr(stand, naam), weg) for naam in _PER_STAP}
    bladen = {k: b for k, b in stand.bladen.items() if not noemt(b.model_dump(), weg)}
    leven = stand.leven.met(functies={}, gepasseerd=(), geweigerd=0, reden="", overdracht_aan="", portefeuille="")
    return stand.met(
        **_LEEG,
        **delen,
        leven=leven,
        bladen=bladen,
        geld=tuple(g for g in stand.geld if g.stap not in weg and g.pilot not in weg),
        lessen={k: les for k, les in stand.lessen.items() if les.openbaar},
        gesprekken=tuple(g.met(gelegenheid="", opbrengst="") for g in stand.gesprekken),
        verhalen={k: v for k, v in stand.verhalen.items() if v.inhoud.openbaar},
        verbonden={k: v.met(accounthouder=v.accounthouder and "accounthouder") for k, v in stand.verbonden.items()},
    )


def _zonder(delen: Mapping[str, Any], weg: Collection[str]) -> dict[str, Any]:
    return {k: deel for k, deel in delen.items() if k not in weg}


def _streep(model: T, verboden: Sequence[str]) -> T:
    """The same with these texts struck out."""
    return type(model).model_validate(_gestreept(model.model_dump(mode="json"), verboden))


def _gestreept(waarde: Any, verboden: Sequence[str]) -> Any:
    match waarde:
        case dict():
            return {veld: _gestreept(deel, verboden) for veld, deel in waarde.items()}
        case list():
            return [_gestreept(deel, verboden) for deel in waarde]
        case str():
            for tekst in verboden:
                waarde = waarde.replace(tekst, WEG)
            return waarde
        case _:
            return waarde


def _aan_zet(stand: Stand, weg: Collection[str]) -> Iterator[Aanzet]:
    """Who is up, the most urgent first; of an agenda nobody, because its board shows that itself."""
    if is_agenda(stand.opgave) or not stand.seq:
        return
    posten = sorted(wachtposten(stand), key=lambda p: (p.uiterlijk or date.max, p.op_wie, p.id))
    for post in posten:
        if not _deel_van(post.id, weg):
            yield Aanzet(wie=post.op_wie, organisatie=post.organisatie, sinds=post.sinds, uiterlijk=post.uiterlijk)


def _deel_van(id_: str, weg: Collection[str]) -> bool:
    return any(id_ == w or id_.startswith((f"{w}.", f"{w}/", f"{w}:")) for w in weg)
