"""Decision making: opened, put before the body, held over, decided, made public. Outcomes are computed."""

from domain import bevoegdheid, pad, vergaderplan
from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.orgaan import Vergaderadvies
from domain.regels import geheim, herstel, rechtsgang, routes, stappen, termijnen, vastlegging
from domain.regels.besluitvorming import wachtend
from domain.regels.besluitvorming.behandeld import behandeld
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.besluiten import (
    BepaalStap,
    BesluitAangehouden,
    BesluitBekendgemaakt,
    BesluitenFeit,
    BesluitenOpdracht,
    BesluitGenomen,
    Besluitstap,
    BesluitstapGeopend,
    BesluitstapVervallen,
    BesluitVoorgelegd,
    HoudAan,
    LegBesluitVast,
    LegVoor,
    MaakBekend,
    OpenBesluit,
    StapBepaald,
    TrekBesluitIn,
)
from domain.taal.termijnen import TermijnGestart

VAN_LEDEN, OVER_EERDER = ("initiatiefvoorstel", "motie"), ("intrekking", "wijziging")
ORGANEN = ("GS", "PS", "statencommissie")
"""Bodies of the province, whose calendar can be known here."""


def decide(stand: Stand, opdracht: BesluitenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case OpenBesluit():
            return (_open(stand, opdracht, ctx),)
        case BepaalStap():
            return _bepaal(stand, opdracht)
        case LegVoor():
            return _leg_voor(stand, opdracht, ctx)
        case HoudAan():
            return _houd_aan(stand, opdracht, ctx)
        case LegBesluitVast():
            return vastlegging.leg_vast(stand, opdracht, ctx)
        case TrekBesluitIn():
            return _trek_in(stand, opdracht)
        case MaakBekend():
            return _maak_bekend(stand, opdracht)
        case _:
            raise TypeError(opdracht)


def _open(stand: Stand, opdracht: OpenBesluit, ctx: Context) -> BesluitstapGeopend:
    soort = ctx.reglement.besluitsoort(opdracht.code)
    if opdracht.orgaan not in soort.organen:
        raise Weigering(soort.grond, f"{opdracht.orgaan} besluit niet over: {soort.naam}.", soort.organen)
    if opdracht.pilot is not None:
        zoek("pilot", stand.pilots, opdracht.pilot)
    stap = Besluitstap(
        id=nieuw_id(stand, None, "B", {k: s for k, s in stand.stappen.items() if s.traject is None}, "besluit"),
        code=soort.code,
        naam=soort.naam,
        orgaan=opdracht.orgaan,
        onderwerp=opdracht.onderwerp,
        grond=soort.grond,
        pilot=opdracht.pilot,
        over=opdracht.over,
        indieners=opdracht.indieners,
    )
    _toets_soort(stand, stap, ctx)
    return BesluitstapGeopend(stap=stap)


def _toets_soort(stand: Stand, stap: Besluitstap, ctx: Context) -> None:
    """A new besluit over an earlier one names it; what Statenleden table names who they are (PW 143a)."""
    eis(stap.code not in VAN_LEDEN or bool(stap.indieners), "indieners", "Noem welke fracties dit indienen.")
    eis((stap.code in OVER_EERDER) == (stap.over is not None), "over", "Noem bij intrekken of wijzigen welk besluit.")
    if stap.over is None:
        return
    eerder = zoek("stap", stand.stappen, stap.over)
    geheim.toets(stand, eerder, stap.onderwerp)
    eis(eerder.afloop == "positief", "over", f"Over {eerder.id} is niet besloten.")
    eis(eerder.orgaan == stap.orgaan, "over", f"Over {eerder.id} besloot {eerder.orgaan}, niet {stap.orgaan}.")
    besluitvorming = ctx.reglement.besluitvorming
    vast = besluitvorming is not None and eerder.code in besluitvorming.onherroepelijk
    eis(not vast, "Awb 10:29 lid 2", "Een verleende toestemming kan niet worden ingetrokken of gewijzigd.")


def _bepaal(stand: Stand, opdracht: BepaalStap) -> tuple[FeitInhoud, ...]:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(stap.voorwaardelijk, "stap", f"{stap.id} {stap.naam} geldt altijd; daar is geen keuze.")
    eis(stap.status != "vervallen", "stap", f"Stap {stap.id} is vervallen.")
    eis(not stap.behandelingen, "stap", f"Over {stap.id} is al besloten.")
    later = pad.later_besloten(stand, stap)
    eis(not later, "volgorde", f"Na {stap.id} is al verder besloten; de keuze ligt nu vast.", *later)
    wachtend.toets_vrij(stand, stap)
    geheim.toets(stand, stap, opdracht.reden)
    bepaald = StapBepaald(stap=stap.id, van_toepassing=opdracht.van_toepassing, reden=opdracht.reden)
    if opdracht.van_toepassing:
        return (bepaald,)
    return (bepaald, *termijnen.vervallen(stand, stap.id, opdracht.reden))


def _leg_voor(stand: Stand, opdracht: LegVoor, ctx: Context) -> tuple[FeitInhoud, ...]:
    stap = stappen.open_stap(stand, opdracht.stap)
    wachtend.toets_vrij(stand, stap)
    routes.toets_voorleggen(stand, stap)
    herstel.toets(stand, stap)
    geheim.toets(stand, stap, *geheim.teksten(opdracht.met(kalender=None)))
    if opdracht.vergadering_op is not None:
        eis(opdracht.vergadering_op >= ctx.op, "vergadering_op", "De vergadering ligt voor de dag van voorleggen.")
    voorgelegd = BesluitVoorgelegd(
        stap=stap.id,
        code=stap.code,
        orgaan=stap.orgaan,
        naam=stap.naam,
        onderwerp=stap.onderwerp,
        vergadering_op=opdracht.vergadering_op,
        stukken=opdracht.stukken,
        toelichting=opdracht.toelichting,
        kennisgeving_op=opdracht.kennisgeving_op,
        dringende_spoed=opdracht.dringende_spoed,
        steller=opdracht.steller,
    )
    termijn = begint_termijn(stand, stap, ctx)
    uiterlijk = _uiterlijk(stand, stap, termijn, ctx)
    return (voorgelegd.met(advies=_advies(stand, stap, opdracht, termijn, ctx), **uiterlijk), *termijn)


def _uiterlijk(stand: Stand, stap: Besluitstap, gestart: tuple[TermijnGestart, ...], ctx: Context) -> dict[str, object]:
    """The term of a partner's own decision: who asks for it says by when, also before the term itself is a fact."""
    if ctx.reglement.post is None or stap.orgaan not in stand.partners:
        return {}
    lopend = (*(f.termijn for f in gestart), *termijnen.lopend(stand, stap.id))
    eerste = min(lopend, key=lambda t: t.einde, default=None)
    return {"uiterlijk": eerste.einde, "termijnsoort": eerste.soort} if eerste else {}


def _advies(
    stand: Stand, stap: Besluitstap, opdracht: LegVoor, gestart: tuple[TermijnGestart, ...], ctx: Context
) -> Vergaderadvies | None:
    """The first meeting that can be made, and a warning at once when the term will lapse before it (T-plan)."""
    lopend = (*(f.termijn for f in gestart), *termijnen.lopend(stand, stap.id))
    termijn = next((t for t in lopend if t.soort == "wettelijk"), None)
    kent_termijn = termijn is not None and stap.orgaan in ORGANEN
    if ctx.reglement.besluitvorming is None or (opdracht.kalender is None and not kent_termijn):
        return None
    langer = termijn is not None and ctx.reglement.termijn(termijn.code).verlenging is not None
    einde = termijn.einde if termijn else None
    leden = ctx.reglement.zetels_op(ctx.op).leden if stap.orgaan == "PS" else None
    advies = vergaderplan.adviseer(opdracht.kalender, stap.orgaan, ctx.op, einde, verlenging=langer, leden=leden)
    return _met_dag(advies, opdracht)


def _met_dag(advies: Vergaderadvies, opdracht: LegVoor) -> Vergaderadvies:
    """A day without a meeting, as far as is known, is said at once; an extra meeting may well be meant."""
    dag, kalender = opdracht.vergadering_op, opdracht.kalender
    if dag is None or kalender is None or dag > kalender.bekend_tot or dag in kalender.vergaderingen:
        return advies
    zin = f"Op {dag} staat geen vergadering van {kalender.orgaan} in de kalender."
    return advies.met(waarschuwing=f"{zin} {advies.waarschuwing}".strip())


def begint_termijn(stand: Stand, stap: Besluitstap, ctx: Context) -> tuple[TermijnGestart, ...]:
    """Put before a body with a term by law or agreement: the term runs from the day it was put before it."""
    if stap.traject is None or any(termijnen.lopend(stand, stap.id)):
        return ()
    code = ctx.reglement.staptype(stap.code).termijn or ("T17" if stap.orgaan in stand.partners else None)
    if code is None or ctx.reglement.termijn(code).minimum:  # a least waiting time is no deadline
        return ()
    return (termijnen.start(ctx, code, stap.id, f"{stap.naam}: {stap.onderwerp}", stap.orgaan),)


def _houd_aan(stand: Stand, opdracht: HoudAan, ctx: Context) -> tuple[FeitInhoud, ...]:
    """Holding over is what a body decided, so under four eyes it is recorded like any other outcome."""
    stap = stappen.open_stap(stand, opdracht.stap)
    bevoegdheid.toets_vastlegger(stand, ctx.door, stap.orgaan)
    eis(stap.status == "voorgelegd", "stap", f"Stap {stap.id} ligt niet voor en kan dus niet worden aangehouden.")
    eis(opdracht.tot is None or opdracht.tot >= ctx.op, "tot", "De datum tot wanneer ligt voor de dag van aanhouden.")
    rechtsgang.toets(stand, stap)
    if vastlegging.vraagt_tweede(stand, stap, ctx):
        als_besluit = LegBesluitVast(stap=stap.id, uitkomst="aangehouden", tot=opdracht.tot, motivering=opdracht.reden)
        return vastlegging.leg_vast(stand, als_besluit, ctx)
    return (BesluitAangehouden(stap=stap.id, tot=opdracht.tot, reden=opdracht.reden),)


def _trek_in(stand: Stand, opdracht: TrekBesluitIn) -> tuple[FeitInhoud, ...]:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(stap.status in ("open", "voorgelegd", "aangehouden"), "stap", f"Stap {stap.id} is al {stap.status}.")
    wachtend.toets_vrij(stand, stap)
    geheim.toets(stand, stap, opdracht.reden)
    eis(stap.traject is None, "stap", "Een stap van een vormpad haalt u niet weg. Beeindig of wijzig het vormtraject.")
    return (
        BesluitstapVervallen(stap=stap.id, reden=opdracht.reden),
        *termijnen.vervallen(stand, stap.id, opdracht.reden),
    )


def _maak_bekend(stand: Stand, opdracht: MaakBekend) -> tuple[FeitInhoud, ...]:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(stap.status == "besloten", "stap", f"Over {stap.id} is nog niet besloten.")
    return (BesluitBekendgemaakt(stap=stap.id, waar=opdracht.waar, referentie=opdracht.referentie),)


def evolve(stand: Stand, feit: BesluitenFeit, ctx: Context) -> Stand:
    match feit:
        case BesluitstapGeopend():
            return stappen.zet(stand, feit.stap)
        case StapBepaald():
            terug = {} if feit.van_toepassing else {"status": "open"}  # what does not apply lies before nobody
            return stappen.zet(stand, stand.stappen[feit.stap].met(van_toepassing=feit.van_toepassing, **terug))
        case BesluitVoorgelegd():
            voorgelegd = {"voorgelegd_op": ctx.op, "vergadering_op": feit.vergadering_op, "aangehouden_tot": None}
            kennisgeving = {"kennisgeving_op": feit.kennisgeving_op, "dringende_spoed": feit.dringende_spoed}
            stap = stand.stappen[feit.stap].met(status="voorgelegd", **voorgelegd, **kennisgeving)
            return stappen.zet(stand, stap)
        case BesluitAangehouden():
            return stappen.zet(stand, stand.stappen[feit.stap].met(status="aangehouden", aangehouden_tot=feit.tot))
        case BesluitGenomen():
            stap = behandeld(stand.stappen[feit.stap], feit, ctx.op)
            return wachtend.klaar(_over_eerder(stappen.zet(stand, stap), stap), stap.id)
        case BesluitstapVervallen():
            vervallen = stappen.zet(stand, stand.stappen[feit.stap].met(status="vervallen"))
            return wachtend.klaar(vervallen, feit.stap)
        case BesluitBekendgemaakt():
            return stappen.zet(stand, stand.stappen[feit.stap].met(bekendgemaakt_op=ctx.op))
        case _:
            raise TypeError(feit)


def _over_eerder(stand: Stand, stap: Besluitstap) -> Stand:
    """A new besluit that withdraws or changes an earlier one is known at that one too; nothing is undone."""
    if stap.over is None or stap.afloop != "positief":
        return stand
    welk = "ingetrokken_door" if stap.code == "intrekking" else "gewijzigd_door"
    return stappen.zet(stand, stand.stappen[stap.over].met(**{welk: stap.id}))
