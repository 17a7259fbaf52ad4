"""Reading the body of a form: names and texts, and nothing else."""

import re
import unicodedata
from urllib.parse import parse_qsl

from starlette.requests import Request

SOORT = "application/x-www-form-urlencoded"
MEESTE_VELDEN = 40
_OMKEREND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that make what follows read from right to left: a text would look other than it is."""
_REGELEINDE = re.compile("\r\n|[\r\u2028\u2029]")


class GeenFormulier(Exception):
    """What came is no form of ours."""


async def lees(request: Request) -> dict[str, str]:
    """The fields of a form; line ends as we write them, and no sign that no text holds.

    Raises:
        GeenFormulier: it is something else, or has far too many fields.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in (SOORT, ""):
        raise GeenFormulier
    try:
        tekst = (await request.body()).decode("ascii")
        paren = parse_qsl(tekst, keep_blank_values=True, max_num_fields=MEESTE_VELDEN, errors="strict")
    except ValueError:
        raise GeenFormulier from None
    return {naam: _schoon(waarde) for naam, waarde in paren}


def _schoon(waarde: str) -> str:
    return "".join(teken for teken in _REGELEINDE.sub("\n", waarde) if _mag(teken)).strip()


def _mag(teken: str) -> bool:
    return teken in "\n\t" or (unicodedata.category(teken) != "Cc" and teken not in _OMKEREND)
