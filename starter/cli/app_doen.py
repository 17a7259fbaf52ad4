"""The commands that change something: their options. What they do is loaded when they run."""

from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Context, Option, Typer

from starter.cli import app_vergadering
from starter.cli.hoe import Hoe
from starter.cli.nederlands import Besluitregel, Opdrachtregel
from starter.cli.optiegroep import met_opties
from starter.cli.opties import Als, Droog, Id, Json, Op

VRIJ = {"allow_extra_args": True, "ignore_unknown_options": True}
PANEEL = "Doen"

Meer = Annotated[list[str] | None, Option(metavar="TEKST", help="van PS bij een private rechtspersoon; mag meer keer")]
Opdracht = Annotated[str, Argument(metavar="OPDRACHT", help="zie 'opgave opdrachten'", show_default=False)]


def meld_aan(app: Typer) -> None:
    """Add these commands to the app."""
    for functie in (nieuw, start, bevestig_besluit, noteer, draag_over, formatie):
        naam = functie.__name__.replace("_", "-")
        app.command(naam, cls=Opdrachtregel, rich_help_panel=PANEEL)(functie)
    app.command("besluit", cls=Besluitregel, rich_help_panel=PANEEL)(besluit)
    app_vergadering.meld_aan(app)
    vrij: dict[str, Any] = {"cls": Opdrachtregel, "rich_help_panel": PANEEL, "context_settings": VRIJ}
    app.command("geef", add_help_option=False, **vrij)(geef)
    app.command("bevestig", **vrij)(bevestig)


@met_opties
def nieuw(
    titel: Annotated[str | None, Option(metavar="TEKST", help="korte naam van de opgave")] = None,
    thema: Annotated[str | None, Option(metavar="TEKST", help="bijvoorbeeld energietransitie of water")] = None,
    van: Annotated[str | None, Option(metavar="WIE", help="van wie het initiatief komt; geen persoonsnaam")] = None,
    betekenis: Annotated[str | None, Option(metavar="TEKST", help="wat inwoners eraan hebben")] = None,
    id: Annotated[str | None, Option("--id", metavar="ID", help="eigen id; anders het volgende nummer")] = None,
    *,
    hoe: Hoe,
) -> None:
    """Begin een opgave: vier vragen, en zij is op weg."""
    from starter.cli import beginnen

    antwoorden = {"titel": titel, "thema": thema, "van": van, "betekenis": betekenis}
    beginnen.nieuw(antwoorden, id, hoe)


@met_opties
def start(
    bestand: Annotated[Path, Argument(metavar="BESTAND", help="YAML of JSON met titel, thema, initiatief, ...")],
    id: Annotated[str | None, Option("--id", metavar="ID", help="gaat voor de id in het bestand")] = None,
    *,
    hoe: Hoe,
) -> None:
    """Begin een opgave uit een bestand."""
    from starter.cli import beginnen

    beginnen.start(bestand, id, hoe)


@met_opties
def geef(
    ctx: Context,
    id: Annotated[str | None, Argument(metavar="ID", help="de opgave", show_default=False)] = None,
    opdracht: Annotated[str | None, Argument(metavar="OPDRACHT", help="zie 'opgave opdrachten'")] = None,
    bestand: Annotated[Path | None, Option(metavar="PAD", help="de velden uit een YAML- of JSON-bestand")] = None,
    *,
    hoe: Hoe,
    hulp: Annotated[bool, Option("--help", help="uitleg; met een opdracht erbij over die opdracht")] = False,
) -> None:
    """Geef een opdracht; elk veld is een optie, bijvoorbeeld --reden "..." of --plan.hypothese "..."."""
    from starter.cli import doen

    if hulp:
        return doen.toon_hulp(id, opdracht, ctx.args, ctx.get_help)
    return doen.geef_opdracht(id, opdracht, bestand, ctx.args, hoe)


@met_opties
def besluit(
    ctx: Context,
    id: Id,
    stap: Annotated[str, Argument(metavar="STAP", help="nummer van het besluit of de stap", show_default=False)],
    uitkomst: Annotated[str | None, Option(metavar="WOORD", help="wat het orgaan besloot; bij PS leeg laten")] = None,
    resultaat: Annotated[str | None, Option(metavar="WOORD", help="wat een aangenomen voorstel inhoudt")] = None,
    wijze: Annotated[
        str | None,
        Option(metavar="WIJZE", help="zonder_stemming, handopsteken_per_fractie, hoofdelijk, schriftelijk_geheim"),
    ] = None,
    stemmen: Annotated[
        str | None,
        Option(metavar="STEMMEN", help="'BBB=9,0,1,0 VVD=4' (voor,tegen,afwezig,art28), een bestand, of 30-11"),
    ] = None,
    aanwezig: Annotated[int | None, Option(metavar="N", help="namen op de presentielijst")] = None,
    aantekening_tegen: Annotated[list[str] | None, Option(metavar="FRACTIE", help="hamerstuk: geacht tegen")] = None,
    motivering: Annotated[str | None, Option(metavar="TEKST", help="waarom; verplicht bij afwijzen")] = None,
    beslispunt: Annotated[list[str] | None, Option(metavar="TEKST", help="mag meer keer")] = None,
    wijziging: Annotated[str | None, Option(metavar="TEKST", help="bij gewijzigd: wat er anders is")] = None,
    tot: Annotated[str | None, Option(metavar="DATUM", help="bij aanhouden: tot wanneer")] = None,
    wens: Meer = None,
    bedenking: Meer = None,
    punt: Annotated[list[str] | None, Option(metavar="TEKST", help="van een zienswijze; mag meer keer")] = None,
    toestemming: Annotated[str | None, Option(metavar="WOORD", help="verleend, onthouden of gedeeltelijk")] = None,
    strijd_met: Annotated[str | None, Option(metavar="WOORD", help="bij onthouden: recht of algemeen_belang")] = None,
    deel: Annotated[str | None, Option(metavar="TEKST", help="bij gedeeltelijk: voor welk deel wel")] = None,
    overleg_op: Annotated[str | None, Option(metavar="DATUM", help="bij onthouden: dag van het overleg")] = None,
    overleg_met: Annotated[str | None, Option(metavar="WIE", help="bij onthouden: overleg met welk orgaan")] = None,
    instemming: Annotated[str | None, Option(metavar="WOORD", help="ingestemd of geweigerd")] = None,
    reactie: Annotated[
        list[str] | None, Option(metavar="TEKST", help="van GS op een punt: 'uittreden: deels, waarom'; mag meer keer")
    ] = None,
    toezegging: Annotated[list[str] | None, Option(metavar="TEKST", help="'wie: wat'; mag meer keer")] = None,
    betrokken: Annotated[list[str] | None, Option(metavar="TEKST", help="PW 28: 'VVD: reden'; mag meer keer")] = None,
    amendement: Annotated[
        list[str] | None, Option(metavar="TEKST", help="'A1: titel = 30-11', of = zonder_stemming; mag meer keer")
    ] = None,
    motie: Annotated[list[str] | None, Option(metavar="TEKST", help="'M1: titel = 30-11'; mag meer keer")] = None,
    bestand: Annotated[Path | None, Option(metavar="PAD", help="alle velden uit een YAML- of JSON-bestand")] = None,
    *,
    hoe: Hoe,
) -> None:
    """Leg het besluit van een orgaan vast; bij PS volgt de uitslag uit de stemmen.

    Een besluit van GS of PS geldt pas als een tweede persoon het bevestigt: opgave bevestig-besluit.
    Welke woorden kunnen, ziet u met: opgave besluit ID STAP --help, of bij de stap in opgave toon ID.
    """
    from starter.cli import doen

    doen.besluit(id, stap, ctx.params, hoe)


@met_opties
def bevestig_besluit(
    id: Id,
    vastlegging: Annotated[str, Argument(metavar="VASTLEGGING", help="nummer, bijvoorbeeld B2.v1", show_default=False)],
    afkeuren: Annotated[str | None, Option(metavar="REDEN", help="het klopt niet: stuur het terug, met reden")] = None,
    ja: Annotated[bool, Option("--ja", help="ik heb gezien dat het klopt; vraag het niet")] = False,
    *,
    hoe: Hoe,
) -> None:
    """Bevestig als tweede persoon wat een ander van een besluit vastlegde; dan pas geldt het."""
    from starter.cli import vierogen

    vierogen.bevestig_besluit(id, vastlegging, afkeuren, ja, hoe)


@met_opties
def noteer(
    id: Id,
    tekst: Annotated[list[str], Argument(metavar="TEKST...", help="wat er is gezegd", show_default=False)],
    bron: Annotated[str, Option(metavar="BRON", help="telefoon, gesprek, mail of overig")] = "telefoon",
    betreft: Annotated[str | None, Option(metavar="NR", help="verzoek, stap of pilot waar het over gaat")] = None,
    *,
    hoe: Hoe,
) -> None:
    """Noteer een telefoontje of gesprek. Er verandert nog niets."""
    from starter.cli import doen

    doen.noteer(id, tekst, bron, betreft, hoe)


@met_opties
def bevestig(
    ctx: Context,
    id: Id,
    notitie: Annotated[str, Argument(metavar="NOTITIE", help="nummer, bijvoorbeeld N1", show_default=False)],
    opdracht: Opdracht,
    *,
    hoe: Hoe,
) -> None:
    """Maak van een notitie een echte opdracht; velden als bij 'opgave geef'."""
    from starter.cli import doen

    doen.bevestig(id, notitie, opdracht, ctx.args, hoe)


@met_opties
def draag_over(
    id: Id,
    functie: Annotated[str, Argument(metavar="FUNCTIE", help="welke functie overgaat", show_default=False)],
    naar: Annotated[str, Argument(metavar="NAAR", help="kenmerk van de opvolger, geen naam", show_default=False)],
    toelichting: Annotated[str | None, Option(metavar="TEKST", help="wat de opvolger moet weten")] = None,
    *,
    hoe: Hoe,
) -> None:
    """Draag een functie over, met een dossier van alles wat openstaat."""
    from starter.cli import doen

    doen.draag_over(id, functie, naar, toelichting, hoe)


def formatie(
    bestand: Annotated[Path, Argument(metavar="BESTAND", help="een YAML-bestand", show_default=False)],
    als: Als = None,
    op: Op = None,
    droog: Droog = False,
    json: Json = False,
) -> None:
    """Wijs na een formatie de portefeuilles van alle lopende opgaven opnieuw toe.

    \b
    grondslag: portefeuilleverdeling GS van 6 juni 2027
    portefeuilles:
      - van: Energie
        naar: Klimaat en energie
        houder: s-gs3
      - opgaven: [FL-2026-01, FL-2026-07]
        naar: Wonen
        houder: s-gs5

    Een tweede keer met hetzelfde bestand verandert niets. Wie niet antwoordt of weigert, houdt de rest niet op.
    """
    from starter.cli import formatie as formatie_

    formatie_.formatie(bestand, Hoe(als=als, op=op, droog=droog, json=json))
