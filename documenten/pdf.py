"""A document as a tagged PDF/A-3a, through Typst: no network, no packages, only the fonts that Typst carries itself.

The content reaches the template as JSON data, so nothing a person typed is ever read as Typst. Typst lets go of the GIL
while it works, so the event loop goes on.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from importlib.resources import as_file, files
from typing import Any

import typst

from documenten.inhoud import (
    PROVINCIE,
    SJABLOON,
    TEKENS,
    Alinea,
    Blok,
    Document,
    Figuur,
    Gegevens,
    Kaartenbord,
    Kaartkolom,
    Lijst,
    Tabel,
    Uitklap,
    Vlak,
    alineas,
    een_regel,
    regels,
)
from domain.kalender import datum_voluit, lokale_datum

STANDAARDEN: list[Any] = ["a-3a", "ua-1"]
"""For the archive, and for who reads with a screen reader."""
# What the fonts in the wheel can show; PDF/A forbids a sign without a picture. A test prints all of it.
GETEKEND = (
    *((0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x24F), (0x300, 0x36F), (0x370, 0x377), (0x37A, 0x37F), (0x384, 0x38A)),
    *((0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x4FF), (0x5D0, 0x5EA), (0x621, 0x63A), (0x640, 0x652)),
    *((0x660, 0x66D), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x202F, 0x2040), (0x2070, 0x2071), (0x2074, 0x208E)),
    *((0x20A0, 0x20BF), (0x2153, 0x2184), (0x2190, 0x23FF), (0x2460, 0x262F), (0xFFFD, 0xFFFD)),
)
LANG_WOORD = re.compile(r"\S{41,}")
VINGERAFDRUK = re.compile(r"[0-9a-f]{64}")
VOOROP = 2
"""How many parts of a book come before its contents."""
BREEKT_NA = 20
"""A very long word may break after every so many signs; on a page that can't scroll it would run off the paper."""
SMAL = 6
"""The same in a table of many columns."""
NIETS_BREED = "\u200b"


class PdfFout(Exception):
    """Typst could not make the document."""


def maak_pdf(document: Document, sjabloon: str = "stuk.typ") -> bytes:
    """The PDF; the same bytes for the same document. A book (`boek.typ`) has a table of contents and figures.

    Raises:
        PdfFout: it can't be made.
    """
    data = json.dumps(_data(document))
    with as_file(files("documenten.sjablonen")) as map_:
        return _typst(str(map_ / sjabloon), str(map_), data, document)


def _typst(sjabloon: str, map_: str, data: str, document: Document) -> bytes:
    try:
        uit = typst.compile(
            sjabloon,
            root=map_,
            format="pdf",
            font_paths=[],
            ignore_system_fonts=True,
            sys_inputs={"stuk": data},
            pdf_standards=STANDAARDEN,
            timestamp=document.moment.replace(microsecond=0),  # typst takes whole seconds only
        )
    except typst.TypstError as fout:
        raise PdfFout(type(fout).__name__) from None
    except BaseException as fout:
        # A panic in the Rust of Typst comes as its own BaseException; a stop of the process must go on its way.
        if type(fout).__name__ != "PanicException":
            raise
        raise PdfFout("PanicException") from None
    if not isinstance(uit, bytes):
        raise PdfFout("geen PDF")
    return uit


def leesbaar(tekst: str, per: int = BREEKT_NA) -> str:
    """The text as the fonts can show it: other signs as their code, such as `[U+1F600]`; long words may break."""
    return LANG_WOORD.sub(partial(_breekbaar, per), _tekenbaar(tekst))


def _tekenbaar(tekst: str) -> str:
    heel = unicodedata.normalize("NFC", tekst)
    return "".join(t if _getekend(ord(t)) else f"[U+{ord(t):04X}]" for t in heel)


def _getekend(code: int) -> bool:
    return any(van <= code <= tot for van, tot in GETEKEND)


def _breekbaar(per: int, woord: re.Match[str]) -> str:
    """A hash stays as it is: it fits, and who copies it must get it back unchanged."""
    heel = woord.group()
    if VINGERAFDRUK.fullmatch(heel):
        return heel
    return NIETS_BREED.join(heel[i : i + per] for i in range(0, len(heel), per))


def _data(document: Document) -> dict[str, Any]:
    """What the template reads. Texts with line breaks are lists of lines."""
    titel, soortnaam = een_regel(document.titel), een_regel(document.soortnaam)
    datum = datum_voluit(lokale_datum(document.moment))
    return {
        "organisatie": PROVINCIE,
        "soortnaam": leesbaar(soortnaam),
        "titel": leesbaar(titel),
        "volle_titel": f"{soortnaam}: {titel}",
        "trefwoorden": [een_regel(document.kenmerk), f"sjabloon {SJABLOON}"],
        "voet": leesbaar(f"{PROVINCIE}, {datum}. Kenmerk: {een_regel(document.kenmerk)}"),
        "kop": [_blok(document.kop)],
        "voorop": VOOROP,
        "delen": [
            {
                "kop": leesbaar(een_regel(deel.kop)),
                "niveau": deel.niveau - 1,
                "blokken": [_blok(op_papier(blok)) for blok in deel.blokken],
            }
            for deel in document.delen
        ],
    }


PapierBlok = Alinea | Gegevens | Lijst | Tabel | Figuur | Vlak | Uitklap


def op_papier(blok: Blok) -> PapierBlok:
    """A block as the template knows it: on paper a board is a table, because cards beside each other don't fit."""
    if not isinstance(blok, Kaartenbord):
        return blok
    rijen = tuple(rij for kolom in blok.kolommen for rij in _kaartrijen(kolom))
    return Tabel(blok.titel, ("Kolom", "Wat", "Meer"), rijen, (3, 5, 5), breed=True)


def _kaartrijen(kolom: Kaartkolom) -> Iterator[tuple[str, ...]]:
    """A row per card under the name of its column; a column without cards has a row that says so."""
    kop = f"{kolom.kop} ({len(kolom.kaarten)})"
    for k in kolom.kaarten:
        meer = "\n".join(f"{naam}: {', '.join(regels(waarde))}" for naam, waarde in k.gegevens)
        yield kop, "\n".join(filter(None, (k.kenmerk, k.titel, k.toestand))), meer
    if not kolom.kaarten:
        yield kop, "-", "-"


def _blok(blok: PapierBlok) -> dict[str, Any]:
    match blok:
        case Alinea():
            delen = [[leesbaar(regel) for regel in alinea] for alinea in alineas(blok.tekst)]
            return {"soort": "alinea", "nadruk": blok.nadruk, "alineas": delen}
        case Gegevens():
            return {
                "soort": "gegevens",
                "paren": [[leesbaar(een_regel(naam)), _regels(waarde)] for naam, waarde in blok.paren],
            }
        case Lijst():
            return {"soort": "lijst", "genummerd": blok.genummerd, "punten": [_regels(p) for p in blok.punten]}
        case Tabel():
            return {
                "soort": "tabel",
                "bijschrift": leesbaar(een_regel(blok.bijschrift)),
                "kolommen": [leesbaar(een_regel(naam)) for naam in blok.kolommen],
                "breedtes": list(blok.breedtes),
                "rijen": [[_regels(cel, SMAL if blok.breed else BREEKT_NA) for cel in rij] for rij in blok.rijen],
            }
        case Figuur():
            return {
                "soort": "figuur",
                "titel": leesbaar(een_regel(blok.titel)),
                "beschrijving": _regels(blok.beschrijving),
                "svg": _tekenbaar(blok.svg.replace("\n", " ")),
                "tabel": _blok(blok.tabel),
            }
        case Vlak():
            kop = leesbaar(een_regel(blok.kop))
            return {"soort": "vlak", "kop": [TEKENS[blok.soort], kop], "tekst": _blok(Alinea(blok.tekst))}
        case Uitklap():
            kop = leesbaar(een_regel(blok.kop))
            return {"soort": "uitklap", "kop": kop, "blokken": [_blok(op_papier(deel)) for deel in blok.blokken]}


def _regels(tekst: str, per: int = BREEKT_NA) -> list[str]:
    return [leesbaar(regel, per) for regel in regels(tekst)]
