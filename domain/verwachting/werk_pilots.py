"""The tasks around pilots: plan, start, end, and after a stop the way back."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from domain.basis import Fase
from domain.kalender import lokale_datum
from domain.poorten import plan_ontbreekt, zwaarte
from domain.stand import Stand
from domain.taal.pilots import Pilot
from domain.verwachting.huisnormen import norm
from domain.verwachting.model import Modus, Vraag
from domain.verwachting.taak import REDEN, Taak, Zet, zet

KWARTAAL = timedelta(days=91)
NAAMLOOS = "pilot"
"""What a pilot is called here that nobody has planned yet."""
GESCHAT = "einde geschat"
NAAR_FASE = "einde naar wat fase F4 hier gewoonlijk duurt"
"""Stand with the risks of a plan of which the end was filled in here."""


def taken(stand: Stand, vraag: Vraag, modus: Modus) -> Iterable[Taak]:
    """Pilots that are asked for, planned or under way."""
    fase = stand.leven.fase
    zonder = not any(p.status == "gepland" or p.begonnen for p in stand.pilots.values())
    if zonder and (fase is Fase.ORGANISEERVORM or (fase is Fase.PILOT and not stand.pilots)):
        yield _plan(stand)
    for pilot in stand.pilots.values():
        yield from _van(stand, pilot, vraag, modus)


def _vandaag(stand: Stand) -> date:
    assert stand.laatste_op is not None
    return lokale_datum(stand.laatste_op)


def _plan(stand: Stand) -> Taak:
    opgesteld = zet("opgavemanager", "StelPilotplanOp", titel=NAAMLOOS, plan=_aangevuld({}))
    return Taak(
        sleutel=f"pilotplan.{len(stand.pilots) + 1}",
        soort="pilot",
        wat="pilotplan opgesteld",
        wie="opgavemanager",
        zetten=(opgesteld,),
        norm=("pilotplan",),
        aanname="De opgave houdt een pilot; F4 wordt niet overgeslagen.",
    )


def _aangevuld(plan: dict[str, Any]) -> dict[str, Any]:
    """A plan with everything that a start asks for; what was agreed stays as it is. Dates follow at the start."""
    indicatoren = plan.get("indicatoren") or [{"naam": REDEN, "eenheid": "aantal"}]
    heel = [{**i, "nulmeting": _of(i, "nulmeting"), "streefwaarde": _of(i, "streefwaarde")} for i in indicatoren]
    tekst = {naam: plan.get(naam) or REDEN for naam in ("hypothese", "beslisregel", "exitplan", "evaluator")}
    return {**plan, **tekst, "indicatoren": heel, "avg_getoetst": True}


def _of(indicator: dict[str, Any], veld: str) -> Any:
    waarde = indicator.get(veld)
    return "0" if waarde is None else waarde


def _van(stand: Stand, pilot: Pilot, vraag: Vraag, modus: Modus) -> Iterable[Taak]:
    kaal = Taak(sleutel="", soort="pilot", wat="", wie="opgavemanager", zetten=(), norm=("pilot_starten",), id=pilot.id)
    if pilot.status == "gepland" and stand.leven.fase is Fase.PILOT:
        yield kaal.met(
            sleutel=f"pilot_start:{pilot.id}",
            wat=f"start van {_noem(pilot)}",
            zetten=_start(stand, pilot, vraag, modus),
            niet_voor=pilot.plan.begin,
            vast=pilot.plan.begin is not None and pilot.plan.begin >= _vandaag(stand),
            rust_op="begin volgens het pilotplan",
            aanname="" if _eind_telt(stand, pilot) else _over_duur(pilot),
        )
    elif pilot.status == "opgeschort":
        yield kaal.met(
            sleutel=f"pilot_hervat:{pilot.id}",
            wat=f"hervatten van {_noem(pilot)}",
            zetten=(zet("opgavemanager", "HervatPilot", pilot=pilot.id, reden=REDEN),),
            norm=("pilot_hervatten",),
            aanname=f"Pilot {pilot.id} gaat weer verder.",
        )
    elif pilot.status == "loopt":
        yield kaal.met(
            sleutel=f"pilot_eind:{pilot.id}",
            wat=f"einde van {_noem(pilot)}",
            zetten=(zet("opgavemanager", "RondPilotAf", pilot=pilot.id, samenvatting=REDEN),),
            norm=("pilot_duur",),
            sinds=pilot.gestart_op,
            niet_voor=_eind(pilot),
            vast=pilot.plan.eind is not None,
            rust_op=_waarop(pilot),
        )


def _noem(pilot: Pilot) -> str:
    return "de pilot" if pilot.titel == NAAMLOOS else f"pilot {pilot.titel}"


def _eind_telt(stand: Stand, pilot: Pilot) -> bool:
    """Whether the end of the plan leaves time enough: a quarter of a year, or half of the plan if that is less."""
    plan = pilot.plan
    if plan.eind is None:
        return False
    genoeg = min(KWARTAAL, (plan.eind - plan.begin) / 2) if plan.begin else KWARTAAL
    return plan.eind - _vandaag(stand) >= genoeg


def _waarop(pilot: Pilot) -> str:
    if NAAR_FASE in pilot.plan.risicos:
        return NAAR_FASE
    return "geschatte duur van de pilot" if GESCHAT in pilot.plan.risicos else "einde volgens het pilotplan"


def _eind(pilot: Pilot) -> date | None:
    """The last day of the plan; where its length was supposed, that long after the real start."""
    plan = pilot.plan
    if GESCHAT in plan.risicos and plan.begin and plan.eind and pilot.gestart_op:
        return pilot.gestart_op + (plan.eind - plan.begin)
    return plan.eind


def _over_duur(pilot: Pilot) -> str:
    if pilot.plan.begin and pilot.plan.eind:
        return f"Pilot {pilot.id} begint later en duurt even lang als in het plan."
    return f"Pilot {pilot.id} duurt een half tot een heel jaar."


def _duur(pilot: Pilot, modus: Modus) -> timedelta:
    """As long as was planned, when that is known; else as long as the house expects."""
    if pilot.plan.begin and pilot.plan.eind:
        return pilot.plan.eind - pilot.plan.begin
    huis = norm("pilot_duur")
    return timedelta(days=huis.vroegst if modus == "vroegst" else huis.waarschijnlijk)


def _geschat(stand: Stand, pilot: Pilot, vraag: Vraag, modus: Modus) -> tuple[date, str]:
    """A last day, and what it follows: the stay in phase F4 as that went elsewhere, or the start of the pilot.

    Such a stay has the time until the start in it, so it counts from the begin of the phase.
    """
    nu, gezien = _vandaag(stand), vraag.gezien.van("fase", Fase.PILOT.value)
    if gezien is None or (pilot.plan.begin and pilot.plan.eind):
        return nu + _duur(pilot, modus), GESCHAT
    dagen = gezien.kortste if modus == "vroegst" else gezien.mediaan
    return max(stand.leven.fasen[-1].van + timedelta(days=dagen), nu + timedelta(days=dagen // 4)), NAAR_FASE


def _start(stand: Stand, pilot: Pilot, vraag: Vraag, modus: Modus) -> tuple[Zet, ...]:
    """The start; first the plan is completed where it lacks something. An end that has passed is no plan any more."""
    start, plan, nu = zet("opgavemanager", "StartPilot", pilot=pilot.id), pilot.plan, _vandaag(stand)
    telt = _eind_telt(stand, pilot)
    if telt and not plan_ontbreekt(plan, zwaarte(stand)):
        return (start,)
    eind, waarnaar = (plan.eind, "") if telt and plan.eind else _geschat(stand, pilot, vraag, modus)
    begin = min(plan.begin or nu, eind) if telt else nu
    ruw = plan.model_dump(mode="json") | {"begin": begin.isoformat(), "eind": eind.isoformat()}
    heel = _aangevuld(ruw) | {"risicos": [*plan.risicos, *((waarnaar,) if waarnaar else ())]}
    opgesteld = zet(
        "opgavemanager", "StelPilotplanOp", pilot=pilot.id, titel=pilot.titel, plan=heel, traject=pilot.traject
    )
    return (opgesteld, start)
