"""The organiseervorm: one way of organising an opgave, with the approval path it brings (domain.md 2.4)."""

import re
from typing import Annotated, Literal

from pydantic import Field, field_validator

from domain.basis import Model

Stijl = Literal["hierarchie", "netwerk", "markt"]
TredeNaam = Literal["reguleren", "regisseren", "stimuleren", "faciliteren", "loslaten"]
ProvincieRol = Literal["co-creatiepartner", "zorgdrager", "regisseur"]
Grondvorm = Literal["transactioneel", "functioneel", "exploratief", "ondernemend"]
Netwerksturing = Literal["zelfsturend", "leidende organisatie", "netwerkadministratief"]
VerbondenPartij = Literal["nee", "mogelijk", "ja"]

_STAP = re.compile(r"(A[0-9]{1,2}b?)(\?|//)?", re.ASCII)


class Padstap(Model):
    """One step of a path: conditional ("?"), or once per partner in parallel ("//")."""

    code: str
    voorwaardelijk: bool = False
    parallel: bool = False


def lees_pad(tekst: str) -> tuple[Padstap, ...]:
    """Read a path like "A0 A5// A0b A8? A1". Raises ValueError for a step that can't be read."""
    return tuple(_lees_stap(deel) for deel in tekst.split())


def _lees_stap(deel: str) -> Padstap:
    treffer = _STAP.fullmatch(deel)
    if treffer is None:
        raise ValueError(f"onbekende stap in het pad: {deel}")
    return Padstap(code=treffer[1], voorwaardelijk=treffer[2] == "?", parallel=treffer[2] == "//")


class Organiseervorm(Model):
    """A form from the catalogue.

    `stijl`: the first is dominant. `zwaarte`: 1 light to 5 heavy. `vp`: whether it usually is a verbonden partij
    (BBV 1). `pad` may be given as text and is kept as steps.
    """

    code: Annotated[str, Field(pattern=r"^[A-Z_]{3,40}$")]
    naam: str
    rechtspersoon: bool
    basis: str
    stijl: tuple[Stijl, ...]
    trede: tuple[TredeNaam, ...]
    rol: ProvincieRol
    grondvorm: Grondvorm
    netwerksturing: Netwerksturing
    zwaarte: Annotated[int, Field(ge=1, le=5)]
    vp: VerbondenPartij
    pad: tuple[Padstap, ...]

    @field_validator("pad", mode="before")
    @classmethod
    def _pad_uit_tekst(cls, invoer: object) -> object:
        return lees_pad(invoer) if isinstance(invoer, str) else invoer

    @property
    def prive_rechtspersoon(self) -> bool:
        """A private legal person the province founds or joins: the motivation of PW 158 lid 2 is needed (C16)."""
        return self.rechtspersoon and self.basis.startswith("PW 158 lid 2")

    @property
    def wgr(self) -> bool:
        """A gemeenschappelijke regeling: A5 to A7 run again on wijzigen, toetreden and uittreden."""
        return self.basis.startswith("Wgr")

    def heeft_stap(self, code: str) -> bool:
        """Whether a step is on the path, conditional ones included."""
        return any(stap.code == code for stap in self.pad)
