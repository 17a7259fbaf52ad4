"""Words of the terms: running, reminded, met, lapsed. Time itself speaks these facts."""

from datetime import date
from typing import Literal

from domain.basis import Kenmerk, Model, Moment

Termijnsoort = Literal["wettelijk", "afgesproken", "huis"]


class Herinnering(Model):
    """One rung of a ladder, already computed: when it is due, and to which function (or `geadresseerde`)."""

    trede: str
    aan: Kenmerk
    moment: Moment


class Termijn(Model):
    """A term as it was computed when it started; its grounds and its reminders are frozen in the fact.

    `betreft` is the id of what is waited for, `geadresseerde` the partner, body or function that must act.
    `einde` is the last day (local), `verstrijkt_op` 24:00 Europe/Amsterdam of that day in UTC.
    """

    id: Kenmerk
    code: Kenmerk
    soort: Termijnsoort
    betreft: Kenmerk
    wat: str
    geadresseerde: Kenmerk
    begin: date
    einde: date
    verstrijkt_op: Moment
    grondslag: tuple[str, ...] = ()
    uitleg: str = ""
    herinneringen: tuple[Herinnering, ...] = ()
    status: Literal["loopt", "verstreken", "gehaald", "te_laat", "vervallen", "overgeslagen"] = "loopt"

    @property
    def loopt(self) -> bool:
        return self.status in ("loopt", "verstreken")


class TermijnenFeit(Model):
    """Facts about terms."""


class TermijnGestart(TermijnenFeit):
    soort: Literal["TermijnGestart"] = "TermijnGestart"
    termijn: Termijn


class TermijnVerlengd(TermijnenFeit):
    """The body took the longer term that the law allows once; `termijn` is the term as it is from now on."""

    soort: Literal["TermijnVerlengd"] = "TermijnVerlengd"
    termijn: Termijn
    was: date
    reden: str


class HerinneringVerstuurd(TermijnenFeit):
    """A rung was due, to a function, partner or body. `overgeslagen`: earlier rungs that are not sent afterwards."""

    soort: Literal["HerinneringVerstuurd"] = "HerinneringVerstuurd"
    termijn: Kenmerk
    trede: str
    aan: Kenmerk
    wat: str
    einde: date
    termijnsoort: Termijnsoort
    overgeslagen: tuple[str, ...] = ()


class TermijnVerstreken(TermijnenFeit):
    """The term lapsed. What that means is decided by a person; silence never decides.

    `overgeslagen`: rungs from before the end that were missed while the opgave or the worker rested; not sent any more.
    """

    soort: Literal["TermijnVerstreken"] = "TermijnVerstreken"
    termijn: Kenmerk
    wat: str
    einde: date
    geadresseerde: Kenmerk
    termijnsoort: Termijnsoort
    overgeslagen: tuple[str, ...] = ()


class TermijnGehaald(TermijnenFeit):
    soort: Literal["TermijnGehaald"] = "TermijnGehaald"
    termijn: Kenmerk
    wat: str = ""
    op_tijd: bool = False


class TermijnVervallen(TermijnenFeit):
    soort: Literal["TermijnVervallen"] = "TermijnVervallen"
    termijn: Kenmerk
    wat: str = ""
    reden: str
