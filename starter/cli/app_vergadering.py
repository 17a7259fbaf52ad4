"""The command about a whole meeting: its options. What it does is loaded when it runs."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Als, Droog, Json, Namens, Orgaan

PANEEL = "Doen"


def meld_aan(app: Typer) -> None:
    """Add this command to the app."""
    app.command("vergadering", cls=Opdrachtregel, rich_help_panel=PANEEL)(vergadering)


def vergadering(
    orgaan: Orgaan,
    datum: Annotated[str, Argument(metavar="DATUM", help="dag van de vergadering", show_default=False)],
    formulier: Annotated[bool, Option("--formulier", help="een bestand om de uitslagen in te vullen")] = False,
    uitslagen: Annotated[Path | None, Option(metavar="BESTAND", help="leg alle uitslagen uit dit bestand vast")] = None,
    wat_kan: Annotated[bool, Option("--wat-kan", help="leg vast wat klopt, ook als er iets niet klopt")] = False,
    bevestig: Annotated[bool, Option("--bevestig", help="bevestig als tweede persoon wat een ander vastlegde")] = False,
    ja: Annotated[bool, Option("--ja", help="bevestig alles, zonder per besluit te vragen")] = False,
    als: Als = None,
    namens: Namens = None,
    droog: Droog = False,
    json: Json = False,
) -> int:
    """De agenda van een vergadering over alle opgaven; leg alle uitslagen in een keer vast."""
    from starter.cli import vergadering as vergadering_
    from starter.cli.vergaderkeuze import Keuze

    keuze = Keuze(uitslagen, formulier, bevestig, wat_kan, ja, als, namens, droog, json)
    return vergadering_.vergadering(orgaan, datum, keuze)
