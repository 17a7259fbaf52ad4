"""Receipts, in the pack and in the history, against those that follow from the facts."""

from collections.abc import Iterator, Mapping

from archief import formaat
from audit.bevinding import Bevinding
from audit.keuring.feitregel import zelfde_bewijs
from domain.feit import Bewijs


def van_elders(vastgelegd: Mapping[str, Bewijs], opgave: str) -> Iterator[Bevinding]:
    """Receipts of another opgave in the history: each other opgave once."""
    for ander in dict.fromkeys(bewijs.opgave for bewijs in vastgelegd.values() if bewijs.opgave != opgave):
        yield Bevinding(
            code="andere_opgave", waar="geschiedenis", zin=f"Er staat een bewijs van opgave {ander} in de geschiedenis."
        )


def houd_tegen(
    waar: Mapping[str, dict[str, object]], gegeven: Mapping[str, Bewijs], opgave: str, plek: str, dicht: set[str]
) -> Iterator[Bevinding]:
    """Receipts against those that follow from the facts.

    Args:
        waar: what follows, by command.
        gegeven: the receipts that stand in `plek`.
        dicht: the hashes of shielded facts; of those nothing can be said.
    """
    for id_, bewijs in gegeven.items():
        plaats = f"opdracht {id_} in {plek}"
        if bewijs.opgave != opgave:
            if plek == formaat.BEWIJZEN:
                yield Bevinding(code="andere_opgave", waar=plaats, zin=f"Dit is een bewijs van opgave {bewijs.opgave}.")
        elif bewijs.hash in dicht:
            continue
        elif id_ not in waar:
            yield Bevinding(code="bewijs_vreemd", waar=plaats, zin=f"Er is geen feit dat uit opdracht {id_} volgt.")
        elif not _zelfde(waar[id_], bewijs, heel=not dicht):
            zin = f"Het bewijs van opdracht {id_} past niet bij feit {waar[id_]['seq']}."
            yield Bevinding(code="bewijs_gewijzigd", waar=plaats, zin=zin)


def _zelfde(volgt: Mapping[str, object], bewijs: Bewijs, *, heel: bool) -> bool:
    """Of a command some facts of which are shielded, only where it ended can be compared."""
    if heel:
        return zelfde_bewijs(volgt, bewijs.model_dump(mode="json"))
    return (volgt["seq"], volgt["hash"]) == (bewijs.seq, bewijs.hash)
