"""Words as they are searched: without case, accents and endings, so that both databases find the same.

Stems are made here and nowhere else. The stemmer is Snowball's `dutch_porter`, the one PostgreSQL calls `dutch`; its
newer `dutch` cuts too much off (gemeente becomes meen).
"""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

_WOORD = re.compile(r"[a-z0-9]+")
_LANGST = 100
"""A longer word is a code or an address: so much of it is kept, because PostgreSQL's index takes no longer keys."""
_APOSTROF = re.compile(r"(?<=[a-z])['\u2019]s\b")
"""The plural of risico."""
_MEERVOUD = re.compile(r"[a-z0-9]{2,}([dgnrst]ie|te)s")
"""What the stemmer leaves as it is: subsidies, gemeentes; not advies, precies or verlies."""
_STEMMER = snowballstemmer.stemmer("dutch_porter")
_BEURT = threading.Lock()
"""The stemmer keeps the word it works on in itself."""
_ANDERS = {"v": "f", "z": "s"}
"""What Dutch spelling does at the end of a stem: initiatieven and initiatief, huizen and huis."""
_KLEIN = (
    "aan al als altijd andere bij bijvoorbeeld daar dan dat de deze die dit doen door dus een elk elke en er "
    "geen had heb hebben heeft het hier hij hoe hun ik in is ja je kan kunnen maar meer met mijn moet moeten "
    "na naar niet nog nu of om ons onze ook op over pas te toch toen tot u uit uw van veel voor waar waarom "
    "wanneer want waren was wat we wel welke werd wie wij worden wordt zal ze zich zij zijn zo zodat zonder "
    "zou "
)
STOPWOORDEN = frozenset(_KLEIN.split())
"""Words that say nothing about what a text is about."""


def woorden(tekst: str) -> tuple[str, ...]:
    """The words of a text in order: lower case, without accents; letters and digits only."""
    kaal = unicodedata.normalize("NFKD", tekst.casefold())
    zonder = "".join(t for t in kaal if not unicodedata.combining(t))
    return tuple(woord[:_LANGST] for woord in _WOORD.findall(_APOSTROF.sub("", zonder)))


@lru_cache(maxsize=50_000)
def stam(woord: str) -> str:
    """The stem of one word that `woorden` gave."""
    with _BEURT:
        kort = str(_STEMMER.stemWord(woord[:-1] if _MEERVOUD.fullmatch(woord) else woord))
    return kort[:-1] + _ANDERS.get(kort[-1], kort[-1])


def stammen(tekst: str) -> str:
    """Each stem of a text once, in the order in which they come, with spaces between."""
    return " ".join(dict.fromkeys(stam(woord) for woord in woorden(tekst) if woord not in STOPWOORDEN))


def zoekwoorden(tekst: str) -> tuple[str, ...]:
    """The stems that a question asks for; of a question of nothing but small words those are taken after all."""
    gevraagd = woorden(tekst)
    dragend = [woord for woord in gevraagd if woord not in STOPWOORDEN] or gevraagd
    return tuple(dict.fromkeys(stam(woord) for woord in dragend))
