"""`opgave kalender vul-aan`: the same gelijkgestelde dagen for all running opgaven, with what that moved in each."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any, Literal

from domain import kern
from domain.basis import EERSTE_JAAR, LAATSTE_JAAR
from domain.bevoegdheidstabel import TABEL
from domain.feit import Bewijs
from domain.geldend import geldend
from domain.kalender import GelijkgesteldeDag, datum_voluit
from domain.opdracht import Opdracht
from domain.reglement.register import nieuwste
from domain.stand import Stand
from starter.cli import scherm, velen
from starter.cli.datums import kort, lees_datum
from starter.cli.hoe import Hoe
from starter.cli.omgeving import Omgeving, omgeving
from starter.cli.velen import MISLUKT, Mislukt, Stilte
from starter.invoer import Invoerfout, maak_opdracht

OPDRACHT = "VulKalenderAan"
LANGSTE_BRON = 200
MEESTE_DAGEN = 40
"""Days in one command."""
MEEGEGEVEN = "Deze dagen zijn eerder al toegevoegd aan andere opgaven."

Gevolg = Literal["toegevoegd", "zou_worden_toegevoegd", "was_al_bekend"] | Mislukt
_WOORDEN: Mapping[str, str] = {
    "toegevoegd": "toegevoegd",
    "zou_worden_toegevoegd": "zou worden toegevoegd",
    "was_al_bekend": "was al bekend",
    **MISLUKT,
}


@dataclass(frozen=True)
class Verschoven:
    """A term that ends on another day now."""

    termijn: str
    wat: str
    was: date
    wordt: date


@dataclass(frozen=True)
class Regel:
    """What happened to one opgave."""

    opgave: str
    uitkomst: Gevolg
    termijnen: tuple[Verschoven, ...] = ()
    reden: str = ""
    bewijs: Bewijs | None = None


@dataclass(frozen=True)
class Aanvulling:
    """What is added, and why."""

    dagen: tuple[GelijkgesteldeDag, ...]
    reden: str

    def opdracht(self, stand: Stand, hoe: Hoe) -> Opdracht | None:
        """The command for one opgave, with the days it does not know yet; None when it knows them all."""
        kalender = geldend(stand).kalender
        nieuw = [dag.model_dump(mode="json") for dag in self.dagen if kalender.is_werkdag(dag.datum)]
        if not nieuw:
            return None
        inhoud = {"soort": OPDRACHT, "dagen": nieuw, "reden": self.reden}
        return maak_opdracht(inhoud, hoe.door(), None, _vrij_id(stand, nieuw))


def lopende(doos: Omgeving) -> Iterator[Stand]:
    """The lives that still go on, also those of which only some terms do, as the register has them."""
    from register import lezen

    for rij in lezen.levens(doos.register):
        stand = lezen.stand(doos.register, rij.id)
        if stand is not None and stand.leven.toestand != "nog_niet_begonnen" and not kern.is_afgerond(stand):
            yield stand


def geef_mee(opgave: str, hoe: Hoe) -> Regel | None:
    """Give an opgave that just began the days that others got to know before; None when there is nothing to give.

    Who may not add days is not refused in the opgave: then nothing is sent and the outcome says so.
    """
    doos = omgeving()
    begin = hoe.gebeurd_op() or doos.vandaag()
    dagen = tuple(dag for dag in doos.dagen_erbij if dag.datum >= begin)
    if not dagen:
        return None
    if hoe.door().functie not in TABEL[OPDRACHT]:
        return Regel(opgave, "geweigerd", reden=f"als {hoe.door().functie} vult u de kalender niet aan")
    zo = Hoe(als=hoe.als, namens=hoe.namens)
    delen = (dagen[n : n + MEESTE_DAGEN] for n in range(0, len(dagen), MEESTE_DAGEN))
    regels = [doos.wacht_op(een(opgave, Aanvulling(deel, MEEGEGEVEN), zo, doos)) for deel in delen]
    return next((r for r in regels if r.uitkomst in MISLUKT), regels[-1])


def vul_aan(dagen: Sequence[str], bron: str, reden: str, hoe: Hoe) -> None:
    """Add the days everywhere. Raises Exit with 1 when one opgave refused, else 3 when one did not answer."""
    doos = omgeving()
    if not reden.strip():
        raise Invoerfout("--reden ontbreekt: zeg waarom u deze dag toevoegt.")
    aanvulling = Aanvulling(_lees_dagen(dagen, bron, doos.vandaag()), reden)
    _toets(aanvulling, hoe)
    opgaven = [stand.opgave for stand in lopende(doos)]
    regels = doos.wacht_op(velen.alle(opgaven, lambda opgave: een(opgave, aanvulling, hoe, doos)))
    _toon(aanvulling, regels, hoe)
    velen.sluit({r.uitkomst for r in regels})


def _lees_dagen(teksten: Sequence[str], bron: str, vandaag: date) -> tuple[GelijkgesteldeDag, ...]:
    """Read and judged here, for a refusal would be recorded in every opgave."""
    if not 0 < len(bron.strip()) <= LANGSTE_BRON:
        raise Invoerfout(f"--bron: noem het besluit en de vindplaats, in hoogstens {LANGSTE_BRON} tekens.")
    dagen = sorted({_lees_dag(tekst, vandaag) for tekst in teksten})
    return tuple(GelijkgesteldeDag(datum=dag, bron=bron) for dag in dagen)


def _lees_dag(tekst: str, vandaag: date) -> date:
    dag = lees_datum(tekst, vandaag, "DATUM")
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise Invoerfout(f"DATUM: kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.")
    if vrij := nieuwste().kalender.vrij_omdat(dag):
        raise Invoerfout(f"DATUM: {datum_voluit(dag)} is al geen werkdag ({vrij}).")
    return dag


def _toets(aanvulling: Aanvulling, hoe: Hoe) -> None:
    """Refused before anything is sent: who may not, and what makes no command."""
    velen.toets(OPDRACHT, hoe, "vult u de kalender niet aan")
    velden = {"dagen": [dag.model_dump(mode="json") for dag in aanvulling.dagen], "reden": aanvulling.reden}
    maak_opdracht({"soort": OPDRACHT, **velden}, hoe.door())


def _vrij_id(stand: Stand, dagen: list[dict[str, Any]]) -> str:
    """Always the same for the same days in the same opgave, so that a repeat does nothing twice.

    One that this state knows was refused, for the days are still to be added: then the next, so that it may be retried.
    """
    datums = " ".join(dag["datum"] for dag in dagen)
    kern_ = f"kalender-{hashlib.sha256(f'{stand.opgave} {datums}'.encode()).hexdigest()[:40]}"
    ids = (kern_ if poging == 1 else f"{kern_}.{poging}" for poging in count(1))
    return next(id_ for id_ in ids if id_ not in stand.bewijzen)


async def een(opgave: str, aanvulling: Aanvulling, hoe: Hoe, doos: Omgeving) -> Regel:
    """Add the days to one opgave, as far as it does not know them yet."""
    regel = await velen.vang(_vul_aan(opgave, aanvulling, hoe, doos))
    return Regel(opgave, regel.uitkomst, reden=regel.reden) if isinstance(regel, Stilte) else regel


async def _vul_aan(opgave: str, aanvulling: Aanvulling, hoe: Hoe, doos: Omgeving) -> Regel:
    voor = await doos.opgaven.stand(opgave)
    opdracht = aanvulling.opdracht(voor, hoe)
    if opdracht is None:
        return Regel(opgave, "was_al_bekend")
    bewijs, na = _droog(voor, doos, opdracht) if hoe.droog else await _echt(opgave, doos, opdracht)
    if bewijs.geweigerd:
        return Regel(opgave, "geweigerd", reden=bewijs.reden, bewijs=bewijs)
    return Regel(opgave, "zou_worden_toegevoegd" if hoe.droog else "toegevoegd", _verschoven(voor, na), bewijs=bewijs)


def _droog(stand: Stand, doos: Omgeving, opdracht: Opdracht) -> tuple[Bewijs, Stand]:
    na, _ = kern.stap(stand, doos.nu(), opdracht)
    return kern.bewijs(na, opdracht.id), na


async def _echt(opgave: str, doos: Omgeving, opdracht: Opdracht) -> tuple[Bewijs, Stand]:
    bewijs = await doos.opgaven.geef(opgave, opdracht)
    return bewijs, await doos.opgaven.stand(opgave)


def _verschoven(voor: Stand, na: Stand) -> tuple[Verschoven, ...]:
    paren = ((t, na.termijnen.get(id_)) for id_, t in voor.termijnen.items())
    rijen = (Verschoven(t.id, t.wat, t.einde, nu.einde) for t, nu in paren if nu and nu.einde != t.einde)
    return tuple(sorted(rijen, key=lambda rij: (rij.wordt, rij.termijn)))


def _toon(aanvulling: Aanvulling, regels: list[Regel], hoe: Hoe) -> None:
    if hoe.json:
        uit = {"dagen": aanvulling.dagen, "reden": aanvulling.reden, "droog": hoe.droog, "opgaven": regels}
        return scherm.json_uit(uit)
    if hoe.droog:
        scherm.zeg("Droog geoefend: er is niets vastgelegd en niets verstuurd.", "bold")
    scherm.zeg(f"Geen werkdag: {', '.join(kort(dag.datum) for dag in aanvulling.dagen)}", "bold")
    scherm.tabel(
        ("Opgave", "Wat er gebeurde", "Termijn", "Was", "Wordt"),
        [rij for regel in regels for rij in _rijen(regel)],
        "Er is geen lopende opgave.",
    )
    if regels:
        scherm.zeg_onder("Een opgave die later begint met opgave nieuw of opgave start, krijgt deze dagen mee.", "dim")
    return velen.zeg_opnieuw([r.uitkomst for r in regels], "Geef dit commando")


def _rijen(regel: Regel) -> Iterator[tuple[str, ...]]:
    """A line for each term that moved, or one line for an opgave in which none did."""
    woord = _WOORDEN[regel.uitkomst]
    gebeurde = f"{woord}: {regel.reden}" if regel.reden else woord
    geen = "geen termijn verschuift" if regel.uitkomst in ("toegevoegd", "zou_worden_toegevoegd") else ""
    if not regel.termijnen:
        yield (regel.opgave, gebeurde, geen, "", "")
    for nummer, t in enumerate(regel.termijnen):
        kop = (regel.opgave, gebeurde) if nummer == 0 else ("", "")
        yield (*kop, t.wat, kort(t.was), kort(t.wordt))
