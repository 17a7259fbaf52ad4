"""The commands for events, their subscribers and the weekly letter: their options. What they do is loaded later."""

from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Groep, Opdrachtregel
from starter.cli.opties import Droog, Json

PANEEL = "Systeem"
Naam = Annotated[str, Argument(metavar="NAAM", help="de abonnee, bijvoorbeeld zaaksysteem", show_default=False)]


def meld_aan(app: Typer) -> None:
    """Add these commands to the app, and those about subscribers in a group of their own."""
    webhook = Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False)
    app.command("gebeurtenissen", cls=Opdrachtregel, rich_help_panel="Kijken")(gebeurtenissen)
    app.command("weekoverzicht", cls=Opdrachtregel, rich_help_panel=PANEEL)(weekoverzicht)
    for naam, functie in (("maak", maak), ("lijst", lijst), ("log", log), ("opnieuw", opnieuw)):
        webhook.command(naam, cls=Opdrachtregel)(functie)
    webhook.command("stop", cls=Opdrachtregel)(stop)
    webhook.command("proef", cls=Opdrachtregel)(proef)
    app.add_typer(webhook, name="webhook", rich_help_panel=PANEEL, help="Gebeurtenissen naar andere systemen.")


def gebeurtenissen(
    na: Annotated[int, Option("--na", metavar="N", min=0, help="alleen wat na dit volgnummer kwam")] = 0,
    json: Json = False,
) -> None:
    """Wat andere systemen te horen krijgen, op volgorde."""
    from starter.cli import gebeurtenissen as gebeurtenissen_

    gebeurtenissen_.gebeurtenissen(na, json)


def weekoverzicht(droog: Droog = False, json: Json = False) -> None:
    """Zet het weekoverzicht van deze week klaar voor wie het nog niet kreeg."""
    from starter.cli import weekoverzicht as weekoverzicht_

    weekoverzicht_.weekoverzicht(droog, json)


def maak(
    naam: Naam,
    url: Annotated[str, Argument(metavar="URL", help="waar de gebeurtenissen heen gaan", show_default=False)],
    soorten: Annotated[str, Option(metavar="A,B", help="alleen deze soorten; anders alle", show_default=False)] = "",
    vanaf: Annotated[str, Option(metavar="WOORD", help="nu, of begin: ook wat al gebeurd is")] = "nu",
    json: Json = False,
) -> None:
    """Geef een systeem een abonnement; het geheim ziet u hier een keer."""
    from starter.cli import webhook

    webhook.maak(naam, url, soorten, vanaf, json)


def lijst(json: Json = False) -> None:
    """Alle abonnees, en hoe het met hen gaat."""
    from starter.cli import webhook

    webhook.lijst(json)


def log(
    naam: Naam,
    aantal: Annotated[int, Option("--aantal", metavar="N", min=1, max=1000, help="hoeveel regels")] = 50,
    json: Json = False,
) -> None:
    """Wat er is afgeleverd, wat wacht en wat is opgegeven."""
    from starter.cli import webhook

    webhook.log(naam, aantal, json)


def opnieuw(
    naam: Naam,
    vanaf: Annotated[int | None, Option("--vanaf", metavar="N", min=1, help="alles vanaf dit volgnummer")] = None,
    json: Json = False,
) -> None:
    """Bied opnieuw aan wat is opgegeven of wacht, of alles vanaf een nummer."""
    from starter.cli import webhook

    webhook.opnieuw(naam, vanaf, json)


def stop(naam: Naam, json: Json = False) -> None:
    """Stop een abonnement."""
    from starter.cli import webhook

    webhook.stop(naam, json)


def proef(naam: Naam, json: Json = False) -> int:
    """Stuur een proefgebeurtenis, nu meteen, en laat het antwoord zien."""
    from starter.cli import webhook

    return webhook.proef(naam, json)
