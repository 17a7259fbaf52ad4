"""The commands of lessen: their options. What they do is loaded when they run."""

from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.nederlands import Opdrachtregel
from starter.cli.opties import Id, Json, MogelijkId

Tekst = Annotated[str, Argument(metavar="[TEKST]", help="woorden die er allemaal in staan", show_default=False)]
Les = Annotated[str, Argument(metavar="OPGAVE/LES", help="de les, bijvoorbeeld FL-2026-01/L1", show_default=False)]
Thema = Annotated[str, Option("--thema", metavar="THEMA", help="bijvoorbeeld energietransitie", show_default=False)]
Vorm = Annotated[str, Option("--vorm", metavar="CODE", help="code van de organiseervorm", show_default=False)]
Fase = Annotated[str, Option("--fase", metavar="FASE", help="waar de les is geleerd: F1 tot en met F6")]
Partner = Annotated[str, Option("--partner", metavar="ID", help="een partner die daar meedoet", show_default=False)]
Type = Annotated[str, Option("--type", metavar="TYPE", help="inhoud, proces, relatie, juridisch, ...")]
Rol = Annotated[str, Option("--rol", metavar="ROL", help="co-creatiepartner, zorgdrager of regisseur")]
Aanleiding = Annotated[str, Option("--aanleiding", metavar="WOORD", help="bijvoorbeeld decentralisatie of crisis")]
Status = Annotated[str, Option("--status", metavar="STATUS", help="bijvoorbeeld gevalideerd; anders alles wat geldt")]
Voor = Annotated[str, Option("--voor", metavar="ID", help="zoek voor deze opgave: ook haar eigen gesloten lessen")]
OokConcept = Annotated[bool, Option("--ook-concept", help="ook lessen van anderen die nog niet zijn gevalideerd")]
Aantal = Annotated[int, Option("--aantal", metavar="N", min=1, max=500, help="hoogstens zoveel lessen")]
Principe = Annotated[
    int | None, Option("--principe", metavar="NR", min=1, max=6, help="Flevo-principe, 1 tot en met 6")
]
Waarde = Annotated[str, Option("--waarde", metavar="WAARDE", help="vindingrijk, betrokken of gedreven")]
Waardering = Annotated[str, Option("--waardering", metavar="WOORD", help="goed, minder_goed of gemengd")]
Succes = Annotated[bool, Option("--succes", help="alleen successen die de provincie wil delen")]


def meld_aan(app: Typer) -> None:
    """Add these commands to the app."""
    for functie in (zoek, toon, aanbod, hergebruik, casussen):
        app.command(functie.__name__, cls=Opdrachtregel)(functie)


def zoek(
    tekst: Tekst = "",
    thema: Thema = "",
    vorm: Vorm = "",
    fase: Fase = "",
    partner: Partner = "",
    type: Type = "",
    rol: Rol = "",
    aanleiding: Aanleiding = "",
    status: Status = "",
    voor: Voor = "",
    ook_concept: OokConcept = False,
    aantal: Aantal = 20,
    json: Json = False,
) -> None:
    """Zoek lessen van alle opgaven, op woorden en op waar ze vandaan komen."""
    from starter.cli import lessen

    keuze = {"thema": thema, "vorm": vorm, "fase": fase, "partner": partner, "type": type, "rol": rol}
    lessen.zoek(
        tekst, {**keuze, "aanleiding": aanleiding, "status": status}, voor, aantal, ook_concept=ook_concept, json=json
    )


def toon(les: Les, json: Json = False) -> None:
    """Een les met alles wat erbij hoort: wat er gebeurde, wat we voortaan doen, en wie haar gebruikte."""
    from starter.cli import lessen

    lessen.toon(les, json)


def aanbod(id: Id, json: Json = False) -> None:
    """Welke lessen van anderen aan een opgave zijn aangeboden, en hoe u antwoordt."""
    from starter.cli import lessen

    lessen.aanbod(id, json)


def hergebruik(id: MogelijkId = None, json: Json = False) -> None:
    """Hoe vaak lessen terugkwamen: nooit getoond, getoond en niet gebruikt, of toegepast."""
    from starter.cli import lessen_overzicht

    lessen_overzicht.hergebruik(id, json)


def casussen(
    id: MogelijkId = None,
    principe: Principe = None,
    rol: Rol = "",
    waarde: Waarde = "",
    waardering: Waardering = "",
    succes: Succes = False,
    json: Json = False,
) -> None:
    """Verhalen uit de praktijk, om van te leren."""
    from starter.cli import lessen_overzicht

    keuze = {"principe": principe, "rol": rol or None, "waarde": waarde or None, "waardering": waardering or None}
    lessen_overzicht.casussen({**keuze, "succes": succes, "opgave": id}, json)
