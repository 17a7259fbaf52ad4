"""What the shell hands to the outside in one go, and what it hears back."""

from collections.abc import Sequence
from itertools import accumulate, islice

from domain.basis import Model, OpgaveId
from domain.feit import Feit
from domain.stand import Begin


class Bundel(Model):
    """Facts to process, in order, with the start of the life they belong to."""

    begin: Begin
    feiten: tuple[Feit, ...]


class Postronde(Model):
    """A request to deliver what is still outstanding for one opgave."""

    opgave: OpgaveId


class Verwerkt(Model):
    """How far the register is, and how many messages still wait for a mail server that answers."""

    tot_seq: int = 0
    wachtend: int = 0


def past(feiten: Sequence[Feit], meeste: int, grootste: int) -> int:
    """How many facts fit in one bundle of at most so many facts and bytes, from the first on; one always does."""
    bytes_ = accumulate(len(feit.model_dump_json().encode()) for feit in islice(feiten, meeste))
    return max(1, sum(zoveel <= grootste for zoveel in bytes_))
