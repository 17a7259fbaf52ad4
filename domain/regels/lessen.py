"""Lessons: written with an action, adopted, and checked in practice half a year later (T22)."""

from datetime import timedelta

from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.afspraken import AfspraakGemaakt
from domain.taal.lessen import (
    ControleerLes,
    LegLesVast,
    Les,
    LesGecontroleerd,
    LessenFeit,
    LessenOpdracht,
    Lesstatus,
    LesstatusGewijzigd,
    LesVastgelegd,
    WijzigLesstatus,
)
from domain.taal.termijnen import TermijnGestart
from domain.woorden import datum

RUIM = timedelta(weeks=4)
"""How long before the end of T22 an answer still counts as that of the half year."""
VOLGORDE: dict[Lesstatus, tuple[Lesstatus, ...]] = {
    "concept": ("gevalideerd", "vastgesteld", "vervallen"),
    "gevalideerd": ("concept", "vastgesteld", "toegepast", "vervallen"),
    "vastgesteld": ("toegepast", "vervallen"),
    "toegepast": ("vervallen",),
    "vervallen": ("concept",),
}
"""What a lesson can become, by what it is; since the fourth reglement."""


def decide(stand: Stand, opdracht: LessenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case LegLesVast():
            return _leg_vast(stand, opdracht, ctx)
        case WijzigLesstatus():
            return _wijzig_status(stand, opdracht, ctx)
        case ControleerLes():
            return _controleer(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _leg_vast(stand: Stand, opdracht: LegLesVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    for verhaal in opdracht.bronverhalen:
        zoek("bronverhaal", stand.verhalen, verhaal)
    id_ = nieuw_id(stand, opdracht.les, "L", stand.lessen, "les")
    les = Les(id=id_, **opdracht.model_dump(exclude={"soort", "les"}), **_geleerd_in(stand, ctx))
    return (LesVastgelegd(les=les), *_actie(les, ctx))


def _geleerd_in(stand: Stand, ctx: Context) -> dict[str, object]:
    """Where a lesson was learned, by which it is found again; since the fourth reglement."""
    if ctx.reglement.samenwerken is None:
        return {}
    vormen = [t.code for t in stand.trajecten.values() if t.code and t.status != "beeindigd"]
    return {"fase": stand.leven.fase, "thema": stand.leven.thema, "organiseervorm": vormen[-1] if vormen else ""}


def _actie(les: Les, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A lesson with an action makes a promise that is tracked (S3-26)."""
    if not les.actie:
        return ()
    afspraak = AfspraakGemaakt(
        afspraak=f"{les.id}.actie", tekst=les.actie[:200], wie="opgavemanager", uiterlijk=les.actie_voor, bron="les"
    )
    if les.actie_voor is None:
        return (afspraak,)
    return (
        afspraak,
        termijnen.start_tot(
            ctx, termijnen.LESACTIE, afspraak.afspraak, afspraak.tekst, "opgavemanager", les.actie_voor
        ),
    )


def _wijzig_status(stand: Stand, opdracht: WijzigLesstatus, ctx: Context) -> tuple[FeitInhoud, ...]:
    les = zoek("les", stand.lessen, opdracht.les)
    eis(les.status != opdracht.status, "status", f"Les {les.id} is al {les.status}.")
    if ctx.reglement.samenwerken is not None:
        _toets_overgang(les, opdracht.status)
        _toets_gehoord(stand, les, opdracht)
    gewijzigd = LesstatusGewijzigd(les=les.id, status=opdracht.status, toelichting=opdracht.toelichting)
    if opdracht.status == "vervallen":
        return (gewijzigd, *termijnen.vervallen(stand, les.id, "De les is vervallen."))
    if opdracht.status == "vastgesteld":
        return (gewijzigd, controle(les, ctx))
    if opdracht.status == "toegepast":
        return (gewijzigd, *controle_bij_gebruik(stand, les, ctx))
    return (gewijzigd,)


def _toets_overgang(les: Les, naar: Lesstatus) -> None:
    """A lesson goes forward, and what was dropped begins again; what is adopted says what changes (S3-26)."""
    mag = VOLGORDE[les.status]
    eis(naar in mag, "status", f"Les {les.id} is {les.status} en kan nu niet {naar} worden.", *mag)
    leeg = naar == "vastgesteld" and not (les.aanbeveling or les.actie)
    reden = "Een les zonder aanbeveling of actie verandert niets; die kunt u niet vaststellen."
    eis(not leeg, "S3-26", reden, "aanbeveling", "actie")


def nog_te_horen(stand: Stand, les: Les) -> tuple[str, ...]:
    """The partners that take part and did not say that the lesson holds."""
    return tuple(p.id for p in stand.partners.values() if p.doet_mee and p.id not in les.gevalideerd_door)


def _toets_gehoord(stand: Stand, les: Les, opdracht: WijzigLesstatus) -> None:
    """Every partner is asked whether a lesson holds; who goes on without, says why (S0-28)."""
    if opdracht.status not in ("gevalideerd", "vastgesteld") or opdracht.toelichting:
        return
    mist = nog_te_horen(stand, les)
    reden = f"Niet elke partner zei dat les {les.id} klopt. Wacht daarop, of zeg bij toelichting waarom niet."
    eis(not mist, "toelichting", reden, *mist)


def controle(les: Les, ctx: Context) -> TermijnGestart:
    """In half a year it is asked whether the lesson is practice."""
    wat = f"Controleer of de les '{les.titel}' in praktijk is gebracht"
    return termijnen.start(ctx, termijnen.LESCONTROLE, les.id, wat, "opgavemanager")


def controle_bij_gebruik(stand: Stand, les: Les, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A lesson that is applied is checked, also when nobody adopted it first; since the fourth reglement."""
    bekend = les.in_praktijk_gebracht == "ja" or any(termijnen.lopend(stand, les.id))
    return () if bekend or ctx.reglement.samenwerken is None else (controle(les, ctx),)


def _controleer(stand: Stand, opdracht: ControleerLes, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What is not wholly practice yet is asked again after half a year, until it is, or the lesson is dropped."""
    les = zoek("les", stand.lessen, opdracht.les)
    if ctx.reglement.samenwerken is not None:
        _toets_moment(stand, les, ctx)
    gecontroleerd = LesGecontroleerd(
        les=les.id, in_praktijk_gebracht=opdracht.in_praktijk_gebracht, toelichting=opdracht.toelichting
    )
    gehaald = termijnen.gehaald(stand, les.id, ctx.op)
    nog_niet = opdracht.in_praktijk_gebracht != "ja" and les.status in ("vastgesteld", "toegepast")
    if ctx.reglement.samenwerken is None or not nog_niet:
        return (gecontroleerd, *gehaald)
    return (gecontroleerd, *gehaald, controle(les, ctx))


def _toets_moment(stand: Stand, les: Les, ctx: Context) -> None:
    """Whether it is practice is known after half a year; an answer in the last weeks of it is one."""
    in_gebruik = les.status in ("vastgesteld", "toegepast")
    eis(in_gebruik, "status", f"Les {les.id} is {les.status}. Alleen een les in gebruik kunt u controleren.")
    for termijn in termijnen.lopend(stand, les.id):
        vanaf = termijn.einde - RUIM
        vroeg = f"Of les {les.id} praktijk is, weet u na een half jaar. Dat kan vanaf {datum(vanaf)}."
        eis(termijn.code != termijnen.LESCONTROLE or ctx.op >= vanaf, "S0-28", vroeg)


def evolve(stand: Stand, feit: LessenFeit) -> Stand:
    match feit:
        case LesVastgelegd():
            return _zet(stand, feit.les)
        case LesstatusGewijzigd():
            return _zet(stand, _met_status(stand.lessen[feit.les], feit))
        case LesGecontroleerd():
            return _zet(stand, stand.lessen[feit.les].met(in_praktijk_gebracht=feit.in_praktijk_gebracht))
        case _:
            raise TypeError(feit)


def _met_status(les: Les, feit: LesstatusGewijzigd) -> Les:
    """What use elsewhere changed can change back; what people say stands until they say otherwise."""
    was = les.status if feit.elders and feit.status == "toegepast" else ""
    return les.met(status=feit.status, status_waarom=feit.toelichting, was=was)


def _zet(stand: Stand, les: Les) -> Stand:
    return stand.met(lessen={**stand.lessen, les.id: les})
