"""The outcomes of one meeting, recorded together: all looked through first, then sent, each at most once.

The id of each command follows from what it says. So the same file again, after a broken line, does nothing twice.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import Any, Literal, Protocol

from domain import kern
from domain.basis import Afzender, Kenmerk, Model
from domain.beeld.agendapunt import ligt_op, vastgelegd
from domain.feit import Bewijs
from domain.keten import canoniek
from domain.opdracht import Opdracht
from domain.orgaan import Bezetting, Fractie
from domain.reglement.register import nieuwste, reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap, LegBesluitVast
from domain.taal.vastlegging import BesluitVastgelegd, VastleggingAfgekeurd
from register import lezen, organen
from register.verbinding import Register
from runtime.temporal import Onbereikbaar
from starter.client import OnbekendeOpgave, OpgaveGesloten
from starter.invoer import maak_opdracht
from starter.organen import vul_aan
from starter.vergaderbestand import BEWAARD_IN_EERSTE, Uitslag, Vergaderbestand

Status = Literal["kan", "vastgelegd", "wacht_op_tweede", "geweigerd", "niet_verstuurd", "onbekend"]
"""`kan`: looked through and in order; `onbekend`: sent, but no answer came."""


class Toegang(Protocol):
    """The gateway, as far as it is used here."""

    async def geef(self, opgave: str, opdracht: Opdracht) -> Bewijs: ...
    async def stand(self, opgave: str) -> Stand: ...


@dataclass(frozen=True)
class Vergadering:
    """One meeting of a body, and who is at work on it."""

    opgaven: Toegang
    register: Register
    orgaan: str
    dag: date
    door: Afzender
    nu: datetime


def zaal(register: Register, orgaan: str, dag: date) -> Bezetting | None:
    """Who sat in the body on that day: as the register knows it, for PS else as the reglement does."""
    bezetting = organen.bezetting_op(register, orgaan, dag)
    regels = nieuwste()
    if bezetting is not None or orgaan != "PS" or dag < min(z.vanaf for z in regels.zetels):
        return bezetting
    zetels = regels.zetels_op(dag)
    fracties = tuple(Fractie(naam=naam, zetels=aantal) for naam, aantal in zetels.fracties)
    bron = f"reglement {regels.code}"
    return Bezetting(orgaan="PS", vanaf=zetels.vanaf, leden=zetels.leden, fracties=fracties, bron=bron)


class Punt(Model):
    """What became of one decision of the meeting. `eerder`: it had been recorded before, so nothing was sent."""

    nr: int
    plek: str
    opgave: Kenmerk
    stap: Kenmerk
    onderwerp: str = ""
    status: Status
    eerder: bool = False
    uitkomst: str = ""
    resultaat: str = ""
    vastlegging: str = ""
    regel: str = ""
    reden: str = ""
    ontbreekt: tuple[str, ...] = ()
    let_op: tuple[str, ...] = ()
    bewijs: Bewijs | None = None

    def geweigerd(self, regel: str, reden: str, *ontbreekt: str) -> "Punt":
        """The same, refused."""
        return self.met(status="geweigerd", regel=regel, reden=reden, ontbreekt=ontbreekt)


_HOE = {"open": "de stap is nog niet voorgelegd", "besloten": "er is al besloten", "vervallen": "de stap is vervallen"}


@dataclass(frozen=True)
class Nagekeken:
    """A decision that was looked through; without a command there is nothing to send."""

    punt: Punt
    opdracht: Opdracht | None = None


async def kijk_na(v: Vergadering, bestand: Vergaderbestand) -> list[Nagekeken]:
    """Every decision of the file tried with the real rules, in order; nothing is sent."""
    standen: dict[str, Stand | None] = {}
    klaar = []
    for uitslag in bestand.uitslagen:
        if uitslag.opgave not in standen:
            standen[uitslag.opgave] = await _stand(v, uitslag.opgave)
        nagekeken, standen[uitslag.opgave] = _kijk_na(v, bestand, uitslag, standen[uitslag.opgave])
        klaar.append(nagekeken)
    return klaar


async def _stand(v: Vergadering, opgave: str) -> Stand | None:
    try:
        return await v.opgaven.stand(opgave)
    except OnbekendeOpgave:
        return None


def _kijk_na(
    v: Vergadering, bestand: Vergaderbestand, uitslag: Uitslag, stand: Stand | None
) -> tuple[Nagekeken, Stand | None]:
    """One decision, and the state in which the next one of the same opgave is looked through."""
    besluit = uitslag.besluit
    punt = Punt(nr=uitslag.nr, plek=uitslag.plek, opgave=uitslag.opgave, stap=besluit.stap, status="kan")
    if stand is None:
        return Nagekeken(punt.geweigerd("opgave", f"De opgave {uitslag.opgave} is niet bekend.")), stand
    stap = stand.stappen.get(besluit.stap)
    if stap is None or stap.orgaan != v.orgaan:
        return Nagekeken(_verkeerde_stap(v, punt, stand, stap)), stand
    punt = punt.met(onderwerp=stap.onderwerp)
    eerste = reglement(stand.reglement).besluitvorming is None
    if eerste and (kwijt := sorted(uitslag.velden - BEWAARD_IN_EERSTE)):
        reden = f"Deze opgave heeft nog reglement {stand.reglement}. Dat bewaart deze velden niet:"
        return Nagekeken(punt.geweigerd("reglement", reden, *kwijt)), stand
    besluit = bestand.vul_in(uitslag, eerste=eerste)
    kenmerk, bewijs = _kenmerk(v, stand, besluit)
    if bewijs is not None:
        return Nagekeken(punt.met(eerder=True, bewijs=bewijs, **staat_er(stand, stap.id, v.dag))), stand
    if stap.status not in ("voorgelegd", "aangehouden"):
        return Nagekeken(
            punt.geweigerd("volgorde", f"{stap.id} ligt niet voor aan {v.orgaan}: {_HOE[stap.status]}.")
        ), stand
    return probeer(v, punt.met(let_op=tuple(_let_op(v, stand, stap))), stand, _opdracht(v, stand, besluit, kenmerk))


def _verkeerde_stap(v: Vergadering, punt: Punt, stand: Stand, stap: Besluitstap | None) -> Punt:
    ligt = [s.id for s in stand.stappen.values() if s.orgaan == v.orgaan and s.status in ("voorgelegd", "aangehouden")]
    if stap is None:
        return punt.geweigerd("stap", f"De stap {punt.stap} is in {punt.opgave} niet bekend. Wel ligt voor:", *ligt)
    return punt.geweigerd(
        "stap", f"{stap.id} is een stap van {stap.orgaan}, niet van {v.orgaan}. Wel ligt voor:", *ligt
    )


def _let_op(v: Vergadering, stand: Stand, stap: Besluitstap) -> list[str]:
    op = ligt_op(stand, stap, v.dag)
    return [] if op == v.dag else [f"{stap.id} stond niet op de agenda van deze dag."]


def _opdracht(v: Vergadering, stand: Stand, besluit: LegBesluitVast, kenmerk: str) -> Opdracht:
    inhoud = besluit.model_dump()
    if organen.bekend(v.register):
        inhoud = vul_aan(v.register, stand, inhoud, v.dag)
    return maak_opdracht(inhoud, v.door, v.dag, kenmerk)


def probeer(v: Vergadering, punt: Punt, stand: Stand, opdracht: Opdracht) -> tuple[Nagekeken, Stand]:
    """Decide here with the real core; a refusal leaves the state for what comes after it as it was."""
    na, _ = kern.stap(stand, v.nu, opdracht)
    bewijs = kern.bewijs(na, opdracht.id)
    if bewijs.geweigerd:
        return Nagekeken(punt.geweigerd(bewijs.regel, bewijs.reden, *bewijs.ontbreekt)), stand
    zou = {**staat_er(na, punt.stap, v.dag), "status": "kan", "vastlegging": punt.vastlegging}
    return Nagekeken(punt.met(**zou), opdracht), na


def _kenmerk(v: Vergadering, stand: Stand, besluit: LegBesluitVast) -> tuple[str, Bewijs | None]:
    """The id for this decision, with the receipt when it was recorded before and that record still holds.

    What was refused then, or sent back by the second person, can be recorded anew: that gets a next id.
    """
    inhoud = b"\n".join((stand.opgave.encode(), v.dag.isoformat().encode(), canoniek(besluit)))
    basis = f"verg-{hashlib.sha256(inhoud).hexdigest()[:32]}"
    for nr in count(1):
        kenmerk = basis if nr == 1 else f"{basis}-{nr}"
        bewijs = stand.bewijzen.get(kenmerk)
        if bewijs is None or _geldt(v.register, stand, besluit.stap, kenmerk, bewijs):
            return kenmerk, bewijs
    raise AssertionError("count never ends")


def _geldt(register: Register, stand: Stand, stap: str, kenmerk: str, bewijs: Bewijs) -> bool:
    """Whether this receipt is of a record that was not refused, sent back or made void since."""
    if bewijs.geweigerd or stand.stappen[stap].status == "vervallen":
        return False
    rijen = lezen.feiten(register, stand.opgave, bewijs.seq - len(bewijs.feiten) + 1)
    van_ons, terug = set[str](), set[str]()
    for rij in rijen:
        match rij.feit.inhoud:
            case BesluitVastgelegd() as feit if rij.opdracht == kenmerk:
                van_ons.add(feit.vastlegging)
            case VastleggingAfgekeurd() as feit:
                terug.add(feit.vastlegging)
    return not van_ons & terug


def staat_er(stand: Stand, stap: str, dag: date) -> dict[str, Any]:
    """What is on record about this step in the meeting of this day."""
    wacht = vastgelegd(stand, stap)
    if wacht is not None and wacht.op == dag:
        uitkomst = {"uitkomst": wacht.uitkomst, "resultaat": wacht.resultaat}
        return {"status": "wacht_op_tweede", "vastlegging": wacht.id, **uitkomst}
    gehad = [b for b in stand.stappen[stap].behandelingen if b.op == dag]
    uitkomst = {"uitkomst": gehad[-1].uitkomst, "resultaat": gehad[-1].resultaat} if gehad else {}
    return {"status": "vastgelegd", **uitkomst}


async def verstuur(v: Vergadering, nagekeken: Sequence[Nagekeken]) -> tuple[list[Punt], Onbereikbaar | None]:
    """Send what can be sent, in order; when nobody answers any more, the rest is not sent."""
    punten, weg = list[Punt](), None
    for n in nagekeken:
        punt = n.punt
        if n.opdracht is not None and weg is not None:
            punt = punt.met(status="niet_verstuurd")
        elif n.opdracht is not None:
            try:
                punt = await _stuur(v, punt, n.opdracht)
            except Onbereikbaar as fout:
                weg, punt = fout, punt.met(status="onbekend", reden="Er kwam geen antwoord.")
        punten.append(punt)
    return punten, weg


async def _stuur(v: Vergadering, punt: Punt, opdracht: Opdracht) -> Punt:
    try:
        bewijs = await v.opgaven.geef(punt.opgave, opdracht)
    except OpgaveGesloten as fout:
        return punt.geweigerd("toestand", str(fout))
    if bewijs.geweigerd:
        return punt.geweigerd(bewijs.regel, bewijs.reden, *bewijs.ontbreekt).met(bewijs=bewijs)
    stand = await v.opgaven.stand(punt.opgave)
    return punt.met(bewijs=bewijs, **staat_er(stand, punt.stap, v.dag))
