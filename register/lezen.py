"""Questions to the register."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Select, func, select, true

from domain.stand import Stand
from register.grootboek import Grootboekregel
from register.postvragen import POSTKOLOMMEN
from register.regels import als_regel
from register.rijen import (
    Besluitrij,
    Feitrij,
    Opgaverij,
    Postrij,
    Poststatus,
    Tellingen,
    Voorstelrij,
    Voorstelstatus,
    Wachtrij,
)
from register.tabellen import BESLUITENLIJST, FEIT, GROOTBOEK, OPGAVE, UITGAAND, VOORSTEL, WACHTPOST
from register.verbinding import Register

_LIJSTKOLOMMEN = tuple(kolom for kolom in OPGAVE.c if kolom.name != "stand")
_WACHTKOLOMMEN = tuple(kolom for kolom in WACHTPOST.c if kolom.name != "nr")


def lijst(
    register: Register, fase: str | None = None, thema: str | None = None, toestand: str | None = None
) -> tuple[Opgaverij, ...]:
    """All opgaven, or those in a phase, of a theme, in a condition; no agendas."""
    vraag = select(*_LIJSTKOLOMMEN).where(OPGAVE.c.soort == "opgave").order_by(OPGAVE.c.id)
    for kolom, waarde in ((OPGAVE.c.fase, fase), (OPGAVE.c.thema, thema), (OPGAVE.c.toestand, toestand)):
        if waarde:
            vraag = vraag.where(kolom == waarde)
    return tuple(Opgaverij(**rij) for rij in _alle(register, vraag))


def agendas(register: Register) -> tuple[Opgaverij, ...]:
    """All regionale agendas."""
    vraag = select(*_LIJSTKOLOMMEN).where(OPGAVE.c.soort == "agenda").order_by(OPGAVE.c.id)
    return tuple(Opgaverij(**rij) for rij in _alle(register, vraag))


def levens(register: Register) -> tuple[Opgaverij, ...]:
    """All that lives: opgaven and agendas, for work that knows no difference."""
    return tuple(Opgaverij(**rij) for rij in _alle(register, select(*_LIJSTKOLOMMEN).order_by(OPGAVE.c.id)))


def stand(register: Register, opgave: str) -> Stand | None:
    """The whole state of one opgave as last recorded; None when the register does not know it."""
    rijen = _alle(register, select(OPGAVE.c.stand).where(OPGAVE.c.id == opgave))
    return Stand.model_validate_json(rijen[0]["stand"]) if rijen else None


def partnernamen(register: Register, opgaven: Collection[str]) -> Mapping[tuple[str, str], str]:
    """The names of the partners of these opgaven, by opgave and id."""
    rijen = _alle(register, select(OPGAVE.c.id, OPGAVE.c.stand).where(OPGAVE.c.id.in_(sorted(opgaven))))
    per_opgave = ((rij["id"], json.loads(rij["stand"])["partners"]) for rij in rijen)
    return {(opgave, id_): str(p["naam"]) for opgave, partners in per_opgave for id_, p in partners.items()}


def feiten(register: Register, opgave: str, vanaf: int = 1) -> tuple[Feitrij, ...]:
    """The facts of one opgave in order."""
    vraag = select(FEIT).where(FEIT.c.opgave == opgave, FEIT.c.seq >= vanaf).order_by(FEIT.c.seq)
    return tuple(Feitrij(**rij) for rij in _alle(register, vraag))


def grootboek(register: Register, opgave: str) -> tuple[Grootboekregel, ...]:
    """The signed lines of one opgave in order."""
    vraag = select(GROOTBOEK).where(GROOTBOEK.c.opgave == opgave).order_by(GROOTBOEK.c.tot_seq)
    return tuple(als_regel(rij) for rij in _alle(register, vraag))


def wachtposten(
    register: Register, functie: str | None = None, organisatie: str | None = None, opgave: str | None = None
) -> tuple[Wachtrij, ...]:
    """What is waited for: of everybody, or of one function, organisation or opgave; the most urgent first."""
    vraag = select(*_WACHTKOLOMMEN)
    for kolom, waarde in (
        (WACHTPOST.c.op_wie, functie),
        (WACHTPOST.c.organisatie, organisatie),
        (WACHTPOST.c.opgave, opgave),
    ):
        if waarde:
            vraag = vraag.where(kolom == waarde)
    vraag = vraag.order_by(WACHTPOST.c.uiterlijk.is_(None), WACHTPOST.c.uiterlijk, WACHTPOST.c.opgave, WACHTPOST.c.nr)
    return tuple(Wachtrij(**rij) for rij in _alle(register, vraag))


def post(register: Register, opgave: str | None = None, status: Poststatus | None = None) -> tuple[Postrij, ...]:
    """Messages in the outbox, sent and unsent."""
    vraag = select(*POSTKOLOMMEN).order_by(UITGAAND.c.opgave, UITGAAND.c.seq, UITGAAND.c.sleutel)
    if opgave:
        vraag = vraag.where(UITGAAND.c.opgave == opgave)
    if status:
        vraag = vraag.where(UITGAAND.c.status == status)
    return tuple(Postrij(**rij) for rij in _alle(register, vraag))


def voorstellen(
    register: Register, orgaan: str | None = None, status: Voorstelstatus | None = None
) -> tuple[Voorstelrij, ...]:
    """The inbox of a body (or of all), by date of the meeting."""
    vraag = select(VOORSTEL)
    if orgaan:
        vraag = vraag.where(VOORSTEL.c.orgaan == orgaan)
    if status:
        vraag = vraag.where(VOORSTEL.c.status == status)
    vraag = vraag.order_by(VOORSTEL.c.vergadering_op.is_(None), VOORSTEL.c.vergadering_op, VOORSTEL.c.sleutel)
    return tuple(Voorstelrij(**rij) for rij in _alle(register, vraag))


def besluitenlijst(
    register: Register, orgaan: str | None = None, van: date | None = None, tot: date | None = None
) -> tuple[Besluitrij, ...]:
    """The besluitenlijst of a body over a period, both days included."""
    vraag = select(BESLUITENLIJST)
    if orgaan:
        vraag = vraag.where(BESLUITENLIJST.c.orgaan == orgaan)
    if van:
        vraag = vraag.where(BESLUITENLIJST.c.op >= van)
    if tot:
        vraag = vraag.where(BESLUITENLIJST.c.op <= tot)
    vraag = vraag.order_by(BESLUITENLIJST.c.op, BESLUITENLIJST.c.orgaan, BESLUITENLIJST.c.nummer)
    return tuple(Besluitrij(**rij) for rij in _alle(register, vraag))


def tellingen(register: Register) -> Tellingen:
    """How much there is of everything."""
    with register.lees() as verbinding:
        opgaven, aantal_feiten, besluiten = (
            verbinding.execute(select(func.count()).select_from(tabel).where(deel)).scalar_one()
            for tabel, deel in ((OPGAVE, OPGAVE.c.soort == "opgave"), (FEIT, true()), (BESLUITENLIJST, true()))
        )
        per_status = select(UITGAAND.c.status, func.count()).group_by(UITGAAND.c.status)
        berichten: dict[str, int] = {rij[0]: rij[1] for rij in verbinding.execute(per_status)}
    return Tellingen(
        opgaven=opgaven,
        feiten=aantal_feiten,
        besluiten=besluiten,
        berichten=sum(berichten.values()),
        verzonden=berichten.get("verzonden", 0),
        geweigerd=berichten.get("geweigerd", 0),
        geen_adres=berichten.get("geen_adres", 0),
        klaar=berichten.get("klaar", 0),
    )


def tot_seq(register: Register, opgave: str) -> int:
    """How far the register is with this opgave; 0 when it does not know it."""
    rijen = _alle(register, select(OPGAVE.c.seq).where(OPGAVE.c.id == opgave))
    return int(rijen[0]["seq"]) if rijen else 0


def _alle(register: Register, vraag: Select[Any]) -> Sequence[RowMapping]:
    with register.lees() as verbinding:
        return verbinding.execute(vraag).mappings().all()
