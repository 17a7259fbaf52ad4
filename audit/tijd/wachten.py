"""Who was waited for, and how long: what stops waiting as the life goes on."""

from datetime import date
from textwrap import shorten

from domain.basis import Model
from domain.beeld.overzicht import Wachtpost, wachtposten
from domain.stand import Stand
from domain.woorden import gewoon, orgaan

Sleutel = tuple[str, str, str, str]
ZONDER_BEGIN = ("voorleggen", "controversieel", "uitstel")
"""Kinds of waiting that carry an earlier day (of the phase, the request); they began when they first stood there."""
NA_VASTLEGGEN = ("bevestigen",)
"""A second person can only confirm from the day of recording."""
VAN_ORGAAN = ("besluit", "controversieel")
MET_TEKST = ("termijn", "afspraak")
"""Kinds whose ids say nothing to people."""
KORT = 70


class Gewacht(Model):
    """Something that no longer waits. `dagen` is how long it did, `te_laat` how many of them after the last day."""

    wie: str
    id: str
    soort: str
    waarop: str
    sinds: date
    dagen: int
    te_laat: int = 0

    @property
    def zin(self) -> str:
        """As a line: `gemeente Dronten: 17 dagen, 3 te laat (verzoek V2)`."""
        laat = f", {self.te_laat} te laat" if self.te_laat else ""
        wat = self.waarop if self.soort in MET_TEKST else f"{gewoon(self.soort)} {self.id}"
        return f"{self.wie}: {dagen(self.dagen)}{laat} ({shorten(wat, KORT, placeholder=' ...')})"


class Wachtlijst:
    """The list of what waits, followed from state to state."""

    def __init__(self) -> None:
        self._posten: dict[Sleutel, Wachtpost] = {}
        self._sinds: dict[Sleutel, date] = {}

    def na(self, stand: Stand, op: date, vastgelegd: date) -> tuple[Gewacht, ...]:
        """Go on to the next state: what waited and does no longer, if it waited at least a day.

        Args:
            stand: the state after what happened.
            op: the day on which it happened.
            vastgelegd: the day on which it was recorded.
        """
        nu = {_sleutel(post): post for post in wachtposten(stand)}
        klaar = [(s, post) for s, post in self._posten.items() if s not in nu]
        self._posten = nu
        for sleutel, post in nu.items():
            self._sinds.setdefault(sleutel, _begin(post, op, vastgelegd))
        gewacht = (_gewacht(post, self._sinds.pop(s), op, stand) for s, post in klaar)
        return tuple(g for g in gewacht if g.dagen > 0)


def dagen(aantal: int) -> str:
    """A number of days in words."""
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


def _begin(post: Wachtpost, op: date, vastgelegd: date) -> date:
    if post.soort in NA_VASTLEGGEN:
        return vastgelegd
    return max(post.sinds, op) if post.soort in ZONDER_BEGIN else post.sinds


def _sleutel(post: Wachtpost) -> Sleutel:
    return post.soort, post.id, post.op_wie, post.organisatie


def _gewacht(post: Wachtpost, sinds: date, op: date, stand: Stand) -> Gewacht:
    return Gewacht(
        wie=wie(post, stand),
        id=post.id,
        soort=post.soort,
        waarop=post.waarop,
        sinds=sinds,
        dagen=max(0, (op - sinds).days),
        te_laat=max(0, (op - post.uiterlijk).days) if post.uiterlijk else 0,
    )


def wie(post: Wachtpost, stand: Stand) -> str:
    """Who something waits on: the body that has to decide, a partner by its name, a function of the province."""
    stap = stand.stappen.get(post.id) if post.soort in VAN_ORGAAN else None
    code = stap.orgaan if stap is not None else post.organisatie
    if code in stand.partners:
        return stand.partners[code].naam
    return gewoon(post.op_wie) if code == "provincie" else orgaan(code)
