"""What the law asks of the sitting itself: notice before money is debated, roll-call, and who stood aside."""

from datetime import date, timedelta

from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.stemmen.gegevens import Stemming, Stemuitslag
from domain.taal.besluiten import Besluitstap, LegBesluitVast

VOLGENDE_VERGADERING = {
    "geen_quorum": "PW 20 lid 2",
    "stemming_ongeldig": "PW 29 lid 2",
    "uitgesteld_staking": "PW 32 lid 4",
}
"""Outcomes after which PS vote again in a next meeting, never on the same day."""
KREDIET, KENNISGEVING = "A8", timedelta(weeks=2)


def toets(stand: Stand, stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> None:
    """Raise Weigering for a decision on money too soon after notice (PW 194, 196) or without roll-call (PW 213)."""
    if stap.code == KREDIET and opdracht.stemming is not None:
        _toets_kennisgeving(stap, ctx.op)
    wijze = opdracht.stemming.wijze if opdracht.stemming else "hoofdelijk"
    hoofdelijk = not opdracht.vooruit_op_begroting or wijze == "hoofdelijk"
    eis(hoofdelijk, "PW 213 lid 2", "Over een uitgave voor de begroting er is, stemmen PS hoofdelijk. (veld: wijze)")


def toets_dag(stap: Besluitstap, opdracht: LegBesluitVast, ctx: Context) -> None:
    """Raise Weigering for a treatment before the last one, or a second vote of PS in the meeting of the first."""
    if stap.orgaan not in ("GS", "PS") or not stap.behandelingen:
        return
    laatste = stap.behandelingen[-1]
    eis(ctx.op >= laatste.op, "gebeurd_op", f"Over {stap.id} is op {laatste.op} al vergaderd; dit ligt daarvoor.")
    if stap.orgaan == "GS" or laatste.vervallen_op is not None or ctx.op > laatste.op:
        return  # GS vote again in the same sitting (PW 59)
    opnieuw = {a.nr for a in opdracht.amendementen if a.stemming is not None}
    toen = [laatste.uitkomst] if opdracht.stemming is not None else []
    toen += [a.uitkomst for a in laatste.amendementen if a.nr in opnieuw]
    regel = next((VOLGENDE_VERGADERING[u] for u in toen if u in VOLGENDE_VERGADERING), None)
    eis(regel is None, regel or "", f"Hierover stemmen PS opnieuw in een volgende vergadering, na {laatste.op}.")


def _toets_kennisgeving(stap: Besluitstap, op: date) -> None:
    if stap.dringende_spoed:
        return
    regel = "PW 194 lid 3, 196 lid 2"
    mist = "kennisgeving_op, of dringende_spoed, bij LegVoor"
    eis(stap.kennisgeving_op is not None, regel, "Van een begrotingswijziging is eerst openbaar kennisgegeven.", mist)
    eerste = (stap.kennisgeving_op or op) + KENNISGEVING
    eis(op >= eerste, regel, f"PS beraadslagen hierover niet eerder dan {eerste}, twee weken na de kennisgeving.")


def toets_quorum(stemming: Stemming | None, uitslag: Stemuitslag | None) -> None:
    """Few votes are no proof of an empty room: the quorum is judged at the opening, by the presentielijst (PW 20)."""
    zonder = uitslag is not None and uitslag.uitkomst == "geen_quorum" and stemming is not None
    reden = "Geef het aantal namen op de presentielijst; zonder dat is het quorum niet te toetsen."
    eis(not zonder or (stemming is not None and stemming.aanwezig is not None), "stemming.aanwezig", reden)


def toets_betrokken(opdracht: LegBesluitVast, stemming: Stemming | None, uitslag: Stemuitslag | None) -> None:
    """Who stood aside in the vote is named by fractie or function, with both moments on record (PW 28)."""
    onthouden = sum(b.aantal for b in opdracht.betrokken if not b.stemming)
    geteld = uitslag.art28 if uitslag else onthouden
    reden = f"In de stemming onthielden zich {geteld} leden; in het veld betrokken staan er {onthouden}."
    eis(onthouden == geteld, "PW 28", reden, "veld betrokken: fractie, reden, beraadslaging, stemming")
    per_fractie = stemming.per_fractie if stemming else ()
    for rij in per_fractie:
        genoemd = sum(b.aantal for b in opdracht.betrokken if b.fractie == rij.fractie and not b.stemming)
        eis(genoemd == rij.art28, "PW 28", f"Bij {rij.fractie} onthielden zich {rij.art28} leden, niet {genoemd}.")
