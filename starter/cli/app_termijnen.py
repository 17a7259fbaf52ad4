"""The commands about terms and the calendar: their options. What they do is loaded when they run."""

from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.hoe import Hoe
from starter.cli.nederlands import TOON, Opdrachtregel, Toongroep
from starter.cli.opties import Als, Droog, Json

PANEEL = "Kijken"
HULP = "Welke dagen geen werkdag zijn, en waarom: opgave kalender 2027."

Dagen = Annotated[list[str], Argument(metavar="DATUM...", help="de dag, of meer dagen uit een besluit")]


class Kalendergroep(Toongroep):
    """`opgave kalender 2027` is `opgave kalender toon 2027`: what is no command of the group is a year."""


def meld_aan(app: Typer) -> None:
    """Add these commands to the app."""
    app.command("termijn", cls=Opdrachtregel, rich_help_panel=PANEEL)(termijn)
    groep = Typer(cls=Kalendergroep, add_completion=False, pretty_exceptions_enable=False)
    groep.command(TOON, cls=Opdrachtregel)(toon)
    groep.command("vul-aan", cls=Opdrachtregel)(vul_aan)
    app.add_typer(groep, name="kalender", rich_help_panel=PANEEL, help=HULP)


def termijn(
    van: Annotated[str | None, Option(metavar="DATUM", help="dag van de gebeurtenis; dag 1 is de dag erna")] = None,
    duur: Annotated[str | None, Option(metavar="DUUR", help="8w, 10d, 20wd (werkdagen), 3m, 2j of 48u (uren)")] = None,
    soort: Annotated[str | None, Option(metavar="CODE", help="in plaats van --duur: T01 tot en met T22")] = None,
    voor: Annotated[str | None, Option(metavar="DATUM", help="een vaste datum: het moet voor deze dag")] = None,
    terug: Annotated[bool, Option("--terug", help="tel terug: zo lang voor de gebeurtenis")] = False,
    zonder_atw: Annotated[bool, Option("--zonder-atw", help="de Algemene termijnenwet geldt niet")] = False,
    startdag_telt: Annotated[bool, Option("--startdag-telt", help="de dag zelf is dag 1 (Awb 3:16 lid 2)")] = False,
    wacht: Annotated[
        bool, Option("--wacht", help="de termijn moet voorbij zijn: wat is de eerste dag die mag")
    ] = False,
    json: Json = False,
) -> None:
    """Reken een termijn uit, met de uitleg en de artikelen.

    opgave termijn --van 2026-03-10 --duur 8w
    opgave termijn --van 2026-03-10T14:00 --duur 48u
    opgave termijn --van 2026-07-28 --soort T03
    opgave termijn --voor 2026-07-15

    Bij --soort komen lengte, richting en wet uit de termijntabel.
    T10 en T21 hebben ook een variant: --soort T10:onderzoek.
    Bij uren staat in --van ook de tijd, op de klok in Nederland.
    """
    from starter.cli import termijn as termijn_
    from starter.cli.termijnvraag import Vraag

    termijn_.termijn(Vraag(van, duur, soort, voor, terug, zonder_atw, startdag_telt, wacht), json)


def toon(
    jaar: Annotated[str | None, Argument(metavar="[JAAR]", help="welk jaar; anders dit jaar")] = None,
    json: Json = False,
) -> None:
    """De feestdagen en gelijkgestelde dagen van een jaar, met hun bron."""
    from starter.cli import kalender

    kalender.toon(jaar, json)


def vul_aan(
    dagen: Dagen,
    bron: Annotated[str | None, Option(metavar="TEKST", help="verplicht: het besluit en de vindplaats")] = None,
    reden: Annotated[str | None, Option(metavar="TEKST", help="verplicht: waarom u dit toevoegt")] = None,
    als: Als = None,
    droog: Droog = False,
    json: Json = False,
) -> None:
    """Voeg gelijkgestelde dagen toe aan alle lopende opgaven.

    Hun termijnen worden opnieuw berekend; u ziet per opgave welke verschuiven.
    Een tweede keer verandert niets. Wie niet antwoordt of weigert, houdt de rest niet op.
    """
    from starter.cli import aanvullen

    aanvullen.vul_aan(dagen, bron or "", reden or "", Hoe(als=als, droog=droog, json=json))
