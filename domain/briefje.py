"""The slip that opens a seal: who held a function, and the salt without which nobody can guess it from the seal.

The seal stays in the record for ever and says nothing. The slip is kept with the contact and goes with it; a personnel
file may keep a copy, by which it can be proven later who held the function.
"""

import hashlib
from datetime import date
from typing import Literal

from domain.basis import Kenmerk, Model, Vingerafdruk
from domain.keten import canoniek


class Briefje(Model):
    """What is sealed. The address counts in lower case; `zout` is 32 random bytes in hexadecimal."""

    functie: Kenmerk
    organisatie: Kenmerk
    email: str
    naam: str = ""
    van: date | None = None
    tot: date | None = None
    zout: Vingerafdruk

    @property
    def zegel(self) -> str:
        """The seal (64 hex)."""
        return hashlib.sha256(canoniek(self.met(email=self.email.lower()))).hexdigest()


class Briefjes(Model):
    """A file with slips."""

    formaat: Literal["opgavenmotor-briefje/1"] = "opgavenmotor-briefje/1"
    briefjes: tuple[Briefje, ...]
