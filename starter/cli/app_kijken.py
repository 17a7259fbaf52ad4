"""The commands that only look: their options. What they do is loaded when they run."""

from typing import Annotated

from typer import Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Als, Id, Json, MogelijkId, Namens, Orgaan

PANEEL = "Kijken"


def meld_aan(app: Typer) -> None:
    """Add these commands to the app."""
    for functie in (mijn, kan, toon, wacht, lijst, voorstellen, besluitenlijst, post, feiten, opdrachten):
        app.command(functie.__name__, cls=Opdrachtregel, rich_help_panel=PANEEL)(functie)


def mijn(als: Als = None, namens: Namens = None, json: Json = False) -> None:
    """Wat op u wacht, over alle opgaven: te laat, vandaag, deze week, later."""
    from starter.cli import lijsten

    lijsten.mijn(als, namens, json)


def kan(id: Id, als: Als = None, namens: Namens = None, json: Json = False) -> None:
    """Wat u nu kunt doen, en wat de volgende poort vraagt; elke regel klaar om te plakken."""
    from starter.cli import kan as kan_

    kan_.kan(id, als, namens, json)


def toon(
    id: Id,
    tijdlijn: Annotated[bool, Option("--tijdlijn", help="alle feiten in gewone taal")] = False,
    json: Json = False,
) -> None:
    """Een opgave op een scherm: waar staat zij, wie is aan zet, wat kwam ervoor."""
    from starter.cli import toon as toon_

    toon_.toon(id, tijdlijn, json)


def wacht(id: MogelijkId = None, json: Json = False) -> None:
    """Wat wacht op wie."""
    from starter.cli import lijsten

    lijsten.wacht(id, json)


def lijst(
    fase: Annotated[str | None, Option(metavar="FASE", help="F1 tot en met F6")] = None,
    thema: Annotated[str | None, Option(metavar="TEKST", help="alleen dit thema")] = None,
    toestand: Annotated[str | None, Option(metavar="WOORD", help="lopend, gepauzeerd, ingetrokken, afgerond")] = None,
    json: Json = False,
) -> None:
    """Alle opgaven."""
    from starter.cli import lijsten

    lijsten.lijst(fase, thema, toestand, json)


def voorstellen(
    orgaan: Orgaan,
    alle: Annotated[bool, Option("--alle", help="ook wat al besloten of teruggenomen is")] = False,
    json: Json = False,
) -> None:
    """Wat er voor een orgaan ligt."""
    from starter.cli import lijsten

    lijsten.voorstellen(orgaan, alle, json)


def besluitenlijst(
    orgaan: Orgaan,
    van: Annotated[str | None, Option(metavar="DATUM", help="vanaf deze dag")] = None,
    tot: Annotated[str | None, Option(metavar="DATUM", help="tot en met deze dag")] = None,
    json: Json = False,
) -> None:
    """De besluitenlijst van een orgaan."""
    from starter.cli import lijsten

    lijsten.besluitenlijst(orgaan, van, tot, json)


def post(
    id: MogelijkId = None,
    bezorg: Annotated[bool, Option("--bezorg", help="verstuur eerst wat er nog wacht")] = False,
    json: Json = False,
) -> None:
    """De uitgaande berichten, en wat er misging."""
    from starter.cli import lijsten

    lijsten.post(id, bezorg, json)


def feiten(id: Id, json: Json = False) -> None:
    """Alle feiten van een opgave, met hun plaats in de keten."""
    from starter.cli import lijsten

    lijsten.feiten(id, json)


def opdrachten(als: Als = None, json: Json = False) -> None:
    """Alle opdrachten met wie ze mag geven; met --als alleen wat die functie mag."""
    from starter.cli import opdrachthulp

    opdrachthulp.opdrachten(als, json)
