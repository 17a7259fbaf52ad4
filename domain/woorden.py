"""One plain Dutch sentence per fact, for timelines, mails and lists. Words only; nothing is decided here."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from domain.kalender import datum_voluit
from domain.stand import Stand

ORGANEN = {
    "GS": "Gedeputeerde Staten",
    "PS": "Provinciale Staten",
    "jurist": "de jurist",
    "notaris": "de notaris",
    "ondertekenaars": "de ondertekenaars",
    "statencommissie": "de statencommissie",
    "bestuurlijke_conferentie": "de bestuurlijke conferentie",
    "kroon": "de Kroon",
    "rijk": "het Rijk",
    "provincie": "de provincie",
}

_EIGEN_WOORDEN = {
    "aangenomen_gewijzigd": "gewijzigd aangenomen",
    "uitgesteld_staking": "uitgesteld door staking van stemmen",
    "niet_aangenomen_staking": "niet aangenomen door staking van stemmen",
    "stemming_ongeldig": "stemming niet geldig",
    "geen_quorum": "geen besluit, het quorum ontbrak",
}

MEERVOUD = ("GS", "PS", "ondertekenaars")


def datum(dag: date | None) -> str:
    """A date in full Dutch, `datum onbekend` when there is none."""
    return datum_voluit(dag) if dag else "datum onbekend"


def euro(centen: int) -> str:
    """An amount in eurocents as Dutch text: 25000000 gives `€ 250.000,00`."""
    heel, rest = divmod(centen, 100)
    return f"€ {heel:,}".replace(",", ".") + f",{rest:02d}"


def tel(aantal: int, een: str, meer: str) -> str:
    """A number with its noun: `1 les`, `2 lessen`, `0 lessen`."""
    return f"{aantal} {een if aantal == 1 else meer}"


def orgaan(code: str) -> str:
    """The name of a body in a sentence; a partner's id is its own name."""
    return ORGANEN.get(code, code)


def gewoon(code: str) -> str:
    """A code as words: `akkoord_met_melding` reads `akkoord met melding`; some codes have words of their own."""
    return _EIGEN_WOORDEN.get(code) or code.replace("_", " ")


def met_namen(tekst: str, stand: Stand) -> str:
    """The text with the names of partners instead of their ids; a sentence still begins with a capital.

    An id that could be an ordinary word (no hyphen in it) is left as it is.
    """
    groot = tekst[:1].isupper()
    for partner in stand.partners.values():
        if "-" in partner.id and partner.id in tekst.lower():
            tekst = _los(partner.id).sub(_vast(partner.naam), tekst)
    return tekst[:1].upper() + tekst[1:] if groot else tekst


def _vast(naam: str) -> Callable[[re.Match[str]], str]:
    """A replacement that is taken literally."""
    return lambda _: naam


@lru_cache(maxsize=1000)
def _los(id_: str) -> re.Pattern[str]:
    """An id that stands by itself, with or without a capital at the front; not as part of the id of a step."""
    eerste = f"[{re.escape(id_[0].upper())}{re.escape(id_[0])}]"
    return re.compile(rf"(?<![\w.@/-]){eerste}{re.escape(id_[1:])}(?![\w-]|\.\w)")


def zin(tekst: str) -> str:
    """A text as the end of a sentence: with one full stop, or the mark it already has."""
    return tekst if tekst.rstrip()[-1:] in (".", "?", "!") else f"{tekst}."
