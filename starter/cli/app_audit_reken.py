"""The commands for auditors beyond integrity (reken): their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.controleopties import Controle
from starter.cli.nederlands import Opdrachtregel
from starter.cli.optiegroep import met_opties
from starter.cli.opties import Json

Pak = Annotated[Path, Argument(metavar="PAK", help="de map of de zip van het pak", show_default=False)]
Pakken = Annotated[list[Path], Argument(metavar="PAK...", help="pakken, of mappen met pakken erin", show_default=False)]
Komma = Annotated[
    bool, Option("--komma", help="CSV voor programma's: komma's, decimale punt, geen BOM; anders voor Excel")
]


def meld_aan(audit: Typer) -> None:
    """Add these commands to the group."""
    for functie in (aansluiting, herbereken, overzicht):
        audit.command(functie.__name__, cls=Opdrachtregel)(functie)


@met_opties
def aansluiting(
    lijst: Annotated[
        Path, Argument(metavar="LIJST", help="gepubliceerde besluitenlijst (CSV of JSON)", show_default=False)
    ],
    pakken: Pakken,
    uit: Annotated[str | None, Option("--uit", metavar="BESTAND", help="alle regels als CSV; - is het scherm")] = None,
    komma: Komma = False,
    *,
    controle: Controle,
    json: Json = False,
) -> int:
    """Leg vastgelegde besluiten van GS en PS naast de gepubliceerde besluitenlijst, beide kanten op."""
    from starter.cli import audit_aansluiting
    from starter.cli.audit_reken import Hoe

    return audit_aansluiting.aansluiting(lijst, pakken, Hoe(uit, komma, controle, json))


@met_opties
def herbereken(
    pak: Pak,
    csv: Annotated[str | None, Option("--csv", metavar="BESTAND", help="alle regels als CSV; - is het scherm")] = None,
    komma: Komma = False,
    *,
    controle: Controle,
    json: Json = False,
) -> int:
    """Reken elke stemming en elke termijn na, met de formule in woorden, los van de regels van de motor."""
    from starter.cli import audit_reken

    return audit_reken.herbereken(pak, audit_reken.Hoe(csv, komma, controle, json))


@met_opties
def overzicht(
    pakken: Pakken,
    csv: Annotated[
        str | None, Option("--csv", metavar="BESTAND", help="een regel per opgave als CSV; - is het scherm")
    ] = None,
    details: Annotated[
        str | None, Option("--details", metavar="BESTAND", help="wat er achter de getallen zit, als CSV")
    ] = None,
    komma: Komma = False,
    *,
    controle: Controle,
    json: Json = False,
) -> int:
    """Opgaven naast elkaar in cijfers: termijnen, vier ogen, weigeringen, wachten, geld, besluiten."""
    from starter.cli import audit_reken

    return audit_reken.overzicht(pakken, details, audit_reken.Hoe(csv, komma, controle, json))
