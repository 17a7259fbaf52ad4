"""`opgave bevoegd`: who was competent in which function on a day."""

from typing import cast, get_args

from domain.basis import Functie
from domain.beeld.bevoegd_op import Bevoegde, bevoegd_op, functies
from domain.regels.functies import VAN_DE_PROVINCIE
from domain.woorden import gewoon
from starter.cli import scherm
from starter.cli.datums import kort, lees_datum
from starter.cli.geven import stand_van
from starter.cli.omgeving import omgeving
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout


def bevoegd(opgave: str, functie: str | None, op: str | None, json: bool) -> None:
    """The holder and who stood in, of one function or of all that are known here."""
    vandaag = omgeving().vandaag()
    dag = lees_datum(op, vandaag, "--op") if op else vandaag
    gevraagd = () if functie is None else (_functie(functie),)
    stand = stand_van(opgave)
    namen = gevraagd or functies(stand)
    wie = [b for naam in namen for b in bevoegd_op(stand, naam, dag)]
    if json:
        return scherm.json_uit({"opgave": stand.opgave, "op": dag, "bevoegd": wie})
    scherm.zeg(f"Bevoegd in {stand.opgave} op {kort(dag)}", "bold")
    return scherm.tabel(
        ("Functie", "Wie", "Als", "Van", "Tot en met", "Grond", "Alleen voor"),
        [_rij(b) for b in wie],
        "Op die dag is hier niemand bekend.",
    )


def _functie(tekst: str) -> Functie:
    """The function meant. Raises Invoerfout for one that doesn't exist."""
    naam = tekst.strip().lower().replace("-", "_").replace(" ", "_")
    for functie in get_args(Functie):
        if functie == naam:
            return cast(Functie, functie)
    bekend = [functie for functie in get_args(Functie) if functie in VAN_DE_PROVINCIE]
    raise Invoerfout(f"functie: '{tekst[:40]}' kennen we niet.{lijkt_op(naam, bekend)} Kies uit: {', '.join(bekend)}.")


def _rij(b: Bevoegde) -> tuple[str, ...]:
    return (
        gewoon(b.functie),
        b.subject,
        b.hoedanigheid,
        kort(b.van) or "onbekend",
        kort(b.tot) or "nader order",
        b.grondslag,
        ", ".join(b.beperkt_tot),
    )
