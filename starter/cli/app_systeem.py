"""The commands for contacts and for the system itself: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Exit, Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Droog, Json

PANEEL = "Systeem"
Functie = Annotated[str, Argument(metavar="FUNCTIE", help="bijvoorbeeld griffier of partner", show_default=False)]
Organisatie = Annotated[str, Option(metavar="ID", help="provincie, of de id van een partner")]
AlleenEmail = Annotated[str | None, Option("--email", metavar="EMAIL", help="alleen dit adres; anders allemaal")]
Van = Annotated[str | None, Option("--van", metavar="DATUM", help="geldt vanaf deze dag")]
Tot = Annotated[str | None, Option("--tot", metavar="DATUM", help="geldt tot en met deze dag")]


def meld_aan(app: Typer, contact: Typer, persoon: Typer) -> None:
    """Add these commands to the app, and those about contacts and personal keys to their own groups."""
    for functie in (serve, worker, simuleer, demo):
        app.command(functie.__name__, cls=Opdrachtregel, rich_help_panel=PANEEL)(functie)
    contact.command("zet", cls=Opdrachtregel)(contact_zet)
    contact.command("wis", cls=Opdrachtregel)(contact_wis)
    contact.command("briefje", cls=Opdrachtregel)(contact_briefje)
    contact.command("lijst", cls=Opdrachtregel)(contact_lijst)
    contact.command("importeer", cls=Opdrachtregel)(contact_importeer)
    app.add_typer(contact, name="contact", rich_help_panel=PANEEL, help="Waar een functie post ontvangt.")
    persoon.command("maak", cls=Opdrachtregel)(persoon_maak)
    persoon.command("lijst", cls=Opdrachtregel)(persoon_lijst)
    app.add_typer(persoon, name="persoon", rich_help_panel=PANEEL, help="Sleutels voor wie een account delen.")


def contact_zet(
    functie: Functie,
    email: Annotated[str, Argument(metavar="EMAIL", help="het adres", show_default=False)],
    organisatie: Organisatie = "provincie",
    naam: Annotated[str | None, Option(metavar="NAAM", help="alleen hier bewaard, en te wissen")] = None,
    van: Van = None,
    tot: Tot = None,
    json: Json = False,
) -> None:
    """Zet een adres van een functie; hetzelfde adres nog eens verbetert het, een ander komt erbij.

    Bij een partner: partner, coordinator, ambtelijk_opdrachtgever, bestuurder of griffier.
    """
    from starter.cli import contact

    contact.zet(functie, email, organisatie, naam, van, tot, json)


def contact_wis(
    functie: Functie,
    organisatie: Organisatie = "provincie",
    email: AlleenEmail = None,
    briefje: Annotated[
        Path | None, Option("--briefje", metavar="BESTAND", help="bewaar eerst het bewijs, voor het personeelsdossier")
    ] = None,
    json: Json = False,
) -> None:
    """Vergeet de personen achter een functie: adres, naam, links en opgevangen berichten."""
    from starter.cli import contact

    contact.wis(functie, organisatie, email, briefje, json)


def contact_briefje(
    functie: Functie,
    uit: Annotated[Path, Option("--uit", metavar="BESTAND", help="waar het briefje komt", show_default=False)],
    organisatie: Organisatie = "provincie",
    email: AlleenEmail = None,
    json: Json = False,
) -> None:
    """Schrijf het briefje waarmee later te bewijzen is wie deze functie had."""
    from starter.cli import contact

    contact.briefje(functie, organisatie, email, uit, json)


def contact_lijst(json: Json = False) -> None:
    """Alle contacten."""
    from starter.cli import contact

    contact.lijst(json)


def contact_importeer(
    bestand: Annotated[Path, Argument(metavar="BESTAND", help="een CSV-bestand", show_default=False)],
    droog: Droog = False,
    json: Json = False,
) -> None:
    """Zet alle contacten uit een CSV-bestand.

    De eerste regel noemt de kolommen: functie en email, en als u wilt organisatie, naam, van en tot.
    Een komma of een puntkomma ertussen mag allebei. Goede regels gaan door; van elke foute ziet u waarom.
    Hetzelfde bestand nog eens verandert niets.
    """
    from starter.cli import contact

    raise Exit(contact.importeer(bestand, droog, json))


def persoon_maak(
    kenmerk: Annotated[str, Argument(metavar="KENMERK", help="kort, bijvoorbeeld g1; geen naam", show_default=False)],
    json: Json = False,
) -> None:
    """Maak een eigen sleutel; daarmee bent u een ander dan wie hetzelfde account gebruikt."""
    from starter.cli import persoon

    persoon.maak(kenmerk, json)


def persoon_lijst(json: Json = False) -> None:
    """Alle sleutels op deze computer."""
    from starter.cli import persoon

    persoon.lijst(json)


def serve() -> None:
    """Draai alles op deze computer: server, worker, portaal en postvanger. Stoppen met Ctrl-C."""
    from starter.bedrijf import serve as draai
    from starter.cli.omgeving import omgeving

    raise Exit(omgeving().wacht_op(draai(omgeving().instellingen)))


def worker() -> None:
    """Draai een worker bij een bestaande server."""
    from starter.bedrijf import start_worker
    from starter.cli.omgeving import omgeving

    raise Exit(omgeving().wacht_op(start_worker(omgeving().instellingen)))


def simuleer(
    bestand: Annotated[Path, Argument(metavar="BESTAND", help="een leven in YAML", show_default=False)],
    uit: Annotated[Path, Option("--uit", metavar="MAP", help="waar de dossiers komen")] = Path("simulatie"),
    json: Json = False,
) -> None:
    """Speel een leven uit een bestand, met herinneringen en al."""
    from starter.cli import spelen

    spelen.simuleer(bestand, uit, json)


def demo(
    uit: Annotated[Path, Option("--uit", metavar="MAP", help="waar de dossiers komen")] = Path("demo"),
) -> None:
    """Speel de twee voorbeelden en controleer ze."""
    from starter.cli.omgeving import omgeving
    from starter.demo import demo as speel

    raise Exit(omgeving().wacht_op(speel(uit)))
