"""What an auditor hands in as an anchor: the foot of a mail, a hash, or a whole mail that somebody kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path

from domain.controlepunt import KORT
from domain.kalender import dagtekst, lees_dagtekst, lokale_datum

GROOTSTE = 5_000_000
"""Bytes of a file that are read."""
_HASH = re.compile(rf"[0-9a-f]{{{KORT}}}|[0-9a-f]{{64}}")
_VIER = r"(?:[0-9a-f]{4}\s?)"
_REGEL = re.compile(
    r"^Opgave (?P<opgave>[A-Z0-9][A-Z0-9-]{2,39})(?=:|\s*$)"
    r"|^Vastgelegd op \w+ (?P<vast>\d{1,2} \w+ \d{4})\."
    r"|^Bewijs: feit (?P<seq>\d{1,9}),\s*(?P<hash>[0-9a-f]{64})"
    rf"|Controlepunt\s+(?P<nr>\d{{1,9}})\s+van\s+(?P<dag>\d{{1,2}}\s+\w+\s+\d{{4}}):\s*(?P<begin>{_VIER}{{8}}{_VIER}{{0,8}})",
    re.MULTILINE,
)
_AANHALING = re.compile(r"^[ \t]*(?:>[ \t]?)+|^[ \t]+", re.MULTILINE)


class Ankerfout(Exception):
    """Nothing to compare with was found in what the auditor gave; the text says so, in Dutch."""


@dataclass(frozen=True)
class Puntanker:
    """A checkpoint as somebody else holds it: the first digits of its hash, and its number and date when told.

    `bron` says where it was found, in Dutch.
    """

    begin: str
    bron: str
    nr: int | None = None
    dag: date | None = None


@dataclass(frozen=True)
class Bewijsanker:
    """A receipt as somebody else holds it: of which opgave and from which day, when it says so."""

    seq: int
    hash: str
    bron: str
    opgave: str = ""
    dag: date | None = None


Anker = Puntanker | Bewijsanker


def lees_anker(gegeven: str) -> tuple[Anker, ...]:
    """The checkpoints and receipts in a text, a hash of 32 or 64 digits, or a file (a mail as .eml, or text).

    Raises:
        Ankerfout: there is none in it.
    """
    pad = _bestand(gegeven)
    tekst, bron = _van_bestand(pad) if pad else (gegeven, "de tekst die u gaf")
    kaal = re.sub(r"[\s:]", "", tekst).lower()
    ankers = (Puntanker(kaal, bron),) if _HASH.fullmatch(kaal) else tuple(_zoek(tekst, bron))
    if not ankers:
        raise Ankerfout(f"In {pad or 'de tekst die u gaf'} staat geen controlepunt en geen bewijs.")
    return ankers


def _zoek(tekst: str, bron: str) -> Iterator[Anker]:
    """In the order in which they stand there, each once; a receipt goes with the opgave and the day just above it."""
    opgave, dag, gezien = "", None, set[Anker]()
    for treffer in _REGEL.finditer(_AANHALING.sub("", tekst.replace("\r\n", "\n"))):
        if treffer["opgave"]:
            opgave, dag = treffer["opgave"], None
            continue
        if treffer["vast"]:
            dag = lees_dagtekst(treffer["vast"])
            continue
        anker = _punt(treffer, bron) if treffer["nr"] else _bewijs(treffer, bron, opgave, dag)
        if anker not in gezien:
            gezien.add(anker)
            yield anker


def _punt(treffer: re.Match[str], bron: str) -> Anker:
    begin = re.sub(r"\s", "", treffer["begin"])
    return Puntanker(begin, bron, int(treffer["nr"]), lees_dagtekst(treffer["dag"]))


def _bewijs(treffer: re.Match[str], bron: str, opgave: str, dag: date | None) -> Anker:
    return Bewijsanker(int(treffer["seq"]), treffer["hash"], bron, opgave, dag)


def _bestand(gegeven: str) -> Path | None:
    try:
        return Path(gegeven) if len(gegeven) < 4096 and Path(gegeven).is_file() else None
    except (OSError, ValueError):
        return None


def _van_bestand(pad: Path) -> tuple[str, str]:
    """Text and name of a file; of a mail all that is text in it, and its date."""
    try:
        with pad.open("rb") as bestand:
            ruw = bestand.read(GROOTSTE)
    except OSError:
        raise Ankerfout(f"{pad} is niet te lezen.") from None
    if pad.suffix.lower() != ".eml":
        return ruw.decode("utf-8", "replace"), f"het bestand {pad.name}"
    bericht = message_from_bytes(ruw, policy=policy.default)
    return "\n".join(_teksten(bericht)), f"de mail {pad.name}{_van_dag(bericht)}"


def _teksten(bericht: EmailMessage) -> Iterator[str]:
    """The text parts, also of a mail that was sent on as an attachment; a web page only where there is no text."""
    platte = [deel for deel in bericht.walk() if deel.get_content_type() == "text/plain"]
    for deel in platte or [deel for deel in bericht.walk() if deel.get_content_type() == "text/html"]:
        try:
            inhoud = str(deel.get_content())
        except (LookupError, ValueError):
            continue
        yield inhoud if platte else _zonder_opmaak(inhoud)


class _Tekst(HTMLParser):
    """The text of a page, with a line break where the page has one."""

    def __init__(self) -> None:
        super().__init__()
        self.delen = list[str]()

    def handle_data(self, data: str) -> None:
        self.delen.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("br", "p", "div", "li", "h1", "h2", "h3"):
            self.delen.append("\n")


def _zonder_opmaak(html: str) -> str:
    lezer = _Tekst()
    lezer.feed(html)
    return "".join(lezer.delen)


def _van_dag(bericht: EmailMessage) -> str:
    """The date of the mail, when it has one that can be read."""
    try:
        return f" van {dagtekst(lokale_datum(parsedate_to_datetime(str(bericht['Date']))))}"
    except (TypeError, ValueError):
        return ""
