"""`opgave persoon`: personal keys for people who share a computer."""

from starter import personen
from starter.cli import scherm
from starter.cli.omgeving import omgeving
from starter.cli.wie import eigen_namen
from starter.invoer import Invoerfout


def maak(kenmerk: str, json: bool) -> None:
    """Make a key and say what to do with it."""
    doos = omgeving()
    if kenmerk in eigen_namen(doos.uid()):
        raise Invoerfout("KENMERK: dit is de naam van uw account; kies een ander kenmerk.")
    nieuw = personen.maak(doos.instellingen.gegevensmap, kenmerk)
    if json:
        return scherm.json_uit(nieuw)
    scherm.zeg(f"De sleutel {nieuw.kenmerk} is gemaakt. In de geschiedenis heet deze persoon {nieuw.subject}.", "bold")
    scherm.zeg_onder(f"Zo gebruikt u hem: --als griffier:{nieuw.kenmerk}")
    return scherm.zeg_onder("Wie dit account gebruikt, kan ook deze sleutel gebruiken.")


def lijst(json: bool) -> None:
    """All keys."""
    alle = personen.lijst(omgeving().instellingen.gegevensmap)
    if json:
        return scherm.json_uit(alle)
    return scherm.tabel(
        ("Kenmerk", "In de geschiedenis"),
        [(p.kenmerk, p.subject) for p in alle],
        "Er zijn nog geen sleutels. Maak er een met: opgave persoon maak KENMERK",
    )
