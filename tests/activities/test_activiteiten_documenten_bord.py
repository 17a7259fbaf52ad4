"""A board as a page and on paper: the same cards, in lists with headings, whatever people typed on them."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from pdflezer import Pdf

from documenten.html import maak_html
from documenten.inhoud import Alinea, Deel, Document, Gegevens, Kaart, Kaartenbord, Kaartkolom, Uitklap
from documenten.pdf import maak_pdf

KAART = Kaart("FL-1", "Energiehub", (("Rijpheid", "signaal"), ("Raakt", "FL-2\nFL-3")), "Gepauzeerd")
KOLOMMEN = (Kaartkolom("F1 initiatief", (KAART, Kaart("FL-2", "Jeugd"))), Kaartkolom("F2 verkenning"))


def document(*kolommen: Kaartkolom) -> Document:
    return Document(
        soortnaam="Bord",
        titel="Agenda",
        kop=Gegevens((("Gebied", "Flevoland"),)),
        delen=(Deel("Per fase", (Kaartenbord("fase", "De opgaven per fase", kolommen),)),),
        kenmerk="feit 1",
        moment=datetime(2026, 3, 10, tzinfo=UTC),
    )


class _Koppen(HTMLParser):
    """The headings and lists of a page in order: what someone hears who goes through it by ear."""

    def __init__(self, pagina: bytes) -> None:
        super().__init__()
        self.gehoord: list[str] = []
        self._in: list[str] = []
        self.feed(pagina.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch("h[1-6]|ul|section", tag):
            self.gehoord.append(tag)
            self._in.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._in and self._in[-1] == tag:
            self._in.pop()

    def handle_data(self, data: str) -> None:
        if self._in and self._in[-1].startswith("h"):
            self.gehoord[-1] += f" {data.strip()}"


def test_wie_luistert_gaat_van_kolom_naar_kolom_en_van_kaart_naar_kaart() -> None:
    """A section per column with its name and count, then a list; an empty column is there with 0; no table for the looks."""
    pagina = maak_html(document(*KOLOMMEN))
    assert [" ".join(woord.split()) for woord in _Koppen(pagina).gehoord] == [
        *("h1 Agenda", "h2 Per fase"),
        *("section", "h3 F1 initiatief (2)", "ul", "h4 FL-1 Energiehub", "h4 FL-2 Jeugd"),
        *("section", "h3 F2 verkenning (0)"),
    ]
    assert b"<table" not in pagina
    assert b"<script" not in pagina
    namen = re.findall(r'<section class="kolom" aria-labelledby="(.*?)">\n<h3 id="(.*?)"', pagina.decode())
    assert namen == [("fase-1", "fase-1"), ("fase-2", "fase-2")]


def test_op_papier_staat_hetzelfde_in_een_tabel() -> None:
    """Tagged: a table with headings, a row per card; also inside details that paper opens."""
    blad = Pdf(maak_pdf(document(*KOLOMMEN)))
    assert {"Table", "TH", "TD"} <= set(blad.tags)
    assert blad.tags.count("TR") == 4
    for woord in ("F1initiatief(2)", "FL-1Energiehub", "Gepauzeerd", "Raakt:FL-2,FL-3", "F2verkenning(0)"):
        assert woord in blad.tekst
    bord = document(*KOLOMMEN).delen[0].blokken[0]
    dicht = document()
    open_ = Pdf(maak_pdf(_met(dicht, Deel("Meer", (Uitklap("Bord", (Alinea("a"), bord)),))), "boek.typ"))
    assert "Energiehub" in open_.tekst


def _met(basis: Document, deel: Deel) -> Document:
    return Document(basis.soortnaam, basis.titel, basis.kop, (deel,), basis.kenmerk, basis.moment)


@pytest.mark.parametrize("kwaad", ["<script>alert(1)</script>", '#panic("x")', '"><h3>Nep</h3>', "*vet* _schuin_"])
def test_wat_op_een_kaart_is_getypt_is_nooit_opmaak(kwaad: str) -> None:
    """In every place of a board the text stays text, in page and PDF."""
    boos = document(Kaartkolom(kwaad, (Kaart(kwaad, kwaad, ((kwaad, kwaad),), kwaad),)))
    rustig = document(Kaartkolom("a", (Kaart("a", "a", (("a", "a"),), "a"),)))
    tags = [[w.split()[0] for w in _Koppen(maak_html(d)).gehoord] for d in (boos, rustig)]
    assert tags[0] == tags[1]
    blad = Pdf(maak_pdf(boos))
    assert sorted(blad.tags) == sorted(Pdf(maak_pdf(rustig)).tags)
    assert blad.tekst.count(re.sub(r"\s", "", kwaad)) == 6


def test_alleen_een_bord_krijgt_de_vormgeving_van_een_bord() -> None:
    """Another page keeps the bytes it had; a board is printed lying down."""
    anders = _met(document(), Deel("Tekst", (Alinea("a"),)))
    assert b"landscape" not in maak_html(anders)
    assert b"A4 landscape" in maak_html(document(*KOLOMMEN))


def test_het_bord_gebruikt_geen_lichte_letters() -> None:
    """Every colour of text is one that the other pages have too, whose contrast is measured there."""
    map_ = files("documenten.sjablonen")
    letters = [
        set(re.findall(r"(?<![-\w])color: (#\w+)", map_.joinpath(n).read_text())) for n in ("bord.css", "stijl.css")
    ]
    assert letters[0]
    assert letters[0] <= letters[1]
