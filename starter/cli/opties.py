"""The options that many commands share, each with its one Dutch description."""

from typing import Annotated

from typer import Argument, Option

Id = Annotated[str, Argument(metavar="ID", help="de opgave, bijvoorbeeld FL-2026-01", show_default=False)]
MogelijkId = Annotated[str | None, Argument(metavar="[ID]", help="alleen deze opgave", show_default=False)]
Orgaan = Annotated[str, Argument(metavar="ORGAAN", help="GS, PS of een ander orgaan", show_default=False)]
Als = Annotated[
    str | None,
    Option("--als", metavar="FUNCTIE[:ID]", envvar="OPGAVE_ALS", help="in welke functie; anders opgavemanager"),
]
Namens = Annotated[
    str | None, Option("--namens", metavar="WIE", envvar="OPGAVE_NAMENS", help="bij partner: welke partner")
]
Json = Annotated[bool, Option("--json", help="antwoord als JSON")]
Droog = Annotated[bool, Option("--droog", help="laat zien wat er zou gebeuren, en verander niets")]
Op = Annotated[
    str | None, Option("--op", metavar="DATUM", help="wanneer het gebeurde: 2026-03-10, 10-3-2026, gisteren")
]
OpdrachtId = Annotated[
    str | None, Option("--opdracht-id", metavar="KENMERK", help="bij herhalen: het kenmerk van de eerste poging")
]
