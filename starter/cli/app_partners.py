"""The commands about organisations: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Exit, Option, Typer

from starter.cli.nederlands import Groep, Opdrachtregel
from starter.cli.opties import Droog, Json

PANEEL = "Systeem"


def meld_aan(app: Typer) -> None:
    """Add these commands to a group of their own, and the group to the app."""
    partners = Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False)
    partners.command("importeer", cls=Opdrachtregel)(importeer)
    partners.command("lijst", cls=Opdrachtregel)(lijst)
    partners.command("toon", cls=Opdrachtregel)(toon)
    app.add_typer(partners, name="partners", rich_help_panel=PANEEL, help="Organisaties en hun samenwerkingen.")


def importeer(
    bestand: Annotated[Path, Argument(metavar="BESTAND", help="een CSV-bestand", show_default=False)],
    droog: Droog = False,
    json: Json = False,
) -> None:
    """Lees gemeenschappelijke regelingen en hun deelnemers in uit een CSV-bestand.

    De eerste regel noemt de kolommen: Deelnemer en Gemeenschappelijke regeling, en als u wilt Postcode, Plaats
    en Provincie. Wat niet te vertrouwen is, ziet u met het regelnummer en de reden. De andere regels gaan door.
    Hetzelfde bestand nog eens verandert niets. Wat niet meer in het bestand staat, blijft.
    """
    from starter.cli import partners

    raise Exit(partners.importeer(bestand, droog, json))


def lijst(
    regeling: Annotated[
        str | None, Option("--regeling", metavar="NAAM", help="alleen deelnemers; een deel van de naam mag")
    ] = None,
    json: Json = False,
) -> None:
    """Alle organisaties, of de deelnemers van een regeling."""
    from starter.cli import partners

    partners.lijst(regeling, json)


def toon(
    organisatie: Annotated[str, Argument(metavar="ID", help="bijvoorbeeld gemeente-dronten", show_default=False)],
    json: Json = False,
) -> None:
    """Een organisatie: wat het is, waaraan zij deelneemt, en hoe zij partner wordt."""
    from starter.cli import partners

    partners.toon(organisatie, json)
