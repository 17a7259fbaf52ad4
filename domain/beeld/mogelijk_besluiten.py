"""What can be done around a decision: the next halt, the end of a hold or geheimhouding, the question of the jurist."""

from collections.abc import Iterable
from typing import Any

from domain import pad, twijfel
from domain.beeld.route import Routebeeld, route_van
from domain.regels import geheim, routes
from domain.reglement.model import Halte
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap

WAAROM = "<waarom>"


def waarom(stand: Stand, stap: Besluitstap) -> str:
    """What to fill in as a reason: on a step under geheimhouding only the reference."""
    return stand.geheim[stap.id].referentie if geheim.rust_op(stand, stap) else WAAROM


def voorstellen(stand: Stand) -> Iterable[dict[str, Any]]:
    """Contents of commands that fit the state."""
    for stap in stand.stappen.values():
        if stap.status != "besloten" and pad.aan_de_beurt(stand, stap):
            yield from _op_de_route(stand, stap)
        if geheim.rust_op(stand, stap):
            orgaan = geheim.wie_heft_op(stand, stap)
            yield {"soort": "HefGeheimhoudingOp", "stap": stap.id, "orgaan": orgaan, "reden": WAAROM}
        if twijfel.staat_open(stand, stap.id):
            yield {"soort": "BeoordeelGrondslag", "stap": stap.id, "oordeel": "blijft", "motivering": "<waarom>"}
    yield from _wgr(stand)


def _op_de_route(stand: Stand, stap: Besluitstap) -> Iterable[dict[str, Any]]:
    if stap.id in stand.controversieel:
        yield {"soort": "HefControversieelOp", "stap": stap.id, "reden": waarom(stand, stap)}
    beeld = route_van(stand, stap)
    halte = _halte(stand, stap, beeld.nu.code) if beeld and beeld.nu else None
    if beeld is None or halte is None:
        return
    uitkomst = {"uitkomst": halte.uitkomsten[0]} if halte.uitkomsten else {}
    uitleg = {"toelichting": waarom(stand, stap)} if _terug(stand, stap, beeld, halte) else {}
    yield {"soort": "MeldHalte", "stap": stap.id, "halte": halte.code, **uitkomst, **uitleg}


def _terug(stand: Stand, stap: Besluitstap, beeld: Routebeeld, halte: Halte) -> bool:
    """Whether the proposal was further already."""
    plek, gemeld = {p.code: nr for nr, p in enumerate(beeld.plekken)}, routes.bezocht(stand, stap)
    return bool(gemeld) and plek.get(gemeld[-1].halte, -1) > plek[halte.code]


def _halte(stand: Stand, stap: Besluitstap, code: str) -> Halte | None:
    besluitvorming = reglement(stand.reglement).besluitvorming
    route = besluitvorming.route(stap.code, stap.orgaan) if besluitvorming else None
    return next((h for h in route.haltes if h.code == code), None) if route else None


def uitkomsten(stand: Stand, inhoud: dict[str, Any]) -> tuple[str, ...]:
    """What may come of the halt that this command reports."""
    halte = _halte(stand, stand.stappen[inhoud["stap"]], inhoud["halte"])
    return halte.uitkomsten if halte else ()


def _wgr(stand: Stand) -> Iterable[dict[str, Any]]:
    """The question of the jurist, while a candidate needs an answer."""
    besluitvorming = reglement(stand.reglement).besluitvorming
    for traject in stand.trajecten.values():
        nodig = besluitvorming and any(k.code in besluitvorming.wgr_toets for k in traject.kandidaten)
        if nodig and traject.status == "verkend" and f"wgr_toets:{traject.id}" not in stand.bladen:
            blad = {"blad": "wgr_toets", "traject": traject.id, "is_wgr": False, "motivering": "<waarom>"}
            yield {"soort": "LegBladVast", "inhoud": blad}
