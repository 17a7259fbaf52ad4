"""The commands about post: their options. What they do is loaded when they run."""

from difflib import get_close_matches
from typing import Annotated

from typer import Argument, Option, Typer

from starter.cli.hoe import HoeNu, HoeZelf
from starter.cli.nederlands import Opdrachtregel, Toongroep
from starter.cli.optiegroep import met_opties
from starter.cli.opties import Id, Json, MogelijkId

PANEEL = "Kijken"
HULP = "De uitgaande berichten; opgave post laat ze zien, de rest stuurt bij."

Termijn = Annotated[str, Argument(metavar="TERMIJN", help="bijvoorbeeld V1/T17; zie opgave post vooruit")]
Trede = Annotated[str, Option("--trede", metavar="TREDE", help="alleen deze: T-10, T of T+5; anders elke")]
Tot = Annotated[str, Option("--tot", metavar="DATUM", help="tot en met welke dag")]
Reden = Annotated[str, Option("--reden", metavar="TEKST", help="waarom")]


class Postgroep(Toongroep):
    """`opgave post FL-2026-01` is `opgave post toon FL-2026-01`: what is no command of the group is an opgave."""

    def _is_commando(self, woord: str) -> bool:
        return super()._is_commando(woord) or self._verschreven(woord)

    def _verschreven(self, woord: str) -> bool:
        """An opgave is written in capitals or with figures; a word that nearly is a command was meant as one."""
        return woord.isalpha() and woord.islower() and bool(get_close_matches(woord, self.commands, cutoff=0.7))


def meld_aan(app: Typer) -> None:
    """Add the group to the app."""
    groep = Typer(cls=Postgroep, add_completion=False, pretty_exceptions_enable=False)
    for functie in (toon, vooruit, houd, leid, zin, vrij, akkoord, mislukt, opnieuw, retour):
        groep.command(functie.__name__, cls=Opdrachtregel)(functie)
    app.add_typer(groep, name="post", rich_help_panel=PANEEL, help=HULP)


def toon(
    id: MogelijkId = None,
    bezorg: Annotated[bool, Option("--bezorg", help="verstuur eerst wat er nog wacht")] = False,
    json: Json = False,
) -> None:
    """De uitgaande berichten, en wat er misging; het woord toon mag u weglaten."""
    from starter.cli import lijsten

    lijsten.post(id, bezorg, json)


def vooruit(
    id: MogelijkId = None,
    dagen: Annotated[int, Option("--dagen", metavar="AANTAL", min=1, max=366, help="hoe ver vooruit")] = 7,
    json: Json = False,
) -> None:
    """Welke herinneringen er gaan komen, en hoe u ze bijstuurt; elke regel klaar om te plakken."""
    from starter.cli import vooruit as vooruit_

    vooruit_.vooruit(id, dagen, json)


@met_opties
def houd(id: Id, termijn: Termijn, tot: Tot, reden: Reden, trede: Trede = "", *, hoe: HoeZelf) -> None:
    """Houd herinneringen aan; de eerste werkdag na --tot gaan ze alsnog."""
    from starter.cli import post

    post.stuur_bij(id, termijn, trede, "aanhouden", tot, reden, hoe)


@met_opties
def leid(
    id: Id,
    termijn: Termijn,
    naar: Annotated[str, Option("--naar", metavar="WIE", help="de functie of partner die het bericht krijgt")],
    tot: Tot,
    reden: Reden,
    trede: Trede = "",
    *,
    hoe: HoeZelf,
) -> None:
    """Leid herinneringen om naar een ander."""
    from starter.cli import post

    post.stuur_bij(id, termijn, trede, "omleiden", tot, reden, hoe, naar=naar)


@met_opties
def zin(
    id: Id,
    termijn: Termijn,
    zin: Annotated[str, Option("--zin", metavar="TEKST", help="wat u erbij zegt")],
    tot: Tot,
    reden: Reden,
    trede: Trede = "",
    *,
    hoe: HoeZelf,
) -> None:
    """Voeg een zin toe aan herinneringen."""
    from starter.cli import post

    post.stuur_bij(id, termijn, trede, "zin", tot, reden, hoe, zin=zin)


@met_opties
def vrij(
    id: Id,
    bijsturing: Annotated[str, Argument(metavar="BIJSTURING", help="zie opgave post vooruit")],
    reden: Reden = "",
    *,
    hoe: HoeZelf,
) -> None:
    """Laat herinneringen weer gaan zoals gepland."""
    from starter.cli import post

    post.geef_vrij(id, bijsturing, reden, hoe)


@met_opties
def akkoord(
    id: Id,
    escalatie: Annotated[str, Argument(metavar="ESCALATIE", help="zie opgave post vooruit")],
    nee: Annotated[bool, Option("--nee", help="het bericht gaat niet; geef dan een reden")] = False,
    reden: Reden = "",
    *,
    hoe: HoeNu,
) -> None:
    """Beslis of een herinnering naar de bestuurders mag."""
    from starter.cli import post

    post.beslis(id, escalatie, not nee, reden, hoe)


def mislukt(id: MogelijkId = None, json: Json = False) -> None:
    """De berichten die niemand bereikten: geweigerd, onbestelbaar of zonder adres."""
    from starter.cli import post

    post.mislukt(id, json)


def opnieuw(
    sleutels: Annotated[
        list[str] | None, Argument(metavar="[SLEUTEL...]", help="zie opgave post mislukt", show_default=False)
    ] = None,
    alle: Annotated[bool, Option("--alle", help="alles wat mislukte")] = False,
    json: Json = False,
) -> int:
    """Verstuur opnieuw wat niet aankwam."""
    from starter.cli import post

    return post.opnieuw(sleutels or [], alle, json)


def retour(
    waar: Annotated[
        str, Argument(metavar="BESTAND|MAP|-", help="een bericht, een map (ook Maildir), of - voor invoer")
    ],
    json: Json = False,
) -> None:
    """Lees wat er terugkwam van mailservers, en zet het bij de berichten."""
    from starter.cli import post

    post.retour(waar, json)
