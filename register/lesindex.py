"""The lessons of an opgave, written after each batch in rows that are searched; see `register.lessen`.

Each stem of a lesson is a row of its own, with how much it counts where it stands.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, delete, insert, select

from domain.beeld.strepen import Verboden, verboden
from domain.beeld.verborgen import noemt_stap
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.lessen import Les
from register.afkomst import nazaten, verborgen_door, voorouders
from register.stammen import stammen
from register.tabellen_samen import LES, LESSTAM

TITEL, REGEL, REST = 3, 2, 1
"""How much it counts where a word stands."""


def thema_van(tekst: str) -> str:
    """A theme as it is compared: people write it with and without a capital."""
    return " ".join(tekst.casefold().split())


def werk_bij(verbinding: Connection, stand: Stand, op: datetime) -> None:
    """Write what changed in the lessons of one opgave; of an opgave without lessons nothing is asked.

    When geheimhouding rests or rested here, the lessons of the lives that came from this one are judged again too.
    """
    _schrijf(verbinding, stand, op)
    if stand.geheim:
        for nazaat in nazaten(verbinding, stand):
            _schrijf(verbinding, nazaat, op)


def _schrijf(verbinding: Connection, stand: Stand, op: datetime) -> None:
    if not stand.lessen:
        return
    oud = {rij["les"]: rij for rij in verbinding.execute(select(LES).where(LES.c.opgave == stand.opgave)).mappings()}
    zwijgt = _zwijgt(verbinding, stand)
    nieuw = {les.id: _rij(stand, les, zwijgt) for les in stand.lessen.values()}
    anders = [id_ for id_, rij in nieuw.items() if id_ not in oud or _anders(oud[id_], rij)]
    for id_ in anders:
        if id_ in oud:
            for tabel in (LESSTAM, LES):
                verbinding.execute(delete(tabel).where(tabel.c.opgave == stand.opgave, tabel.c.les == id_))
    if anders:
        verbinding.execute(insert(LES), [{**nieuw[id_], "bijgewerkt_op": op} for id_ in anders])
        verbinding.execute(insert(LESSTAM), [rij for id_ in anders for rij in _stamrijen(stand, stand.lessen[id_])])


class _Zwijgt(NamedTuple):
    """What may not be read in a lesson: words of this opgave and those before it, and where each of those stands."""

    woorden: Verboden
    eerder: Mapping[str, Stand]


def _zwijgt(verbinding: Connection, stand: Stand) -> _Zwijgt:
    """Most opgaven come from no other and hide nothing; then nothing more is asked."""
    eerder = voorouders(verbinding, stand)
    weg = verborgen_door(verbinding, (stand, *eerder.values()))
    return _Zwijgt(verboden(tekst for geheim in weg.values() for tekst in geheim.teksten), eerder)


def _anders(oud: RowMapping, rij: Mapping[str, Any]) -> bool:
    return any(oud[naam] != waarde for naam, waarde in rij.items())


def _rij(stand: Stand, les: Les, zwijgt: _Zwijgt) -> dict[str, Any]:
    partners = (p.id for p in stand.partners.values() if p.doet_mee)
    return {
        "opgave": stand.opgave,
        "les": les.id,
        "titel": les.titel,
        "thema": thema_van(les.thema or stand.leven.thema),
        "vorm": les.organiseervorm,
        "fase": les.fase.value if les.fase else "",
        "type": les.type,
        "aanleiding": stand.leven.aanleiding,
        "partners": _opsomming(partners),
        "rollen": _opsomming(les.rollen),
        "status": les.status,
        "goed": les.goed,
        "openbaar": les.openbaar and not _geheim(stand, les, zwijgt),
        "regel": les.aanbeveling or les.actie,
        "stammen": " ".join(_gewichten(stand, les)),
    }


def _stamrijen(stand: Stand, les: Les) -> list[dict[str, Any]]:
    eigen = {"opgave": stand.opgave, "les": les.id}
    return [{**eigen, "stam": stam, "gewicht": gewicht} for stam, gewicht in _gewichten(stand, les).items()]


def _gewichten(stand: Stand, les: Les) -> dict[str, int]:
    """Every stem of a lesson with where it stands best."""
    delen = (
        (TITEL, les.titel),
        (REGEL, f"{les.aanbeveling} {les.actie} {les.geldt_wanneer} {les.thema or stand.leven.thema}"),
        (REST, f"{les.context} {les.wat_gebeurde} {les.oorzaak} {_vormnaam(stand, les.organiseervorm)}"),
    )
    beste: dict[str, int] = {}
    for gewicht, tekst in delen:
        for stam in stammen(tekst).split():
            beste.setdefault(stam, gewicht)
    return beste


def _vormnaam(stand: Stand, code: str) -> str:
    return next((v.naam for v in reglement(stand.reglement).organiseervormen if v.code == code), "")


def _geheim(stand: Stand, les: Les, zwijgt: _Zwijgt) -> bool:
    """Whether it is about a step under geheimhouding: it names it or its document, or repeats what was said of it.

    A copy may name a step of the opgave where the lesson was learned.
    """
    tekst = " ".join(str(waarde) for waarde in les.model_dump().values() if isinstance(waarde, str))
    bron = zwijgt.eerder.get(les.afkomstig_van.partition("/")[0])
    genoemd = any(noemt_stap(waar, tekst) for waar in (stand, bron) if waar is not None)
    return genoemd or zwijgt.woorden.zegt(tekst)


def _opsomming(waarden: Any) -> str:
    """Ids with a space on both sides of each, so that one can be looked for."""
    samen = " ".join(str(waarde).lower() for waarde in waarden)
    return f" {samen} " if samen else ""
