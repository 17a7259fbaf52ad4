"""`opgave agenda capaciteit`: the coming meetings of GS and PS, how full they are or become, and what fits."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from typing import Any

from domain.verwachting.agenda import later_verwacht
from domain.woorden import orgaan as naam_van
from register import agendapunten
from register.vergaderdruk import Orgaandruk, Vergaderdruk, druk, met_later
from starter.cli import scherm
from starter.cli.agenda_geven import agendastand
from starter.cli.datums import kort
from starter.cli.omgeving import omgeving

ORGANEN = ("GS", "PS")
ALLE = "alle"


def capaciteit(id_: str, vooruit: bool, json: bool) -> None:
    """Of all opgaven, because they share the meetings; with an agenda also how many are on that agenda.

    Args:
        vooruit: also what the forecast of the opgaven on this agenda says will come there.
    """
    agenda = None if id_.lower() == ALLE else agendastand(id_).opgave
    register = omgeving().register
    eigen = {rij.opgave for rij in agendapunten.van_agenda(register, agenda)} if agenda else set()
    beelden = tuple(druk(register, orgaan, omgeving().vandaag()) for orgaan in ORGANEN)
    if vooruit:
        beelden = _vooruit(beelden, agenda)
    if json:
        return scherm.json_uit([_als_json(beeld, eigen, vooruit) for beeld in beelden])
    wie = agenda or "alle agenda's en opgaven"
    scherm.zeg(f"Voorstellen per vergadering, {wie}", "bold")
    scherm.zeg(f"Aan de beurt is wat er nu heen kan. {_over_later(vooruit)}", "dim")
    for beeld in beelden:
        _toon(beeld, eigen if agenda else None, vooruit)
    return None


def _vooruit(beelden: tuple[Orgaandruk, ...], agenda: str | None) -> tuple[Orgaandruk, ...]:
    """With what is expected later; a proposal that is counted already is left out of that."""
    from starter.cli import verwachting_agenda  # only who looks ahead waits for it

    samen = verwachting_agenda.van_agenda_of_alle(agenda)
    return tuple(met_later(b, later_verwacht(samen.rijen, b.orgaan, b.geteld)) for b in beelden)


def _over_later(vooruit: bool) -> str:
    if vooruit:
        return "Later is een schatting: wat er volgens de verwachting nog bij komt."
    return "Wat later komt, staat erbij met --vooruit."


def _als_json(beeld: Orgaandruk, eigen: Collection[str], vooruit: bool) -> dict[str, Any]:
    buiten = [{"op": op, "opgaven": list(opgaven)} for op, opgaven in beeld.later_buiten]
    return {
        "orgaan": beeld.orgaan,
        "kalender_bekend": beeld.kalender is not None,
        "capaciteit": beeld.kalender.capaciteit if beeld.kalender else None,
        "vergaderingen": [_rij_als_json(v, eigen, vooruit) for v in beeld.vergaderingen],
        "reces": list(beeld.reces),
        "zonder_vergadering": list(beeld.zonder_vergadering),
        **({"later_buiten_kalender": buiten} if vooruit else {}),
    }


def _rij_als_json(v: Vergaderdruk, eigen: Collection[str], vooruit: bool) -> dict[str, Any]:
    velden = asdict(v) | {"te_veel": v.te_veel, "van_de_agenda": _van(v, eigen)}
    return velden if vooruit else {naam: waarde for naam, waarde in velden.items() if naam != "later"}


def _toon(beeld: Orgaandruk, eigen: Collection[str] | None, vooruit: bool) -> None:
    scherm.kop(f"{naam_van(beeld.orgaan)} ({beeld.orgaan})")
    if beeld.kalender is None:
        scherm.let_op(f"Van {beeld.orgaan} is geen vergaderkalender bekend. Voer hem in: opgave orgaan lees BESTAND")
        return _zonder(beeld)
    if beeld.kalender.capaciteit is None:
        scherm.zeg_onder("Hoeveel voorstellen er passen, staat niet in de kalender (veld capaciteit).", "dim")
    vol = [v for v in beeld.vergaderingen if v.aantal]
    getoond = vol or list(beeld.vergaderingen[:1])
    rijen = [*_recesrijen(beeld), *((v.op, _regel(v, eigen, vooruit)) for v in getoond)]
    tellingen = ["Gepland", "Aan de beurt", *(["Later"] if vooruit else [])]
    kop = ("Vergadering", "Stukken uiterlijk", *tellingen, "" if eigen is None else "Op agenda", "Past", "")
    regels = [_passend(rij, len(kop)) for _, rij in sorted(rijen, key=lambda paar: paar[0])]
    scherm.tabel(kop, regels, "Er is geen vergadering bekend.")
    if leeg := len(beeld.vergaderingen) - len(getoond):
        scherm.zeg_onder(f"En nog {leeg} vergaderingen waar niets voor klaarligt.", "dim")
    for v in vol:
        if v.te_veel:
            scherm.let_op(_te_veel(v))
    return _zonder(beeld)


def _recesrijen(beeld: Orgaandruk) -> list[tuple[date, tuple[str, ...]]]:
    """The reces between the meetings: its days first, its name in the last column."""
    return [(r.van, (kort(r.van), f"t/m {kort(r.tot)}", f"reces: {r.naam}")) for r in beeld.reces]


def _passend(rij: tuple[str, ...], breed: int) -> tuple[str, ...]:
    """A row that is as wide as its table: its last cell in the last column."""
    return (*rij[:-1], *("",) * (breed - len(rij)), rij[-1])


def _te_veel(v: Vergaderdruk) -> str:
    namen = ", ".join(dict.fromkeys((*v.gepland, *v.verwacht, *v.later)))
    waarvan = f" waarschijnlijk {v.aantal} ({len(v.later)} later)" if v.later else f" {v.aantal}"
    return f"Let op: op {kort(v.op)} komen er{waarvan} en passen er {v.capaciteit}: {namen}."


def _zonder(beeld: Orgaandruk) -> None:
    """What has no meeting to go to."""
    if beeld.zonder_vergadering:
        namen = ", ".join(dict.fromkeys(beeld.zonder_vergadering))
        scherm.let_op(f"Zonder bekende vergadering: {namen}.")
    if beeld.later_buiten:
        aantal = sum(len(opgaven) for _, opgaven in beeld.later_buiten)
        van, tot = kort(beeld.later_buiten[0][0]), kort(beeld.later_buiten[-1][0])
        wanneer = f"op {van}" if van == tot else f"tussen {van} en {tot}"
        scherm.zeg_onder(f"Verder {aantal} later verwacht, {wanneer}: daarvan is nog geen vergadering bekend.", "dim")


def _regel(v: Vergaderdruk, eigen: Collection[str] | None, vooruit: bool) -> tuple[str, ...]:
    past = "" if v.capaciteit is None else str(v.capaciteit)
    oordeel = f"{v.te_veel} TE VEEL" if v.te_veel else "vol" if v.capaciteit == v.aantal else ""
    van = "" if eigen is None else str(_van(v, eigen))
    later = (str(len(v.later)),) if vooruit else ()
    return (kort(v.op), kort(v.stukken_op), str(len(v.gepland)), str(len(v.verwacht)), *later, van, past, oordeel)


def _van(v: Vergaderdruk, eigen: Collection[str]) -> int:
    return sum(opgave in eigen for opgave in (*v.gepland, *v.verwacht, *v.later))
