"""What a body's decision comes to: the vote counted, the outcome computed, and what it does to the step."""

from itertools import takewhile

from domain.regels import termijnen
from domain.regels.hulp import Context, eis
from domain.reglement.model import Effect
from domain.stand import Stand
from domain.stemmen import zaken
from domain.stemmen.gegevens import Stemming, Stemuitslag
from domain.taal.behandeling import Behandeling
from domain.taal.besluiten import Besluitstap, LegBesluitVast

ZONDER_STEM = ("aangehouden", "ingetrokken", "terugverwezen", "termijn_verstreken")
"""Outcomes of PS that need no vote."""


def stem(
    stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context
) -> tuple[Stemming | None, Stemuitslag | None]:
    """The vote in PS, completed with what earlier treatments make of it (PW 20, 29, 32), and its computed outcome."""
    if stap.orgaan != "PS":
        eis(opdracht.stemming is None, "stemming", "Alleen bij een besluit van PS legt u de stemmen vast.")
        return None, None
    if opdracht.stemming is None:
        _mag_zonder_stem(stand, stap, opdracht)
        return None, None
    eerder = _sinds_laatste_besluit(stap)
    vorige = eerder[-1] if eerder else ""
    volledig = opdracht.stemming.met(
        orgaan="PS",
        eerdere_staking="uitgesteld_staking" in eerder,
        opnieuw_na_ongeldig=vorige == "stemming_ongeldig",
        na_geen_quorum=vorige == "geen_quorum",
    )
    return volledig, zaken.bereken(volledig, ctx.reglement.zetels_op(ctx.op))


def _mag_zonder_stem(stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast) -> None:
    """What PS do without a vote: send it back, hold it over, see it withdrawn, or let their own term go by."""
    eis(
        opdracht.uitkomst in ZONDER_STEM, "stemming", "Bij een besluit van PS horen de wijze van stemmen en de stemmen."
    )
    verstreken = any(t.status == "verstreken" for t in termijnen.lopend(stand, stap.id))
    te_vroeg = opdracht.uitkomst == "termijn_verstreken" and not verstreken
    eis(not te_vroeg, "termijn", f"De termijn van {stap.id} is nog niet verstreken.")


def _sinds_laatste_besluit(stap: Besluitstap) -> list[str]:
    """The outcomes of the treatments of the proposal that lies there now, the last one last."""
    laatste = takewhile(_ligt_er_nog, reversed(stap.behandelingen))
    return [behandeling.uitkomst for behandeling in laatste][::-1]


def _ligt_er_nog(behandeling: Behandeling) -> bool:
    return behandeling.afloop == "open" and behandeling.uitkomst != "ingetrokken"


def bepaal(opdracht: LegBesluitVast, uitslag: Stemuitslag | None) -> str:
    """The outcome: that of the vote where there was one, else what the body is recorded to have decided."""
    if uitslag is None:
        eis(bool(opdracht.uitkomst), "uitkomst", "Vul in wat het orgaan besloot.")
        return opdracht.uitkomst
    aantal = sum(a.soort == "amendement" and a.uitkomst == "aangenomen" for a in opdracht.amendementen)
    berekend = zaken.met_amendementen(uitslag.uitkomst, aantal)
    gelijk = opdracht.uitkomst in ("", berekend)
    eis(gelijk, "uitkomst", f"De stemmen geven {berekend}; {opdracht.uitkomst} past daar niet bij.")
    return berekend


def aangenomen(uitslag: Stemuitslag) -> bool:
    """Whether the vote adopted the proposal, amended or not."""
    return uitslag.uitkomst == "aangenomen"


def effect(
    stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, uitkomst: str, uitslag: Stemuitslag | None, ctx: Context
) -> tuple[Effect, str]:
    """What the outcome does to the step, and on which ground."""
    if stap.traject is None:
        soort = ctx.reglement.besluitsoort(stap.code)
        if soort.keuzes and uitkomst not in ZONDER_STEM:
            eis(opdracht.resultaat in soort.keuzes, "resultaat", "Vul in welke keuze is gemaakt.", *soort.keuzes)
        return ctx.reglement.uitkomsten_van(soort, stap.orgaan).effect(uitkomst), soort.grond  # type: ignore[arg-type]
    staptype = ctx.reglement.staptype(stap.code)
    if uitslag is None and uitkomst in ctx.reglement.uitkomsten_ps.open and stap.orgaan == "PS":
        return "open", staptype.grond
    if uitslag is not None:
        return _effect_ps(stap, opdracht, uitslag, ctx), staptype.grond
    gehad = [b.uitkomst for b in stap.behandelingen]
    return staptype.effect(uitkomst, gehad, wgr=_wgr(stand, stap, ctx)), staptype.grond


def _effect_ps(stap: Besluitstap, opdracht: LegBesluitVast, uitslag: Stemuitslag, ctx: Context) -> Effect:
    """A proposal that PS don't adopt decides nothing about an instrument: the step stays open, its term runs on."""
    staptype = ctx.reglement.staptype(stap.code)
    if aangenomen(uitslag):
        eis(bool(opdracht.resultaat), "resultaat", "Vul in wat PS met dit besluit doen.", *staptype.uitkomsten)
        return staptype.effect(opdracht.resultaat)
    wijst_af = uitslag.uitkomst in ("verworpen", "niet_aangenomen_staking")
    return "negatief" if wijst_af and "verworpen" in staptype.uitkomsten else "open"


def _wgr(stand: Stand, stap: Besluitstap, ctx: Context) -> bool:
    code = stand.trajecten[stap.traject].code if stap.traject else None
    return code is not None and ctx.reglement.vorm(code).wgr
