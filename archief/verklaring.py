"""A statement in `verklaringen/`: the audit trail of an opgave up to an act that changed what lies in a pack.

Each line of it is signed, so the statement needs no signature of its own, says whether it was allowed at that moment,
and can be made again from the register at any time: byte for byte the same. Lines may be signed with a key that is
younger than the pack; the changes that lead to it, which both keys signed, go along.
"""

from collections.abc import Sequence

from archief import formaat
from domain import bewaring
from domain.basis import Model
from domain.sleutelwissel import Sleutelwissel
from domain.spoor import Spoorregel

FORMAAT = "opgavenmotor-verklaring/1"


class Verklaring(Model):
    """The lines of the trail from the first on; the last one is what is stated.

    `wissels` are the changes of key up to the newest key in those lines; none when there is but one key.
    """

    formaat: str = FORMAAT
    spoor: tuple[Spoorregel, ...]
    wissels: tuple[Sleutelwissel, ...] = ()

    @property
    def regel(self) -> Spoorregel:
        """What is stated."""
        return self.spoor[-1]

    @property
    def bytes_(self) -> bytes:
        """As it lies in a pack."""
        leeg = set[str]() if self.wissels else {"wissels"}
        return (self.model_dump_json(indent=1, exclude=leeg) + "\n").encode()


def verklaringen(spoor: Sequence[Spoorregel], wissels: Sequence[Sleutelwissel] = ()) -> dict[str, bytes]:
    """The statements that follow from this trail, by their path in a pack.

    Args:
        spoor: that of one opgave, in order.
        wissels: all changes of key, in order.
    """
    return {
        pad(regel): Verklaring(spoor=tuple(spoor[:nr]), wissels=_nodig(spoor[:nr], wissels)).bytes_
        for nr, regel in enumerate(spoor, start=1)
        if bewaring.vernietigd(regel)
    }


def _nodig(spoor: Sequence[Spoorregel], wissels: Sequence[Sleutelwissel]) -> tuple[Sleutelwissel, ...]:
    """The changes up to the newest key in these lines: a later change adds nothing, so the bytes stay the same."""
    sleutels = {regel.sleutel_id for regel in spoor}
    return tuple(wissels[: max((nr for nr, w in enumerate(wissels, start=1) if w.nieuw in sleutels), default=0)])


def pad(regel: Spoorregel) -> str:
    """Where the statement about this line lies in a pack: day (UTC) and number of the line."""
    return f"{formaat.VERKLARINGEN}{regel.tijdstip:%Y-%m-%d}-{regel.nr:04}.json"
