"""The commands for auditors (dossier): their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.controleopties import Ankers
from starter.cli.nederlands import Opdrachtregel
from starter.cli.optiegroep import met_opties
from starter.cli.opties import Json


def meld_aan(audit: Typer) -> None:
    """Add these commands to the group."""
    audit.command("dossier", cls=Opdrachtregel)(dossier)


@met_opties
def dossier(
    pak: Annotated[Path, Argument(metavar="PAK", help="het pak: een map of een zip", show_default=False)],
    uit: Annotated[
        Path | None, Option("--uit", metavar="MAP", help="waar het dossier komt; anders dossier-ID", show_default=False)
    ] = None,
    sleutel: Annotated[
        list[str] | None,
        Option(metavar="S", help="publieke sleutel (bestand) of vingerafdruk, langs een andere weg gekregen"),
    ] = None,
    *,
    ankers: Ankers,
    categorie: Annotated[
        str, Option(metavar="NR", help="categorie in de selectielijst (Provisa), voor de MDTO", show_default=False)
    ] = "",
    xsd: Annotated[Path | None, Option("--xsd", metavar="PAD", help="keur de MDTO ook tegen dit schema")] = None,
    json: Json = False,
) -> int:
    """Maak van een pak een leesbaar dossier (HTML en PDF) en de vorm voor het archief (MDTO)."""
    from starter.cli import audit_dossier

    return audit_dossier.dossier(pak, uit, sleutel or (), ankers, categorie=categorie, xsd=xsd, json=json)
