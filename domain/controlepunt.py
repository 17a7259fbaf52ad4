"""The checkpoint: one signed root over the heads of all opgaven, chained to the checkpoint before it.

Whoever knows a checkpoint from elsewhere (a mail, another organisation, a time stamp) can see later whether an opgave
was left out, cut short or written anew since. That holds for each later checkpoint as well: an opgave that stood in
one stands in all that follow, so a proof that is missing says as much as one that is wrong.
"""

import hashlib

from domain import boom
from domain.basis import Kenmerk, Model, Moment, OpgaveId, Vingerafdruk
from domain.kalender import dagtekst, lokale_datum
from domain.keten import GEEN, canoniek

SOORT = "controlepunt"
"""What stands in front of the bytes under the signature."""
KORT = 32
"""How many digits of the hash stand in a mail: 128 bits, too many to find another checkpoint that begins so."""
UITLEG = "Met dit controlepunt kan iedereen later nagaan of er niets is veranderd."
"""What stands beside it in a mail."""


class Blad(Model):
    """Where one opgave was: last fact and its hash, and the hash of its last line in ledger and audit trail."""

    opgave: OpgaveId
    seq: int
    kop: Vingerafdruk
    grootboek: Vingerafdruk = GEEN
    spoor: Vingerafdruk = GEEN

    @property
    def bytes_(self) -> bytes:
        """The bytes of this leaf in the tree."""
        return canoniek(self)


class Controlepuntinhoud(Model):
    """What is signed. Checkpoints are numbered from 1; `op` is UTC; `vorige` the hash of the checkpoint before.

    `spoor` is the hash of the last line of the audit trail that is about no opgave in particular.
    """

    nr: int
    op: Moment
    aantal: int
    wortel: Vingerafdruk
    vorige: Vingerafdruk = GEEN
    spoor: Vingerafdruk = GEEN

    @property
    def bytes_(self) -> bytes:
        """The bytes that are signed, after the name of their kind."""
        return canoniek(self)


class Controlepunt(Controlepuntinhoud):
    """A signed checkpoint."""

    handtekening: str
    sleutel_id: Kenmerk

    @property
    def inhoud(self) -> Controlepuntinhoud:
        """The signed part."""
        return Controlepuntinhoud(**self.model_dump(include=set(Controlepuntinhoud.model_fields)))

    @property
    def stempelbytes(self) -> bytes:
        """The bytes whose SHA-256 is `eigen_hash`: what a time stamp authority stamps."""
        return self.inhoud.bytes_ + b"\n" + self.handtekening.encode()

    @property
    def eigen_hash(self) -> str:
        """What mails, time stamps and the next checkpoint name it by (64 hex). It covers the signature."""
        return hashlib.sha256(self.stempelbytes).hexdigest()

    @property
    def kort(self) -> str:
        """As it stands in mails: number, date in Amsterdam, and the first 32 digits of the hash in groups of four."""
        return f"Controlepunt {self.nr} van {self.dag}: {in_groepen(self.eigen_hash[:KORT])}"

    @property
    def dag(self) -> str:
        """The date in Amsterdam as people write it: "3 mei 2026"."""
        return dagtekst(lokale_datum(self.op))


class Insluiting(Model):
    """Proof that a leaf stands in the tree of a checkpoint: its place (from 0) and the hashes up to the root."""

    blad: Blad
    plaats: int
    pad: tuple[Vingerafdruk, ...] = ()

    def klopt_in(self, punt: Controlepuntinhoud) -> bool:
        """Whether the leaf stands there."""
        return boom.klopt(self.blad.bytes_, self.plaats, punt.aantal, self.pad, punt.wortel)


def sluit_in(bladen: tuple[Blad, ...], opgave: str) -> Insluiting | None:
    """The proof for one opgave among the leaves of a checkpoint (ordered by id); None when it is not among them."""
    plaats = next((nr for nr, blad in enumerate(bladen) if blad.opgave == opgave), None)
    if plaats is None:
        return None
    return Insluiting(blad=bladen[plaats], plaats=plaats, pad=boom.pad([b.bytes_ for b in bladen], plaats))


def wortel(bladen: tuple[Blad, ...]) -> str:
    """The root over these leaves, which must be ordered by id."""
    return boom.wortel([blad.bytes_ for blad in bladen])


def in_groepen(hex_: str) -> str:
    """Hexadecimal digits in groups of four, for people."""
    return " ".join(hex_[i : i + 4] for i in range(0, len(hex_), 4))
