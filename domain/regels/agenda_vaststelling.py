"""Who adopts the agenda: each overheid for itself, per version (S0-20).

What comes over a link in a mail waits for a second person, as any decision does: whoever has the mail has the link.
"""

from datetime import date

from domain import bevoegdheid
from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda import (
    Agenda,
    AgendaVastgesteld,
    LegVaststellingVast,
    Overheidsbesluit,
    VaststellingGevraagd,
    VraagVaststelling,
)
from domain.taal.partners import OVERHEDEN
from domain.woorden import gewoon

VASTSTELLING = "H17"
PROVINCIE = "provincie"


def betreft(overheid: str, versie: int) -> str:
    """What the term of an adoption is about."""
    return f"vaststelling.{overheid}.{versie}"


def sleutel(overheid: str, versie: int) -> str:
    """The key of an adoption in `Agenda.vaststellingen`."""
    return f"{overheid}/{versie}"


def vraag(stand: Stand, agenda: Agenda, opdracht: VraagVaststelling, ctx: Context) -> tuple[FeitInhoud, ...]:
    overheden = tuple(dict.fromkeys(opdracht.overheden))
    for overheid in overheden:
        _toets_overheid(stand, overheid)
    al = tuple(o for o in overheden if sleutel(o, agenda.versie) in agenda.vaststellingen)
    eis(not al, "vaststelling", f"Voor versie {agenda.versie} is dit al gevraagd of besloten.", *al)
    eis(opdracht.uiterlijk > ctx.op, "uiterlijk", "De laatste dag ligt niet na vandaag. Kies een latere dag.")
    gevraagd = VaststellingGevraagd(overheden=overheden, versie=agenda.versie, uiterlijk=opdracht.uiterlijk)
    wat = f"Besluit over versie {agenda.versie} van de regionale agenda"
    return (
        gevraagd,
        *(
            termijnen.start_tot(ctx, VASTSTELLING, betreft(o, agenda.versie), wat, o, opdracht.uiterlijk)
            for o in overheden
        ),
    )


def _toets_overheid(stand: Stand, overheid: str) -> None:
    """Raise Weigering unless this is the province, or a partner that is an overheid and takes part."""
    partner = stand.partners.get(overheid)
    goed = overheid == PROVINCIE or (partner is not None and partner.doet_mee and partner.type in OVERHEDEN)
    wel = (p.id for p in stand.partners.values() if p.doet_mee and p.type in OVERHEDEN)
    nee = f"{overheid} is geen overheid die meedoet. Vraag een gemeente, waterschap of provincie."
    eis(goed, "overheid", nee, PROVINCIE, *wel)


def leg_vast(stand: Stand, agenda: Agenda, opdracht: LegVaststellingVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    bevoegdheid.toets_zeker(ctx.door, "Een vaststelling vastleggen")
    door, overheid = ctx.door, opdracht.overheid
    if door.functie == "partner" and door.namens != overheid:
        raise Weigering("bevoegdheid", f"Elke overheid stelt de agenda zelf vast; {door.namens} is niet {overheid}.")
    besluit = agenda.vaststellingen.get(sleutel(overheid, agenda.versie))
    gevraagd = tuple(v.overheid for v in agenda.vaststellingen.values() if v.versie == agenda.versie)
    nee = f"Aan {overheid} is niet gevraagd om versie {agenda.versie} vast te stellen."
    eis(besluit is not None or overheid == PROVINCIE, "vaststelling", nee, *gevraagd)
    eerder = besluit.gevraagd_op if besluit else ctx.op
    eis(ctx.op >= eerder, "gebeurd_op", f"Dit is pas gevraagd op {eerder}.")
    klaar = besluit is not None and besluit.telt in ("vastgesteld", "gewijzigd_vastgesteld")
    eis(not klaar, "vaststelling", f"{overheid} heeft versie {agenda.versie} al vastgesteld.")
    per_link = door.zekerheid == "link"
    if besluit is not None and besluit.gemeld:
        _toets_gemeld(besluit, opdracht, ctx)
    kern = opdracht.model_dump(exclude={"soort"})
    feit = AgendaVastgesteld(**kern, versie=agenda.versie, per_link=per_link or None)
    if per_link:
        return (feit,)
    dag = _dag(besluit, feit, ctx)
    return (feit, *termijnen.gehaald(stand, betreft(overheid, agenda.versie), dag))


def _toets_gemeld(gemeld: Overheidsbesluit, opdracht: LegVaststellingVast, ctx: Context) -> None:
    """Raise Weigering when another than the overheid says something else than it reported, or it says it twice.

    Only the overheid itself corrects what it reported.
    """
    zelfde, wat = opdracht.besluit == gemeld.besluit, gewoon(gemeld.besluit or "")
    if ctx.door.functie != "partner":
        nee = f"{gemeld.overheid} meldde per link een ander besluit: {wat}. Bevestig dat, of laat het opnieuw melden."
        eis(zelfde, "vaststelling", nee, wat)
    elif ctx.door.zekerheid == "link":
        nee = f"Dit besluit is al gemeld ({wat}). Het telt als een ander het bevestigt."
        eis(not zelfde or opdracht.orgaan != gemeld.orgaan or ctx.op != gemeld.op, "vaststelling", nee)


def _dag(eerder: Overheidsbesluit | None, feit: AgendaVastgesteld, ctx: Context) -> date:
    """The day of the decision: the reported one when this confirms it."""
    if eerder is not None and eerder.op is not None and eerder.gemeld == feit.besluit and not feit.per_link:
        return eerder.op
    return ctx.op


def laat_vervallen(stand: Stand, agenda: Agenda, reden: str) -> tuple[FeitInhoud, ...]:
    """Who did not decide about this version need not any more."""
    return tuple(
        feit
        for v in agenda.vaststellingen.values()
        if v.versie == agenda.versie
        for feit in termijnen.vervallen(stand, betreft(v.overheid, v.versie), reden)
    )


def evolve(stand: Stand, agenda: Agenda, feit: VaststellingGevraagd | AgendaVastgesteld, ctx: Context) -> Stand:
    """The agenda after an overheid was asked, or decided."""
    nieuw = _gevraagd(feit, ctx) if isinstance(feit, VaststellingGevraagd) else (_besloten(agenda, feit, ctx),)
    rijen = {sleutel(v.overheid, v.versie): v for v in nieuw}
    return stand.met(agenda=agenda.met(vaststellingen={**agenda.vaststellingen, **rijen}))


def _gevraagd(feit: VaststellingGevraagd, ctx: Context) -> tuple[Overheidsbesluit, ...]:
    return tuple(
        Overheidsbesluit(overheid=o, versie=feit.versie, gevraagd_op=ctx.op, uiterlijk=feit.uiterlijk)
        for o in feit.overheden
    )


def _besloten(agenda: Agenda, feit: AgendaVastgesteld, ctx: Context) -> Overheidsbesluit:
    """The province may decide without being asked."""
    kaal = Overheidsbesluit(overheid=feit.overheid, versie=feit.versie, gevraagd_op=ctx.op, uiterlijk=ctx.op)
    eerst = agenda.vaststellingen.get(sleutel(feit.overheid, feit.versie), kaal)
    return eerst.met(orgaan=feit.orgaan, besluit=feit.besluit, op=_dag(eerst, feit, ctx), per_link=feit.per_link)


def te_bevestigen(agenda: Agenda) -> tuple[Overheidsbesluit, ...]:
    """What was reported over a link about the version of now, and waits for someone else."""
    return tuple(v for v in agenda.vaststellingen.values() if v.versie == agenda.versie and v.gemeld)
