"""`opgave gebeurtenissen`: what other systems get to hear."""

from datetime import datetime

from domain.cloudevent import omslag
from domain.kalender import lokaal
from register import gebeurtenissen as in_register
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.omgeving import omgeving

AANTAL = 500
"""How many at a time; `--na` gives the following."""


def gebeurtenissen(na: int, json: bool) -> None:
    """The events after this number; as JSON exactly as subscribers get them."""
    rijen = in_register.na(omgeving().register, na, aantal=AANTAL)
    if json:
        bron, basis = omgeving().instellingen.webhook.bron, omgeving().instellingen.portaal.basis_url
        return scherm.json_uit([omslag(rij, bron, basis) for rij in rijen])
    scherm.tabel(
        ("Nr", "Gebeurtenis", "Soort", "Vastgelegd"),
        [(str(r.volgnr), r.id, r.type.split(".")[2], tijdstip(r.tijd)) for r in rijen],
        f"Na nummer {na} is er niets gebeurd." if na else "Er zijn nog geen gebeurtenissen.",
    )
    if len(rijen) == AANTAL:
        scherm.zeg(f"\nEr is meer: opgave gebeurtenissen --na {rijen[-1].volgnr}", "dim")
    return None


def tijdstip(moment: datetime) -> str:
    """A moment as people read it, on the clock of Amsterdam."""
    hier = lokaal(moment)
    return f"{kort(hier.date())} {hier:%H:%M}"
