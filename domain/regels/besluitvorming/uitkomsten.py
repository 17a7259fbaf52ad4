"""What a body's decision comes to: the vote counted, the outcome computed, and what it does to the step."""

from datetime import date

from domain.basis import Weigering
from domain.orgaan import Bezetting
from domain.regels import termijnen
from domain.regels.besluitvorming import amendementen
from domain.regels.besluitvorming.behandeld import van_dit_voorstel
from domain.regels.hulp import Context, eis
from domain.reglement.model import Effect, Staptype, Uitkomsten, Zetelverdeling
from domain.stand import Stand
from domain.stemmen import zaken
from domain.stemmen.gegevens import Stemming, Stemuitslag
from domain.taal.besluiten import Besluitstap, LegBesluitVast

ZONDER_STEM = ("aangehouden", "ingetrokken", "terugverwezen", "termijn_verstreken")
"""Outcomes of PS that need no vote."""
VERDAAGD = "verdaagd"
GEEN_BESLUIT = ("geen_quorum", "herstemmen")
"""Votes that leave everything as it was, also in GS."""


def stem(
    stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context
) -> tuple[Stemming | None, Stemuitslag | None]:
    """The vote, completed with what earlier treatments make of it (PW 20, 29, 32, 56, 59), and its computed outcome."""
    if opdracht.stemming is None:
        _mag_zonder_stem(stand, stap, opdracht, ctx)
        return None, None
    eerder = [behandeling.uitkomst for behandeling in van_dit_voorstel(stap)]
    vorige = eerder[-1] if eerder else ""
    match stap.orgaan:
        case "PS":
            volledig = opdracht.stemming.met(
                orgaan="PS",
                eerdere_staking="uitgesteld_staking" in eerder,
                opnieuw_na_ongeldig=vorige == "stemming_ongeldig",
                na_geen_quorum=vorige == "geen_quorum",
            )
            return volledig, zaken.bereken(volledig, zetels(stap, opdracht, ctx))
        case "GS" if ctx.reglement.besluitvorming:
            volledig = _stem_gs(stap, opdracht, opdracht.stemming, eerder, ctx)
            return volledig, zaken.bereken(volledig)
        case _:
            raise Weigering("stemming", "Alleen bij een besluit van PS legt u de stemmen vast.")


def _stem_gs(
    stap: Besluitstap, opdracht: LegBesluitVast, stemming: Stemming, eerder: list[str], ctx: Context
) -> Stemming:
    """GS vote again after a tie, in the same sitting or the next, and then the chair decides (PW 59)."""
    tafel = _bezetting(stap, opdracht, ctx)
    aantallen = {} if tafel is None else {"leden": tafel.leden, "zittend": tafel.in_functie}
    eigen = {veld: getattr(stemming, veld) for veld in aantallen if getattr(stemming, veld) is not None}
    return stemming.met(
        orgaan="GS",
        **{**aantallen, **eigen},
        eerdere_staking=stemming.eerdere_staking or "herstemmen" in eerder,
        na_geen_quorum=bool(eerder) and eerder[-1] == "geen_quorum",
    )


def zetels(stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> Zetelverdeling:
    """The seats of PS on the day of the decision: the table that came with it, or that of the reglement."""
    return zetels_op(_bezetting(stap, opdracht, ctx), ctx.op, ctx)


def zetels_op(tafel: Bezetting | None, op: date, ctx: Context) -> Zetelverdeling:
    """The seats on a day: those of the table that was used, else those of the reglement."""
    return tafel.zetelverdeling if tafel and tafel.fracties else ctx.reglement.zetels_op(op)


def _bezetting(stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> Bezetting | None:
    tafel = opdracht.bezetting
    if tafel is not None:
        eis(tafel.orgaan == stap.orgaan, "bezetting.orgaan", f"Dit is de bezetting van {tafel.orgaan}.")
        eis(tafel.vanaf <= ctx.op, "bezetting.vanaf", f"Deze bezetting geldt pas vanaf {tafel.vanaf}.")
        if stap.orgaan == "PS" and ctx.reglement.besluitvorming is not None:
            _toets_tafel_ps(tafel, ctx)
    return tafel


def _toets_tafel_ps(tafel: Bezetting, ctx: Context) -> None:
    """Seats of PS are those of the fracties, and never of before an election the reglement knows."""
    eis(bool(tafel.fracties), "bezetting.fracties", "Geef van PS de fracties met hun zetels.")
    later = max((z.vanaf for z in ctx.reglement.zetels if tafel.vanaf < z.vanaf <= ctx.op), default=None)
    eis(later is None, "bezetting.vanaf", f"Deze bezetting is ouder dan de zetelverdeling van {later}.")


def _mag_zonder_stem(stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> None:
    """What PS do without a vote: send it back, hold it over, see it withdrawn, or let their own term go by.

    No body's silence counts before its term has lapsed.
    """
    mag = stap.orgaan != "PS" or opdracht.uitkomst in ZONDER_STEM or verdaagt(stap, opdracht.uitkomst, ctx)
    eis(mag, "stemming", "Bij een besluit van PS horen de wijze van stemmen en de stemmen.")
    if stap.orgaan != "PS" and ctx.reglement.besluitvorming is None:
        return
    verstreken = any(t.status == "verstreken" for t in termijnen.lopend(stand, stap.id))
    te_vroeg = opdracht.uitkomst == "termijn_verstreken" and not verstreken
    eis(not te_vroeg, "termijn", f"De termijn van {stap.id} is nog niet verstreken.")


def verdaagt(stap: Besluitstap, uitkomst: str, ctx: Context) -> bool:
    """Whether this postpones a decision for which the law gives one longer term (Awb 10:31 lid 2)."""
    if uitkomst != VERDAAGD or stap.traject is None or ctx.reglement.besluitvorming is None:
        return False
    return VERDAAGD in ctx.reglement.staptype(stap.code).mogelijk.open


def bepaal(stap: Besluitstap, opdracht: LegBesluitVast, uitslag: Stemuitslag | None, ctx: Context) -> str:
    """The outcome: that of the vote where there was one, else what the body is recorded to have decided."""
    if uitslag is None:
        eis(bool(opdracht.uitkomst), "uitkomst", "Vul in wat het orgaan besloot.")
        return opdracht.uitkomst
    if stap.orgaan == "GS":
        return _bepaal_gs(opdracht.uitkomst, uitslag, ctx.reglement.uitkomsten_gs)
    eerder = amendementen.eerder(stap) if ctx.reglement.besluitvorming else ()
    gewijzigd = amendementen.aangenomen((*eerder, *opdracht.amendementen))
    berekend = zaken.met_amendementen(uitslag.uitkomst, gewijzigd)
    gelijk = opdracht.uitkomst in ("", berekend)
    eis(gelijk, "uitkomst", f"De stemmen geven {berekend}; {opdracht.uitkomst} past daar niet bij.")
    return berekend


def _bepaal_gs(gegeven: str, uitslag: Stemuitslag, mogelijk: Uitkomsten) -> str:
    """GS vote on the proposal; adopted, someone says in which form."""
    if uitslag.uitkomst == "aangenomen":
        reden = "GS namen het voorstel aan. Vul in hoe."
        eis(gegeven in mogelijk.positief, "uitkomst", reden, *mogelijk.positief)
        return gegeven
    berekend = "afgewezen" if uitslag.uitkomst == "verworpen" else uitslag.uitkomst
    eis(gegeven in ("", berekend), "uitkomst", f"De stemmen geven {berekend}; {gegeven} past daar niet bij.")
    return berekend


def aangenomen(uitslag: Stemuitslag) -> bool:
    """Whether the vote adopted the proposal, amended or not."""
    return uitslag.uitkomst == "aangenomen"


def effect(
    stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, uitkomst: str, uitslag: Stemuitslag | None, ctx: Context
) -> tuple[Effect, str]:
    """What the outcome does to the step, and on which ground."""
    if uitslag is not None and uitslag.uitkomst in GEEN_BESLUIT:
        return "open", stap.grond
    if stap.traject is None:
        soort = ctx.reglement.besluitsoort(stap.code)
        if soort.keuzes and _kiest(uitkomst, uitslag, ctx):
            eis(opdracht.resultaat in soort.keuzes, "resultaat", "Vul in welke keuze is gemaakt.", *soort.keuzes)
        vrij = not soort.keuzes and bool(opdracht.resultaat) and ctx.reglement.besluitvorming is not None
        eis(not vrij, "resultaat", f"Bij {soort.naam} is er geen keuze; laat dit veld leeg.")
        return ctx.reglement.uitkomsten_van(soort, stap.orgaan).effect(uitkomst), soort.grond  # type: ignore[arg-type]
    staptype = ctx.reglement.staptype(stap.code)
    if uitslag is None and uitkomst in ctx.reglement.uitkomsten_ps.open and stap.orgaan == "PS":
        return "open", staptype.grond
    if uitslag is not None and stap.orgaan == "PS":
        return _effect_ps(stap, opdracht, uitkomst, uitslag, ctx), staptype.grond
    gehad = [b.uitkomst for b in stap.behandelingen if b.vervallen_op is None]
    return staptype.effect(uitkomst, gehad, wgr=_wgr(stand, stap, ctx)), staptype.grond


def _kiest(uitkomst: str, uitslag: Stemuitslag | None, ctx: Context) -> bool:
    """Whether there is a choice to record: PS choose nothing in a proposal they did not adopt."""
    if ctx.reglement.besluitvorming is None or uitslag is None:
        return uitkomst not in ZONDER_STEM
    return aangenomen(uitslag)


def _effect_ps(
    stap: Besluitstap, opdracht: LegBesluitVast, uitkomst: str, uitslag: Stemuitslag, ctx: Context
) -> Effect:
    """A proposal that PS don't adopt decides nothing about an instrument: the step stays open, its term runs on."""
    staptype = ctx.reglement.staptype(stap.code)
    if aangenomen(uitslag):
        eis(bool(opdracht.resultaat), "resultaat", "Vul in wat PS met dit besluit doen.", *staptype.uitkomsten)
        if staptype.instrument is None and ctx.reglement.besluitvorming is not None:
            _toets_resultaat(staptype, opdracht.resultaat, uitkomst)
        return staptype.effect(opdracht.resultaat)
    wijst_af = uitslag.uitkomst in ("verworpen", "niet_aangenomen_staking")
    return "negatief" if wijst_af and "verworpen" in staptype.uitkomsten else "open"


def _toets_resultaat(staptype: Staptype, resultaat: str, uitkomst: str) -> None:
    """What an adopted proposal does follows from the votes: never a no, and changed only by adopted amendementen."""
    positief = staptype.mogelijk.positief
    past = resultaat in positief and ("gewijzigd" not in positief or _gewijzigd(resultaat, uitkomst))
    eis(past, "resultaat", f"De stemmen geven {uitkomst}; {resultaat} past daar niet bij.", *positief)


def _gewijzigd(resultaat: str, uitkomst: str) -> bool:
    return (resultaat == "gewijzigd") == (uitkomst == "aangenomen_gewijzigd")


def _wgr(stand: Stand, stap: Besluitstap, ctx: Context) -> bool:
    code = stand.trajecten[stap.traject].code if stap.traject else None
    return code is not None and ctx.reglement.vorm(code).wgr
