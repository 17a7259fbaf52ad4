"""What is left of the money of an opgave per kind and source, after what went along to another opgave."""

from domain.stand import Stand

MET_SALDO = ("krediet", "toegezegd")
"""The kinds that can go along; what was spent never does."""


def saldo(stand: Stand) -> dict[tuple[str, str], int]:
    """Booked less moved, in eurocents, by kind and source; in order of first appearance."""
    over: dict[tuple[str, str], int] = {}
    for post in stand.geld:
        weg = post.geldsoort == "overgeheveld"
        soort = (post.was or _was(stand, post.bron)) if weg else post.geldsoort
        if soort in MET_SALDO:
            sleutel = (soort, post.bron)
            over[sleutel] = over.get(sleutel, 0) + (-post.bedrag if weg else post.bedrag)
    return over


def overgeheveld(stand: Stand) -> bool:
    """Whether anything went along, so that what was booked is not what is left."""
    return any(post.geldsoort == "overgeheveld" for post in stand.geld)


def _was(stand: Stand, bron: str) -> str:
    """What older entries do not say: the province gives krediet, a partner promises."""
    soorten = {p.geldsoort for p in stand.geld if p.bron == bron and p.geldsoort in MET_SALDO}
    return soorten.pop() if len(soorten) == 1 else "krediet" if bron == "provincie" else "toegezegd"
