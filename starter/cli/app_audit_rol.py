"""The commands around the record: what is confidential, holds, destruction, who held a function. Only their options."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Als, Droog, Id, Json

Pak = Annotated[Path, Argument(metavar="PAK", help="de map of het zipbestand van het pak", show_default=False)]
Kenmerk = Annotated[str, Option("--kenmerk", metavar="KENMERK", help="het nummer van de zaak", show_default=False)]
Documenten = Annotated[str, Option("--documenten", metavar="SHA,...", help="welke documenten", show_default=False)]
_NAMEN = {"bewaarplicht_op": "bewaarplicht-op"}


def meld_aan(audit: Typer) -> None:
    """Add these commands to the group."""
    for functie in (spoor, ontvangersleutel, verstrek, ontsluit, bekleding, bewaarplicht, bewaarplicht_op, vernietig):
        audit.command(_NAMEN.get(functie.__name__, functie.__name__), cls=Opdrachtregel)(functie)


def spoor(id: Id, json: Json = False) -> None:
    """Wat er rond het dossier van een opgave gebeurde: verstrekt, bewaard, vernietigd, geweigerd."""
    from starter.cli import audit_rol

    audit_rol.spoor(id, json)


def ontvangersleutel(
    uit: Annotated[Path, Option("--uit", metavar="BESTAND", help="waar de geheime sleutel komt", show_default=False)],
    json: Json = False,
) -> None:
    """Maak een sleutel waarmee u kunt openen wat u vertrouwelijk krijgt."""
    from starter.cli import audit_inzage

    audit_inzage.ontvangersleutel(uit, json)


def verstrek(
    id: Id,
    aan: Annotated[
        str, Option("--aan", metavar="AGE1...", help="de publieke sleutel, of het bestand ermee", show_default=False)
    ],
    reden: Annotated[str, Option("--reden", metavar="TEKST", help="waarom; zonder namen", show_default=False)],
    uit: Annotated[Path, Option("--uit", metavar="BESTAND", help="waar de container komt", show_default=False)],
    als: Als = None,
    json: Json = False,
) -> None:
    """Geef wat vertrouwelijk is versleuteld aan een auditor; dit komt in het auditspoor.

    Naast de container komt het open pak waar hij bij hoort, met .pak.zip achter de naam.
    """
    from starter.cli import audit_rol

    audit_rol.verstrek(id, aan, reden, uit, als, json)


def ontsluit(
    pak: Pak,
    container: Annotated[Path, Argument(metavar="CONTAINER", help="wat u kreeg", show_default=False)],
    sleutel: Annotated[Path, Option("--sleutel", metavar="BESTAND", help="uw geheime sleutel", show_default=False)],
    uit: Annotated[Path | None, Option("--uit", metavar="MAP", help="bij een zip: waar het pak komt")] = None,
    json: Json = False,
) -> None:
    """Open een container in het pak waar hij bij hoort."""
    from starter.cli import audit_inzage

    audit_inzage.ontsluit(pak, container, sleutel, uit, json)


def bekleding(
    pak: Pak,
    functie: Annotated[str, Option("--functie", metavar="FUNCTIE", help="welke functie", show_default=False)],
    op: Annotated[str, Option("--op", metavar="DATUM", help="op welke dag", show_default=False)],
    organisatie: Annotated[str, Option("--organisatie", metavar="ID", help="provincie, of een partner")] = "provincie",
    briefje: Annotated[Path | None, Option("--briefje", metavar="BESTAND", help="het bewijs dat past")] = None,
    json: Json = False,
) -> int:
    """Wie een functie had op een dag: de zegels, en of een briefje er een opent."""
    from starter.cli import audit_inzage

    return audit_inzage.bekleding(pak, functie, organisatie, op, briefje, json)


def bewaarplicht(
    id: Id,
    grond: Annotated[str, Option("--grond", metavar="WOORD", help="woo, juridisch of onderzoek", show_default=False)],
    kenmerk: Kenmerk,
    tot: Annotated[
        str | None, Option("--tot", metavar="DATUM", help="tot en met deze dag; anders tot opheffing")
    ] = None,
    als: Als = None,
    json: Json = False,
) -> None:
    """Verbied dat er iets van deze opgave wordt vernietigd."""
    from starter.cli import audit_rol

    audit_rol.bewaarplicht(id, grond, kenmerk, tot, als, json)


def bewaarplicht_op(id: Id, kenmerk: Kenmerk, als: Als = None, json: Json = False) -> None:
    """Hef een bewaarplicht op."""
    from starter.cli import audit_rol

    audit_rol.bewaarplicht_op(id, kenmerk, als, json)


def vernietig(
    id: Id,
    besluit: Annotated[str, Option("--besluit", metavar="REF", help="het besluit hierover", show_default=False)],
    categorie: Annotated[
        str, Option("--categorie", metavar="CODE", help="het nummer in de selectielijst", show_default=False)
    ],
    datum: Annotated[str, Option("--datum", metavar="DATUM", help="de dag van dat besluit", show_default=False)],
    akkoord: Annotated[
        str, Option("--akkoord", metavar="FUNCTIE:ID", help="wie ermee instemt, niet uzelf", show_default=False)
    ],
    documenten: Annotated[
        str, Option("--documenten", metavar="SHA,...", help="welke documenten", show_default=False)
    ] = "",
    alles: Annotated[bool, Option("--alles", help="alle documenten van de opgave")] = False,
    als: Als = None,
    droog: Droog = False,
    json: Json = False,
) -> None:
    """Vernietig documenten, ook in het archief; een getekende verklaring blijft over.

    Alleen de provinciesecretaris, en niet zolang er een bewaarplicht rust. Wat een besluit draagt blijft bewaard.
    """
    from starter.cli import audit_rol

    audit_rol.vernietig(id, documenten, alles, (besluit, categorie, datum, akkoord), als, droog, json)
