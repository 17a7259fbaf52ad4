"""Votes as people write them: `BBB=9,0,1,0 VVD=4,0`, a file with a line per fractie, or only `30-11`."""

import re
from pathlib import Path

from starter.invoer import Invoerfout, lees_bestand

_PAAR = re.compile(r"([^=\s]{1,80})=([0-9,]{1,40})")
_TOTAAL = re.compile(r"(\d{1,3})-(\d{1,3})")
SOORTEN = "voor,tegen,afwezig,art28"


def lees_stemmen(tekst: str) -> dict[str, list[int]]:
    """Votes per fractie as four numbers; what is left out at the end is zero.

    Raises Invoerfout that names the fractie, for a text or file that can't be read.
    """
    if "=" not in tekst:
        return _uit_bestand(Path(tekst))
    stemmen: dict[str, list[int]] = {}
    for deel in re.split(r"[\s;]+", tekst.strip()):
        if (paar := _PAAR.fullmatch(deel)) is None:
            raise Invoerfout(f"--stemmen: '{deel[:40]}' is niet te lezen; schrijf FRACTIE={SOORTEN} met getallen")
        if paar[1] in stemmen:
            raise Invoerfout(f"--stemmen: {paar[1]} staat er twee keer")
        stemmen[paar[1]] = _getallen(paar[1], paar[2])
    return stemmen


def lees_totaal(tekst: str) -> dict[str, int] | None:
    """The totals in `30-11` (voor and tegen); None for a text of another kind."""
    paar = _TOTAAL.fullmatch(tekst.strip())
    return {"voor": int(paar[1]), "tegen": int(paar[2])} if paar else None


def _getallen(fractie: str, tekst: str) -> list[int]:
    delen = tekst.split(",")
    if len(delen) > 4 or not all(deel.isascii() and deel.isdecimal() and len(deel) < 4 for deel in delen):
        raise Invoerfout(f"--stemmen: {fractie}: geef hoogstens vier getallen: {SOORTEN}")
    return [int(deel) for deel in delen] + [0] * (4 - len(delen))


def _uit_bestand(pad: Path) -> dict[str, list[int]]:
    """The fields are checked by the model itself."""
    return lees_bestand(pad)
