"""A report as files: one page and one PDF of the same value."""

from documenten.boek import maak_boek_html, maak_boek_pdf
from documenten.inhoud import Document


def bestanden(naam: str, document: Document) -> dict[str, bytes]:
    """The HTML page and the PDF/A, by file name. Raises PdfFout when the PDF can't be made."""
    return {f"{naam}.html": maak_boek_html(document), f"{naam}.pdf": maak_boek_pdf(document)}
