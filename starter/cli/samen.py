"""`opgave samen`: how people work together in an opgave, one page at a time."""

from collections.abc import Sequence
from pathlib import Path

from domain.beeld.samen.alle import VELLEN
from domain.beeld.samen.partner import partner as partner_
from domain.beeld.samen.tafels import alle_tafels
from domain.beeld.samen.vel import Vel
from domain.feit import Feit
from domain.stand import Stand
from register import lezen
from starter.cli.geven import stand_van
from starter.cli.omgeving import omgeving
from starter.cli.samen_scherm import laat_zien
from starter.cli.samen_uit import Herkomst
from starter.invoer import Invoerfout

ALLES = "alle opgaven en agenda's"


def bekijk(naam: str, opgave: str, uit: Path | None, json: bool) -> None:
    """Show one page of one life."""
    stand = stand_van(opgave)
    _toon(VELLEN[naam](stand, _feiten(stand)), stand, uit, json)


def partner(opgave: str, wie: str, uit: Path | None, json: bool) -> None:
    """Show everything about one partner, called by its id or its name."""
    stand = stand_van(opgave)
    gezocht = wie.strip().casefold()
    id_ = next((p.id for p in stand.partners.values() if gezocht in (p.id.casefold(), p.naam.casefold())), None)
    if id_ is None:
        bekend = ", ".join(stand.partners) or "geen"
        raise Invoerfout(f"Partner {wie[:80]} kennen we niet in {stand.opgave}. Partners: {bekend}.")
    _toon(partner_(stand, id_, _feiten(stand)), stand, uit, json)


def tafels(opgave: str | None, uit: Path | None, json: bool) -> None:
    """The tables of one life, or of all that the register knows."""
    if opgave:
        return bekijk("tafels", opgave, uit, json)
    register = omgeving().register
    standen = [s for rij in lezen.lijst(register) if (s := lezen.stand(register, rij.id))]
    return laat_zien(alle_tafels(standen), Herkomst("alles", ALLES, ALLES, omgeving().nu()), uit, json)


def _feiten(stand: Stand) -> Sequence[Feit]:
    """The facts the state was built from, as far as the register has them."""
    return [rij.feit for rij in lezen.feiten(omgeving().register, stand.opgave) if rij.seq <= stand.seq]


def _toon(vel: Vel, stand: Stand, uit: Path | None, json: bool) -> None:
    wie = f"{stand.opgave} {stand.leven.titel}".strip()
    kenmerk = f"{stand.opgave}:{stand.seq} {stand.kop[:12]}"
    moment = stand.laatste_op or omgeving().nu()
    laat_zien(vel, Herkomst(stand.opgave, wie, kenmerk, moment), uit, json)
