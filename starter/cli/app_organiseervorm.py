"""The commands about organiseervormen: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Groep, Opdrachtregel
from starter.cli.opties import Json

PANEEL = "Kijken"
HULP = "De catalogus van vormen, de route van elke vorm, en advies over de keuze."


def meld_aan(app: Typer) -> None:
    """Add the group of these commands to the app."""
    groep = Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False)
    for functie in (lijst, route, advies):
        groep.command(functie.__name__, cls=Opdrachtregel)(functie)
    app.add_typer(groep, name="organiseervorm", rich_help_panel=PANEEL, help=HULP)


def lijst(json: Json = False) -> None:
    """De catalogus: alle vormen van samenwerken, van licht naar zwaar."""
    from starter.cli import organiseervorm

    organiseervorm.lijst(json)


def route(
    code: Annotated[str, Argument(metavar="CODE", help="de vorm, bijvoorbeeld CONVENANT", show_default=False)],
    json: Json = False,
) -> None:
    """De route van een vorm: alle stappen op volgorde, wie ze zet, met grond en termijn."""
    from starter.cli import organiseervorm

    organiseervorm.route(code, json)


def advies(
    bestand: Annotated[Path, Argument(metavar="BESTAND", help="de antwoorden in YAML of JSON", show_default=False)],
    alle: Annotated[bool, Option("--alle", help="elke kandidaat helemaal uitgeschreven")] = False,
    json: Json = False,
) -> None:
    """Welke vormen passen, waarom, en wat het advies zou veranderen.

    Het bestand geeft antwoord op C1 tot en met C16, elk met zijn code of zijn naam; leeg laten mag altijd.
    Een voorbeeld om te kopieren: examples/advies-energiehub.yaml
    """
    from starter.cli import adviesscherm

    adviesscherm.advies(bestand, alle, json)
