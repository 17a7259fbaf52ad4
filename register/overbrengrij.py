"""A row of what one life has to say to another, and the order in which such rows are carried."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Status = Literal["klaar", "gedaan", "geweigerd", "vervallen"]
EERSTE, DELEN = "StartOpgave", "OntvangDelen"
"""The one command that may begin the life it is for, and the one that gives parts of a life along."""
TERUG = ":terug"
"""Behind the key of parts that go back: the key of what takes them there."""


@dataclass(frozen=True, slots=True)
class Overbrenging:
    """A command on its way. `inhoud` and `begin` are JSON; `begin` is empty when the other life must be there already.

    `pogingen` counts how often it was taken, `niet_voor` (UTC) is when it may be taken again. `fout` is why it did not
    go the last time; it is empty as long as somebody has it.
    """

    sleutel: str
    van: str
    seq: int
    naar: str
    soort: str
    inhoud: str
    begin: str
    status: Status
    pogingen: int
    fout: str
    aangemaakt_op: datetime
    niet_voor: datetime | None
    gedaan_op: datetime | None


class Genoemd(Protocol):
    """A row of which at least the key columns are known; the order depends on nothing else."""

    @property
    def sleutel(self) -> str: ...
    @property
    def van(self) -> str: ...
    @property
    def seq(self) -> int: ...
    @property
    def naar(self) -> str: ...


Baan = tuple[str, str, bool]


def baan(rij: Genoemd) -> Baan:
    """The lane of a row: from which life to which. In one lane they go one after another.

    What goes back has a lane of its own, because it rests on a fact of the other life.
    """
    return (rij.van, rij.naar, rij.sleutel.endswith(TERUG))


def plek(rij: Genoemd) -> tuple[int, int, str]:
    """The place in a lane: by the number of the fact and of its effect, whatever the clocks said."""
    return (rij.seq, int(rij.sleutel.split(":")[2]), rij.sleutel)
