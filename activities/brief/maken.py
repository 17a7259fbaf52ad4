"""A letter from a message: plain Dutch, for a function, with what is asked, by when, and the receipt."""

import re
import textwrap
from datetime import date

from activities.brief.inhoud import Agendapunt, Briefinhoud, Linkplek
from domain.basis import is_agenda
from domain.feit import Feit
from domain.gevolg import Adres, Bericht
from domain.kalender import lokale_datum
from domain.regels import agenda_vaststelling
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.agenda_vaststelling import VaststellingGevraagd
from domain.taal.besluiten import BesluitVoorgelegd
from domain.taal.termijnen import HerinneringVerstuurd, Termijn
from domain.taal.verzoeken import VerzoekIngetrokken

LANGSTE_ONDERWERP = 160

_FUNCTIES = {
    "ambtelijk_opdrachtgever": "ambtelijk opdrachtgever",
    "partner": "contactpersoon",
}

_INLEIDINGEN = {
    "VerzoekGedaan": "Bij deze opgave vragen we u iets.",
    "HerinneringVerstuurd": "Dit is een herinnering.",
    "AfspraakGemaakt": "Deze afspraak staat op uw naam.",
}
"""What stands above a question that would otherwise be read twice."""


def maak_inhoud(stand: Stand, feit: Feit, bericht: Bericht, aan: Adres) -> Briefinhoud:
    """The letter as this function will read it."""
    partner = aan.functie == "partner" or aan.organisatie != "provincie"
    return Briefinhoud(
        aanhef=_aanhef(stand, aan),
        titel=_titel(bericht),
        alineas=tuple(_verteld(stand, feit, tekst, bericht, aan) for tekst in bericht.alineas),
        verzoek=verzoek_van(stand, feit) if bericht.vraag else "",
        vraag=bericht.vraag,
        uiterlijk=bericht.uiterlijk if bericht.vraag else None,
        wettelijk=bericht.wettelijk,
        partner=partner,
        commando="" if partner or not bericht.vraag else _commando(stand, aan),
        opgave=stand.opgave,
        opgave_titel=stand.leven.titel,
        vastgelegd_op=lokale_datum(feit.vastgelegd_op),
        feit=feit.seq,
        hash=feit.hash,
        link=_link(stand, feit, bericht, aan) if partner else None,
        agenda=_agenda(stand, feit, bericht),
    )


def onderwerp(stand: Stand, inhoud: Briefinhoud) -> str:
    """The subject of the mail."""
    return f"[{stand.opgave}] {inhoud.titel}"


def verzoek_van(stand: Stand, feit: Feit) -> str:
    """The number of the request that a fact is about, or of whose term it is; empty when there is none."""
    nummer, termijn = getattr(feit.inhoud, "verzoek", ""), getattr(feit.inhoud, "termijn", None)
    if isinstance(feit.inhoud, HerinneringVerstuurd):
        termijn = stand.termijnen.get(feit.inhoud.termijn)
    if isinstance(termijn, Termijn):
        nummer = termijn.betreft
    return nummer if nummer in stand.verzoeken else ""


def _titel(bericht: Bericht) -> str:
    """One line: a line break in a subject would be a second header."""
    zin = " ".join(bericht.onderwerp.split())
    return textwrap.shorten(zin, LANGSTE_ONDERWERP, placeholder=" ...") or "bericht"


def _verteld(stand: Stand, feit: Feit, tekst: str, bericht: Bericht, aan: Adres) -> str:
    """What happened: without the question that follows below, and with `u` for the reader's own name."""
    inleiding = _INLEIDINGEN.get(feit.inhoud.soort)
    if inleiding and bericht.vraag and bericht.vraag in tekst:
        return inleiding.replace("opgave", "agenda") if is_agenda(stand.opgave) else inleiding
    f = feit.inhoud
    bij = f.orgaan if isinstance(f, BesluitVoorgelegd) else None
    eigen = (getattr(f, "aan", None), getattr(f, "partner", None), bij)
    partner = stand.partners.get(aan.organisatie)
    if partner is None or partner.id not in eigen:
        return tekst
    zelf = f"{re.escape(partner.naam)}|{re.escape(partner.id)}"
    met_u = re.sub(zelf, "u", tekst, count=1, flags=re.IGNORECASE)
    return met_u[:1].upper() + met_u[1:]


def _aanhef(stand: Stand, aan: Adres) -> str:
    functie = _FUNCTIES.get(aan.functie, aan.functie.replace("_", " "))
    partner = stand.partners.get(aan.organisatie)
    if partner is not None:
        return f"{functie} van {partner.naam}"
    return functie if aan.organisatie == "provincie" else f"{functie} van {aan.organisatie}"


def _commando(stand: Stand, aan: Adres) -> str:
    """A command that works as it stands."""
    als = "" if aan.functie == "opgavemanager" else f" --als {aan.functie}"
    return f"opgave kan {stand.opgave}{als}"


def _link(stand: Stand, feit: Feit, bericht: Bericht, aan: Adres) -> Linkplek | None:
    """To what this partner can answer now: its request or its step; otherwise to the file of the opgave.

    Under the first editions a record of a partner counts at once; a link in a mail is too little for that.
    """
    if aan.organisatie not in stand.partners:
        return None
    if vaststelling := _vaststelling(stand, feit, aan):
        return vaststelling
    verzoek = stand.verzoeken.get(verzoek_van(stand, feit))
    if verzoek and verzoek.status == "open" and verzoek.aan == aan.organisatie:
        return Linkplek(doel="verzoek", betreft=verzoek.id, tot=verzoek.uiterlijk)
    stap = stand.stappen.get(bericht.betreft or "")
    per_link = reglement(stand.reglement).post is not None
    if per_link and stap and stap.status == "voorgelegd" and stap.orgaan == aan.organisatie:
        return Linkplek(doel="besluit", betreft=stap.id, tot=_einde(stand, feit, stap.id))
    return Linkplek(doel="dossier", betreft="dossier")


def _vaststelling(stand: Stand, feit: Feit, aan: Adres) -> Linkplek | None:
    """To the form on which an overheid says what it decided about the agenda: when it is asked, and reminded of it."""
    f, agenda = feit.inhoud, stand.agenda
    if agenda is None or not isinstance(f, VaststellingGevraagd | HerinneringVerstuurd):
        return None
    rij = agenda.vaststellingen.get(agenda_vaststelling.sleutel(aan.organisatie, agenda.versie))
    over = agenda_vaststelling.betreft(aan.organisatie, agenda.versie)
    eigen = f.termijn.startswith(f"{over}/") if isinstance(f, HerinneringVerstuurd) else True
    return Linkplek(doel="dossier", betreft=over, tot=rij.uiterlijk) if rij and eigen else None


def _einde(stand: Stand, feit: Feit, betreft: str) -> date | None:
    """A step that was just put before a partner names its last day itself: its term is the fact that follows."""
    if isinstance(feit.inhoud, BesluitVoorgelegd):
        return feit.inhoud.uiterlijk
    dagen = [t.einde for t in stand.termijnen.values() if t.betreft == betreft and t.loopt]
    return min(dagen, default=None)


def _agenda(stand: Stand, feit: Feit, bericht: Bericht) -> Agendapunt | None:
    """The last day, as long as it lies ahead; what was asked and is withdrawn leaves the calendar again."""
    f = feit.inhoud
    if isinstance(f, VerzoekIngetrokken) and f.verzoek in stand.verzoeken:
        verzoek = stand.verzoeken[f.verzoek]
        return _punt(stand, feit, f.verzoek, verzoek.uiterlijk, verzoek.vraag, vervallen=True)
    if not bericht.vraag or bericht.uiterlijk is None or bericht.uiterlijk < lokale_datum(feit.vastgelegd_op):
        return None
    return _punt(stand, feit, _waarover(stand, feit, bericht), bericht.uiterlijk, bericht.vraag)


def _punt(stand: Stand, feit: Feit, wat: str, dag: date, vraag: str, *, vervallen: bool = False) -> Agendapunt:
    titel = textwrap.shorten(vraag, LANGSTE_ONDERWERP, placeholder=" ...") or "antwoord"
    return Agendapunt(
        kenmerk=f"{stand.opgave}.{wat}",
        dag=dag,
        volgnummer=feit.seq,
        titel=f"Uiterlijk vandaag: {titel}",
        gemaakt_op=feit.vastgelegd_op,
        vervallen=vervallen,
    )


def _waarover(stand: Stand, feit: Feit, bericht: Bericht) -> str:
    """The request, the term, the step or the appointment: what stays the same when the day moves."""
    f = feit.inhoud
    eigen = (verzoek_van(stand, feit), bericht.betreft, getattr(f, "afspraak", None), getattr(f, "termijn", None))
    return next((str(id_) for id_ in eigen if id_), f"feit-{feit.seq}")
