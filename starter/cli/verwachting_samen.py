"""What the screens about a forecast share: what is asked with, its grounds, names for ids, and files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from documenten.inhoud import Document
from domain import kern
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.verwachting.model import Vraag
from domain.woorden import met_namen
from register import doorlooptijden
from starter.cli import scherm
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout
from starter.schijffout import waarom


def vraag_voor(stand: Stand, vorm: str | None = None) -> Vraag:
    """What is known now beside the state; today as this life counts it."""
    doos = omgeving()
    return doorlooptijden.vraag(doos.register, lokale_datum(kern.klok(stand, doos.nu())), vorm)


def noemer(stand: Stand) -> Callable[[str], str]:
    """Names of partners for their ids: the name for an id by itself, and in a sentence in its place."""
    return lambda tekst: stand.partners[tekst].naam if tekst in stand.partners else met_namen(tekst, stand)


def in_cijfers(dag: date) -> str:
    """A date without the name of the day: there are two in every row."""
    return f"{dag.day:02}-{dag.month:02}-{dag.year}"


def toon_gronden(aannames: tuple[str, ...], waarschuwingen: tuple[str, ...]) -> None:
    """What was supposed, and what is not known."""
    if aannames:
        scherm.kop("Wat is aangenomen")
        for zin in aannames:
            scherm.punt(zin)
    for zin in waarschuwingen:
        scherm.let_op(f"Let op: {zin}")


def kenmerk(stand: Stand) -> str:
    """The receipt of the state that a file rests on."""
    return f"{stand.opgave} feit {stand.seq}, {stand.kop[:16]}"


def als_bestanden(naam: str, document: Document) -> dict[str, bytes]:
    """The page and the PDF, by file name."""
    from rapporten.uitvoer import bestanden  # only who wants a file waits for Typst

    return bestanden(naam, document)


def schrijf(uit: Path, bestanden: dict[str, bytes], *, stil: bool) -> None:
    """Into a folder; or, when `uit` names a file of one of these kinds, only that file."""
    een = next((inhoud for naam, inhoud in bestanden.items() if uit.suffix and naam.endswith(uit.suffix)), None)
    doel = {uit: een} if een is not None else {uit / naam: inhoud for naam, inhoud in bestanden.items()}
    try:
        for pad, inhoud in doel.items():
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud)
    except OSError as fout:
        raise Invoerfout(f"--uit: in {uit} kan niet worden geschreven ({waarom(fout)}).") from None
    if not stil:
        for pad in doel:
            scherm.zeg(f"Geschreven: {pad}")
