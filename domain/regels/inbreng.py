"""What partners and others bring in by themselves, and what was done with it (S2-14). Everyone gets an answer."""

from domain.basis import Afzender
from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.inbreng import (
    BehandelInbreng,
    BrengIn,
    Inbreng,
    InbrengBehandeld,
    InbrengFeit,
    InbrengGedaan,
    Inbrengoordeel,
    InbrengOpdracht,
    Inbrengsoort,
)
from domain.taal.termijnen import TermijnGestart

_VOORSTEL: tuple[Inbrengoordeel, ...] = ("overgenomen", "deels_overgenomen", "niet_overgenomen")
OORDELEN: dict[Inbrengsoort, tuple[Inbrengoordeel, ...]] = {
    "wijziging": _VOORSTEL,
    "initiatief": _VOORSTEL,
    "vraag": ("beantwoord",),
}
"""How each kind can be handled."""


def decide(stand: Stand, opdracht: InbrengOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case BrengIn():
            return _breng_in(stand, opdracht, ctx)
        case BehandelInbreng():
            return _behandel(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _breng_in(stand: Stand, opdracht: BrengIn, ctx: Context) -> tuple[FeitInhoud, ...]:
    gedaan = InbrengGedaan(
        inbreng=nieuw_id(stand, None, "I", stand.inbreng, "inbreng"),
        van=_van(ctx.door),
        inbrengsoort=opdracht.inbrengsoort,
        onderwerp=opdracht.onderwerp,
        tekst=opdracht.tekst,
    )
    return (gedaan, *_antwoordtermijn(gedaan, ctx))


def _van(door: Afzender) -> str:
    """The organisation for a partner, else the function; never a person."""
    return door.namens if door.functie == "partner" else door.functie


def _antwoordtermijn(gedaan: InbrengGedaan, ctx: Context) -> tuple[TermijnGestart, ...]:
    """The term of the house for an answer, in editions that have it."""
    if ctx.reglement.post is None:
        return ()
    wat = f"Antwoord op {_MET_LIDWOORD[gedaan.inbrengsoort]}: {gedaan.onderwerp}"
    return (termijnen.start(ctx, "H07", gedaan.inbreng, wat, "opgavemanager"),)


_MET_LIDWOORD: dict[Inbrengsoort, str] = {
    "wijziging": "de voorgestelde wijziging",
    "initiatief": "het initiatief",
    "vraag": "de vraag",
}


def _behandel(stand: Stand, opdracht: BehandelInbreng, ctx: Context) -> tuple[FeitInhoud, ...]:
    inbreng = zoek("inbreng", stand.inbreng, opdracht.inbreng)
    eis(inbreng.oordeel is None, "inbreng", f"Inbreng {inbreng.id} is al behandeld: {inbreng.oordeel}.")
    eis(ctx.op >= inbreng.gedaan_op, "gebeurd_op", f"Inbreng {inbreng.id} kwam pas op {inbreng.gedaan_op}.")
    past = OORDELEN[inbreng.inbrengsoort]
    reden = f"Bij {_MET_LIDWOORD[inbreng.inbrengsoort]} past het oordeel {opdracht.oordeel} niet."
    eis(opdracht.oordeel in past, "oordeel", reden, *past)
    behandeld = InbrengBehandeld(
        inbreng=inbreng.id,
        van=inbreng.van,
        inbrengsoort=inbreng.inbrengsoort,
        onderwerp=inbreng.onderwerp,
        oordeel=opdracht.oordeel,
        antwoord=opdracht.antwoord,
    )
    return (behandeld, *termijnen.gehaald(stand, inbreng.id, ctx.op))


def evolve(stand: Stand, feit: InbrengFeit, ctx: Context) -> Stand:
    match feit:
        case InbrengGedaan():
            nieuw = Inbreng(
                id=feit.inbreng,
                van=feit.van,
                inbrengsoort=feit.inbrengsoort,
                onderwerp=feit.onderwerp,
                tekst=feit.tekst,
                gedaan_op=ctx.op,
            )
            return _zet(stand, nieuw)
        case InbrengBehandeld():
            klaar = {"oordeel": feit.oordeel, "antwoord": feit.antwoord, "behandeld_op": ctx.op}
            return _zet(stand, stand.inbreng[feit.inbreng].met(**klaar))
        case _:
            raise TypeError(feit)


def _zet(stand: Stand, inbreng: Inbreng) -> Stand:
    return stand.met(inbreng={**stand.inbreng, inbreng.id: inbreng})
