"""In which order PS vote on what lies on the table, and when a proposal has to wait (domain.md 3.3, RvO practice)."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from domain.basis import Weigering

Stuksoort = Literal["subamendement", "amendement", "voorstel", "motie"]

_WIJZIGT: dict[Stuksoort, Stuksoort] = {"subamendement": "amendement", "amendement": "voorstel", "motie": "voorstel"}
_ONBESLIST = frozenset({"uitgesteld_staking", "aangehouden", "stemming_ongeldig", "geen_quorum"})


class Stemstuk(NamedTuple):
    """Something to vote on.

    `op` is the nr of what it changes, or of the proposal a motie belongs to. With one proposal on the table an
    amendement needs no `op`; a motie without one is vreemd aan de orde. `rang`: 1 reaches furthest; without a rank a
    piece comes after those that have one, in the order in which they were handed in.
    """

    nr: str
    soort: Stuksoort
    op: str | None = None
    rang: int | None = None


def stemvolgorde(stukken: Iterable[Stemstuk]) -> tuple[str, ...]:
    """The numbers in the order of the vote.

    Per proposal: the amendementen, furthest-reaching first, each after its own subamendementen; then the proposal as it
    has become; then its moties. Moties vreemd aan de orde come last.

    Raises:
        Weigering: a number comes twice, a rank is not positive, or a piece changes something it cannot change: nothing,
            itself, or a piece of the wrong kind. So a circle cannot be either.
    """
    alle = tuple(_met_doel(tuple(stukken)))
    _controleer(alle)
    volgorde = [nr for voorstel in _van_soort(alle, "voorstel", None) for nr in _rond(voorstel, alle)]
    return tuple(volgorde + [motie.nr for motie in _van_soort(alle, "motie", None)])


def houdt_op(uitkomsten: Iterable[str]) -> bool:
    """Whether outcomes of (sub)amendementen hold up their proposal: what it says is not settled while one is open."""
    return any(uitkomst in _ONBESLIST for uitkomst in uitkomsten)


def _met_doel(stukken: Sequence[Stemstuk]) -> Iterable[Stemstuk]:
    """An amendement on the only proposal there is needs no `op`."""
    voorstellen = [stuk.nr for stuk in stukken if stuk.soort == "voorstel"]
    for stuk in stukken:
        enig = stuk.soort == "amendement" and stuk.op is None and len(voorstellen) == 1
        yield stuk._replace(op=voorstellen[0]) if enig else stuk


def _controleer(stukken: Sequence[Stemstuk]) -> None:
    soorten = {stuk.nr: stuk.soort for stuk in stukken}
    nummers = [stuk.nr for stuk in stukken]
    for stuk in stukken:
        if nummers.count(stuk.nr) > 1:
            raise Weigering("volgorde.nr", f"{stuk.nr} staat er twee keer in. (veld: nr)")
        if stuk.rang is not None and stuk.rang < 1:
            raise Weigering("volgorde.rang", f"{stuk.nr}: een rang begint bij 1, de verste strekking. (veld: rang)")
        _controleer_doel(stuk, soorten)


def _controleer_doel(stuk: Stemstuk, soorten: dict[str, Stuksoort]) -> None:
    """A chain goes down one kind at a time, so it always ends at a proposal."""
    doel = _WIJZIGT.get(stuk.soort)
    gevonden = soorten.get(stuk.op) if stuk.op is not None else None
    if stuk.op is None and stuk.soort in ("motie", "voorstel"):
        return
    if stuk.soort == "voorstel":
        raise Weigering("volgorde.op", f"{stuk.nr}: een voorstel wijzigt geen ander stuk. (veld: op)")
    if gevonden != doel:
        waar = "niets" if gevonden is None else f"een {gevonden}"
        raise Weigering("volgorde.op", f"{stuk.nr}: een {stuk.soort} hoort bij een {doel}, niet bij {waar}. (veld: op)")


def _van_soort(stukken: Sequence[Stemstuk], soort: Stuksoort, op: str | None) -> list[Stemstuk]:
    """Pieces of a kind that belong to something, furthest-reaching first, else as they were handed in."""
    gevonden = [stuk for stuk in stukken if stuk.soort == soort and stuk.op == op]
    return sorted(gevonden, key=lambda stuk: (stuk.rang is None, stuk.rang or 0))


def _rond(voorstel: Stemstuk, stukken: Sequence[Stemstuk]) -> Iterable[str]:
    """One proposal with everything that belongs to it."""
    for amendement in _van_soort(stukken, "amendement", voorstel.nr):
        yield from (sub.nr for sub in _van_soort(stukken, "subamendement", amendement.nr))
        yield amendement.nr
    yield voorstel.nr
    yield from (motie.nr for motie in _van_soort(stukken, "motie", voorstel.nr))
