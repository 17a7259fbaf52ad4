"""The commands about bodies: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Als, Droog, Json, Orgaan

PANEEL = "Systeem"


def meld_aan(app: Typer, orgaan: Typer) -> None:
    """Add these commands to their group, and the group to the app."""
    orgaan.command("lees", cls=Opdrachtregel)(lees)
    orgaan.command("toon", cls=Opdrachtregel)(toon)
    orgaan.command("vergaderingen", cls=Opdrachtregel)(vergaderingen)
    app.add_typer(orgaan, name="orgaan", rich_help_panel=PANEEL, help="Zetels, vergaderingen en reces van een orgaan.")


def lees(
    bestand: Annotated[Path, Argument(metavar="BESTAND", help="een YAML-bestand", show_default=False)],
    als: Als = None,
    droog: Droog = False,
    json: Json = False,
) -> None:
    """Voer zetels en vergaderkalenders in uit een bestand: alles, of niets.

    Zo ziet het eruit na een splitsing, een fusie of een verkiezing.
    Schrijf steeds de hele nieuwe verdeling op.

    bezetting:
      - orgaan: PS
        vanaf: 2025-02-01
        leden: 41
        fracties: {BBB: 8, Groep Oost: 2, GL-PvdA: 6, VVD: 4, PVV: 3, CU: 2, D66: 2,
          CDA: 2, JA21: 2, PvdD: 2, FvD: 2, SP: 2, SGP: 2, SLF: 1, 50PLUS: 1}
        bron: brief aan PS van 28 januari 2025
    kalender:
      - orgaan: PS
        bekend_tot: 2026-12-31
        stukken_dagen: 10
        capaciteit: 12
        vergaderingen: [2026-06-24, 2026-09-09]
        elke: {dag: woensdag, van: 2026-10-07, om_de_weken: 2}
        reces: [{naam: zomerreces, van: 2026-07-04, tot: 2026-08-30}]
        bron: vergaderschema 2026

    Een verbetering voert u in met dezelfde datum; de oude regel blijft bewaard.
    Met capaciteit zegt u hoeveel voorstellen er in een vergadering passen; dat mag weg.
    Een nieuwe kalender vervangt de vorige van dat orgaan helemaal.
    """
    from starter.cli import organen

    organen.lees(bestand, als, droog, json)


def toon(
    orgaan: Annotated[str | None, Argument(metavar="[ORGAAN]", help="alleen dit orgaan", show_default=False)] = None,
    op: Annotated[str | None, Option("--op", metavar="DATUM", help="zoals het op die dag was; anders vandaag")] = None,
    json: Json = False,
) -> None:
    """Wie zit erin, hoeveel leden moeten er zijn, en wanneer vergadert het."""
    from starter.cli import organen

    organen.toon(orgaan, op, json)


def vergaderingen(
    orgaan: Orgaan,
    vanaf: Annotated[str | None, Option("--vanaf", metavar="DATUM", help="vanaf deze dag; anders vandaag")] = None,
    json: Json = False,
) -> None:
    """De vergaderingen van een orgaan, met de laatste dag voor de stukken."""
    from starter.cli import organen

    organen.vergaderingen(orgaan, vanaf, json)
