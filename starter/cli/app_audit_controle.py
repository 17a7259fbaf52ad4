"""The commands for auditors (controle): their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.controleopties import Ankers
from starter.cli.nederlands import Opdrachtregel
from starter.cli.optiegroep import met_opties
from starter.cli.opties import Json


def meld_aan(audit: Typer) -> None:
    """Add these commands to the group."""
    audit.command("controleer", cls=Opdrachtregel)(controleer)


@met_opties
def controleer(
    pakken: Annotated[
        list[Path], Argument(metavar="PAK...", help="map of zip; ook een dossier met een pak erin", show_default=False)
    ],
    sleutel: Annotated[
        list[str] | None,
        Option(
            metavar="S",
            help="publieke sleutel (bestand) of vingerafdruk (liefst alle 64 tekens), langs een andere weg gekregen",
        ),
    ] = None,
    *,
    ankers: Ankers,
    alle: Annotated[bool, Option("--alle", help="dit zijn alle opgaven: meld ook welke ontbreken")] = False,
    json: Json = False,
) -> int:
    """Controleer of een pak heel is: niets veranderd, weggelaten of toegevoegd. Zonder server."""
    from starter.cli import audit_controle

    return audit_controle.controleer(pakken, sleutel or (), ankers, json, alle=alle)
