"""The commands of the regionale agenda: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli import app_agenda_doen
from starter.cli.hoe import Hoe
from starter.cli.nederlands import Opdrachtregel
from starter.cli.optiegroep import met_opties
from starter.cli.opties import Json

Agenda = Annotated[str, Argument(metavar="ID", help="de agenda, bijvoorbeeld AGENDA-FLEVOLAND", show_default=False)]
MogelijkeAgenda = Annotated[str | None, Argument(metavar="[ID]", help="alleen deze agenda", show_default=False)]
Pagina = Annotated[
    Path | None,
    Option("--uit", metavar="BESTAND", help="schrijf het als pagina (.html) of als PDF (.pdf) in dit bestand"),
]


def meld_aan(groep: Typer) -> None:
    """Add these commands to the group: first looking, then changing."""
    for functie in (lijst, toon, bord, vaststelling, capaciteit, kalender, verwachting, rapport, nieuw):
        groep.command(functie.__name__, cls=Opdrachtregel)(functie)
    app_agenda_doen.meld_aan(groep)


def lijst(id: MogelijkeAgenda = None, json: Json = False) -> None:
    """Alle agenda's; met een id: wat erop staat, hoe ver elke opgave is en wie aan zet is."""
    from starter.cli import agenda_lijst

    agenda_lijst.lijst(id, json)


def toon(
    id: Agenda,
    tijdlijn: Annotated[bool, Option("--tijdlijn", help="alle feiten in gewone taal")] = False,
    json: Json = False,
) -> None:
    """Een agenda op een scherm: periode, versie, documenten, herijking, afspraken en opgaven."""
    from starter.cli import agenda_toon

    agenda_toon.toon(id, tijdlijn, json)


def bord(id: Agenda, uit: Pagina = None, json: Json = False) -> None:
    """Het bord: de opgaven per fase; wat geparkeerd is staat apart."""
    from starter.cli import agenda_bord

    agenda_bord.bord(id, uit, json)


def vaststelling(id: Agenda, json: Json = False) -> None:
    """Welke overheid welke versie vaststelde, en aan wie het is gevraagd."""
    from starter.cli import agenda_toon

    agenda_toon.vaststelling(id, json)


def capaciteit(
    id: Annotated[str, Argument(metavar="ID|alle", help="een agenda, of alle", show_default=False)],
    vooruit: Annotated[
        bool, Option("--vooruit", help="ook wat later wordt verwacht; dit duurt enkele seconden per tien opgaven")
    ] = False,
    json: Json = False,
) -> None:
    """Hoeveel voorstellen er per vergadering van GS en PS komen, en hoeveel er passen."""
    from starter.cli import agenda_capaciteit

    agenda_capaciteit.capaciteit(id, vooruit, json)


def kalender(
    id: Agenda,
    uit: Annotated[Path | None, Option("--uit", metavar="BESTAND.ics", help="schrijf een kalenderbestand")] = None,
    verwacht: Annotated[
        bool, Option("--verwacht", help="ook de fasen die de verwachting noemt; in het bestand als voorlopig")
    ] = False,
    json: Json = False,
) -> None:
    """Vergaderingen, termijnen en mijlpalen op datum; met --uit voor uw eigen kalender."""
    from starter.cli import agenda_kalender

    agenda_kalender.kalender(id, uit, json, verwacht)


def verwachting(
    id: Agenda,
    uit: Annotated[Path | None, Option("--uit", metavar="MAP", help="schrijf de bestanden in deze map")] = None,
    json: Json = False,
) -> None:
    """Wanneer de opgaven op de agenda naar verwachting hun volgende stappen zetten."""
    from starter.cli import verwachting_agenda
    from starter.cli.agenda_geven import geldige_agenda

    verwachting_agenda.toon(geldige_agenda(id), uit, json)


def rapport(
    id: Agenda,
    halfjaar: Annotated[
        str | None, Option(metavar="HALFJAAR", help="bijvoorbeeld 2027-1; anders dit half jaar")
    ] = None,
    uit: Annotated[Path, Option("--uit", metavar="MAP", help="waar het rapport komt")] = Path("uit"),
    json: Json = False,
) -> None:
    """Het rapport over een half jaar, als pagina en als PDF. Dit maakt alleen bestanden; het legt niets vast."""
    from starter.cli import rapport as rapport_
    from starter.cli.agenda_geven import geldige_agenda

    rapport_.agenda(geldige_agenda(id), halfjaar, uit, json)


@met_opties
def nieuw(
    titel: Annotated[str | None, Option(metavar="TEKST", help="korte naam van de agenda")] = None,
    gebied: Annotated[str | None, Option(metavar="TEKST", help="het gebied waar de agenda over gaat")] = None,
    periode: Annotated[
        str | None, Option(metavar="JAREN", help="2027-2030, of 2027-01-01..2030-06-30", show_default=False)
    ] = None,
    ambitie: Annotated[str, Option(metavar="TEKST", help="wat de regio wil bereiken")] = "",
    id: Annotated[str | None, Option("--id", metavar="ID", help="eigen id; begint met AGENDA-")] = None,
    *,
    hoe: Hoe,
) -> None:
    """Begin een regionale agenda: drie vragen, en zij loopt."""
    from starter.cli import agenda_geven

    antwoorden = {"titel": titel, "gebied": gebied, "periode": periode}
    agenda_geven.nieuw(antwoorden, ambitie, id, hoe)
