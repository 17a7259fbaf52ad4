"""The documents of one proposal as bytes. Making one never stands in the way of the facts.

When PDF or HTML fails, a plain text document takes its place, in the open: with its own title and file name among the
documents of the step, and with a warning in the log. Nothing is left out in silence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from activities.documenten.voorstel import NAMEN, kenmerk, maak_voorstel, soort_van
from documenten.html import maak_html
from documenten.inhoud import PROVINCIE, Document, een_regel
from documenten.pdf import maak_pdf
from domain.feit import Feit
from domain.gevolg import Voorleggen
from domain.kalender import datum_voluit
from domain.stand import Stand
from domain.woorden import orgaan
from register.documenten import NieuwDocument
from runtime.logboek import activiteitlog

TEKST = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Vorm:
    """A form in which documents are made."""

    naam: str
    mediatype: str
    maak: Callable[[Document], bytes]


VORMEN = (Vorm("pdf", "application/pdf", maak_pdf), Vorm("html", "text/html; charset=utf-8", maak_html))


def maak_stukken(stand: Stand, feit: Feit, voorstel: Voorleggen) -> tuple[NieuwDocument, ...]:
    """The statenvoorstel or GS-nota in each form; nothing for another body."""
    soort = soort_van(voorstel)
    if soort is None:
        return ()
    return tuple(_maak(stand, feit, voorstel, soort, vorm) for vorm in VORMEN)


def veilige_naam(*delen: str) -> str:
    """A file name from ids and words, without anything that means something in a path."""
    return "-".join(re.sub(r"[^A-Za-z0-9._]+", "-", deel).strip("-.") for deel in delen)


def _maak(stand: Stand, feit: Feit, voorstel: Voorleggen, soort: str, vorm: Vorm) -> NieuwDocument:
    naam = veilige_naam(soort, feit.opgave, voorstel.stap, str(feit.seq))
    try:
        document = maak_voorstel(stand, feit, voorstel)
        titel = een_regel(f"{document.soortnaam}: {document.titel}")
        return NieuwDocument(soort, vorm.naam, titel, f"{naam}.{vorm.naam}", vorm.mediatype, vorm.maak(document))
    except Exception:
        waar = {"opgave_id": feit.opgave, "seq": feit.seq, "soort": soort, "bestand": vorm.naam}
        activiteitlog().warning("een document is niet gemaakt; er is een noodversie", exc_info=True, **waar)
        titel = f"{NAMEN[soort]} (noodversie in plaats van {vorm.naam.upper()})"
        bestand, tekst = f"{naam}-{vorm.naam}-noodversie.txt", _noodtekst(feit, voorstel, titel)
        return NieuwDocument(soort, vorm.naam, titel, bestand, TEKST, tekst.encode())


def _noodtekst(feit: Feit, voorstel: Voorleggen, titel: str) -> str:
    """Ids and dates only: enough to find the proposal in the register, and nothing that could fail or be secret."""
    dag = datum_voluit(voorstel.vergadering_op) if voorstel.vergadering_op else "nog niet bekend"
    regels = (
        f"{PROVINCIE}\n{titel}\n",
        "Dit document kon niet worden opgemaakt. Het voorstel zelf is wel vastgelegd.",
        f"Vraag het op met: opgave toon {feit.opgave}\n",
        f"Voor: {orgaan(voorstel.orgaan)}",
        f"Vergadering: {dag}",
        f"Opgave: {feit.opgave}",
        f"Stap: {voorstel.stap} ({voorstel.code})",
        f"Kenmerk: {kenmerk(feit)}",
    )
    return "\n".join(regels) + "\n"
