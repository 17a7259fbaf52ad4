"""The commands about keys, checkpoints and receipts: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Groep, Opdrachtregel
from starter.cli.opties import Als, Json


def meld_aan(audit: Typer) -> None:
    """Add these commands to the group."""
    controlepunt = Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False)
    controlepunt.command("maak", cls=Opdrachtregel)(punt_maak)
    controlepunt.command("lijst", cls=Opdrachtregel)(punt_lijst)
    audit.add_typer(controlepunt, name="controlepunt", help="Het controlepunt over alle opgaven.")
    sleutel = Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False)
    sleutel.command("lijst", cls=Opdrachtregel)(sleutel_lijst)
    sleutel.command("publiek", cls=Opdrachtregel)(sleutel_publiek)
    sleutel.command("wissel", cls=Opdrachtregel)(sleutel_wissel)
    audit.add_typer(sleutel, name="sleutel", help="De sleutel waarmee alles wordt getekend.")
    audit.command("bewijs", cls=Opdrachtregel)(bewijs)


def punt_maak(json: Json = False) -> None:
    """Maak nu een controlepunt, naast dat van vannacht."""
    from starter.cli import audit_anker

    audit_anker.maak(json)


def punt_lijst(
    aantal: Annotated[int, Option("--aantal", metavar="N", min=1, max=10000, help="hoeveel, de nieuwste eerst")] = 20,
    json: Json = False,
) -> None:
    """De controlepunten, en wie ze in een mail kreeg."""
    from starter.cli import audit_anker

    audit_anker.lijst(aantal, json)


def sleutel_lijst(json: Json = False) -> None:
    """Alle sleutels waarmee werd getekend, en van wanneer tot wanneer."""
    from starter.cli import audit_sleutel

    audit_sleutel.lijst(json)


def sleutel_publiek(json: Json = False) -> None:
    """De publieke sleutel en zijn vingerafdruk, om los van het pak aan een auditor te geven."""
    from starter.cli import audit_sleutel

    audit_sleutel.publiek(json)


def sleutel_wissel(
    reden: Annotated[str, Option("--reden", metavar="TEKST", help="waarom; zonder namen", show_default=False)],
    bewaar_oud: Annotated[
        bool, Option("--bewaar-oud", help="zet de oude geheime sleutel opzij in plaats van hem te vernietigen")
    ] = False,
    als: Als = None,
    json: Json = False,
) -> None:
    """Laat een nieuwe sleutel de oude aflossen; daarna starten de workers opnieuw."""
    from starter.cli import audit_sleutel

    audit_sleutel.wissel(reden, bewaar_oud, als, json)


def bewijs(
    pak: Annotated[Path, Argument(metavar="PAK", help="de map of het zipbestand van het pak", show_default=False)],
    bewijzen: Annotated[
        list[str] | None,
        Argument(metavar="[BEWIJS]...", help='zoals het in de mail staat: "Bewijs: feit 12, ..."', show_default=False),
    ] = None,
    mail: Annotated[
        list[Path] | None, Option("--mail", metavar="BESTAND.eml", help="een bewaarde e-mail", show_default=False)
    ] = None,
    json: Json = False,
) -> int:
    """Staat wat in een oude e-mail bewezen werd, nog precies zo in het pak? 0 ja, 1 nee, 2 niets gevonden."""
    from starter.cli import audit_anker

    return audit_anker.bewijs(pak, bewijzen or [], mail or [], json)
