"""A larger document, with contents, figures and details to open: one web page and one PDF from the same value.

The page is the same in kind as that of a small document: no script, nothing from elsewhere, its own style only.
"""

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files

from documenten.html import blok_html, deel_html
from documenten.inhoud import PROVINCIE, SJABLOON, Deel, Document, een_regel
from documenten.pdf import VOOROP, maak_pdf
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
<a class="sla-over" href="#inhoud">Naar de inhoud</a>
<header>
<p class="organisatie">{organisatie}</p>
<p class="soort">{soortnaam}</p>
</header>
<main id="inhoud" tabindex="-1">
<h1 dir="auto">{titel}</h1>
{inhoud}
</main>
<footer>
<p>{organisatie}, {datum}. Kenmerk: {kenmerk}</p>
</footer>
</body>
</html>
"""


def maak_boek_html(document: Document) -> bytes:
    """The page, in UTF-8; the same bytes for the same document. The contents come after the first parts."""
    eerst, rest = document.delen[:VOOROP], document.delen[VOOROP:]
    delen = (blok_html(document.kop), *map(deel_html, eerst), _wijzer(rest), *map(deel_html, rest))
    return _BLAD.format(
        stijl=_stijl(),
        stijlhash=base64.b64encode(hashlib.sha256(_stijl().encode()).digest()).decode(),
        sjabloon=SJABLOON,
        organisatie=escape(PROVINCIE),
        soortnaam=escape(een_regel(document.soortnaam)),
        titel=escape(een_regel(document.titel)),
        inhoud="\n".join(delen),
        datum=datum_voluit(lokale_datum(document.moment)),
        kenmerk=escape(een_regel(document.kenmerk)),
    ).encode()


def maak_boek_pdf(document: Document) -> bytes:
    """The same as a tagged PDF/A-3a. Raises PdfFout when it can't be made."""
    return maak_pdf(document, "boek.typ")


@cache
def _stijl() -> str:
    map_ = files("documenten.sjablonen")
    return map_.joinpath("stijl.css").read_text("utf-8") + map_.joinpath("boek.css").read_text("utf-8")


def _wijzer(delen: tuple[Deel, ...]) -> str:
    punten = "\n".join(
        f'<li><a href="#{escape(d.anker)}">{escape(een_regel(d.kop))}</a></li>' for d in delen if d.anker
    )
    return f'<nav aria-labelledby="wijzer">\n<h2 id="wijzer">Wat staat waar</h2>\n<ol>\n{punten}\n</ol>\n</nav>'
