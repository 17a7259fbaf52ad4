"""A frame: where an opgave stood when one workflow task was done. Both readers of the past speak in frames."""

from dataclasses import dataclass
from datetime import datetime

from domain.stand import Stand


@dataclass(frozen=True, slots=True)
class Beeld:
    """The state after one workflow task.

    `run` counts from 1, `gebeurtenis` is the id of the event that completed the task in the history of that run, and
    `tijd` is the workflow time (UTC, whole seconds) that the task went by.
    """

    run: int
    gebeurtenis: int
    tijd: datetime
    stand: Stand

    @property
    def seq(self) -> int:
        """The last fact."""
        return self.stand.seq

    @property
    def kop(self) -> str:
        """The head of the chain."""
        return self.stand.kop
