"""Lead times: how long steps, requests and phases took in the opgaven of this house, and what follows from that."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from statistics import median
from typing import Literal

from domain.basis import Fase, Kenmerk, Model
from domain.stand import Stand

Maatsoort = Literal["stap", "verzoek", "fase", "vorm"]
GENOEG = 3
"""So many measurements say more than an estimate does."""


class Maat(Model):
    """How long one thing took, in calendar days: a step before its body, a request at a partner, a stay in a phase.

    Of a form: from the start of the phase in which it was chosen until it was in force.
    """

    soort: Maatsoort
    id: Kenmerk
    code: Kenmerk
    wie: str
    van: date
    tot: date

    @property
    def dagen(self) -> int:
        return (self.tot - self.van).days


class Spreiding(Model):
    """What was seen of one kind: how many, the shortest and the median, in days. `wie` is empty for all together."""

    soort: Maatsoort
    code: Kenmerk
    wie: str = ""
    n: int
    kortste: int
    mediaan: int


class Doorlooptijden(Model):
    """All that was seen."""

    spreidingen: tuple[Spreiding, ...] = ()

    def van(self, soort: Maatsoort, code: str, wie: str = "") -> Spreiding | None:
        """What was seen of this kind for this body or partner, else for all together; None when that is too little."""
        return self._genoeg.get((soort, code, wie)) or self._genoeg.get((soort, code, ""))

    @cached_property
    def gewoonste_vorm(self) -> Spreiding | None:
        """The form that came into force most often in this house; None while none was seen often enough."""
        vormen = (s for s in self._genoeg.values() if s.soort == "vorm")
        return max(vormen, key=lambda s: (s.n, s.code), default=None)

    @cached_property
    def _genoeg(self) -> dict[tuple[str, str, str], Spreiding]:
        """What was seen often enough; looked up for every step of a forecast."""
        return {(s.soort, s.code, s.wie): s for s in self.spreidingen if s.n >= GENOEG}


def uit_maten(maten: Iterable[tuple[Maatsoort, str, str, int]]) -> Doorlooptijden:
    """Lead times from measurements: kind, code, who and days."""
    groepen: dict[tuple[Maatsoort, str, str], list[int]] = {}
    for soort, code, wie, dagen in maten:
        for van in dict.fromkeys((wie, "")):
            groepen.setdefault((soort, code, van), []).append(dagen)
    return Doorlooptijden(
        spreidingen=tuple(
            Spreiding(soort=s, code=c, wie=w, n=len(d), kortste=min(d), mediaan=round(median(d)))
            for (s, c, w), d in sorted(groepen.items())
        )
    )


def gemeten(stand: Stand, afgesloten_op: date | None = None) -> tuple[Maat, ...]:
    """Everything in one opgave that has a beginning and an end; what was skipped or withdrawn says nothing.

    `afgesloten_op` is the day of closing: a state does not say when its last phase ended.
    """
    return (*_stappen(stand), *_verzoeken(stand), *_fasen(stand, afgesloten_op), *_vormen(stand))


def _stappen(stand: Stand) -> Iterable[Maat]:
    for stap in stand.stappen.values():
        if stap.status == "besloten" and stap.behandelingen and stap.voorgelegd_op:
            tot = stap.behandelingen[-1].op
            if tot >= stap.voorgelegd_op:
                yield Maat(soort="stap", id=stap.id, code=stap.code, wie=stap.orgaan, van=stap.voorgelegd_op, tot=tot)


def _verzoeken(stand: Stand) -> Iterable[Maat]:
    for v in stand.verzoeken.values():
        if v.beantwoord_op is not None and v.beantwoord_op >= v.gedaan_op:
            yield Maat(soort="verzoek", id=v.id, code=v.verzoeksoort, wie=v.aan, van=v.gedaan_op, tot=v.beantwoord_op)


def _fasen(stand: Stand, afgesloten_op: date | None) -> Iterable[Maat]:
    slot = afgesloten_op if stand.leven.toestand == "afgerond" else None
    for nr, fase in enumerate(stand.leven.fasen, start=1):
        tot = fase.tot or (slot if nr == len(stand.leven.fasen) else None)
        if tot is not None and tot >= fase.van:
            yield Maat(soort="fase", id=f"{nr}", code=fase.fase.value, wie="", van=fase.van, tot=tot)


def _vormen(stand: Stand) -> Iterable[Maat]:
    """First rounds only: what is changed later goes another way."""
    keuzes = [f.van for f in stand.leven.fasen if f.fase is Fase.ORGANISEERVORM]
    for t in stand.trajecten.values():
        per = t.in_werking_per
        if t.code is not None and per is not None and t.ronde == 1 and (van := [k for k in keuzes if k <= per]):
            yield Maat(soort="vorm", id=t.id, code=t.code, wie="", van=max(van), tot=per)
