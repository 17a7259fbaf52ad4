"""The command about what is to be expected: its options. What it does is loaded when it runs."""

from pathlib import Path
from typing import Annotated

from typer import Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Id, Json


def meld_aan(app: Typer) -> None:
    """Add this command to the app."""
    app.command("verwachting", cls=Opdrachtregel, rich_help_panel="Kijken")(verwachting)


def verwachting(
    id: Id,
    uit: Annotated[Path | None, Option("--uit", metavar="MAP", help="schrijf tekening en tabel in deze map")] = None,
    houd_aan: Annotated[
        str | None, Option("--houd-aan", metavar="STAP", help="wat schuift er als deze stap wordt aangehouden")
    ] = None,
    tot: Annotated[
        str | None, Option("--tot", metavar="DATUM", help="bij --houd-aan: aangehouden tot deze dag")
    ] = None,
    keer: Annotated[
        int, Option("--keer", metavar="N", min=1, max=26, help="bij --houd-aan: zoveel vergaderingen later")
    ] = 1,
    later: Annotated[
        str | None, Option("--later", metavar="WIE=DUUR", help="wat als een partner of stap later is: waterschap=4w")
    ] = None,
    vorm: Annotated[str | None, Option("--vorm", metavar="CODE", help="reken met deze organiseervorm")] = None,
    haltes: Annotated[bool, Option("--haltes", help="ook elke halte op weg naar een orgaan")] = False,
    codes: Annotated[bool, Option("--codes", help="de code van elke stap, voor --houd-aan en --later")] = False,
    json: Json = False,
) -> None:
    """Wanneer de volgende stappen komen: op zijn vroegst en waarschijnlijk, en wat er schuift als iets later wordt."""
    from starter.cli import verwachting as verwachting_

    verwachting_.toon(
        id, uit, verwachting_.Watalsvraag(houd_aan, tot, keer, later), vorm, verwachting_.Kolommen(haltes, codes), json
    )
