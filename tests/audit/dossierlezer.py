"""Reads a dossier back as a browser would: its texts, headings and links."""

from html.parser import HTMLParser

from dossierpak import oordeel

from archief.pak import Pak
from audit.dossier.bron import lees_bron
from audit.dossier.maken import als_document
from audit.oordeel import Oordeel
from documenten.boek import maak_boek_html


def pagina(pak: Pak, gezegd: Oordeel | None = None) -> str:
    return maak_boek_html(als_document(lees_bron(pak, gezegd or oordeel()))).decode()


class Lezer(HTMLParser):
    """The texts, headings, ids and open tags of a page."""

    LEEG = ("meta", "br", "line", "circle", "rect", "path", "polyline")

    def __init__(self, tekst: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open, self.teksten = list[str](), list[str]()
        self.tags, self.ids, self.doelen = list[str](), list[str](), list[str]()
        self.feed(tekst)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [w for n, w in attrs if n == "id" and w]
        self.doelen += [w.removeprefix("#") for n, w in attrs if n == "href" and w]
        assert not [n for n, _ in attrs if n == "style" or n.startswith("on")]
        if tag not in self.LEEG:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.teksten.append(data)

    @property
    def tekst(self) -> str:
        return " ".join("".join(self.teksten).split())
