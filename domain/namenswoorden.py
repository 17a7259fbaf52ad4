"""How it came that someone else recorded what an organisation said, as words."""

from domain.taal.namens import Namens
from domain.taal.stukken import Stuk
from domain.taal.verzoeken import Kanaal
from domain.woorden import gewoon

HOE: dict[Kanaal, str] = {
    "brief": "per brief",
    "e-mail": "per e-mail",
    "telefoon": "per telefoon",
    "tafel": "aan tafel",
    "balie": "aan de balie",
}


def hoe(kanaal: Kanaal, stuk: Stuk | None) -> str:
    """The channel, with the document when one was named: `per brief (Brief van de raad, R-7)`."""
    return HOE[kanaal] + (f" ({stuk.titel}, {stuk.referentie})" if stuk else "")


def erbij(kanaal: Kanaal | None, stuk: Stuk | None) -> str:
    """What a sentence says after who said something; nothing when they said it themselves."""
    return f" (niet zelf vastgelegd, gehoord {hoe(kanaal, stuk)})" if kanaal else ""


def door_ander(namens: Namens) -> str:
    """Who recorded it and how it came: `vastgelegd door de opgavemanager, per brief`."""
    return f"vastgelegd door de {gewoon(namens.door)}, {hoe(namens.kanaal, namens.stuk)}"
