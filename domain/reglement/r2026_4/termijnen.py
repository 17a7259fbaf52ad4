"""The term table: that of the third edition, and the terms of working together and learning. Data."""

from domain.duur import Duur
from domain.reglement.model import Termijnsoort
from domain.reglement.r2026_3 import REGLEMENT as DERDE


def _huis(code: str, naam: str, grond: str, duur: str | None = None) -> Termijnsoort:
    return Termijnsoort(
        code=code,
        naam=naam,
        duur=Duur.lees(duur) if duur else None,
        richting="vooruit",
        soort="huis",
        atw=False,
        grond=grond,
        ladder="huis",
        opschorten="huisregel",
        verlengen="huisregel",
        werkdag=True,
    )


def _op_een_werkdag(soort: Termijnsoort) -> Termijnsoort:
    """The agenda begins with this edition, so nobody has a herijking that was counted to a Sunday."""
    return soort.met(werkdag=True) if soort.code == "T20" else soort


TERMIJNEN = (
    *(_op_een_werkdag(soort) for soort in DERDE.termijnen),
    _huis("H08", "kader nader uitwerken", "S2-09"),
    _huis("H09", "spelniveau opnieuw meten", "S4-11"),
    _huis("H10", "bijeenkomst van een tafel", "S1-14", "26w"),
    _huis("H11", "betekenis van een tafel opnieuw beantwoorden", "S1-17", "52w"),
    _huis("H12", "gevolg van een verandering van buiten", "S3-05", "5wd"),
    _huis("H13", "review van de samenwerking", "S3-21", "20wd"),
    _huis("H14", "waarom samenwerken met een verbonden partij", "S3-06", "52w"),
    _huis("H15", "accounthouder van een verbonden partij", "S3-27", "10wd"),
    _huis("H16", "antwoord op aangeboden lessen", "domain.md 5.2", "20wd"),
    _huis("H17", "vaststelling van de regionale agenda door een overheid", "S0-20"),
    _huis("H18", "antwoord van een overheid op een gezamenlijke intake", "S1-20"),
    _huis("H19", "gezamenlijk antwoord op een intake", "S1-20", "10wd"),
)
