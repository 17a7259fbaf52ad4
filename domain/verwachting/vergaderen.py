"""On which day a body can decide: a known meeting, and beyond what is known its usual rhythm, with a warning.

Never in a reces that is known, never on another day of the week than its own.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from domain.kalender import datum_voluit
from domain.orgaan import Orgaankalender
from domain.vergaderkalender import in_reces, stukken_op, vergaderdagen
from domain.verwachting.huisnormen import COMMISSIE, GEEN_VERGADERING, VERGADERDAG, VERGADERRITME, WOENSDAG
from domain.verwachting.werkdagen import is_werkdag

_ANKER = date(2024, 1, 1)
"""A Monday, from which the rhythm of the house is counted."""


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
    return Zitting(_volgens_ritme(kalender, orgaan, stukken, vanaf), zeker=False)


def dichtst_bij(kalender: Orgaankalender | None, orgaan: str, stukken: date, vanaf: date, dag: date) -> Zitting | None:
    """The meeting nearest to a day, from `vanaf` on, for which the papers are in time; of two as near the later."""
    beste = eerste(kalender, orgaan, stukken, dag)
    if beste is None:
        return None
    eerder = eerste(kalender, orgaan, stukken, max(vanaf, dag - (beste.op - dag) + timedelta(days=1)))
    while eerder is not None and eerder.op < dag:
        beste = eerder
        eerder = eerste(kalender, orgaan, stukken, eerder.op + timedelta(days=1))
    return beste


def volgende(kalender: Orgaankalender | None, orgaan: str, na: date, keer: int) -> date:
    """The meeting so many times after this day; of a body without meetings four weeks each time."""
    dag = na
    for _ in range(keer):
        zitting = eerste(kalender, orgaan, date.min, dag + timedelta(days=1))
        dag = zitting.op if zitting else dag + timedelta(weeks=4)
    return dag


def commissies(kalenders: Mapping[str, Orgaankalender]) -> Orgaankalender | None:
    """When a statencommissie meets: its own calendar, else those of all commissies as one; None without any.

    Commissies go by their letters (RND, EMS). Which of them a proposal goes to is not known before it is there, so the
    first that meets counts, with the longest time for papers that one of them asks.
    """
    eigen = kalenders.get(COMMISSIE)
    van = [k for code, k in sorted(kalenders.items()) if code.isupper() and code not in VERGADERRITME]
    if eigen is not None or not van:
        return eigen
    dagen = {dag for k in van for dag in vergaderdagen(k, date.min)}
    reces = tuple(r for r in van[0].reces if all(r in k.reces for k in van))
    return max(van, key=lambda k: k.bekend_tot).met(
        orgaan=COMMISSIE,
        vergaderingen=tuple(sorted(dagen)),
        reces=reces,
        stukken_dagen=max(k.stukken_dagen for k in van),
        capaciteit=None,
    )


def _volgens_ritme(kalender: Orgaankalender | None, orgaan: str, stukken: date, vanaf: date) -> date:
    elke, voor = VERGADERRITME[orgaan]
    vroegst = vanaf if stukken == date.min else max(vanaf, stukken + timedelta(days=voor))
    anker = _ANKER + timedelta(days=_weekdag(kalender, orgaan))
    dag = vroegst + timedelta(days=-(vroegst - anker).days % elke)
    while _vrij(kalender, dag):
        dag += timedelta(days=elke)
    return dag


def _weekdag(kalender: Orgaankalender | None, orgaan: str) -> int:
    """The day of the week on which this body meets as a rule, Monday is 0; as its calendar shows when it has one."""
    gezien = _meest(kalender.vergaderingen) if kalender is not None else None
    return VERGADERDAG.get(orgaan, WOENSDAG) if gezien is None else gezien


@lru_cache(maxsize=64)
def _meest(vergaderingen: tuple[date, ...]) -> int | None:
    """The weekday that occurs most; of equals the earliest in the week."""
    telling = Counter(sorted(dag.weekday() for dag in vergaderingen))
    return telling.most_common(1)[0][0] if telling else None


def _vrij(kalender: Orgaankalender | None, dag: date) -> bool:
    if not is_werkdag(dag) or (kalender is not None and in_reces(kalender, dag)):
        return True
    nu = (dag.month, dag.day)
    return any(
        (m1, d1) <= nu <= (m2, d2) if (m1, d1) <= (m2, d2) else nu >= (m1, d1) or nu <= (m2, d2)
        for m1, d1, m2, d2 in GEEN_VERGADERING
    )


def onbekend(kalender: Orgaankalender | None, orgaan: str) -> str:
    """Why a meeting of this body was guessed."""
    ritme = "Gerekend met het gewone vergaderritme van het huis"
    if kalender is None:
        return f"{orgaan}: reces onbekend. {ritme}; er is geen vergaderkalender bekend."
    tot = datum_voluit(kalender.bekend_tot)
    return f"{orgaan}: de vergaderkalender houdt op na {tot}. {ritme} en met reces dat al bekend is."
