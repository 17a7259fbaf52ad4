"""What the law leaves to say: what a silence means, and how an objection, suspension or annulment ended."""

from collections.abc import Iterable
from typing import Any

from domain import rechtsstand
from domain.stand import Stand


def voorstellen(stand: Stand) -> Iterable[dict[str, Any]]:
    """A finding for each silence that waits for the jurist, an end for each rechtsmiddel that can still end."""
    for rechtswege in rechtsstand.open_rechtswege(stand):
        yield {"soort": "StelRechtswegeVast", "stap": rechtswege.stap, "oordeel": "niet", "motivering": "<waarom>"}
    for middel in stand.rechtsmiddelen.values():
        if mag := rechtsstand.stadium(middel).vervolg:
            wat = {"rechtsmiddel": middel.id, "uitkomst": mag[0], "motivering": "<waarom>"}
            yield {"soort": "SluitRechtsmiddel", **wat}


def uitkomsten(stand: Stand, inhoud: dict[str, Any]) -> tuple[str, ...]:
    """How the rechtsmiddel of this example can end."""
    return rechtsstand.stadium(stand.rechtsmiddelen[inhoud["rechtsmiddel"]]).vervolg
