"""Decision making: opened, put before the body, held over, decided, made public. Outcomes are computed."""

from domain import bevoegdheid, pad
from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import termijnen, uitkomsten
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.reglement.model import Effect
from domain.stand import Stand
from domain.taal.behandeling import Behandeling
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
from domain.taal.vormen import VormWijzigingGestart

# Outcomes after which the proposal waits for a next meeting of the same body.
WACHT_OP_VERGADERING = ("aangehouden", "uitgesteld_staking", "stemming_ongeldig", "geen_quorum", "herstemmen")
# Bodies whose decisions are only recorded after they were put before them.
VRAAGT_VOORLEGGEN = ("GS", "PS")


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
            return _besluit(stand, opdracht, ctx)
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
    )
    return BesluitstapGeopend(stap=stap)


def _bepaal(stand: Stand, opdracht: BepaalStap) -> tuple[FeitInhoud, ...]:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(stap.voorwaardelijk, "stap", f"{stap.id} {stap.naam} geldt altijd; daar is geen keuze.")
    eis(stap.status != "vervallen", "stap", f"Stap {stap.id} is vervallen.")
    eis(not stap.behandelingen, "stap", f"Over {stap.id} is al besloten.")
    later = pad.later_besloten(stand, stap)
    eis(not later, "volgorde", f"Na {stap.id} is al verder besloten; de keuze ligt nu vast.", *later)
    bepaald = StapBepaald(stap=stap.id, van_toepassing=opdracht.van_toepassing, reden=opdracht.reden)
    if opdracht.van_toepassing:
        return (bepaald,)
    return (bepaald, *termijnen.vervallen(stand, stap.id, opdracht.reden))


def _leg_voor(stand: Stand, opdracht: LegVoor, ctx: Context) -> tuple[FeitInhoud, ...]:
    stap = _open_stap(stand, opdracht.stap)
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
    )
    return (voorgelegd, *_termijn(stand, stap, ctx))


def _termijn(stand: Stand, stap: Besluitstap, ctx: Context) -> tuple[FeitInhoud, ...]:
    """Put before a body with a term by law or agreement: the term runs from the day it was put before it."""
    if stap.traject is None or any(termijnen.lopend(stand, stap.id)):
        return ()
    code = ctx.reglement.staptype(stap.code).termijn or ("T17" if stap.orgaan in stand.partners else None)
    if code is None or ctx.reglement.termijn(code).minimum:  # a least waiting time is no deadline
        return ()
    return (termijnen.start(ctx, code, stap.id, f"{stap.naam}: {stap.onderwerp}", stap.orgaan),)


def _open_stap(stand: Stand, id_: str) -> Besluitstap:
    stap = zoek("stap", stand.stappen, id_)
    eis(stap.status != "vervallen", "stap", f"Stap {id_} is vervallen.")
    eis(stap.afloop != "positief", "stap", f"Over {id_} is al besloten. Een nieuw besluit vraagt een nieuwe stap.")
    afgelopen = stand.leven.toestand in ("afgerond", "ingetrokken")
    eis(not afgelopen or blijft_gevraagd(stap), "toestand", "Na het einde rest alleen een gevraagde bekrachtiging.")
    pad.toets_beurt(stand, stap)
    return stap


def _houd_aan(stand: Stand, opdracht: HoudAan, ctx: Context) -> tuple[FeitInhoud, ...]:
    stap = _open_stap(stand, opdracht.stap)
    bevoegdheid.toets_vastlegger(stand, ctx.door, stap.orgaan)
    eis(stap.status == "voorgelegd", "stap", f"Stap {stap.id} ligt niet voor en kan dus niet worden aangehouden.")
    eis(opdracht.tot is None or opdracht.tot >= ctx.op, "tot", "De datum tot wanneer ligt voor de dag van aanhouden.")
    return (BesluitAangehouden(stap=stap.id, tot=opdracht.tot, reden=opdracht.reden),)


def _besluit(stand: Stand, opdracht: LegBesluitVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    stap = _open_stap(stand, opdracht.stap)
    bevoegdheid.toets_vastlegger(stand, ctx.door, stap.orgaan)
    _toets_voorgelegd(stap, ctx)
    stem, uitslag = uitkomsten.stem(stand, stap, opdracht, ctx)
    uitkomst = uitkomsten.bepaal(opdracht, uitslag)
    effect, grond = uitkomsten.effect(stand, stap, opdracht, uitkomst, uitslag, ctx)
    eis(effect != "negatief" or bool(opdracht.motivering), "motivering", "Geef bij een afwijzing de reden.")
    genomen = BesluitGenomen(
        stap=stap.id,
        code=stap.code,
        orgaan=stap.orgaan,
        naam=stap.naam,
        onderwerp=stap.onderwerp,
        uitkomst=uitkomst,
        resultaat=opdracht.resultaat if uitslag is None or uitkomsten.aangenomen(uitslag) else "",
        afloop="negatief" if effect == "opnieuw" else effect,
        uitslag=uitslag,
        stemming=stem,
        amendementen=opdracht.amendementen,
        beslispunten=opdracht.beslispunten,
        motivering=opdracht.motivering,
        bron=opdracht.bron,
        in_werking_op=opdracht.in_werking_op,
        grondslag=tuple(dict.fromkeys((grond, *(uitslag.grondslag if uitslag else ())))),
    )
    klaar = _termijnen_gehaald(stand, stap, ctx) if genomen.afloop != "open" else ()
    return (genomen, *klaar, *_opnieuw(stand, stap, effect, opdracht, ctx))


def _termijnen_gehaald(stand: Stand, stap: Besluitstap, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A yes or a no answers the term; a go or no-go also answers the day the pilotplan set for it."""
    eigen = termijnen.gehaald(stand, stap.id, ctx.op)
    if stap.code != "go_no_go" or stap.pilot is None:
        return eigen
    return (*eigen, *termijnen.gehaald(stand, f"{stap.pilot}.go_no_go", ctx.op))


def _toets_voorgelegd(stap: Besluitstap, ctx: Context) -> None:
    if stap.orgaan in VRAAGT_VOORLEGGEN:
        eis(stap.status in ("voorgelegd", "aangehouden"), "volgorde", f"Leg {stap.id} eerst voor aan {stap.orgaan}.")
    if stap.voorgelegd_op is not None:
        eis(
            ctx.op >= stap.voorgelegd_op, "gebeurd_op", f"Het besluit ligt voor het voorleggen op {stap.voorgelegd_op}."
        )


def _opnieuw(
    stand: Stand, stap: Besluitstap, effect: Effect, opdracht: LegBesluitVast, ctx: Context
) -> tuple[FeitInhoud, ...]:
    """An outcome that sends the path back starts a new round at the step the reglement names."""
    if effect != "opnieuw" or stap.traject is None:
        return ()
    traject = stand.trajecten[stap.traject]
    vorm, vanaf = ctx.reglement.vorm(traject.code or ""), ctx.reglement.staptype(stap.code).opnieuw_vanaf
    reden = opdracht.motivering or f"{stap.naam}: {opdracht.uitkomst}"
    vervallen = tuple(
        feit for s in pad.ronde(stand, traject.id, traject.ronde) if not s.klaar for feit in vervalt(stand, s, reden)
    )
    nieuw = pad.stappen(stand, ctx.reglement, traject, vorm, vanaf)
    return (*vervallen, VormWijzigingGestart(traject=traject.id, ronde=traject.ronde + 1, reden=reden, stappen=nieuw))


def _trek_in(stand: Stand, opdracht: TrekBesluitIn) -> tuple[FeitInhoud, ...]:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(stap.status in ("open", "voorgelegd", "aangehouden"), "stap", f"Stap {stap.id} is al {stap.status}.")
    eis(stap.traject is None, "stap", "Een stap van een vormpad haalt u niet weg. Beeindig of wijzig het vormtraject.")
    return (
        BesluitstapVervallen(stap=stap.id, reden=opdracht.reden),
        *termijnen.vervallen(stand, stap.id, opdracht.reden),
    )


def _maak_bekend(stand: Stand, opdracht: MaakBekend) -> tuple[FeitInhoud, ...]:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(stap.status == "besloten", "stap", f"Over {stap.id} is nog niet besloten.")
    return (BesluitBekendgemaakt(stap=stap.id, waar=opdracht.waar, referentie=opdracht.referentie),)


def laat_vervallen(stand: Stand, orgaan: str, reden: str) -> tuple[FeitInhoud, ...]:
    """The steps that a body no longer has to take lapse, with their terms."""
    return tuple(
        feit
        for stap in stand.stappen.values()
        if stap.orgaan == orgaan and not stap.klaar
        for feit in vervalt(stand, stap, reden)
    )


def laat_alles_vervallen(stand: Stand, reden: str) -> tuple[FeitInhoud, ...]:
    """The life ends: every step that waits on a body or on its turn lapses, with its terms."""
    return tuple(
        feit
        for stap in stand.stappen.values()
        if not stap.klaar and stap.status != "besloten" and not blijft_gevraagd(stap)
        for feit in vervalt(stand, stap, reden)
    )


def blijft_gevraagd(stap: Besluitstap) -> bool:
    """A ratification that was asked of GS stays asked, also when the life ends first."""
    return stap.code == "bekrachtiging" and stap.status in ("voorgelegd", "aangehouden")


def vervalt(stand: Stand, stap: Besluitstap, reden: str) -> tuple[FeitInhoud, ...]:
    """One step lapses, with its terms."""
    return (BesluitstapVervallen(stap=stap.id, reden=reden), *termijnen.vervallen(stand, stap.id, reden))


def evolve(stand: Stand, feit: BesluitenFeit, ctx: Context) -> Stand:
    match feit:
        case BesluitstapGeopend():
            return _zet(stand, feit.stap)
        case StapBepaald():
            terug = {} if feit.van_toepassing else {"status": "open"}  # what does not apply lies before nobody
            return _zet(stand, stand.stappen[feit.stap].met(van_toepassing=feit.van_toepassing, **terug))
        case BesluitVoorgelegd():
            voorgelegd = {"voorgelegd_op": ctx.op, "vergadering_op": feit.vergadering_op, "aangehouden_tot": None}
            return _zet(stand, stand.stappen[feit.stap].met(status="voorgelegd", **voorgelegd))
        case BesluitAangehouden():
            return _zet(stand, stand.stappen[feit.stap].met(status="aangehouden", aangehouden_tot=feit.tot))
        case BesluitGenomen():
            return _zet(stand, _behandeld(stand.stappen[feit.stap], feit, ctx))
        case BesluitstapVervallen():
            return _zet(stand, stand.stappen[feit.stap].met(status="vervallen"))
        case BesluitBekendgemaakt():
            return _zet(stand, stand.stappen[feit.stap].met(bekendgemaakt_op=ctx.op))
        case _:
            raise TypeError(feit)


def _behandeld(stap: Besluitstap, feit: BesluitGenomen, ctx: Context) -> Besluitstap:
    behandeling = Behandeling(
        op=ctx.op,
        uitkomst=feit.uitkomst,
        resultaat=feit.resultaat,
        afloop=feit.afloop,
        uitslag=feit.uitslag,
        amendementen=feit.amendementen,
    )
    wacht = "aangehouden" if feit.uitkomst in WACHT_OP_VERGADERING else "voorgelegd"
    return stap.met(
        status=wacht if feit.afloop == "open" else "besloten",
        behandelingen=(*stap.behandelingen, behandeling),
        in_werking_op=feit.in_werking_op or stap.in_werking_op,
    )


def _zet(stand: Stand, stap: Besluitstap) -> Stand:
    return stand.met(stappen={**stand.stappen, stap.id: stap})
