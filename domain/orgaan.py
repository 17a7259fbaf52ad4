"""What is known of a body on a day: who sits in it, when it meets, and what that means for a proposal.

This is data of the province, kept by the griffie and the bestuurssecretariaat. What a decision rests on travels with
the command and stands in the fact, so that an auditor sees the table that was used.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from domain.basis import Dag, Kenmerk, Model, Naam
from domain.reglement.model import Zetelverdeling

Zetels = Annotated[int, Field(strict=True, ge=0, le=500)]


class Fractie(Model):
    """A fractie and its members in office."""

    naam: Annotated[str, Field(min_length=1, max_length=80)]
    zetels: Annotated[int, Field(strict=True, ge=1, le=500)]


class Bezetting(Model):
    """Who sits in a body from a day on: after an election, a split, a merger, a vacancy.

    `leden` is the number the body consists of (PW 8, 34), `zittend` the members in office; for PS that is the sum of
    the fracties. `bron` says where it was decided.
    """

    orgaan: Kenmerk
    vanaf: Dag
    leden: Annotated[int, Field(strict=True, ge=1, le=500)]
    zittend: Zetels | None = None
    fracties: tuple[Fractie, ...] = ()
    bron: Naam

    @property
    def in_functie(self) -> int:
        """The number of members in office."""
        geteld = sum(fractie.zetels for fractie in self.fracties)
        return geteld or (self.leden if self.zittend is None else self.zittend)

    @property
    def zetelverdeling(self) -> Zetelverdeling:
        """The seats as the counting of votes wants them."""
        tabel = tuple((fractie.naam, fractie.zetels) for fractie in self.fracties)
        return Zetelverdeling(vanaf=self.vanaf, fracties=tabel, leden=self.leden)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        namen = [fractie.naam for fractie in self.fracties]
        if len(set(namen)) < len(namen):
            raise ValueError("fracties: een fractie staat er twee keer in")
        geteld = sum(fractie.zetels for fractie in self.fracties)
        if geteld > self.leden or (self.zittend or 0) > self.leden:
            raise ValueError(f"fracties: er zijn {max(geteld, self.zittend or 0)} zetels en maar {self.leden} leden")
        if self.fracties and self.zittend is not None and self.zittend != geteld:
            raise ValueError(f"zittend: de fracties tellen samen {geteld} leden, niet {self.zittend}")
        return self


class Reces(Model):
    """A period in which a body does not meet; both days included. Statutory terms run on (domain.md 4.1)."""

    naam: Naam
    van: Dag
    tot: Dag

    @model_validator(mode="after")
    def _loopt(self) -> Self:
        if self.tot < self.van:
            raise ValueError("tot: het reces eindigt voor het begint")
        return self


class Orgaankalender(Model):
    """When a body meets, as far as it is known: after `bekend_tot` nothing is known, also no reces.

    `stukken_dagen`: so many calendar days before the meeting the papers must be with the griffie or the secretariaat.
    `capaciteit`: how many proposals fit in one meeting, when the body says so; a plan, which never stops a proposal.
    """

    orgaan: Kenmerk
    vergaderingen: Annotated[tuple[Dag, ...], Field(max_length=400)] = ()
    reces: Annotated[tuple[Reces, ...], Field(max_length=60)] = ()
    stukken_dagen: Annotated[int, Field(ge=0, le=60)] = 10
    bekend_tot: Dag
    bron: Naam
    capaciteit: Annotated[int | None, Field(ge=1, le=200)] = None


Uitwegsoort = Literal["eerdere_vergadering", "extra_vergadering", "verdagen", "kalender_aanvullen"]


class Uitweg(Model):
    """A way out when the term will lapse before the body meets: what, on which day, on which ground."""

    soort: Uitwegsoort
    zin: str
    op: date | None = None
    grond: str = ""


class Vergaderadvies(Model):
    """The first meeting that can still be made, and whether the term allows for it.

    `uiterlijk` is the last day of the term, if one runs; `stukken_op` the last day to hand in the papers for `eerste`.
    `waarschuwing` is empty when all is well.
    """

    orgaan: Kenmerk
    eerste: date | None = None
    stukken_op: date | None = None
    uiterlijk: date | None = None
    laatste_op_tijd: date | None = None
    waarschuwing: str = ""
    uitwegen: tuple[Uitweg, ...] = ()
    bron: str = ""
