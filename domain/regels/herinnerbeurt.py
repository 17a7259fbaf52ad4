"""Whose turn it is: when each rung of a term really leaves, to whom, and which of them are worth sending.

A rung leaves at its planned moment, after what the manager holds, and never outside office hours: one that was missed
(the worker was down) waits for the next office moment. What is redirected is what goes to who must act, never what
goes to bestuurders. All of it follows from the rung, the state and `ctx.nu`.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from domain.kalender import DAG, lokale_datum
from domain.kantoor import na_kantoor, opening
from domain.orgaan import Reces
from domain.regels import herinnerplan
from domain.regels.hulp import Context
from domain.reglement.postregels import Postregels
from domain.reglement.register import reglement
from domain.rol import is_bestuurder
from domain.stand import Stand
from domain.taal.herinneringen import Bijsturing
from domain.taal.termijnen import Herinnering, Termijn


class Beurt(NamedTuple):
    """A rung as it will leave. `gepland` counts what is held, `moment` also office hours and the present.

    `aan` is who gets it, `van` for whom it is by the ladder. `gestuurd` is what the manager did that holds on that day.
    """

    rung: Herinnering
    gepland: datetime
    moment: datetime
    van: str
    aan: str
    zin: str
    akkoord: bool
    gestuurd: tuple[Bijsturing, ...]

    @property
    def dag(self) -> date:
        """The local day on which it leaves."""
        return lokale_datum(self.moment)


class Keuze(NamedTuple):
    """What is due now: `sturen` and `voorleggen` (needs consent) go ahead, `overgeslagen` never will."""

    sturen: tuple[Beurt, ...]
    voorleggen: tuple[Beurt, ...]
    overgeslagen: tuple[Beurt, ...]


def beurten(stand: Stand, termijn: Termijn, post: Postregels, ctx: Context) -> tuple[Beurt, ...]:
    """All rungs that can still leave, in order; one from before the end never leaves after it."""
    rijen = [_beurt(stand, termijn, rung, post, ctx) for rung in termijn.herinneringen]
    gaan = (b for b in rijen if herinnerplan.dagen(b.rung.trede) > 0 or b.moment <= termijn.verstrijkt_op)
    return tuple(sorted(gaan, key=lambda b: (b.gepland, herinnerplan.dagen(b.rung.trede))))


def _beurt(stand: Stand, termijn: Termijn, rung: Herinnering, post: Postregels, ctx: Context) -> Beurt:
    stil = () if termijn.soort == "wettelijk" else termijn.stil
    eigen = [b for b in stand.bijsturingen.values() if b.termijn == termijn.id and raakt(b, rung.trede)]
    gepland = _na_aanhouden(rung.moment, eigen, stil, post, ctx)
    moment = _vertrek(stand, termijn, rung, gepland, stil, post, ctx)
    van, akkoord = herinnerplan.ontvanger(termijn, rung), _vraagt_akkoord(termijn, rung, ctx)
    eigen_kant = van.partition(":")[0] == termijn.geadresseerde and not akkoord and not is_bestuurder(van)
    gestuurd = tuple(b for b in eigen if _geldt(b, rung, lokale_datum(moment), eigen_kant))
    return Beurt(
        rung=rung,
        gepland=gepland,
        moment=moment,
        van=van,
        aan=next((b.naar for b in reversed(gestuurd) if b.doe == "omleiden" and b.naar), van),
        zin=next((b.zin for b in reversed(gestuurd) if b.doe == "zin"), ""),
        akkoord=akkoord,
        gestuurd=gestuurd,
    )


def _vertrek(
    stand: Stand,
    termijn: Termijn,
    rung: Herinnering,
    gepland: datetime,
    stil: tuple[Reces, ...],
    post: Postregels,
    ctx: Context,
) -> datetime:
    """The first office moment. What must go before the end and can't, goes on a day that turned out free too late."""
    moment = na_kantoor(max(gepland, ctx.nu), post, ctx.reglement.kalender, stil)
    if moment <= termijn.verstrijkt_op or herinnerplan.dagen(rung.trede) > 0 or not stand.kalender_erbij:
        return moment
    return na_kantoor(max(gepland, ctx.nu), post, reglement(stand.reglement).kalender, stil)


def _geldt(bijsturing: Bijsturing, rung: Herinnering, dag: date, eigen_kant: bool) -> bool:
    """Whether this changes the rung: a hold on its planned day, the rest on the day it leaves."""
    match bijsturing.doe:
        case "aanhouden":
            return lokale_datum(rung.moment) <= bijsturing.tot
        case "omleiden":
            return eigen_kant and dag <= bijsturing.tot
        case "zin":
            return dag <= bijsturing.tot


def raakt(bijsturing: Bijsturing, trede: str) -> bool:
    """Whether what the manager did is about this rung, and was not undone."""
    return bijsturing.opgeheven_op is None and bijsturing.trede in ("", trede)


def _na_aanhouden(
    moment: datetime, eigen: Iterable[Bijsturing], stil: tuple[Reces, ...], post: Postregels, ctx: Context
) -> datetime:
    """The planned moment, or the first office moment after the last day until which the rung is held."""
    dag = lokale_datum(moment)
    tot = max((b.tot for b in eigen if b.doe == "aanhouden" and b.tot >= dag), default=None)
    return moment if tot is None else opening(tot + DAG, post, ctx.reglement.kalender, stil)


def _vraagt_akkoord(termijn: Termijn, rung: Herinnering, ctx: Context) -> bool:
    """Whether a person must agree first; a rung planned under an older edition is asked by the ladder of today."""
    if rung.akkoord is not None or rung.aan == termijn.geadresseerde or not is_bestuurder(rung.aan):
        return rung.akkoord is True
    ladder = ctx.reglement.ladder(ctx.reglement.termijn(termijn.code).ladder)
    return any(t.akkoord for t in ladder.treden if (t.code, t.aan) == (rung.trede, rung.aan))


def kies(alle: tuple[Beurt, ...], nu: datetime) -> Keuze | None:
    """What is to be done now, or None when nothing is.

    Of several missed days only the rungs of the last one are worth sending; of several rungs to one function on one
    day only the last is, and of several that need consent only the last is asked. What was agreed to always leaves.
    """
    rijp = [b for b in alle if b.moment <= nu]
    gaan = [b for b in rijp if not achterhaald(b, alle)]
    if not gaan:
        return None
    laatste = max(lokale_datum(b.gepland) for b in gaan)
    gekozen = [b for b in gaan if lokale_datum(b.gepland) == laatste or b.rung.akkoord is False]
    return Keuze(
        sturen=tuple(b for b in gekozen if not b.akkoord),
        voorleggen=tuple(b for b in gekozen if b.akkoord),
        overgeslagen=tuple(b for b in rijp if b not in gekozen),
    )


def achterhaald(beurt: Beurt, alle: tuple[Beurt, ...]) -> bool:
    """Whether a later rung, on the same day to the same function (or also needing consent), makes this one needless."""
    later = alle[alle.index(beurt) + 1 :]
    return any(b.dag == beurt.dag and _zelfde(beurt, b) for b in later)


def _zelfde(beurt: Beurt, later: Beurt) -> bool:
    if beurt.akkoord or later.akkoord:
        return beurt.akkoord and later.akkoord and beurt.rung.trede != later.rung.trede
    return beurt.aan == later.aan


def eerste_moment(alle: tuple[Beurt, ...]) -> datetime | None:
    """The first moment (UTC) at which one of these leaves or is put to the manager, or None."""
    return min((b.moment for b in alle if not achterhaald(b, alle)), default=None)
