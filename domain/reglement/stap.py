"""The kinds of decision and approval step, and what each of their outcomes does to the step."""

from collections.abc import Collection
from typing import Literal

from domain.basis import Model, Weigering

# What an outcome does: it closes the step well or badly, leaves it open, or sends the path back to an earlier step.
Effect = Literal["positief", "negatief", "open", "opnieuw"]

# Who carries out a step. `vertegenwoordigend` is PS, each raad and each algemeen bestuur, in parallel;
# `partner` is each partner by its own law; `provincie` is the bestuur the regeling names.
Uitvoerder = Literal[
    "GS",
    "PS",
    "GS_of_PS",
    "vertegenwoordigend",
    "partner",
    "provincie",
    "jurist",
    "notaris",
    "kroon",
    "rijk",
    "ondertekenaars",
    "bestuurlijke_conferentie",
    "statencommissie",
]

# The instruments of PS that must never be mixed up (domain.md, top rule 1).
Instrument = Literal["wensen_en_bedenkingen", "zienswijze", "toestemming", "instemming"]


class Uitkomsten(Model):
    """The allowed outcomes, sorted by what they do.

    `samen`: the step is only done when all positive outcomes have been recorded; those in `alleen_wgr` are
    asked of a gemeenschappelijke regeling only.
    """

    positief: tuple[str, ...]
    negatief: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    opnieuw: tuple[str, ...] = ()
    samen: bool = False
    alleen_wgr: tuple[str, ...] = ()

    @property
    def alle(self) -> tuple[str, ...]:
        """Every allowed outcome."""
        return self.positief + self.negatief + self.open + self.opnieuw

    def effect(self, uitkomst: str, gehad: Collection[str] = (), *, wgr: bool = True) -> Effect:
        """What this outcome does to the step.

        Args:
            uitkomst: the outcome being recorded.
            gehad: outcomes recorded on this step before (only matters where `samen` holds).
            wgr: whether the form is a gemeenschappelijke regeling.

        Raises:
            Weigering: this outcome does not exist here.
        """
        if uitkomst not in self.alle:
            raise Weigering("uitkomst", f"De uitkomst '{uitkomst}' bestaat hier niet.", self.alle)
        if uitkomst in self.positief:
            return "positief" if self._compleet({uitkomst, *gehad}, wgr) else "open"
        if uitkomst in self.negatief:
            return "negatief"
        return "open" if uitkomst in self.open else "opnieuw"

    def _compleet(self, gehad: set[str], wgr: bool) -> bool:
        nodig = set(self.positief) if wgr else set(self.positief) - set(self.alleen_wgr)
        return not self.samen or nodig <= gehad


class Staptype(Model):
    """One type of approval step (domain.md 2.3).

    `termijn` is the code of a Termijnsoort. `opnieuw_vanaf` names the step to which an outcome with effect `opnieuw`
    sends the path back. `grond` is the article, or the reason where no article stands.
    """

    code: str
    naam: str
    wie: Uitvoerder
    grond: str
    mogelijk: Uitkomsten
    termijn: str | None = None
    instrument: Instrument | None = None
    opnieuw_vanaf: str | None = None
    toelichting: str = ""

    @property
    def uitkomsten(self) -> tuple[str, ...]:
        """Every allowed outcome of this step."""
        return self.mogelijk.alle

    def effect(self, uitkomst: str, gehad: Collection[str] = (), *, wgr: bool = True) -> Effect:
        """What an outcome does to this step; see `Uitkomsten.effect`. Raises Weigering for an unknown outcome."""
        return self.mogelijk.effect(uitkomst, gehad, wgr=wgr)


class Besluitsoort(Model):
    """A kind of decision outside the approval path: agenda, kader, commissie, evaluatie, ...

    `mogelijk` is None when the outcomes are those of the body itself (GS or PS). `keuzes` are the choices the
    decision makes, recorded beside the outcome: a GS decision `conform` can mean `go` or `no_go`.
    """

    code: str
    naam: str
    organen: tuple[Uitvoerder, ...]
    grond: str
    mogelijk: Uitkomsten | None = None
    keuzes: tuple[str, ...] = ()
