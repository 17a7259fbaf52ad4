"""Money as people type it: 1250,50 or € 250.000. The model counts in eurocents."""

import re
from decimal import Decimal

from pydantic.fields import FieldInfo

from starter.invoer import Invoerfout

_BEDRAG = re.compile(
    r"([+-]?)\s*(?:€|eur(?:o)?\b)?\s*(\d{1,3}(?:\.\d{3})+|\d{1,14})(?:[.,](\d{1,2}|-|--))?", re.IGNORECASE
)


def is_geld(veld: FieldInfo) -> bool:
    """Whether a field holds eurocents; its description says so."""
    return "eurocent" in (veld.description or "")


def euronaam(naam: str) -> str:
    """The option that takes the same amount in euros: `--euro` beside `--bedrag`, `--budget-euro` beside `--budget`."""
    return "euro" if naam == "bedrag" else f"{naam}_euro"


def lees_euro(tekst: str, plek: str) -> int:
    """Eurocents from an amount in euros. Raises Invoerfout that names the field."""
    past = _BEDRAG.fullmatch(tekst.strip())
    if past is None:
        raise Invoerfout(f"--{plek}: schrijf een bedrag als 1250,50 of € 250.000.")
    teken, heel, rest = past[1], past[2].replace(".", ""), (past[3] or "").strip("-")
    return int(Decimal(f"{teken}{heel}.{rest or 0}") * 100)


def lees_bedrag(tekst: str, plek: str) -> int:
    """Eurocents: digits alone are cents already; with a comma, a dot or a euro sign they are euros."""
    kaal = tekst.strip()
    return int(kaal) if re.fullmatch(r"[+-]?[0-9]{1,18}", kaal) else lees_euro(kaal, plek)
