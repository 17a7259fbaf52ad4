"""A step after a treatment: what is kept of it, and whether the proposal still lies there."""

from datetime import date
from itertools import takewhile

from domain.keten import canoniek, schakel
from domain.taal.behandeling import Behandeling
from domain.taal.besluiten import BesluitGenomen, Besluitstap

# Outcomes after which the proposal waits for a next meeting of the same body.
WACHT_OP_VERGADERING = ("aangehouden", "uitgesteld_staking", "stemming_ongeldig", "geen_quorum", "herstemmen")


def behandeld(stap: Besluitstap, feit: BesluitGenomen, op: date) -> Besluitstap:
    """The step after one more treatment; `op` is the day of it where the fact names none."""
    behandeling = Behandeling(
        op=feit.genomen_op or op,
        uitkomst=feit.uitkomst,
        resultaat=feit.resultaat,
        afloop=feit.afloop,
        uitslag=feit.uitslag,
        amendementen=feit.amendementen,
        stemming=feit.stemming,
        instrument=feit.instrument,
        reacties=feit.reacties,
        ondertekening=feit.ondertekening,
        bezetting=feit.bezetting,
        inhoud=afdruk(feit, feit.genomen_op or op),
    )
    wacht = "aangehouden" if feit.uitkomst in WACHT_OP_VERGADERING else "voorgelegd"
    return stap.met(
        status=wacht if feit.afloop == "open" else "besloten",
        behandelingen=(*stap.behandelingen, behandeling),
        in_werking_op=feit.in_werking_op or stap.in_werking_op,
        aangehouden_tot=feit.tot or stap.aangehouden_tot,
    )


def afdruk(besluit: BesluitGenomen, op: date) -> str:
    """A fingerprint of all that was recorded of a decision of day `op`, whoever recorded and confirmed it."""
    kaal = besluit.met(genomen_op=op, vastlegging=None, vastgelegd_door="", bevestigd_door="")
    return schakel("", canoniek(kaal))


def van_dit_voorstel(stap: Besluitstap) -> tuple[Behandeling, ...]:
    """The treatments of the proposal that lies there now, the last one last: since a decision or a withdrawal."""
    return tuple(takewhile(_ligt_er_nog, reversed(stap.behandelingen)))[::-1]


def _ligt_er_nog(behandeling: Behandeling) -> bool:
    weg = behandeling.uitkomst == "ingetrokken" or behandeling.vervallen_op is not None
    return behandeling.afloop == "open" and not weg


def antwoordt(stuk: BesluitGenomen | Behandeling) -> bool:
    """Whether the body gave its answer: a yes, a no, or consent for a part, which is no silence (Awb 10:29 lid 1)."""
    return stuk.afloop != "open" or "gedeeltelijk" in (stuk.uitkomst, stuk.resultaat)
