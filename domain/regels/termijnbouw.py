"""A term as a value: its last day before and after the Algemene termijnenwet, its grounds and its reminders."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from domain.duur import Duur, Termijnuitkomst, atw_geldt
from domain.kalender import DAGNAMEN, Kalender, datum_voluit, einde_dag
from domain.orgaan import Reces
from domain.regels import herinnerplan
from domain.regels.hulp import Context
from domain.reglement.model import Termijnsoort
from domain.taal.partners import Deelnemer
from domain.taal.termijnen import Termijn

Partners = Mapping[str, Deelnemer] | None


class Einde(NamedTuple):
    """The last day of a term and why. `nominaal` is the day before Atw, `duur` is empty when the day was agreed."""

    dag: date
    nominaal: date
    duur: str
    grondslag: tuple[str, ...]
    uitleg: str


def geteld(uitkomst: Termijnuitkomst, duur: str) -> Einde:
    """The end as it was counted."""
    return Einde(uitkomst.einde, uitkomst.nominaal, duur, uitkomst.grondslag, uitkomst.uitleg)


def afgesproken(dag: date, uitleg: str = "De einddatum is afgesproken.") -> Einde:
    """The end that someone named: no law moves it."""
    return Einde(dag, dag, "", (), uitleg)


def nieuw(
    ctx: Context,
    soort: Termijnsoort,
    betreft: str,
    wat: str,
    geadresseerde: str,
    einde: Einde,
    stil: tuple[Reces, ...] = (),
    partners: Partners = None,
) -> Termijn:
    """A term that runs from the day of the event; how it was counted is kept since the third edition."""
    gehouden = {"nominaal": einde.nominaal, "duur": einde.duur, "stil": stil} if ctx.reglement.post else {}
    return Termijn(
        id=f"{betreft}/{soort.code}",
        code=soort.code,
        soort=soort.soort,
        betreft=betreft,
        wat=wat,
        geadresseerde=geadresseerde,
        begin=ctx.op,
        einde=einde.dag,
        verstrijkt_op=einde_dag(einde.dag),
        grondslag=(soort.grond, *einde.grondslag),
        uitleg=einde.uitleg,
        herinneringen=herinnerplan.plan(ctx, soort, geadresseerde, einde.dag, stil if gehouden else (), partners),
    ).met(**gehouden)


def verzet(termijn: Termijn, einde: Einde, ctx: Context, partners: Partners = None) -> Termijn:
    """The same term, running to another end: what is said of the new end is added, its reminders are planned anew."""
    soort = ctx.reglement.termijn(termijn.code)
    return termijn.met(
        einde=einde.dag,
        verstrijkt_op=einde_dag(einde.dag),
        nominaal=einde.nominaal,
        duur=einde.duur,
        status="loopt",
        grondslag=tuple(dict.fromkeys((*termijn.grondslag, *einde.grondslag))),
        uitleg=f"{termijn.uitleg} {einde.uitleg}".strip(),
        herinneringen=herinnerplan.plan(ctx, soort, termijn.geadresseerde, einde.dag, termijn.stil, partners),
    )


class Telling(NamedTuple):
    """How the present end of a term came about: the last day before Atw, and the length ("" when it was agreed)."""

    nominaal: date
    duur: str


def telling(termijn: Termijn, soort: Termijnsoort, kalender: Kalender) -> Telling:
    """As the term keeps it; found back for a term of an older edition, which did not keep it.

    Where the length can't be found back, the end itself is taken as the day before Atw.
    """
    if termijn.nominaal is not None:
        return Telling(termijn.nominaal, termijn.duur)
    if soort.duur is not None:
        uitkomst = soort.bereken(termijn.begin, kalender)
        if uitkomst.einde == termijn.einde:
            return Telling(uitkomst.nominaal, str(soort.duur))
    if soort.duur is not None and soort.verlenging is not None:
        langer = soort.bereken(termijn.begin, kalender, verlengd=True)
        if langer.einde == termijn.einde:
            return Telling(langer.nominaal, f"{soort.duur}+{soort.verlenging}")
    return Telling(termijn.einde, "")


def laatste_deel(duur: str) -> Duur | None:
    """The length that decides whether Atw applies: of `4w+2w` the extension; None when the end was agreed."""
    return Duur.lees(duur.rpartition("+")[2]) if duur else None


def na_atw(soort: Termijnsoort, nominaal: date, duur: str, kalender: Kalender) -> Einde:
    """The end for a last day before Atw: rolled where the law covers a term of this length (Atw 1 lid 1 and 4).

    Atw 2 is not asked again: a term that stood still or was extended had its two working days.
    """
    lengte = laatste_deel(duur) or soort.duur
    vrij = kalender.vrij_omdat(nominaal)
    schuift = soort.atw and soort.richting == "vooruit" and lengte is not None and atw_geldt(lengte)
    if vrij is None or not schuift:
        return Einde(nominaal, nominaal, duur, (), f"De laatste dag is {datum_voluit(nominaal)}.")
    dag = kalender.eerste_werkdag_vanaf(nominaal)
    artikelen = ("Atw 1 lid 1",) if vrij in DAGNAMEN else ("Atw 1 lid 1", "Atw 3")
    waarom = f"{datum_voluit(nominaal).capitalize()} is geen werkdag ({vrij})"
    return Einde(dag, nominaal, duur, artikelen, f"{waarom}, dus eindigt de termijn op {datum_voluit(dag)}.")
