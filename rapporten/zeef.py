"""The sieve: what reports may know of a life. Nothing of a step under geheimhouding, nothing internal, no persons.

What touches a step at rest goes whole: its vormtraject with every step of it, requests, promises, terms, money, pilots
and evaluations. And what was once typed about it is struck out wherever it was typed again, with whatever capitals and
spaces. So is what the lives before this one hide, of which texts came here by a split or a merger. A lesson or
bronverhaal that is not public goes with what came of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from domain import kern
from domain.basis import is_agenda
from domain.beeld.overzicht import wachtposten
from domain.beeld.strepen import WEG, verboden
from domain.beeld.verborgen import PER_STAP, Geheimen, geheime_stappen, geheimen, intern, noemt, raakt, verborgen
from domain.feit import Feit
from domain.gebeurtenissen import DEELT
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.taal.splitsing import Besluitverwijzing, Meegave
from rapporten.leven import Aanzet, Gezeefd

_ZONDER_WOORDEN = {
    "GesprekVastgelegd": ("gelegenheid", "opbrengst"),
    "VeranderingGemeld": ("omschrijving",),
    "ReviewGestart": ("aanleiding", "vraag"),
    "ReviewAfgerond": ("bevinding", "aanbeveling"),
}
"""Internal facts that are counted: that it happened, never what was said."""
_OOK = frozenset({*_ZONDER_WOORDEN, "LeeractieGestart"})
"""Internal facts that reports may use; of a learning action also what is being learned."""
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


def zeef(
    stand: Stand, feiten: Sequence[Feit], op: date, voorouders: Mapping[str, Geheimen] = MappingProxyType({})
) -> Gezeefd:
    """One life as it stood at the end of a day, sifted by what is secret now.

    Args:
        stand: the state after the last of the facts; geheimhouding that rests in it holds for earlier days as well.
        feiten: all facts of this life, in order.
        op: the day.
        voorouders: what the lives before this one hide now, by their id.
    """
    toen = tuple(f for f in feiten if lokale_datum(f.vastgelegd_op) <= op)
    oud = stand if len(toen) == len(feiten) else _vouw(stand, toen)
    geheim = verborgen(stand, geheime_stappen(stand))
    weg = verborgen(oud, geheim | {k for k, les in stand.lessen.items() if not les.openbaar})
    mag = tuple(_zonder_persoon(f) for f in toen if _mag(f, weg))
    taken = (t.wat for t in stand.termijnen.values() if ": " in t.wat and intern(stand, t.betreft))
    eerder = (tekst for geheim_daar in voorouders.values() for tekst in geheim_daar.teksten)
    weg_ermee = verboden((*taken, *geheimen(stand, feiten).teksten, *eerder))
    kaal = weg_ermee.streep(_afstamming(_kaal(oud, weg), voorouders))
    schoon = tuple(weg_ermee.streep(_gegeven(f, voorouders)) for f in mag)
    kop = toen[-1].hash if toen else stand.kop
    return Gezeefd(kaal, schoon, op, len(toen), kop, tuple(_aan_zet(oud, weg)))


def _vouw(stand: Stand, feiten: Iterable[Feit]) -> Stand:
    toen = kern.begin(stand.begin)
    for feit in feiten:
        toen = kern.evolve(toen, feit)
    return toen


def _mag(feit: Feit, weg: Collection[str]) -> bool:
    """Whether reports may use a fact: one that others may know of, about nothing hidden and nothing kept inside."""
    f: Any = feit.inhoud
    soort = f.soort
    if soort not in DEELT and soort not in _OOK:
        return False
    if soort == "BronverhaalVastgelegd" and not f.inhoud.openbaar:
        return False
    return not raakt(feit.inhoud, weg)


def _zonder_persoon(feit: Feit) -> Feit:
    """The fact without who said or recorded it; of a conversation only with whom, of a review only that it was."""
    velden = {naam: "" for naam in _PERSOON if hasattr(feit.inhoud, naam)}
    velden |= dict.fromkeys(_ZONDER_WOORDEN.get(feit.inhoud.soort, ()), "")
    return feit.met(door=feit.door.met(subject="onbekend", grondslag=""), inhoud=feit.inhoud.met(**velden))


def _kaal(stand: Stand, weg: Collection[str]) -> Stand:
    """The state without what is hidden, what is internal and who holds which function."""
    delen = {naam: _zonder(getattr(stand, naam), weg) for naam in PER_STAP}
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


def _afstamming(stand: Stand, voorouders: Mapping[str, Geheimen]) -> Stand:
    """The links with other lives, without what came or went along and is not for other eyes."""
    links = (
        a.met(verwijst=_verhuld(a.verwijst, voorouders.get(a.opgave)), weg=_meegave(a.weg, None))
        for a in stand.afstamming
    )
    return stand.met(afstamming=tuple(links))


def _gegeven(feit: Feit, voorouders: Mapping[str, Geheimen]) -> Feit:
    """The same for what a fact says was given along."""
    delen = getattr(feit.inhoud, "delen", None)
    if not isinstance(delen, Meegave):
        return feit
    daar = voorouders.get(getattr(feit.inhoud, "van", ""))
    return feit.met(inhoud=feit.inhoud.met(delen=_meegave(delen, daar)))


def _meegave(delen: Meegave, daar: Geheimen | None) -> Meegave:
    besloten = {les.id for les in delen.lessen if not les.openbaar}
    return delen.met(
        besluiten=_verhuld(delen.besluiten, daar),
        lessen=tuple(les for les in delen.lessen if les.openbaar),
        afspraken=tuple(a for a in delen.afspraken if a.les not in besloten),
    )


def _verhuld(besluiten: Iterable[Besluitverwijzing], daar: Geheimen | None) -> tuple[Besluitverwijzing, ...]:
    """Decisions of another life that are pointed at; of those that became secret there only which it was."""
    weg = daar.ids if daar else frozenset()
    return tuple(b.met(onderwerp=WEG, reden=WEG) if b.stap in weg else b for b in besluiten)


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
