"""Help about the sheets: their names with a line each, and which of them was asked for."""

from collections.abc import Iterable, Sequence
from typing import get_args

from pydantic import BaseModel

from domain.beeld.samen.bladwoorden import TITELS, VERVANGEN
from domain.woorden import gewoon
from starter.cli import scherm
from starter.cli.velden import keuzefout, modellen


def namenlijst(vlag: str, namen: Iterable[str]) -> None:
    """Which sheets there are, and how to see the fields of one."""
    scherm.kop(f"Kies met {vlag}")
    scherm.tabel(("Blad", "Waarover"), [(n, TITELS.get(n, gewoon(n))) for n in namen if n not in VERVANGEN])
    scherm.zeg_onder(f"De velden van een blad ziet u met dezelfde regel en {vlag} NAAM erbij.", "dim")


def vervangen(naam: str) -> str:
    """What to use instead of this sheet; empty when it is simply to be used."""
    return f"Dit blad is vervangen. Gebruik de opdracht {VERVANGEN[naam]}." if naam in VERVANGEN else ""


def gekozen(model: type[BaseModel], tokens: Sequence[str]) -> str:
    """The sheet that was named among the options; empty for none. Raises Invoerfout for one that isn't there."""
    for naam, veld in model.model_fields.items():
        keuzes = (k.model_fields["blad"] for k in modellen(veld.annotation) if "blad" in k.model_fields)
        namen = [get_args(keuze.annotation)[0] for keuze in keuzes]
        gevraagd = _waarde(f"--{naam}.blad", tokens) if namen else ""
        if gevraagd and gevraagd not in namen:
            raise keuzefout(f"--{naam}.blad", gevraagd, namen)
        if gevraagd:
            return gevraagd
    return ""


def _waarde(vlag: str, tokens: Sequence[str]) -> str:
    """What was typed behind an option, in either of the two ways."""
    for plek, token in enumerate(tokens):
        if token.startswith(f"{vlag}="):
            return token.partition("=")[2]
        if token == vlag and plek + 1 < len(tokens):
            return tokens[plek + 1]
    return ""
