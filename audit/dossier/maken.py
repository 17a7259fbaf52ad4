"""The dossier as one value, and from it the page and the PDF; the same pack and verdict give the same bytes."""

from audit.dossier import (
    delen_agenda,
    delen_besluiten,
    delen_kop,
    delen_partners,
    delen_pilots,
    delen_termijnen,
    delen_tijdlijn,
    delen_verantwoording,
)
from audit.dossier.bron import Bron
from audit.dossier.levenslijn import levenslijn
from documenten.boek import maak_boek_html, maak_boek_pdf
from documenten.inhoud import Document
from domain.basis import is_agenda

HTML, PDF = "dossier.html", "dossier.pdf"


def maak_dossier(bron: Bron) -> dict[str, bytes]:
    """The page and the PDF, by name. Raises PdfFout when the PDF can't be made."""
    document = als_document(bron)
    return {HTML: maak_boek_html(document), PDF: maak_boek_pdf(document)}


def als_document(bron: Bron) -> Document:
    """What the dossier says. Its date is that of the pack, never of today."""
    manifest = bron.pak.manifest
    return Document(
        soortnaam="Dossier van een regionale agenda" if is_agenda(manifest.opgave) else "Dossier van een opgave",
        titel=bron.stand.leven.titel or manifest.opgave,
        kop=delen_kop.kop(bron),
        delen=(
            delen_kop.oordeel(bron),
            delen_kop.in_het_kort(bron),
            levenslijn(bron),
            *delen_agenda.agenda(bron),
            *delen_besluiten.besluiten(bron),
            delen_termijnen.termijnen(bron),
            delen_termijnen.herinneringen(bron),
            delen_partners.partners(bron),
            delen_partners.signalen(bron),
            delen_partners.afspraken(bron),
            *delen_pilots.pilots(bron),
            delen_pilots.evaluaties(bron),
            delen_pilots.geld(bron),
            *delen_pilots.lessen(bron),
            delen_verantwoording.geweigerd(bron),
            delen_verantwoording.correcties(bron),
            delen_verantwoording.poorten(bron),
            delen_verantwoording.wie_deed_wat(bron),
            delen_verantwoording.vertrouwelijk(bron),
            delen_verantwoording.documenten(bron),
            delen_verantwoording.recht(bron),
            delen_tijdlijn.tijdlijn(bron),
        ),
        kenmerk=f"{manifest.opgave}, feit {manifest.tot_seq}, {manifest.kop[:16]}",
        moment=manifest.gemaakt_op,
    )
