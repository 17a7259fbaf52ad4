"""The tasks around decision steps: determine, halts, put before the body, the decision, and what holds it up."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from domain import rechtsstand, twijfel
from domain.basis import Functie
from domain.beeld.mogelijk_besluiten import waarom
from domain.beeld.route import VOORGELEGD, Routebeeld, route_van
from domain.regels import geheim, termijnen
from domain.reglement.model import Halte, Route
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.verwachting.besluitzet import BEHANDELAAR, VASTLEGGER, besluitzetten
from domain.verwachting.huisnormen import GAAT_OP, MET_GELD, VERGADERRITME
from domain.verwachting.onthouden import Onthouden
from domain.verwachting.taak import Taak, Zet, zet

_OORDELEN: tuple[Functie, ...] = ("jurist", "griffier")
"""Who judge whether a step stands on its ground."""
VAN_COMMISSIE = ("beeldvorming", "commissie")
"""The halts at a statencommissie."""


def lopend(stand: Stand, onthouden: Onthouden) -> Iterable[Taak]:
    """What lies before a body or waits for a word about it; this goes on in a pause and after the end."""
    for stap in stand.stappen.values():
        if stap.status in ("voorgelegd", "aangehouden") or stap.id in stand.vastleggingen or stand.twijfels:
            yield from onthouden.taken(stand, stap, _lopend)
    yield from _recht(stand)


def _lopend(stand: Stand, stap: Besluitstap) -> Iterable[Taak]:
    if wacht := stand.vastleggingen.get(stap.id):
        tweede = zet("jurist", "BevestigBesluit", vastlegging=wacht.id)
        tweede = tweede.met(door=tweede.door.met(subject="verwachting-tweede"))
        yield _taak(stand, stap, f"bevestigen:{stap.id}", (tweede,), ("bevestigen",)).met(stil=True)
    elif stap.status in ("voorgelegd", "aangehouden") and not twijfel.houdt_op(stand, stap):
        yield from _voorgelegd(stand, stap)
    if twijfel.staat_open(stand, stap.id):
        yield _grondslag(stand, stap)


def voor_te_leggen(stand: Stand, onthouden: Onthouden) -> Iterable[Taak]:
    """Steps whose turn it is, and steps that got a no."""
    voor = _eerste_open(stand)
    for stap in stand.stappen.values():
        aan_de_beurt = (
            stap.status == "open" and not stap.klaar and stap.volgorde <= voor.get((stap.traject, stap.ronde), 0)
        )
        if aan_de_beurt or _opnieuw(stap):
            yield from onthouden.taken(stand, stap, _voor_te_leggen)


def _opnieuw(stap: Besluitstap) -> bool:
    return stap.status == "besloten" and stap.afloop == "negatief"


def _voor_te_leggen(stand: Stand, stap: Besluitstap) -> Iterable[Taak]:
    if stap.id in stand.vastleggingen or twijfel.houdt_op(stand, stap):
        return
    if stap.id in stand.controversieel:
        yield _controversieel(stand, stap)
    elif stap.voorwaardelijk and stap.van_toepassing is None:
        yield _bepaal(stand, stap)
    else:
        yield _halte(stand, stap) or _leg_voor(stand, stap, opnieuw=_opnieuw(stap))


def _eerste_open(stand: Stand) -> dict[tuple[str | None, int], int]:
    """Per round of a path the first place that is not done: as `pad.aan_de_beurt` asks, for all steps at once."""
    eerste: dict[tuple[str | None, int], int] = {}
    for stap in stand.stappen.values():
        if not stap.klaar:
            plek = (stap.traject, stap.ronde)
            eerste[plek] = min(eerste.get(plek, stap.volgorde), stap.volgorde)
    return eerste


def sleutel(stand: Stand, stap: Besluitstap) -> str:
    """A name of a step that is the same in every run: ids outside a path depend on the order in which they opened."""
    if stap.traject is not None:
        return f"stap:{stap.id}"
    zelfde = [s.id for s in stand.stappen.values() if s.traject is None and s.code == stap.code]
    return f"stap:{stap.code}.{zelfde.index(stap.id) + 1}"


def noem(stand: Stand, stap: Besluitstap) -> str:
    """A step in words; under geheimhouding its neutral title only."""
    if geheim.rust_op(stand, stap):
        return stand.geheim[stap.id].neutrale_titel
    if stap.traject:
        return f"{stap.code} {stap.naam}"
    return stap.naam if stap.onderwerp.lower() in stap.naam.lower() else f"{stap.naam}: {stap.onderwerp}"


def _taak(stand: Stand, stap: Besluitstap, sleutel_: str, zetten: tuple[Zet, ...], norm: tuple[str, ...]) -> Taak:
    return Taak(
        sleutel=sleutel_,
        soort="stap",
        wat=noem(stand, stap),
        wie=stap.orgaan,
        zetten=zetten,
        norm=norm,
        id=stap.id,
        stap=stap.id,
    )


def _voorgelegd(stand: Stand, stap: Besluitstap) -> Iterable[Taak]:
    if stap.id in stand.controversieel:
        yield _controversieel(stand, stap)
    else:
        yield _halte(stand, stap) or _besluit(stand, stap)


def _controversieel(stand: Stand, stap: Besluitstap) -> Taak:
    op = zet("griffier", "HefControversieelOp", "PS", stap=stap.id, reden=waarom(stand, stap))
    taak = _taak(stand, stap, f"controversieel:{stap.id}", (op,), ("controversieel",))
    aanname = f"Het nieuwe bestuur neemt {stap.id} weer op; het is nu controversieel."
    return taak.met(wat=f"weer in behandeling: {taak.wat}", aanname=aanname)


def _bepaal(stand: Stand, stap: Besluitstap) -> Taak:
    geldt = GAAT_OP.get(stap.code, False) if stap.code not in MET_GELD else _om_geld(stand)
    inhoud: dict[str, Any] = {"stap": stap.id, "van_toepassing": geldt, "reden": waarom(stand, stap)}
    taak = _taak(stand, stap, f"bepalen:{stap.id}", (zet("opgavemanager", "BepaalStap", **inhoud),), ("bepalen",))
    return taak.met(stil=True, aanname=f"Stap {stap.code} {stap.naam} geldt {'wel' if geldt else 'niet'}.")


def _om_geld(stand: Stand) -> bool:
    return bool(stand.geld) or any(p.plan.budget for p in stand.pilots.values())


def _halte(stand: Stand, stap: Besluitstap) -> Taak | None:
    """The halt that comes next; None when it is to be put before its body, or lies before it."""
    beeld = route_van(stand, stap)
    besluitvorming = reglement(stand.reglement).besluitvorming
    route = besluitvorming.route(stap.code, stap.orgaan) if besluitvorming else None
    if beeld is None or beeld.nu is None or route is None or stap.status == "aangehouden":
        return None
    geweest = {v.halte for v in stand.haltes.get(stap.id, ())}
    halte = _volgende_halte(route, beeld, geweest, ingediend=stap.status != "open")
    if halte is None:
        return None
    uitkomst: dict[str, Any] = {"uitkomst": halte.uitkomsten[0]} if halte.uitkomsten else {}
    functie, namens = BEHANDELAAR if stap.status == "open" else VASTLEGGER.get(stap.orgaan, BEHANDELAAR)
    gemeld = zet(functie, "MeldHalte", namens, stap=stap.id, halte=halte.code, **uitkomst)
    norm = (f"halte:{halte.code}", "halte")
    taak = _taak(stand, stap, f"{sleutel(stand, stap)}:{halte.code}", (gemeld,), norm)
    return taak.met(
        soort="halte",
        wat=f"{halte.naam}: {taak.wat}",
        wie=halte.wie.partition(" ")[0],
        orgaan=halte.wie if halte.wie in VERGADERRITME else None,
    )


def _volgende_halte(route: Route, beeld: Routebeeld, geweest: set[str], *, ingediend: bool) -> Halte | None:
    """The first halt from where the proposal lies that is beyond the farthest one it reached: others were skipped."""
    plaatsen = [plek.code for plek in beeld.plekken]
    haltes = {h.code: h for h in route.haltes}
    nu = beeld.nu.code if beeld.nu else ""
    if nu not in haltes:
        return None
    verst = max((plaatsen.index(code) for code in geweest if code in plaatsen), default=-1)
    tot = len(plaatsen) if ingediend else plaatsen.index(VOORGELEGD)
    over = (code for code in plaatsen[max(plaatsen.index(nu), verst + 1) : tot] if code in haltes)
    return next((haltes[code] for code in over), None)


def _leg_voor(stand: Stand, stap: Besluitstap, *, opnieuw: bool) -> Taak:
    op = stand.laatste_op.date().isoformat() if stand.laatste_op else None
    kennisgeving: dict[str, Any] = {"kennisgeving_op": op} if stap.code == "A8" else {}
    gelegd = zet("opgavemanager", "LegVoor", stap=stap.id, **kennisgeving)
    norm = (f"voorbereiden:{stap.code}", f"voorbereiden:{stap.orgaan}", "voorbereiden")
    taak = _taak(stand, stap, f"{sleutel(stand, stap)}:voorleggen", (gelegd,), norm)
    aanname = f"{stap.id} wordt na het nee aangepast en opnieuw voorgelegd." if opnieuw else ""
    return taak.met(stil=True, aanname=aanname)


def _besluit(stand: Stand, stap: Besluitstap) -> Taak:
    partner = stap.orgaan in stand.partners
    vergadert = not partner and stap.orgaan in VERGADERRITME
    zelf = "vergadering" if vergadert else f"besluit:{'partner' if partner else stap.orgaan}"
    norm = (*(() if vergadert and stap.code != "A8" else (f"besluit:{stap.code}",)), zelf, "besluit")
    eigen = [t for t in termijnen.lopend(stand, stap.id) if t.status != "opgeschort"]
    taak = _taak(stand, stap, sleutel(stand, stap), besluitzetten(stand, stap), norm)
    na = _na_commissie(stand, stap)
    if na is not None and (stap.aangehouden_tot is None or na > stap.aangehouden_tot):
        taak = taak.met(rust_op="na de behandeling in de commissie")
    return taak.met(
        maat=("stap", stap.code, stap.orgaan),
        sinds=stap.voorgelegd_op,
        termijn_tot=min((t.einde for t in eigen), default=None),
        niet_voor=max((dag for dag in (na, stap.aangehouden_tot) if dag), default=None),
        orgaan=stap.orgaan if vergadert or partner else None,
        stukken=stap.voorgelegd_op,
        gepland=None if stap.status == "aangehouden" else stap.vergadering_op,
    )


def _na_commissie(stand: Stand, stap: Besluitstap) -> date | None:
    """The day after the last halt at a statencommissie: what it says must reach the body before it decides."""
    verslagen = (v.op for v in stand.haltes.get(stap.id, ()) if v.halte in VAN_COMMISSIE)
    laatste = max(verslagen, default=None)
    return laatste + timedelta(days=1) if laatste else None


def _grondslag(stand: Stand, stap: Besluitstap) -> Taak:
    reden = waarom(stand, stap)
    zetten = tuple(
        zet(wie, "BeoordeelGrondslag", stap=stap.id, oordeel="blijft", motivering=reden)
        for wie in _OORDELEN
        if wie not in stand.twijfels[stap.id].oordelen
    )
    taak = _taak(stand, stap, f"grondslag:{stap.id}", zetten, ("grondslag",))
    aanname = f"{stap.id} blijft staan, al is hersteld waar het op rust."
    return taak.met(soort="recht", wat=f"grondslag beoordelen: {taak.wat}", wie="jurist", aanname=aanname)


def _recht(stand: Stand) -> Iterable[Taak]:
    for wege in rechtsstand.open_rechtswege(stand):
        stap = stand.stappen[wege.stap]
        oordeel = zet("jurist", "StelRechtswegeVast", stap=stap.id, oordeel="niet", motivering=waarom(stand, stap))
        taak = _taak(stand, stap, f"rechtswege:{stap.id}", (oordeel,), ("rechtswege",))
        aanname = f"Het zwijgen over {stap.id} is geen besluit van rechtswege."
        yield taak.met(soort="recht", wat=f"wat het zwijgen betekent: {taak.wat}", wie="jurist", aanname=aanname)
    for middel in stand.rechtsmiddelen.values():
        if rechtsstand.wacht(middel) and (mag := rechtsstand.stadium(middel).vervolg):
            gunstig = next((u for u in ("ongegrond", "afgewezen", "opgeheven") if u in mag), mag[0])
            stap = stand.stappen[middel.stap]
            wat = {"rechtsmiddel": middel.id, "uitkomst": gunstig, "motivering": waarom(stand, stap)}
            taak = _taak(
                stand, stap, f"recht:{middel.id}", (zet("jurist", "SluitRechtsmiddel", **wat),), ("rechtsmiddel",)
            )
            woord = middel.middel.replace("_", " ")
            yield taak.met(
                soort="recht",
                wat=f"afloop van {woord} tegen {taak.wat}",
                wie="jurist",
                sinds=middel.gemeld_op,
                aanname=f"De {woord} tegen {middel.stap} houdt het besluit niet tegen.",
            )
