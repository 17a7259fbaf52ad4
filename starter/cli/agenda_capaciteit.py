"""`opgave agenda capaciteit`: the coming meetings of GS and PS, how full they are, and what fits."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from domain.woorden import orgaan as naam_van
from register import agendapunten
from register.vergaderdruk import Orgaandruk, Vergaderdruk, druk
from starter.cli import scherm
from starter.cli.agenda_geven import agendastand
from starter.cli.datums import kort
from starter.cli.omgeving import omgeving

ORGANEN = ("GS", "PS")
ALLE = "alle"


def capaciteit(id_: str, json: bool) -> None:
    """Of all opgaven, because they share the meetings; with an agenda also how many are on that agenda."""
    agenda = None if id_.lower() == ALLE else agendastand(id_).opgave
    register = omgeving().register
    eigen = {rij.opgave for rij in agendapunten.van_agenda(register, agenda)} if agenda else set()
    beelden = [druk(register, orgaan, omgeving().vandaag()) for orgaan in ORGANEN]
    if json:
        return scherm.json_uit([_als_json(beeld, eigen) for beeld in beelden])
    wie = agenda or "alle agenda's en opgaven"
    scherm.zeg(f"Voorstellen per vergadering, {wie}", "bold")
    scherm.zeg("Aan de beurt is wat er nu heen kan. Wat later komt, staat in: opgave agenda verwachting", "dim")
    for beeld in beelden:
        _toon(beeld, eigen if agenda else None)
    return None


def _als_json(beeld: Orgaandruk, eigen: Collection[str]) -> dict[str, Any]:
    rijen = [asdict(v) | {"te_veel": v.te_veel, "van_de_agenda": _van(v, eigen)} for v in beeld.vergaderingen]
    return {
        "orgaan": beeld.orgaan,
        "kalender_bekend": beeld.kalender is not None,
        "capaciteit": beeld.kalender.capaciteit if beeld.kalender else None,
        "vergaderingen": rijen,
        "reces": list(beeld.reces),
        "zonder_vergadering": list(beeld.zonder_vergadering),
    }


def _toon(beeld: Orgaandruk, eigen: Collection[str] | None) -> None:
    scherm.kop(f"{naam_van(beeld.orgaan)} ({beeld.orgaan})")
    if beeld.kalender is None:
        scherm.let_op(f"Van {beeld.orgaan} is geen vergaderkalender bekend. Voer hem in: opgave orgaan lees BESTAND")
        return _zonder(beeld)
    if beeld.kalender.capaciteit is None:
        scherm.zeg_onder("Hoeveel voorstellen er passen, staat niet in de kalender (veld capaciteit).", "dim")
    kop = (
        "Vergadering",
        "Stukken uiterlijk",
        "Gepland",
        "Aan de beurt",
        "" if eigen is None else "Op agenda",
        "Past",
        "",
    )
    vol = [v for v in beeld.vergaderingen if v.aantal]
    rijen = [(v.op, _regel(v, eigen)) for v in vol or beeld.vergaderingen[:1]]
    rijen += [
        (r.van, (f"{kort(r.van)}", f"t/m {kort(r.tot)}", "", "", "", "", f"reces: {r.naam}")) for r in beeld.reces
    ]
    leeg = len(beeld.vergaderingen) - len(vol or beeld.vergaderingen[:1])
    scherm.tabel(kop, [rij for _, rij in sorted(rijen, key=lambda paar: paar[0])], "Er is geen vergadering bekend.")
    if leeg:
        scherm.zeg_onder(f"En nog {leeg} vergaderingen waar niets voor klaarligt.", "dim")
    for v in vol:
        if v.te_veel:
            namen = ", ".join(dict.fromkeys((*v.gepland, *v.verwacht)))
            scherm.let_op(f"Let op: op {kort(v.op)} komen er {v.aantal} en passen er {v.capaciteit}: {namen}.")
    return _zonder(beeld)


def _zonder(beeld: Orgaandruk) -> None:
    """What has no meeting to go to."""
    if beeld.zonder_vergadering:
        namen = ", ".join(dict.fromkeys(beeld.zonder_vergadering))
        scherm.let_op(f"Zonder bekende vergadering: {namen}.")


def _regel(v: Vergaderdruk, eigen: Collection[str] | None) -> tuple[str, ...]:
    past = "" if v.capaciteit is None else str(v.capaciteit)
    oordeel = f"{v.te_veel} TE VEEL" if v.te_veel else "vol" if v.capaciteit == v.aantal else ""
    van = "" if eigen is None else str(_van(v, eigen))
    return (kort(v.op), kort(v.stukken_op), str(len(v.gepland)), str(len(v.verwacht)), van, past, oordeel)


def _van(v: Vergaderdruk, eigen: Collection[str]) -> int:
    return sum(opgave in eigen for opgave in (*v.gepland, *v.verwacht))
