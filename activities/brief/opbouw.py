"""The parts of a letter in reading order, from which text and HTML are both made: they always say the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from activities.brief.inhoud import Briefinhoud
from domain.basis import is_agenda
from domain.kalender import datum_voluit

NIET_TERUG = "Een antwoord op deze e-mail komt niet aan."
NIET_DOOR = "Deze link is alleen voor {wie}. Stuur hem niet door."


@dataclass(frozen=True)
class Link:
    """A link that works, and through which day; `samen` when the mail goes to several people of an organisation."""

    url: str
    tot: date
    samen: bool = False


@dataclass(frozen=True)
class Onderdeel:
    """One item of a mail: a letter, with its link when it has one."""

    inhoud: Briefinhoud
    link: Link | None = None

    @cached_property
    def delen(self) -> "tuple[Deel, ...]":
        """All its parts, from what happened to the receipt; put together once, for the text and for the HTML."""
        return tuple(deel for deel in _delen(self.inhoud, self.link) if deel != LEEG)


@dataclass(frozen=True)
class Deel:
    """Something under a heading; without heading it follows on what came before. `regels` stay lines of their own."""

    kop: str = ""
    alineas: tuple[str, ...] = ()
    punten: tuple[str, ...] = ()
    commando: str = ""
    url: str = ""
    linktekst: str = ""
    daarna: tuple[str, ...] = ()
    regels: tuple[str, ...] = ()
    voet: bool = False


LEEG = Deel()
"""A part with nothing in it."""


def kop_van(onderdelen: Sequence[Onderdeel]) -> str:
    """The heading of the whole mail."""
    eerste = onderdelen[0].inhoud
    return eerste.titel if len(onderdelen) == 1 else f"{len(onderdelen)} herinneringen"


def opening(onderdelen: Sequence[Onderdeel]) -> str:
    """The sentence below the greeting of a mail with several items; empty for a single letter."""
    if len(onderdelen) == 1:
        return ""
    return f"U krijgt {len(onderdelen)} herinneringen in één bericht."


def bundelonderwerp(onderdelen: Sequence[Onderdeel]) -> str:
    """The subject of a mail with several items says how many."""
    opgaven = list(dict.fromkeys(o.inhoud.opgave for o in onderdelen))
    kop = kop_van(onderdelen)
    return f"[{opgaven[0]}] {kop}" if len(opgaven) == 1 else f"{kop} over {len(opgaven)} opgaven"


def _delen(i: Briefinhoud, link: Link | None) -> Iterator[Deel]:
    yield Deel(alineas=i.alineas)
    yield from (Deel(kop=lijst.kop, punten=lijst.regels) for lijst in i.lijsten)
    if i.vraag:
        yield from _gevraagd(i, link)
    else:
        yield Deel(alineas=("U hoeft niets te doen.",)) if i.partner and i.feit is not None else LEEG
    if link and not _antwoordlink(i):
        wat = "agenda" if is_agenda(i.opgave) else "opgave"
        yield _link("Meer weten?", f"Bekijk het dossier van deze {wat}", link)
    yield Deel(alineas=(i.slot,)) if i.slot else LEEG
    yield Deel(regels=tuple(_voet(i)), voet=True) if i.opgave else LEEG


def _gevraagd(i: Briefinhoud, link: Link | None) -> Iterator[Deel]:
    if i.verzoek:
        yield Deel(regels=(f"Verzoek: {i.verzoek}",))
    yield Deel(kop="Wat vragen we van u?", alineas=(i.vraag,))
    if i.uiterlijk:
        wet = " Deze termijn staat in de wet." if i.wettelijk else ""
        yield Deel(kop="Wanneer?", alineas=(f"Uiterlijk {datum_voluit(i.uiterlijk)}.{wet}",))
    yield _hoe(i, link)


def _hoe(i: Briefinhoud, link: Link | None) -> Deel:
    """Partners have a link or the manager; functions of the province get a command that works as it stands."""
    kop = "Hoe geeft u antwoord?"
    if link and _antwoordlink(i):
        wat = f"verzoek {i.verzoek}" if i.verzoek else "dit besluit"
        return _link(kop, f"Geef uw antwoord op {wat}" if i.verzoek else f"Leg {wat} vast", link)
    if i.partner:
        wat = "Geef uw antwoord aan de opgavemanager van de provincie."
        return Deel(kop=kop, alineas=(wat if link else f"{wat} {NIET_TERUG}",))
    if not i.commando:
        return Deel(kop=kop, alineas=(NIET_TERUG,))
    toon = "Dit commando laat zien wat u kunt doen:"
    return Deel(kop=kop, alineas=(toon,), commando=i.commando, daarna=(NIET_TERUG,))


def _antwoordlink(i: Briefinhoud) -> bool:
    """Whether the link leads to what is answered; of the agenda that is a form in its file."""
    eigen = i.link is not None and (i.link.doel != "dossier" or i.link.betreft != "dossier")
    return bool(i.vraag) and eigen


def _link(kop: str, tekst: str, link: Link) -> Deel:
    """A link that says where it goes."""
    tot = f"De link werkt tot en met {datum_voluit(link.tot)}."
    linktekst = f"{tekst} via {urlsplit(link.url).netloc}"
    niet_door = NIET_DOOR.format(wie="uw organisatie" if link.samen else "u")
    return Deel(kop=kop, url=link.url, linktekst=linktekst, daarna=(f"{niet_door} {tot} {NIET_TERUG}",))


def _voet(i: Briefinhoud) -> Iterator[str]:
    """The receipt: with it anyone can check later that this was recorded so."""
    if i.opgave:
        wat = f"{'Agenda' if is_agenda(i.opgave) else 'Opgave'} {i.opgave}"
        yield f"{wat}: {i.opgave_titel}" if i.opgave_titel else wat
    if i.vastgelegd_op:
        yield f"Vastgelegd op {datum_voluit(i.vastgelegd_op)}."
    if i.feit is not None:
        yield f"Bewijs: feit {i.feit}, {i.hash}"
