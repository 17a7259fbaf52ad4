"""The commands about what one opgave has to say to another: their options. What they do is loaded when they run."""

from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Groep, Opdrachtregel
from starter.cli.opties import Json, MogelijkId

PANEEL = "Systeem"
HULP = "Wat de ene opgave de andere nog moet zeggen, of niet kwijt kon."


def meld_aan(app: Typer) -> None:
    """Add the group to the app."""
    groep = Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False)
    for functie in (lijst, opnieuw):
        groep.command(functie.__name__, cls=Opdrachtregel)(functie)
    app.add_typer(groep, name="overbrengen", rich_help_panel=PANEEL, help=HULP)


def lijst(id: MogelijkId = None, json: Json = False) -> None:
    """Wat nog onderweg is, geweigerd is of is opgegeven: van wie, voor wie, sinds wanneer en waarom."""
    from starter.cli import overbrengen

    overbrengen.lijst(id, json)


def opnieuw(
    sleutels: Annotated[
        list[str] | None, Argument(metavar="[SLEUTEL...]", help="zie opgave overbrengen lijst", show_default=False)
    ] = None,
    alle: Annotated[bool, Option("--alle", help="alles wat is opgegeven")] = False,
    json: Json = False,
) -> int:
    """Breng opnieuw wat is opgegeven; wat toch al aankwam, gebeurt niet nog eens."""
    from starter.cli import overbrengen

    return overbrengen.opnieuw(sleutels or [], alle, json)
