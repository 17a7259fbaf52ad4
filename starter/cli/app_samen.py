"""The commands of samen: their options. What they do is loaded when they run."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Id, Json, MogelijkId

Uit = Annotated[Path | None, Option("--uit", metavar="MAP", help="schrijf een HTML-pagina, en tekeningen als SVG")]
VELLEN: tuple[tuple[str, str], ...] = (
    ("overzicht", "Alles wat is ingevuld, per thema, en wat nog leeg is."),
    ("beeld", "Hoe elke partner kijkt: gedeelde woorden, wie anders kijkt, wie nog niets zei."),
    ("belangen", "De belangenkaart: publiek en eigen belang, spanning, complementaire rol, doelen."),
    ("verwachtingen", "Wat verwacht is en niet toegezegd."),
    ("spelniveaus", "Spelniveaus per partij en laag, met kloven, doel en metingen naast elkaar."),
    ("draagvlak", "Draagvlak per partner en fase."),
    ("rollen", "Rolkeuze en governancestijl per fase, dubbele rol, rol over de tijd."),
    ("relaties", "De drie relaties naast elkaar, met de zwakste gemerkt."),
    ("gesprekken", "Met welke groepen is gesproken, en wie nog niet is gehoord."),
    ("kaders", "Kaders: hoe concreet, wat is losgelaten, waar is wat welkom."),
    ("waarden", "Beschermde waarden, dilemma's, resultaat- en procesafspraken."),
    ("intakes", "Gezamenlijke intakes met het oordeel van elke overheid."),
    ("signalen", "Signalen: wie ving ze op, welke ingreep, welke termijn."),
    ("omgeving", "Veranderingen van buiten en reviews van de samenwerking."),
    ("verbonden", "Verbonden partijen: belangen, waarom we samenwerken, accounthouder."),
    ("participatie", "De keuze voor participatie, het bereik, en hoe anderen kunnen aanhaken."),
    ("ondersteuning", "Ondersteuning van partners: wat, hoeveel, tot wanneer."),
    ("afhankelijkheden", "Welke doelen stilstaan als een partner te laat is."),
    ("structuur", "Welk deel van de tijd over structuur ging."),
    ("regie", "Wie stuurt, beheerst, toezicht houdt en verantwoordt, per vorm."),
    ("toets", "De toets aan de zes Flevo-principes en de kernwaarden, met een radarbeeld."),
    ("evaluatie", "De evaluaties: elk onderdeel, de vragen over samen besturen, de meerwaarde."),
    ("leervragen", "De drie leervragen en hun antwoorden."),
    ("kenmerken", "Kernwaarden, principes en rollen geteld."),
    ("verhalen", "Bronverhalen en successen."),
    ("reflecties", "Reflecties, balans, soft controls, en wat is overgeslagen."),
    ("leeracties", "Leeracties in de eigen organisatie: voor wie, en of het is gedaan."),
    ("vrijheid", "Hoeveel partners voorstelden, en wat is overgenomen."),
)
"""Every page of one life, with its help."""


def meld_aan(app: Typer) -> None:
    """Add these commands to the app."""
    for naam, hulp in VELLEN:
        app.command(naam, cls=Opdrachtregel, help=hulp)(_bekijk(naam))
    app.command("tafels", cls=Opdrachtregel)(tafels)
    app.command("partner", cls=Opdrachtregel)(partner)


def _bekijk(naam: str) -> Callable[..., None]:
    """The command of one page."""

    def bekijk(id: Id, uit: Uit = None, json: Json = False) -> None:
        from starter.cli import samen

        samen.bekijk(naam, id, uit, json)

    return bekijk


def tafels(id: MogelijkId = None, uit: Uit = None, json: Json = False) -> None:
    """Het register van tafels: leden, overlap, laatst bijeen; zonder ID van alles samen."""
    from starter.cli import samen

    samen.tafels(id, uit, json)


def partner(
    id: Id,
    partner: Annotated[str, Argument(metavar="PARTNER", help="de partner, bijvoorbeeld gemeente-dronten")],
    uit: Uit = None,
    json: Json = False,
) -> None:
    """Alles over een partner op een scherm."""
    from starter.cli import samen

    samen.partner(id, partner, uit, json)
