"""What a body decided, as one fact: the votes counted, the outcome computed, every input kept beside it."""

from domain import bevoegdheid
from domain.regels.besluitvorming import amendementen, instrumenten, uitkomsten, vergadereisen
from domain.regels.hulp import Context, eis
from domain.reglement.model import Effect
from domain.stand import Stand
from domain.stemmen.gegevens import Stemming, Stemuitslag
from domain.taal.besluiten import BesluitGenomen, Besluitstap, LegBesluitVast

# Bodies whose decisions are only recorded after they were put before them.
VRAAGT_VOORLEGGEN = ("GS", "PS")


def bereken(stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> tuple[BesluitGenomen, Effect]:
    """The decision as a fact, and what it does to the step.

    Args:
        stap: the step with its earlier treatments; those count for a tie, an invalid vote or a failed quorum.
        opdracht: what is recorded; `ctx.op` is the day of the sitting.

    Raises:
        Weigering: it was not put before the body, the votes don't fit, or the law asks more.
    """
    bevoegdheid.toets_vastlegger(stand, ctx.door, stap.orgaan)
    _toets_voorgelegd(stap, ctx)
    nieuw = ctx.reglement.besluitvorming is not None
    if nieuw:
        vergadereisen.toets_dag(stap, opdracht, ctx)
        opdracht = _met_amendementen(stap, opdracht, ctx)
        vergadereisen.toets(stand, stap, opdracht, ctx)
    stem, uitslag = uitkomsten.stem(stand, stap, opdracht, ctx)
    if nieuw:
        vergadereisen.toets_quorum(stem, uitslag)
        vergadereisen.toets_betrokken(opdracht, stem, uitslag)
        opdracht = _met_instrument(stap, opdracht, uitslag, ctx)
    uitkomst = uitkomsten.bepaal(stap, opdracht, uitslag, ctx)
    effect, grond = uitkomsten.effect(stand, stap, opdracht, uitkomst, uitslag, ctx)
    _toets_inhoud(stand, stap, opdracht, uitkomst, effect, ctx)
    genomen = _genomen(stap, opdracht, uitkomst, effect, grond, stem, uitslag)
    return (_met_de_zitting(genomen, opdracht, ctx) if nieuw else genomen), effect


def _toets_voorgelegd(stap: Besluitstap, ctx: Context) -> None:
    if stap.orgaan in VRAAGT_VOORLEGGEN:
        eis(stap.status in ("voorgelegd", "aangehouden"), "volgorde", f"Leg {stap.id} eerst voor aan {stap.orgaan}.")
    if stap.voorgelegd_op is not None:
        eis(
            ctx.op >= stap.voorgelegd_op, "gebeurd_op", f"Het besluit ligt voor het voorleggen op {stap.voorgelegd_op}."
        )


def _met_amendementen(stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> LegBesluitVast:
    """Each amendement and motie with its computed outcome; one that is held or tied holds the proposal (3.3)."""
    if opdracht.stemming is not None:
        amendementen.toets_af(stap, opdracht.amendementen)
    if not opdracht.amendementen:
        return opdracht
    eis(stap.orgaan == "PS", "amendementen", "Amendementen en moties zijn van PS.")
    gestemd = amendementen.behandel(stap, opdracht.amendementen, uitkomsten.zetels(stap, opdracht, ctx), ctx)
    opdracht = opdracht.met(amendementen=gestemd)
    houdt = amendementen.houdt_op(gestemd)
    if not houdt:
        return opdracht
    reden = "Over het voorstel kan nog niet worden gestemd: een (sub)amendement is aangehouden of staakte."
    eis(opdracht.stemming is None and opdracht.uitkomst in ("", "aangehouden"), "PW 32 lid 4", reden, *houdt)
    return opdracht.met(uitkomst="aangehouden")


def _met_instrument(
    stap: Besluitstap, opdracht: LegBesluitVast, uitslag: Stemuitslag | None, ctx: Context
) -> LegBesluitVast:
    """What an adopted proposal of PS does follows from its instrument; what a raad or AV decided may do so too."""
    instrument = ctx.reglement.staptype(stap.code).instrument if stap.traject else None
    neemt_aan = uitslag is not None and stap.orgaan == "PS" and uitkomsten.aangenomen(uitslag)
    if instrument and neemt_aan:
        gegeven = instrumenten.toets(stap, opdracht, ctx)
        return opdracht.met(instrument=gegeven, resultaat=gegeven.resultaat)
    if opdracht.instrument is None:
        kaal = instrument == "toestemming" and opdracht.uitkomst in ("onthouden", "gedeeltelijk")
        mist = "Noem het veld instrument: waarom niet of niet helemaal, en welk overleg er was."
        eis(not kaal, "Awb 10:29, 10:30", mist, "veld instrument")
        return opdracht
    reden = f"Bij {stap.id} is er nu geen instrument: daarvoor is een aangenomen voorstel nodig."
    eis(instrument is not None and stap.orgaan != "PS", "instrument", reden)
    gegeven = instrumenten.toets(stap, opdracht, ctx)
    gelijk = opdracht.uitkomst in ("", gegeven.resultaat)
    eis(gelijk, "uitkomst", f"Uit het veld instrument volgt {gegeven.resultaat}, niet {opdracht.uitkomst}.")
    return opdracht.met(uitkomst=gegeven.resultaat)


def _toets_inhoud(
    stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, uitkomst: str, effect: Effect, ctx: Context
) -> None:
    nieuw = ctx.reglement.besluitvorming
    uit_stemmen = nieuw is not None and stap.orgaan == "PS" and opdracht.stemming is not None
    gemotiveerd = uit_stemmen or bool(opdracht.motivering)  # what PS vote down needs no reasons
    eis(effect != "negatief" or gemotiveerd, "motivering", "Geef bij een afwijzing de reden.")
    if nieuw is None:
        return
    if stap.code in nieuw.geen_amendement:
        _toets_onvoorwaardelijk(opdracht)
    eis(opdracht.tot is None or effect == "open", "tot", "Een datum tot wanneer hoort alleen bij aanhouden.")
    gewijzigd = stap.orgaan == "GS" and uitkomst == "gewijzigd"
    eis(not gewijzigd or bool(opdracht.wijziging), "wijziging", "GS besloten gewijzigd. Vul in wat er anders is.")
    eis(uitkomst != "verdaagd" or bool(opdracht.motivering), "motivering", "Geef de reden van het verdagen.")
    if effect == "positief" or opdracht.reacties:
        instrumenten.toets_reacties(stand, stap, opdracht)


def _toets_onvoorwaardelijk(opdracht: LegBesluitVast) -> None:
    """A consent knows no condition and no period, in whatever field (Awb 10:29 lid 2)."""
    vrij = not opdracht.wijziging and opdracht.in_werking_op is None
    reden = "Een toestemming kent geen voorwaarde en geen tijd. Laat wijziging en in_werking_op leeg."
    eis(vrij, "Awb 10:29 lid 2", reden)


def _genomen(
    stap: Besluitstap,
    opdracht: LegBesluitVast,
    uitkomst: str,
    effect: Effect,
    grond: str,
    stem: Stemming | None,
    uitslag: Stemuitslag | None,
) -> BesluitGenomen:
    geldt = uitslag is None or uitkomsten.aangenomen(uitslag)
    return BesluitGenomen(
        stap=stap.id,
        code=stap.code,
        orgaan=stap.orgaan,
        naam=stap.naam,
        onderwerp=stap.onderwerp,
        uitkomst=uitkomst,
        resultaat=opdracht.resultaat if geldt else "",
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


def _met_de_zitting(genomen: BesluitGenomen, opdracht: LegBesluitVast, ctx: Context) -> BesluitGenomen:
    """What the second reglement keeps beside it: the record an auditor expects (domain.md 3.6)."""
    return genomen.met(
        genomen_op=ctx.op,
        instrument=opdracht.instrument,
        reacties=opdracht.reacties,
        wijziging=opdracht.wijziging,
        tot=opdracht.tot,
        toezeggingen=opdracht.toezeggingen,
        betrokken=opdracht.betrokken,
        vergadering=opdracht.vergadering,
        ondertekening=opdracht.ondertekening,
        stemverklaringen=opdracht.stemverklaringen,
        geld=opdracht.geld,
        bezetting=opdracht.bezetting,
        vastgelegd_door=f"{ctx.door.functie}:{ctx.door.subject}",
    )
