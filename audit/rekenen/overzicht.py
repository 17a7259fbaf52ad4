"""Opgaven side by side for the controller and the rekenkamer: one line each, and the details behind every number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archief.pak import Pak
from audit.rekenen.csvuit import tabel
from audit.rekenen.overzicht_geld import geld
from audit.rekenen.overzicht_mensen import mensen
from audit.rekenen.overzicht_termijnen import termijnen
from audit.rekenen.overzichtdeel import Deel, Detail, Feiten, Kolommen, opsomming
from audit.rekenen.pakfeiten import lees_feiten
from domain.taal.agenda import AgendaGesloten, AgendaGestart
from domain.taal.besluiten import BesluitGenomen
from domain.taal.leven import FaseBegonnen, OpgaveAfgesloten, OpgaveGestart, OpgaveIngetrokken

DETAILKOLOMMEN = ("opgave", "onderwerp", "feit", "op", "wie", "wat", "waarde", "eenheid", "toelichting")


@dataclass(frozen=True)
class Overzicht:
    """One opgave: its columns, and the details behind them."""

    opgave: str
    kolommen: Kolommen
    details: tuple[Detail, ...]


def overzicht(pak: Pak) -> Overzicht:
    """The numbers of one opgave, from the facts that lie open.

    Raises:
        PakFout: the facts can't be read.
    """
    leesbaar = lees_feiten(pak)
    manifest, feiten = pak.manifest, leesbaar.feiten
    kolommen: Kolommen = {
        "opgave": manifest.opgave,
        "titel": manifest.titel,
        "tot_feit": manifest.tot_seq,
        "afgeschermd": len(leesbaar.afgeschermd),
        "gespeeld": "ja" if manifest.begin.verschuiving_s else "nee",
    }
    details = tuple[Detail, ...]()
    for deel in (_leven, termijnen, mensen, besluiten, geld):
        erbij, meer = deel(feiten)
        kolommen, details = kolommen | erbij, details + meer
    return Overzicht(manifest.opgave, kolommen, details)


def als_csv(rijen: Sequence[Overzicht], scheiding: str = ";") -> str:
    """One line per opgave; the columns are always the same."""
    kolommen = list(rijen[0].kolommen) if rijen else ["opgave"]
    return tabel(kolommen, ([rij.kolommen[naam] for naam in kolommen] for rij in rijen), scheiding)


def details_als_csv(rijen: Sequence[Overzicht], scheiding: str = ";") -> str:
    """One line per detail, of all opgaven."""
    alle = (detail for rij in rijen for detail in rij.details)
    return tabel(DETAILKOLOMMEN, ([getattr(d, naam) for naam in DETAILKOLOMMEN] for d in alle), scheiding)


def _leven(feiten: Feiten) -> Deel:
    """When it began, how far it came, how it ended; an agenda has no phase."""
    kolommen: Kolommen = {"thema": "", "begonnen_op": "", "fase": "", "toestand": "loopt", "laatste_feit_op": ""}
    for feit in feiten:
        kolommen["laatste_feit_op"] = feit.gebeurd_op.isoformat()
        match feit.inhoud:
            case OpgaveGestart(thema=thema):
                kolommen |= {"thema": thema, "begonnen_op": feit.gebeurd_op.isoformat(), "fase": "F1"}
            case AgendaGestart():
                kolommen["begonnen_op"] = feit.gebeurd_op.isoformat()
            case FaseBegonnen(fase=fase):
                kolommen["fase"] = fase.value
            case OpgaveAfgesloten() | AgendaGesloten():
                kolommen["toestand"] = "afgerond"
            case OpgaveIngetrokken():
                kolommen["toestand"] = "ingetrokken"
            case _:
                pass
    return kolommen, ()


def besluiten(feiten: Feiten) -> Deel:
    """Decisions by outcome, of GS and PS apart from those of others."""
    genomen = [f.inhoud for f in feiten if isinstance(f.inhoud, BesluitGenomen)]
    per_orgaan = {orgaan: Counter(b.uitkomst for b in genomen if b.orgaan == orgaan) for orgaan in ("GS", "PS")}
    ander = Counter(b.uitkomst for b in genomen if b.orgaan not in ("GS", "PS"))
    return {
        "besluiten": len(genomen),
        "besluiten_gs": opsomming(per_orgaan["GS"]),
        "besluiten_ps": opsomming(per_orgaan["PS"]),
        "besluiten_anderen": opsomming(ander),
    }, ()
