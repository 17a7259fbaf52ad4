"""The commands for auditors (lezen): their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.controleopties import Controle
from starter.cli.nederlands import Opdrachtregel
from starter.cli.optiegroep import met_opties
from starter.cli.opties import Json

Pakmap = Annotated[Path, Argument(metavar="PAK", help="de map of de zip van het pak", show_default=False)]
Van = Annotated[str | None, Option("--van", metavar="DATUM", help="vanaf deze dag")]
Tot = Annotated[str | None, Option("--tot", metavar="DATUM", help="tot en met deze dag")]


def meld_aan(audit: Typer) -> None:
    """Add these commands to the group."""
    for naam, functie in (("speel", speel), ("stand", stand), ("verschil", verschil), ("tijdlijn", tijdlijn)):
        audit.command(naam, cls=Opdrachtregel)(functie)


def speel(pak: Pakmap, json: Json = False) -> None:
    """Lees het pak twee keer, met en zonder Temporal, en kijk of beide hetzelfde zeggen."""
    from starter.cli import audit_speel

    audit_speel.speel(pak, json)


@met_opties
def stand(
    pak: Pakmap,
    op: Annotated[str | None, Option("--op", metavar="DATUM", help="zoals bekend aan het eind van die dag")] = None,
    bij: Annotated[int | None, Option("--bij", metavar="NR", help="zoals bekend na dit feit")] = None,
    geldig_op: Annotated[
        str | None, Option("--geldig-op", metavar="DATUM", help="zoals het die dag was, met wat nu bekend is")
    ] = None,
    *,
    controle: Controle,
    json: Json = False,
) -> None:
    """Hoe de opgave er op een moment voor stond; zonder moment: aan het eind van het pak."""
    from starter.cli import audit_stand

    audit_stand.stand(pak, op, bij, geldig_op, controle, json)


@met_opties
def verschil(
    pak: Pakmap,
    van: Annotated[str | None, Option("--van", metavar="MOMENT", help="een datum, of het nummer van een feit")] = None,
    tot: Annotated[str | None, Option("--tot", metavar="MOMENT", help="een datum, of het nummer van een feit")] = None,
    geldig: Annotated[bool, Option("--geldig", help="vergelijk wat er werkelijk was, met wat nu bekend is")] = False,
    kennis: Annotated[
        str | None, Option("--kennis", metavar="DATUM", help="wat was op die dag al zo, maar nog niet bekend")
    ] = None,
    *,
    controle: Controle,
    json: Json = False,
) -> None:
    """Wat er anders is tussen twee momenten, of tussen wat bekend was en wat waar was."""
    from starter.cli import audit_verschil

    audit_verschil.toon_verschil(pak, van, tot, kennis, geldig, controle, json)


@met_opties
def tijdlijn(
    pak: Pakmap,
    van: Van = None,
    tot: Tot = None,
    wie: Annotated[
        str | None,
        Option("--wie", metavar="FUNCTIE", help="alleen van deze functie, partner of persoon-id; of systeem"),
    ] = None,
    soort: Annotated[
        str,
        Option("--soort", metavar="A,B", help="bijvoorbeeld besluiten, verzoeken of weigeringen", show_default=False),
    ] = "",
    *,
    controle: Controle,
    json: Json = False,
) -> None:
    """Wie wanneer wat deed en waarom, en op wie er is gewacht."""
    from starter.cli import audit_tijdlijn

    audit_tijdlijn.toon_tijdlijn(pak, van, tot, wie, soort, controle, json)
