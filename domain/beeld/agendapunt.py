"""One point on the agenda of a body: a step that lies before it, and what the chair must know of it. A view.

Under geheimhouding only the neutral title is told: no text that was tabled, said or given as a reason.
"""

from collections.abc import Iterable
from datetime import date
from itertools import takewhile
from typing import Literal

from domain.basis import Kenmerk, Model
from domain.beeld.route import route_van
from domain.beeld.vlaggen import vlaggen
from domain.kalender import DAG, datum_voluit
from domain.orgaan import Orgaankalender
from domain.regels import geheim
from domain.regels.routes import bezocht
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.stemmen.volgorde import houdt_op
from domain.taal.behandeling import Amendement, Behandeling
from domain.taal.besluiten import Besluitstap
from domain.vergaderkalender import vergaderdagen
from domain.woorden import gewoon

Groep = Literal["hamerstuk", "herstemming", "bespreekstuk", "punt"]
GROEPEN: tuple[Groep, ...] = ("hamerstuk", "herstemming", "bespreekstuk", "punt")
"""In the order of a meeting. Other bodies than PS know no hamerstukken: theirs are `punt`."""
OPNIEUW_STEMMEN = ("uitgesteld_staking", "stemming_ongeldig", "herstemmen")
"""Outcomes after which the next meeting votes again on the same (PW 29, 32, 59)."""
IN_DEZELFDE = ("herstemmen",)
"""Outcomes after which the same meeting votes again (PW 59 lid 1)."""


class Openstaand(Model):
    """An amendement or motie of an earlier treatment that was held over or tied."""

    nr: Kenmerk
    soort: str
    titel: str
    uitkomst: str


class Vastgelegd(Model):
    """A record that waits for its second person. `herstel`: it corrects an earlier record."""

    id: Kenmerk
    op: date
    uitkomst: str
    resultaat: str
    functie: Kenmerk
    herstel: bool


class Agendapunt(Model):
    """One step before the body. `op`: the meeting it lies there for, None when none is known.

    `termijn` is the last day of its statutory term, `let_op` what the chair must know before it is decided.
    """

    opgave: Kenmerk
    titel: str
    stap: Kenmerk
    naam: str
    onderwerp: str
    geheim: bool
    groep: Groep
    op: date | None
    instrument: str = ""
    eerder: str = ""
    termijn: date | None = None
    let_op: tuple[str, ...] = ()
    open: tuple[Openstaand, ...] = ()
    vastgelegd: Vastgelegd | None = None


def maak(stand: Stand, stap: Besluitstap, op: date | None, dag: date, kalender: Orgaankalender | None) -> Agendapunt:
    einde = _termijn(stand, stap)
    soort = reglement(stand.reglement).staptype(stap.code).instrument if stap.traject else None
    return Agendapunt(
        opgave=stand.opgave,
        titel=stand.leven.titel,
        stap=stap.id,
        naam=stap.naam,
        onderwerp=stap.onderwerp,
        geheim=geheim.rust_op(stand, stap),
        groep=_groep(stand, stap),
        op=op,
        instrument=soort or "",
        eerder=_eerder(stap),
        termijn=einde,
        let_op=(*_laatste_kans(kalender, dag, einde), *_bezwaren(stand, stap)),
        open=tuple(_open(stand, stap)),
        vastgelegd=vastgelegd(stand, stap.id),
    )


def vastgelegd(stand: Stand, stap: str) -> Vastgelegd | None:
    """The record of this step that waits for its second person."""
    wacht = stand.vastleggingen.get(stap)
    if wacht is None:
        return None
    return Vastgelegd(
        id=wacht.id,
        op=wacht.besluit.genomen_op or wacht.op,
        uitkomst=wacht.besluit.uitkomst,
        resultaat=wacht.besluit.resultaat,
        functie=wacht.functie,
        herstel=wacht.herstel is not None,
    )


def ligt_voor(stap: Besluitstap, dag: date) -> bool:
    """Whether the step lay before its body on this day, not treated yet that day or later."""
    if stap.status not in ("voorgelegd", "aangehouden") or stap.voorgelegd_op is None:
        return False
    gehad = any(b.op >= dag and b.uitkomst not in IN_DEZELFDE for b in stap.behandelingen)
    return stap.voorgelegd_op <= dag and not gehad


def ligt_op(stand: Stand, stap: Besluitstap, dag: date) -> date | None:
    """The meeting for which a step lies before its body; None when there is none any more.

    A vote that has to be taken again goes to the next meeting, so to the first one that is asked for (PW 32 lid 4).
    """
    wacht = stand.vastleggingen.get(stap.id)
    if wacht is not None and wacht.besluit.genomen_op == dag:
        return dag
    laatste = stap.behandelingen[-1] if stap.behandelingen else None
    gepland = stap.aangehouden_tot if stap.status == "aangehouden" else stap.vergadering_op
    if gepland is not None and (laatste is None or laatste.op < gepland):
        return gepland
    return dag if laatste is not None and _stemt_opnieuw(laatste) else None


def _stemt_opnieuw(behandeling: Behandeling) -> bool:
    """The proposal was tied or not validly voted on, or an amendement to it was."""
    gestemd = (behandeling.uitkomst, *(a.uitkomst for a in behandeling.amendementen if a.soort != "motie"))
    return behandeling.afloop == "open" and any(uitkomst in OPNIEUW_STEMMEN for uitkomst in gestemd)


def _groep(stand: Stand, stap: Besluitstap) -> Groep:
    if stap.behandelingen and _stemt_opnieuw(stap.behandelingen[-1]):
        return "herstemming"
    if stap.orgaan != "PS":
        return "punt"
    beeld = route_van(stand, stap)
    return (beeld.behandelwijze if beeld else "") or "bespreekstuk"


def _eerder(stap: Besluitstap) -> str:
    if not stap.behandelingen:
        return ""
    laatste = stap.behandelingen[-1]
    return f"{gewoon(laatste.uitkomst)} op {datum_voluit(laatste.op)}"


def _termijn(stand: Stand, stap: Besluitstap) -> date | None:
    lopend = (t for t in stand.termijnen.values() if t.loopt and t.betreft == stap.id and t.soort == "wettelijk")
    return min((t.einde for t in lopend), default=None)


def _laatste_kans(kalender: Orgaankalender | None, dag: date, einde: date | None) -> Iterable[str]:
    """Whether the body still meets before the end of the term, in time to make the decision known (Awb 10:31)."""
    if einde is None:
        return
    if einde < dag:
        yield "De wettelijke termijn is al voorbij."
    elif einde == dag:
        yield "Dit is de laatste dag van de wettelijke termijn."
    elif kalender is None:
        yield "Of dit de laatste vergadering binnen de termijn is, is niet bekend: er is geen vergaderkalender."
    elif not any(later < einde for later in vergaderdagen(kalender, dag + DAG)):
        bekend = "" if kalender.bekend_tot >= einde else " die bekend is"
        yield f"Dit is de laatste vergadering{bekend} voor het einde van de wettelijke termijn."


def _bezwaren(stand: Stand, stap: Besluitstap) -> Iterable[str]:
    """Why it may not, or not safely, be decided now; the reasons people gave stay out under geheimhouding."""
    for vlag in vlaggen(stand):
        if vlag.betreft == stap.id:
            stil = geheim.rust_op(stand, stap)
            yield f"{gewoon(vlag.soort).capitalize()}{'.' if stil else f': {vlag.waarom}'}"
    regels = reglement(stand.reglement).besluitvorming
    route = regels.route(stap.code, stap.orgaan) if regels else None
    geweest = {verslag.halte for verslag in bezocht(stand, stap)}
    for halte in route.haltes if route else ():
        if halte.verplicht and halte.code not in geweest:
            yield f"Nog niet vastgelegd: {halte.naam} ({halte.grond})."


def _open(stand: Stand, stap: Besluitstap) -> Iterable[Openstaand]:
    """What was tabled with the proposal that lies there now, and is not settled."""
    nu = takewhile(lambda b: b.afloop == "open" and b.uitkomst != "ingetrokken", reversed(stap.behandelingen))
    laatst: dict[str, Amendement] = {}
    for behandeling in nu:
        laatst = {**{a.nr: a for a in behandeling.amendementen}, **laatst}
    for nr, stuk in laatst.items():
        if houdt_op((stuk.uitkomst,)):
            titel = "" if geheim.rust_op(stand, stap) else stuk.titel
            yield Openstaand(nr=nr, soort=stuk.soort, titel=titel, uitkomst=stuk.uitkomst)
