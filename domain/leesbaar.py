"""A refusal as people read it. The words of a refusal are in the chain and never change; how they are shown may."""

import re
from datetime import date

from domain.kalender import datum_in_cijfers
from domain.stand import Stand
from domain.woorden import met_namen

_DATUM = re.compile(r"(?<![\w.@/:-])(\d{4})-(\d{2})-(\d{2})(?![\w-]|\.\w)", re.ASCII)
_HET = re.compile(r"\bDeze (bronverhaal|rechtsmiddel|signaal|verzoek|vormtraject) is niet bekend")


def leesbaar(tekst: str, stand: Stand | None = None) -> str:
    """The text with days as people write them, the right article, and names of partners where the state is known."""
    met_dagen = _DATUM.sub(_dag, tekst)
    recht = _HET.sub(lambda m: f"Dit {m[1]} is niet bekend", met_dagen)
    return met_namen(recht, stand) if stand is not None else recht


def _dag(gevonden: re.Match[str]) -> str:
    """The day in numbers; what only looks like a date stays as it is."""
    try:
        return datum_in_cijfers(date(*map(int, gevonden.groups())))
    except ValueError:
        return gevonden[0]
