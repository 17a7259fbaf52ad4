"""What the facts of one entry of the timeline say, without saying it twice.

Each fact has its own sentence (`domain.zinnen`). Side by side they repeat each other: three partners asked the same
thing, five reminders about one promise, a term that runs for a request that names its last day already.
"""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from domain.feit import Feit
from domain.stand import Stand
from domain.woorden import MEERVOUD, datum, gewoon, met_namen, orgaan, zin
from domain.zinnen import vertel
from domain.zinnen_partners import wie

LATER = " (later vastgelegd)"
GENOEMD = 2
"""Of what was missing at a refusal so many are named."""


def eigen_zin(feit: Feit, stand: Stand) -> str:
    """The sentence of one fact, with names for ids; that it came later is said elsewhere."""
    return _groot(met_namen(_vertel(feit), stand))


def _vertel(feit: Feit) -> str:
    """The sentence of a fact, in which a step whose subject is its name is named once."""
    tekst, inhoud = vertel(feit).removesuffix(LATER), feit.inhoud
    for deel in (inhoud, getattr(inhoud, "stap", None), getattr(inhoud, "besluit", None)):
        naam = getattr(deel, "naam", "")
        if naam and naam == getattr(deel, "onderwerp", None):
            tekst = tekst.replace(f"{naam}, {naam}", naam)
    return tekst


def _groot(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def zinnen(feiten: Sequence[Feit], stand: Stand) -> tuple[str, ...]:
    """The sentences of an entry.

    Args:
        feiten: the facts of one command, or of time at one moment.
        stand: the state after them, for the names.
    """
    gezegd = list[str]()
    over = list(feiten)
    while over:
        groep = _groep(over)
        over = [feit for feit in over if feit not in groep]
        if tekst := _zeg(groep, feiten):
            gezegd.append(_groot(met_namen(tekst, stand)))
    return tuple(gezegd)


def _groep(feiten: Sequence[Feit]) -> list[Feit]:
    """The first fact, with those that say the same to someone else."""
    sleutel = _sleutel(feiten[0].inhoud)
    return [feiten[0]] if sleutel is None else [f for f in feiten if _sleutel(f.inhoud) == sleutel]


def _sleutel(inhoud: Any) -> tuple[object, ...] | None:
    """What must be equal to be told in one sentence; None when a fact always has its own."""
    match inhoud.soort:
        case "VerzoekGedaan":
            return inhoud.soort, inhoud.vraag, inhoud.uiterlijk
        case "HerinneringVerstuurd" if not (inhoud.zin or inhoud.omgeleid_van or inhoud.escalatie):
            return inhoud.soort, inhoud.trede, inhoud.wat, inhoud.einde
        case "BesluitstapVervallen":
            return inhoud.soort, inhoud.reden
        case _:
            return None


def _zeg(groep: Sequence[Feit], alle: Sequence[Feit]) -> str:
    feit, inhoud = groep[0], cast(Any, groep[0].inhoud)
    if len(groep) > 1:
        return _samen(inhoud, [f.inhoud for f in groep])
    match inhoud.soort:
        case "OpdrachtGeweigerd" if len(inhoud.ontbreekt) > GENOEMD:
            meer = len(inhoud.ontbreekt) - GENOEMD
            return _vertel(feit.met(inhoud=inhoud.met(ontbreekt=(*inhoud.ontbreekt[:GENOEMD], f"en nog {meer}"))))
        case "TermijnGestart":
            return _termijn(inhoud.termijn, [f.inhoud for f in alle], feit)
        case "TermijnVervallen" if inhoud.reden in _redenen(alle):
            return f"Niet meer nodig: {zin(inhoud.wat or inhoud.termijn)}"
        case "BesluitVastgelegd" if inhoud.herstel is None:
            return _vastgelegd(inhoud.besluit, inhoud.vastlegging)
        case _:
            return _vertel(feit)


def _samen(inhoud: Any, alle: Sequence[Any]) -> str:
    """One sentence for facts that say the same to several."""
    match inhoud.soort:
        case "VerzoekGedaan":
            aan = _opsomming([f"{f.aan} ({f.verzoek})" for f in alle])
            return f"{aan} krijgen een verzoek: {inhoud.vraag} (uiterlijk {datum(inhoud.uiterlijk)})."
        case "HerinneringVerstuurd":
            aan = _opsomming([wie(f.aan) if f.kanaal else orgaan(f.aan) for f in alle])
            return f"Herinnering {inhoud.trede} aan {aan}: {inhoud.wat} (uiterlijk {datum(inhoud.einde)})."
        case _:
            return f"De stappen {_opsomming([f.stap for f in alle])} vervallen: {inhoud.reden}"


def _vastgelegd(besluit: Any, vastlegging: str) -> str:
    """A record that waits for its second person; the decision itself is told when it is confirmed."""
    wat = f"{besluit.stap} {besluit.naam or besluit.code}: {gewoon(besluit.uitkomst)}"
    doet = "besloten" if besluit.orgaan in MEERVOUD else "besloot"
    return (
        f"Vastgelegd wat {orgaan(besluit.orgaan)} {doet} ({wat}); wacht op bevestiging door een tweede ({vastlegging})."
    )


def _termijn(termijn: Any, alle: Sequence[Any], feit: Feit) -> str:
    """A term; nothing when the request says its last day already, short when a promise says what it is about."""
    for ander in alle:
        if ander.soort == "VerzoekGedaan" and (ander.verzoek, ander.uiterlijk) == (termijn.betreft, termijn.einde):
            return ""
        if ander.soort == "AfspraakGemaakt" and ander.afspraak == termijn.betreft:
            return f"De termijn voor {termijn.betreft} loopt tot en met {datum(termijn.einde)}."
    return _vertel(feit)


def _redenen(feiten: Sequence[Feit]) -> set[str]:
    """The reasons that are in the sentences of other facts already."""
    return {f.reden for f in _inhoud(feiten) if f.soort != "TermijnVervallen" and getattr(f, "reden", "")}


def _inhoud(feiten: Sequence[Feit]) -> Iterator[Any]:
    return (feit.inhoud for feit in feiten)


def _opsomming(delen: Sequence[str]) -> str:
    """`a, b en c`, each once."""
    *eerst, laatste = dict.fromkeys(delen)
    return f"{', '.join(eerst)} en {laatste}" if eerst else laatste
