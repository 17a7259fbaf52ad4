"""The kinds of decision that the second edition adds. Data."""

from domain.reglement.model import Besluitsoort

BESLUITSOORTEN = (
    Besluitsoort(
        code="motie",
        naam="motie vreemd aan de orde van de dag",
        organen=("PS",),
        grond="PW 151; reglement van orde",
    ),
    Besluitsoort(
        code="initiatiefvoorstel",
        naam="initiatiefvoorstel van Statenleden",
        organen=("PS",),
        grond="PW 143a",
    ),
    Besluitsoort(
        code="intrekking",
        naam="intrekking van een eerder besluit",
        organen=("GS", "PS"),
        grond="PW 143, 158",
    ),
    Besluitsoort(
        code="wijziging",
        naam="wijziging van een eerder besluit",
        organen=("GS", "PS"),
        grond="PW 143, 158",
    ),
)
