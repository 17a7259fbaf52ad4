"""How much partners and others brought in, and what was done with it (S2-14): flexibility is influence."""

from collections.abc import Iterable

from domain.basis import Kenmerk, Model
from domain.stand import Stand
from domain.taal.inbreng import Inbreng


class Telling(Model):
    """Counts of what one party brought in, or all together. Changes and initiatieven count; questions apart.

    `voorgesteld` is the sum of the four after it.
    """

    voorgesteld: int
    overgenomen: int
    deels: int
    niet: int
    open: int
    vragen: int


class Inbrengtelling(Model):
    """The counts in total and per party, a partner id or a function, in order of first appearance."""

    totaal: Telling
    per_partij: dict[Kenmerk, Telling]


def inbrengtelling(stand: Stand) -> Inbrengtelling:
    """What was brought in so far and what came of it."""
    alle = tuple(stand.inbreng.values())
    partijen = dict.fromkeys(i.van for i in alle)
    return Inbrengtelling(totaal=_tel(alle), per_partij={p: _tel(i for i in alle if i.van == p) for p in partijen})


def _tel(inbreng: Iterable[Inbreng]) -> Telling:
    alle = tuple(inbreng)
    voorstellen = [i.oordeel for i in alle if i.inbrengsoort != "vraag"]
    return Telling(
        voorgesteld=len(voorstellen),
        overgenomen=voorstellen.count("overgenomen"),
        deels=voorstellen.count("deels_overgenomen"),
        niet=voorstellen.count("niet_overgenomen"),
        open=voorstellen.count(None),
        vragen=len(alle) - len(voorstellen),
    )
