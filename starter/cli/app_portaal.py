"""The command that runs the portal alone. What it does is loaded when it runs."""

from typer import Exit, Typer

from starter.cli.nederlands import Opdrachtregel

PANEEL = "Systeem"


def meld_aan(app: Typer) -> None:
    """Add this command to the app."""
    app.command("portaal", cls=Opdrachtregel, rich_help_panel=PANEEL)(portaal)


def portaal() -> None:
    """Draai alleen het portaal, waar partners antwoorden. Stoppen met Ctrl-C."""
    from starter.cli.omgeving import omgeving
    from starter.cli.portaal import draai

    raise Exit(omgeving().wacht_op(draai(omgeving().instellingen)))
