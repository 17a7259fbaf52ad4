"""Terms that come back: each round has an id of its own, and a round that lapsed is followed by the next.

A round is about `<stam>.<number>`, such as `tafel-1.bijeen.2`; people's own ids have no dots, so nothing can clash.
"""

from datetime import date

from domain.regels import termijnen
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.termijnen import Termijn, TermijnGehaald, TermijnGestart, TermijnVervallen


def begin(stand: Stand, ctx: Context, code: str, stam: str, wat: str, wie: str = "opgavemanager") -> TermijnGestart:
    """Start the next round, with the length of the term table, from the day of the event."""
    return termijnen.start(ctx, code, _betreft(stand, code, stam), wat, wie, partners=stand.partners)


def begin_tot(stand: Stand, ctx: Context, code: str, stam: str, wat: str, einde: date) -> TermijnGestart:
    """Start the next round, for the opgavemanager, to a day that people named."""
    return termijnen.start_tot(ctx, code, _betreft(stand, code, stam), wat, "opgavemanager", einde)


def volgende(stand: Stand, termijn: Termijn, ctx: Context) -> tuple[TermijnGestart, ...]:
    """What follows on a round that lapsed: the next, asked of the same; nothing for other terms."""
    if termijn.code not in termijnen.RONDES or stand.leven.toestand != "lopend":
        return ()
    if termijn.code == termijnen.REFLECTIE:
        return (termijnen.reflectie(ctx, nummer=_aantal(stand, termijn.code, "reflectie") + 1),)
    return (begin(stand, ctx, termijn.code, _stam(termijn), termijn.wat, termijn.geadresseerde),)


def lopend(stand: Stand, code: str, stam: str) -> tuple[Termijn, ...]:
    """The rounds of this kind that are waited for; one at most, while nobody started two."""
    return tuple(t for t in stand.termijnen.values() if t.loopt and t.code == code and _stam(t) == stam)


def gehaald(stand: Stand, code: str, stam: str, op: date) -> tuple[TermijnGehaald, ...]:
    """What was asked came on day `op`."""
    return tuple(f for t in lopend(stand, code, stam) for f in termijnen.gehaald(stand, t.betreft, op))


def vervallen(stand: Stand, code: str, stam: str, reden: str) -> tuple[TermijnVervallen, ...]:
    """It is not asked any more."""
    return tuple(f for t in lopend(stand, code, stam) for f in termijnen.vervallen(stand, t.betreft, reden))


def _betreft(stand: Stand, code: str, stam: str) -> str:
    return f"{stam}.{_aantal(stand, code, stam) + 1}"


def _aantal(stand: Stand, code: str, stam: str) -> int:
    return sum(t.code == code and _stam(t) == stam for t in stand.termijnen.values())


def _stam(termijn: Termijn) -> str:
    return termijn.betreft.rpartition(".")[0]
