"""On which day a body can decide: a known meeting, and beyond what is known the rhythm of the house, with a warning."""

from datetime import date, timedelta
from typing import NamedTuple

from domain.kalender import datum_voluit
from domain.orgaan import Orgaankalender
from domain.vergaderplan import stukken_op, vergaderdagen
from domain.verwachting.huisnormen import GEEN_VERGADERING, VERGADERRITME

_ANKER = date(2024, 1, 3)
"""A Wednesday, from which the rhythm of the house is counted."""


class Zitting(NamedTuple):
    """A day on which a body meets. `zeker`: it stands in its calendar."""

    op: date
    zeker: bool


def eerste(kalender: Orgaankalender | None, orgaan: str, stukken: date, vanaf: date) -> Zitting | None:
    """The first meeting from a day on for which the papers, handed in on `stukken`, are in time.

    None when the body meets by no calendar and no rhythm of the house: a partner, the notaris.
    """
    if kalender is not None:
        dag = next((d for d in vergaderdagen(kalender, vanaf) if stukken <= stukken_op(kalender, d)), None)
        if dag is not None:
            return Zitting(dag, zeker=True)
        vanaf = max(vanaf, kalender.bekend_tot + timedelta(days=1))
    if orgaan not in VERGADERRITME:
        return None
    return Zitting(_volgens_ritme(orgaan, stukken, vanaf), zeker=False)


def volgende(kalender: Orgaankalender | None, orgaan: str, na: date, keer: int) -> date:
    """The meeting so many times after this day; of a body without meetings four weeks each time."""
    dag = na
    for _ in range(keer):
        zitting = eerste(kalender, orgaan, date.min, dag + timedelta(days=1))
        dag = zitting.op if zitting else dag + timedelta(weeks=4)
    return dag


def _volgens_ritme(orgaan: str, stukken: date, vanaf: date) -> date:
    elke, voor = VERGADERRITME[orgaan]
    vroegst = vanaf if stukken == date.min else max(vanaf, stukken + timedelta(days=voor))
    dag = vroegst + timedelta(days=-(vroegst - _ANKER).days % elke)
    while _vrij(dag):
        dag += timedelta(days=elke)
    return dag


def _vrij(dag: date) -> bool:
    nu = (dag.month, dag.day)
    return any(
        (m1, d1) <= nu <= (m2, d2) if (m1, d1) <= (m2, d2) else nu >= (m1, d1) or nu <= (m2, d2)
        for m1, d1, m2, d2 in GEEN_VERGADERING
    )


def onbekend(kalender: Orgaankalender | None, orgaan: str) -> str:
    """Why a meeting of this body was guessed."""
    ritme = f"{orgaan}: reces onbekend. Gerekend met het gewone vergaderritme van het huis"
    if kalender is None:
        return f"{ritme}; er is geen vergaderkalender bekend."
    return f"{ritme} na {datum_voluit(kalender.bekend_tot)}; tot dan is de vergaderkalender bekend."
