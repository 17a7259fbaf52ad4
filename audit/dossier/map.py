"""Everything a dossier folder holds: the page, the PDF, the facts as JSON Lines, the archive form, and what is what."""

from collections.abc import Iterator

from archief.pak import Pak
from audit import gebeurtenissen
from audit.dossier.bron import lees_bron
from audit.dossier.maken import HTML, PDF, maak_dossier
from audit.mdto.maken import maak_mdto
from audit.oordeel import Oordeel
from domain.basis import is_agenda

LEESMIJ = "LEESMIJ.txt"


def maak_map(pak: Pak, oordeel: Oordeel, categorie: str = "") -> dict[str, bytes]:
    """All files by path; the same pack, verdict and category give the same bytes.

    Raises:
        PakFout: the facts of the pack can't be read.
        PdfFout: the PDF can't be made.
        MdtoFout: the archive form is not whole.
    """
    bron = lees_bron(pak, oordeel)
    leesbaar = {**maak_dossier(bron), gebeurtenissen.NAAM: gebeurtenissen.als_jsonl(bron)}
    leesmij = "\n".join(_leesmij(pak.manifest.opgave)) + "\n"
    leesbaar[LEESMIJ] = leesmij.encode()
    return {**leesbaar, **maak_mdto(bron, leesbaar, categorie)}


def _leesmij(opgave: str) -> Iterator[str]:
    yield from (f"Dossier van {'agenda' if is_agenda(opgave) else 'opgave'} {opgave}", "")
    yield f"{HTML}: het hele dossier als pagina; opent in elke browser, zonder internet."
    yield f"{PDF}: hetzelfde als PDF/A-3a, om te bewaren en te printen."
    yield f"{gebeurtenissen.NAAM}: de feiten voor andere programma's, een per regel."
    yield "stukken/: besluiten, evaluaties en lessen, elk als eigen bestand."
    yield "mdto/: de beschrijving van alles voor het archief, in MDTO-XML 1.0.1."
    yield "Het ondertekende pak met het bewijs zit hier niet bij; bewaar dat ernaast."
    yield from ("", f"De velden in {gebeurtenissen.NAAM}:", "")
    yield from (f"{naam}: {wat}." for naam, wat in gebeurtenissen.VELDEN.items())
