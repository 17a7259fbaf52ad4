"""The commands for reports: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Id, Json

Agenda = Annotated[str, Argument(metavar="AGENDA", help="de agenda, bijvoorbeeld AGENDA-FLEVOLAND", show_default=False)]
Jaar = Annotated[int, Argument(metavar="JAAR", min=2000, max=2999, help="bijvoorbeeld 2027", show_default=False)]
Uit = Annotated[Path, Option("--uit", metavar="MAP", help="in welke map de bestanden komen")]
UIT = Path("uit")


def meld_aan(rapport: Typer) -> None:
    """Add these commands to the group."""
    for naam, functie in (
        ("agenda", agenda),
        ("leerverslag", leerverslag),
        ("verantwoording", verantwoording),
        ("verbonden-partijen", verbonden_partijen),
        ("statuspagina", statuspagina),
    ):
        rapport.command(naam, cls=Opdrachtregel)(functie)


def agenda(
    id_: Agenda,
    halfjaar: Annotated[
        str | None, Option(metavar="HALFJAAR", help="bijvoorbeeld 2027-1; anders dit half jaar", show_default=False)
    ] = None,
    uit: Uit = UIT,
    json: Json = False,
) -> None:
    """Het rapport over een agenda in een half jaar, als HTML en PDF."""
    from starter.cli import rapport

    rapport.agenda(id_, halfjaar, uit, json)


def leerverslag(jaar: Jaar, uit: Uit = UIT, json: Json = False) -> None:
    """Wat er in een jaar is geleerd: lessen, bronverhalen, reflecties en leeracties."""
    from starter.cli import rapport

    rapport.leerverslag(jaar, uit, json)


def verantwoording(id_: Id, uit: Uit = UIT, json: Json = False) -> None:
    """Wat er in een opgave is gedaan, geleerd en besloten, voor de partners."""
    from starter.cli import rapport

    rapport.verantwoording(id_, uit, json)


def verbonden_partijen(jaar: Jaar, uit: Uit = UIT, json: Json = False) -> None:
    """De paragraaf verbonden partijen voor begroting en jaarstukken, ook als CSV."""
    from starter.cli import rapport

    rapport.verbonden_partijen(jaar, uit, json)


def statuspagina(
    id_: Annotated[
        str | None, Argument(metavar="[ID]", help="de opgave, bijvoorbeeld FL-2026-01", show_default=False)
    ] = None,
    agenda: Annotated[
        str | None, Option(metavar="AGENDA", help="alle opgaven op deze agenda", show_default=False)
    ] = None,
    uit: Uit = UIT,
    json: Json = False,
) -> None:
    """Een openbare pagina per opgave, of van een hele agenda, om op een website te zetten."""
    from starter.cli import rapport

    rapport.statuspagina(id_, agenda, uit, json)
