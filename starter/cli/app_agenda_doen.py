"""The commands that change what stands on a regionale agenda: their options. What they do is loaded when they run."""

from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.hoe import Hoe
from starter.cli.nederlands import Opdrachtregel
from starter.cli.optiegroep import met_opties

Agenda = Annotated[str, Argument(metavar="ID", help="de agenda, bijvoorbeeld AGENDA-FLEVOLAND", show_default=False)]
Opgave = Annotated[str, Argument(metavar="OPGAVE", help="de opgave, bijvoorbeeld FL-2026-01", show_default=False)]
Andere = Annotated[str, Argument(metavar="ANDERE", help="de opgave die zij raakt", show_default=False)]
Reden = Annotated[str, Option("--reden", metavar="TEKST", help="waarom", show_default=False)]
HALFJAAR = "half jaar, bijvoorbeeld 2027-1 voor januari tot en met juni 2027"
HORIZON = "nu, straks of later"
RIJPHEID = "signaal, verkenning, uitgewerkt of vastgesteld"
Halfjaar = Annotated[str, Option("--periode", metavar="HALFJAAR", help=HALFJAAR, show_default=False)]


def meld_aan(groep: Typer) -> None:
    """Add these commands to the group."""
    for functie in (zet, verplaats, parkeer, haal_terug, voer_af, raakvlak, herijk):
        groep.command(functie.__name__.replace("_", "-"), cls=Opdrachtregel)(functie)


@met_opties
def zet(
    id: Agenda,
    opgave: Opgave,
    periode: Halfjaar,
    reden: Reden,
    titel: Annotated[str | None, Option(metavar="TEKST", help="anders de titel van de opgave zelf")] = None,
    thema: Annotated[str | None, Option(metavar="TEKST", help="anders het thema van de opgave zelf")] = None,
    horizon: Annotated[str, Option(metavar="WOORD", help=HORIZON)] = "nu",
    rijpheid: Annotated[str, Option(metavar="WOORD", help=RIJPHEID)] = "signaal",
    *,
    hoe: Hoe,
) -> None:
    """Zet een opgave op de agenda; zij hoeft nog niet begonnen te zijn."""
    from starter.cli import agenda_geven

    velden = {"periode": periode, "reden": reden, "horizon": horizon, "rijpheid": rijpheid}
    agenda_geven.zet(id, opgave, velden, {"titel": titel, "thema": thema}, hoe)


@met_opties
def verplaats(
    id: Agenda,
    opgave: Opgave,
    reden: Reden,
    periode: Annotated[str | None, Option("--periode", metavar="HALFJAAR", help=HALFJAAR)] = None,
    horizon: Annotated[str | None, Option(metavar="WOORD", help=HORIZON)] = None,
    rijpheid: Annotated[str | None, Option(metavar="WOORD", help=RIJPHEID)] = None,
    *,
    hoe: Hoe,
) -> None:
    """Geef een opgave op de agenda een ander half jaar, een andere horizon of een andere rijpheid."""
    from starter.cli import agenda_geven

    velden = {"reden": reden, "periode": periode, "horizon": horizon, "rijpheid": rijpheid}
    agenda_geven.geef_over("VerplaatsOpAgenda", id, opgave, velden, hoe)


@met_opties
def parkeer(id: Agenda, opgave: Opgave, reden: Reden, *, hoe: Hoe) -> None:
    """Parkeer een opgave: zij blijft op de agenda, maar niemand werkt eraan."""
    from starter.cli import agenda_geven

    agenda_geven.geef_over("ParkeerOpgave", id, opgave, {"reden": reden}, hoe)


@met_opties
def haal_terug(id: Agenda, opgave: Opgave, periode: Halfjaar, reden: Reden, *, hoe: Hoe) -> None:
    """Haal een geparkeerde of afgevoerde opgave terug op de agenda."""
    from starter.cli import agenda_geven

    agenda_geven.geef_over("HaalTerug", id, opgave, {"periode": periode, "reden": reden}, hoe)


@met_opties
def voer_af(id: Agenda, opgave: Opgave, reden: Reden, *, hoe: Hoe) -> None:
    """Voer een opgave af van de agenda; terughalen kan altijd."""
    from starter.cli import agenda_geven

    agenda_geven.geef_over("VoerAf", id, opgave, {"reden": reden}, hoe)


@met_opties
def raakvlak(
    id: Agenda,
    opgave: Opgave,
    andere: Andere,
    omschrijving: Annotated[str, Option(metavar="TEKST", help="hoe zij elkaar raken")] = "",
    verbreek: Annotated[str | None, Option(metavar="REDEN", help="zij raken elkaar niet meer; zeg waarom")] = None,
    *,
    hoe: Hoe,
) -> None:
    """Leg vast dat twee opgaven elkaar raken, of met --verbreek dat dit voorbij is.

    Daarna hoort de een binnen enkele minuten wat er in de ander verandert.
    """
    from starter.cli import agenda_geven

    agenda_geven.raakvlak(id, opgave, andere, omschrijving, verbreek, hoe)


@met_opties
def herijk(
    id: Agenda,
    conclusie: Annotated[str, Option(metavar="TEKST", help="wat de herijking opleverde", show_default=False)],
    *,
    hoe: Hoe,
) -> None:
    """Sluit de herijking van dit half jaar af; de agenda krijgt een nieuwe versie.

    Dit kan als het rapport van de herijking vastligt. Dat doet het systeem zelf, een paar weken voor de termijn.
    """
    from starter.cli import agenda_geven
    from starter.cli.geven import geef

    geef(agenda_geven.geldige_agenda(id), {"soort": "Herijk", "conclusie": conclusie}, hoe)
