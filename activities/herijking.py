"""The report that prepares the herijking of an agenda: made in time, stored, and told to the agenda once.

It reads the register only. That the report is there the agenda hears as every command between lives: a row that is
carried, with an id that never changes, so that trying again does it once.
"""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime

from activities.documenten.maken import veilige_naam
from domain import kern
from domain.duur import bereken_einde
from domain.feit import Feit
from domain.geldend import geldend
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.taal.agenda_herijking import BereidHerijkingVoor
from domain.taal.stukken import Stuk
from domain.taal.termijnen import Termijn
from rapporten import agenda_cijfers, agenda_rapport, uitvoer
from rapporten import lezen as rapportlezen
from rapporten.leven import halfjaar_van
from register import lezen, niet_overgebracht, overbrengen
from register.documenten import NieuwDocument, bewaar
from register.verbinding import Register, vergrendel
from runtime.logboek import log

_LOG = log("herijking")
SOORT, TERMIJN = "herijkingsrapport", "T20"
TUSSENPOOS = 600.0
"""Seconds between two looks: a report that is made some minutes later is as good."""
MEDIATYPEN = {"pdf": "application/pdf", "html": "text/html; charset=utf-8"}


@dataclass(frozen=True)
class Rapport:
    """A report still to be stored: the files by form, and how many opgaven it describes."""

    nummer: int
    titel: str
    vormen: dict[str, bytes]
    opgaven: int


class Herijkingmaker:
    """Looks which agendas need their report."""

    def __init__(self, register: Register, tussenpoos: float = TUSSENPOOS) -> None:
        """Work on this register, and look every `tussenpoos` seconds."""
        self._register = register
        self._tussenpoos = tussenpoos
        self._vanaf = 0.0

    async def ronde(self) -> None:
        """Make what is due; most rounds come too soon after the last look, and do nothing."""
        if time.monotonic() >= self._vanaf:
            self._vanaf = time.monotonic() + self._tussenpoos
            await asyncio.to_thread(self.maak, datetime.now(UTC))

    def maak(self, nu: datetime) -> tuple[str, ...]:
        """Make the reports that are due at this moment (UTC); gives the agendas that got one.

        One agenda that goes wrong holds up no other: the log names it, and the next look tries again.
        """
        gemaakt = []
        for agenda in rapportlezen.agendas(self._register):
            try:
                if self._bereid_voor(agenda, nu):
                    gemaakt.append(agenda)
            except Exception as fout:
                _LOG.warning("rapport voor herijking niet gemaakt", opgave_id=agenda, fout=type(fout).__name__)
        return tuple(gemaakt)

    def _bereid_voor(self, agenda: str, nu: datetime) -> bool:
        stand = lezen.stand(self._register, agenda)
        if stand is None or not moet_voorbereid(stand, op := lokale_datum(kern.klok(stand, nu))):
            return False
        with self._register.lees() as verbinding:
            if niet_overgebracht.eerder_mislukt(verbinding, sleutel(stand), nu) is None:
                return False
        rapport = self._rapport(stand, op)
        return rapport is not None and self._bewaar(stand, rapport, nu)

    def _rapport(self, stand: Stand, op: date) -> Rapport | None:
        """The half-year report of this day, as PDF and HTML. Raises PdfFout."""
        agenda = rapportlezen.leven(self._register, stand.opgave, op)
        if agenda is None or agenda.stand.agenda is None:
            return None
        levens = rapportlezen.van_agenda(self._register, agenda, op)
        kalenders = rapportlezen.kalenders(self._register)
        cijfers = agenda_cijfers.cijfers(agenda, levens, kalenders, halfjaar_van(op))
        nummer = agenda.stand.agenda.herijkingen + 1
        bestanden = uitvoer.bestanden("rapport", agenda_rapport.document(cijfers, agenda, levens))
        vormen = {naam.rpartition(".")[2]: inhoud for naam, inhoud in bestanden.items()}
        titel = f"Rapport voor herijking {nummer} van {agenda.titel}"[:200]
        return Rapport(nummer, titel, vormen, len(cijfers.punten))

    def _bewaar(self, stand: Stand, rapport: Rapport, nu: datetime) -> bool:
        """Both forms and the command in one transaction; False when another worker was first.

        After a command that failed there is a new report with a key of its own: the agenda has changed since.
        """
        feit = lezen.feiten(self._register, stand.opgave, vanaf=stand.seq)[0].feit
        with self._register.schrijf() as verbinding:
            vergrendel(verbinding, f"herijking:{stand.opgave}")
            eerder = niet_overgebracht.eerder_mislukt(verbinding, sleutel(stand), nu)
            if eerder is None:
                return False
            poging = eerder + 1
            for vorm, inhoud in rapport.vormen.items():
                bewaar(verbinding, feit, poging, betreft(rapport.nummer), _document(feit, rapport, vorm, inhoud))
            opdracht = _opdracht(feit, rapport, poging).model_dump(mode="json")
            overbrengen.zet(verbinding, sleutel(stand, poging), (feit.opgave, feit.seq), feit.opgave, opdracht)
        return True


def betreft(nummer: int) -> str:
    """What the term of a herijking is about."""
    return f"herijking.{nummer}"


def sleutel(stand: Stand, poging: int = 1) -> str:
    """The id of the command: one for each herijking of an agenda, and for each time that an earlier one failed."""
    nummer = 1 if stand.agenda is None else stand.agenda.herijkingen + 1
    return f"herijking:{stand.opgave}:{nummer}" + (f":{poging}" if poging > 1 else "")


def moet_voorbereid(stand: Stand, op: date) -> bool:
    """Whether the herijking that runs is near its end on this day and has no report yet."""
    regels = geldend(stand)
    if stand.agenda is None or stand.agenda.voorbereid is not None or regels.samenwerken is None:
        return False
    termijn = _lopend(stand, betreft(stand.agenda.herijkingen + 1))
    if termijn is None or stand.leven.toestand != "lopend":
        return False
    eerst = bereken_einde(termijn.einde, regels.samen.voorbereiding, regels.kalender, atw=False, terug=True)
    return eerst.einde <= op


def _lopend(stand: Stand, wat: str) -> Termijn | None:
    """The term of this herijking, when it runs and does not stand still."""
    lopend = (t for t in stand.termijnen.values() if t.betreft == wat and t.loopt and t.status != "opgeschort")
    return next((t for t in lopend if t.code == TERMIJN), None)


def _document(feit: Feit, rapport: Rapport, vorm: str, inhoud: bytes) -> NieuwDocument:
    bestand = f"{veilige_naam(SOORT, feit.opgave, str(rapport.nummer))}.{vorm}"
    return NieuwDocument(SOORT, vorm, rapport.titel, bestand, MEDIATYPEN[vorm], inhoud)


def _opdracht(feit: Feit, rapport: Rapport, poging: int) -> BereidHerijkingVoor:
    """The command that tells the agenda; it names the PDF by its key in the register and its hash."""
    pdf = _document(feit, rapport, "pdf", rapport.vormen["pdf"])
    waar = f"{feit.opgave}:{feit.seq}:{poging}:{SOORT}:pdf"
    stuk = Stuk(titel=rapport.titel, referentie=waar, sha256=pdf.sha256)
    return BereidHerijkingVoor(stuk=stuk, opgaven=rapport.opgaven, nummer=rapport.nummer)
