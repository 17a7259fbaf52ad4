"""The commands for the portal and the links that lead to it. What they do is loaded when they run."""

from typing import Annotated

from typer import Argument, Exit, Option, Typer

from starter.cli.nederlands import Groep, Opdrachtregel
from starter.cli.opties import Als, Json, MogelijkId

PANEEL = "Systeem"


def meld_aan(app: Typer) -> None:
    """Add these commands to the app, and those about links to a group of their own."""
    link = Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False)
    link.command("lijst", cls=Opdrachtregel)(link_lijst)
    link.command("trek-in", cls=Opdrachtregel)(link_trek_in)
    app.add_typer(link, name="link", rich_help_panel=PANEEL, help="De links waarmee partners antwoorden.")
    app.command("portaal", cls=Opdrachtregel, rich_help_panel=PANEEL)(portaal)


def portaal() -> None:
    """Draai alleen het portaal, waar partners antwoorden. Stoppen met Ctrl-C."""
    from starter.cli.omgeving import omgeving
    from starter.cli.portaal import draai

    raise Exit(omgeving().wacht_op(draai(omgeving().instellingen)))


def link_lijst(
    id: MogelijkId = None,
    alle: Annotated[bool, Option("--alle", help="ook wat niet meer werkt")] = False,
    json: Json = False,
) -> None:
    """Welke links partners hebben, tot wanneer ze werken, en of ze zijn gebruikt."""
    from starter.cli import links

    links.lijst(id, alle, json)


def link_trek_in(
    link: Annotated[str, Argument(metavar="LINK", help="zoals in de lijst", show_default=False)],
    als: Als = None,
    json: Json = False,
) -> None:
    """Laat een link niet meer werken, bijvoorbeeld als hij in verkeerde handen is."""
    from starter.cli import links

    raise Exit(links.trek_in(link, als, json))
