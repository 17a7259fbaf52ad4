"""Money at splitting and merging: what is free of each source, and in which kinds it goes along."""

from collections import Counter
from collections.abc import Iterable

from domain import pad
from domain.stand import Stand
from domain.taal.geld import GeldGeboekt, Geldpost
from domain.taal.splitsing import Gelddeel, Toedeling

PROVINCIE = "provincie"


def bronnen(stand: Stand) -> tuple[str, ...]:
    """Whose money is booked here: that of a partner that merged into another is that other's."""
    return tuple(dict.fromkeys(_nu(stand, post.bron) for post in stand.geld))


def _nu(stand: Stand, bron: str) -> str:
    partner = stand.partners.get(bron)
    return bron if partner is None else pad.opvolger(stand, partner).id


def doet_mee(stand: Stand, bron: str) -> bool:
    """Whether this source is the province, or a partner that takes part."""
    return bron == PROVINCIE or (bron in stand.partners and stand.partners[bron].doet_mee)


def vrij_geld(stand: Stand, bron: str) -> tuple[tuple[str, int], ...]:
    """What is free of this source, as krediet and as toegezegd, in eurocents.

    What moved came from the kind it was booked as; what was spent came from the krediet first.
    """
    som = Counter[str]()
    for post in stand.geld:
        if _nu(stand, post.bron) == bron:
            som[_rekening(post)] += post.bedrag
    krediet, toegezegd = (som[soort] - som[f"was {soort}"] for soort in ("krediet", "toegezegd"))
    tekort = max(som["besteed"] - krediet, 0)
    return (("krediet", max(krediet - som["besteed"], 0)), ("toegezegd", max(toegezegd - tekort, 0)))


def _rekening(post: Geldpost) -> str:
    """What an entry is counted under: its kind, or what it was before it moved. Not known is as if it was spent."""
    if post.geldsoort != "overgeheveld":
        return post.geldsoort
    return f"was {post.was}" if post.was else "besteed"


def gelddelen(stand: Stand, t: Toedeling) -> Iterable[Gelddeel]:
    """From the krediet first, then from what was promised."""
    rest = t.bedrag
    for geldsoort, over in vrij_geld(stand, t.id):
        bedrag = over if rest is None else min(over, rest)
        rest = None if rest is None else rest - bedrag
        if bedrag:
            yield Gelddeel.model_validate({"geldsoort": geldsoort, "bron": t.id, "bedrag": bedrag})


def overgeheveld(deel: Gelddeel, referentie: str) -> GeldGeboekt:
    """What left is booked away under what it was, so that it is taken from that kind and no other."""
    wat = f"was geboekt als {deel.geldsoort}"
    return GeldGeboekt(
        geldsoort="overgeheveld",
        bedrag=deel.bedrag,
        bron=deel.bron,
        referentie=referentie,
        omschrijving=wat,
        was=deel.geldsoort,
    )
