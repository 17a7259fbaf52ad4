"""The text of a message: plain Dutch, for a function, with what is asked, by when, and the receipt."""

import re
import textwrap

from domain.feit import Feit
from domain.gevolg import Adres, Bericht
from domain.kalender import datum_voluit, lokale_datum
from domain.stand import Stand
from register.schrijver import Brief

BREEDTE = 78
LANGSTE_ONDERWERP = 160

_FUNCTIES = {
    "ambtelijk_opdrachtgever": "ambtelijk opdrachtgever",
    "partner": "contactpersoon",
}


def maak_brief(stand: Stand, feit: Feit, bericht: Bericht, aan: Adres) -> Brief:
    """The message as this function will read it."""
    delen = (
        f"Beste {_aanhef(stand, aan)},",
        *(_alinea(_aan_u(tekst, aan)) for tekst in bericht.alineas if not _is_de_vraag(tekst, bericht)),
        *_vraag(stand, feit, bericht, aan),
        _voet(stand, feit),
    )
    return Brief(aan=aan, onderwerp=_onderwerp(stand, bericht), tekst="\n\n".join(delen) + "\n")


def _is_de_vraag(tekst: str, bericht: Bericht) -> bool:
    """A paragraph around the question says nothing that does not follow below."""
    return bool(bericht.vraag) and bericht.vraag in tekst


def _aan_u(tekst: str, aan: Adres) -> str:
    """A partner does not read its own id, but `u`."""
    if aan.organisatie == "provincie":
        return tekst
    zonder = re.sub(rf"(?<![\w.:/-]){re.escape(aan.organisatie)}(?![\w:/-]|\.\w)", "u", tekst)
    return zonder[:1].upper() + zonder[1:]


def _onderwerp(stand: Stand, bericht: Bericht) -> str:
    """One line: a line break in a subject would be a second header."""
    zin = " ".join(bericht.onderwerp.split())
    return f"[{stand.opgave}] {textwrap.shorten(zin, LANGSTE_ONDERWERP, placeholder=' ...') or 'bericht'}"


def _aanhef(stand: Stand, aan: Adres) -> str:
    functie = _FUNCTIES.get(aan.functie, aan.functie.replace("_", " "))
    partner = stand.partners.get(aan.organisatie)
    if partner is not None:
        return f"{functie} van {partner.naam}"
    return functie if aan.organisatie == "provincie" else f"{functie} van {aan.organisatie}"


def _alinea(tekst: str) -> str:
    """Wrapped for a mail reader; the line breaks of the writer stay."""
    return "\n".join(textwrap.fill(regel, BREEDTE) for regel in tekst.splitlines())


def _vraag(stand: Stand, feit: Feit, bericht: Bericht, aan: Adres) -> tuple[str, ...]:
    if not bericht.vraag:
        return ("U hoeft niets te doen.",)
    return (
        *_nummer(stand, feit),
        f"Wat vragen we van u?\n{_alinea(bericht.vraag)}",
        *_uiterlijk(bericht),
        f"Hoe geeft u antwoord?\n{_alinea(_hoe(stand, aan))}",
    )


def _nummer(stand: Stand, feit: Feit) -> tuple[str, ...]:
    """The number of the request on a line of its own, so that an answer can name it."""
    nummer = getattr(feit.inhoud, "verzoek", None)
    if nummer is None and (termijn := stand.termijnen.get(getattr(feit.inhoud, "termijn", ""))) is not None:
        nummer = termijn.betreft if termijn.betreft in stand.verzoeken else None
    return (f"Verzoek: {nummer}",) if nummer else ()


def _hoe(stand: Stand, aan: Adres) -> str:
    """Partners have no terminal; functions of the province get a command that works as it stands."""
    niet_terug = "Een antwoord op deze e-mail komt niet aan."
    if aan.functie == "partner" or aan.organisatie != "provincie":
        return f"Geef uw antwoord aan de opgavemanager van de provincie. {niet_terug}"
    als = "" if aan.functie == "opgavemanager" else f" --als {aan.functie}"
    return f"Dit commando laat zien wat u kunt doen:\nopgave kan {stand.opgave}{als}\n{niet_terug}"


def _uiterlijk(bericht: Bericht) -> tuple[str, ...]:
    if bericht.uiterlijk is None:
        return ()
    wet = " Deze termijn staat in de wet." if bericht.wettelijk else ""
    return (f"Wanneer?\nUiterlijk {datum_voluit(bericht.uiterlijk)}.{wet}",)


def _voet(stand: Stand, feit: Feit) -> str:
    """The receipt: with it anyone can check later that this was recorded so."""
    titel = _alinea(f"Opgave {stand.opgave}: {stand.leven.titel}") if stand.leven.titel else f"Opgave {stand.opgave}"
    op = datum_voluit(lokale_datum(feit.vastgelegd_op))
    return f"{titel}\nVastgelegd op {op}.\nBewijs: feit {feit.seq}, {feit.hash}"
