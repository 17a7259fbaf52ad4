"""A statement in `verklaringen/`: the audit trail of an opgave up to an act that changed what lies in a pack.

Each line of it is signed, so the statement needs no signature of its own, says whether it was allowed at that moment,
and can be made again from the register at any time: byte for byte the same.
"""

from collections.abc import Sequence

from archief import formaat
from domain import bewaring
from domain.basis import Model
from domain.spoor import Spoorregel

FORMAAT = "opgavenmotor-verklaring/1"


class Verklaring(Model):
    """The lines of the trail from the first on; the last one is what is stated."""

    formaat: str = FORMAAT
    spoor: tuple[Spoorregel, ...]

    @property
    def regel(self) -> Spoorregel:
        """What is stated."""
        return self.spoor[-1]


def verklaringen(spoor: Sequence[Spoorregel]) -> dict[str, bytes]:
    """The statements that follow from this trail, by their path in a pack; `spoor` is that of one opgave, in order."""
    return {
        pad(regel): (Verklaring(spoor=tuple(spoor[: nr + 1])).model_dump_json(indent=1) + "\n").encode()
        for nr, regel in enumerate(spoor)
        if bewaring.vernietigd(regel)
    }


def pad(regel: Spoorregel) -> str:
    """Where the statement about this line lies in a pack: day (UTC) and number of the line."""
    return f"{formaat.VERKLARINGEN}{regel.tijdstip:%Y-%m-%d}-{regel.nr:04}.json"
