"""The text of a message: plain Dutch, for a function, with what is asked, by when, and the receipt."""

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
        *map(_alinea, bericht.alineas),
        *_vraag(stand, bericht),
        _voet(stand, feit),
    )
    return Brief(aan=aan, onderwerp=_onderwerp(stand, bericht), tekst="\n\n".join(delen) + "\n")


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


def _vraag(stand: Stand, bericht: Bericht) -> tuple[str, ...]:
    if not bericht.vraag:
        return ("U hoeft niets te doen.",)
    return (
        f"Wat vragen we van u?\n{_alinea(bericht.vraag)}",
        *_uiterlijk(bericht),
        "Hoe geeft u antwoord?\n"
        + _alinea(
            "Geef uw antwoord aan de opgavemanager. Of leg het zelf vast met dit commando: "
            f"opgave geef {stand.opgave}. Een antwoord op deze e-mail komt niet aan."
        ),
    )


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
