"""A larger document, with contents, figures and details to open: one web page and one PDF from the same value.

The page is the same in kind as that of a small document: no script, nothing from elsewhere, its own style only.
"""

from functools import cache
from html import escape
from importlib.resources import files

from documenten.html import blad_html, blok_html, deel_html
from documenten.inhoud import Deel, Document, een_regel
from documenten.pdf import VOOROP, maak_pdf

_SLA_OVER = '<a class="sla-over" href="#inhoud">Naar de inhoud</a>\n'


def maak_boek_html(document: Document) -> bytes:
    """The page, in UTF-8; the same bytes for the same document. The contents come after the first parts."""
    eerst, rest = document.delen[:VOOROP], document.delen[VOOROP:]
    delen = (blok_html(document.kop), *map(deel_html, eerst), _wijzer(rest), *map(deel_html, rest))
    return blad_html(document, delen, _stijl(), sla_over=_SLA_OVER, hoofd=' id="inhoud" tabindex="-1"')


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
