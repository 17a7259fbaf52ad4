"""Bodies at the gateway: reading their seats and calendars from a file, and sending them along with a command.

A decision must show the table it rests on, so what the register knows of the body travels inside the command.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from domain.basis import EERSTE_JAAR, LAATSTE_JAAR, Dag, Model
from domain.kalender import DAGNAMEN
from domain.orgaan import Bezetting, Orgaankalender
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.vergaderkalender import in_reces, tegenstrijdig, uittreksel
from register import organen
from register.organen import Gegeven
from register.verbinding import Register
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout, lees_bestand, lees_model

TERUG, VOORUIT = timedelta(days=14), timedelta(weeks=60)
"""How much of a calendar travels with a proposal, from its day on: more than any term with one extension."""

Inhoud = Mapping[str, Any]
M = TypeVar("M", Bezetting, Orgaankalender)
_FRACTIE = re.compile(r"fracties\.(\d+)\.(naam|zetels)(?=:)")


class Ritme(Model):
    """Meetings on a fixed day of the week, for a file: expanded on reading, without those in a reces."""

    dag: Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    van: Dag
    tot: Dag | None = None
    om_de_weken: Annotated[int, Field(ge=1, le=52)] = 1
    behalve: tuple[Dag, ...] = ()

    def dagen(self, tot: date) -> Iterator[date]:
        """The days from `van` through `tot`, or its own earlier end."""
        dag = self.van + timedelta(days=(DAGNAMEN.index(self.dag) - self.van.weekday()) % 7)
        while dag <= min(tot, self.tot or tot):
            if dag not in self.behalve:
                yield dag
            dag += timedelta(weeks=self.om_de_weken)


def lees(pad: Path) -> tuple[Gegeven, ...]:
    """Every bezetting and kalender in a file, or one Invoerfout that names each field that is wrong."""
    data = lees_bestand(pad)
    gegevens: list[Gegeven] = []
    fouten = [
        f"{naam}: dit veld bestaat hier niet.{lijkt_op(naam, list(_LEZERS))}" for naam in data if naam not in _LEZERS
    ]
    for soort, lezer in _LEZERS.items():
        for nr, ruw in enumerate(_lijst(data.get(soort)), start=1):
            try:
                gegevens.append(lezer(ruw))
            except Invoerfout as fout:
                fouten += (f"{soort}.{nr}.{regel}".replace(".de invoer: ", ": ") for regel in fout.regels)
    fouten += _dubbel(gegevens)
    if not fouten and not gegevens:
        fouten.append("er staat geen bezetting en geen kalender in.")
    if fouten:
        raise Invoerfout(*(f"{pad.name}: {fout}" for fout in fouten))
    return tuple(gegevens)


def opmerkingen(gegevens: tuple[Gegeven, ...]) -> tuple[str, ...]:
    """What is allowed, but worth a second look."""
    return tuple(f"{gegeven.orgaan}: {zin}" for gegeven in gegevens for zin in _opmerkingen(gegeven))


def vul_aan(register: Register, stand: Stand, inhoud: Inhoud, op: date) -> dict[str, Any]:
    """The content of a command with what the register knows of the body of its step; what was given stays.

    Args:
        register: read only.
        stand: where the opgave stands.
        inhoud: the content, not validated yet.
        op: the day the event happened.

    Returns:
        A LegVoor with an excerpt of the calendar; a VraagPartner with the known reces of its partners; a
        LegBesluitVast, also inside HerstelVastlegging, with the bezetting of the day of the decision; a Bevestig with
        the same inside it. Anything else, and the unknown, unchanged.
    """
    if not EERSTE_JAAR <= op.year <= LAATSTE_JAAR:
        return dict(inhoud)
    match inhoud.get("soort"), inhoud.get("opdracht"), inhoud.get("besluit"):
        case "LegVoor", _, _:
            return _met_kalender(register, stand, inhoud, op)
        case "VraagPartner", _, _:
            return _met_reces(register, inhoud, op)
        case "LegBesluitVast", _, _:
            return _met_bezetting(register, stand, inhoud, op)
        case "HerstelVastlegging", _, Mapping() as besluit:
            stap = _stap(stand, besluit)
            toen = stap.behandelingen[-1].op if stap and stap.behandelingen else op
            return {**inhoud, "besluit": _met_bezetting(register, stand, besluit, toen)}
        case "Bevestig", Mapping() as opdracht, _:
            return {**inhoud, "opdracht": vul_aan(register, stand, opdracht, op)}
        case _:
            return dict(inhoud)


def _met_kalender(register: Register, stand: Stand, inhoud: Inhoud, op: date) -> dict[str, Any]:
    stap = _stap(stand, inhoud)
    kalender = organen.kalender(register, stap.orgaan) if stap and inhoud.get("kalender") is None else None
    if kalender is None:
        return dict(inhoud)
    return {**inhoud, "kalender": uittreksel(kalender, op - TERUG, op + VOORUIT).model_dump()}


def _met_reces(register: Register, inhoud: Inhoud, op: date) -> dict[str, Any]:
    """The reces of each partner that is asked something, as far as it is known; meetings of a partner don't matter."""
    aan = inhoud.get("aan")
    if inhoud.get("kalenders") or not isinstance(aan, list | tuple):
        return dict(inhoud)
    partners = dict.fromkeys(partner for partner in aan if isinstance(partner, str))
    bekend = [kalender for partner in partners if (kalender := organen.kalender(register, partner))]
    delen = [uittreksel(k.met(vergaderingen=()), op - TERUG, op + VOORUIT).model_dump() for k in bekend]
    return {**inhoud, "kalenders": delen} if delen else dict(inhoud)


def _met_bezetting(register: Register, stand: Stand, inhoud: Inhoud, op: date) -> dict[str, Any]:
    stap = _stap(stand, inhoud)
    bezetting = organen.bezetting_op(register, stap.orgaan, op) if stap and inhoud.get("bezetting") is None else None
    return dict(inhoud) if bezetting is None else {**inhoud, "bezetting": bezetting.model_dump()}


def _stap(stand: Stand, inhoud: Inhoud) -> Besluitstap | None:
    stap = inhoud.get("stap")
    return stand.stappen.get(stap) if isinstance(stap, str) else None


def _lijst(ruw: object) -> list[Any]:
    """The entries of one kind; a single one need not be a list."""
    match ruw:
        case None:
            return []
        case list():
            return ruw
        case _:
            return [ruw]


def _lees_bezetting(ruw: object) -> Bezetting:
    """A bezetting with its fracties as `{BBB: 10}`."""
    tabel = ruw.get("fracties") if isinstance(ruw, Mapping) else None
    if not isinstance(ruw, Mapping) or tabel is None:
        return _los(Bezetting, ruw)
    if not isinstance(tabel, Mapping):
        raise Invoerfout("fracties: schrijf de zetels per fractie, bijvoorbeeld {BBB: 10, VVD: 4}")
    namen = list(tabel)
    try:
        return _los(Bezetting, {**ruw, "fracties": [{"naam": n, "zetels": z} for n, z in tabel.items()]})
    except Invoerfout as fout:
        regels = (_FRACTIE.sub(lambda m: f"fracties.{namen[int(m[1]) - 1]}", regel) for regel in fout.regels)
        raise Invoerfout(*regels) from None


def _lees_kalender(ruw: object) -> Orgaankalender:
    """A calendar, its meetings in order; `elke` stands for the meetings of a fixed day."""
    if not isinstance(ruw, Mapping) or ruw.get("elke") is None:
        kalender = _los(Orgaankalender, ruw)
        return kalender.met(vergaderingen=tuple(sorted(set(kalender.vergaderingen))))
    kalender = _los(Orgaankalender, {naam: waarde for naam, waarde in ruw.items() if naam != "elke"})
    try:
        ritme = lees_model(Ritme, ruw["elke"])
    except Invoerfout as fout:
        raise Invoerfout(*(f"elke.{regel}" for regel in fout.regels)) from None
    vast = (dag for dag in ritme.dagen(kalender.bekend_tot) if in_reces(kalender, dag) is None)
    alle = sorted({*kalender.vergaderingen, *vast})
    return _los(Orgaankalender, {**kalender.model_dump(), "vergaderingen": alle})


_LEZERS: dict[str, Callable[[object], Gegeven]] = {"bezetting": _lees_bezetting, "kalender": _lees_kalender}


def _los(model: type[M], ruw: object) -> M:
    """One entry, with GS and PS in capitals as they are kept."""
    gelezen = lees_model(model, ruw)
    orgaan = gelezen.orgaan.upper()
    return gelezen.met(orgaan=orgaan) if orgaan in ("GS", "PS") else gelezen


def _dubbel(gegevens: list[Gegeven]) -> Iterator[str]:
    """Which of two would count is not clear."""
    gezien: set[tuple[str, date | None]] = set()
    for gegeven in gegevens:
        vanaf = gegeven.vanaf if isinstance(gegeven, Bezetting) else None
        if (gegeven.orgaan, vanaf) in gezien:
            soort = f"bezetting: {gegeven.orgaan} vanaf {vanaf}" if vanaf else f"kalender: {gegeven.orgaan}"
            yield f"{soort} staat er twee keer in."
        gezien.add((gegeven.orgaan, vanaf))


def _opmerkingen(gegeven: Gegeven) -> tuple[str, ...]:
    match gegeven:
        case Bezetting():
            open_ = gegeven.leden - gegeven.in_functie
            return (f"van de {gegeven.leden} zetels niet bezet: {open_}.",) if open_ else ()
        case Orgaankalender():
            return tegenstrijdig(gegeven, date.min, date.max)
