"""Pilots: planned, started, measured, suspended or stopped at once, rounded off."""

from domain import poorten, twijfel
from domain.basis import Fase
from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.regels.pilotnaspel import naspel
from domain.stand import Stand
from domain.taal.pilots import (
    HervatPilot,
    IndicatorGemeten,
    MeetIndicator,
    Meting,
    Pilot,
    PilotAfgerond,
    PilotafspraakGewijzigd,
    PilotGestart,
    PilotGestopt,
    PilotHervat,
    PilotOpgeschort,
    Pilotplan,
    PilotplanOpgesteld,
    PilotsFeit,
    PilotsOpdracht,
    RondPilotAf,
    SchortPilotOp,
    StartPilot,
    StelPilotplanOp,
    StopPilotNu,
    WijzigPilotafspraak,
)


def decide(stand: Stand, opdracht: PilotsOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case StelPilotplanOp():
            return (_plan(stand, opdracht),)
        case StartPilot():
            return _start(stand, opdracht, ctx)
        case MeetIndicator():
            return (_meet(stand, opdracht),)
        case WijzigPilotafspraak():
            return _wijzig(stand, opdracht, ctx)
        case SchortPilotOp():
            pilot = _pilot(stand, opdracht.pilot, "loopt")
            feit = PilotOpgeschort(pilot=pilot.id, titel=pilot.titel, reden=opdracht.reden)
            return (feit, *naspel(stand, pilot, "opschorting", opdracht.reden, ctx))
        case HervatPilot():
            pilot = _pilot(stand, opdracht.pilot, "opgeschort")
            return (PilotHervat(pilot=pilot.id, titel=pilot.titel, reden=opdracht.reden),)
        case StopPilotNu():
            return _stop(stand, opdracht, ctx)
        case RondPilotAf():
            return _rond_af(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _plan(stand: Stand, opdracht: StelPilotplanOp) -> PilotplanOpgesteld:
    bestaand = stand.pilots.get(opdracht.pilot or "")
    if bestaand is not None:
        eis(bestaand.status == "gepland", "pilot", "De pilot is begonnen. Wijzig het plan met WijzigPilotafspraak.")
    if opdracht.traject is not None:
        zoek("vormtraject", stand.trajecten, opdracht.traject)
    return PilotplanOpgesteld(
        pilot=bestaand.id if bestaand else nieuw_id(stand, opdracht.pilot, "P", stand.pilots, "pilot"),
        titel=opdracht.titel,
        traject=opdracht.traject,
        volgt_op=opdracht.volgt_op,
        ronde=_ronde(stand, opdracht),
        plan=opdracht.plan,
    )


def _ronde(stand: Stand, opdracht: StelPilotplanOp) -> int:
    if opdracht.volgt_op is None:
        return 1
    vorige = zoek("pilot", stand.pilots, opdracht.volgt_op)
    eis(vorige.geeindigd, "volgt_op", f"Pilot {vorige.id} is nog niet geeindigd; een volgende ronde kan daarna.")
    return vorige.ronde + 1


def _pilot(stand: Stand, id_: str, *mag: str) -> Pilot:
    pilot = zoek("pilot", stand.pilots, id_)
    eis(pilot.status in mag, "pilot", f"Pilot {id_} is {pilot.status}.")
    return pilot


def _start(stand: Stand, opdracht: StartPilot, ctx: Context) -> tuple[FeitInhoud, ...]:
    pilot = _pilot(stand, opdracht.pilot, "gepland")
    eis(stand.leven.fase is Fase.PILOT, "fase", "Een pilot start in fase F4. Ga eerst naar die fase.")
    if pilot.traject is not None:
        twijfel.toets_ronde(stand, stand.trajecten[pilot.traject])
    ontbreekt = poorten.plan_ontbreekt(pilot.plan, _zwaarte(stand, pilot))
    eis(not ontbreekt, "domain.md 5.1", "Het pilotplan is nog niet compleet.", *ontbreekt)
    gestart = PilotGestart(pilot=pilot.id, titel=pilot.titel, eind=pilot.plan.eind)
    return (gestart, *_planning(pilot, ctx))


def _zwaarte(stand: Stand, pilot: Pilot) -> int:
    return stand.trajecten[pilot.traject].zwaarte if pilot.traject else poorten.zwaarte(stand)


def _planning(pilot: Pilot, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The go/no-go day and the end of the pilot, each with its reminders."""
    return (*_go_no_go(pilot, ctx), *_einddatum(pilot, ctx))


def _go_no_go(pilot: Pilot, ctx: Context) -> tuple[FeitInhoud, ...]:
    if pilot.plan.go_no_go_op is None:
        return ()
    wat = f"Neem het go/no-go-besluit over {pilot.titel}"
    return (termijnen.start_tot(ctx, "H03", f"{pilot.id}.go_no_go", wat, "opgavemanager", pilot.plan.go_no_go_op),)


def _einddatum(pilot: Pilot, ctx: Context) -> tuple[FeitInhoud, ...]:
    if pilot.plan.eind is None:
        return ()
    wat = f"Rond de pilot {pilot.titel} af"
    return (termijnen.start_tot(ctx, "H02", pilot.id, wat, "opgavemanager", pilot.plan.eind),)


def _meet(stand: Stand, opdracht: MeetIndicator) -> IndicatorGemeten:
    pilot = _pilot(stand, opdracht.pilot, "loopt", "opgeschort", "gestopt", "afgerond")
    indicator = zoek("indicator", {i.naam: i for i in pilot.plan.indicatoren}, opdracht.indicator)
    return IndicatorGemeten(
        pilot=pilot.id,
        indicator=indicator.naam,
        waarde=opdracht.waarde,
        eenheid=indicator.eenheid,
        kwaliteit=opdracht.kwaliteit,
    )


def _wijzig(stand: Stand, opdracht: WijzigPilotafspraak, ctx: Context) -> tuple[FeitInhoud, ...]:
    pilot = _pilot(stand, opdracht.pilot, "loopt", "opgeschort")
    onderdelen = tuple(
        veld for veld in Pilotplan.model_fields if getattr(pilot.plan, veld) != getattr(opdracht.plan, veld)
    )
    eis(bool(onderdelen), "plan", "Er verandert niets aan het plan.")
    gewijzigd = PilotafspraakGewijzigd(pilot=pilot.id, plan=opdracht.plan, onderdelen=onderdelen, reden=opdracht.reden)
    return (gewijzigd, *_planning_opnieuw(stand, pilot.met(plan=opdracht.plan), onderdelen, ctx))


def _planning_opnieuw(stand: Stand, pilot: Pilot, onderdelen: tuple[str, ...], ctx: Context) -> tuple[FeitInhoud, ...]:
    """New dates bring new reminders; those of the old dates lapse. A go/no-go that was taken does not come back."""
    feiten: list[FeitInhoud] = []
    for veld, start in (("go_no_go_op", _go_no_go), ("eind", _einddatum)):
        betreft = f"{pilot.id}.go_no_go" if veld == "go_no_go_op" else pilot.id
        if veld in onderdelen and not any(t.betreft == betreft and not t.loopt for t in stand.termijnen.values()):
            feiten += termijnen.vervallen(stand, betreft, "Er is een nieuwe datum afgesproken.")
            feiten += start(pilot, ctx)
    return tuple(feiten)


def _stop(stand: Stand, opdracht: StopPilotNu, ctx: Context) -> tuple[FeitInhoud, ...]:
    pilot = _pilot(stand, opdracht.pilot, "loopt", "opgeschort")
    gestopt = PilotGestopt(pilot=pilot.id, titel=pilot.titel, reden=opdracht.reden)
    return (gestopt, *_einde(stand, pilot, ctx), *naspel(stand, pilot, "stop", opdracht.reden, ctx))


def _rond_af(stand: Stand, opdracht: RondPilotAf, ctx: Context) -> tuple[FeitInhoud, ...]:
    pilot = _pilot(stand, opdracht.pilot, "loopt", "opgeschort")
    afgerond = PilotAfgerond(pilot=pilot.id, titel=pilot.titel, samenvatting=opdracht.samenvatting)
    return (afgerond, *_einde(stand, pilot, ctx))


def _einde(stand: Stand, pilot: Pilot, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The pilot's own end is met; a go/no-go that was still to come is no longer needed."""
    return (
        *termijnen.gehaald(stand, pilot.id, ctx.op),
        *termijnen.vervallen(stand, f"{pilot.id}.go_no_go", "De pilot is geeindigd."),
    )


def evolve(stand: Stand, feit: PilotsFeit, ctx: Context) -> Stand:
    match feit:
        case PilotplanOpgesteld():
            nieuw = Pilot(
                id=feit.pilot,
                titel=feit.titel,
                traject=feit.traject,
                volgt_op=feit.volgt_op,
                ronde=feit.ronde,
                plan=feit.plan,
            )
            return _zet(stand, nieuw)
        case PilotGestart():
            return _zet(stand, stand.pilots[feit.pilot].met(status="loopt", gestart_op=ctx.op))
        case IndicatorGemeten():
            pilot = stand.pilots[feit.pilot]
            meting = Meting(indicator=feit.indicator, waarde=feit.waarde, op=ctx.op, kwaliteit=feit.kwaliteit)
            return _zet(stand, pilot.met(metingen=(*pilot.metingen, meting)))
        case PilotafspraakGewijzigd():
            return _zet(stand, stand.pilots[feit.pilot].met(plan=feit.plan))
        case PilotOpgeschort():
            return _zet(stand, stand.pilots[feit.pilot].met(status="opgeschort"))
        case PilotHervat():
            return _zet(stand, stand.pilots[feit.pilot].met(status="loopt"))
        case PilotGestopt():
            return _zet(stand, stand.pilots[feit.pilot].met(status="gestopt", geeindigd_op=ctx.op))
        case PilotAfgerond():
            return _zet(stand, stand.pilots[feit.pilot].met(status="afgerond", geeindigd_op=ctx.op))
        case _:
            raise TypeError(feit)


def _zet(stand: Stand, pilot: Pilot) -> Stand:
    return stand.met(pilots={**stand.pilots, pilot.id: pilot})
