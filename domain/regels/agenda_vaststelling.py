"""Who adopts the agenda: each overheid for itself, per version (S0-20).

What one person records for a body, or what comes over a link, waits for a second person, as any decision does.
"""

from datetime import date

from domain.feit import FeitInhoud
from domain.regels import agenda_bevestiging, termijnen
from domain.regels.agenda_bevestiging import PROVINCIE
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda import Agenda
from domain.taal.agenda_vaststelling import (
    AgendaVastgesteld,
    LegVaststellingVast,
    Overheidsbesluit,
    VaststellingGevraagd,
    VraagVaststelling,
)
from domain.taal.partners import OVERHEDEN
from domain.woorden import datum

VASTSTELLING = "H17"


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
    """What an overheid decided. It may be from before the question; not from before this version of the agenda."""
    al = agenda.vaststellingen.get(sleutel(opdracht.overheid, agenda.versie))
    agenda_bevestiging.toets(stand, al, opdracht, ctx)
    _toets_gevraagd(stand, agenda, al, opdracht)
    _toets_dag(stand, agenda, ctx)
    agenda_bevestiging.toets_verbetering(stand, al, opdracht, ctx)
    agenda_bevestiging.toets_herkomst(stand, al, opdracht, ctx)
    feit = AgendaVastgesteld(
        **opdracht.model_dump(exclude={"soort", "ongevraagd"}),
        versie=agenda.versie,
        per_link=ctx.door.zekerheid == "link" or None,
        wacht=_wacht(al, opdracht, ctx) or None,
        ongevraagd=opdracht.ongevraagd or None,
    )
    if feit.per_link or feit.wacht:
        return (feit,)
    return (feit, *termijnen.gehaald(stand, betreft(opdracht.overheid, agenda.versie), _dag(al, feit, ctx)))


def _wacht(al: Overheidsbesluit | None, opdracht: LegVaststellingVast, ctx: Context) -> bool:
    """Whether one person recorded it for a body, and nobody else did before."""
    if ctx.door.functie == "partner":
        return False
    return al is None or not agenda_bevestiging.bevestigt(al, opdracht, ctx)


def _toets_gevraagd(stand: Stand, agenda: Agenda, al: Overheidsbesluit | None, opdracht: LegVaststellingVast) -> None:
    """Raise Weigering unless this overheid was asked, or it is said that nobody asked it."""
    wie = agenda_bevestiging.naam(stand, opdracht.overheid)
    gevraagd = tuple(v.overheid for v in agenda.vaststellingen.values() if v.versie == agenda.versie)
    if al is None:
        _toets_overheid(stand, opdracht.overheid)
        nee = f"Aan {wie} is niet gevraagd om versie {agenda.versie} vast te stellen. Vraag het eerst,"
        eis(opdracht.ongevraagd, "vaststelling", f"{nee} of zeg erbij dat het ongevraagd is.", *gevraagd, "ongevraagd")
    elif al.gevraagd_op is not None:
        wel = f"Aan {wie} is dit wel gevraagd, op {datum(al.gevraagd_op)}. Laat ongevraagd weg."
        eis(not opdracht.ongevraagd, "ongevraagd", wel)


def _toets_dag(stand: Stand, agenda: Agenda, ctx: Context) -> None:
    """Raise Weigering for a day before this version was there; of the first that is the beginning of the agenda."""
    sinds = vanaf(stand, agenda)
    nee = f"Versie {agenda.versie} van de agenda is er pas sinds {datum(sinds)}. Kies die dag of een latere."
    eis(sinds is None or ctx.op >= sinds, "gebeurd_op", nee)


def vanaf(stand: Stand, agenda: Agenda) -> date | None:
    """The first day on which an overheid can have decided about the version of now."""
    if agenda.versie == 1:
        return stand.leven.begonnen_op
    herijking = stand.termijnen.get(f"herijking.{agenda.versie}/T20")
    return herijking.begin if herijking else stand.leven.begonnen_op


def _dag(eerder: Overheidsbesluit | None, feit: AgendaVastgesteld, ctx: Context) -> date:
    """The day of the decision: the reported one when this confirms it."""
    waar = eerder is not None and eerder.gemeld == feit.besluit and not (feit.per_link or feit.wacht)
    return eerder.op if eerder is not None and eerder.op is not None and waar else ctx.op


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
    """An overheid may decide without being asked. While this waits, what counted before still does."""
    kaal = Overheidsbesluit(overheid=feit.overheid, versie=feit.versie)
    eerst = agenda.vaststellingen.get(sleutel(feit.overheid, feit.versie), kaal)
    wacht = bool(feit.per_link or feit.wacht)
    kern = {naam: getattr(feit, naam) for naam in ("orgaan", "besluit", "per_link", "wacht")}
    return eerst.met(
        **kern,
        op=_dag(eerst, feit, ctx),
        kanaal=feit.kanaal or (eerst.kanaal if eerst.wacht and not wacht else None),
        door=ctx.door.subject if wacht else "",
        functie=ctx.door.functie if wacht else "",
        eerder=eerst.telt if wacht else None,
    )


def te_bevestigen(agenda: Agenda) -> tuple[Overheidsbesluit, ...]:
    """What was reported or recorded about the version of now, and waits for someone else."""
    return tuple(v for v in agenda.vaststellingen.values() if v.versie == agenda.versie and v.gemeld)
