"""The term table: which terms may stand still or be extended by their owner, and two terms of the house. Data."""

from domain.duur import Duur
from domain.reglement.model import Termijnsoort
from domain.reglement.r2026_2 import REGLEMENT as TWEEDE

_OPSCHORTEN = {
    "T08": "Awb 4:15",
    "T09": "Woo 4.4 lid 3, Awb 4:15",
    "T17": "afspraak met de partner",
    **dict.fromkeys(("T18", "T19", "T20", "T21", "T22", "H01", "H02", "H03", "H04", "H05"), "huisregel"),
}
_VERLENGEN = {
    "T13": "afspraak met de rekenkamer",
    "T16": "de regeling zelf",
    "T17": "afspraak met de partner",
    **dict.fromkeys(("T18", "T19", "T20", "T21", "T22", "H01", "H02", "H03", "H04", "H05"), "huisregel"),
}


def _huis(code: str, naam: str, grond: str, duur: str, ladder: str) -> Termijnsoort:
    return Termijnsoort(
        code=code,
        naam=naam,
        duur=Duur.lees(duur),
        richting="vooruit",
        soort="huis",
        atw=False,
        grond=grond,
        ladder=ladder,
    )


_ERBIJ = (
    _huis("H06", "akkoord op een bericht aan bestuurders", "domain.md 4.3", "3wd", "akkoord"),
    _huis("H07", "antwoord op een inbreng", "huisregel", "5wd", "huis"),
)

TERMIJNEN = (
    *(t.met(opschorten=_OPSCHORTEN.get(t.code, ""), verlengen=_VERLENGEN.get(t.code, "")) for t in TWEEDE.termijnen),
    *_ERBIJ,
)
