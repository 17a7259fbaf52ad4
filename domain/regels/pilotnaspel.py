"""What follows on acting at once, when a pilot is stopped or suspended: GS ratify it, and it is evaluated."""

from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, nieuw_id
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap, BesluitstapGeopend, BesluitVoorgelegd
from domain.taal.evaluaties import EvaluatieGestart
from domain.taal.pilots import Pilot


def naspel(stand: Stand, pilot: Pilot, wat: str, reden: str, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What follows on acting at once: GS are asked to ratify, and a short evaluation begins."""
    return (*_bekrachtiging(stand, pilot, wat, reden, ctx), *_korte_evaluatie(stand, pilot, wat, ctx))


def _korte_evaluatie(stand: Stand, pilot: Pilot, wat: str, ctx: Context) -> tuple[FeitInhoud, ...]:
    loopt_al = any(e.kort and e.status == "gestart" and pilot.id in e.pilots for e in stand.evaluaties.values())
    if loopt_al:
        return ()
    evaluatie = nieuw_id(stand, None, "E", stand.evaluaties, "evaluatie")
    gestart = EvaluatieGestart(
        evaluatie=evaluatie, pilots=(pilot.id,), evaluator=pilot.plan.evaluator or "evaluator", kort=True
    )
    vraag = f"Evalueer kort de {wat} van de pilot {pilot.titel}"
    return (gestart, termijnen.start(ctx, "H04", evaluatie, vraag, "evaluator", "20wd"))


def _bekrachtiging(stand: Stand, pilot: Pilot, wat: str, reden: str, ctx: Context) -> tuple[FeitInhoud, ...]:
    """GS are asked to ratify what was done at once."""
    soort = ctx.reglement.besluitsoort("bekrachtiging")
    stap = Besluitstap(
        id=nieuw_id(stand, None, "B", {k: s for k, s in stand.stappen.items() if s.traject is None}, "besluit"),
        code=soort.code,
        naam=soort.naam,
        orgaan="GS",
        onderwerp=f"Bekrachtiging van de {wat} van de pilot {pilot.titel}"[:200],
        grond=soort.grond,
        pilot=pilot.id,
    )
    voorgelegd = BesluitVoorgelegd(
        stap=stap.id,
        code=stap.code,
        orgaan=stap.orgaan,
        naam=stap.naam,
        onderwerp=stap.onderwerp,
        toelichting=reden,
    )
    return (BesluitstapGeopend(stap=stap, reden=reden), voorgelegd)
