"""Merging: this life ends in another. What runs by law stays here; of all else someone said where it goes."""

from typing import Any

from domain import afstamming, twijfel
from domain.feit import FeitInhoud
from domain.regels import gelijkwaardig, splitsing_geld, splitsing_mee, splitsing_meegave, stappen, termijnen, verzoeken
from domain.regels import splitsing_verdeling as verdeling
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.splitsing import Meegave, OpgaveSamengevoegd, VoegSamen


def voeg_samen(stand: Stand, opdracht: VoegSamen, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The facts of the end of this opgave in another. Raises Weigering while something runs that may not end."""
    _toets_einde(stand)
    gezegd = verdeling.verdeel(stand, opdracht.verdeling, "samenvoeging")
    delen = splitsing_meegave.meegave(stand, gezegd)
    reden = f"De opgave gaat op in {opdracht.gaat_op_in}."
    lessen = splitsing_mee.vertrek(stand, gezegd, opdracht.gaat_op_in, reden)
    al = {f.termijn for f in lessen if f.soort == "TermijnVervallen"}
    blijft = verdeling.wettelijk(stand)
    return (
        OpgaveSamengevoegd(
            gaat_op_in=opdracht.gaat_op_in,
            verdeling=opdracht.verdeling,
            delen=splitsing_mee.toets_past(_met_wat_al_weg_was(stand, delen)),
            blijft_lopen=blijft,
            reden=opdracht.reden,
        ),
        *(splitsing_geld.overgeheveld(deel, f"naar {opdracht.gaat_op_in}") for deel in delen.geld),
        *lessen,
        *_laat_los(stand, blijft, reden, al, delen, opdracht.gaat_op_in),
    )


def _toets_einde(stand: Stand) -> None:
    """Raise Weigering while something runs that the heir would never hear the outcome of."""
    lopend = tuple(p.titel for p in stand.pilots.values() if p.begonnen)
    eis(not lopend, "pilots", "Er loopt nog een pilot. Rond die eerst af.", *lopend)
    wachten = tuple(f"BevestigBesluit of KeurVastleggingAf {v.id}" for v in stand.vastleggingen.values())
    eis(not wachten, "vastlegging", "Een besluit is vastgelegd en wacht op bevestiging door een ander mens.", *wachten)
    twijfel.toets_alles(stand)
    gelijkwaardig.toets_einde(stand)


def _met_wat_al_weg_was(stand: Stand, delen: Meegave) -> Meegave:
    """What goes along, and what left with a merger that never arrived; of a partner only when it goes along."""
    eerder = afstamming.opgegaan(stand)
    if eerder is None:
        return delen
    weg, blijft_weg = eerder.weg, stand.partners.keys() - {p.partner for p in delen.partners}
    al = {les.id for les in delen.lessen}
    return delen.met(
        geld=(*weg.geld, *delen.geld),
        lessen=(*(les for les in weg.lessen if les.id not in al), *delen.lessen),
        verzoeken=(*(v for v in weg.verzoeken if v.aan not in blijft_weg), *delen.verzoeken),
        afspraken=(*(a for a in weg.afspraken if a.wie not in blijft_weg), *delen.afspraken),
    )


def _laat_los(
    stand: Stand, blijft: tuple[str, ...], reden: str, weg: set[str], delen: Meegave, naar: str
) -> tuple[FeitInhoud, ...]:
    """Requests are withdrawn or go on there, steps and terms lapse; not what runs by law, nor what outlives any end."""
    mee = tuple(v.verzoek for v in delen.verzoeken)
    los = (*verzoeken.trek_alle_in(stand, reden, naar=naar, mee=mee), *stappen.laat_alles_vervallen(stand, reden))
    al = weg | {f.termijn for f in los if f.soort == "TermijnVervallen"}
    rest = (f for f in termijnen.alles_vervalt(stand, reden, termijnen.NA_HET_EINDE) if f.termijn not in al)
    return tuple(f for f in (*los, *rest) if _waarover(stand, f) not in blijft)


def _waarover(stand: Stand, feit: Any) -> str:
    """The request or step that a fact is about."""
    if feit.soort == "TermijnVervallen":
        return stand.termijnen[feit.termijn].betreft
    return str(feit.verzoek if feit.soort == "VerzoekIngetrokken" else feit.stap)
