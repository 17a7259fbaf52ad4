"""The change of the signing key: a statement signed with the old key and with the new one."""

from domain.basis import Kenmerk, Model, Moment
from domain.keten import canoniek

SOORT = "sleutelwissel"
"""What stands in front of the bytes under both signatures."""


class Wisselinhoud(Model):
    """What is signed: from `op` (UTC) on the new key signs. `pem` is the new public key; `reden` why."""

    oud: Kenmerk
    nieuw: Kenmerk
    pem: str
    op: Moment
    reden: str

    @property
    def bytes_(self) -> bytes:
        """The bytes under both signatures, after the name of their kind."""
        return canoniek(self)


class Sleutelwissel(Wisselinhoud):
    """The statement with both signatures: the old key points at the new one, the new one accepts."""

    handtekening_oud: str
    handtekening_nieuw: str

    @property
    def inhoud(self) -> Wisselinhoud:
        """The signed part."""
        return Wisselinhoud(**self.model_dump(include=set(Wisselinhoud.model_fields)))


class Sleutel(Model):
    """A public key of this engine. `tot` is filled once another one took over."""

    sleutel_id: Kenmerk
    pem: str
    vanaf: Moment
    tot: Moment | None = None
