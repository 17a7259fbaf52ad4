"""`opgave link`: which links partners have, whether they were used, and taking one back."""

from datetime import UTC, datetime, timedelta

from domain.kalender import lokale_datum
from domain.woorden import datum, gewoon
from register import linkbeheer
from register.linkbeheer import Linkrij
from starter.cli import scherm
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.cli.omgeving import omgeving
from starter.cli.wie import afzender

_DOELEN = {"verzoek": "antwoord op", "besluit": "besluit over", "dossier": "dossier"}


def lijst(id_: str | None, alle: bool, json: bool) -> None:
    """The links that work; with `alle` also those that don't any more."""
    nu = datetime.now(UTC)
    rijen = [rij for rij in linkbeheer.lijst(omgeving().register, id_) if alle or rij.werkt(nu)]
    if json:
        return scherm.json_uit(rijen)
    return scherm.tabel(
        ("Link", "Opgave", "Voor", "Waarvoor", "Werkt tot en met", "Gebruikt"),
        [(rij.id, rij.opgave, _voor(rij), _waarvoor(rij), _tot(rij, nu), _gebruikt(rij)) for rij in rijen],
        "Er zijn geen links die werken. Een link gaat mee met de mail aan een partner.",
    )


def trek_in(link: str, als: str | None, json: bool) -> int:
    """Make a link stop working, at once."""
    door = afzender(als, None, omgeving().uid())
    gedaan = linkbeheer.intrekken(omgeving().register, link, f"{door.functie}:{door.subject}")
    nee = f"De link {link} is niet bekend of was al ingetrokken. Kijk met: opgave link lijst --alle"
    zin = "De link werkt niet meer. Wie hem gebruikt, leest dat hij is ingetrokken." if gedaan else nee
    scherm.json_uit({"ingetrokken": gedaan}) if json else scherm.zeg(zin)
    return GEDAAN if gedaan else GEWEIGERD


def _voor(rij: Linkrij) -> str:
    return rij.organisatie if rij.functie == "partner" else f"{gewoon(rij.functie)} van {rij.organisatie}"


def _waarvoor(rij: Linkrij) -> str:
    return _DOELEN[rij.doel] if rij.doel == "dossier" else f"{_DOELEN[rij.doel]} {rij.betreft}"


def _tot(rij: Linkrij, nu: datetime) -> str:
    if rij.ingetrokken_op:
        return f"ingetrokken op {_dag(rij.ingetrokken_op)}"
    return _dag(rij.geldig_tot) if rij.werkt(nu) else f"verlopen op {_dag(rij.geldig_tot)}"


def _gebruikt(rij: Linkrij) -> str:
    return _dag(rij.laatst_gebruikt_op) if rij.laatst_gebruikt_op else "nog niet"


def _dag(moment: datetime) -> str:
    """The local day: a link of a term ends with that day, at 24:00."""
    return datum(lokale_datum(moment - timedelta(seconds=1)))
