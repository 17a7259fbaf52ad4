"""How documents are made: text stays text in PDF and HTML, and everybody can read them, now and in the archive."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from documentleven import proefdocument
from pdflezer import Pdf

from documenten import pdf
from documenten.html import maak_html
from documenten.inhoud import Alinea, Deel, Document, Lijst, schoon
from documenten.pdf import maak_pdf

KWAAD = [
    '#read("/etc/passwd")',
    '#panic("x") #eval("1+1") #import "@preview/x:0.1.0": *',
    "$x$ en $ integral $",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</style></title></main><h1>Nep</h1>",
    "@label <label> &amp; &lt;b&gt; \" onmouseover='x'",
    "`code` ```raw```",
    "= Kop",
    "- lijst",
    "+ punt",
    "/ Term: uitleg",
    "*vet* _schuin_ // weg /* weg */ --- ~ \\u{41} \\",
    "'aanhaling' \"aanhaling\" -- ...",
    "https://example.org/pad?x=1",
    "{stijl} {titel} {0} %s ${x}",
    "w" * 90,
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
]


def _plat(tekst: str) -> str:
    return re.sub(r"\s", "", tekst)


@pytest.mark.parametrize("kwaad", KWAAD, ids=range(len(KWAAD)))
def test_wat_iemand_typt_is_nooit_opmaak(kwaad: str) -> None:
    """In PDF and HTML it stands there sign by sign, in every place, and it adds no heading, link or other structure."""
    rustig, document = proefdocument(), proefdocument(kwaad, kwaad)
    blad = Pdf(maak_pdf(document))
    assert sorted(set(blad.tags)) == sorted(set(Pdf(maak_pdf(rustig)).tags))
    assert blad.tags.count("H1") == Pdf(maak_pdf(rustig)).tags.count("H1")
    if kwaad.isascii():
        assert blad.tekst.count(_plat(kwaad)) >= 9
    lezer, kaal = _gelezen(document), _gelezen(rustig)
    assert lezer.vorm == kaal.vorm
    assert _plat("".join(lezer.teksten)).count(_plat(kwaad)) >= 9


def test_een_ander_bestand_komt_er_niet_in(tmp_path: Path) -> None:
    """Typst can read nothing outside its own folder, also if a text were to be evaluated after all."""
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("zeer-geheime-inhoud")
    blad = Pdf(maak_pdf(proefdocument(f'#read("{geheim}")')))
    assert "zeer-geheime-inhoud" not in blad.tekst
    assert _plat(f'#read("{geheim}")') in blad.tekst


@pytest.mark.parametrize(
    ("getypt", "te_zien"),
    [
        ("a \U0001f600 b", "a[U+1F600]b"),
        ("\u6f22", "[U+6F22]"),
        ("nul\0 bel\x07", "nul\ufffdbel\ufffd"),
        ("los \ud800 half", "los\ufffdhalf"),
        ("e\u0301e\u0301n", "\u00e9\u00e9n"),
        ("van \u202eachter\u202c naar voren\u2066\u200f", "vanachternaarvoren"),
        ("z\u200bw\ufeff", "zw"),
        ("een\r\ntwee\u2028drie\n\n\nvier", "eentweedrievier"),
        ("\ue000", "[U+E000]"),
        (
            "Zo\u00eb \u20ac 5, \u00b1 20 \u2264 30 \u2192 \u0410\u03a9",
            "Zo\u00eb\u20ac5,\u00b120\u226430\u2192\u0410\u03a9",
        ),
        ("", "-"),
    ],
)
def test_vreemde_tekens_breken_niets(getypt: str, te_zien: str) -> None:
    """What has no picture is named, what steers is left out, and line breaks of any kind are line breaks."""
    document = replace(proefdocument(), delen=(Deel("Deel", (Lijst((getypt,)),)),))
    assert f"Deel\u2013{te_zien}Provincie" in Pdf(maak_pdf(document)).tekst
    html = "".join(_gelezen(document).teksten)
    assert "\u202e" not in html
    assert "\0" not in html


def test_alles_wat_als_getekend_geldt_is_te_tekenen() -> None:
    """The table of signs holds for the fonts in the wheel: PDF/A refuses a sign without a picture."""
    tekens = [chr(code) for van, tot in pdf.GETEKEND for code in range(van, tot + 1)]
    tekst = " ".join(schoon(teken) for teken in tekens)
    assert len(tekens) > 2000
    assert maak_pdf(replace(proefdocument(), delen=(Deel("Tekens", (Alinea(tekst),)),)))


def test_een_hash_blijft_heel_en_een_lang_woord_mag_breken() -> None:
    """Who copies a hash out of the PDF gets it back unchanged."""
    assert pdf.leesbaar("a" * 64) == "a" * 64
    assert max(map(len, pdf.leesbaar("w" * 100).split(pdf.NIETS_BREED))) <= 20


def test_de_pdf_is_een_toegankelijke_pdf_a_3a() -> None:
    """Marked so, tagged, in Dutch, with its title, its date from the fact and all of its fonts inside."""
    blad = Pdf(maak_pdf(proefdocument(titel="Samen het net delen")))
    assert blad.inhoud.startswith(b"%PDF-1.7")
    for deel in (
        b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"/Lang(nl-NL)",
        b"/MarkInfo<</Marked true",
        b"/StructTreeRoot",
        b"/DisplayDocTitle true",
        b"Statenvoorstel: Samen het net delen</rdf:li>",
        b"<xmp:CreateDate>2024-02-01T09:00:00",
        b"/Scope/Column",
    ):
        assert deel in blad.inhoud
    assert {"Title", "H1", "H2", "P", "L", "LI", "Table", "Caption", "THead", "TH", "TD"} <= set(blad.tags)
    beschreven = re.findall(rb"/Type/FontDescriptor(.*?)>>", blad.inhoud)
    assert beschreven
    assert all(b"/FontFile" in font for font in beschreven)
    assert b"/JavaScript" not in blad.inhoud
    assert b"/URI" not in blad.inhoud


class _Lezer(HTMLParser):
    """The shape and the texts of a page."""

    LEEG = ("meta", "br")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.vorm: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.teksten: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.vorm.append((tag, tuple(attrs)))
        if tag not in self.LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.teksten.append(data)


def _gelezen(document: Document) -> _Lezer:
    lezer = _Lezer()
    lezer.feed(maak_html(document).decode())
    lezer.close()
    assert lezer.open == []
    return lezer


def test_de_pagina_is_voor_iedereen_te_lezen() -> None:
    """Language, title, landmarks, one h1, headings in order, a table that names its rows and columns; nothing from elsewhere."""
    lezer = _gelezen(proefdocument(titel="Samen"))
    tags = [tag for tag, _ in lezer.vorm]
    assert lezer.vorm[0] == ("html", (("lang", "nl"),))
    assert "Statenvoorstel: Samen" in lezer.teksten
    assert [tag for tag in tags if tag in ("header", "main", "footer")] == ["header", "main", "footer"]
    assert [tag for tag in tags if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h3"]
    scopes = [dict(attrs)["scope"] for tag, attrs in lezer.vorm if tag == "th"]
    assert scopes == ["col", "col", "row"]
    assert tags.count("caption") == tags.count("table") == 1
    assert {"script", "img", "link", "iframe", "a"}.isdisjoint(tags)
    assert not [naam for _, attrs in lezer.vorm for naam, _ in attrs if naam in ("src", "href", "style")]


def test_de_pagina_staat_alleen_haar_eigen_stijl_toe() -> None:
    """A policy in the page itself: no scripts, nothing from the network, and the hash fits the style."""
    pagina = maak_html(proefdocument()).decode()
    stijl = re.search("<style>(.*?)</style>", pagina, re.DOTALL)
    assert stijl
    assert "url(" not in stijl[1]
    assert "@import" not in stijl[1]
    verwacht = base64.b64encode(hashlib.sha256(stijl[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{verwacht}'" in pagina


def test_elke_kleur_van_tekst_steekt_genoeg_af() -> None:
    """WCAG 1.4.3: at least 4.5 to 1 on white, on screen and on paper."""
    map_ = files("documenten.sjablonen")
    css, typ = map_.joinpath("stijl.css").read_text(), map_.joinpath("stuk.typ").read_text()
    kleuren = re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", css)
    kleuren += re.findall(r'(?:accent = |zacht = |fill: )rgb\("(#[0-9a-f]{6})"\)', typ)
    assert len(kleuren) >= 8
    assert min(map(_contrast_op_wit, kleuren)) >= 4.5


def _contrast_op_wit(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rood, groen, blauw = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 1.05 / (0.2126 * rood + 0.7152 * groen + 0.0722 * blauw + 0.05)
