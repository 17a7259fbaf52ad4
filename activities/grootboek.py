"""The ledger: a line is signed here, with the key that only the worker has.

History edited: the receipts differ. Receipts rewritten: the ledger differs. The check itself stands in
`register.keuring`, so that the auditor can use it without the activities; it is offered here for who looks for it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from register.grootboek import Grootboekregel, Regelinhoud, Tekenaar
from register.keuring import controleer_grootboek

__all__ = ["Grootboek", "controleer_grootboek"]


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
