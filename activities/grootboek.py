"""The ledger: a line is signed here, with the key that only the worker has.

History edited: the receipts differ. Receipts rewritten: the ledger differs. The checks stand in
`register.keuring` and `audit.keuring`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from register.grootboek import Grootboekregel, Regelinhoud, Tekenaar


@dataclass(frozen=True)
class Grootboek:
    """Signs the lines of the ledger."""

    tekenaar: Tekenaar

    def teken_regel(self, inhoud: Regelinhoud) -> Grootboekregel:
        """Make the line for this content. The time is that of signing, on the clock of the worker."""
        return Grootboekregel(
            **inhoud.model_dump(),
            handtekening=self.tekenaar.teken(inhoud.bytes_),
            sleutel_id=self.tekenaar.sleutel_id,
            getekend_op=datetime.now(UTC),
        )
