"""Reads back what a PDF of Typst says: its objects, its tags and its text, so that a test can look inside."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_TEKENING = re.compile(rb"/(f\d+) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_EIGENSCHAPPEN = re.compile(rb"<<(?:\((?:\\.|[^\\()])*\)|[^()])*?>>BDC", re.DOTALL)
_ONTSNAPT = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
Tekens = dict[int, str]


class Pdf:
    """One PDF, taken apart."""

    def __init__(self, inhoud: bytes) -> None:
        self.inhoud = inhoud
        self.objecten = {int(nr): deel for nr, deel in _OBJECT.findall(inhoud)}

    @property
    def tags(self) -> list[str]:
        """The structure elements by kind: H1, P, L, Table, ..."""
        return [tag.decode() for tag in re.findall(rb"/Type/StructElem/S/(\w+)", self.inhoud)]

    @property
    def tekst(self) -> str:
        """The text of all pages, without white space: a long word may be broken anywhere."""
        bladen = [deel for deel in self.objecten.values() if re.search(rb"/Type/Page\b", deel)]
        return re.sub(r"[\s\u200b]", "", "".join(map(self._bladtekst, bladen)))

    def _bladtekst(self, blad: bytes) -> str:
        bronnen = self.objecten[_verwijzing(rb"/Resources", blad)]
        fonts = {naam: self._tekens(int(nr)) for naam, nr in re.findall(rb"/(f\d+) (\d+) 0 R", bronnen)}
        uit, font = "", Tekens()
        inhoud = _EIGENSCHAPPEN.sub(b"", self._stroom(_verwijzing(rb"/Contents", blad)))
        for naam, codes in _TEKENING.findall(inhoud):
            font = fonts[naam] if naam else font
            ruw = _ONTSNAPT.sub(_teken, codes)
            uit += "".join(font.get(int.from_bytes(ruw[i : i + 2], "big"), "") for i in range(0, len(ruw), 2))
        return uit

    def _tekens(self, font: int) -> Tekens:
        """What each code of a font stands for."""
        tabel = self._stroom(_verwijzing(rb"/ToUnicode", self.objecten[font]))
        paren = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", tabel)
        return {int(code, 16): bytes.fromhex(tekens.decode()).decode("utf-16-be") for code, tekens in paren}

    def _stroom(self, nr: int) -> bytes:
        kop, _, rest = self.objecten[nr].partition(b"stream")
        ruw = rest.lstrip(b"\r\n").rpartition(b"endstream")[0]
        return zlib.decompressobj().decompress(ruw) if b"FlateDecode" in kop else ruw


def _verwijzing(naam: bytes, deel: bytes) -> int:
    gevonden = re.search(naam + rb" (\d+) 0 R", deel)
    assert gevonden, naam
    return int(gevonden[1])


def _teken(m: re.Match[bytes]) -> bytes:
    code = m[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _LETTERS.get(code, code)
