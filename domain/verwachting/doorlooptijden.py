"""Lead times: how long steps, requests and phases took in the opgaven of this house, and what follows from that."""

from collections.abc import Iterable
from datetime import date
from statistics import median
from typing import Literal

from domain.basis import Kenmerk, Model
from domain.stand import Stand

Maatsoort = Literal["stap", "verzoek", "fase"]
GENOEG = 3
"""So many measurements say more than an estimate does."""


class Maat(Model):
    """How long one thing took, in calendar days: a step before its body, a request at a partner, a stay in a phase."""

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
        genoeg = {(s.soort, s.code, s.wie): s for s in self.spreidingen if s.n >= GENOEG}
        return genoeg.get((soort, code, wie)) or genoeg.get((soort, code, ""))


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


def gemeten(stand: Stand) -> tuple[Maat, ...]:
    """Everything in one opgave that has a beginning and an end; what was skipped or withdrawn says nothing."""
    return (*_stappen(stand), *_verzoeken(stand), *_fasen(stand))


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


def _fasen(stand: Stand) -> Iterable[Maat]:
    for nr, fase in enumerate(stand.leven.fasen, start=1):
        if fase.tot is not None:
            yield Maat(soort="fase", id=f"{nr}", code=fase.fase.value, wie="", van=fase.van, tot=fase.tot)
