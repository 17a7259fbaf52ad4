"""The commands that only look: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Als, Id, Json, MogelijkId, Namens, Orgaan

PANEEL = "Kijken"
Uit = Annotated[Path | None, Option("--uit", metavar="MAP", help="schrijf de bestanden in deze map")]


def meld_aan(app: Typer) -> None:
    """Add these commands to the app."""
    lijsten = (mijn, kan, toon, wacht, lijst, voorstellen, besluitenlijst, dossier, stuk, feiten)
    for functie in (*lijsten, bevoegd, opdrachten, stemming):
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
    uit: Uit = None,
    json: Json = False,
) -> None:
    """De besluitenlijst van een orgaan; met --uit ook als PDF, HTML en JSON, per vergaderdag."""
    from starter.cli import lijsten, stukken

    if uit is None:
        lijsten.besluitenlijst(orgaan, van, tot, json)
    else:
        stukken.besluitenlijst(orgaan, van, tot, uit, json)


def dossier(
    id: Id,
    stap: Annotated[str, Argument(metavar="STAP", help="het besluit, bijvoorbeeld B1", show_default=False)],
    json: Json = False,
) -> None:
    """Het dossier van een besluit in achttien onderdelen, met wat er ontbreekt."""
    from starter.cli import dossier_besluit

    dossier_besluit.dossier(id, stap, json)


def stuk(
    id: Id,
    stap: Annotated[
        str | None, Argument(metavar="[STAP]", help="alleen de stukken van deze stap", show_default=False)
    ] = None,
    uit: Uit = None,
    json: Json = False,
) -> int:
    """De statenvoorstellen en GS-nota's van een opgave; met --uit ook als bestand."""
    from starter.cli import stukken

    return stukken.stuk(id, stap, uit, json)


def feiten(id: Id, json: Json = False) -> None:
    """Alle feiten van een opgave, met hun plaats in de keten."""
    from starter.cli import lijsten

    lijsten.feiten(id, json)


def bevoegd(
    id: Id,
    functie: Annotated[str | None, Argument(metavar="[FUNCTIE]", help="alleen deze", show_default=False)] = None,
    op: Annotated[str | None, Option("--op", metavar="DATUM", help="op welke dag; anders vandaag")] = None,
    json: Json = False,
) -> None:
    """Wie op een dag bevoegd was: wie de functie had, en wie er voor inviel."""
    from starter.cli import bevoegd as bevoegd_

    bevoegd_.bevoegd(id, functie, op, json)


def opdrachten(als: Als = None, json: Json = False) -> None:
    """Alle opdrachten met wie ze mag geven; met --als alleen wat die functie mag."""
    from starter.cli import opdrachthulp

    opdrachthulp.opdrachten(als, json)


def stemming(
    bestand: Annotated[Path, Argument(metavar="BESTAND", help="JSON of YAML met orgaan, datum, wijze, stemmen, ...")],
    json: Json = False,
) -> None:
    """Reken een stemming uit, met de artikelen erbij."""
    from starter.cli import stemming as stemming_

    stemming_.stemming(bestand, json)
