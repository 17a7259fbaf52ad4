"""The format of a file as PRONOM names it: by what the file says of itself, and otherwise by its extension.

A small table on purpose: what is not here is called unknown, never guessed. JSON Lines has no entry of its own that we
rely on; such a file is plain text.
"""

import re

ONBEKEND = ("Onbekend", "")
OP_EXTENSIE = {
    "html": ("Hypertext Markup Language, versie 5", "fmt/471"),
    "json": ("JSON Data Interchange Format", "fmt/817"),
    "jsonl": ("Plain Text File (JSON Lines)", "x-fmt/111"),
    "txt": ("Plain Text File", "x-fmt/111"),
    "csv": ("Comma Separated Values", "x-fmt/18"),
    "xml": ("Extensible Markup Language, versie 1.0", "fmt/101"),
    "zip": ("ZIP Format", "x-fmt/263"),
    "docx": ("Microsoft Word for Windows, 2007 onwards", "fmt/412"),
}
_PDF_A = {
    ("1", "A"): "fmt/95",
    ("1", "B"): "fmt/354",
    ("2", "A"): "fmt/476",
    ("2", "B"): "fmt/477",
    ("2", "U"): "fmt/478",
    ("3", "A"): "fmt/479",
    ("3", "B"): "fmt/480",
    ("3", "U"): "fmt/481",
}
_PDF = {"1.3": "fmt/17", "1.4": "fmt/18", "1.5": "fmt/19", "1.6": "fmt/20", "1.7": "fmt/276", "2.0": "fmt/1129"}
_DEEL = re.compile(rb"pdfaid:part(?:>|=[\"'])(\d)")
_NIVEAU = re.compile(rb"pdfaid:conformance(?:>|=[\"'])([A-Za-z])")
_KOP = re.compile(rb"%PDF-(\d\.\d)")


def formaat(naam: str, inhoud: bytes) -> tuple[str, str]:
    """The name and the PRONOM code of a file; the code is empty when we can't tell."""
    if kop := _KOP.match(inhoud):
        return _pdf(inhoud, kop[1].decode())
    return OP_EXTENSIE.get(naam.rpartition(".")[2].lower(), ONBEKEND)


def _pdf(inhoud: bytes, versie: str) -> tuple[str, str]:
    deel, niveau = _DEEL.search(inhoud), _NIVEAU.search(inhoud)
    if deel and niveau:
        soort = (deel[1].decode(), niveau[1].decode().upper())
        return f"Acrobat PDF/A-{soort[0]}{soort[1].lower()}", _PDF_A.get(soort, "")
    return f"Acrobat PDF {versie}", _PDF.get(versie, "")
