"""The agenda of one meeting of a body over opgaven: what lies there, what was decided, what is still open. A view."""

from collections.abc import Iterable
from datetime import date

from domain.basis import Kenmerk, Model
from domain.beeld.agendapunt import GROEPEN, Agendapunt, ligt_op, ligt_voor, maak
from domain.kalender import datum_voluit
from domain.orgaan import Orgaankalender
from domain.regels import geheim
from domain.stand import Stand
from domain.taal.afspraken import Afspraak, Afspraakbron
from domain.vergaderkalender import eerstvolgende, in_reces


class Afgedaan(Model):
    """A step on which the body decided in this meeting."""

    opgave: Kenmerk
    stap: Kenmerk
    onderwerp: str
    uitkomst: str
    resultaat: str


class Belofte(Model):
    """A motie or toezegging that is not settled."""

    opgave: Kenmerk
    id: Kenmerk
    bron: Afspraakbron
    tekst: str
    wie: Kenmerk
    sinds: date
    uiterlijk: date | None


def punten(stand: Stand, orgaan: str, dag: date, kalender: Orgaankalender | None) -> tuple[Agendapunt, ...]:
    """The steps of this opgave that lie before the body in its meeting of a day, and those that lie there undated."""
    rijen = ((s, ligt_op(stand, s, dag)) for s in stand.stappen.values() if s.orgaan == orgaan and ligt_voor(s, dag))
    return tuple(maak(stand, s, op, dag, kalender) for s, op in rijen if op is None or op <= dag)


def orden(alle: Iterable[Agendapunt]) -> tuple[Agendapunt, ...]:
    """Points of several opgaven in the order of the meeting."""
    return tuple(sorted(alle, key=lambda p: (GROEPEN.index(p.groep), p.opgave)))


def afgedaan(stand: Stand, orgaan: str, dag: date) -> tuple[Afgedaan, ...]:
    """What this body decided on a day, as confirmed."""
    return tuple(
        Afgedaan(opgave=stand.opgave, stap=s.id, onderwerp=s.onderwerp, uitkomst=b.uitkomst, resultaat=b.resultaat)
        for s in stand.stappen.values()
        for b in s.behandelingen
        if s.orgaan == orgaan and b.op == dag
    )


def beloften(stand: Stand, orgaan: str) -> tuple[Belofte, ...]:
    """The moties and toezeggingen that came from this body, or that it must settle; none once withdrawn."""
    if stand.leven.toestand == "ingetrokken":
        return ()
    return tuple(
        Belofte(
            opgave=stand.opgave,
            id=a.id,
            bron=a.bron,
            tekst=_tekst(stand, a),
            wie=a.wie,
            sinds=a.gemaakt_op,
            uiterlijk=a.uiterlijk,
        )
        for a in stand.afspraken.values()
        if a.bron in ("motie", "toezegging") and a.afgerond_op is None and orgaan in (a.wie, _van(stand, a.stap))
    )


def _tekst(stand: Stand, afspraak: Afspraak) -> str:
    """What was promised; the neutral title when geheimhouding rests on the step where that was."""
    stap = stand.stappen.get(afspraak.stap or "")
    return stand.geheim[stap.id].neutrale_titel if stap and geheim.rust_op(stand, stap) else afspraak.tekst


def _van(stand: Stand, stap: str | None) -> str:
    """The body at whose step a promise was made; a motie or toezegging of which that is unknown is one of PS."""
    return stand.stappen[stap].orgaan if stap in stand.stappen else "PS"


def zitting(kalender: Orgaankalender | None, orgaan: str, dag: date) -> str:
    """What the calendar says against a meeting of this body on this day; empty when it knows this meeting."""
    if kalender is None:
        return f"Van {orgaan} is geen vergaderkalender bekend: reces onbekend."
    if dag > kalender.bekend_tot:
        return f"De vergaderkalender is bekend tot en met {datum_voluit(kalender.bekend_tot)}: reces onbekend."
    if reces := in_reces(kalender, dag):
        tot = datum_voluit(reces.tot)
        return f"Op deze dag is het reces: {reces.naam}, van {datum_voluit(reces.van)} tot en met {tot}."
    if dag in kalender.vergaderingen:
        return ""
    volgende = eerstvolgende(kalender, dag)
    waar = f" De eerstvolgende is {datum_voluit(volgende)}." if volgende else ""
    return f"De vergaderkalender kent op deze dag geen vergadering van {orgaan}.{waar}"
