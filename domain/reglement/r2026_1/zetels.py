"""The seats of PS Flevoland as elected on 15-03-2023 (source W1 of domain.md). Data."""

from datetime import date

from domain.reglement.model import Zetelverdeling

ZETELS = (
    Zetelverdeling(
        vanaf=date(2023, 3, 15),
        leden=41,
        fracties=(
            ("BBB", 10),
            ("VVD", 4),
            ("PVV", 3),
            ("PvdA", 3),
            ("GL", 3),
            ("CU", 2),
            ("D66", 2),
            ("CDA", 2),
            ("JA21", 2),
            ("PvdD", 2),
            ("FvD", 2),
            ("SP", 2),
            ("SGP", 2),
            ("SLF", 1),
            ("50PLUS", 1),
        ),
    ),
)
