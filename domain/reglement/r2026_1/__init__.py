"""The reglement of 2026, first edition. Landed: never change it; make a new edition beside it."""

from datetime import date

from domain.reglement.model import Reglement, Wettekst
from domain.reglement.r2026_1.kalender import KALENDER
from domain.reglement.r2026_1.ladders import LADDERS
from domain.reglement.r2026_1.organiseervormen import ORGANISEERVORMEN
from domain.reglement.r2026_1.poorten import POORTEN
from domain.reglement.r2026_1.stappen import STAPPEN
from domain.reglement.r2026_1.termijnen import TERMIJNEN
from domain.reglement.r2026_1.uitkomsten import BESLUITSOORTEN, UITKOMSTEN_GS, UITKOMSTEN_PS
from domain.reglement.r2026_1.zetels import ZETELS

__all__ = ["REGLEMENT"]

REGLEMENT = Reglement(
    code="r2026_1",
    geldig_vanaf=date(2023, 3, 15),
    wetteksten=(
        Wettekst(wet="PW", geldig_vanaf=date(2026, 7, 1)),
        Wettekst(wet="Wgr", geldig_vanaf=date(2025, 2, 12)),
        Wettekst(wet="Atw", geldig_vanaf=date(2010, 10, 10)),
        Wettekst(wet="Awb 10:31-10:32", geldig_vanaf=date(2026, 1, 1)),
        Wettekst(wet="Woo", geldig_vanaf=date(2026, 8, 15)),
    ),
    kalender=KALENDER,
    zetels=ZETELS,
    stappen=STAPPEN,
    besluitsoorten=BESLUITSOORTEN,
    uitkomsten_gs=UITKOMSTEN_GS,
    uitkomsten_ps=UITKOMSTEN_PS,
    organiseervormen=ORGANISEERVORMEN,
    termijnen=TERMIJNEN,
    ladders=LADDERS,
    poorten=POORTEN,
)
