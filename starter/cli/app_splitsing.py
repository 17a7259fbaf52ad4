"""The commands about splitting and merging: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Option, Typer

from starter.cli.hoe import Hoe
from starter.cli.nederlands import Opdrachtregel
from starter.cli.optiegroep import met_opties
from starter.cli.opties import Id

PANEEL = "Doen"
Verdeling = Annotated[
    Path | None, Option("--verdeling", metavar="BESTAND", help="het ingevulde formulier: waar elk onderdeel heen gaat")
]
Formulier = Annotated[bool, Option("--formulier", help="druk het formulier af, met alles wat u moet zeggen")]
Reden = Annotated[str | None, Option("--reden", metavar="TEKST", help="waarom; gaat voor die in het bestand")]


def meld_aan(app: Typer) -> None:
    """Add these commands to the app."""
    app.command("splits", cls=Opdrachtregel, rich_help_panel=PANEEL)(splits)
    app.command("voeg-samen", cls=Opdrachtregel, rich_help_panel=PANEEL)(voeg_samen)


@met_opties
def splits(
    id: Id,
    nieuw: Annotated[str | None, Option("--nieuw", metavar="ID", help="de id van de nieuwe opgave")] = None,
    titel: Annotated[str | None, Option("--titel", metavar="TEKST", help="hoe de nieuwe opgave heet")] = None,
    thema: Annotated[str | None, Option("--thema", metavar="TEKST", help="anders hetzelfde thema")] = None,
    betekenis: Annotated[str | None, Option("--betekenis", metavar="TEKST", help="wat inwoners eraan hebben")] = None,
    verdeling: Verdeling = None,
    reden: Reden = None,
    formulier: Formulier = False,
    *,
    hoe: Hoe,
) -> None:
    """Splits een nieuwe opgave af; van elk onderdeel zegt u waar het heen gaat."""
    from starter.cli import splitsing

    if formulier:
        return splitsing.formulier(id, "splitsing", nieuw, hoe.json)
    velden = {"nieuw": nieuw, "titel": titel, "thema": thema, "betekenis_voor_flevolander": betekenis, "reden": reden}
    return splitsing.splits(id, velden, verdeling, hoe)


@met_opties
def voeg_samen(
    id: Id,
    in_: Annotated[str | None, Option("--in", metavar="ID", help="de opgave waar deze in opgaat")] = None,
    verdeling: Verdeling = None,
    reden: Reden = None,
    formulier: Formulier = False,
    *,
    hoe: Hoe,
) -> None:
    """Laat een opgave opgaan in een andere; van elk onderdeel zegt u waar het heen gaat."""
    from starter.cli import splitsing

    if formulier:
        return splitsing.formulier(id, "samenvoeging", in_, hoe.json)
    velden = {"gaat_op_in": in_, "reden": reden}
    return splitsing.voeg_samen(id, velden, verdeling, hoe)
