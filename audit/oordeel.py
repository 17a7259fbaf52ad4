"""The verdict over a pack, as it is told to people and to programs."""

from collections import Counter
from collections.abc import Sequence

from archief.formaat import Manifest
from audit.bevinding import Bevinding, Mededeling
from domain.basis import Model
from domain.kalender import dagtekst, lokale_datum

HOOGUIT = 5
"""So many findings of one kind are told; of the rest how many there are."""


class Oordeel(Model):
    """What came of checking a pack. `heel` only when there is no finding. `bewezen` says what that proves.

    `aantal` is how many findings there were, also those that are not told one by one. `van_buiten`: it was checked with
    a key that did not come with the pack.
    """

    opgave: str
    tot_seq: int
    heel: bool
    verdict: str
    aantal: int
    bevindingen: tuple[Bevinding, ...]
    bewezen: str
    mededelingen: tuple[Mededeling, ...]
    van_buiten: bool = False


def oordeel(
    opgave: str,
    tot_seq: int,
    bevindingen: Sequence[Bevinding],
    mededelingen: Sequence[Mededeling],
    bewezen: str,
    *,
    volledig: bool,
    van_buiten: bool,
) -> Oordeel:
    """Sum up. `volledig`: also the histories were there to read; `van_buiten`: with a key from elsewhere."""
    uniek = tuple(dict.fromkeys(bevindingen))
    return Oordeel(
        opgave=opgave,
        tot_seq=tot_seq,
        heel=not uniek,
        verdict=_verdict(len(uniek), tot_seq, volledig),
        aantal=len(uniek),
        bevindingen=ingekort(uniek),
        bewezen=bewezen,
        mededelingen=tuple(dict.fromkeys(mededelingen)),
        van_buiten=van_buiten,
    )


def bewijskracht(manifest: Manifest, zin: str, *, heel: bool) -> str:
    """What a pack proves: `zin` says by whom and until which fact, this until when, and when it does not hold."""
    van = dagtekst(lokale_datum(manifest.gemaakt_op))
    zin = f"{zin} Het pak is volgens zichzelf van {van}; wat later kwam, kan er niet in staan."
    if heel:
        return zin
    return f"Dit pak is niet heel. Wat hierna volgt gaat alleen over hashes, niet over wat er veranderd is. {zin}"


def _verdict(aantal: int, tot_seq: int, volledig: bool) -> str:
    if aantal:
        return f"NIET HEEL: {aantal} {'bevinding' if aantal == 1 else 'bevindingen'}."
    if volledig:
        return f"HEEL: geschiedenis, feiten, bewijzen, grootboek en bestanden zijn het eens, tot en met feit {tot_seq}."
    return (
        f"HEEL, zover het open ligt: de keten van {tot_seq} feiten, het grootboek en de bestanden zijn het eens. "
        "De geschiedenis is vertrouwelijk en niet nagelezen."
    )


def ingekort(bevindingen: Sequence[Bevinding]) -> tuple[Bevinding, ...]:
    """The first few of each kind, and for the rest one line that counts them."""
    per_code, uit = Counter[str](), list[Bevinding]()
    for bevinding in bevindingen:
        per_code[bevinding.code] += 1
        if per_code[bevinding.code] <= HOOGUIT:
            uit.append(bevinding)
    for bevinding in bevindingen:
        meer = per_code.pop(bevinding.code, 0) - HOOGUIT
        if meer > 0:
            uit.append(Bevinding(code=bevinding.code, waar="verder", zin=f"En nog {meer} van deze soort."))
    return tuple(uit)
