"""Whether a vote could have turned, when it is found afterwards that members should have abstained (PW 28).

A vote is never counted again: the decision stands until someone competent annuls or repeats it. What is noted is
whether those votes mattered.
"""

from collections.abc import Iterator

from domain.basis import Weigering
from domain.reglement.model import Zetelverdeling
from domain.stemmen.gegevens import Stemming
from domain.stemmen.telling import Telling, tel, weiger
from domain.stemmen.zaken import bereken


def had_kunnen_kantelen(stemming: Stemming, zetels: Zetelverdeling | None = None, aantal: int = 1) -> bool:
    """Whether any other outcome could have come out if `aantal` members had abstained.

    Each way of taking them out of the votes is tried: from voor, from tegen and, at a written vote, from the blank and
    invalid ballots. They then count as members who must abstain, so validity, a tie and voltallig are judged anew. A
    vote that could not have been settled without them (no votes left; the chair's deciding vote missing) could have
    turned. Where nobody voted, nothing turns.

    Args:
        stemming: the vote as it was recorded.
        zetels: the seats of PS on the date of the vote, as for `bereken`.
        aantal: how many members it concerns.

    Raises:
        Weigering: the vote itself can't be, or `aantal` is not between 1 and the number of members who took part.
    """
    uitslag = bereken(stemming, zetels)
    if uitslag.voor is None:
        return False
    telling = tel(stemming, zetels)
    if not 1 <= aantal <= telling.deelnemers:
        weiger("aantal", f"Er deden {telling.deelnemers} leden mee; het kan niet om {aantal} leden gaan.")
    return any(_uitkomst(anders, zetels) != uitslag.uitkomst for anders in _zonder(stemming, telling, aantal))


def _zonder(stemming: Stemming, telling: Telling, aantal: int) -> Iterator[Stemming]:
    """The vote without these members, for every way they may have voted."""
    briefjes = telling.blanco + telling.ongeldig
    for voor in range(min(aantal, telling.voor) + 1):
        for tegen in range(min(aantal - voor, telling.tegen) + 1):
            rest = aantal - voor - tegen
            if rest <= briefjes:
                yield _met(stemming, telling, voor, tegen, rest)


def _met(stemming: Stemming, telling: Telling, voor: int, tegen: int, briefjes: int) -> Stemming:
    return stemming.met(
        per_fractie=(),
        voor=telling.voor - voor,
        tegen=telling.tegen - tegen,
        blanco=telling.blanco + telling.ongeldig - briefjes,
        ongeldig=0,
        art28=telling.art28 + voor + tegen + briefjes,
    )


def _uitkomst(stemming: Stemming, zetels: Zetelverdeling | None) -> str:
    try:
        return bereken(stemming, zetels).uitkomst
    except Weigering:
        return "onbeslist"
