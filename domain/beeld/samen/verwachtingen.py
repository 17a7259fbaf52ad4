"""Expectations over and back (S3-08): what one side counts on and the other did not promise is a mismatch."""

from collections.abc import Iterable, Sequence

from domain.basis import Kenmerk, Model
from domain.beeld.samen.lezen import bladen, gelijk, naam, niet_zelf, nog_niet
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_partner import Verwachting


class Misverstand(Model):
    """One expectation without a promise beside it. `van` expects it, `aan` did not promise it."""

    van: Kenmerk
    aan: Kenmerk
    wat: str


def misverstanden(stand: Stand) -> tuple[Misverstand, ...]:
    """All mismatches, by partner: first what it expects of the province, then what the province counts on."""
    return tuple(m for b in bladen(stand, Verwachting) for m in _van(b))


def _van(b: Verwachting) -> Iterable[Misverstand]:
    for wat in _zonder(b.van_ons, b.wij_bieden):
        yield Misverstand(van=b.partner, aan="provincie", wat=wat)
    for wat in _zonder(b.wij_rekenen_op, b.van_henzelf):
        yield Misverstand(van="provincie", aan=b.partner, wat=wat)


def _zonder(verwacht: tuple[str, ...], toegezegd: tuple[str, ...]) -> Iterable[str]:
    al = {gelijk(t) for t in toegezegd}
    return (v for v in verwacht if gelijk(v) not in al)


def verwachtingen(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """The mismatches first, then everything that was said."""
    alle, mis = bladen(stand, Verwachting), misverstanden(stand)
    verschillen = Rooster(
        titel="Verwacht en niet toegezegd",
        kolommen=("Wie verwacht", "Van wie", "Wat"),
        rijen=tuple((naam(stand, m.van), naam(stand, m.aan), m.wat) for m in mis),
        leeg="Alles wat is verwacht, is ook toegezegd." if alle else "Er zijn nog geen verwachtingen uitgesproken.",
    )
    stil = nog_niet(stand, (b.partner for b in alle))
    let_op = (
        *((f"{len(mis)} keer verwacht de een iets wat de ander niet toezegde. Bespreek dit.",) if mis else ()),
        *((f"Sprak nog geen verwachting uit: {', '.join(stil)}.",) if stil else ()),
    )
    roosters = (verschillen, _alles(stand, alle), *niet_zelf(stand, Verwachting))
    return Vel(naam="verwachtingen", titel="Verwachtingen", roosters=roosters, let_op=let_op)


def _alles(stand: Stand, alle: Iterable[Verwachting]) -> Rooster:
    return Rooster(
        titel="Wat is uitgesproken",
        kolommen=("Partner", "Verwacht van ons", "Wij zeggen toe", "Zegt zelf toe", "Wij rekenen op", "Resultaat"),
        rijen=tuple(
            (
                naam(stand, b.partner),
                *("; ".join(punten) or "-" for punten in (b.van_ons, b.wij_bieden, b.van_henzelf, b.wij_rekenen_op)),
                b.resultaat or "-",
            )
            for b in alle
        ),
    )
