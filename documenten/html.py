"""A document as one HTML page: it needs nothing from elsewhere, and reads without a picture, a script or a mouse."""

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files

from documenten.inhoud import (
    PROVINCIE,
    SJABLOON,
    Alinea,
    Blok,
    Deel,
    Document,
    Gegevens,
    Lijst,
    Tabel,
    alineas,
    een_regel,
    regels,
)
from domain.kalender import datum_voluit, lokale_datum

_BLAD = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{stijlhash}'">
<meta name="generator" content="opgavenmotor, sjabloon {sjabloon}">
<title>{soortnaam}: {titel}</title>
<style>{stijl}</style>
</head>
<body>
<header>
<p class="organisatie">{organisatie}</p>
<p class="soort">{soortnaam}</p>
</header>
<main>
<h1 dir="auto">{titel}</h1>
{inhoud}
</main>
<footer>
<p>{organisatie}, {datum}. Kenmerk: {kenmerk}</p>
</footer>
</body>
</html>
"""


def maak_html(document: Document) -> bytes:
    """The page, in UTF-8; the same bytes for the same document."""
    delen = (_blok(document.kop), *(_deel(deel) for deel in document.delen))
    return _BLAD.format(
        stijl=_stijl(),
        stijlhash=_stijlhash(),
        sjabloon=SJABLOON,
        organisatie=escape(PROVINCIE),
        soortnaam=escape(een_regel(document.soortnaam)),
        titel=escape(een_regel(document.titel)),
        inhoud="\n".join(delen),
        datum=datum_voluit(lokale_datum(document.moment)),
        kenmerk=escape(een_regel(document.kenmerk)),
    ).encode()


@cache
def _stijl() -> str:
    return files("documenten.sjablonen").joinpath("stijl.css").read_text("utf-8")


@cache
def _stijlhash() -> str:
    """With it the page allows its own style and nothing else, should a text ever get through as markup."""
    return base64.b64encode(hashlib.sha256(_stijl().encode()).digest()).decode()


def _deel(deel: Deel) -> str:
    kop = f'<h{deel.niveau} dir="auto">{escape(een_regel(deel.kop))}</h{deel.niveau}>'
    return "\n".join((kop, *map(_blok, deel.blokken)))


def _blok(blok: Blok) -> str:
    match blok:
        case Alinea():
            tekst = "\n".join(f'<p dir="auto">{_regels(a)}</p>' for a in alineas(blok.tekst))
            return f'<div class="nadruk">\n{tekst}\n</div>' if blok.nadruk else tekst
        case Gegevens():
            rijen = (f'<div><dt>{escape(n)}</dt><dd dir="auto">{_tekst(w)}</dd></div>' for n, w in blok.paren)
            return "<dl>\n" + "\n".join(rijen) + "\n</dl>"
        case Lijst():
            soort = "ol" if blok.genummerd else "ul"
            punten = "\n".join(f'<li dir="auto">{_tekst(punt)}</li>' for punt in blok.punten)
            return f"<{soort}>\n{punten}\n</{soort}>"
        case Tabel():
            return _tabel(blok)


def _tabel(tabel: Tabel) -> str:
    kop = "".join(f'<th scope="col">{escape(naam)}</th>' for naam in tabel.kolommen)
    rijen = "\n".join(f"<tr>{_rij(rij)}</tr>" for rij in tabel.rijen)
    bijschrift = f"<caption>{escape(tabel.bijschrift)}</caption>"
    return f"<table>\n{bijschrift}\n<thead><tr>{kop}</tr></thead>\n<tbody>\n{rijen}\n</tbody>\n</table>"


def _rij(rij: tuple[str, ...]) -> str:
    """The first cell names the row."""
    eerste, *rest = rij
    return f'<th scope="row" dir="auto">{_tekst(eerste)}</th>' + "".join(
        f'<td dir="auto">{_tekst(cel)}</td>' for cel in rest
    )


def _tekst(tekst: str) -> str:
    return _regels(regels(tekst))


def _regels(delen: tuple[str, ...]) -> str:
    return "<br>".join(escape(deel) for deel in delen)
