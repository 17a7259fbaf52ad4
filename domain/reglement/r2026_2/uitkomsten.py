"""The kinds of decision that the second edition adds. A9 to A11 stand in no path; they are opened where they apply."""

from domain.reglement.model import Besluitsoort, Uitkomsten

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
    Besluitsoort(
        code="A9",
        naam="machtiging voor een private rechtspersoon in een gemeenschappelijke regeling",
        organen=("kroon",),
        grond="Wgr 93 b, 96 b",
        mogelijk=Uitkomsten(positief=("verleend",), negatief=("geweigerd",)),
    ),
    Besluitsoort(
        code="A10",
        naam="deelneming door het Rijk",
        organen=("rijk",),
        grond="Wgr 94, 97",
        mogelijk=Uitkomsten(positief=("in_werking",), negatief=("bij_wet_te_regelen",)),
    ),
    Besluitsoort(
        code="A11",
        naam="PS zijn zelf deelnemer",
        organen=("PS",),
        grond="Wgr 40, 51, 73, 83 lid 1; PW 79l",
    ),
)
