"""The commands for auditors (pak): their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Als, Id, Json, MogelijkId


def meld_aan(audit: Typer) -> None:
    """Add these commands to the group."""
    for functie in (pakket, stuk, archief):
        audit.command(functie.__name__, cls=Opdrachtregel)(functie)


def pakket(
    opgave: Id,
    uit: Annotated[Path, Option("--uit", metavar="MAP|X.zip", help="waar het pak komt", show_default=False)],
    als: Als = None,
    json: Json = False,
) -> None:
    """Maak een pak van een opgave: alles om haar na te lezen, na te spelen en te controleren."""
    from starter.cli import audit_pak

    audit_pak.pakket(opgave, uit, als, json)


def stuk(
    opgave: Id,
    bestand: Annotated[Path, Argument(metavar="BESTAND", help="het stuk zelf", show_default=False)],
    als: Als = None,
    json: Json = False,
) -> None:
    """Lever een stuk in waar een feit naar verwijst, zodat het in de pakken komt."""
    from starter.cli import audit_pak

    audit_pak.stuk(opgave, bestand, als, json)


def archief(opgave: MogelijkId = None, json: Json = False) -> None:
    """Welke pakken er in het archief liggen, en wat nog wacht."""
    from starter.cli import audit_pak

    audit_pak.archief(opgave, json)
