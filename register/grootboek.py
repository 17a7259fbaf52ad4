"""The ledger line: up to which fact an opgave had come, and the head of its chain there, signed."""

from datetime import datetime
from typing import Protocol

from domain.basis import Model
from domain.keten import GEEN, canoniek, getekend


class Regelinhoud(Model):
    """What is signed. `vorige` is the hash of the previous line, so a line can't be taken out unseen."""

    opgave: str
    van_seq: int
    tot_seq: int
    hash: str
    vorige: str = GEEN

    @property
    def bytes_(self) -> bytes:
        """The bytes under the signature."""
        return canoniek(self)


class Grootboekregel(Regelinhoud):
    """One line of the ledger."""

    handtekening: str
    sleutel_id: str
    getekend_op: datetime

    @property
    def inhoud(self) -> Regelinhoud:
        """The signed part."""
        return Regelinhoud(**self.model_dump(include=set(Regelinhoud.model_fields)))

    @property
    def eigen_hash(self) -> str:
        """The hash by which the next line refers to this one; it covers the signature too."""
        return getekend(self.inhoud.bytes_, self.handtekening)


class Tekenaar(Protocol):
    """Signs bytes with one key, and says which."""

    @property
    def sleutel_id(self) -> str:
        """The short name of the key."""
        ...

    def teken(self, bericht: bytes) -> str:
        """The signature, as text."""
        ...


class Regeltekenaar(Protocol):
    """Whoever may sign a line; the register itself has no key."""

    def __call__(self, inhoud: Regelinhoud, /) -> Grootboekregel:
        """Sign this content."""
        ...
