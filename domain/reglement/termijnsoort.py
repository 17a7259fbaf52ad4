"""A kind of term: how long, which way it counts, and on what it rests (domain.md 4.2)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from domain.basis import Model, Weigering
from domain.duur import Duur, Termijnuitkomst, bereken_einde
from domain.kalender import DAG, Kalender, datum_voluit

Richting = Literal["vooruit", "terug", "vaste_datum"]
Grondsoort = Literal["wettelijk", "afgesproken", "huis"]


class Jaardag(Model):
    """A yearly "before" date: something must be done before this day and month."""

    maand: Annotated[int, Field(ge=1, le=12)]
    dag: Annotated[int, Field(ge=1, le=31)]
    wat: str

    def laatste_dag(self, jaar: int) -> date:
        """The last day that is in time: the day before. A fixed date is not rolled (Atw 1 is about terms)."""
        return date(jaar, self.maand, self.dag) - DAG


class Termijnsoort(Model):
    """One row of the term table.

    `duur` is None where the length is set per case or the term has a fixed date. `varianten` are named other lengths,
    `verlenging` is how much may be added once, `minimum` says that the term must have *passed* first. `opschorten` is
    the ground on which the term may be suspended, `verlengen` the ground on which its owner may extend it; empty: not.
    `werkdag` says that a term of the house ends on a working day, because nobody works on the others.
    """

    code: Annotated[str, Field(pattern=r"^[TH][0-9]{2}$")]
    naam: str
    duur: Duur | None
    richting: Richting
    soort: Grondsoort
    atw: bool
    grond: str
    ladder: str
    varianten: tuple[tuple[str, Duur], ...] = ()
    verlenging: Duur | None = None
    startdag_telt: bool = False
    minimum: bool = False
    opschorten: str = ""
    verlengen: str = ""
    voor: tuple[Jaardag, ...] = ()
    werkdag: bool | None = None

    def bereken(
        self, start: date, kalender: Kalender, *, variant: str = "", duur: Duur | None = None, verlengd: bool = False
    ) -> Termijnuitkomst:
        """The last day of this term for an event on `start`.

        Args:
            start: the day of the event.
            kalender: the working days.
            variant: the name of another length in the table.
            duur: the length, for a term whose length is set per case.
            verlengd: with the one extension the law allows, counted on from the end before Atw 1.

        Raises:
            Weigering: the length is unknown, the variant does not exist, or no extension is allowed.
        """
        lengte = self._lengte(variant, duur)
        eerste = self._einde(start, lengte, kalender, self.startdag_telt)
        if not verlengd:
            return eerste
        if self.verlenging is None:
            raise Weigering(self.grond, f"De termijn '{self.naam}' kan niet worden verlengd.")
        return self._einde(eerste.nominaal, self.verlenging, kalender, False)

    def _einde(self, start: date, duur: Duur, kalender: Kalender, startdag_telt: bool) -> Termijnuitkomst:
        terug = self.richting == "terug"
        uitkomst = bereken_einde(start, duur, kalender, atw=self.atw, terug=terug, startdag_telt=startdag_telt)
        dag = kalender.eerste_werkdag_vanaf(uitkomst.einde) if self.werkdag else uitkomst.einde
        if dag == uitkomst.einde:
            return uitkomst
        waarom = f"Dat is geen werkdag; afgesproken is de eerste daarna: {datum_voluit(dag)}."
        return uitkomst.met(einde=dag, uitleg=f"{uitkomst.uitleg} {waarom}")

    def _lengte(self, variant: str, duur: Duur | None) -> Duur:
        if variant:
            gevonden = dict(self.varianten).get(variant)
            if gevonden is None:
                raise Weigering(self.code, f"De termijn '{self.naam}' kent geen variant '{variant}'.")
            return gevonden
        if self.duur is not None:
            return self.duur
        if duur is None:
            raise Weigering(self.code, f"De lengte van de termijn '{self.naam}' ligt niet vast. Geef de duur op.")
        return duur
