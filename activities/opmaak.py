"""The text of a message: plain Dutch, for a function, with what is asked, by when, and the receipt."""

import re
import textwrap

from domain.feit import Feit
from domain.gevolg import Adres, Bericht
from domain.kalender import datum_voluit, lokale_datum
from domain.stand import Stand
from domain.taal.termijnen import HerinneringVerstuurd
from register.schrijver import Brief

BREEDTE = 78
LANGSTE_ONDERWERP = 160

_FUNCTIES = {
    "ambtelijk_opdrachtgever": "ambtelijk opdrachtgever",
    "partner": "contactpersoon",
}

_INLEIDINGEN = {
    "VerzoekGedaan": "Bij deze opgave vragen we u iets.",
    "HerinneringVerstuurd": "Dit is een herinnering.",
    "AfspraakGemaakt": "Deze afspraak staat op uw naam.",
}
"""What stands above a question that would otherwise be read twice."""


def maak_brief(stand: Stand, feit: Feit, bericht: Bericht, aan: Adres) -> Brief:
    """The message as this function will read it."""
    delen = (
        f"Beste {_aanhef(stand, aan)},",
        *(_alinea(_verteld(stand, feit, tekst, bericht, aan)) for tekst in bericht.alineas),
        *_vraag(stand, feit, bericht, aan),
        _voet(stand, feit),
    )
    return Brief(aan=aan, onderwerp=_onderwerp(stand, bericht), tekst="\n\n".join(delen) + "\n")


def _verteld(stand: Stand, feit: Feit, tekst: str, bericht: Bericht, aan: Adres) -> str:
    """What happened: without the question that follows below, and with `u` for the reader's own name."""
    inleiding = _INLEIDINGEN.get(feit.inhoud.soort)
    if inleiding and bericht.vraag and bericht.vraag in tekst:
        return inleiding
    eigen = (getattr(feit.inhoud, "aan", None), getattr(feit.inhoud, "partner", None))
    partner = stand.partners.get(aan.organisatie)
    if partner is None or partner.id not in eigen:
        return tekst
    zelf = f"{re.escape(partner.naam)}|{re.escape(partner.id)}"
    met_u = re.sub(zelf, "u", tekst, count=1, flags=re.IGNORECASE)
    return met_u[:1].upper() + met_u[1:]


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
        f"Hoe geeft u antwoord?\n{_hoe(stand, aan)}",
    )


def _nummer(stand: Stand, feit: Feit) -> tuple[str, ...]:
    """The number of the request on a line of its own, so that an answer can name it."""
    nummer = getattr(feit.inhoud, "verzoek", "")
    if isinstance(feit.inhoud, HerinneringVerstuurd) and feit.inhoud.termijn in stand.termijnen:
        nummer = stand.termijnen[feit.inhoud.termijn].betreft
    return (f"Verzoek: {nummer}",) if nummer in stand.verzoeken else ()


def _hoe(stand: Stand, aan: Adres) -> str:
    """Partners have no terminal; functions of the province get a command that works as it stands."""
    niet_terug = "Een antwoord op deze e-mail komt niet aan."
    if aan.functie == "partner" or aan.organisatie != "provincie":
        return _alinea(f"Geef uw antwoord aan de opgavemanager van de provincie. {niet_terug}")
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
